"""The formats that can be read: one reader each, found by the name of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.records import Document, Reject, SuppliedMetadata


@dataclass(frozen=True, slots=True)
class Readout:
    """What a reader made of one file."""

    documents: tuple[Document, ...] = ()
    rejects: tuple[Reject, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read one format.

    ``name`` carries a version, which rises when the same bytes would give another text. ``read`` takes the path to
    name in rejects, the bytes and the supplied metadata; it raises ``InputFault`` for a file that is wrong as a whole.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    max_bytes: int
    read: Callable[[str, bytes, SuppliedMetadata], Readout]


#: A text file is one article. War and Peace has 3 MB; more than this is a dump of something else.
_MAX_TEXT_BYTES = 16 << 20


def _read_text(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    if not decoded.text.strip():
        raise InputFault("it holds nothing but white space")
    return Readout((Document(decoded.text, 0, TEXT.name, decoded.encoding, supplied),))


TEXT = Reader("text/1", "text/plain", (".txt", ".text", ".asc", ".story"), _MAX_TEXT_BYTES, _read_text)

READERS: tuple[Reader, ...] = (TEXT,)

#: What looks like a file name extension: "Mr. Smith" and "2015.06.22" have none.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9_-]{0,9}", re.IGNORECASE)


def reader_of(name: str) -> Reader:
    """The reader for a file called ``name``; a name without an extension is text. Raises ``InputFault``."""
    suffix = PurePath(name).suffix
    if not _SUFFIX.fullmatch(suffix):
        return TEXT
    for reader in READERS:
        if suffix.lower() in reader.suffixes:
            return reader
    supported = ", ".join(each for reader in READERS for each in reader.suffixes)
    raise InputFault(f"{suffix} files are not supported; what is: {supported}, and names without an extension")
