"""Who said what: the statements that an article puts in somebody's mouth."""

from __future__ import annotations

from etl.records import Attribution
from etl.transform.attribution.describing import Describer
from etl.transform.attribution.finding import find_drafts
from etl.transform.attribution.finishing import Finisher
from etl.transform.parsed import ParsedArticle

__all__ = ["find_attributions"]


def find_attributions(article: ParsedArticle) -> tuple[Attribution, ...]:
    """Every attribution of an article whose mentions and quotations are known, in text order. Never raises."""
    describer = Describer(article)
    return Finisher(article, describer).finish(find_drafts(article, describer))
