"""All rows of a database, to compare what two ways of making them left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from etl.load.tables import metadata

#: When and by which run a row was made says nothing about what it holds.
_OF_THE_RUN = frozenset({"run_id", "loaded_at", "started_at", "ended_at", "rejected_at", "resolved_at", "decided_at"})

Snapshot = Mapping[str, list[tuple[Any, ...]]]


def take_snapshot(connection: Connection) -> Snapshot:
    """Table -> its rows, sorted; without the ledger of runs, and without what depends on the run alone."""
    taken = {}
    for table in metadata.sorted_tables:
        if table.fullname == "raw.runs":
            continue
        columns = [column for column in table.columns if column.name not in _OF_THE_RUN]
        taken[table.fullname] = sorted(map(tuple, connection.execute(select(*columns))), key=repr)
    connection.rollback()
    return taken
