"""Whether wordings tell so much that they assert the same in whatever story they are printed: a function of contents.

"Three people died" is one claim in the articles of one story, and another in another's. What singles a claim out are
names, rare words, and exact figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from etl.link.claim.content import Content, weight
from etl.link.claim.likeness import match_words
from etl.link.lexicon import word_set

#: What two wordings of different stories have in common at least, where they assert the same of the same event ...
_LEAST_SHARED = 27.0
#: ... and where they share no name.
_LEAST_NAMELESS = 45.0
_SURE = 0.8

#: A number with so many digits, but for zeros at its ends, is exact, and tells so much with each of them.
_EXACT_DIGITS = 4
_DIGIT_BITS = 4
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
#: Names that each week or year has.
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


def is_telling(one: Content, two: Content, likeness: float) -> bool:
    """Whether two like wordings tell so much that they assert the same wherever they are printed.

    The leads of two polls, or the third and the fifth of a series, are not, however much else is the same.
    """
    if likeness < _SURE or _differ(one.numbers, two.numbers) or _differ(_ordinals(one), _ordinals(two)):
        return False
    pairs = match_words(one, two).pairs
    exact = _exactness(set(one.numbers) & set(two.numbers))
    shared = sum(min(weight(a), weight(b)) * found for a, b, found in pairs) + exact
    left, right = _own_names(one), _own_names(two)
    is_named = exact > 0 or any(a in left and b in right for a, b, _ in pairs)
    return shared >= (_LEAST_SHARED if is_named else _LEAST_NAMELESS)


def is_telling_alone(content: Content) -> bool:
    """Whether a wording tells so much that it asserts the same wherever it is printed, word for word.

    Two that :func:`is_telling` joins both do.
    """
    exact = _exactness(content.numbers)
    return content.information + exact >= (_LEAST_SHARED if _own_names(content) or exact else _LEAST_NAMELESS)


def _own_names(content: Content) -> set[str]:
    return set(content.names) - _CALENDAR


def _exactness(numbers: Iterable[str]) -> int:
    """What numbers tell that single out what they count: 118,381 cases. Not round ones, nor years."""
    digits = [len(each.replace(".", "").strip("0")) for each in numbers if not _YEAR.fullmatch(each)]
    return sum(_DIGIT_BITS * each for each in digits if each >= _EXACT_DIGITS)


def _ordinals(content: Content) -> list[str]:
    return [word for word in content.words if word in _ORDINALS or word[:1].isdigit()]


def _differ(one: Collection[str], two: Collection[str]) -> bool:
    """Whether each has something that the other has not."""
    return not set(one) <= set(two) and not set(two) <= set(one)
