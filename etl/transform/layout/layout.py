"""What the layout of a page tells of an article."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Author, CitationKind, Paragraph, PublicationTime, Span


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency's or another outlet's mark on the text ("(AP)" in a dateline, "Reuters" in a byline)."""

    span: Span
    outlet: str
    kind: CitationKind


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a first paragraph, "BAGHDAD, June 22 (AP) — ", up to where its first sentence begins.

    ``place`` is ``None`` where only a mark stands there ("(CNN) "); ``date`` may lack its year.
    """

    span: Span
    place: Span | None
    agency: Span | None
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a document with their roles, and what its furniture says of it.

    ``headline`` is a range of the text wherever the text holds it. ``outlet`` and ``url`` are as supplied; where no
    outlet was, it is the one that a publisher or copyright line names. ``language`` is an ISO 639-1 code, ``None``
    where the text is too short to tell.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    headline: Span | str | None = None
    authors: tuple[Author, ...] = ()
    published: PublicationTime | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
