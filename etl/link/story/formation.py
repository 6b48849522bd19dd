"""Which articles make a story.

Articles are taken in the order of publication, whenever they were loaded. Each joins the story of the earlier article
that it is most like, if it is also like the article with which that story began; otherwise it begins one. What an
article joins is thus a function of the articles before it, and an article that is loaded late changes only those after
it that are like it. Chaining from day to day is held by the story's first article, to which half of the score goes.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from etl.link.story.vector import Placed, similarity

#: The least score with which an article joins a story. Chosen on data that no test uses (tests/accuracy/stories).
THRESHOLD = 0.24


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
        """The articles whose similarity to it may reach ``THRESHOLD``; all of them, and perhaps more."""

    def membership(self, article_id: int) -> Membership | None:
        """What is known from before; ``None`` for a new article."""


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
            (other, value)
            for other in space.neighbours(article_id)
            if (value := similarity(article, other)) >= THRESHOLD
        ]
        before = space.membership(article_id)
        earlier = [(current(other.article_id), value) for other, value in near if other.key < article.key]
        after = _join(space, article, [(known, value) for known, value in earlier if known is not None])
        if after == before:
            continue
        changed[article_id] = after
        if before is not None and after.first_article_id == before.first_article_id:
            continue
        for other, _ in near:
            if other.key > article.key and other.key not in seen:
                seen.add(other.key)
                heapq.heappush(waiting, other.key)
    return changed


def _join(space: Space, article: Placed, earlier: Iterable[tuple[Membership, float]]) -> Membership:
    """The best of the stories of ``earlier`` articles, or one of its own."""
    nearest: dict[int, float] = {}
    for known, value in earlier:
        first = known.first_article_id
        nearest[first] = max(nearest.get(first, 0.0), value)
    scored = [
        (-(value + similarity(article, beginning)) / 2, beginning.key)
        for first, value in nearest.items()
        for beginning in (space.placed(first),)
    ]
    score, (_, first) = min(scored, default=(0.0, article.key))
    return Membership(first, round(-score, 4)) if -score >= THRESHOLD else Membership(article.article_id, 1.0)
