"""Small articles written by hand, put into a real database as the loader puts them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from etl.load.articles import AnnotatedDocument, write_articles
from etl.load.documents import write_files
from etl.load.ledger import begin_run
from etl.records import (
    AnnotationStatus,
    AnonymousSource,
    Article,
    Attribution,
    AttributionSpan,
    AttributionType,
    Citation,
    CitationKind,
    ClaimOccurrence,
    DatePrecision,
    Document,
    EntityLabel,
    ExtractedFile,
    Figure,
    FigureKind,
    InputFile,
    Mention,
    MentionKind,
    Paragraph,
    ParagraphRole,
    Polarity,
    PublicationTime,
    QuotationEnd,
    Sentence,
    SourceKind,
    Span,
    SpanRole,
    SuppliedMetadata,
    Voice,
)


@dataclass(frozen=True)
class Name:
    """A mention by name; ``same_as`` is the name in the article that it goes back to."""

    name: str
    label: str = "PERSON"
    same_as: str | None = None


@dataclass(frozen=True)
class Said:
    """An attribution. ``content`` may be several stretches of the text."""

    content: str | tuple[str, ...]
    source: str | None = None
    kind: SourceKind = SourceKind.PERSON
    speaker: str | None = None  # a name among the article's mentions
    addressee: str | None = None
    addressee_kind: SourceKind | None = None
    relay: str | None = None
    relayed_by: int | None = None  # the place of another Said, from 1
    anonymous: AnonymousSource | None = None
    type: AttributionType = AttributionType.DIRECT


@dataclass(frozen=True)
class Claim:
    """A claim; ``said`` is the place of the Said that it is the content of, from 1."""

    words: str
    said: int | None = None
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    negated: bool = False
    hedged: bool = False
    figures: tuple[tuple[str, int, str], ...] = ()  # words, value, what is counted


@dataclass(frozen=True)
class Credit:
    """A citation: its words, and the outlet that they name."""

    words: str
    outlet: str | None
    kind: CitationKind = CitationKind.CREDIT
    url: str | None = None


@dataclass(frozen=True)
class Copy:
    """One article by hand."""

    text: str
    outlet: str | None = None
    published: str | None = None
    precision: DatePrecision = DatePrecision.DAY
    url: str | None = None
    headline: str | None = None
    names: Sequence[Name] = ()
    said: Sequence[Said] = ()
    claims: Sequence[Claim] = ()
    credits: Sequence[Credit] = ()
    authors: Sequence[str] = field(default=())


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(m.start(), m.end(), ParagraphRole.BODY) for m in re.finditer(r"[^\n]+", text)]


def _sentences(text: str, paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    return [
        Sentence(each.start_char + m.start(), each.start_char + m.end(), ordinal)
        for ordinal, each in enumerate(paragraphs, 1)
        for m in re.finditer(r"\S.*?(?:[.!?][”\"']?(?=\s|$)|$)", text[each.start_char : each.end_char])
    ]


def _attribution(copy: Copy, said: Said, ordinal_of: dict[str, int]) -> Attribution:
    contents = (said.content,) if isinstance(said.content, str) else said.content
    spans = [AttributionSpan(SpanRole.CONTENT, span(copy.text, each)) for each in contents]
    if said.source:
        spans.append(AttributionSpan(SpanRole.SOURCE, span(copy.text, said.source)))
    return Attribution(
        type=said.type,
        spans=tuple(sorted(spans, key=lambda each: each.span.start_char)),
        cue_lemma="say",
        source_kind=said.kind,
        speaker=ordinal_of.get(said.speaker or ""),
        unresolved_reason=None,
        anonymous=said.anonymous,
        addressee=said.addressee,
        addressee_kind=said.addressee_kind,
        medium=None,
        relay=said.relay,
        relayed_by=said.relayed_by,
        is_hedged=False,
        is_denied=False,
        quotation_end=QuotationEnd.CLOSED,
        confidence=0.9,
        rule="by hand",
    )


def write_by_hand(copy: Copy) -> Article:
    """The article that the transform stage would make of ``copy``."""
    paragraphs = _paragraphs(copy.text)
    sentences = _sentences(copy.text, paragraphs)
    ordinal_of: dict[str, int] = {}
    mentions = []
    for name in copy.names:
        ordinal = len(mentions) + 1
        ordinal_of.setdefault(name.name, ordinal)
        chain = ordinal_of[name.same_as] if name.same_as else ordinal_of[name.name]
        label = EntityLabel(name.label)
        mentions.append(Mention(span(copy.text, name.name), label, MentionKind.NAME, name.name, chain))

    def sentence_of(words: Span) -> int:
        return next(i for i, each in enumerate(sentences, 1) if each.start_char <= words.start_char < each.end_char)

    claims = []
    figures = []
    for ordinal, claim in enumerate(copy.claims, 1):
        words = span(copy.text, claim.words)
        claims.append(
            ClaimOccurrence(
                span=words,
                sentence=sentence_of(words),
                attribution=claim.said,
                voice=Voice.ATTRIBUTED if claim.said else Voice.AUTHOR,
                polarity=Polarity.NEGATED if claim.negated else Polarity.AFFIRMED,
                is_hedged=claim.hedged,
                hedge=None,
                subject=claim.subject,
                predicate=claim.predicate,
                object=claim.object,
                subject_mention=None,
                checkworthiness=0.5,
                checkworthiness_reasons=("by hand",),
                statement=words.text,
            )
        )
        for written, value, counted in claim.figures:
            start = copy.text.index(written, words.start_char)
            number = Decimal(value)
            figures.append(
                Figure(
                    Span(start, start + len(written), written),
                    ordinal,
                    FigureKind.COUNT,
                    number,
                    number,
                    None,
                    None,
                    counted,
                    written.startswith("about"),
                    None,
                )
            )
    published = (
        PublicationTime(datetime.fromisoformat(copy.published).replace(tzinfo=UTC), copy.precision)
        if copy.published
        else None
    )
    return Article(
        headline=copy.headline,
        url=copy.url,
        outlet=copy.outlet,
        published=published,
        language="en",
        word_count=len(copy.text.split()),
        status=AnnotationStatus.ANNOTATED,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        attributions=tuple(_attribution(copy, said, ordinal_of) for said in copy.said),
        claims=tuple(claims),
        figures=tuple(figures),
        citations=tuple(Citation(span(copy.text, c.words), c.kind, c.outlet, c.url, None) for c in copy.credits),
    )


class Newsroom:
    """Puts articles into the database; their keys count from 1 in the order of :meth:`put`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._run = begin_run(connection, command="test", version="0", pipeline="by hand")
        self._count = 0

    def put(self, *copies: Copy) -> list[int]:
        """Load these articles, not linked yet; their keys."""
        keys = []
        for copy in copies:
            self._count += 1
            document = Document(
                copy.text, metadata=SuppliedMetadata(url=copy.url or f"https://archive.example/{self._count}")
            )
            path = f"/news/{self._count}.txt"
            file = InputFile(path, f"{self._count:064x}", len(copy.text), "text/plain")
            write_files(self.connection, self._run, [ExtractedFile(file, (document,))])
            key = self.connection.scalar(text("select max(document_id) from raw.documents"))
            assert key is not None
            write_articles(self.connection, self._run, "by hand", [AnnotatedDocument(key, write_by_hand(copy))])
            keys.append(key)
        return keys

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query, as tuples."""
        return [tuple(row) for row in self.connection.execute(text(query), values)]


def tell(newsroom: Newsroom, story: int, *articles: int) -> None:
    """Say that these articles tell one story."""
    for article in articles:
        newsroom.connection.execute(
            text("""
                insert into news.stories (story_id, title, title_article_id, first_article_id, gathering_id)
                values (:story, 'A story', :story, :story, :story) on conflict do nothing
            """),
            {"story": story},
        )
        newsroom.connection.execute(
            text("""
                insert into news.story_articles (article_id, story_id, similarity) values (:article, :story, 1)
                on conflict (article_id) do update set story_id = excluded.story_id
            """),
            {"article": article, "story": story},
        )
