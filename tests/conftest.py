"""A real database for every test that asks for one: see tests/README.md."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from pytest_postgresql.janitor import DatabaseJanitor
from sqlalchemy import URL, Connection, Engine, func, select

from etl.load.connection import connect, read_url
from etl.load.migrate import upgrade
from etl.load.server import ensure_server, stop_server
from etl.load.tables import documents, metadata

_numbers = itertools.count(1)

# How long an example takes says more about the machine than about the code: speed is in tests/benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


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
def wrong_ranges() -> Callable[[Connection], dict[str, int]]:
    """Counts, by table and column, the rows whose range of ``documents.text`` does not hold the words they store.

    A user who follows such a row to its place in the text finds something else there.
    """
    return _wrong_ranges


def _wrong_ranges(connection: Connection) -> dict[str, int]:
    checks = {
        f"{table.name}.{column}": (table, start, end, column)
        for table in metadata.tables.values()
        for start, end, column in _RANGES
        if {start, end, column, "article_id"} <= set(table.c.keys())
    }
    assert {"mentions.text", "articles.headline", "quote_occurrences.text"} <= checks.keys()
    found = {}
    for name, (table, start, end, column) in checks.items():
        document = documents.alias()
        inside = func.substring(document.c.text, table.c[start] + 1, table.c[end] - table.c[start])
        query = (
            select(func.count())
            .select_from(table.join(document, document.c.document_id == table.c.article_id))
            .where(table.c[start].is_not(None), inside != table.c[column])
        )
        if connection.scalar(query):
            found[name] = connection.scalar(query) or 0
    return found


#: Columns that hold a range, and the words in it.
_RANGES = (("start_char", "end_char", "text"), ("headline_start_char", "headline_end_char", "headline"))


@pytest.fixture
def database_env(database_url: URL, monkeypatch: pytest.MonkeyPatch) -> str:
    """DATABASE_URL set to a fresh database, for commands that are run as commands."""
    text = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", text)
    return text
