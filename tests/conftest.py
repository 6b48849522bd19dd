"""A real database for every test that asks for one: see tests/README.md."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from pytest_postgresql.janitor import DatabaseJanitor
from sqlalchemy import URL, Connection, Engine

from etl.load.connection import connect, read_url
from etl.load.migrate import upgrade
from etl.load.server import ensure_server, stop_server

_numbers = itertools.count(1)


def janitor(server: URL, name: str, template: str | None = None) -> DatabaseJanitor:
    """Makes the database ``name`` on ``server``, and drops it."""
    return DatabaseJanitor(
        user=server.username or "",
        host=server.host or "",
        port=server.port or 5432,
        password=server.password and str(server.password),
        dbname=name,
        template_dbname=template,
        maintenance_dbname=server.database or "postgres",
    )


@pytest.fixture(scope="session")
def server_home() -> Iterator[Path]:
    """A temporary home of the embedded server, stopped and removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="nt-"))
    home.chmod(0o711)  # as root, the server runs as another account, which must get in
    yield home
    stop_server(home)
    shutil.rmtree(home)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> URL:
    """The server that tests make their databases on: DATABASE_URL's, else an embedded one."""
    given = os.environ.get("DATABASE_URL")
    if given:
        return read_url(given)
    info = ensure_server(request.getfixturevalue("server_home"))
    with psycopg.connect(info.url.get_secret_value(), autocommit=True) as connection:
        # What a test writes need not outlive a power failure.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"alter system set {setting} = off")
        connection.execute("select pg_reload_conf()")
    return read_url(info.url.get_secret_value())


@pytest.fixture(scope="session")
def template(server: URL) -> Iterator[str]:
    """A database made by the real migrations, of which each test gets a copy."""
    name = f"newstrace_template_{os.getpid()}"
    with janitor(server, name):
        engine = connect(server.set(database=name))
        upgrade(engine)
        engine.dispose()
        yield name


@pytest.fixture
def database_url(server: URL, template: str) -> Iterator[URL]:
    """Address of a fresh database with the current schema, gone after the test."""
    name = f"newstrace_test_{os.getpid()}_{next(_numbers)}"
    with janitor(server, name, template):
        yield server.set(database=name)


@pytest.fixture
def empty_database_url(server: URL) -> Iterator[URL]:
    """Address of a database with nothing in it."""
    name = f"newstrace_test_{os.getpid()}_{next(_numbers)}"
    with janitor(server, name):
        yield server.set(database=name)


@pytest.fixture
def engine(database_url: URL) -> Iterator[Engine]:
    """An engine on a fresh database with the current schema."""
    made = connect(database_url)
    yield made
    made.dispose()


@pytest.fixture
def database(engine: Engine) -> Iterator[Connection]:
    """A connection to a fresh database with the current schema, in a transaction that the test may commit."""
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def database_env(database_url: URL, monkeypatch: pytest.MonkeyPatch) -> str:
    """DATABASE_URL set to a fresh database, for commands that are run as commands."""
    text = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", text)
    return text
