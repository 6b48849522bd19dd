"""A number with its unit: money, a share, a time, an age, a physical quantity, or a count of something."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.records import FigureKind
from etl.transform.claim.counted import counted_after
from etl.transform.claim.number import Number
from etl.transform.claim.place import DASHES, Place, before_signs, end_of, start_of
from etl.transform.claim.quantity import Quantity
from etl.transform.claim.unit import (
    CODES,
    CURRENCY_COUNTRIES,
    CURRENCY_NOUNS,
    DOLLARS,
    DURATIONS,
    LETTERS,
    NATIONAL,
    ONE_LETTER,
    SHARED_CURRENCIES,
    SHORT_DURATIONS,
    SIGNS,
    SQUARED,
    UNITS,
)
from etl.transform.singular import singular

#: Below this "N95" is a mask and "N1" a road.
_LEAST_NAIRA = 200


def currency_before(number: Number, place: Place) -> str | None:
    before = place.low(number.first - 1)
    if before in SIGNS:
        letters = place.low(number.first - 2) if place.is_tight(number.first - 2) else ""
        return DOLLARS.get(letters, "USD") if before == "$" else SIGNS[before]
    return before.upper() if before in CODES and place.text[start_of(number, place) - 2].isupper() else None


def letters_before(number: Number, place: Place) -> int | None:
    """The lexeme of a currency's letters before an amount: "Rs 64 crore", "Rs. 500", "Sh2.3 billion", "N850"."""
    at = number.first - 1
    if place.low(at) == "." and place.low(at - 1) in ("rs", "re", "tk", "sh"):
        at -= 1
    written = place.low(at)
    if number.is_word or number.is_part or written not in LETTERS or not place.text[place.lexemes[at].start].isupper():
        return None
    if place.is_tight(at - 1) or place.lexemes[number.first].start - place.lexemes[number.first - 1].end > 1:
        return None
    if written in ONE_LETTER:
        is_amount = (
            number.has_scale or "," in place.low(number.first) or (written == "n" and number.value >= _LEAST_NAIRA)
        )
        return at if is_amount and place.is_tight(at) else None
    return at


def measure(number: Number, place: Place, currency: str | None) -> Quantity:
    """The number with its unit."""
    start, end = start_of(number, place), end_of(number, place)
    letters = letters_before(number, place) if currency is None else None
    if letters is not None:
        noun, code = LETTERS[place.low(letters)]
        start = place.lexemes[letters].start
        money = Quantity(start, end, FigureKind.MONEY, number.value, number.value_high, is_approximate=number.is_vague)
        return replace(money, currency=code, unit=None if code else noun)
    if currency is not None:
        start = place.lexemes[before_signs(number.first, place) + 1].start
        if place.low(number.first - 1) in CODES:
            start = place.lexemes[number.first - 1].start
    base = Quantity(start, end, FigureKind.COUNT, number.value, number.value_high, is_approximate=number.is_vague)
    after = number.last + (place.low(number.last) in DASHES and place.is_tight(number.last - 1))
    if currency is None:
        currency, after_currency = _currency_after(number, after, place)
        if currency is not None:
            base = replace(base, end=place.lexemes[after_currency].end)
    if currency in SHARED_CURRENCIES:
        return replace(base, kind=FigureKind.MONEY, unit=currency)
    if currency is not None:
        return replace(base, kind=FigureKind.MONEY, currency=currency)
    if number.is_part:
        return _share(base, number, place)
    return _percent(base, after, place) or _unit(base, number, after, place)


def _share(base: Quantity, number: Number, place: Place) -> Quantity:
    """A fraction is a percentage, so that "half" and "50 percent" can be compared."""
    value = (number.value * 100).quantize(Decimal("0.01")).normalize()
    value = value.quantize(Decimal(1)) if value == value.to_integral() else value
    counted = counted_after(place.paragraph, base.start, base.end)
    return replace(base, kind=FigureKind.PERCENT, value=value, value_high=value, unit="percent", counted=counted)


def _currency_after(number: Number, after: int, place: Place) -> tuple[str | None, int]:
    word = place.low(after)
    before = ""
    if (word in NATIONAL and place.low(after + 1)) or word in ("hong", "new"):
        step = 2 if word in ("hong", "new") else 1
        before, after = place.low(after + step - 1), after + step
        word = place.low(after)
    noun = singular(word)
    if noun == "pound" and number.has_scale:
        return "GBP", after
    code = CURRENCY_NOUNS.get(noun) or _shared(noun, number)
    if code is None or (noun in ("won", "real", "rand") and word == noun and not number.has_scale):
        return None, after
    return CURRENCY_COUNTRIES.get((before, code), code), after


def _shared(noun: str, number: Number) -> str | None:
    """A currency of several countries; "two crowns" may be on two heads."""
    return noun if noun in SHARED_CURRENCIES and not number.is_word else None


def _percent(base: Quantity, after: int, place: Place) -> Quantity | None:
    word, following = place.low(after), place.low(after + 1)
    last, unit = after, "percent"
    if word == "per" and following == "cent":
        last = after + 1
    elif word in ("percentage", "basis") and singular(following) == "point":
        last, unit = after + 1, f"{word} point"
    elif word not in ("%", "percent", "pct", "pc"):
        return None
    end = place.lexemes[last].end
    counted = counted_after(place.paragraph, end - 1, end) if place.low(last + 1) == "of" else None
    return replace(base, kind=FigureKind.PERCENT, unit=unit, end=end, counted=counted)


def _unit(base: Quantity, number: Number, after: int, place: Place) -> Quantity:
    word = place.low(after)
    squared = word if word in SQUARED else None
    at = after + (squared is not None or word == "more")
    noun = SHORT_DURATIONS.get(place.low(at)) or singular(place.low(at))
    if squared is None and noun in DURATIONS and not (noun == "second" and place.low(at) == "second"):
        return _duration(base, at, noun, place)
    age = _age(base, number, place)
    if age is not None:
        return age
    unit = UNITS.get(place.low(at)) or UNITS.get(noun)
    if noun == "pound" and squared is None:
        unit = noun
    if unit is not None:
        end = place.lexemes[at].end
        if place.low(at + 1) == "per" and place.low(at + 2) == "hour":
            unit, end = f"{unit} per hour", place.lexemes[at + 2].end
        counted = counted_after(place.paragraph, end - 1, end) if place.low(at + 1) == "of" else None
        unit = f"{squared} {unit}" if squared else unit
        return replace(base, kind=FigureKind.QUANTITY, unit=unit, end=end, counted=counted)
    return replace(base, counted=counted_after(place.paragraph, base.start, base.end))


def _duration(base: Quantity, at: int, noun: str, place: Place) -> Quantity:
    end = place.lexemes[at].end
    old = at + 1 + (place.low(at + 1) in DASHES)
    if place.low(old) in ("old", "olds"):
        return replace(base, kind=FigureKind.AGE, unit=noun, end=place.lexemes[old].end)
    return replace(base, kind=FigureKind.DURATION, unit=noun, end=end)


def _age(base: Quantity, number: Number, place: Place) -> Quantity | None:
    """ "Aged 45", or a bare number between commas behind a name: "Jane Doe, 45, said"."""
    if not 0 < number.value < 120 or number.value != number.value.to_integral():
        return None
    before, after = place.low(number.first - 1), place.low(number.last)
    is_said = before in ("aged", "age", "ages") or (before == "of" and place.low(number.first - 2) == "age")
    is_apposed = before == "," and after in (",", ".", ";", ")") and _follows_name(number, place)
    return replace(base, kind=FigureKind.AGE, unit="year") if is_said or is_apposed else None


def _follows_name(number: Number, place: Place) -> bool:
    if number.first < 2 or number.is_word:
        return False
    name = place.lexemes[number.first - 2]
    first = place.paragraph.covering(name.start, name.end)[0]
    return first.label == "PERSON" or first.pos == "PROPN"
