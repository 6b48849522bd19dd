"""One article's records as rows of the tables of ``news``: pure, with keys made from ordinals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from etl.records import Article, Span, SpanRole, article_key

Row = dict[str, Any]


def article_row(article_id: int, article: Article, *, outlet_id: int | None, pipeline: str, run_id: int) -> Row:
    """The row of ``news.articles``."""
    headline = article.headline
    published = article.published
    return {
        "article_id": article_id,
        "document_id": article_id,
        "outlet_id": outlet_id,
        "url": article.url,
        "headline": headline.text if isinstance(headline, Span) else headline,
        "headline_start_char": headline.start_char if isinstance(headline, Span) else None,
        "headline_end_char": headline.end_char if isinstance(headline, Span) else None,
        "published_at": published.at if published else None,
        "published_precision": published.precision.value if published else None,
        "published_start_char": published.span.start_char if published and published.span else None,
        "published_end_char": published.span.end_char if published and published.span else None,
        "language": article.language,
        "word_count": article.word_count,
        "status": article.status.value,
        "pipeline": pipeline,
        "run_id": run_id,
    }


def author_rows(article_id: int, article: Article, keys: Mapping[str, int]) -> Iterator[Row]:
    """Rows of ``news.article_authors``; a name that the byline repeats is one row."""
    first = {author.name: author for author in reversed(article.authors)}
    for ordinal, name in enumerate(dict.fromkeys(author.name for author in article.authors), 1):
        span = first[name].span
        yield {
            "article_id": article_id,
            "author_id": keys[name],
            "ordinal": ordinal,
            "start_char": span.start_char if span else None,
            "end_char": span.end_char if span else None,
        }


def paragraph_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, paragraph in enumerate(article.paragraphs, 1):
        yield {
            "paragraph_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "ordinal": ordinal,
            "role": paragraph.role.value,
            "start_char": paragraph.start_char,
            "end_char": paragraph.end_char,
        }


def sentence_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, sentence in enumerate(article.sentences, 1):
        yield {
            "sentence_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "paragraph_id": article_key(article_id, sentence.paragraph),
            "ordinal": ordinal,
            "start_char": sentence.start_char,
            "end_char": sentence.end_char,
        }


def mention_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, mention in enumerate(article.mentions, 1):
        yield {
            "mention_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "label": mention.label.value,
            "kind": mention.kind.value,
            "name": mention.name,
            "chain_mention_id": _key(article_id, mention.chain),
            **_range(mention.span),
        }


def attribution_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, attribution in enumerate(article.attributions, 1):
        anonymous = attribution.anonymous
        yield {
            "attribution_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "type": attribution.type.value,
            "cue": " ".join(span.text for span in attribution.of_role(SpanRole.CUE)) or None,
            "cue_lemma": attribution.cue_lemma,
            "source_as_written": attribution.source_as_written,
            "source_kind": attribution.source_kind.value,
            "speaker_mention_id": _key(article_id, attribution.speaker),
            "unresolved_reason": attribution.unresolved_reason,
            "source_number": anonymous.number if anonymous else None,
            "source_role": anonymous.role if anonymous else None,
            "source_institution": anonymous.institution if anonymous else None,
            "addressee": attribution.addressee,
            "addressee_kind": attribution.addressee_kind.value if attribution.addressee_kind else None,
            "medium": attribution.medium.value if attribution.medium else None,
            "relayed_via": attribution.relay,
            "relayed_by_attribution_id": _key(article_id, attribution.relayed_by),
            "is_hedged": attribution.is_hedged,
            "is_denied": attribution.is_denied,
            "content": " ... ".join(span.text for span in attribution.of_role(SpanRole.CONTENT)),
            "quotation_end": attribution.quotation_end.value,
            "confidence": attribution.confidence,
            "rule": attribution.rule,
        }


def attribution_span_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, attribution in enumerate(article.attributions, 1):
        for place, part in enumerate(attribution.spans, 1):
            yield {
                "attribution_id": article_key(article_id, ordinal),
                "ordinal": place,
                "article_id": article_id,
                "role": part.role.value,
                **_range(part.span),
            }


def claim_rows(article_id: int, article: Article) -> Iterator[Row]:
    """Rows of ``news.claim_occurrences``."""
    for ordinal, claim in enumerate(article.claims, 1):
        yield {
            "claim_occurrence_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "sentence_id": article_key(article_id, claim.sentence),
            "attribution_id": _key(article_id, claim.attribution),
            **_range(claim.span),
            "statement": claim.statement,
            "voice": claim.voice.value,
            "polarity": claim.polarity.value,
            "is_hedged": claim.is_hedged,
            "hedge": claim.hedge,
            "subject": claim.subject,
            "predicate": claim.predicate,
            "object": claim.object,
            "subject_mention_id": _key(article_id, claim.subject_mention),
            "checkworthiness": claim.checkworthiness,
            "checkworthiness_reasons": ", ".join(claim.checkworthiness_reasons),
        }


def figure_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, figure in enumerate(article.figures, 1):
        yield {
            "figure_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "claim_occurrence_id": _key(article_id, figure.claim),
            **_range(figure.span),
            "kind": figure.kind.value,
            "value": figure.value,
            "value_high": figure.value_high,
            "unit": figure.unit,
            "currency": figure.currency,
            "counted": figure.counted,
            "is_approximate": figure.is_approximate,
            "modifier": figure.modifier,
            "outcome": figure.outcome.value if figure.outcome else None,
        }


def citation_rows(article_id: int, article: Article) -> Iterator[Row]:
    for ordinal, citation in enumerate(article.citations, 1):
        yield {
            "citation_id": article_key(article_id, ordinal),
            "article_id": article_id,
            **_range(citation.span),
            "kind": citation.kind.value,
            "outlet_as_written": citation.outlet,
            "url": citation.url,
            "refers_to_citation_id": _key(article_id, citation.refers_to),
        }


def _key(article_id: int, ordinal: int | None) -> int | None:
    return None if ordinal is None else article_key(article_id, ordinal)


def _range(span: Span) -> Row:
    return {"start_char": span.start_char, "end_char": span.end_char, "text": span.text}
