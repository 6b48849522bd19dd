"""Fills what the link stage looks things up in, without comparing, to measure a new article in a large archive.

    python -m tests.benchmarks.index --database ADDRESS --keep 800

All synthetic articles but the last ``--keep`` come into the indexes of passages, stories, names, quotes and claims.
Their groups are written as the generator made them. Left out is what is not read of older articles when a new one is
linked: the passages between them, and where they come from. Articles that are linked afterwards have true neighbours,
as the articles of one event follow each other.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection, text

from etl.link.article import read_articles
from etl.link.claim.abreast import FIRST, NEXT
from etl.link.link import LINK_VERSION
from etl.link.passage.fingerprint import select
from etl.link.story.store import enter
from etl.load.connection import connect, read_url
from etl.load.copy import copy_numbers
from etl.load.tables import fingerprints
from tests.benchmarks.haystack import names
from tests.benchmarks.haystack.groups import Grouper

#: Articles entered in one transaction; few, so that the words of each are made once (``etl.link.article`` keeps 128).
BATCH = 120

# The generator's addresses hold the number of the event.
_EVENTS = text("""
    select cast(split_part(url, '/', 4) as bigint) as event, array_agg(article_id order by article_id) as articles
    from (select * from news.articles order by article_id limit :number) as older
    group by event
    order by min(article_id)
""")
_STORIES = text("""
    with member as (
        select v.article_id, split_part(a.url, '/', 4) as event, v.priority
        from news.story_vectors as v
        join news.articles as a using (article_id)
    ),
    story as (
        select event, min(article_id) as story_id, (array_agg(article_id order by priority, article_id))[1] as first
        from member
        group by event
    ),
    written as (
        insert into news.stories (story_id, title, title_article_id, first_article_id, gathering_id)
        select story_id, 'Event ' || event, first, first, first
        from story
        returning story_id
    )
    insert into news.story_articles (story_id, article_id, similarity)
    select story.story_id, member.article_id, 0.5
    from member
    join story using (event)
    join written using (story_id)
""")
#: Their claims are not compared; those of a new article are, with the articles beside it.
_ABREAST = text("""
    insert into news.aligned_articles (article_id, other_article_id)
    with member as (
        select s.story_id, s.article_id,
               row_number() over (partition by s.story_id order by v.priority, s.article_id) as place
        from news.story_articles as s
        join news.story_vectors as v using (article_id)
    )
    select one.article_id, other.article_id
    from member as one
    join member as other on other.story_id = one.story_id and other.place > one.place
    where one.place <= :first or other.place - one.place <= :next
""")
_CONSTRAINTS = text("""
    select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'p' and conrelid = any(cast(:tables as regclass[]))
""")
_INDEXES = text("""
    select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition
    from pg_index
    where not indisprimary and indrelid = any(cast(:tables as regclass[]))
""")
#: The largest tables; it is cheaper to make their indexes at the end.
_LARGE = ["news.fingerprints", "news.claim_fingerprints", "news.quote_fingerprints", "news.story_terms"]


def fill(url: str, keep: int) -> int:
    """Index all articles but the last ``keep``; how many."""
    with connect(read_url(url)).connect() as connection:
        number = (connection.scalar(text("select count(*) from news.articles")) or 0) - keep
        events = [row.articles for row in connection.execute(_EVENTS, {"number": number})]
        with _without_indexes(connection):
            _trust(connection)
            names.fill(connection, events[-1][-1])
            connection.commit()
            connection.execute(text("analyze news.name_chains, news.name_nodes"))
            connection.commit()
            workers = os.cpu_count() or 1
            shares = [
                events[place * len(events) // workers : (place + 1) * len(events) // workers]
                for place in range(workers)
            ]
            with ProcessPoolExecutor(workers) as pool:
                list(pool.map(partial(_fill_share, url), shares))
        _trust(connection)
        connection.execute(_STORIES)
        connection.execute(_ABREAST, {"first": FIRST, "next": NEXT})
        ids = [article_id for event in events for article_id in event]
        connection.execute(
            text("update news.articles set linked_version = :version where article_id = any(:ids)"),
            {"version": LINK_VERSION, "ids": ids},
        )
        connection.commit()
    return number


def _trust(connection: Connection) -> None:
    """Rows that the database itself made fit together; checking each again would take most of the time."""
    connection.execute(text("set session_replication_role = replica"))


def _fill_share(url: str, events: Sequence[Sequence[int]]) -> None:
    """Enter the articles of whole events."""
    ids = [article_id for event in events for article_id in event]
    with connect(read_url(url)).connect() as connection:
        _trust(connection)
        grouper = Grouper(connection)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            articles = list(read_articles(connection, batch))
            enter(connection, articles)
            copy_numbers(
                connection,
                fingerprints,
                ("fingerprint", "priority", "article_id"),
                (
                    (each, article.priority, article.article_id)
                    for article in articles
                    for each in select(article.words()).tolist()
                ),
            )
            grouper.enter(batch)
            connection.commit()


@contextmanager
def _without_indexes(connection: Connection) -> Iterator[None]:
    constraints = connection.execute(_CONSTRAINTS, {"tables": _LARGE}).all()
    indexes = connection.execute(_INDEXES, {"tables": _LARGE}).all()
    for each in constraints:
        connection.execute(text(f"alter table {each.owner} drop constraint {each.name}"))
    for each in indexes:
        connection.execute(text(f"drop index {each.name}"))
    connection.commit()
    yield
    connection.execute(text("set maintenance_work_mem = '1GB'"))
    for each in constraints:
        connection.execute(text(f"alter table {each.owner} add constraint {each.name} {each.definition}"))
    for each in indexes:
        connection.execute(text(each.definition))
    connection.commit()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", required=True)
    options.add_argument("--keep", type=int, default=800, help="articles at the end that are left to be linked")
    chosen = options.parse_args()
    begun = time.monotonic()
    count = fill(chosen.database, chosen.keep)
    with connect(read_url(chosen.database)).connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("vacuum analyze"))
    print(f"{count} articles in {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
