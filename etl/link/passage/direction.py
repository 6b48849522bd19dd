"""Which of two articles had a passage first, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from etl.records import DatePrecision, Direction


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article tells of where its words come from.

    ``credits`` are the outlets that it credits, ``first_person`` whether it says that sources spoke to itself ("told
    us"), ``wire`` the agency that it carries.
    """

    outlet_id: int | None
    credits: frozenset[int]
    wires: frozenset[int]
    first_person: bool
    published_at: datetime | None
    precision: DatePrecision | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A direction with its grounds, which people read."""

    direction: Direction
    grounds: str


def judge(one: Standing, other: Standing, *, is_quotation: bool, extra_words: int = 0) -> Judged:
    """Which of two articles that share a passage had it first.

    What the articles say of each other counts before the clock, and the clock before completeness. ``extra_words``:
    by how many words the passage is longer in ``one`` than in ``other``.
    """
    for rule in (_credit, _first_person, _common_source):
        judged = rule(one, other)
        if judged is not None:
            return judged
    if is_quotation:
        return Judged(Direction.COMMON_ORIGIN, "both quote the same words, and neither credits the other")
    return _time(one, other) or _completeness(extra_words) or Judged(Direction.UNKNOWN, "nothing tells")


def _credit(one: Standing, other: Standing) -> Judged | None:
    credited = one.outlet_id is not None and one.outlet_id in other.credits | other.wires
    credits = other.outlet_id is not None and other.outlet_id in one.credits | one.wires
    if one.outlet_id == other.outlet_id or credited == credits:
        return None
    if credited:
        return Judged(Direction.ARTICLE_FIRST, "the other article credits this article's outlet")
    return Judged(Direction.OTHER_FIRST, "this article credits the other's outlet")


def _first_person(one: Standing, other: Standing) -> Judged | None:
    if one.first_person and not other.first_person and other.credits:
        return Judged(Direction.ARTICLE_FIRST, "this article speaks in the first person; the other credits an outlet")
    if other.first_person and not one.first_person and one.credits:
        return Judged(Direction.OTHER_FIRST, "the other article speaks in the first person; this one credits an outlet")
    return None


def _common_source(one: Standing, other: Standing) -> Judged | None:
    if (one.wires - {one.outlet_id}) & (other.wires - {other.outlet_id}):
        return Judged(Direction.COMMON_ORIGIN, "both carry the same agency's copy")
    if (one.credits - {one.outlet_id}) & (other.credits - {other.outlet_id}):
        return Judged(Direction.COMMON_ORIGIN, "both credit the same outlet")
    return None


def _time(one: Standing, other: Standing) -> Judged | None:
    if one.published_at is None or other.published_at is None:
        return None
    apart = other.published_at - one.published_at
    early, late = (one, other) if apart > timedelta(0) else (other, one)
    if not came_before(early, late):
        return None
    told = _duration(abs(apart), coarse=_is_coarse(early.precision) or _is_coarse(late.precision))
    if apart > timedelta(0):
        return Judged(Direction.ARTICLE_FIRST, f"published {told} before the other")
    return Judged(Direction.OTHER_FIRST, f"published {told} after the other")


class Dated(Protocol):
    """What has a publication time, as exactly as it is known."""

    @property
    def published_at(self) -> datetime | None: ...
    @property
    def precision(self) -> DatePrecision | None: ...


def came_before(one: Dated, other: Dated) -> bool:
    """Whether ``one`` was surely published before ``other``: its second, minute or day was over by then."""
    if one.published_at is None or other.published_at is None:
        return False
    return (one.precision or DatePrecision.DAY).end_of(one.published_at) <= other.published_at


def _is_coarse(precision: DatePrecision | None) -> bool:
    return precision not in (DatePrecision.SECOND, DatePrecision.MINUTE, DatePrecision.HOUR)


def _duration(apart: timedelta, *, coarse: bool) -> str:
    minutes = int(apart.total_seconds() // 60)
    if coarse or minutes >= 48 * 60:
        return _count(max(1, round(minutes / (24 * 60))), "day")
    return _count(minutes // 60, "hour") if minutes >= 120 else _count(minutes, "minute")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _completeness(extra_words: int) -> Judged | None:
    if abs(extra_words) < 5:
        return None
    if extra_words > 0:
        return Judged(Direction.ARTICLE_FIRST, f"its form is fuller by {extra_words} words")
    return Judged(Direction.OTHER_FIRST, f"the other's form is fuller by {-extra_words} words")
