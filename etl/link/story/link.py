"""Stories of new articles, and of the articles that these move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, text

from etl.link.article import read_articles
from etl.link.story.formation import Membership, form
from etl.link.story.store import StoredSpace, enter
from etl.link.story.title import WEIGHED, choose_title

_AFFECTED = text("""
    with affected as (
        select story_id
        from news.stories
        where first_article_id = any(cast(:firsts as bigint[]))
        union
        select story_id
        from news.story_articles
        where article_id = any(cast(:ids as bigint[]))
    )
    select sa.article_id, sa.story_id, s.first_article_id
    from affected
    join news.stories as s using (story_id)
    join news.story_articles as sa using (story_id)
""")

_HEADLINES = text("""
    with member as (
        select unnest(cast(:stories as bigint[])) as story_id, unnest(cast(:ids as bigint[])) as article_id
    ),
    ranked as (
        select m.story_id, v.article_id, a.headline, left(d.text, 300) as beginning,
               row_number() over (
                   partition by m.story_id order by a.headline is null, v.priority, v.article_id
               ) as place
        from member as m
        join news.story_vectors as v using (article_id)
        join news.articles as a using (article_id)
        join raw.documents as d using (document_id)
    )
    select story_id, article_id, headline, beginning
    from ranked
    where place <= :weighed
    order by story_id, place
""")

_WRITE_STORIES = text("""
    insert into news.stories (story_id, title, title_article_id, first_article_id)
    select * from unnest(
        cast(:stories as bigint[]), cast(:titles as text[]),
        cast(:title_articles as bigint[]), cast(:firsts as bigint[])
    )
    on conflict (story_id) do update
    set title = excluded.title, title_article_id = excluded.title_article_id,
        first_article_id = excluded.first_article_id
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

_DROP_STORIES = text("delete from news.stories where story_id = any(cast(:stories as bigint[]))")


@dataclass(frozen=True, slots=True)
class StoryChange:
    """The articles of all stories that changed, and those of them that came to another story."""

    affected: Set[int] = frozenset()
    moved: Set[int] = frozenset()


def link_stories(connection: Connection, article_ids: Sequence[int]) -> StoryChange:
    """Give each of the new articles its story. A story's key is the smallest key of its articles."""
    entered = enter(connection, read_articles(connection, article_ids))
    changed = form(StoredSpace(connection, entered), entered)
    if not changed:
        return StoryChange()
    firsts = {each.first_article_id for each in changed.values()}
    members, old_stories = _read_affected(connection, firsts, changed)
    similarities = {article_id: each.score for article_id, each in changed.items()}
    for article_id, membership in changed.items():
        members[article_id] = membership.first_article_id
    stories: dict[int, list[int]] = defaultdict(list)
    for article_id, first in members.items():
        stories[first].append(article_id)
    moved = _write(connection, stories, similarities, old_stories)
    return StoryChange(set(members), moved)


def _read_affected(
    connection: Connection, firsts: Iterable[int], changed: Mapping[int, Membership]
) -> tuple[dict[int, int], dict[int, int]]:
    """The first article, and the story as it was, of each article whose story may change."""
    members, old_stories = {}, {}
    for article_id, story_id, first in connection.execute(_AFFECTED, {"firsts": list(firsts), "ids": list(changed)}):
        members[article_id] = first
        old_stories[article_id] = story_id
    return members, old_stories


def _write(
    connection: Connection,
    stories: Mapping[int, Sequence[int]],
    similarities: Mapping[int, float],
    old_stories: Mapping[int, int],
) -> set[int]:
    keys = {min(articles): first for first, articles in stories.items()}
    titles = _read_titles(connection, {story: stories[first] for story, first in keys.items()})
    connection.execute(
        _WRITE_STORIES,
        {
            "stories": list(keys),
            "titles": [titles[story][0] for story in keys],
            "title_articles": [titles[story][1] for story in keys],
            "firsts": list(keys.values()),
        },
    )
    of = {article: story for story, first in keys.items() for article in stories[first]}
    moved = [each for each in of if each in similarities or old_stories.get(each) != of[each]]
    known = _read_similarities(connection, [each for each in moved if each not in similarities])
    connection.execute(
        _WRITE_MEMBERS,
        {
            "ids": moved,
            "stories": [of[each] for each in moved],
            "similarities": [similarities.get(each, known.get(each)) for each in moved],
        },
    )
    connection.execute(_DROP_STORIES, {"stories": list(set(old_stories.values()) - set(keys))})
    return {each for each, story in of.items() if old_stories.get(each) != story}


def _read_similarities(connection: Connection, article_ids: Sequence[int]) -> dict[int, float]:
    query = text(
        "select article_id, similarity from news.story_articles where article_id = any(cast(:ids as bigint[]))"
    )
    return {row.article_id: row.similarity for row in connection.execute(query, {"ids": list(article_ids)})}


def _read_titles(connection: Connection, stories: Mapping[int, Sequence[int]]) -> dict[int, tuple[str, int]]:
    """The title of each story, and the article that it is from."""
    pairs = [(story, article) for story, articles in stories.items() for article in articles]
    values = {"stories": [each[0] for each in pairs], "ids": [each[1] for each in pairs], "weighed": WEIGHED}
    titles = {}
    for story, group in groupby(connection.execute(_HEADLINES, values), attrgetter("story_id")):
        rows = list(group)
        with_headline = [row for row in rows if row.headline]
        if with_headline:
            row = with_headline[choose_title([each.headline for each in with_headline])]
            titles[story] = row.headline, row.article_id
        else:
            titles[story] = _beginning(rows[0].beginning), rows[0].article_id
    return titles


def _beginning(text_: str) -> str:
    """The first line of a text, for a story whose articles have no headline."""
    return next((line.strip() for line in text_.splitlines() if line.strip()), "untitled")[:120]
