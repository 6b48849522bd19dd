"""What the link stage does with articles that wait: each part in turn, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from etl.link.claim.link import link_claims
from etl.link.entity.link import link_entities, settle_by_story
from etl.link.origin.link import link_origins
from etl.link.outlet.link import link_outlets
from etl.link.passage.link import link_passages
from etl.link.passage.shelf import Shelf
from etl.link.quote.link import link_quotes
from etl.link.restart import clear_links
from etl.link.story.link import link_stories
from etl.load.summaries import refresh_summaries
from etl.load.tables import articles

#: Changes with the rules: a database linked by other rules is linked anew.
LINK_VERSION = "4"
#: Articles linked in one transaction.
BATCH = 64

_MARK = text("update news.articles set linked_version = :version where article_id = any(:ids)")

#: Called with the articles done and the articles in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What a call of :func:`link_pending` did: articles taken in, and older ones that these changed."""

    articles: int = 0
    changed: int = 0


def link_pending(connection: Connection, *, progress: Progress | None = None) -> LinkSummary:
    """Link the articles that wait, with each other and with all that are linked; commits after each batch.

    What comes out does not depend on the size of the batches or the order in which articles were loaded.
    """
    _restart_if_rules_changed(connection)
    waiting = select(articles.c.article_id).where(articles.c.linked_version.is_(None)).order_by(articles.c.article_id)
    total = connection.scalar(select(func.count()).select_from(waiting.subquery())) or 0
    done, changed = 0, 0
    shelf = Shelf(connection)
    while batch := list(connection.scalars(waiting.limit(BATCH))):
        affected = link_articles(connection, batch, shelf)
        refresh_summaries(connection, batch, affected)
        connection.commit()
        changed += len(affected - set(batch))
        done += len(batch)
        if progress is not None:
            progress(done, max(done, total))
    return LinkSummary(done, changed)


def link_articles(connection: Connection, article_ids: list[int], shelf: Shelf) -> set[int]:
    """Link a batch, in the caller's transaction; the articles whose passages or stories changed, the batch included."""
    link_outlets(connection, article_ids)
    link_entities(connection, article_ids)
    link_quotes(connection, article_ids)
    affected = link_passages(connection, article_ids, shelf)
    stories = link_stories(connection, article_ids)
    affected |= stories.affected
    affected |= link_claims(connection, article_ids, stories.moved)
    settle_by_story(connection, sorted(affected | set(article_ids)))
    link_origins(connection, sorted(affected | set(article_ids)))
    connection.execute(_MARK, {"ids": article_ids, "version": LINK_VERSION})
    return affected | set(article_ids)


def _restart_if_rules_changed(connection: Connection) -> None:
    """Clear what other rules linked, or what was linked of articles that have been annotated anew since."""
    other = select(articles.c.article_id).where(articles.c.linked_version != LINK_VERSION).limit(1)
    if connection.scalar(other) is None:
        return
    clear_links(connection)
    connection.commit()
