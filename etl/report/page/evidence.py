"""An article's text with the stretches marked that statements of the page point at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

#: A half-open range of characters of the text.
Range = tuple[int, int]

_GAP = re.compile(r"\n[^\S\n]*\n\s*\n")


@dataclass(slots=True)
class Evidence:
    """Which stretches of which article the page has pointed at so far."""

    ranges: dict[int, set[Range]] = field(default_factory=dict)

    def point_at(self, article_id: int, start_char: int, end_char: int) -> str:
        """The anchor of a stretch, which is marked from now on."""
        self.ranges.setdefault(article_id, set()).add((start_char, end_char))
        return anchor(article_id, (start_char, end_char))


def anchor(article_id: int, stretch: Range) -> str:
    """The id of a stretch in the page."""
    return f"a{article_id}-{stretch[0]}-{stretch[1]}"


def mark_text(article_id: int, text: str, ranges: Iterable[Range]) -> Markup:
    """``text`` escaped, each of ``ranges`` inside elements of its own, the first of which has its anchor.

    Ranges may nest and cross; where they cross, the later one is cut at the end of the earlier.
    """
    html: list[Markup] = []
    open_ends: list[int] = []
    at = 0

    def write_up_to(end: int) -> None:
        nonlocal at
        html.append(_tidy(text[at:end]))
        at = end

    def close_up_to(position: int) -> None:
        while open_ends and open_ends[-1] <= position:
            write_up_to(open_ends.pop())
            html.append(Markup("</mark>"))

    for start, end, name in _nest(article_id, ranges, len(text)):
        close_up_to(start)
        write_up_to(start)
        html.append(Markup('<mark id="{}" tabindex="-1">').format(name) if name else Markup("<mark>"))
        open_ends.append(end)
    close_up_to(len(text))
    write_up_to(len(text))
    return Markup("").join(html)


def _nest(article_id: int, ranges: Iterable[Range], length: int) -> Iterator[tuple[int, int, str | None]]:
    """Pieces that nest, by start, outer ones first; a piece that continues another has no name."""
    waiting = [(start, -min(end, length), anchor(article_id, (start, end))) for start, end in set(ranges)]
    heapify(waiting)
    open_ends: list[int] = []
    while waiting:
        start, negative_end, name = heappop(waiting)
        end = -negative_end
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            heappush(waiting, (open_ends[-1], -end, ""))
            end = open_ends[-1]
        if start < end:
            open_ends.append(end)
            yield start, end, name or None


def _tidy(words: str) -> Markup:
    return Markup(_GAP.sub("\n\n", str(escape(words))))
