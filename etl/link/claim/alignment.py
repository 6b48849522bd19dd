"""Which claims of two articles about one event are the same, in whatever words each tells it.

Two reporters share few words: "could be diverted from military construction" is "would seek to unlock the Pentagon's
building budget". What tells is which words these are. In two articles about a wall, "wall" is in every claim; a word or
a number that is in one claim of each article is likely to stand for one thing. So words are weighed by how many claims
of the two articles hold them, and each claim is tied to the one of the other article that it shares most with.

All of it is a function of the two articles, as an alignment must not depend on what else is loaded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from etl.link.claim.content import Content, weight
from etl.link.claim.grouping import JOIN_FROM, KEEP_FROM
from etl.link.claim.likeness import match_words, number_of
from etl.link.claim.stem import kin_keys

# What speaks for two claims, and against them, for each bit or in all: fitted to the facts that papers share, marked by
# hand in eight events (tests/accuracy/claims/facts.py), and rounded.
_PER_BIT = 0.13
_PER_NUMBER_BIT = 0.6
_FOR_ALL_SHARED = 7.0
_PER_OTHER_NAME_BIT = -0.02
_FOR_DENIAL = -0.9
#: Both articles open with it: an opening tells the news, in words that the rest of the article repeats.
_FOR_OPENINGS = 1.5
#: The evidence that makes two claims one, and how much the likeness rises with the evidence.
_JOINS = 5.7
_SLOPE = 0.06
#: With less two claims are only near: what the one tells is perhaps not left out by the other article.
_NEAR = _JOINS - (JOIN_FROM - KEEP_FROM) / _SLOPE
#: The evidence that one article tells a thing twice, and the most that two claims of it are alike by that.
_REPEATS = 6.4
_MOST_OF_ITSELF = JOIN_FROM - 0.01
#: A number alone is no fact, many things come to a million: it weighs so many times what the shared words do at most.
_MOST_FOR_NUMBERS = 3.0

#: Numbers this near to each other may be one figure that two papers give differently: 3.5 and 3.6 billion.
_NEAR_RATIO = 1.15
_FOR_NEAR = 0.8

#: Beyond this a longer claim says no more.
_MOST_BITS = 40.0
_MOST_NUMBER_BITS = 18.0
_MOST_NAME_BITS = 20.0
#: Sums of the same bits in another order differ by less.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as an article tells it, and whether it is in the sentence that the article opens with."""

    content: Content
    is_opening: bool = False


def align(one: Mapping[int, Told], two: Mapping[int, Told]) -> dict[tuple[int, int], float]:
    """The pairs of keys, one of each article, that are nearest to each other, with a likeness.

    From ``JOIN_FROM`` to 1 they assert the same, from ``KEEP_FROM`` on perhaps. Where both print one wording, it has
    one key, which is not paired with itself.
    """
    common = _commonness([each.content for each in (*one.values(), *two.values())])
    left, right = _weighed(one, common), _weighed(two, common)
    evidence = {}
    for a, b in _near(left, right):
        found = round(_evidence(left[a], right[b]), 4)
        if found >= _NEAR:
            evidence[a, b] = found
    return {
        (a, b): round(min(1.0, JOIN_FROM + _SLOPE * (evidence[a, b] - _JOINS)), 4)
        for a, b in _nearest(evidence)
        if a != b
    }


def find_repeated(told: Mapping[int, Told]) -> dict[tuple[int, int], float]:
    """The pairs of keys of what an article perhaps tells twice, the smaller key first, with a likeness.

    It is never more than nearly ``JOIN_FROM``: an article speaks of its persons and things all along, so that shared
    words tell less than between two articles.
    """
    claims = _weighed(told, _commonness([each.content for each in told.values()]))
    evidence = {}
    for a, b in _near(claims, claims):
        found = round(_evidence(claims[a], claims[b]), 4) if a < b else 0.0
        if found >= _REPEATS:
            evidence[a, b] = evidence[b, a] = found
    return {(a, b): _MOST_OF_ITSELF for a, b in _nearest(evidence) if a < b}


def _weighed(told: Mapping[int, Told], common: Mapping[str, float]) -> dict[int, _Claim]:
    return {key: _Claim(each, common) for key, each in told.items()}


def _nearest(evidence: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs of which no other has more evidence for the one, or none for the other."""
    best: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), found in evidence.items():
        best[0, a] = max(best[0, a], found)
        best[1, b] = max(best[1, b], found)
    return [(a, b) for (a, b), found in evidence.items() if found in (best[0, a], best[1, b])]


class _Claim:
    """A claim's content with what its words and numbers tell in the two articles, in bits."""

    def __init__(self, told: Told, common: Mapping[str, float]) -> None:
        self.content = content = told.content
        self.is_opening = told.is_opening
        self.bits = {word: weight(word) * common[word] for word in content.words}
        self.numbers = {number: _number_bits(number) for number in content.numbers}
        self.total = sum(self.bits.values()) + sum(self.numbers.values())


def _commonness(contents: Sequence[Content]) -> dict[str, float]:
    """By what each word's weight is multiplied: 1 for one that two claims hold, less the more there are that do."""
    held = Counter(word for content in contents for word in set(content.words))
    claims = len(contents) + 1
    return {
        word: min(1.0, log(claims / count) / log(claims / 2)) if claims > 2 else 1.0 for word, count in held.items()
    }


def _near(left: Mapping[int, _Claim], right: Mapping[int, _Claim]) -> list[tuple[int, int]]:
    """Pairs that may share enough: the rest need not be compared word by word."""
    holders: dict[str, dict[int, float]] = defaultdict(dict)
    for b, claim in right.items():
        for word, bits in claim.bits.items():
            for kin in kin_keys(word):
                holders[kin][b] = max(bits, holders[kin].get(b, 0.0))
        for number, bits in claim.numbers.items():
            holders[f"={number}"][b] = bits
    found = []
    for a, claim in left.items():
        numbers = _held(holders, [(bits, (f"={number}",)) for number, bits in claim.numbers.items()])
        words = _held(holders, [(bits, kin_keys(word)) for word, bits in claim.bits.items()])
        for b in {**words, **numbers}:
            number_bits = numbers.get(b, 0.0) or _near_bits(claim.numbers, right[b].numbers)
            if _strength(words.get(b, 0.0), number_bits, claim, right[b]) >= _NEAR - _ROUNDING:
                found.append((a, b))
    return found


def _held(holders: Mapping[str, Mapping[int, float]], asked: Iterable[tuple[float, Iterable[str]]]) -> dict[int, float]:
    """The most bits that each claim can share, of words or numbers with their bits and what they are found by."""
    most: dict[int, float] = defaultdict(float)
    for bits, keys in asked:
        likes: dict[int, float] = {}
        for key in keys:
            for b, other in holders.get(key, {}).items():
                likes[b] = max(likes.get(b, 0.0), min(bits, other))
        for b, each in likes.items():
            most[b] += each
    return most


def _strength(bits: float, number_bits: float, one: _Claim, two: _Claim) -> float:
    """What shared words and numbers, and their places, speak for two claims."""
    number_bits = min(number_bits, _MOST_FOR_NUMBERS * bits)
    shared = bits + number_bits
    part = sqrt(min(1.0, shared / one.total) * min(1.0, shared / two.total)) if one.total and two.total else 0.0
    return (
        _PER_BIT * min(bits, _MOST_BITS)
        + _PER_NUMBER_BIT * min(number_bits, _MOST_NUMBER_BITS)
        + _FOR_ALL_SHARED * part
        + (_FOR_OPENINGS if one.is_opening and two.is_opening else 0.0)
    )


def _evidence(one: _Claim, two: _Claim) -> float:
    """What speaks for two claims, less what speaks against them."""
    pairs = match_words(one.content, two.content).pairs
    bits = sum(min(one.bits[a], two.bits[b]) * kin for a, b, kin in pairs)
    number_bits = sum(bits for number, bits in one.numbers.items() if number in two.numbers)
    number_bits = number_bits or _near_bits(one.numbers, two.numbers)
    matched = {word for a, b, _ in pairs for word in (a, b)}
    other_names = sum(
        min(_MOST_NAME_BITS, sum(claim.bits[name] for name in claim.content.names if name not in matched))
        for claim in (one, two)
    )
    return (
        _strength(bits, number_bits, one, two)
        + _PER_OTHER_NAME_BIT * other_names
        + (_FOR_DENIAL if one.content.is_negated != two.content.is_negated else 0.0)
    )


def _near_bits(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """What two numbers tell that are nearly the same, the nearest kind of evidence where none is shared."""
    return max(
        (_FOR_NEAR * min(one[a], two[b]) for a in one for b in two if _are_near(a, b)),
        default=0.0,
    )


@lru_cache(maxsize=1 << 14)
def _are_near(one: str, two: str) -> bool:
    least, most = sorted((number_of(one), number_of(two)))
    return 0 < least < most <= _NEAR_RATIO * least and not (_is_year(least) or _is_year(most))


def _is_year(value: float) -> bool:
    return value.is_integer() and 1900 <= value <= 2100


def _number_bits(number: str) -> float:
    """What a number tells: a small one and a year are in many claims, "2.5e+09" is in few."""
    value = number_of(number)
    if not value:
        return 4.0
    if _is_year(value):
        return 3.0
    if value >= 1000 or not value.is_integer():
        return 9.0
    return 6.0 if value > 12 else 3.0
