"""An article as a vector of terms, and how like two articles are: functions of the articles alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import islice

from etl.link.article import NO_DAY
from etl.link.background.frequency import rarity
from etl.link.words import Words, fold_words, key_of

#: Terms kept of an article, the heaviest: as many as PostgreSQL keeps in the row itself, which is read most often.
TERMS = 180
#: A word of the headline counts as so many.
HEADLINE_WEIGHT = 2
#: Taken off a word's rarity: what four in ten articles hold tells nothing.
COMMON = 0.5
#: The most that rarity can add: names that the background table lacks must not outweigh everything.
RAREST = 5.0
#: A word of a name counts as so many: two events of one kind differ in their names.
NAME_WEIGHT = 1.6
#: What a number weighs in place of its rarity: two events of one kind also differ in scores, ages, sums and magnitudes.
NUMBER_WEIGHT = 9.0
#: What a year weighs: it says little, as many articles of one time name it.
YEAR_WEIGHT = 3.0
#: The first words of the prose, which tell what happened.
LEAD_WORDS = 60
#: A word of the headline or of the first words counts as so many.
LEAD_WEIGHT = 1.5
#: Days after which likeness has fallen to 1/e.
DECAY_DAYS = 14.0
#: Days beyond which two articles do not tell of one event.
WINDOW_DAYS = 28
#: Likeness is lessened to so much where the day of one of the two is unknown.
UNKNOWN_DAY = 0.85

#: Weights are whole numbers of this fraction, so that a sum does not depend on the order of its terms.
SCALE = 10_000
#: The terms that are looked up in the index: words, no numbers, the heaviest and rarest.
INDEXED = 24
#: What the indexed terms alone must reach for two articles to be compared in full. On 650 articles that served to
#: choose it, this missed 5 in 1,000 of the pairs that are alike enough for a story.
LEAST_INDEXED = 0.07

_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’.]+(?:[ -][A-Z][\w'’]+)*")


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with its place in time: ``priority`` orders all articles, ``day`` counts from 1970-01-01."""

    article_id: int
    priority: int
    day: int
    weights: Mapping[int, int]  # by signed 64-bit hash of the term, in ten-thousandths; the indexed ones first
    heaviest: Mapping[int, int] = field(init=False, repr=False, compare=False)  # the terms that are looked up

    def __post_init__(self) -> None:
        # kept, as an article of a big story is compared with thousands
        object.__setattr__(self, "heaviest", dict(islice(self.weights.items(), INDEXED)))

    @property
    def key(self) -> tuple[int, int]:
        """Sorts articles in the order in which stories are formed."""
        return self.priority, self.article_id


def similarity(one: Placed, other: Placed) -> float:
    """How like two articles are, 0 to 1: the cosine of their vectors, less the further they are apart in time."""
    apart = fade(one.day, other.day)
    if not apart or product(one.heaviest, other.heaviest) * apart < LEAST_INDEXED * SCALE * SCALE:
        return 0.0
    return product(one.weights, other.weights) / (SCALE * SCALE) * apart


def product(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    return sum(one[term] * other[term] for term in one.keys() & other.keys())


def make_vector(headline: Iterable[str], prose: Words, names: Set[str]) -> dict[int, int]:
    """The vector of an article, by the terms' signed 64-bit hashes; ``headline`` and ``names`` as folded words.

    The terms that the index looks up come first.
    """
    headline = tuple(headline)
    counts: Counter[str] = Counter(prose.folded)
    for word in headline:
        counts[word] += HEADLINE_WEIGHT
    lead = {*headline, *prose.folded[:LEAD_WORDS]}
    weights: dict[str, float] = {}
    for word, count in counts.items():
        if (weight := _worth(word)) > 0:
            emphasis = (NAME_WEIGHT if word in names else 1.0) * (LEAD_WEIGHT if word in lead else 1.0)
            term = singular(word)
            weights[term] = weights.get(term, 0.0) + (1 + math.log(count)) * weight * emphasis
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    indexed = sorted(heaviest, key=_telling, reverse=True)[:INDEXED]
    return {_signed(key_of(term)): round(weight / length * SCALE) for term, weight in (*indexed, *heaviest)}


def _worth(word: str) -> float:
    """What one occurrence of a folded word tells of the event; 0 for what every article holds."""
    if word[:1].isdigit():
        return YEAR_WEIGHT if _YEAR.fullmatch(word) else NUMBER_WEIGHT
    return min(rarity(word) - COMMON, RAREST) if len(word) > 1 else 0.0


def _telling(item: tuple[str, float]) -> tuple[float, str]:
    """Sorts terms by what they find: rare ones are in few other articles, numbers are in many."""
    term, weight = item
    if term[0].isdigit():
        return 0.0, term
    return weight * max(1.0, (rarity(term) - COMMON) / RAREST), term


def find_names(text: str, ranges: Iterable[tuple[int, int]]) -> set[str]:
    """The words of names in ``ranges`` of ``text``, folded: those with a capital that no sentence begins with.

    Plainer than the mentions, and the same whatever pipeline annotated the article.
    """
    names = (match.group() for start, end in ranges for match in _NAME.finditer(text, start, end))
    return {word for name in names for word in fold_words(name)}


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
    """By how much the time between two days lessens likeness, 0 to 1.

    An article without a day may be from any time, so it is less like one that has a day. Between two without a day,
    a factor would tell nothing apart.
    """
    if NO_DAY in (day, other_day):
        return 1.0 if day == other_day else UNKNOWN_DAY
    apart = abs(day - other_day)
    return math.exp(-apart / DECAY_DAYS) if apart <= WINDOW_DAYS else 0.0


def _signed(key: int) -> int:
    return key - (1 << 64) if key >= 1 << 63 else key
