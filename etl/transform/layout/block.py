"""Text to blocks: the lines of a page, joined where they were wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LINE = re.compile("[^\n\r\f\v\x85\u2028\u2029]+")
#: What counts as blank at the edges of a line: white space, controls, and characters without width.
_BLANK = "".join(character for character in map(chr, range(0x10000)) if character.isspace() or ord(character) < 32) + (
    "\x7f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"’”»)\]]*$")
_BULLET = re.compile(r"(?:[-*•·–—▪►‣]|\d{1,2}[.)])\s")

#: Widths that people and mail programs wrap text at.
_MIN_WIDTH, _MAX_WIDTH = 40, 120
#: Columns that a line is set in by at the least where a paragraph begins with an indent.
_INDENT = 2


@dataclass(frozen=True)
class Block:
    """A paragraph of the page: a line, or the lines of a wrapped paragraph.

    ``group`` numbers the stretches between blank lines; ``gap`` counts the blank lines before the block.
    """

    source: str
    start_char: int
    end_char: int
    group: int
    gap: int

    @cached_property
    def text(self) -> str:
        return self.source[self.start_char : self.end_char]

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text[-12:]) is not None


@dataclass(frozen=True, slots=True)
class _Line:
    start_char: int
    end_char: int
    indent: int
    group: int
    gap: int

    @property
    def length(self) -> int:
        return self.indent + self.end_char - self.start_char


def split(text: str) -> list[Block]:
    """The blocks of ``text`` in order, each without blanks at its edges. Everything between them is blank."""
    lines = list(_lines(text))
    joins = _joins(text, lines)
    blocks: list[Block] = []
    start = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and joins[place]:
            continue
        first, last = lines[start], lines[place - 1]
        blocks.append(Block(text, first.start_char, last.end_char, first.group, first.gap))
        start = place
    return blocks


def _lines(text: str) -> Iterator[_Line]:
    group, previous_end = 0, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.lstrip(_BLANK)
        if not stripped:
            continue
        start = match.start() + len(raw) - len(stripped)
        end = start + len(stripped.rstrip(_BLANK))
        breaks = max(text.count("\n", previous_end, start), text.count("\r", previous_end, start))
        gap = max(0, breaks - 1)
        group += gap > 0
        yield _Line(start, end, start - match.start(), group, gap)
        previous_end = end


def _joins(text: str, lines: Sequence[_Line]) -> list[bool]:
    """For each line, whether it goes on with the paragraph of the line before it."""
    joins = [False] * len(lines)
    whole = _is_wrapped(text, lines)
    width = max((line.length for line in lines), default=0)
    start = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and lines[place].group == lines[start].group:
            continue
        group = lines[start:place]
        if whole or _is_wrapped(text, group):
            group_width = width if whole else max(line.length for line in group)
            for offset in range(1, len(group)):
                joins[start + offset] = _goes_on(text, group[offset - 1], group[offset], group_width)
        start = place
    return joins


def _is_wrapped(text: str, lines: Sequence[_Line]) -> bool:
    """Whether the breaks inside ``lines`` stand where the next word would pass a width, mostly in mid-sentence."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.group == b.group and b.indent < a.indent + _INDENT]
    width = max((line.length for line in lines), default=0)
    if len(pairs) < 2 or not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return False
    forced = sum(_is_forced(text, a, b, width) for a, b in pairs)
    inside = sum(_is_inside_sentence(text, a, b) for a, b in pairs)
    return forced >= 0.7 * len(pairs) and inside >= 0.6 * len(pairs)


def _is_forced(text: str, line: _Line, following: _Line, width: int) -> bool:
    word = _WORD.match(text, following.start_char, min(following.end_char, following.start_char + width))
    return word is not None and line.length + 1 + len(word.group()) > 0.88 * width


def _is_inside_sentence(text: str, line: _Line, following: _Line) -> bool:
    return (
        text[following.start_char].islower()
        or _SENTENCE_END.search(text, max(line.start_char, line.end_char - 12), line.end_char) is None
    )


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    if following.indent >= line.indent + _INDENT or _BULLET.match(text, following.start_char, following.end_char):
        return False
    return _is_forced(text, line, following, width) or text[following.start_char].islower()
