"""The records that travel between stages, and their vocabularies.

Every record is frozen. Every range is half-open, in characters (Unicode code points), counted from the start of
``documents.text``: ``document.text[span.start_char:span.end_char] == span.text`` holds for every span here.

Records inside one article refer to each other by *ordinal*: the record's place in its own list, counted from 1. The
loader turns an ordinal into a key (``article_id * KEYS_AN_ARTICLE + ordinal``), so that keys do not depend on the
order of work, the batch size or the number of workers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

#: Keys set aside for each kind of row of one article.
KEYS_AN_ARTICLE = 1_000_000


def article_key(article_id: int, ordinal: int) -> int:
    """The database key of an article's ``ordinal``-th record (counted from 1) of one kind."""
    if not 0 < ordinal < KEYS_AN_ARTICLE:
        raise ValueError(f"ordinal {ordinal} is outside 1..{KEYS_AN_ARTICLE - 1}")
    return article_id * KEYS_AN_ARTICLE + ordinal


# --- vocabularies -----------------------------------------------------------------------------------------------


class FileStatus(StrEnum):
    """What became of an input file."""

    LOADED = "loaded"
    DUPLICATE = "duplicate"  # all that it holds was known already
    REJECTED = "rejected"
    PARTIAL = "partial"  # some of its documents were rejected


class RunStatus(StrEnum):
    """How a run ended; ``RUNNING`` with no live lock means that it was killed."""

    RUNNING = "running"
    DONE = "done"
    DONE_WITH_REJECTS = "done_with_rejects"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    KILLED = "killed"  # set by the next run, for one that left no end


class Stage(StrEnum):
    """Where in the flow something happened."""

    EXTRACT = "extract"
    TRANSFORM = "transform"
    LOAD = "load"
    LINK = "link"


class AnnotationStatus(StrEnum):
    """What the transform stage did with an article."""

    ANNOTATED = "annotated"
    OTHER_LANGUAGE = "other_language"  # loaded, marked, not annotated
    EMPTY = "empty"  # no body text


class DatePrecision(StrEnum):
    """How exactly a publication time is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    def end_of(self, at: datetime) -> datetime:
        """The end of the second, minute, hour, day, month or year that begins ``at``."""
        match self:
            case DatePrecision.YEAR:
                return (at.replace(month=1, day=1) + timedelta(days=366)).replace(month=1, day=1)
            case DatePrecision.MONTH:
                return (at.replace(day=1) + timedelta(days=32)).replace(day=1)
        return at + timedelta(**{f"{self.value}s": 1})


class ParagraphRole(StrEnum):
    """What a paragraph is in the layout of the page."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"  # a standfirst or deck under the headline
    HEADING = "heading"  # a heading inside the body
    DATELINE = "dateline"  # publication date or place line
    BYLINE = "byline"
    SECTION = "section"  # a rubric, channel or publisher line
    BODY = "body"
    BLOCK_QUOTATION = "block_quotation"
    CAPTION = "caption"
    CREDIT = "credit"  # photo credit
    BOILERPLATE = "boilerplate"  # what the web page leaves behind

    @property
    def is_prose(self) -> bool:
        """Whether sentences, attributions and claims are looked for in it."""
        return self in (ParagraphRole.BODY, ParagraphRole.BLOCK_QUOTATION, ParagraphRole.SUBHEADLINE)


class EntityLabel(StrEnum):
    """Labels of mentions and entities (OntoNotes names)."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    NORP = "NORP"
    FAC = "FAC"
    EVENT = "EVENT"
    PRODUCT = "PRODUCT"
    WORK_OF_ART = "WORK_OF_ART"
    LAW = "LAW"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"
    CARDINAL = "CARDINAL"
    ORDINAL = "ORDINAL"

    @property
    def is_name(self) -> bool:
        """Whether it labels named things (which become entities), not numbers and times."""
        return self not in _NUMERIC_LABELS


_NUMERIC_LABELS = frozenset(
    {
        EntityLabel.DATE,
        EntityLabel.TIME,
        EntityLabel.MONEY,
        EntityLabel.PERCENT,
        EntityLabel.QUANTITY,
        EntityLabel.CARDINAL,
        EntityLabel.ORDINAL,
    }
)


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"  # "the senator"
    PRONOUN = "pronoun"


class AttributionType(StrEnum):
    """By quotation marks: the content is one quotation, holds some, or holds none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """Who stands behind an attribution."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"  # "a senior official"
    GROUP = "group"  # "critics"
    AUTHOR = "author"  # the article's own "us", "me"
    UNKNOWN = "unknown"


class SpanRole(StrEnum):
    """What a span of an attribution is."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    ADDRESSEE = "addressee"
    MEDIUM = "medium"
    RELAY = "relay"  # the words that name who relays it


class Medium(StrEnum):
    """Through what the words reached the reporter or the public."""

    INTERVIEW = "interview"
    LETTER = "letter"
    EMAIL = "email"
    REPORT = "report"
    SPEECH = "speech"
    STATEMENT = "statement"
    BROADCAST = "broadcast"
    PRESS_CONFERENCE = "press_conference"
    SOCIAL_MEDIA = "social_media"
    TESTIMONY = "testimony"
    ARTICLE = "article"
    BOOK = "book"
    DOCUMENT = "document"
    CALL = "call"
    OTHER = "other"


class QuotationEnd(StrEnum):
    """How the quotation of a direct or mixed attribution ends."""

    CLOSED = "closed"
    REOPENED = "reopened"  # runs on into the next paragraph, which opens again
    UNCLOSED_PARAGRAPH = "unclosed_paragraph"  # never closed: taken to end with its paragraph
    UNCLOSED_SENTENCE = "unclosed_sentence"
    BLOCK = "block"  # a block quotation without marks
    NONE = "none"  # no quotation in it


class Voice(StrEnum):
    """In whose voice a claim is printed."""

    AUTHOR = "author"
    ATTRIBUTED = "attributed"


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class FigureKind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    QUANTITY = "quantity"  # with a physical unit
    AGE = "age"


class Outcome(StrEnum):
    """What became of those whom a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    RESCUED = "rescued"


class CitationKind(StrEnum):
    """In what form an article credits another publication."""

    CREDIT = "credit"  # "Bloomberg reported", "according to BloombergView"
    ADDRESSEE = "addressee"  # "told the WSJ"
    WIRE = "wire"  # "(AP)", "Reuters" in the byline
    HAT_TIP = "hat_tip"  # "h/t"
    REPRINT = "reprint"  # "originally appeared in"
    LINK = "link"  # a URL or "read the full story"
    REFERENCE = "reference"  # "the report", "the paper": back to a name


class Alteration(StrEnum):
    """How one printing of a quote differs from its canonical form."""

    IDENTICAL = "identical"
    TRIMMED = "trimmed"
    EXTENDED = "extended"
    REWORDED = "reworded"


class Direction(StrEnum):
    """Which of two articles that share a passage had it first."""

    ARTICLE_FIRST = "article_first"
    OTHER_FIRST = "other_first"
    COMMON_ORIGIN = "common_origin"  # both took it from a third
    UNKNOWN = "unknown"


class ProvType(StrEnum):
    """W3C PROV relations between an article and what it came from."""

    WAS_QUOTED_FROM = "wasQuotedFrom"
    HAD_PRIMARY_SOURCE = "hadPrimarySource"
    WAS_REVISION_OF = "wasRevisionOf"
    WAS_DERIVED_FROM = "wasDerivedFrom"


# --- extract -> transform -----------------------------------------------------------------------------------------


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


class Mark(StrEnum):
    """What the markup of a page says of one of its paragraphs."""

    HEADLINE = "headline"
    HEADING = "heading"
    QUOTATION = "quotation"  # <blockquote>
    ITEM = "item"  # of a list
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True)
class MarkedRange:
    """A paragraph of which the markup says something."""

    start_char: int
    end_char: int
    mark: Mark


#: The supplied field that holds the SHA-256 of the metadata beside a page or an archive of pages.
BESIDE = "beside_sha256"

#: The supplied field that holds the marks of a page: "headline 0 31; quotation 840 1022".
MARKUP = "markup"


def write_marks(ranges: Iterable[MarkedRange]) -> str:
    """``ranges`` as they stand in the supplied field :data:`MARKUP`."""
    return "; ".join(f"{each.mark} {each.start_char} {each.end_char}" for each in ranges)


def read_marks(written: str | None) -> tuple[MarkedRange, ...]:
    """What :func:`write_marks` wrote; nothing for what anybody else put there."""
    found = []
    for each in (written or "").split("; "):
        mark, *places = each.split(" ")
        if (
            mark not in {each.value for each in Mark}
            or len(places) != 2
            or not all(place.isdecimal() for place in places)
        ):
            return ()
        found.append(MarkedRange(int(places[0]), int(places[1]), Mark(mark)))
    return tuple(found)


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


# --- transform -> load --------------------------------------------------------------------------------------------


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
