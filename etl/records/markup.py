"""What the markup of a page says of its paragraphs, beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What the markup of a page says of one of its paragraphs."""

    HEADLINE = "headline"
    HEADING = "heading"
    QUOTATION = "quotation"  # <blockquote>
    ITEM = "item"  # of a list
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True)
class MarkedRange:
    """A paragraph of which the markup says something."""

    start_char: int
    end_char: int
    mark: Mark


#: The supplied field that holds the marks of a page: "headline 0 31; quotation 840 1022".
MARKUP = "markup"


def write_marks(ranges: Iterable[MarkedRange]) -> str:
    """``ranges`` as they stand in the supplied field :data:`MARKUP`."""
    return "; ".join(f"{each.mark} {each.start_char} {each.end_char}" for each in ranges)


def read_marks(written: str | None) -> tuple[MarkedRange, ...]:
    """What :func:`write_marks` wrote; nothing for what anybody else put there."""
    found = []
    for each in (written or "").split("; "):
        mark, *places = each.split(" ")
        if (
            mark not in {each.value for each in Mark}
            or len(places) != 2
            or not all(place.isdecimal() for place in places)
        ):
            return ()
        found.append(MarkedRange(int(places[0]), int(places[1]), Mark(mark)))
    return tuple(found)
