"""Words that leave a figure inexact, before it and behind it: "about", "or so"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.transform.claim.number import Number
from etl.transform.claim.place import Place
from etl.transform.claim.quantity import Quantity
from etl.transform.claim.unit import EXACT_MODIFIERS, MODIFIERS, TRAILING_MODIFIERS

_MODIFIER_WORDS: Final = tuple(tuple(modifier.split()) for modifier in MODIFIERS)


def soften(found: Quantity, number: Number, place: Place) -> Quantity:
    """``found`` with the words before or behind it that leave it inexact."""
    first = next((n for n in range(number.first, -1, -1) if place.lexemes[n].start <= found.start), number.first)
    modifier, start = _modifier_before(first, place)
    if modifier is None:
        modifier, end = _modifier_after(found.end, number, place)
        is_soft = modifier is not None
        return replace(found, end=end, modifier=modifier, is_approximate=found.is_approximate or is_soft)
    is_soft = modifier not in EXACT_MODIFIERS
    return replace(found, start=start, modifier=modifier, is_approximate=found.is_approximate or is_soft)


def _modifier_before(first: int, place: Place) -> tuple[str | None, int]:
    if place.low(first - 1) in ("the", "a", "an") and place.low(first - 2) in ("about", "around", "nearly"):
        first -= 1
    for words in _MODIFIER_WORDS:
        begin = first - len(words)
        if begin >= 0 and all(place.low(begin + n) == word for n, word in enumerate(words)):
            return " ".join(words), place.lexemes[begin].start
    return None, 0


def _modifier_after(end: int, number: Number, place: Place) -> tuple[str | None, int]:
    if place.text[end : end + 1] == "+":
        return "+", end + 1
    tail = place.text[end : end + 16].lower()
    for words in TRAILING_MODIFIERS:
        for gap in (" ", "-"):
            if tail.startswith(gap + words) and not tail[len(words) + 1 : len(words) + 2].isalnum():
                return words, end + 1 + len(words)
    return None, end
