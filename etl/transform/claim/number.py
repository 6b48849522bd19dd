"""Numbers in digits and in words: what stretch of the text they take, and which values they allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from etl.transform.lexicon import word_list

_LEXEME: Final = re.compile(r"(?<![\w.,)])\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]|_")

_SMALL: Final = {
    word: value
    for value, word in enumerate(
        word_list(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen"""
        )
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
#: Scales written right behind digits: "1.2m", "$150bn", "20k".
_SHORT_SCALES: Final = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_VAGUE: Final = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "lakhs": 10**5,
    "crores": 10**7,
}
_FEW: Final = {"several": (3, 9), "few": (3, 9), "couple": (2, 2), "many": (3, 9)}
_PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
#: What a number in words may begin with.
_OPENERS: Final = frozenset((*_SMALL, *_TENS, *_SCALES, *_VAGUE, *_FEW, *_PARTS, "a", "an", "hundred", "dozen"))
_LARGEST = Decimal(10) ** 18


class Lexeme(NamedTuple):
    """A word, a run of digits or a mark; ``low`` is its text in lower case, ".09" with its 0."""

    start: int
    end: int
    low: str


@dataclass(frozen=True, slots=True)
class Number:
    """``first`` to ``last`` (half-open) count lexemes. ``is_part``: a fraction of one ("two thirds")."""

    first: int
    last: int
    value: Decimal
    value_high: Decimal
    is_vague: bool = False
    is_part: bool = False
    has_scale: bool = False
    is_word: bool = False


def lexemes_of(text: str) -> list[Lexeme]:
    return [Lexeme(*match.span(), _folded(match.group())) for match in _LEXEME.finditer(text)]


def _folded(written: str) -> str:
    return f"0{written}" if written[0] == "." and len(written) > 1 else written.lower()


def find_numbers(lexemes: Sequence[Lexeme]) -> Iterator[Number]:
    """Every number, in order, none overlapping another; ranges ("5 to 10") are still two."""
    place = 0
    while place < len(lexemes):
        number = _number_at(lexemes, place)
        if number is None or number.value_high > _LARGEST:
            place += 1
        else:
            yield number
            place = number.last


def _number_at(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    low = lexemes[place].low
    if low[0].isdigit():
        return _digits(lexemes, place)
    if low not in _OPENERS:
        return None
    if low in _VAGUE:
        return _vague(lexemes, place)
    if low in _FEW or (low in ("a", "an") and _low(lexemes, place + 1) in _FEW):
        return _few(lexemes, place)
    if low in _PARTS or (low in ("a", "an") and _low(lexemes, place + 1) in _PARTS):
        return _part(lexemes, place)
    return _words(lexemes, place)


def _low(lexemes: Sequence[Lexeme], place: int) -> str:
    return lexemes[place].low if 0 <= place < len(lexemes) else ""


def _digits(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    low = lexemes[place].low
    if not low.isascii() or len(low) > 24:
        return None
    value = Decimal(low.replace(",", ""))
    after = place + 1
    is_attached = after < len(lexemes) and lexemes[after].start == lexemes[place].end
    if is_attached and _low(lexemes, after) == "-" and _low(lexemes, after + 1) in _SCALES:
        after += 1
    following = _low(lexemes, after)
    scale = _SCALES.get(following)
    if scale is None and (is_attached or len(following) > 1):
        scale = _SHORT_SCALES.get(following)
    if scale is not None:
        is_lakh_crore = following == "lakh" and _low(lexemes, after + 1) in ("crore", "crores")
        if is_lakh_crore:
            scale, after = scale * _SCALES["crore"], after + 1
        return _plain(place, after + 1, value * scale, has_scale=True)
    if following in ("hundred", "dozen"):
        return _plain(place, after + 1, value * (100 if following == "hundred" else 12))
    return _plain(place, place + 1, value)


def _plain(first: int, last: int, value: Decimal, *, has_scale: bool = False, is_word: bool = False) -> Number:
    whole = value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
    return Number(first, last, whole, whole, has_scale=has_scale, is_word=is_word)


def _vague(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    """ "Tens of thousands": from twice the unit to just below ten times it (dozens: 24 to 99, scores: 40 to 199)."""
    unit = _VAGUE[lexemes[place].low]
    last = place + 1
    while _low(lexemes, last) == "of" and _low(lexemes, last + 1) in _VAGUE:
        unit *= _VAGUE[_low(lexemes, last + 1)]
        last += 2
    if lexemes[place].low in ("scores", "tens") and last == place + 1 and _low(lexemes, last) != "of":
        return None
    high = unit * 10 - 1 if unit % 10 == 0 else unit // 12 * 100 - 1
    return Number(place, last, Decimal(2 * unit), Decimal(high), is_vague=True, is_word=True)


def _few(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    """ "Several hundred", "a few thousand"; "a couple of" is two. A bare "several" is no number."""
    last = place + 1 if lexemes[place].low in ("a", "an") else place
    low, high = _FEW[lexemes[last].low]
    is_couple = lexemes[last].low == "couple"
    last += 1
    if is_couple and _low(lexemes, last) == "of":
        last += 1
    scale = {**_SCALES, "hundred": 100, "dozen": 12}.get(_low(lexemes, last))
    if scale is not None:
        return Number(place, last + 1, Decimal(low * scale), Decimal(high * scale), is_vague=True, is_word=True)
    is_two = is_couple and last > place + 2
    return Number(place, last - 1, Decimal(2), Decimal(2), is_vague=True, is_word=True) if is_two else None


def _part(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    """ "Half", "a third", "half a million"; the value is a share of one, or a share of the number that follows."""
    last = place + 1 if lexemes[place].low in ("a", "an") else place
    word = lexemes[last].low
    if word != "half" and last == place:
        return None  # "third" alone is an ordinal, "quarter" alone a season
    last += 1
    if word == "half" and _low(lexemes, last) in ("a", "dozen"):
        last += _low(lexemes, last) == "a"
        whole = {**_SCALES, "dozen": 12}.get(_low(lexemes, last))
        if whole is not None:
            return _plain(place, last + 1, Decimal(whole) / 2, has_scale=True, is_word=True)
        return None
    share = Decimal(1) / _PARTS[word]
    return _part_of_scale(lexemes, place, last, share) or Number(place, last, share, share, is_part=True, is_word=True)


def _part_of_scale(lexemes: Sequence[Lexeme], place: int, last: int, share: Decimal) -> Number | None:
    """ "A quarter of a million", "three quarters of a billion": one number."""
    behind = last
    if (_low(lexemes, last), _low(lexemes, last + 1)) == ("of", "a"):
        behind += 2
    scale = _SCALES.get(_low(lexemes, behind))
    if scale is None or (behind == last and share != Decimal("0.25")):
        return None  # "a quarter million", but "a third million"
    return _plain(place, behind + 1, (share * scale).quantize(Decimal(1)), has_scale=True, is_word=True)


def _words(lexemes: Sequence[Lexeme], place: int) -> Number | None:
    total, current = Decimal(0), Decimal(0)
    last = place
    has_scale = False
    started = False
    while last < len(lexemes):
        low = lexemes[last].low
        if low in ("a", "an") and not started and _low(lexemes, last + 1) in (*_SCALES, "hundred", "dozen"):
            current = Decimal(1)
        elif low in _SMALL and current % 10 == 0 and current % 100 != 10:
            current += _SMALL[low]
        elif low in _TENS and current % 100 == 0:
            current += _TENS[low]
        elif low == "hundred" and started and 0 < current < 100:
            current *= 100
        elif low == "dozen" and started and current > 0:
            current *= 12
        elif low in _SCALES and started and current > 0:
            total, current, has_scale = total + current * _SCALES[low], Decimal(0), True
        elif low in ("-", "and") and started and _continues(lexemes, last, low, current, total):
            last += 1
            continue
        else:
            break
        started = True
        last += 1
    if not started:
        return None
    part = _share_of_words(lexemes, place, last, total + current)
    return part or _plain(place, last, total + current, has_scale=has_scale, is_word=True)


def _continues(lexemes: Sequence[Lexeme], place: int, low: str, current: Decimal, total: Decimal) -> bool:
    """Whether "-" or "and" joins two words of one number: "twenty-one", "one hundred and five"."""
    following = _low(lexemes, place + 1)
    is_small = following in _SMALL or following in _TENS
    if low == "-":
        is_tight = lexemes[place - 1].end == lexemes[place].start
        return is_tight and following in _SMALL and current % 100 >= 20 and current % 10 == 0
    is_whole = current % 100 == 0 and current + total >= 100
    return is_whole and is_small and lexemes[place - 1].low in ("hundred", *_SCALES)


def _share_of_words(lexemes: Sequence[Lexeme], first: int, last: int, count: Decimal) -> Number | None:
    """ "Two thirds", "three-quarters", "one-fifth"."""
    if not 0 < count < 10:
        return None
    place = last + 1 if _low(lexemes, last) == "-" else last
    word = _low(lexemes, place)
    is_plural = word.endswith(("s", "ves"))
    if word not in _PARTS or is_plural != (count > 1) or (count == 1 and word == "second"):
        return None
    share = count / _PARTS[word]
    whole = _part_of_scale(lexemes, first, place + 1, share)
    if whole is not None:
        return whole
    return Number(first, place + 1, share, share, is_part=True, is_word=True)
