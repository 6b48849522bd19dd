"""Whether two wordings are printings of one utterance: a pure function of their words and speakers.

The words of both are aligned (longest common subsequence). What counts is how much of the shorter wording's
*information* stands in the longer one, so that shared small words prove nothing, and how much it is in all, so that
a short phrase proves less than a long one. Weights are those of the background table and never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from etl.link.background.frequency import bits

#: Bits that a word of no information has; the rest is what it tells.
_PLAIN = 5.0
#: What one word tells at most: names are rare in the background table and common in the news.
_MOST = 12.0
#: Words of an alignment that stand apart from the others count for less: by this much a break.
_BREAK = 4.0

#: From here on the words alone identify an utterance, whoever is named as its speaker.
STRONG = 48.0
#: No two wordings are one utterance that share less than this part; a little less than asked for, as sums are rounded.
_BOUND = 0.59
#: Below this, words identify nothing, even with the same speaker.
WEAK = 14.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the shorter wording is in the longer one (0 to 1), and the information shared, in bits."""

    coverage: float
    shared: float


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """What a folded word tells, in bits above a common word."""
    return min(max(bits(word) - _PLAIN, 0.3), _MOST)


@lru_cache(maxsize=1 << 14)
def information(words: tuple[str, ...]) -> float:
    """What all the words tell."""
    return sum(map(weight, words))


def compare(one: tuple[str, ...], two: tuple[str, ...]) -> Likeness:
    """The likeness of two wordings, the same whichever comes first."""
    if (len(one), one) > (len(two), two):
        one, two = two, one
    shared, before = 0.0, None
    for step in Indel.opcodes(one, two):
        if step.tag != "equal":
            continue
        run = sum(map(weight, one[step.src_start : step.src_end]))
        shared += run
        if before is not None and max(step.src_start - before[0], step.dest_start - before[1]) > 3:
            shared -= min(run, before[2], _BREAK)
        before = (step.src_end, step.dest_end, run)
    return Likeness(shared / (min(information(one), information(two)) or 1.0), shared)


def _most_shared(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """What an alignment of two wordings can share at most, in any order of the words."""
    known = _word_set(two)
    return sum([weight(word) for word in one if word in known])


@lru_cache(maxsize=1 << 14)
def _word_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def is_strong(words: tuple[str, ...]) -> bool:
    """Whether the words alone identify an utterance."""
    return information(words) >= STRONG


def score(one: tuple[str, ...], speaker: str, two: tuple[str, ...], other_speaker: str) -> float | None:
    """How surely two wordings are one utterance, 0 to 1; ``None`` where they are not, or too little is known.

    Speakers are folded last names, empty where none is named. Long wordings may differ in their speakers: that is a
    conflict to show. Short ones must have the same.
    """
    least = min(information(one), information(two))
    if least < WEAK or _most_shared(one, two) < _BOUND * least:
        return None
    found = compare(one, two)
    same = bool(speaker) and speaker == other_speaker
    differ = bool(speaker) and bool(other_speaker) and not same
    if found.shared >= STRONG * (0.6 if same else 0.75):
        least = 0.66 if differ else 0.6
    elif differ or not (same or is_strong(one) or is_strong(two)):
        return None
    else:
        least = 0.85 if same else 0.95
    return min(found.coverage, 1.0) if found.coverage >= least else None
