"""What a reader of one format is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from etl.records import Document, Reject, SuppliedMetadata


@dataclass(frozen=True, slots=True)
class Readout:
    """What a reader made of one file."""

    documents: Sequence[Document] = ()
    rejects: tuple[Reject, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read one format.

    ``name`` carries a version, which rises when the same bytes would give another text. ``read`` takes the path to
    name in rejects, the bytes and the supplied metadata; it raises ``InputFault`` for a file that is wrong as a whole.
    ``kind`` is what its files look like, with an article, where that has a signature. ``is_costly`` marks formats whose
    text takes long to find. A reader with ``read_stream`` takes files of any size by that; its ``max_bytes`` are for
    what comes by standard input.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    max_bytes: int
    read: Callable[[str, bytes, SuppliedMetadata], Readout]
    kind: str = "text"
    is_costly: bool = False
    read_stream: Callable[[str, BinaryIO, SuppliedMetadata], Readout] | None = None
