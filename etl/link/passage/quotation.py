"""Tells the words that stand in quotations, and parts a passage into quotation and prose.

Words that two reporters heard from one speaker are not copied; prose is. A word counts as quoted only where both
articles quote it: if one prints as a quotation what the other prints as its own words, it quotes that article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from etl.link.passage.alignment import LEAST_WORDS, Block, Passage
from etl.link.words import Words

#: Fewer quoted words in a row are a scare quote or a title, and go with the prose around them.
LEAST_QUOTED = 4
#: Fewer words of prose between two quotations are a tag ("he said"), and no passage of their own.
LEAST_PROSE = 4
#: The fewest words of a quotation that is a passage.
LEAST_QUOTATION = 6

_MARKS = re.compile(
    r"“[^“”]+(?:”|$)"
    r"|\"[^\"]+(?:\"|$)"
    r"|«[^«»]+»"
    r"|„[^„“”]+[“”]"
    r"|(?<!\w)‘[^‘“”]{12,}?(?:’(?!\w)|”)"
    r"|(?<![\w'])'(?=\w)(?:[^'\"]|(?<=\w)'(?=\w)){12,}'(?!\w)"  # an apostrophe inside a word does not close
)
#: How a post is signed where a page embeds it, without marks: "— Name (@handle)".
_SIGNATURE = re.compile(r"(?:—|–|--?)\s?[^@\n]{1,60}\(@\w{1,15}\)")
#: How it is headed where it is not signed: "Name @handle" on a line of its own.
_HEADING = re.compile(r"[^@\n]{1,60}\s@\w{1,15}\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage that is all quotation or all prose."""

    passage: Passage
    is_quotation: bool

    @property
    def turned(self) -> Part:
        """The same, with the two articles the other way round."""
        blocks = (Block(block.second, block.first, block.length) for block in self.passage.blocks)
        return Part(Passage(tuple(blocks)), self.is_quotation)


def find_quotations(
    text: str, prose: Iterable[tuple[int, int]], attributed: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Ranges of ``text`` that are quoted: between marks in a paragraph, in a post, or ``attributed`` as direct speech.

    ``prose`` are the paragraphs, ``attributed`` the contents of direct quotations and the block quotations: they know
    of quotations that run over several paragraphs or never close. All ranges are half-open, in characters.
    """
    found = list(attributed)
    before: tuple[int, int] | None = None
    for start, end in prose:
        found.extend(match.span() for match in _MARKS.finditer(text, start, end))
        post = _find_post(text, start, end, before)
        if post is not None:
            found.append(post)
        before = start, end
    return sorted(found)


def _find_post(text: str, start: int, end: int, before: tuple[int, int] | None) -> tuple[int, int] | None:
    """The range of an embedded post that the paragraph holds, or that stands ``before`` the paragraph that signs it."""
    signed = _SIGNATURE.search(text, start, end)
    if signed is not None:
        return (start, signed.start()) if signed.start() > start else before
    return (start, end) if before is not None and _HEADING.fullmatch(text, *before) else None


def flag_quoted(words: Words, quotations: Iterable[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which words stand in ``quotations``."""
    quoted = np.zeros(len(words), dtype=bool)
    for start, end in quotations:
        first, last = np.searchsorted(words.starts, start, side="left"), np.searchsorted(words.ends, end, side="right")
        quoted[first:last] = True
    return quoted


def part(passage: Passage, first: NDArray[np.bool_], second: NDArray[np.bool_]) -> Iterator[Part]:
    """The passage, parted where quotation and prose meet.

    ``first`` and ``second`` tell the quoted words of either article. Parts that are too short are left out, unless
    that would leave nothing.
    """
    here, there = first[slice(*passage.first)], second[slice(*passage.second)]
    if not (here.any() and there.any()):
        yield Part(passage, is_quotation=False)
        return
    if here.all() and there.all():
        yield Part(passage, is_quotation=True)
        return
    words = [(block.first + step, block.second + step) for block in passage.blocks for step in range(block.length)]
    runs = _smooth([bool(first[here] and second[there]) for here, there in words])
    parts = []
    for start, end, is_quotation in runs:
        part_ = Passage(tuple(_blocks(words[start:end])))
        parts.append(Part(part_, is_quotation))
    kept = [each for each in parts if each.passage.matches >= (LEAST_QUOTATION if each.is_quotation else LEAST_WORDS)]
    yield from kept or [Part(passage, sum(end - start for start, end, quoted in runs if quoted) * 2 > len(words))]


def _smooth(flags: Sequence[bool]) -> list[tuple[int, int, bool]]:
    """Runs of equal flags, as half-open ranges; short ones go with their neighbours."""
    runs = _runs(flags)
    flags = list(flags)
    for start, end, is_quotation in runs:
        if is_quotation and end - start < LEAST_QUOTED and end - start < len(flags):
            flags[start:end] = [False] * (end - start)
    runs = _runs(flags)
    for start, end, is_quotation in runs[1:-1]:
        if not is_quotation and end - start < LEAST_PROSE:
            flags[start:end] = [True] * (end - start)
    return _runs(flags)


def _runs(flags: Sequence[bool]) -> list[tuple[int, int, bool]]:
    changes = [index for index in range(1, len(flags)) if flags[index] != flags[index - 1]]
    edges = [0, *changes, len(flags)]
    return [(start, end, flags[start]) for start, end in pairwise(edges)]


def _blocks(words: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """Pairs of words as blocks."""
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or (words[index][0] - words[start][0], words[index][1] - words[start][1]) != (
            index - start,
            index - start,
        ):
            yield Block(*words[start], index - start)
            start = index
