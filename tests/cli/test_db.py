"""``newstrace db``: a database that is there when it is needed, and that other tools find."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL

from etl.house import MIGRATIONS
from etl.load.server import stop_server
from etl.load.server.binaries import find_psql

Command = Callable[..., Any]

#: The migrations' files are named by their numbers.
NEWEST = max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


@pytest.fixture
def own_server(server_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands without DATABASE_URL, on the embedded server of this test session."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("NEWSTRACE_HOME", str(server_home))


@pytest.fixture
def new_home(server_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Commands without DATABASE_URL, on a home with nothing in it."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    home = server_home / "another"
    monkeypatch.setenv("NEWSTRACE_HOME", str(home))
    yield home
    stop_server(home)


def test_upgrade_makes_the_schema_once(
    newstrace: Command, empty_database_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database_url.render_as_string(hide_password=False))
    assert f"from migration none to {NEWEST}" in newstrace("db", "upgrade").out
    again = newstrace("db", "upgrade")
    assert (again.status, again.out) == (0, f"The database is at migration {NEWEST}, and its views are today's.\n")


def test_status_says_what_runs_where_and_starts_nothing(newstrace: Command, new_home: Path) -> None:
    told = newstrace("db", "status")
    assert told.status == 0
    assert "not made yet" in told.out
    assert not (new_home / "server" / "data").exists()


def test_the_server_starts_stops_and_is_told_of(newstrace: Command, new_home: Path) -> None:
    assert newstrace("db", "stop").out == "It was not running.\n"
    assert "PostgreSQL 1" in newstrace("db", "start").out
    told = newstrace("db", "status").out
    assert "running (process" in told
    assert str(new_home) in told
    assert "`newstrace db upgrade`" in told
    assert newstrace("db", "stop").out == "Stopped.\n"
    assert "our own, stopped" in newstrace("db", "status").out


def test_the_url_works_in_psql_as_it_is(newstrace: Command, own_server: None) -> None:
    program = find_psql()
    assert program is not None
    told = newstrace("db", "url")
    assert told.err == ""
    done = subprocess.run([program, told.out.strip(), "-Atc", "select 42"], capture_output=True, text=True, check=True)
    assert done.stdout == "42\n"


def test_status_of_a_given_database_hides_its_password(newstrace: Command, database_url: URL) -> None:
    told = newstrace("db", "status").out
    assert "from DATABASE_URL" in told
    assert f"migration {NEWEST}, current" in told
    assert str(database_url.password) not in told


def test_a_given_database_is_neither_started_nor_stopped(newstrace: Command) -> None:
    assert "nothing to start" in newstrace("db", "start").out
    assert "does not stop it" in newstrace("db", "stop").out


def test_an_unreachable_database_is_one_line(newstrace: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:s3cret@127.0.0.1:1/d")
    told = newstrace("db", "status")
    assert told.status == 1
    assert told.err.count("\n") == 1
    assert "s3cret" not in told.err


def test_shell_is_psql_on_the_database_with_the_views_at_hand(database_env: str) -> None:
    command = [sys.executable, "-c", "from etl.cli import main; main()", "db", "shell", "-Atc"]
    question = "select count(*) from story_coverage"
    done = subprocess.run([*command, question], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_grant_prints_what_it_did_and_an_address_that_reads_the_views(newstrace: Command, database_url: URL) -> None:
    owner = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        told = newstrace("db", "grant", "nt_desk").out
        assert 'grant select on all tables in schema report to "nt_desk";' in told
        address = told.split()[-1]
        with psycopg.connect(address) as connection:
            assert connection.execute("select count(*) from run_history").fetchone() == (0,)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("select * from news.articles")
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("DATABASE_URL", address)
            assert newstrace("report", "run_history", "--format", "json").out == "[]\n"
        again = newstrace("db", "grant", "nt_desk").out
        assert "Found the role" in again
        assert "password" not in again
    finally:
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("grant nt_desk to current_user")
            connection.execute("drop owned by nt_desk")
            connection.execute("drop role nt_desk")


def test_grant_wants_the_schema_first(
    newstrace: Command, empty_database_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database_url.render_as_string(hide_password=False))
    told = newstrace("db", "grant", "nt_desk")
    assert told.status == 1
    assert "newstrace db upgrade" in told.err
