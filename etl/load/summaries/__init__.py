"""The counts that views would be too slow to make afresh, kept up to date for what a run has touched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, text

from etl.load.summaries.measures import measure_articles
from etl.load.summaries.stories import count_claims

__all__ = ["refresh_summaries"]

#: Articles whose texts are held in memory at one time.
_BATCH = 500


def refresh_summaries(
    connection: Connection, article_ids: Collection[int] | None = None, moved: Collection[int] = ()
) -> None:
    """Count again what ``article_ids``, just linked, have changed; ``None`` counts everything.

    Beside the articles themselves that is the articles that share a passage with them, and the claims of their
    stories. ``moved`` are older articles whose stories or claims have changed with them. Runs inside the caller's
    transaction, after the link rows are written.
    """
    if article_ids is None:
        article_ids = connection.execute(text("select article_id from news.articles")).scalars().all()
        connection.execute(text("delete from news.story_claims"))
    for batch in _batches(_read_stories(connection, {*article_ids, *moved})):
        count_claims(connection, batch)
    for batch in _batches(sorted(_with_partners(connection, article_ids))):
        measure_articles(connection, batch)


def _read_stories(connection: Connection, article_ids: Collection[int]) -> list[int]:
    stories: set[int] = set()
    for batch in _batches(sorted(article_ids)):
        found = connection.execute(
            text("select distinct story_id from news.story_articles where article_id = any(:ids)"), {"ids": batch}
        )
        stories.update(found.scalars())
    return sorted(stories)


def _with_partners(connection: Connection, article_ids: Collection[int]) -> set[int]:
    touched = set(article_ids)
    for batch in _batches(sorted(article_ids)):
        partners = connection.execute(
            text(
                "select other_article_id from news.passages where article_id = any(:ids) "
                "union select article_id from news.passages where other_article_id = any(:ids)"
            ),
            {"ids": batch},
        )
        touched.update(partners.scalars())
    return touched


def _batches(keys: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), _BATCH):
        yield list(keys[start : start + _BATCH])
