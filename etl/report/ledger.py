"""The ledger of runs and the rejects, as rows for a person or a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

_RUNS = """
select run_id, status, started_at, duration_s, files, documents, articles, rejects, command
from report.run_history
order by run_id desc
limit :limit
"""

_RUN = "select * from raw.runs where run_id = :run_id"

_REJECTS = """
select reject_id, path, position, stage, reason, run_id, rejected_at, state, resolved_at, dismissed_at,
    dismissed_reason
from report.rejected_files
where is_open or :with_closed
order by path, position nulls first, reject_id
"""

Rows = tuple[Sequence[str], Sequence[Sequence[Any]]]


def read_runs(connection: Connection, limit: int) -> Rows:
    """The latest ``limit`` runs, newest first: columns and rows."""
    return _read(connection, _RUNS, limit=limit)


def read_run(connection: Connection, run_id: int) -> dict[str, Any] | None:
    """Every field of one run, or ``None``."""
    row = connection.execute(text(_RUN), {"run_id": run_id}).mappings().first()
    return None if row is None else dict(row)


def read_rejects(connection: Connection, *, with_closed: bool) -> Rows:
    """The rejects that are open, by path; also those that a later try settled or somebody dismissed, if asked."""
    return _read(connection, _REJECTS, with_closed=with_closed)


def _read(connection: Connection, query: str, **values: Any) -> Rows:
    result = connection.execute(text(query), values)
    return tuple(result.keys()), [tuple(row) for row in result]
