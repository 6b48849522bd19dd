"""Credits to other publications, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from etl.records import Attribution, Citation
from etl.transform.layout.layout import Layout
from etl.transform.parsed import ParsedArticle


def find_citations(article: ParsedArticle, layout: Layout, attributions: Sequence[Attribution]) -> tuple[Citation, ...]:
    """The places where ``article`` credits another outlet, article or link, in text order."""
    credits = sorted(layout.credits, key=lambda credit: credit.span.start_char)
    return tuple(Citation(credit.span, credit.kind, credit.outlet, None, None) for credit in credits)
