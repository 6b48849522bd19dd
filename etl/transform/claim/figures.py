"""Claims with their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.records import Attribution, ClaimOccurrence, Figure, Span
from etl.transform.claim.calendar import find_moments
from etl.transform.claim.quantity import find_quantities
from etl.transform.parsed import ParsedArticle


def find_claims(
    article: ParsedArticle, attributions: Sequence[Attribution]
) -> tuple[tuple[ClaimOccurrence, ...], tuple[Figure, ...]]:
    """The claims of an article and the figures of its prose, both in text order."""
    return (), tuple(_figures(article))


def _figures(article: ParsedArticle) -> Iterator[Figure]:
    for paragraph in article.parsed:
        for found in find_quantities(paragraph.doc, find_moments(paragraph.doc.text)):
            start, end = paragraph.offset + found.start, paragraph.offset + found.end
            yield Figure(
                span=Span(start, end, article.text[start:end]),
                claim=None,
                kind=found.kind,
                value=found.value,
                value_high=found.value_high,
                unit=found.unit,
                currency=found.currency,
                counted=found.counted,
                is_approximate=found.is_approximate,
                modifier=found.modifier,
            )
