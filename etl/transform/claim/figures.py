"""The figures of an article, each with the claim that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from etl.records import ClaimOccurrence, Figure, FigureKind, Span
from etl.transform.claim.outcome import outcome_of
from etl.transform.claim.quantity import Numbers
from etl.transform.parsed import ParsedArticle

#: No claim begins further before a figure in it: a clause is shorter than a piece of prose, spans around cues included.
_LONGEST_CLAIM = 8000


def find_figures(
    article: ParsedArticle, numbers: Sequence[Numbers], claims: Sequence[ClaimOccurrence]
) -> Iterator[Figure]:
    for paragraph, own in zip(article.parsed, numbers, strict=True):
        for found in own.quantities:
            start, end = paragraph.offset + found.start, paragraph.offset + found.end
            yield Figure(
                span=Span(start, end, article.text[start:end]),
                claim=_claim_at(claims, start, end),
                kind=found.kind,
                value=found.value,
                value_high=found.value_high,
                unit=found.unit,
                currency=found.currency,
                counted=found.counted,
                is_approximate=found.is_approximate,
                modifier=found.modifier,
                outcome=outcome_of(paragraph, found) if found.kind is FigureKind.COUNT else None,
            )


def _claim_at(claims: Sequence[ClaimOccurrence], start: int, end: int) -> int | None:
    """The ordinal of the shortest claim that holds the range."""
    best: tuple[int, int] | None = None
    for ordinal in range(bisect_right(claims, start, key=lambda claim: claim.span.start_char), 0, -1):
        span = claims[ordinal - 1].span
        if start - span.start_char > _LONGEST_CLAIM:
            break
        if end <= span.end_char:
            best = min(best or (len(span.text), ordinal), (len(span.text), ordinal))
    return None if best is None else best[1]
