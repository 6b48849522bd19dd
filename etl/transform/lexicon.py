"""Word lists, written as running text."""

from __future__ import annotations


def word_set(*texts: str) -> frozenset[str]:
    """The words of ``texts``, split at white space."""
    return frozenset(word for text in texts for word in text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of ``text`` in their order."""
    return tuple(text.split())
