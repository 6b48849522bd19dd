"""An article as a vector of terms, and how like two articles are: functions of the articles alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from etl.link.article import NO_DAY
from etl.link.background.frequency import rarity
from etl.link.words import Words, find_words, key_of

#: Terms kept of an article, the heaviest.
TERMS = 80
#: A word of the headline counts as so many.
HEADLINE_WEIGHT = 2
#: Taken off a word's rarity: what four in ten articles hold tells nothing.
COMMON = 0.5
#: The most that rarity can add: names that the background table lacks must not outweigh everything.
RAREST = 6.5
#: A word of a name counts as so many: two events of one kind differ in their names.
NAME_WEIGHT = 1.8
#: Days after which likeness has fallen to 1/e.
DECAY_DAYS = 14.0
#: Days beyond which two articles do not tell of one event.
WINDOW_DAYS = 28

#: Weights are whole numbers of this fraction, so that a sum does not depend on the order of its terms.
SCALE = 10_000
#: The heaviest terms, which are looked up in the index.
INDEXED = 24
#: What the indexed terms alone must reach for two articles to be compared in full. On five corpora this missed 2 in
#: 1,000 of the pairs that are alike enough for a story.
LEAST_INDEXED = 0.09

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’.]+(?:[ -][A-Z][\w'’]+)*")


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with its place in time: ``priority`` orders all articles, ``day`` counts from 1970-01-01."""

    article_id: int
    priority: int
    day: int
    weights: Mapping[int, int]  # by signed 64-bit hash of the term, in ten-thousandths

    @property
    def key(self) -> tuple[int, int]:
        """Sorts articles in the order in which stories are formed."""
        return self.priority, self.article_id

    @property
    def heaviest(self) -> Mapping[int, int]:
        """The terms that are looked up."""
        heaviest = sorted(self.weights.items(), key=lambda item: (-item[1], item[0]))
        return dict(heaviest[:INDEXED])


def similarity(one: Placed, other: Placed) -> float:
    """How like two articles are, 0 to 1: the cosine of their vectors, less the further they are apart in time."""
    apart = fade(one.day, other.day)
    if not apart or _product(one.heaviest, other.heaviest) * apart < LEAST_INDEXED * SCALE * SCALE:
        return 0.0
    return _product(one.weights, other.weights) / (SCALE * SCALE) * apart


def _product(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    return sum(one[term] * other[term] for term in one.keys() & other.keys())


def make_vector(headline: Iterable[str], prose: Words, names: Set[str]) -> dict[int, int]:
    """The vector of an article, by the terms' signed 64-bit hashes; ``headline`` and ``names`` as folded words."""
    counts: Counter[str] = Counter(prose.folded)
    for word in headline:
        counts[word] += HEADLINE_WEIGHT
    weights: dict[str, float] = {}
    for word, count in counts.items():
        weight = min(rarity(word) - COMMON, RAREST)
        if weight > 0 and len(word) > 1 and not (word.isdigit() and len(word) < 4):
            term = singular(word)
            emphasis = NAME_WEIGHT if word in names else 1.0
            weights[term] = weights.get(term, 0.0) + (1 + math.log(count)) * weight * emphasis
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {_signed(key_of(term)): round(weight / length * SCALE) for term, weight in heaviest}


def find_names(text: str, ranges: Iterable[tuple[int, int]]) -> set[str]:
    """The words of names in ``ranges`` of ``text``, folded: those with a capital that no sentence begins with.

    Plainer than the mentions, and the same whatever pipeline annotated the article.
    """
    names = (match.group() for start, end in ranges for match in _NAME.finditer(text, start, end))
    return {word for name in names for word in find_words(name).folded}


def singular(word: str) -> str:
    """``word`` without a plural ending: militias, militia.

    The S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42 (1991).
    """
    if len(word) > 4:
        if word.endswith("ies") and word[-4] not in "ae":
            return word[:-3] + "y"
        if word.endswith("es") and word[-3] in "xzh":
            return word[:-2]
        if word.endswith("s") and word[-2] not in "us":
            return word[:-1]
    return word


def fade(day: int, other_day: int) -> float:
    """By how much the time between two days lessens likeness, 0 to 1; 1 where either is unknown."""
    if NO_DAY in (day, other_day):
        return 1.0
    apart = abs(day - other_day)
    return math.exp(-apart / DECAY_DAYS) if apart <= WINDOW_DAYS else 0.0


def _signed(key: int) -> int:
    return key - (1 << 64) if key >= 1 << 63 else key
