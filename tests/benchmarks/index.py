"""Fills the link stage's indexes without comparing anything, to measure what a new article costs in a large database.

    python -m tests.benchmarks.index --database ADDRESS --keep 400

All synthetic articles but the last ``--keep`` come into the index of passages and that of stories, and their stories
are written as the generator made them. Passages between them are left out: they are not read when an article is linked.
"""

from __future__ import annotations

import argparse
import sys
import time

from sqlalchemy import Connection, text

from etl.link.article import read_articles
from etl.link.link import LINK_VERSION
from etl.link.passage.fingerprint import select
from etl.link.story.store import enter
from etl.load.connection import connect, read_url
from etl.load.copy import copy_rows
from etl.load.tables import fingerprints

BATCH = 1000

# The generator's addresses hold the number of the event.
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
        insert into news.stories (story_id, title, title_article_id, first_article_id)
        select story_id, 'Event ' || event, first, first
        from story
        returning story_id
    )
    insert into news.story_articles (story_id, article_id, similarity)
    select story.story_id, member.article_id, 0.5
    from member
    join story using (event)
    join written using (story_id)
""")


def fill(connection: Connection, keep: int) -> int:
    """Index all articles but the last ``keep``; how many."""
    ids = list(connection.scalars(text("select article_id from news.articles order by 1")))[: -keep or None]
    # Rows that the database itself made fit together; checking each again would take most of the time.
    connection.execute(text("set local session_replication_role = replica"))
    for start in range(0, len(ids), BATCH):
        batch = list(read_articles(connection, ids[start : start + BATCH]))
        enter(connection, batch)
        copy_rows(
            connection,
            fingerprints,
            (
                {"fingerprint": each, "priority": article.priority, "article_id": article.article_id}
                for article in batch
                for each in select(article.words()).tolist()
            ),
        )
    connection.execute(_STORIES)
    connection.execute(
        text("update news.articles set linked_version = :version where article_id = any(:ids)"),
        {"version": LINK_VERSION, "ids": ids},
    )
    connection.commit()
    return len(ids)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", required=True)
    options.add_argument("--keep", type=int, default=400, help="articles at the end that are left to be linked")
    chosen = options.parse_args()
    begun = time.monotonic()
    with connect(read_url(chosen.database)).connect() as connection:
        count = fill(connection, chosen.keep)
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("vacuum analyze"))
    print(f"{count} articles in {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
