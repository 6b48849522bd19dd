"""The formats that can be read, and the reader for a file."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from etl.extract.faults import InputFault
from etl.extract.json_records import JSON, JSON_LINES
from etl.extract.plain_text import TEXT
from etl.extract.reader import Reader

READERS: tuple[Reader, ...] = (TEXT, JSON, JSON_LINES)

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


def reader_of_stream(data: bytes) -> Reader:
    """The reader for a stream without a name: JSON for what begins as JSON and can be parsed, else text."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return TEXT
    if _is_json(data.lstrip().split(b"\n", 1)[0]):
        return JSON_LINES if data.lstrip()[:1] == b"{" and data.strip().count(b"\n") else JSON
    return JSON if _is_json(data) else TEXT


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
