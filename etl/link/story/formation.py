"""Which articles make a story.

Articles are taken in the order of publication, whenever they were loaded. Each joins the story whose articles it is
most like, if it is like enough; otherwise it begins one. What an article joins is thus a function of the articles
before it, and an article that is loaded late changes only those after it that are like it. Chaining from day to day is
held by counting several articles of the story, and its first one on top.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from etl.link.story.vector import Placed, similarity

#: The least score with which an article joins a story. Chosen on data that no test uses (tests/accuracy/stories). It is
#: low, as what follows an event is told in other words; the second step parts what does not belong together.
THRESHOLD = 0.18
#: The least likeness that counts towards a score.
NEAR = 0.14
#: The members of a story that an article is compared with: those that it is most like. A bound, so that the cost of an
#: article does not grow with the story; and several, as one alike article may be about two events.
MEMBERS = 5
#: The share of the score that comes from the story's first article.
FIRST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Membership:
    """The story that an article belongs to, named by its first article.

    ``score`` has four digits, so that the database gives back what it was given; 1 for the first article itself.
    """

    first_article_id: int
    score: float


class Space(Protocol):
    """The articles among which stories are formed."""

    def placed(self, article_id: int) -> Placed:
        """An article."""

    def neighbours(self, article_id: int) -> Sequence[Placed]:
        """The articles whose similarity to it may reach ``NEAR``; all of them, and perhaps more."""

    def membership(self, article_id: int) -> Membership | None:
        """What is known from before; ``None`` for a new article."""

    def expect(self, article_ids: Sequence[int]) -> None:
        """The neighbours of these articles will be asked for."""


def form(space: Space, new: Iterable[int]) -> dict[int, Membership]:
    """The memberships of the ``new`` articles, and of those that change because of them."""
    changed: dict[int, Membership] = {}
    waiting = [space.placed(article_id).key for article_id in new]
    heapq.heapify(waiting)
    seen = set(waiting)

    def current(article_id: int) -> Membership | None:
        return changed.get(article_id) or space.membership(article_id)

    while waiting:
        _, article_id = heapq.heappop(waiting)
        article = space.placed(article_id)
        near = [
            (other, value) for other in space.neighbours(article_id) if (value := similarity(article, other)) >= NEAR
        ]
        before = space.membership(article_id)
        earlier = [(current(other.article_id), value) for other, value in near if other.key < article.key]
        after = _join(space, article, [(known, value) for known, value in earlier if known is not None])
        if after == before:
            continue
        changed[article_id] = after
        if before is not None and after.first_article_id == before.first_article_id:
            continue
        followers = {other.key for other, _ in near if other.key > article.key} - seen
        seen |= followers
        for key in followers:
            heapq.heappush(waiting, key)
        space.expect([follower for _, follower in followers])
    return changed


def _join(space: Space, article: Placed, earlier: Iterable[tuple[Membership, float]]) -> Membership:
    """The best of the stories of ``earlier`` articles, or one of its own."""
    near: dict[int, list[float]] = defaultdict(list)
    for known, value in earlier:
        near[known.first_article_id].append(value)
    scored = [
        (-_score(values, similarity(article, beginning)), beginning.key)
        for first, values in near.items()
        for beginning in (space.placed(first),)
    ]
    score, (_, first) = min(scored, default=(0.0, article.key))
    return Membership(first, round(-score, 4)) if -score >= THRESHOLD else Membership(article.article_id, 1.0)


def _score(values: Iterable[float], to_first: float) -> float:
    """How well an article fits a story, by its likeness to members that are near it and to the first one."""
    nearest = sorted(values, reverse=True)[:MEMBERS]
    return (1 - FIRST_SHARE) * (sum(nearest) / len(nearest)) + FIRST_SHARE * to_first
