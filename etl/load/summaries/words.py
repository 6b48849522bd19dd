"""Whose words an article's words are: each word of its prose is of one kind, so that the kinds add up."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

#: A half-open range of characters of the text.
Range = tuple[int, int]

#: Letters and digits, held together by the marks that stand inside words: "don't", "al-Abadi", "U.S", "3,100".
_WORD = re.compile(r"\w+(?:['’.,&/-]\w+)*")

_OWN, _ATTRIBUTED, _REUSED, _QUOTED = range(4)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words of an article's prose by kind; ``words`` is their sum."""

    quoted: int
    reused: int
    attributed: int
    own: int

    @property
    def words(self) -> int:
        return self.quoted + self.reused + self.attributed + self.own


def count_words(
    text: str,
    prose: Iterable[Range],
    *,
    quoted: Iterable[Range] = (),
    reused: Iterable[Range] = (),
    attributed: Iterable[Range] = (),
) -> WordCounts:
    """Count the words of ``prose`` by kind.

    A quotation stays a quotation where it also stands in a reused passage: two reporters who heard the same words did
    not copy. A word belongs to the kind of its first character.
    """
    kinds = bytearray(len(text))
    for kind, ranges in ((_ATTRIBUTED, attributed), (_REUSED, reused), (_QUOTED, quoted)):
        for start, end in ranges:
            kinds[start:end] = bytes([kind]) * len(kinds[start:end])
    totals = [0, 0, 0, 0]
    for start, end in prose:
        for word in _WORD.finditer(text, start, end):
            totals[kinds[word.start()]] += 1
    return WordCounts(quoted=totals[_QUOTED], reused=totals[_REUSED], attributed=totals[_ATTRIBUTED], own=totals[_OWN])


def overlap(ranges: Iterable[Range], others: Iterable[Range]) -> list[Range]:
    """The parts of ``ranges`` that lie inside one of ``others``."""
    ordered = sorted(others)
    starts = [start for start, _ in ordered]
    longest = max((end - start for start, end in ordered), default=0)
    return [
        (max(start, other_start), min(end, other_end))
        for start, end in ranges
        for other_start, other_end in ordered[bisect_right(starts, start - longest) : bisect_left(starts, end)]
        if max(start, other_start) < min(end, other_end)
    ]
