"""The records that travel between stages, and their vocabularies.

Every record is frozen. Every range is half-open, in characters (Unicode code points), counted from the start of
``documents.text``: ``document.text[span.start_char:span.end_char] == span.text`` holds for every span here.

Records inside one article refer to each other by *ordinal*: the record's place in its own list, counted from 1. The
loader turns an ordinal into a key (``article_id * KEYS_AN_ARTICLE + ordinal``), so that keys do not depend on the
order of work, the batch size or the number of workers.
"""

from etl.records.article import (
    AnonymousSource,
    Article,
    Attribution,
    AttributionSpan,
    Author,
    Citation,
    ClaimOccurrence,
    Figure,
    Mention,
    Paragraph,
    PublicationTime,
    Sentence,
    Span,
)
from etl.records.document import BESIDE, Document, ExtractedFile, InputFile, Reject, SuppliedMetadata
from etl.records.key import KEYS_AN_ARTICLE, article_key
from etl.records.markup import MARKUP, Mark, MarkedRange, read_marks, write_marks
from etl.records.vocabulary import (
    Alteration,
    AnnotationStatus,
    AttributionType,
    CitationKind,
    DatePrecision,
    Direction,
    EntityLabel,
    FigureKind,
    FileStatus,
    Medium,
    MentionKind,
    Outcome,
    ParagraphRole,
    Polarity,
    ProvType,
    QuotationEnd,
    RunStatus,
    SourceKind,
    SpanRole,
    Stage,
    Voice,
)

__all__ = [
    "BESIDE",
    "KEYS_AN_ARTICLE",
    "MARKUP",
    "Alteration",
    "AnnotationStatus",
    "AnonymousSource",
    "Article",
    "Attribution",
    "AttributionSpan",
    "AttributionType",
    "Author",
    "Citation",
    "CitationKind",
    "ClaimOccurrence",
    "DatePrecision",
    "Direction",
    "Document",
    "EntityLabel",
    "ExtractedFile",
    "Figure",
    "FigureKind",
    "FileStatus",
    "InputFile",
    "Mark",
    "MarkedRange",
    "Medium",
    "Mention",
    "MentionKind",
    "Outcome",
    "Paragraph",
    "ParagraphRole",
    "Polarity",
    "ProvType",
    "PublicationTime",
    "QuotationEnd",
    "Reject",
    "RunStatus",
    "Sentence",
    "SourceKind",
    "Span",
    "SpanRole",
    "Stage",
    "SuppliedMetadata",
    "Voice",
    "article_key",
    "read_marks",
    "write_marks",
]
