"""Each block of a page seen by itself: the role that its own words give it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.records import ParagraphRole
from etl.transform.layout.agency import agency_line
from etl.transform.layout.block import Block
from etl.transform.layout.byline import is_byline, is_contribution, is_name_with_trade, is_person_name, is_trade
from etl.transform.layout.credit import is_caption, is_credit
from etl.transform.layout.date import dates_of, is_relative
from etl.transform.layout.debris import Debris, debris_of
from etl.transform.layout.origin import origin_line

_LONG_CHARS = 1_500
_MIN_PROSE_WORDS = 8
_LONG_PROSE_WORDS = 25
_MAX_CAPTION_WORDS = 40
_MAX_REPEATED_WORDS = 12
_TOP_BLOCKS = 40
_CHRONICLE_BLOCKS = 400
_MAX_PUBLISHER_WORDS = 4
#: "Maria Okafor in Riverton", "Maria Okafor | The Riverton Times": the name is what stands before.
_AFTER_NAME = re.compile(r"\s+(?:in|at)\s+[A-Z]|\s*[|/]\s*")
#: What parts the cells of a table's row.
_CELL = re.compile(r"\t+|\s\|\s")
_MAX_CELL_WORDS = 8
_BAR = re.compile(r"\s+[|·•]\s+")
_MAX_CREDIT_CHARS = 100
_ADDRESS_LINE = re.compile(
    r"(?:https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|co|news|tv|[a-z]{2})(?:/\S*)?)", re.I
)


#: The hour alone over an entry of a running report: "22.17 GMT", "9.15pm", "10:45 a.m. ET".
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?", re.I)

#: What a line can be by itself; the first that fits wins.
_LINE_ROLES: tuple[tuple[ParagraphRole, Callable[[str], object]], ...] = (
    (
        ParagraphRole.BYLINE,
        lambda line: (
            agency_line(line)
            or origin_line(line)
            or is_byline(line)
            or is_contribution(line)
            or is_trade(line)
            or is_name_with_trade(line)
            or _is_dated_credit(line)
        ),
    ),
    (ParagraphRole.CREDIT, is_credit),
    (ParagraphRole.CAPTION, is_caption),
    (ParagraphRole.DATELINE, lambda line: dates_of(line) or is_relative(line) or _CLOCK.fullmatch(line)),
    (ParagraphRole.SECTION, _ADDRESS_LINE.fullmatch),
)


def _is_dated_credit(line: str) -> bool:
    """Whether bars or dots part a date from a few words on whose text it is: "Staff and agencies | 12 Feb 2018"."""
    parts = _BAR.split(line) if len(line) <= _MAX_CREDIT_CHARS else []
    others = [part for part in parts if not dates_of(part)]
    return len(others) == 1 < len(parts) and len(others[0].split()) <= _MAX_PUBLISHER_WORDS and ":" not in line


@dataclass(frozen=True, slots=True)
class Reading:
    """A block, the role that its own words give it (``None`` where they give none), and whether it reads as prose."""

    block: Block
    role: ParagraphRole | None = None
    debris: Debris | None = None

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does, and is nothing else by itself."""
        return self.role is None and self.block.ends_sentence

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of sentences, long enough to tell."""
        if self.role is not None:
            return False
        words = self.block.words
        return words >= _LONG_PROSE_WORDS or (
            words >= _MIN_PROSE_WORDS and (self.block.ends_sentence or self.block.text.endswith(":"))
        )


def read(blocks: Sequence[Block]) -> list[Reading]:
    """What each of ``blocks`` is by its own words, by its repetition, and by a photo credit next to it."""
    readings = [_read(block) for block in blocks]
    _tabulate(readings)
    _sign(readings)
    repeated = _repeated(readings)
    crowded = Counter(block.group for block in blocks)
    for place, reading in enumerate(readings):
        if reading.role is not None:
            continue
        neighbours = readings[max(0, place - 1) : place] + readings[place + 1 : place + 2]
        if reading.block.words <= _MAX_CAPTION_WORDS and _is_pictured(reading, neighbours, crowded):
            readings[place] = Reading(reading.block, ParagraphRole.CAPTION)
        elif len(reading.block.text) <= _LONG_CHARS and reading.block.text in repeated:
            readings[place] = Reading(reading.block, ParagraphRole.BOILERPLATE, Debris.CONTROL)
    return readings


def is_chronicle(readings: Sequence[Reading]) -> bool:
    """Whether dates head the entries of the article: several date lines, each right above a paragraph."""
    pairs = pairwise(readings[:_CHRONICLE_BLOCKS])
    return sum(first.role is ParagraphRole.DATELINE and second.is_prose for first, second in pairs) >= 3


def _sign(readings: list[Reading]) -> None:
    """Give names alone next to a date, a byline or an address, at the top of the page, the role of a byline."""
    for place, reading in enumerate(readings[:_TOP_BLOCKS]):
        if reading.role is None and is_person_name(before_place(reading.block.text)) and _is_signed(readings, place):
            readings[place] = Reading(reading.block, ParagraphRole.BYLINE)


def before_place(line: str) -> str:
    """What stands before a place or a bar in a line that may be a byline."""
    return (_AFTER_NAME.split(line, maxsplit=1)[0] if len(line) <= 100 else line).rstrip(",")


def _tabulate(readings: list[Reading]) -> None:
    """Give rows of a table (several with as many cells, a number among them) the role of what stands by a picture."""
    rows = [_cells(reading) for reading in readings]
    start = 0
    for place in range(1, len(rows) + 1):
        if place < len(rows) and rows[place] == rows[start]:
            continue
        run = readings[start:place]
        if rows[start] and len(run) >= 2 and any(_has_number(each.block.text) for each in run):
            readings[start:place] = [Reading(each.block, ParagraphRole.CAPTION) for each in run]
        start = place


def _cells(reading: Reading) -> int:
    """The number of cells in a row; 0 for what is none."""
    text = reading.block.text
    if reading.role is not None or len(text) > _LONG_CHARS or reading.block.ends_sentence:
        return 0
    cells = _CELL.split(text)
    return len(cells) if len(cells) >= 3 and all(len(each.split()) <= _MAX_CELL_WORDS for each in cells) else 0


def _has_number(row: str) -> bool:
    return any(each.strip(" +-−$€£%()")[:1].isdigit() for each in _CELL.split(row))


def _is_signed(readings: Sequence[Reading], place: int) -> bool:
    signing = (ParagraphRole.DATELINE, ParagraphRole.BYLINE)
    if place and readings[place - 1].role in signing:
        return True
    for following in readings[place + 1 : place + 3]:
        if following.role in signing or "@" in following.block.text[:80]:
            return True
        if following.block.words > _MAX_PUBLISHER_WORDS:  # the name of the paper may stand between
            return False
    return False


def _read(block: Block) -> Reading:
    if block.end_char - block.start_char > _LONG_CHARS:
        return Reading(block)
    for role, fits in _LINE_ROLES:
        if fits(block.text):
            return Reading(block, role)
    debris = debris_of(block.text)
    return Reading(block, None if debris is None else ParagraphRole.BOILERPLATE, debris)


def _repeated(readings: Sequence[Reading]) -> frozenset[str]:
    """Short lines, no sentences, that stand on the page three times or more."""
    counts = Counter(
        reading.block.text
        for reading in readings
        if reading.role is None
        and reading.block.words <= _MAX_REPEATED_WORDS
        and not reading.block.ends_sentence
        and not reading.block.text.endswith(":")
    )
    return frozenset(text for text, count in counts.items() if count >= 3)


def _is_pictured(reading: Reading, neighbours: Sequence[Reading], crowded: Counter[int]) -> bool:
    """Whether a photo credit stands right next to it, in a group of their own."""
    group = reading.block.group
    return crowded[group] <= 4 and any(
        each.block.group == group and each.role is ParagraphRole.CREDIT for each in neighbours
    )
