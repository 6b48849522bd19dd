"""The BI role reads report and nothing else, also after the views were rebuilt."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import URL, Engine, text

from etl.errors import UsageError
from etl.load import views
from etl.load.connection import role_url
from etl.load.migrate import upgrade
from etl.load.roles import Grant, grant

ROLE = 'nt test "BI"'


@pytest.fixture
def granted(engine: Engine) -> Iterator[Grant]:
    """The grant of a new role; roles belong to the server, so that it must go with the test."""
    try:
        yield grant(engine, ROLE)
    finally:
        quoted = '"nt test ""BI"""'
        with engine.begin() as connection:
            # Who is no superuser drops what is a role's only as its member.
            connection.execute(text(f"grant {quoted} to current_user"))
            connection.execute(text(f"drop owned by {quoted}"))
            connection.execute(text(f"drop role {quoted}"))


@pytest.fixture
def bi(engine: Engine, granted: Grant) -> Iterator[psycopg.Connection]:
    """A session of the role, as a BI tool opens it."""
    address = role_url(engine, ROLE, granted.password)
    assert address is not None
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection


def test_it_reads_every_view_by_its_bare_name(bi: psycopg.Connection) -> None:
    names = bi.execute("select viewname from pg_views where schemaname = 'report'").fetchall()
    assert len(names) >= 23
    for (name,) in names:
        bi.execute(f"select * from {name} limit 1")  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "statement",
    [
        "select * from news.articles",
        "select text from raw.documents",
        "select * from raw.alembic_version",
        "create table report.mine (a int)",
        "create schema mine",
        "delete from news.articles",
        "create table public.mine (a int)",
    ],
)
def test_it_reads_and_writes_nothing_else(bi: psycopg.Connection, statement: str) -> None:
    bi.execute("set default_transaction_read_only = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        bi.execute(statement)  # type: ignore[call-overload]


def test_it_reads_views_that_were_rebuilt_or_are_new(
    engine: Engine, bi: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(views, "are_current", lambda _: False)
        upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("create view report.new_question as select 42 as answer"))
    assert bi.execute("select count(*) from run_history").fetchone() == (0,)
    assert bi.execute("select answer from new_question").fetchone() == (42,)


def test_granting_again_changes_nothing_and_keeps_the_password(engine: Engine, granted: Grant) -> None:
    assert granted.is_new
    assert granted.also_reads == ()
    again = grant(engine, ROLE)
    assert (again.is_new, again.password, again.statements) == (False, None, granted.statements)
    address = role_url(engine, ROLE, granted.password)
    assert address is not None
    psycopg.connect(address).close()


def test_rights_from_elsewhere_are_told(engine: Engine, granted: Grant) -> None:
    with engine.begin() as connection:
        connection.execute(text("grant usage on schema news to public"))
        connection.execute(text("grant select on news.quotes to public"))
    assert grant(engine, ROLE).also_reads == ("news.quotes",)


def test_the_password_is_in_no_statement_and_no_representation(granted: Grant) -> None:
    assert granted.password is not None
    assert granted.password.get_secret_value() not in f"{granted!r}{granted.statements}"


@pytest.mark.parametrize("role", ["", "public", "pg_read_all_data", "x" * 64])
def test_what_cannot_be_a_role_is_refused(engine: Engine, role: str) -> None:
    with pytest.raises(UsageError):
        grant(engine, role)


def test_a_superuser_is_refused(engine: Engine, server: URL) -> None:
    with engine.connect() as connection:
        if not connection.scalar(text("select usesuper from pg_user where usename = current_user")):
            pytest.skip("there is no superuser to name")
    assert server.username is not None
    with pytest.raises(UsageError, match="superuser"):
        grant(engine, server.username)
