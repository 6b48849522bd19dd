"""What the extract stage gives: files, the documents in them, and what could not be loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.records.vocabulary import Stage

#: The supplied field that holds the SHA-256 of the metadata beside a page or an archive of pages.
BESIDE = "beside_sha256"


@dataclass(frozen=True, slots=True)
class SuppliedMetadata:
    """What came beside a text (a sidecar, a manifest, a record's own fields), as supplied; ``None`` where absent."""

    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published_at: str | None = None
    language: str | None = None
    headline: str | None = None
    other: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One input file as read: ``path`` is absolute (``-`` for standard input), ``sha256`` of its bytes."""

    path: str
    sha256: str
    size_bytes: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded text. ``position`` counts the documents of a file from 0."""

    text: str
    position: int = 0
    reader: str = "text/1"
    encoding: str = "utf-8"
    metadata: SuppliedMetadata = field(default_factory=SuppliedMetadata)


@dataclass(frozen=True, slots=True)
class Reject:
    """One thing that could not be loaded, with every reason found and what to do about it."""

    path: str
    position: int | None
    stage: Stage
    reasons: tuple[str, ...]
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedFile:
    """All that came out of one file."""

    file: InputFile
    documents: Sequence[Document] = ()
    rejects: tuple[Reject, ...] = ()
