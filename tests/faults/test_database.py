"""The database's troubles reach a user as a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import Engine, insert, text

from etl.errors import DatabaseUnreachableError, NewstraceError, SchemaError
from etl.load.copy import copy_rows
from etl.load.faults import explain_fault
from etl.load.tables import authors


def end_session(engine: Engine, pid: int) -> None:
    with engine.connect() as other:
        other.execute(text("select pg_terminate_backend(:pid)"), {"pid": pid})


@pytest.mark.parametrize(
    "work",
    [
        lambda connection: connection.execute(text("select 1")),
        lambda connection: copy_rows(connection, authors, [{"author_id": 1, "name": "x"}]),
        lambda connection: connection.commit(),
    ],
    ids=["query", "copy", "commit"],
)
def test_a_session_that_is_ended_from_outside(engine: Engine, work: Callable[..., object]) -> None:
    with engine.connect() as connection:
        pid = connection.execute(text("select pg_backend_pid()")).scalar_one()
        end_session(engine, pid)
        with pytest.raises(DatabaseUnreachableError, match="run it again"):
            work(connection)
    with engine.connect() as connection:
        assert connection.scalar(text("select 1")) == 1, "the next session is sound"


def test_a_database_that_only_reads(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("set transaction read only"))
        with pytest.raises(SchemaError, match="can only be read"):
            connection.execute(insert(authors).values(author_id=1, name="x"))


def test_a_schema_that_is_older_than_the_program(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("drop table news.figures cascade"))
        with pytest.raises(SchemaError, match="newstrace db upgrade"):
            connection.execute(text("select * from news.figures"))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (psycopg.errors.DiskFull("no space left on device"), "disk is full"),
        (psycopg.errors.TooManyConnections("sorry"), "no more connections"),
        (psycopg.errors.CrashShutdown("crash"), "crashed"),
        (psycopg.errors.DeadlockDetected("deadlock"), "run it again"),
        (psycopg.OperationalError("server closed the connection"), "server closed the connection"),
    ],
)
def test_what_a_test_cannot_bring_about_is_told_too(fault: psycopg.Error, words: str) -> None:
    told = explain_fault(fault)
    assert isinstance(told, NewstraceError)
    assert words in str(told)


@pytest.mark.parametrize("fault", [psycopg.errors.UniqueViolation("x"), ValueError("x"), None])
def test_a_fault_in_the_rows_is_not_the_databases(fault: BaseException | None) -> None:
    assert explain_fault(fault) is None
