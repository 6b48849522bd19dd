"""Reports are fast right after a load, not a minute later."""

from __future__ import annotations

from sqlalchemy import Connection, text

from etl.load.copy import copy_rows
from etl.load.statistics import refresh_statistics
from etl.load.tables import authors


def test_what_a_run_has_filled_is_analyzed_once(database: Connection) -> None:
    copy_rows(database, authors, ({"author_id": i, "name": str(i)} for i in range(1000)))
    database.commit()
    refresh_statistics(database)
    planned = text("select reltuples from pg_class where oid = 'news.authors'::regclass")
    assert database.scalar(planned) == 1000
    assert refresh_statistics(database) == 0
