"""Aligns two articles word by word where they share words: a function of the two alone.

Runs of shared five-word fingerprints are joined along the diagonal into chains; the words between and beside them are
aligned with ``rapidfuzz.distance.Indel`` (the longest common subsequence), and a passage is the stretch with the
highest score: the information of the words that agree, less a price for each word that does not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Indel

from etl.link.background.frequency import bits
from etl.link.passage.fingerprint import SHINGLE, shingles
from etl.link.words import Words

#: Price, in bits, of a word that has no partner. Running English has about 9 bits a word: half may differ.
PRICE = 8.0
#: A passage ends where its score falls so far below its best.
DROP = 100.0
#: The least score of a passage, in bits: about ten words that agree.
LEAST_SCORE = 90.0
#: The fewest words that agree.
LEAST_WORDS = 9
#: The least score of the runs alone: a passage with less of its words in runs of five is let go, for speed.
LEAST_SEED = 60.0
#: Words beside a chain in which it may go on.
MARGIN = 24


class Block(NamedTuple):
    """``length`` words from ``first`` on in one article that agree with those from ``second`` on in the other."""

    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article made ready for alignment."""

    words: Words
    places: dict[int, tuple[int, ...]]  # where each fingerprint stands, in words
    keys: Sequence[int]  # the words' hashes
    bits: Sequence[float]  # running sum of the words' information, from 0


def make_ready(words: Words) -> Text:
    """What each alignment of the article needs."""
    found = shingles(words).tolist()
    # tuples of numbers, which the garbage collector lets alone: there are 400,000 on a full shelf
    places: dict[int, tuple[int, ...]] = {fingerprint: (place,) for place, fingerprint in enumerate(found)}
    if len(places) < len(found):
        places = {}
        for place, fingerprint in enumerate(found):
            places[fingerprint] = (*places.get(fingerprint, ()), place)
    return Text(words, places, words.keys.tolist(), [0.0, *accumulate(map(bits, words.folded))])


@dataclass(frozen=True)
class Passage:
    """A stretch that two articles share, as the blocks that agree, in order in both."""

    blocks: tuple[Block, ...]

    @cached_property
    def first(self) -> tuple[int, int]:
        """Its words in the first article: a half-open range of word indices."""
        return self.blocks[0].first, self.blocks[-1].first + self.blocks[-1].length

    @cached_property
    def second(self) -> tuple[int, int]:
        """Its words in the second article."""
        return self.blocks[0].second, self.blocks[-1].second + self.blocks[-1].length

    @cached_property
    def matches(self) -> int:
        """Words that agree."""
        return sum(block.length for block in self.blocks)

    @property
    def similarity(self) -> float:
        """Words that agree over all: ``2 * matches / words of both``, 0 to 1."""
        (start, end), (other_start, other_end) = self.first, self.second
        return 2 * self.matches / (end - start + other_end - other_start)


def align(first: Text, second: Text) -> list[Passage]:
    """The passages that the two share, disjoint in both, in order of the first."""
    passages: list[Passage] = []
    for chain in _chains(_runs(first, second), first.bits):
        free = [run for run in chain if not any(_touches(run, passage) for passage in passages)]
        for link in _split(free, passages):
            blocks = _fill(link, first.keys, second.keys, passages)
            passages = passages + [Passage(tuple(part)) for part in _best_parts(blocks, first.bits)]
    return sorted(passages, key=lambda passage: passage.blocks)


def _split(chain: Sequence[Block], taken: Sequence[Passage]) -> list[list[Block]]:
    """The chain, parted where it would run across a passage that is taken."""
    links: list[list[Block]] = []
    for run in chain:
        if links and not any(_between(links[-1][-1], run, passage) for passage in taken):
            links[-1].append(run)
        else:
            links.append([run])
    return links


def _between(before: Block, run: Block, passage: Passage) -> bool:
    """Whether the passage lies between two runs, in either article."""
    return (
        before.first < passage.first[0] < run.first + run.length
        or before.second < passage.second[0] < run.second + run.length
    )


def _runs(first: Text, second: Text) -> list[Block]:
    """Maximal runs of at least five shared words, in order of the first article."""
    hits = sorted(
        (there - here, here)
        for fingerprint in first.places.keys() & second.places.keys()
        for here in first.places[fingerprint]
        for there in second.places[fingerprint]
    )
    runs: list[Block] = []
    start = length = 0
    diagonal: int | None = None
    for shift, here in hits:
        if shift == diagonal and here == start + length:
            length += 1
            continue
        if diagonal is not None:
            runs.append(Block(start, start + diagonal, length + SHINGLE - 1))
        diagonal, start, length = shift, here, 1
    if diagonal is not None:
        runs.append(Block(start, start + diagonal, length + SHINGLE - 1))
    return sorted(runs)


def _chains(runs: Sequence[Block], bits: Sequence[float]) -> Iterator[list[Block]]:
    """The runs as chains that rise in both articles, the best first, each run in one chain."""
    scores: list[float] = []
    came_from: list[int] = []
    near: list[int] = []
    for index, run in enumerate(runs):
        near = [earlier for earlier in near if runs[earlier].first + runs[earlier].length >= run.first - MARGIN]
        best, previous = 0.0, -1
        for earlier in near:
            gained = scores[earlier] - _price(runs[earlier], run, bits)
            if gained > best:
                best, previous = gained, earlier
        scores.append(bits[run.first + run.length] - bits[run.first] + best)
        came_from.append(previous)
        near.append(index)
    used = [False] * len(runs)
    for last in sorted(range(len(runs)), key=lambda index: (-scores[index], index)):
        chain: list[Block] = []
        index = last
        while index >= 0 and not used[index]:
            used[index] = True
            chain.append(runs[index])
            index = came_from[index]
        if scores[last] >= LEAST_SEED and chain:
            yield chain[::-1]


def _price(before: Block, run: Block, bits: Sequence[float]) -> float:
    """What it costs to go on from ``before`` to ``run``; infinite where the order or the distance forbids it."""
    here, there = run.first - before.first - before.length, run.second - before.second - before.length
    gap, overlap = max(here, there), -min(here, there, 0)
    if before.second >= run.second or overlap >= min(run.length, before.length) or gap > MARGIN:
        return math.inf
    return PRICE * max(0, gap + overlap) + bits[run.first + overlap] - bits[run.first]


def _fill(chain: Sequence[Block], first: Sequence[int], second: Sequence[int], taken: Sequence[Passage]) -> list[Block]:
    """The chain with the shorter agreements between its runs and beside its ends, clear of what is taken."""
    (floor, ceiling), (other_floor, other_ceiling) = _room(chain, taken, len(first), len(second))
    here, there = max(floor, chain[0].first - MARGIN), max(other_floor, chain[0].second - MARGIN)
    blocks: list[Block] = []
    for run in chain:
        shift = max(0, here - run.first, there - run.second)
        if shift >= run.length:
            continue
        start, other_start = run.first + shift, run.second + shift
        blocks.extend(_agreements(first, second, (here, start), (there, other_start)))
        blocks.append(Block(start, other_start, run.length - shift))
        here, there = run.first + run.length, run.second + run.length
    ends = min(ceiling, here + MARGIN), min(other_ceiling, there + MARGIN)
    blocks.extend(_agreements(first, second, (here, ends[0]), (there, ends[1])))
    return blocks


def _room(
    chain: Sequence[Block], taken: Sequence[Passage], words: int, other_words: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """How far a chain may reach in each article without touching a passage that is taken."""
    floor, other_floor, ceiling, other_ceiling = 0, 0, words, other_words
    end, other_end = chain[-1].first + chain[-1].length, chain[-1].second + chain[-1].length
    for passage in taken:
        if passage.first[1] <= chain[0].first:
            floor = max(floor, passage.first[1])
        elif passage.first[0] >= end:
            ceiling = min(ceiling, passage.first[0])
        if passage.second[1] <= chain[0].second:
            other_floor = max(other_floor, passage.second[1])
        elif passage.second[0] >= other_end:
            other_ceiling = min(other_ceiling, passage.second[0])
    return (floor, ceiling), (other_floor, other_ceiling)


def _agreements(
    first: Sequence[int], second: Sequence[int], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Block]:
    """What agrees between two ranges of words."""
    if here[0] >= here[1] or there[0] >= there[1]:
        return
    left, right = first[here[0] : here[1]], second[there[0] : there[1]]
    # most gaps are of a few words that were replaced
    if set(left).isdisjoint(right):
        return
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            yield Block(here[0] + step.src_start, there[0] + step.dest_start, step.src_end - step.src_start)


def _best_parts(blocks: Sequence[Block], bits: Sequence[float]) -> Iterator[list[Block]]:
    """The stretches of ``blocks`` with the highest score; a fall by more than ``DROP`` parts two."""
    part: list[Block] = []
    best = score = 0.0
    best_length = 0
    previous: Block | None = None
    for block in blocks:
        price = 0.0
        if previous is not None and part:
            here, there = block.first - previous.first, block.second - previous.second
            price = PRICE * (max(here, there) - previous.length)
        gain = bits[block.first + block.length] - bits[block.first]
        if part and (score - price <= 0 or best - (score - price) > DROP):
            yield from _if_enough(part[:best_length], best)
            part, best, score, best_length, price = [], 0.0, 0.0, 0, 0.0
        score += gain - price
        part.append(block)
        if score > best:
            best, best_length = score, len(part)
        previous = block
    yield from _if_enough(part[:best_length], best)


def _if_enough(part: list[Block], score: float) -> Iterator[list[Block]]:
    if score >= LEAST_SCORE and sum(block.length for block in part) >= LEAST_WORDS:
        yield part


def _touches(run: Block, passage: Passage) -> bool:
    """Whether a run shares words with the passage in either article."""
    (start, end), (other_start, other_end) = passage.first, passage.second
    return (run.first < end and run.first + run.length > start) or (
        run.second < other_end and run.second + run.length > other_start
    )
