"""The ledger of runs, and the lock that keeps runs apart."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, inspect, select, update

from etl.errors import LockHeldError
from etl.load.tables import runs
from etl.records import RunStatus

#: Held by whoever writes: a run, a stage of it, a retry.
RUN_LOCK = 7_402_116_502
#: A killed run's session needs a moment to notice; nobody should have to start again for that.
_PATIENCE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run, or a batch of it, did."""

    files: int = 0
    documents: int = 0
    duplicates: int = 0
    articles: int = 0
    rejects: int = 0

    def __add__(self, other: RunCounts) -> RunCounts:
        return RunCounts(
            self.files + other.files,
            self.documents + other.documents,
            self.duplicates + other.duplicates,
            self.articles + other.articles,
            self.rejects + other.rejects,
        )


@contextlib.contextmanager
def run_lock(engine: Engine) -> Iterator[None]:
    """Hold the lock of this database for writing, on a session of its own.

    It ends with the session, so that a killed run leaves none behind. Raises :class:`~etl.errors.LockHeldError`.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as keeper:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not keeper.scalar(select(func.pg_try_advisory_lock(RUN_LOCK))):
            if time.monotonic() > deadline:
                raise LockHeldError(f"another run writes to this database{_holder(keeper)}. Wait for its end.")
            time.sleep(0.1)
        try:
            yield
        finally:
            # A session that was cut off holds nothing any more.
            with contextlib.suppress(Exception):
                keeper.scalar(select(func.pg_advisory_unlock(RUN_LOCK)))


def _holder(connection: Connection) -> str:
    """The start of the run that holds the lock, as far as it is in the ledger."""
    if not inspect(connection).has_table(runs.name, schema=runs.schema):
        return ""  # it is about to make the tables
    started = connection.scalar(
        select(func.max(runs.c.started_at)).where(runs.c.status == RunStatus.RUNNING.value),
    )
    return f" (since {started:%Y-%m-%d %H:%M:%S} UTC)" if started else ""


def begin_run(connection: Connection, *, command: str, version: str, pipeline: str) -> int:
    """Enter a run, under the run lock; its key. Runs that left no end are marked as killed."""
    mark_killed(connection)
    run_id = (connection.scalar(select(func.max(runs.c.run_id))) or 0) + 1
    connection.execute(
        insert(runs).values(
            run_id=run_id,
            command=command,
            started_at=datetime.now(UTC),
            status=RunStatus.RUNNING.value,
            version=version,
            pipeline=pipeline,
        )
    )
    return run_id


def mark_killed(connection: Connection) -> int:
    """Mark runs that say they run, though whoever calls holds the lock; how many."""
    dead = update(runs).where(runs.c.status == RunStatus.RUNNING.value).values(status=RunStatus.KILLED.value)
    return connection.execute(dead).rowcount


def count(connection: Connection, run_id: int, counts: RunCounts) -> None:
    """Add ``counts`` to the run's, in the transaction of the batch that they count."""
    connection.execute(
        update(runs)
        .where(runs.c.run_id == run_id)
        .values(
            files=runs.c.files + counts.files,
            documents=runs.c.documents + counts.documents,
            duplicates=runs.c.duplicates + counts.duplicates,
            articles=runs.c.articles + counts.articles,
            rejects=runs.c.rejects + counts.rejects,
        )
    )


def end_run(connection: Connection, run_id: int, status: RunStatus, *, error: str | None = None) -> None:
    """Enter how the run ended."""
    connection.execute(
        update(runs).where(runs.c.run_id == run_id).values(status=status.value, ended_at=datetime.now(UTC), error=error)
    )


def read_counts(connection: Connection, run_id: int) -> RunCounts:
    """What the run did so far, as the ledger has it."""
    columns = (runs.c.files, runs.c.documents, runs.c.duplicates, runs.c.articles, runs.c.rejects)
    return RunCounts(*connection.execute(select(*columns).where(runs.c.run_id == run_id)).one())
