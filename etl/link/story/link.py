"""Stories of new articles, and of the articles that these move."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, text

from etl.link.article import NO_DAY, read_articles
from etl.link.story.formation import Membership, form
from etl.link.story.parting import may_hold_two, part
from etl.link.story.store import StoredSpace, enter
from etl.link.story.title import FIRST, WEIGHED, choose_title

_AFFECTED = text("""
    with gathering as (
        select unnest(cast(:gatherings as bigint[])) as gathering_id
        union
        select s.gathering_id
        from news.story_articles as sa
        join news.stories as s using (story_id)
        where sa.article_id = any(cast(:ids as bigint[]))
    )
    select sa.article_id, sa.story_id, s.gathering_id
    from gathering
    join news.stories as s using (gathering_id)
    join news.story_articles as sa using (story_id)
""")

_ORDER = text("""
    select article_id, priority
    from news.story_vectors
    where article_id = any(cast(:ids as bigint[]))
""")

_HEADLINES = text("""
    with member as (
        select unnest(cast(:stories as bigint[])) as story_id, unnest(cast(:ids as bigint[])) as article_id
    ),
    ranked as (
        select m.story_id, v.article_id, v.day, a.headline, left(d.text, 300) as beginning,
               row_number() over (
                   partition by m.story_id order by a.headline is null, v.priority, v.article_id
               ) as place
        from member as m
        join news.story_vectors as v using (article_id)
        join news.articles as a using (article_id)
        join raw.documents as d using (document_id)
    )
    select story_id, article_id, day, headline, beginning
    from ranked
    where place <= :weighed
    order by story_id, place
""")

_WRITE_STORIES = text("""
    insert into news.stories (story_id, title, title_article_id, first_article_id, gathering_id)
    select * from unnest(
        cast(:stories as bigint[]), cast(:titles as text[]),
        cast(:title_articles as bigint[]), cast(:firsts as bigint[]), cast(:gatherings as bigint[])
    )
    on conflict (story_id) do update
    set title = excluded.title, title_article_id = excluded.title_article_id,
        first_article_id = excluded.first_article_id, gathering_id = excluded.gathering_id
""")

_WRITE_MEMBERS = text("""
    insert into news.story_articles (article_id, story_id, similarity)
    select * from unnest(cast(:ids as bigint[]), cast(:stories as bigint[]), cast(:similarities as real[]))
    on conflict (article_id) do update set story_id = excluded.story_id, similarity = excluded.similarity
""")

_SIMILARITIES = text("""
    select article_id, similarity
    from news.story_articles
    where article_id = any(cast(:ids as bigint[]))
""")

_LEFT = text("""
    select sa.article_id, sa.story_id, s.gathering_id
    from news.story_articles as sa
    join news.stories as s using (story_id)
    where sa.article_id = any(cast(:ids as bigint[]))
""")

#: Those who are in a gathering are all compared with the article that began it.
_BEGUN = text("""
    select sa.article_id
    from news.stories as s
    join news.story_articles as sa using (story_id)
    where s.gathering_id = any(cast(:ids as bigint[]))
""")

_WITHDRAW = tuple(
    text(f"delete from news.{table} where article_id = any(cast(:ids as bigint[]))")
    for table in ("story_terms", "story_vectors", "story_articles")
)

_DROP_STORIES = text("delete from news.stories where story_id = any(cast(:stories as bigint[]))")


@dataclass(frozen=True, slots=True)
class _Story:
    """Articles of one gathering, in the order in which stories are formed."""

    gathering_id: int
    article_ids: tuple[int, ...]

    @property
    def key(self) -> int:
        return min(self.article_ids)


@dataclass(frozen=True, slots=True)
class StoryChange:
    """The articles of all stories that changed, and those of them that came to another story."""

    affected: Set[int] = frozenset()
    moved: Set[int] = frozenset()


def link_stories(connection: Connection, article_ids: Sequence[int]) -> StoryChange:
    """Give each of the new articles its story. A story's key is the smallest key of its articles."""
    return _form_anew(connection, enter(connection, read_articles(connection, article_ids)))


def date_anew(connection: Connection, article_ids: Sequence[int]) -> StoryChange:
    """Form the stories anew that depend on when these articles, which have stories, were published."""
    values = {"ids": list(article_ids)}
    left = connection.execute(_LEFT, values).all()
    space = StoredSpace(connection, [row.article_id for row in left])
    followers = {other.article_id for row in left for other in space.neighbours(row.article_id)}
    followers.update(connection.scalars(_BEGUN, values))
    for statement in _WITHDRAW:
        connection.execute(statement, values)
    entered = enter(connection, read_articles(connection, article_ids))
    return _form_anew(connection, entered, sorted(followers - set(article_ids)), left)


def _form_anew(
    connection: Connection,
    entered: Sequence[int],
    followers: Sequence[int] = (),
    left: Sequence[Row[tuple[int, int, int]]] = (),
) -> StoryChange:
    """Form the stories of articles just entered. ``followers`` are older ones that may change with them.

    ``left`` are the stories and gatherings that they were of, if they were of any.
    """
    space = StoredSpace(connection, entered)
    changed = form(space, [*entered, *followers])
    if not changed:
        return StoryChange()
    gathered, before = _read_affected(connection, changed, {row.gathering_id for row in left})
    before |= {row.article_id: row.story_id for row in left}
    gathered.update({article_id: each.first_article_id for article_id, each in changed.items()})
    stories = list(_part(connection, space, gathered))
    sizes = Counter(before.values())
    new = [each for each in stories if not _is_as_it_was(each, changed, before, sizes)]
    _write(connection, new, changed, before)
    connection.execute(_DROP_STORIES, {"stories": list(sizes.keys() - {each.key for each in stories})})
    story_of = {article_id: each.key for each in new for article_id in each.article_ids}
    return StoryChange(set(story_of), {each for each, story in story_of.items() if before.get(each) != story})


def _read_affected(
    connection: Connection, changed: Mapping[int, Membership], left: Set[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """The gathering, and the story as it was, of each article whose story may change; ``left`` are gatherings too."""
    gatherings = {each.first_article_id for each in changed.values()} | left
    values = {"gatherings": list(gatherings), "ids": list(changed)}
    gathered, before = {}, {}
    for article_id, story_id, gathering_id in connection.execute(_AFFECTED, values):
        gathered[article_id] = gathering_id
        before[article_id] = story_id
    return gathered, before


def _part(connection: Connection, space: StoredSpace, gathered: Mapping[int, int]) -> Iterator[_Story]:
    """The stories of the gatherings that ``gathered`` tells of each article."""
    gatherings: dict[int, list[Row[tuple[int, int]]]] = defaultdict(list)
    for row in connection.execute(_ORDER, {"ids": list(gathered)}):
        gatherings[gathered[row.article_id]].append(row)
    for gathering_id, rows in gatherings.items():
        if may_hold_two(rows):
            for articles in part(space.all_placed(row.article_id for row in rows)):
                yield _Story(gathering_id, tuple(each.article_id for each in articles))
        else:
            rows.sort(key=lambda row: (row.priority, row.article_id))
            yield _Story(gathering_id, tuple(row.article_id for row in rows))


def _is_as_it_was(
    story: _Story, changed: Mapping[int, Membership], before: Mapping[int, int], sizes: Mapping[int, int]
) -> bool:
    """Whether the database has the story, with just these articles, and nothing about them changed."""
    return sizes.get(story.key) == len(story.article_ids) and all(
        article_id not in changed and before.get(article_id) == story.key for article_id in story.article_ids
    )


def _write(
    connection: Connection, stories: Sequence[_Story], changed: Mapping[int, Membership], before: Mapping[int, int]
) -> None:
    titles = _read_titles(connection, stories)
    connection.execute(
        _WRITE_STORIES,
        {
            "stories": [each.key for each in stories],
            "titles": [titles[each.key][0] for each in stories],
            "title_articles": [titles[each.key][1] for each in stories],
            "firsts": [each.article_ids[0] for each in stories],
            "gatherings": [each.gathering_id for each in stories],
        },
    )
    story_of = {article_id: each.key for each in stories for article_id in each.article_ids}
    moved = [each for each, story in story_of.items() if each in changed or before.get(each) != story]
    known = _read_similarities(connection, [each for each in moved if each not in changed])
    connection.execute(
        _WRITE_MEMBERS,
        {
            "ids": moved,
            "stories": [story_of[each] for each in moved],
            "similarities": [changed[each].score if each in changed else known[each] for each in moved],
        },
    )


def _read_similarities(connection: Connection, article_ids: Sequence[int]) -> dict[int, float]:
    rows = connection.execute(_SIMILARITIES, {"ids": list(article_ids)})
    return {row.article_id: row.similarity for row in rows}


def _read_titles(connection: Connection, stories: Iterable[_Story]) -> dict[int, tuple[str, int]]:
    """The title of each story, by its key, and the article that it is from."""
    pairs = [(story.key, article_id) for story in stories for article_id in story.article_ids]
    values = {"stories": [each[0] for each in pairs], "ids": [each[1] for each in pairs], "weighed": WEIGHED}
    titles = {}
    for story, group in groupby(connection.execute(_HEADLINES, values), attrgetter("story_id")):
        rows = list(group)
        with_headline = [row for row in rows if row.headline]
        if with_headline:
            row = with_headline[choose_title([each.headline for each in with_headline], _first(with_headline))]
            titles[story] = row.headline, row.article_id
        else:
            titles[story] = _beginning(rows[0].beginning), rows[0].article_id
    return titles


def _first(rows: Sequence[Row[Any]]) -> set[int]:
    """The places of those that may be of the story's first day, and of the first few."""
    return {place for place, row in enumerate(rows) if place < FIRST or row.day in (rows[0].day, NO_DAY)}


def _beginning(text_: str) -> str:
    """The first line of a text, for a story whose articles have no headline."""
    return next((line.strip() for line in text_.splitlines() if line.strip()), "untitled")[:120]
