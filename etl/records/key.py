"""Keys that are made, not drawn."""

from __future__ import annotations

#: Keys set aside for each kind of row of one article.
KEYS_AN_ARTICLE = 1_000_000


def article_key(article_id: int, ordinal: int) -> int:
    """The database key of an article's ``ordinal``-th record (counted from 1) of one kind."""
    if not 0 < ordinal < KEYS_AN_ARTICLE:
        raise ValueError(f"ordinal {ordinal} is outside 1..{KEYS_AN_ARTICLE - 1}")
    return article_id * KEYS_AN_ARTICLE + ordinal
