"""Word lists, written as prose is: words with spaces between them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of ``words``."""
    return frozenset(words.split())
