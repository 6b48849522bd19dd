"""What a reader of one format is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
