"""Word lists written as running text."""

from __future__ import annotations


def words_of(text: str) -> list[str]:
    """The words of a block of text, in order."""
    return text.split()
