"""Numbers in a paragraph, with their units: what the words say, before it is known in which claim they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from etl.records import FigureKind
from etl.transform.claim.calendar import Moment, find_moments
from etl.transform.claim.counted import counted_after
from etl.transform.claim.number import Lexeme, Number, find_numbers, lexemes_of
from etl.transform.claim.unit import (
    CODES,
    CURRENCY_COUNTRIES,
    CURRENCY_NOUNS,
    DOLLARS,
    DURATIONS,
    EXACT_MODIFIERS,
    MODIFIERS,
    SHORT_DURATIONS,
    SIGNS,
    SQUARED,
    TRAILING_MODIFIERS,
    UNITS,
)
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedParagraph
from etl.transform.singular import singular

_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@\w|\w@)\S*")
_ADDRESS_SIGNS: Final = ("://", "www.", "@")
_DASHES: Final = frozenset("-–—")
#: Words right before a number that make it a name's part: "Article 5", "page 12", "No. 1".
_LABELS: Final = word_set(
    """article section chapter page room no number route flight channel phase level grade version act rule resolution
    title week day game round stage type category class line item step apartment suite highway interstate
    proposition amendment gate platform unit size top figure table exhibit appendix district precinct ward
    volume vol issue episode season pier track lot box bus train tier group area zone camp unit # § point
    formula layer"""
)
_SCORE_NOUNS: Final = word_set(
    "decision vote ruling win victory loss majority record split lead score defeat margin draw tie drubbing count"
)
#: Nouns after "one" with which it counts nothing: "one day", "on the one hand".
_NOT_ONE: Final = word_set(
    """day time point thing way hand side word part reason another other of more or step example case moment such and
    last who that which whose"""
)
_NOT_HALF_AFTER: Final = word_set("first second last latter other better opening final front back")
_MODIFIER_WORDS: Final = tuple(tuple(modifier.split()) for modifier in MODIFIERS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure; ``start`` and ``end`` count characters of the paragraph, modifier and unit included."""

    start: int
    end: int
    kind: FigureKind
    value: Decimal
    value_high: Decimal
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    is_approximate: bool = False
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where figures are looked for: the paragraph, its lexemes, and what stretches hold no figures."""

    paragraph: ParsedParagraph
    text: str
    lexemes: Sequence[Lexeme]
    closed: Sequence[tuple[int, int]]

    def low(self, place: int) -> str:
        return self.lexemes[place].low if 0 <= place < len(self.lexemes) else ""

    def is_tight(self, place: int) -> bool:
        """Whether no space stands between a lexeme and the next."""
        return 0 <= place < len(self.lexemes) - 1 and self.lexemes[place].end == self.lexemes[place + 1].start


@dataclass(frozen=True, slots=True)
class Numbers:
    """Dates, times and figures of one paragraph, each in text order."""

    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]


def read_numbers(paragraph: ParsedParagraph) -> Numbers:
    """The numbers of a paragraph. What stands in a date or a time is no figure."""
    text = paragraph.text
    moments = find_moments(text)
    closed = [(moment.start, moment.end) for moment in moments]
    if any(sign in text for sign in _ADDRESS_SIGNS):
        closed += [match.span() for match in _ADDRESS.finditer(text)]
    place = _Place(paragraph, text, lexemes_of(text), sorted(closed))
    found = (_quantity(number, place) for number in _ranges(place))
    return Numbers(tuple(moments), tuple(quantity for quantity in found if quantity is not None))


def _ranges(place: _Place) -> Iterator[Number]:
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


def _outside(place: _Place) -> Iterator[Number]:
    """The numbers that no closed stretch touches."""
    closed = iter(place.closed)
    current = next(closed, None)
    for number in find_numbers(place.lexemes):
        start, end = place.lexemes[number.first].start, place.lexemes[number.last - 1].end
        while current is not None and current[1] <= start:
            current = next(closed, None)
        if current is None or current[0] >= end:
            yield number


def _range(low: Number, high: Number, place: _Place) -> Number | None:
    """ "5-10", "5 to 10 million", "between 5 and 10", "two or three" as one number."""
    link = low.last
    if place.low(link) in _SCALE_SIGNS:  # "5% to 10%"
        link += 1
    connector = place.low(link)
    first = link + 1
    while place.low(first) in SIGNS or (place.low(first) == "us" and place.low(first + 1) in SIGNS):
        first += 1
    if first != high.first or low.is_part or high.is_part:
        return None
    before = place.low(_before_signs(low.first, place))
    is_range = connector in _DASHES or connector in ("to", "or") or (connector == "and" and before == "between")
    if not is_range or (connector == "to" and before == "from"):
        return None
    value = low.value
    if high.has_scale and not low.has_scale and value < 1000:
        value *= _scale(high.value_high)
    if value >= high.value_high:
        return None
    return replace(low, last=high.last, value=value, value_high=high.value_high, is_vague=True)


_SCALE_SIGNS = frozenset(("%",))


def _scale(value: Decimal) -> Decimal:
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale:
            return Decimal(scale)
    return Decimal(1)


def _before_signs(first: int, place: _Place) -> int:
    before = first - 1
    while place.low(before) in SIGNS or (place.low(before) in DOLLARS and place.low(before + 1) == "$"):
        before -= 1
    return before


def _quantity(number: Number, place: _Place) -> Quantity | None:
    currency = _currency_before(number, place)
    if currency is None and _is_no_figure(number, place):
        return None
    number = _with_half(number, place)
    found = _measured(number, place, currency)
    if found.kind is FigureKind.COUNT and found.counted is None and _is_dashed(number, place):
        return None  # a telephone number, a score, a code
    return _softened(found, number, place)


def _is_dashed(number: Number, place: _Place) -> bool:
    return any(place.low(each) in _DASHES for each in range(number.first, number.last)) and not number.is_word


def _currency_before(number: Number, place: _Place) -> str | None:
    before = place.low(number.first - 1)
    if before in SIGNS:
        letters = place.low(number.first - 2) if place.is_tight(number.first - 2) else ""
        return DOLLARS.get(letters, "USD") if before == "$" else SIGNS[before]
    return before.upper() if before in CODES and place.text[_start(number, place) - 2].isupper() else None


def _start(number: Number, place: _Place) -> int:
    return place.lexemes[number.first].start


def _end(number: Number, place: _Place) -> int:
    return place.lexemes[number.last - 1].end


def _with_half(number: Number, place: _Place) -> Number:
    words = tuple(place.low(number.last + step) for step in range(3))
    if words == ("and", "a", "half") and not number.is_part:
        return replace(
            number,
            last=number.last + 3,
            value=number.value + Decimal("0.5"),
            value_high=number.value_high + Decimal("0.5"),
        )
    return number


def _is_no_figure(number: Number, place: _Place) -> bool:
    return (
        _is_inside_word(number, place)
        or _is_label(number, place)
        or _is_score(number, place)
        or _is_idle_one(number, place)
        or _is_idle_part(number, place)
        or _is_part_of_name(number, place)
    )


def _is_inside_word(number: Number, place: _Place) -> bool:
    """ "F-16", "MH17", "3rd", "1.2.3", "555-1234"."""
    first, last = number.first, number.last
    if place.is_tight(first - 1):
        before = place.low(first - 1)
        is_joined = before in _DASHES or before in ("/", ".", "'", "’", "#", "@", "_", ":")
        if before.isalnum() or (is_joined and place.is_tight(first - 2)) or before in ("#", "@", "_"):
            return True
    if place.is_tight(last - 1):
        after = place.low(last)
        if after in ("st", "nd", "rd", "th", "s") or after in ("/", ":", "_", "'", "’", "@"):
            return place.low(last + 1)[:1].isalnum() or after.isalpha()
        if after in _DASHES and place.is_tight(last) and place.low(last + 1)[:1].isdigit():
            return True
        if after.isalpha() and not number.is_word and after not in UNITS and after not in SHORT_DURATIONS:
            return True
        return after == "." and place.is_tight(last) and place.low(last + 1)[:1].isdigit()
    return False


def _is_label(number: Number, place: _Place) -> bool:
    before = number.first - 1
    if place.low(before) == "." and place.low(before - 1) in ("no", "nos", "vol"):
        return True
    is_item = number.first == 0 and place.low(number.last) in (".", ")") and not number.is_word
    is_labelled = place.low(before) in _LABELS and not (place.low(before) in ("day", "week") and number.is_word)
    return is_item or (is_labelled and singular(place.low(number.last)) not in DURATIONS)


def _is_score(number: Number, place: _Place) -> bool:
    """ "A 5-4 decision", "lost 2-1"."""
    words = [place.low(each) for each in range(number.first, number.last)]
    if not any(word in _DASHES for word in words) or number.has_scale:
        return False
    after = place.low(number.last)
    before = place.low(number.first - 1)
    verbs = ("won", "lost", "beat", "tied", "drew", "voted", "defeated", "win", "led")
    return after in _SCORE_NOUNS or before in verbs or len(words) > 3


def _is_idle_one(number: Number, place: _Place) -> bool:
    if place.low(number.first) != "one" or number.last - number.first > 1:
        return False
    after = place.low(number.last)
    before = place.low(number.first - 1)
    return (not after.isalpha() and after != "-") or after in _NOT_ONE or before in ("no", "the", "this", "that", "any")


def _is_idle_part(number: Number, place: _Place) -> bool:
    """ "The second half", "half-brother", "a third party": no share of anything."""
    if not number.is_part:
        return False
    before, after = place.low(number.first - 1), place.low(number.last)
    if place.low(number.first) == "half":
        is_tight = place.is_tight(number.last - 1) and after == "-"
        return before in _NOT_HALF_AFTER or is_tight or after not in ("of", "the", "its", "their", "his", "her", "our")
    return place.low(number.first) in ("a", "an", "one") and after not in ("of",)


def _is_part_of_name(number: Number, place: _Place) -> bool:
    """ "Boeing 747", "Apollo 11": bare digits right behind a capitalised word that they hang on."""
    lexeme = place.lexemes[number.first]
    if number.is_word or number.has_scale or number.last - number.first > 1 or "," in lexeme.low or "." in lexeme.low:
        return False
    if number.first == 0 or lexeme.start - place.lexemes[number.first - 1].end != 1:
        return False
    before = place.lexemes[number.first - 1]
    if not place.text[before.start].isupper():
        return False
    token = place.paragraph.covering(lexeme.start, lexeme.end)[0]
    if number.first == 1 and token.before is not None and token.before.pos != "PROPN":
        return False
    return not (token.dep == "nummod" and token.head.i > token.i)


def _measured(number: Number, place: _Place, currency: str | None) -> Quantity:
    """The number with its unit."""
    start, end = _start(number, place), _end(number, place)
    if currency is not None:
        start = place.lexemes[_before_signs(number.first, place) + 1].start
        if place.low(number.first - 1) in CODES:
            start = place.lexemes[number.first - 1].start
    base = Quantity(start, end, FigureKind.COUNT, number.value, number.value_high, is_approximate=number.is_vague)
    after = number.last + (place.low(number.last) in _DASHES and place.is_tight(number.last - 1))
    if currency is None:
        currency, after_currency = _currency_after(number, after, place)
        if currency is not None:
            base = replace(base, end=place.lexemes[after_currency].end)
    if currency is not None:
        return replace(base, kind=FigureKind.MONEY, currency=currency)
    if number.is_part:
        return _share(base, number, place)
    return _percent(base, after, place) or _unit(base, number, after, place)


def _share(base: Quantity, number: Number, place: _Place) -> Quantity:
    """A fraction is a percentage, so that "half" and "50 percent" can be compared."""
    value = (number.value * 100).quantize(Decimal("0.01")).normalize()
    value = value.quantize(Decimal(1)) if value == value.to_integral() else value
    counted = counted_after(place.paragraph, base.start, base.end)
    return replace(base, kind=FigureKind.PERCENT, value=value, value_high=value, unit="percent", counted=counted)


def _currency_after(number: Number, after: int, place: _Place) -> tuple[str | None, int]:
    word = place.low(after)
    before = ""
    if (word in ("us", "canadian", "australian", "american", "singapore") and place.low(after + 1)) or word in (
        "hong",
        "new",
    ):
        step = 2 if word in ("hong", "new") else 1
        before, after = place.low(after + step - 1), after + step
        word = place.low(after)
    noun = singular(word)
    if noun == "pound" and number.has_scale:
        return "GBP", after
    code = CURRENCY_NOUNS.get(noun)
    if code is None or (noun in ("won", "real", "rand") and word == noun and not number.has_scale):
        return None, after
    return CURRENCY_COUNTRIES.get((before, code), code), after


def _percent(base: Quantity, after: int, place: _Place) -> Quantity | None:
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


def _unit(base: Quantity, number: Number, after: int, place: _Place) -> Quantity:
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


def _duration(base: Quantity, at: int, noun: str, place: _Place) -> Quantity:
    end = place.lexemes[at].end
    old = at + 1 + (place.low(at + 1) in _DASHES)
    if place.low(old) in ("old", "olds"):
        return replace(base, kind=FigureKind.AGE, unit=noun, end=place.lexemes[old].end)
    return replace(base, kind=FigureKind.DURATION, unit=noun, end=end)


def _age(base: Quantity, number: Number, place: _Place) -> Quantity | None:
    """ "Aged 45", or a bare number between commas behind a name: "Jane Doe, 45, said"."""
    if not 0 < number.value < 120 or number.value != number.value.to_integral():
        return None
    before, after = place.low(number.first - 1), place.low(number.last)
    is_said = before in ("aged", "age", "ages") or (before == "of" and place.low(number.first - 2) == "age")
    is_apposed = before == "," and after in (",", ".", ";", ")") and _follows_name(number, place)
    return replace(base, kind=FigureKind.AGE, unit="year") if is_said or is_apposed else None


def _follows_name(number: Number, place: _Place) -> bool:
    if number.first < 2 or number.is_word:
        return False
    name = place.lexemes[number.first - 2]
    first = place.paragraph.covering(name.start, name.end)[0]
    return first.label == "PERSON" or first.pos == "PROPN"


def _softened(found: Quantity, number: Number, place: _Place) -> Quantity:
    """``found`` with the words before or behind it that leave it inexact."""
    first = next((n for n in range(number.first, -1, -1) if place.lexemes[n].start <= found.start), number.first)
    modifier, start = _modifier_before(first, place)
    if modifier is None:
        modifier, end = _modifier_after(found.end, number, place)
        is_soft = modifier is not None
        return replace(found, end=end, modifier=modifier, is_approximate=found.is_approximate or is_soft)
    is_soft = modifier not in EXACT_MODIFIERS
    return replace(found, start=start, modifier=modifier, is_approximate=found.is_approximate or is_soft)


def _modifier_before(first: int, place: _Place) -> tuple[str | None, int]:
    if place.low(first - 1) in ("the", "a", "an") and place.low(first - 2) in ("about", "around", "nearly"):
        first -= 1
    for words in _MODIFIER_WORDS:
        begin = first - len(words)
        if begin >= 0 and all(place.low(begin + n) == word for n, word in enumerate(words)):
            return " ".join(words), place.lexemes[begin].start
    return None, 0


def _modifier_after(end: int, number: Number, place: _Place) -> tuple[str | None, int]:
    if place.text[end : end + 1] == "+":
        return "+", end + 1
    tail = place.text[end : end + 16].lower()
    for words in TRAILING_MODIFIERS:
        for gap in (" ", "-"):
            if tail.startswith(gap + words) and not tail[len(words) + 1 : len(words) + 2].isalnum():
                return words, end + 1 + len(words)
    return None, end
