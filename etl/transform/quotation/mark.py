"""Single quotation marks: where they stand, and whether they may open or close there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_MARK = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»‹›‘’‚‛'＂]")
_OPENING_BRACKETS = frozenset("([{<¿¡*_")
_CLOSING_PUNCTUATION = frozenset(".,;:!?)]}>…*_")
_DASHES = frozenset("-–—―/")
_ELISION = re.compile(r"(?:\d0s|\d\ds?|em|til|till|tis|twas|twere|cause|bout|round|n|nuff|hood)\b", re.IGNORECASE)


class Family(Enum):
    """Marks of one family may close each other."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark at ``start`` to ``end`` of the text.

    ``is_possessive``: it may as well be the apostrophe of "voters'".
    """

    start: int
    end: int
    sign: str
    family: Family
    can_open: bool
    can_close: bool
    is_possessive: bool = False


def find_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks of a paragraph, in text order; apostrophes that can be nothing else are left out."""
    for found in _MARK.finditer(text, start, end):
        at, to = found.span()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        sign = found.group()
        if sign in "«»‹›":
            yield Mark(at, to, sign, Family.ANGLE, can_open=True, can_close=True)
        elif sign in "'‘’‚‛":
            mark = _single(text, at, to, before, after)
            if mark is not None:
                yield mark
        else:
            yield _double(at, to, sign, before, after)


def _opens_between(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPENING_BRACKETS or before in _DASHES or before in "“\"‘'«‹„:") and (
        not after.isspace()
    )


def _closes_between(before: str, after: str) -> bool:
    return not before.isspace() and (
        after.isspace() or after in _CLOSING_PUNCTUATION or after in _DASHES or after in "”\"’'»›"
    )


def _double(at: int, to: int, sign: str, before: str, after: str) -> Mark:
    opens, closes = _opens_between(before, after), _closes_between(before, after)
    if sign in ("“", "„", "‟", "``", "‘‘"):
        # a curly opening mark at a word's end is a slip of an editor for the closing one
        is_slip = closes and not opens and sign == "“"
        return Mark(at, to, sign, Family.DOUBLE, can_open=not is_slip, can_close=is_slip)
    if sign in ("”", "’’"):
        is_slip = opens and not closes
        return Mark(at, to, sign, Family.DOUBLE, can_open=is_slip, can_close=not is_slip)
    if opens == closes:
        opens = closes = True
    return Mark(at, to, sign, Family.DOUBLE, opens, closes)


def _single(text: str, at: int, to: int, before: str, after: str) -> Mark | None:
    if before.isalnum() and after.isalnum():
        return None
    opens, closes = _opens_between(before, after), _closes_between(before, after)
    if opens and (_shortens(text, to) or (text[at] == "’" and not closes)):
        return None
    if opens == closes:
        return None
    sign = text[at]
    if sign == "‘" and not opens:
        return None
    is_possessive = closes and before in "sSxXzZ" and after == " " and text[to + 1 : to + 2].isalnum()
    return Mark(at, to, sign, Family.SINGLE, opens, closes, is_possessive)


def _shortens(text: str, after: int) -> bool:
    """Whether the word after a single mark is one that an apostrophe shortens ('90s, 'em, 'til)."""
    return _ELISION.match(text, after, after + 8) is not None
