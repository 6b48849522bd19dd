"""Numbers in a paragraph: dates, times, and figures with their units."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from etl.records import FigureKind
from etl.transform.claim.calendar import Moment, find_moments
from etl.transform.claim.interval import find_intervals
from etl.transform.claim.label import is_no_figure
from etl.transform.claim.measure import currency_before, letters_before, measure
from etl.transform.claim.modifier import soften
from etl.transform.claim.number import Number, lexemes_of
from etl.transform.claim.place import Place, is_dashed
from etl.transform.claim.quantity import Numbers, Quantity
from etl.transform.parsed import ParsedParagraph

_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@\w|\w@)\S*")
_ADDRESS_SIGNS: Final = ("://", "www.", "@")


def read_numbers(paragraph: ParsedParagraph) -> Numbers:
    """The numbers of a paragraph. What stands in a date or a time is no figure."""
    text = paragraph.text
    moments = [each for each in find_moments(text) if not _is_counted(paragraph, each)]
    closed = [(moment.start, moment.end) for moment in moments]
    if any(sign in text for sign in _ADDRESS_SIGNS):
        closed += [match.span() for match in _ADDRESS.finditer(text)]
    place = Place(paragraph, text, lexemes_of(text), sorted(closed))
    found = (_quantity(number, place) for number in find_intervals(place))
    return Numbers(tuple(moments), tuple(quantity for quantity in found if quantity is not None))


def _is_counted(paragraph: ParsedParagraph, moment: Moment) -> bool:
    """Whether four digits count those to whom something was done: "1720 had been discharged"."""
    if not paragraph.text[moment.start : moment.end].isdigit():
        return False
    words = paragraph.covering(moment.start, moment.end)
    return len(words) == 1 and words[0].dep == "nsubj:pass"


def _quantity(number: Number, place: Place) -> Quantity | None:
    currency = currency_before(number, place)
    if currency is None and letters_before(number, place) is None and is_no_figure(number, place):
        return None
    number = _with_half(number, place)
    found = measure(number, place, currency)
    if found.kind is FigureKind.COUNT and found.counted is None and is_dashed(number, place):
        return None  # a telephone number, a score, a code
    return soften(found, number, place)


def _with_half(number: Number, place: Place) -> Number:
    words = tuple(place.low(number.last + step) for step in range(3))
    if words == ("and", "a", "half") and not number.is_part:
        return replace(
            number,
            last=number.last + 3,
            value=number.value + Decimal("0.5"),
            value_high=number.value_high + Decimal("0.5"),
        )
    return number
