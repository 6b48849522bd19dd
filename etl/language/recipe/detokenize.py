"""Spaces for corpora that keep only tokens, so that training text looks like running text."""

from __future__ import annotations

from etl.language.word_lists import words_of

_NO_SPACE_BEFORE = frozenset(
    words_of(
        """
, . ; : ? ! ) ] } % '' ” ’ ... … n't N'T 's 'S 're 've 'll 'd 'm
"""
    )
)
_NO_SPACE_BEFORE_APOSTROPHE = ("'", "’")
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "``", "“", "‘", "#"])


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether a space follows each word.

    A plain mark alternates between opening and closing; a hyphen between two word characters is
    closed up, a slash too.
    """
    spaces = [True] * len(words)
    is_open = {'"': False, "'": False}
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        if following is None:
            spaces[i] = False
            continue
        if word in is_open and not (word == "'" and i and words[i - 1].endswith("s")):
            is_open[word] = not is_open[word]
            if is_open[word]:
                spaces[i] = False
            elif i:
                spaces[i - 1] = False
        if word in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE:
            spaces[i] = False
        if following == "'" and word.endswith("s") and not is_open["'"]:
            spaces[i] = False
        joins = ("-", "/")
        if following in joins and i + 2 < len(words) and _is_word(word) and _is_word(words[i + 2]):
            spaces[i] = False
        if word in joins and i and not spaces[i - 1] and _is_word(following):
            spaces[i] = False
    return tuple(spaces)


def _is_word(text: str) -> bool:
    return text[0].isalnum() and text[-1].isalnum()
