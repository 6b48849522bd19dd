"""The index of articles by what they are about, in the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from etl.link.article import NO_DAY, LinkedArticle
from etl.link.story.formation import Membership
from etl.link.story.vector import LEAST_INDEXED, SCALE, WINDOW_DAYS, Placed, find_names, make_vector
from etl.link.words import fold_words
from etl.load.copy import copy_rows
from etl.load.tables import story_terms, story_vectors

# An article at a time: one grouping of all pairs at once takes three times as long.
_NEIGHBOURS = text("""
    with mine as materialized (
        select article_id, term, day, weight
        from news.story_terms
        where article_id = any(cast(:ids as bigint[]))
    ),
    asked as (
        select distinct article_id, day
        from mine
    )
    select asked.article_id, near.other_article_id
    from asked
    cross join lateral (
        select shared.other_article_id
        from (
            select t.article_id as other_article_id, cast(mine.weight as integer) * t.weight as product
            from mine
            join news.story_terms as t
                on t.term = mine.term and t.day between asked.day - :window and asked.day + :window
            where mine.article_id = asked.article_id and asked.day <> :no_day
            union all
            select t.article_id, cast(mine.weight as integer) * t.weight
            from mine
            join news.story_terms as t on t.term = mine.term and t.day = :no_day
            where mine.article_id = asked.article_id and asked.day <> :no_day
            union all
            select t.article_id, cast(mine.weight as integer) * t.weight
            from mine
            join news.story_terms as t on t.term = mine.term
            where mine.article_id = asked.article_id and asked.day = :no_day
        ) as shared
        where shared.other_article_id <> asked.article_id
        group by shared.other_article_id
        having sum(shared.product) >= :least
    ) as near
""")

_VECTORS = text("""
    select article_id, priority, day, terms, weights
    from news.story_vectors
    where article_id = any(cast(:ids as bigint[]))
""")

_MEMBERSHIPS = text("""
    select sa.article_id, s.gathering_id, sa.similarity
    from news.story_articles as sa
    join news.stories as s using (story_id)
    where sa.article_id = any(cast(:ids as bigint[]))
""")


def enter(connection: Connection, articles: Iterable[LinkedArticle]) -> list[int]:
    """Put articles into the index; the keys of those that can belong to a story."""
    placed = [place(article) for article in articles if article.is_annotated]
    copy_rows(
        connection,
        story_vectors,
        (
            {
                "article_id": each.article_id,
                "priority": each.priority,
                "day": each.day,
                "terms": list(each.weights),
                "weights": list(each.weights.values()),
            }
            for each in placed
        ),
    )
    copy_rows(
        connection,
        story_terms,
        (
            {"term": term, "day": each.day, "article_id": each.article_id, "weight": weight}
            for each in placed
            for term, weight in each.heaviest.items()
        ),
    )
    return [each.article_id for each in placed]


def place(article: LinkedArticle) -> Placed:
    """The article among those that stories are formed of."""
    headline = fold_words(article.headline or "")
    vector = make_vector(headline, article.words(), find_names(article.text, article.prose))
    return Placed(article.article_id, article.priority, article.day, vector)


#: Articles whose neighbours are read at once.
_AHEAD = 64


class StoredSpace:
    """The articles in the database as a :class:`~etl.link.story.formation.Space`, read as they are asked for."""

    def __init__(self, connection: Connection, ahead: Sequence[int]) -> None:
        """``ahead``: articles that are sure to be asked for, read at once."""
        self._connection = connection
        self._placed: dict[int, Placed] = {}
        self._memberships: dict[int, Membership | None] = {}
        self._neighbours: dict[int, list[int]] = {}
        self._read_neighbours(ahead)

    def placed(self, article_id: int) -> Placed:
        self._read_placed([article_id])
        return self._placed[article_id]

    def all_placed(self, article_ids: Iterable[int]) -> list[Placed]:
        """Articles, read at once."""
        wanted = list(article_ids)
        self._read_placed(wanted)
        return [self._placed[each] for each in wanted]

    def neighbours(self, article_id: int) -> Sequence[Placed]:
        if article_id not in self._neighbours:
            self._read_neighbours([article_id])
        return [self._placed[each] for each in self._neighbours[article_id]]

    def expect(self, article_ids: Sequence[int]) -> None:
        missing = [each for each in article_ids if each not in self._neighbours]
        for start in range(0, len(missing), _AHEAD):  # each may have thousands
            self._read_neighbours(missing[start : start + _AHEAD])

    def membership(self, article_id: int) -> Membership | None:
        if article_id not in self._memberships:
            self._read_memberships([article_id])
        return self._memberships[article_id]

    def _read_neighbours(self, article_ids: Sequence[int]) -> None:
        values = {
            "ids": list(article_ids),
            "window": WINDOW_DAYS,
            "no_day": NO_DAY,
            "least": int(LEAST_INDEXED * SCALE * SCALE),
        }
        found: dict[int, list[int]] = defaultdict(list)
        for article_id, other in self._connection.execute(_NEIGHBOURS, values):
            found[article_id].append(other)
        met = {other for others in found.values() for other in others} | set(article_ids)
        self._read_placed(met)
        self._read_memberships(met)
        self._neighbours.update({article_id: sorted(found[article_id]) for article_id in article_ids})

    def _read_placed(self, article_ids: Iterable[int]) -> None:
        missing = [each for each in article_ids if each not in self._placed]
        if missing:
            for row in self._connection.execute(_VECTORS, {"ids": missing}):
                weights = dict(zip(row.terms, row.weights, strict=True))
                self._placed[row.article_id] = Placed(row.article_id, row.priority, row.day, weights)

    def _read_memberships(self, article_ids: Iterable[int]) -> None:
        missing = [each for each in article_ids if each not in self._memberships]
        if missing:
            self._memberships.update(dict.fromkeys(missing))
            for row in self._connection.execute(_MEMBERSHIPS, {"ids": missing}):
                self._memberships[row.article_id] = Membership(row.gathering_id, row.similarity)
