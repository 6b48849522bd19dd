"""Two numbers that are the ends of one: "5-10", "between 5 and 10 million"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from etl.transform.claim.number import Number, find_numbers
from etl.transform.claim.place import DASHES, Place, before_signs
from etl.transform.claim.unit import LETTERS, SIGNS

_SCALE_SIGNS: Final = frozenset(("%",))


def find_intervals(place: Place) -> Iterator[Number]:
    """The numbers, with two that are the ends of a range made one."""
    open_numbers = _outside(place)
    held: Number | None = None
    for number in open_numbers:
        if held is None:
            held = number
            continue
        joined = _range(held, number, place)
        if joined is not None:
            yield joined
            held = None
        else:
            yield held
            held = number
    if held is not None:
        yield held


def _outside(place: Place) -> Iterator[Number]:
    """The numbers that no closed stretch touches."""
    closed = iter(place.closed)
    current = next(closed, None)
    for number in find_numbers(place.lexemes):
        start, end = place.lexemes[number.first].start, place.lexemes[number.last - 1].end
        while current is not None and current[1] <= start:
            current = next(closed, None)
        if current is None or current[0] >= end:
            yield number


def _range(low: Number, high: Number, place: Place) -> Number | None:
    """ "5-10", "5 to 10 million", "between 5 and 10", "two or three" as one number."""
    link = low.last
    if place.low(link) in _SCALE_SIGNS:  # "5% to 10%"
        link += 1
    connector = place.low(link)
    first = link + 1
    while place.low(first) in SIGNS or _opens_amount(first, place):
        first += 1
    if first != high.first or low.is_part or high.is_part:
        return None
    at = before_signs(low.first, place)
    before = place.low(at - 1 if place.low(at) in LETTERS else at)
    is_range = connector in DASHES or connector in ("to", "or") or (connector == "and" and before == "between")
    if not is_range or (connector == "to" and before == "from"):
        return None
    value = low.value
    if high.has_scale and not low.has_scale and value < 1000:
        value *= _scale(high.value_high)
    if value >= high.value_high:
        return None
    return replace(low, last=high.last, value=value, value_high=high.value_high, is_vague=True)


def _opens_amount(at: int, place: Place) -> bool:
    """Whether letters of a currency stand before a sign or a number: "between N850 *and N*1,100"."""
    is_before_sign = place.low(at) == "us" and place.low(at + 1) in SIGNS
    return is_before_sign or (place.low(at) in LETTERS and place.low(at + 1)[:1].isdigit())


def _scale(value: Decimal) -> Decimal:
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale:
            return Decimal(scale)
    return Decimal(1)
