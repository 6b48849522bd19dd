"""Builds the text of an article and its annotations together, so that every range is right."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

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
    EntityLabel,
    Figure,
    FigureKind,
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
    Voice,
)


class Page:
    """An article as it is written, one piece of text after the other."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs: list[Paragraph] = []
        self._sentences: list[Sentence] = []
        self._mentions: list[Mention] = []
        self._attributions: list[Attribution] = []
        self._claims: list[ClaimOccurrence] = []
        self._figures: list[Figure] = []
        self._citations: list[Citation] = []
        self._first: dict[str, int] = {}
        self._words = 0
        self._headline: Span | None = None

    def write(self, text: str) -> Span:
        """Append ``text``."""
        span = Span(self._length, self._length + len(text), text)
        self._pieces.append(text)
        self._length += len(text)
        return span

    def begin(self) -> int:
        """Where the next piece begins."""
        return self._length

    def span(self, start: int) -> Span:
        """From ``start`` to here."""
        return Span(start, self._length, "".join(self._pieces)[start:])

    def name(self, name: str, label: EntityLabel) -> int:
        """Append a name; the ordinal of its mention."""
        span = self.write(name)
        ordinal = len(self._mentions) + 1
        chain = self._first.setdefault(name, ordinal)
        self._mentions.append(Mention(span, label, MentionKind.NAME, name, chain))
        return ordinal

    def headline(self, text: str) -> None:
        self._headline = self.write(text)
        self.end_paragraph(self._headline.start_char, ParagraphRole.HEADLINE)

    def end_paragraph(self, start: int, role: ParagraphRole = ParagraphRole.BODY) -> None:
        """Close the paragraph that began at ``start``."""
        self._paragraphs.append(Paragraph(start, self._length, role))
        self.write("\n\n")

    def end_sentence(self, start: int) -> int:
        """Close the sentence that began at ``start``; its ordinal. Its paragraph is the next to be closed."""
        self._sentences.append(Sentence(start, self._length, len(self._paragraphs) + 1))
        self._words += self.span(start).text.count(" ") + 1
        return len(self._sentences)

    def claim(self, span: Span, sentence: int, *, subject: int, predicate: str, thing: str) -> None:
        """A claim in the article's own voice; ``subject`` is the ordinal of a mention."""
        name = self._mentions[subject - 1].name
        self._claims.append(
            ClaimOccurrence(
                span, sentence, None, Voice.AUTHOR, Polarity.AFFIRMED, False, None, name,
                predicate, thing, subject, 0.7, ("names an actor", "holds a number"), span.text,
            )
        )  # fmt: skip

    def figure(self, span: Span, value: int, counted: str, *, is_approximate: bool) -> None:
        """A number; it belongs to the claim that is made next."""
        self._figures.append(
            Figure(
                span, len(self._claims) + 1, FigureKind.COUNT, Decimal(value), Decimal(value), None, None, counted,
                is_approximate, "about" if is_approximate else None,
            )
        )  # fmt: skip

    def attribution(
        self,
        parts: list[tuple[SpanRole, Span]],
        *,
        kind: AttributionType,
        speaker: int | None,
        source: SourceKind,
        addressee: str | None = None,
        role: str | None = None,
    ) -> int:
        """A source, cue and content; its ordinal."""
        kinds = {"us": SourceKind.AUTHOR, None: None}
        self._attributions.append(
            Attribution(
                type=kind,
                spans=tuple(AttributionSpan(*part) for part in sorted(parts, key=lambda part: part[1].start_char)),
                cue_lemma="tell" if addressee else "say",
                source_kind=source,
                speaker=speaker,
                unresolved_reason=None if speaker else "unnamed",
                anonymous=AnonymousSource(1, role, None) if source is SourceKind.ANONYMOUS else None,
                addressee=addressee,
                addressee_kind=kinds.get(addressee, SourceKind.OUTLET),
                medium=None,
                relay=None,
                relayed_by=None,
                is_hedged=False,
                is_denied=False,
                quotation_end=QuotationEnd.NONE if kind is AttributionType.INDIRECT else QuotationEnd.CLOSED,
                confidence=0.9,
                rule="synthetic",
            )
        )
        return len(self._attributions)

    def citation(self, outlet: str, kind: CitationKind) -> Span:
        """Append an outlet's name as a credit."""
        span = self.write(outlet)
        self._citations.append(Citation(span, kind, outlet, None, None))
        return span

    def finish(self, *, url: str, outlet: str, published_at: datetime) -> tuple[str, Article]:
        """The text and the article."""
        text = "".join(self._pieces).rstrip("\n")
        article = Article(
            headline=self._headline,
            url=url,
            outlet=outlet,
            published=PublicationTime(published_at, DatePrecision.MINUTE),
            language="en",
            word_count=self._words,
            status=AnnotationStatus.ANNOTATED,
            paragraphs=tuple(self._paragraphs),
            sentences=tuple(self._sentences),
            mentions=tuple(self._mentions),
            attributions=tuple(self._attributions),
            claims=tuple(self._claims),
            figures=tuple(self._figures),
            citations=tuple(self._citations),
        )
        return text, article
