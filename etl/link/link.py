"""What the link stage does with articles that wait: each part in turn, a batch at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from etl.errors import NewstraceError, while_doing
from etl.link.claim.link import link_claims
from etl.link.entity.link import link_entities, settle_by_story
from etl.link.origin.link import link_origins
from etl.link.outlet.link import link_outlets
from etl.link.passage.link import link_passages
from etl.link.passage.shelf import Shelf
from etl.link.passage.withdrawal import withdraw_passages
from etl.link.quote.link import link_quotes
from etl.link.restart import clear_links
from etl.link.story.link import date_anew, link_stories
from etl.load.articles import ANNOTATED_ANEW, DATED_ANEW
from etl.load.rejects import settle_documents
from etl.load.statistics import refresh_statistics
from etl.load.summaries import refresh_summaries
from etl.load.tables import articles
from etl.load.unlinked import count_unlinked, read_unlinked
from etl.records import Stage

log = logging.getLogger(__name__)

#: Changes with the rules: a database linked by other rules is linked anew.
LINK_VERSION = "15"
#: Articles linked in one transaction.
BATCH = 64
#: The planner's statistics are refreshed when a run has linked so many times as many articles as it had the last time:
#: it takes a column that was empty when it last looked for empty still, and reads all the rows that are not.
_REFRESH_TIMES = 4

_MARK = text("update news.articles set linked_version = :version where article_id = any(:ids)")

#: Called with the articles done and the articles in all.
Progress = Callable[[int, int], None]
#: Called with an article that cannot be linked, and why, in a transaction in which it is entered as rejected.
Refuse = Callable[[Connection, int, Exception], None]


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What a call of :func:`link_pending` did: articles taken in, and older ones that these changed."""

    articles: int = 0
    changed: int = 0


def link_pending(
    connection: Connection,
    *,
    progress: Progress | None = None,
    refuse: Refuse | None = None,
    with_rejected: bool = False,
) -> LinkSummary:
    """Link the articles that wait, with each other and with all that are linked; commits after each batch.

    What comes out does not depend on the size of the batches or the order in which articles were loaded.

    With ``refuse`` an article that cannot be linked does not stop the others: it is handed over with its fault, to
    be rejected. Articles that were rejected earlier wait only ``with_rejected``, or when the rules have changed.
    """
    with_rejected |= _restart_if_needed(connection)
    changed = 0
    while dated := _read_dated(connection):
        changed += _date_anew(connection, dated)
    with_rejected |= _restart_if_needed(connection)
    total = count_unlinked(connection, with_rejected=with_rejected)
    linking = _Linking(connection, refuse)
    after = 0
    while batch := read_unlinked(connection, after=after, limit=BATCH, with_rejected=with_rejected):
        linking.link(batch)
        after = batch[-1]
        if progress is not None:
            progress(linking.done, max(linking.done, total))
    return LinkSummary(linking.done - linking.refused, linking.changed + changed)


class _Linking:
    """Batches on their way, each in a transaction of its own; one that fails is halved down to what is at fault."""

    def __init__(self, connection: Connection, refuse: Refuse | None) -> None:
        self.connection = connection
        self.done = self.refused = self.changed = 0
        self._refuse = refuse
        self._shelf = Shelf(connection)
        self._refresh_at = BATCH

    def link(self, batch: list[int]) -> None:
        try:
            with while_doing(f"linking {_named(batch)}"):
                self._link(batch)
        except Exception as error:
            # What is held of a batch that was taken back is not what the database holds.
            self.connection.rollback()
            self._shelf = Shelf(self.connection)
            if self._refuse is None or not _is_of_the_article(error):
                raise
            if len(batch) > 1:
                middle = len(batch) // 2
                self.link(batch[:middle])
                self.link(batch[middle:])
                return
            self._refuse(self.connection, batch[0], error)
            self.connection.commit()
            self.refused += 1
            self.done += 1

    def _link(self, batch: list[int]) -> None:
        affected = link_articles(self.connection, batch, self._shelf)
        refresh_summaries(self.connection, batch, affected)
        settle_documents(self.connection, batch, Stage.LINK)
        self.connection.commit()
        self.changed += len(affected - set(batch))
        self.done += len(batch)
        if self.done >= self._refresh_at:
            refresh_statistics(self.connection)
            self._refresh_at = _REFRESH_TIMES * self.done


def _named(batch: list[int]) -> str:
    return f"article {batch[0]}" if len(batch) == 1 else f"articles {batch[0]} to {batch[-1]}"


def _is_of_the_article(error: Exception) -> bool:
    """Whether another article may go through: a lost connection, a lock or a full disk is nobody's fault."""
    fault = error.orig if isinstance(error, DBAPIError) else error
    return not isinstance(fault, NewstraceError | psycopg.OperationalError | psycopg.InterfaceError)


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


def _read_dated(connection: Connection) -> list[int]:
    query = text("select article_id from news.articles where linked_version = :dated order by article_id limit :most")
    return list(connection.scalars(query, {"dated": LINK_VERSION + DATED_ANEW, "most": BATCH}))


def _date_anew(connection: Connection, article_ids: list[int]) -> int:
    """Link anew what depends on when these articles were published, and commit; how many articles changed.

    Where that fails, they count as annotated anew: then all articles are linked again, which always can be done.
    """
    try:
        with while_doing(f"dating {_named(article_ids)} anew"):
            affected = relink_dated(connection, article_ids)
            refresh_summaries(connection, article_ids, affected)
            connection.commit()
    except Exception as error:
        connection.rollback()
        if not _is_of_the_article(error):
            raise
        log.warning("%s: cannot be dated anew: %s", _named(article_ids), error)
        connection.execute(_MARK, {"ids": article_ids, "version": ANNOTATED_ANEW})
        connection.commit()
        return 0
    return len(affected)


def relink_dated(connection: Connection, article_ids: list[int]) -> set[int]:
    """Link articles that have another time of publication than when they were linked; all articles that changed.

    On it depend who had a passage first, and which articles tell one story; the rest follows from the stories. It is
    exact: what comes out is what a database has that never knew the old time.
    """
    shelf = Shelf(connection)
    affected = withdraw_passages(connection, article_ids, shelf)
    affected |= link_passages(connection, article_ids, shelf)
    stories = date_anew(connection, article_ids)
    affected |= stories.affected | set(article_ids)
    # which articles of a story are set side by side depends on which came first, in whatever story they are
    affected |= link_claims(connection, [], {*stories.moved, *article_ids})
    settle_by_story(connection, sorted(affected))
    link_origins(connection, sorted(affected))
    connection.execute(_MARK, {"ids": article_ids, "version": LINK_VERSION})
    return affected


def _restart_if_needed(connection: Connection) -> bool:
    """Clear what other rules linked, or what was linked of articles annotated anew since; whether there was any."""
    known = (LINK_VERSION, LINK_VERSION + DATED_ANEW)
    other = select(articles.c.linked_version).where(articles.c.linked_version.not_in(known)).limit(1)
    version = connection.scalar(other)
    if version is None:
        return False
    cause = "articles were annotated anew" if version == ANNOTATED_ANEW else "the rules for linking have changed"
    log.warning("%s: all articles are linked again; until that is done, reports tell only of those that are", cause)
    clear_links(connection)
    connection.commit()
    return True
