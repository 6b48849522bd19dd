"""The vocabularies of the records, and of the columns that hold them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum


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
