"""Two events of one kind, told apart after likeness gathered their articles.

Reports of two fights of one champion are alike in most of their words. How alike reports of *one* event are depends on
what they tell of and how short they are, so no threshold tells the two cases apart; but groups do. Any two groups of
reports of one event are about as like each other as each is in itself. Groups that tell of two events are not.

A gathering is therefore grown again from its articles, the most alike first (average linkage), and two groups are not
joined that are clearly less like each other than the more alike of them is in itself. Groups that were printed in the
same days are more likely two angles of one event, so they have to differ more to stay apart than groups of which one
follows the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from etl.link.article import NO_DAY
from etl.link.story.vector import SCALE, Placed

#: Two groups stay apart that are less than so much as like each other as the more alike of them is in itself. Chosen
#: on data that no test uses, as all numbers here (tests/accuracy/stories).
SHARE = 0.72
#: The same for two groups that were printed in the same days.
SHARE_AT_ONCE = 0.55
#: One group follows the other if, of all pairs of their dated articles, those in which its own is the later one exceed
#: those in which it is the earlier one by so large a part: a last look back may appear when the next event is told.
FOLLOWING = 0.9
#: The telling articles that a group must have before it can stay apart: of fewer, the likeness is chance.
LEAST = 3
#: The terms that an article must have to be telling: two short texts are unlike whatever they tell of.
TELLING_TERMS = 30
#: Two articles as alike as this are one report: copies say nothing of how alike reports of the event are.
COPY = 0.95
#: The articles weighed, the earliest, up to half of them without a day: a bound, so that the cost does not grow with
#: the story. The others follow those that they are most like.
WEIGHED = 64

_Item = TypeVar("_Item", bound=np.generic)


def part(gathering: Iterable[Placed]) -> list[list[Placed]]:
    """The stories of a gathering; articles and stories in the order in which stories are formed."""
    articles = sorted(gathering, key=lambda each: each.key)
    if not may_hold_two(articles):
        return [articles]
    weighed = _choose(articles)
    parts = [[weighed[place] for place in group] for group in _Groups.of(weighed).grow()]
    if len(parts) == 1:
        return [articles]
    centres = [_centre(group) for group in parts]
    chosen = {each.article_id for each in weighed}
    for article in articles:
        if article.article_id not in chosen:
            likeness = [_fit(article, centre) for centre in centres]
            parts[likeness.index(max(likeness))].append(article)
    return sorted((sorted(group, key=lambda each: each.key) for group in parts), key=lambda group: group[0].key)


def may_hold_two(articles: Sized) -> bool:
    """Whether the articles are enough for two groups."""
    return len(articles) >= 2 * LEAST


def _choose(articles: Sequence[Placed]) -> list[Placed]:
    dated = [each for each in articles if each.day != NO_DAY]
    undated = [each for each in articles if each.day == NO_DAY][: WEIGHED - min(len(dated), WEIGHED // 2)]
    return [*dated[: WEIGHED - len(undated)], *undated]


def _centre(group: Sequence[Placed]) -> dict[int, float]:
    """The mean of the articles' vectors."""
    sums: Counter[int] = Counter()
    for article in group:
        sums.update(article.weights)
    return {term: weight / len(group) for term, weight in sums.items()}


def _fit(article: Placed, centre: Mapping[int, float]) -> float:
    return sum(weight * centre.get(term, 0.0) for term, weight in article.weights.items())


@dataclass(slots=True)
class _Groups:
    """Groups that grow; one row and column a group. The sums are whole, so that their order does not matter."""

    members: list[list[int]]
    likeness: NDArray[np.int64]  # between two groups: the sum over pairs of articles
    telling_likeness: NDArray[np.int64]  # the same of telling articles only
    inner: NDArray[np.int64]  # within a group: the sum over pairs of telling articles
    sizes: NDArray[np.int64]
    telling: NDArray[np.int64]
    days: list[NDArray[np.int64]]  # the known ones
    apart: NDArray[np.bool_]  # pairs that are not to be joined

    @classmethod
    def of(cls, articles: Sequence[Placed]) -> _Groups:
        """Each article a group of its own."""
        count = len(articles)
        likeness = _likeness(articles)
        is_copy = np.tril(likeness >= COPY * SCALE * SCALE, -1).any(axis=1)
        telling = (np.array([len(each.weights) >= TELLING_TERMS for each in articles]) & ~is_copy).astype(np.int64)
        return cls(
            members=[[place] for place in range(count)],
            likeness=likeness,
            telling_likeness=likeness * np.outer(telling, telling),
            inner=np.zeros(count, dtype=np.int64),
            sizes=np.ones(count, dtype=np.int64),
            telling=telling,
            days=[np.array([each.day] if each.day != NO_DAY else [], dtype=np.int64) for each in articles],
            apart=np.eye(count, dtype=np.bool_),
        )

    def grow(self) -> list[list[int]]:
        """Join the most alike until none is left to join; places of the articles, group by group."""
        while len(self.members) > 1:
            mean = np.where(self.apart, -1.0, self.likeness / np.outer(self.sizes, self.sizes))
            one, other = sorted(map(int, divmod(int(mean.argmax()), len(self.members))))
            if self.apart[one, other]:
                break
            if self._are_two_events(one, other):
                self.apart[one, other] = self.apart[other, one] = True
            else:
                self._join(one, other)
        return self.members

    def _are_two_events(self, one: int, other: int) -> bool:
        if min(self.telling[one], self.telling[other]) < LEAST:
            return False
        between = self.telling_likeness[one, other] / (self.telling[one] * self.telling[other])
        share = SHARE_AT_ONCE if _at_once(self.days[one], self.days[other]) else SHARE
        return bool(between < share * max(self._within(one), self._within(other)))

    def _within(self, group: int) -> float:
        count = self.telling[group]
        return float(self.inner[group] / (count * (count - 1) / 2))

    def _join(self, one: int, other: int) -> None:
        """Put ``other`` into ``one``, which keeps its place."""
        self.members[one] += self.members.pop(other)
        self.inner[one] += self.inner[other] + self.telling_likeness[one, other]
        self.sizes[one] += self.sizes[other]
        self.telling[one] += self.telling[other]
        self.days[one] = np.concatenate([self.days[one], self.days.pop(other)])
        for sums in (self.likeness, self.telling_likeness):
            sums[one] += sums[other]
            sums[:, one] += sums[:, other]
        self.apart[one] |= self.apart[other]
        self.apart[:, one] |= self.apart[:, other]
        self.inner, self.sizes, self.telling = (
            np.delete(each, other) for each in (self.inner, self.sizes, self.telling)
        )
        self.likeness, self.telling_likeness = (
            _without(each, other) for each in (self.likeness, self.telling_likeness)
        )
        self.apart = _without(self.apart, other)


def _without(square: NDArray[_Item], place: int) -> NDArray[_Item]:
    return np.delete(np.delete(square, place, axis=0), place, axis=1)


def _at_once(days: NDArray[np.int64], other_days: NDArray[np.int64]) -> bool:
    """Whether both were printed in the same days; not where no day of one of them is known."""
    pairs = np.sign(days[:, None] - other_days)
    return bool(pairs.size) and abs(int(pairs.sum())) < FOLLOWING * pairs.size


def _likeness(articles: Sequence[Placed]) -> NDArray[np.int64]:
    """The cosines of all pairs, in units of 1 / ``SCALE``²; time plays no part."""
    columns: dict[int, int] = {}
    for article in articles:
        for term in article.weights:
            columns.setdefault(term, len(columns))
    # Sums of whole numbers below 2**53 are exact, and this type has a fast product.
    weights = np.zeros((len(articles), len(columns)))
    for row, article in enumerate(articles):
        weights[row, [columns[term] for term in article.weights]] = list(article.weights.values())
    likeness = (weights @ weights.T).astype(np.int64)
    np.fill_diagonal(likeness, 0)
    return likeness
