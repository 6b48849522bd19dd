"""What the transform stage gives: an article, and the records inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from etl.records.vocabulary import (
    AnnotationStatus,
    AttributionType,
    CitationKind,
    DatePrecision,
    EntityLabel,
    FigureKind,
    Medium,
    MentionKind,
    Outcome,
    ParagraphRole,
    Polarity,
    QuotationEnd,
    SourceKind,
    SpanRole,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text."""

    start_char: int
    end_char: int
    text: str

    def __post_init__(self) -> None:
        if self.end_char - self.start_char != len(self.text) or self.start_char < 0:
            raise ValueError(f"range {self.start_char}:{self.end_char} does not fit {self.text!r}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    start_char: int
    end_char: int
    role: ParagraphRole


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a prose paragraph; ``paragraph`` is the paragraph's ordinal."""

    start_char: int
    end_char: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Author:
    """One name of the byline; no span where it came with the metadata."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PublicationTime:
    """When an article says that it was published; ``at`` is aware (UTC where the text gives no zone)."""

    at: datetime
    precision: DatePrecision
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention.

    ``name`` is the mention without titles, determiners and possessives. ``chain`` is the ordinal of the first
    mention of the same thing in the article (its own, where it is that one); ``None`` where a pronoun or role noun
    could not be resolved.
    """

    span: Span
    label: EntityLabel
    kind: MentionKind
    name: str
    chain: int | None


@dataclass(frozen=True, slots=True)
class AttributionSpan:
    role: SpanRole
    span: Span


@dataclass(frozen=True, slots=True)
class AnonymousSource:
    """What an article tells of an unnamed source: how many, in what role, of what institution."""

    number: int | None = None
    role: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source-cue-content relation.

    ``spans`` come in text order; content may be several. ``speaker`` is the ordinal of a mention of the speaker
    (resolve further through its chain); where it is ``None`` for a named kind, ``unresolved_reason`` says why.
    ``relayed_by`` is the ordinal of the attribution that carries this one ("A reports that B said"), ``relay`` the
    name of who carries it as written ("BloombergView"), also where "the report" stands for it.
    """

    type: AttributionType
    spans: tuple[AttributionSpan, ...]
    cue_lemma: str | None
    source_kind: SourceKind
    speaker: int | None
    unresolved_reason: str | None
    anonymous: AnonymousSource | None
    addressee: str | None  # as written, articles and prepositions stripped: "BloombergView", "us", "Khamenei"
    addressee_kind: SourceKind | None
    medium: Medium | None
    relay: str | None
    relayed_by: int | None
    is_hedged: bool
    is_denied: bool
    quotation_end: QuotationEnd
    confidence: float
    rule: str

    def of_role(self, role: SpanRole) -> Iterator[Span]:
        """The spans with ``role``, in text order."""
        return (each.span for each in self.spans if each.role is role)

    @property
    def source_as_written(self) -> str | None:
        """The source's words, or ``None`` where the source is not named (a passive without agent, say)."""
        return " ".join(span.text for span in self.of_role(SpanRole.SOURCE)) or None


@dataclass(frozen=True, slots=True)
class ClaimOccurrence:
    """One checkable assertion as printed; ``sentence``, ``attribution``, ``subject_mention`` are ordinals.

    ``statement`` is the assertion put so that it can be read alone: what "which", "he" or a shared subject leave to the
    words around it stands in square brackets, as editors write it.
    """

    span: Span
    sentence: int
    attribution: int | None
    voice: Voice
    polarity: Polarity
    is_hedged: bool
    hedge: str | None
    subject: str | None
    predicate: str | None
    object: str | None
    subject_mention: int | None
    checkworthiness: float
    checkworthiness_reasons: tuple[str, ...]
    statement: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the prose; ``claim`` is the ordinal of the claim that it stands in.

    ``value`` to ``value_high`` is the range that the words allow ("tens of thousands": 20000 to 99999; equal where
    the number is plain). ``unit`` is a singular noun ("month", "kilometre", "percent"), ``currency`` an ISO 4217 code.
    ``outcome`` is what became of those counted, where the words tell it ("26 people were killed").
    """

    span: Span
    claim: int | None
    kind: FigureKind
    value: Decimal
    value_high: Decimal
    unit: str | None
    currency: str | None
    counted: str | None
    is_approximate: bool
    modifier: str | None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where the article credits another publication.

    ``outlet`` is the name to look up: for a ``REFERENCE`` ("the report") the name that it goes back to, whose
    citation's ordinal is ``refers_to``.
    """

    span: Span
    kind: CitationKind
    outlet: str | None
    url: str | None
    refers_to: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """All that the transform stage knows of one document."""

    headline: Span | str | None  # a str where it came with the metadata
    url: str | None
    outlet: str | None
    published: PublicationTime | None
    language: str | None
    word_count: int
    status: AnnotationStatus
    authors: tuple[Author, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[ClaimOccurrence, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
