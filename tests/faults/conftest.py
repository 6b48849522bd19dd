"""Runs as a user starts them, on a database of their own, and all rows that they left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, select

from etl.house import MIGRATIONS
from etl.load.connection import connect
from etl.load.tables import deployments, metadata, runs
from tests.extract.pages import PARAGRAPHS, page
from tests.extract.warcs import compressed, info, response

#: What tells of the run and the clock, not of the articles.
OF_THE_RUN = {"run_id", "loaded_at", "rejected_at", "resolved_at", "decided_at"}

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, parts of them under other headlines, a copy, a page, a damaged archive, an empty file."""
    folder = tmp_path_factory.mktemp("inputs")
    samples = sorted((MIGRATIONS.parent / "seeds" / "articles").glob("*.txt"))
    for sample in samples:
        text = sample.read_bytes()
        (folder / sample.name).write_bytes(text)
        (folder / f"part-{sample.name}").write_bytes(b"In short\n\n" + text[: len(text) // 2])
    (folder / "copy.txt").write_bytes(samples[0].read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "bridge.html").write_text(page(), encoding="utf-8")
    fetched = response(
        "https://courier.example/2024/05/03/bridge", page(linked=None, paragraphs=PARAGRAPHS[::-1]).encode()
    )
    (folder / "crawl.warc.gz").write_bytes(b"".join(compressed(info(), fetched, fetched))[:-100])
    return folder


@pytest.fixture
def start() -> Callable[[URL, Sequence[str]], subprocess.Popen[str]]:
    """Start a newstrace command on a database."""

    def start_command(database: URL, words: Sequence[str]) -> subprocess.Popen[str]:
        address = database.set(drivername="postgresql").render_as_string(hide_password=False)
        return subprocess.Popen(
            [sys.executable, "-c", "from etl.cli import main; main()", *words],
            env=os.environ | {"DATABASE_URL": address},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    return start_command


@pytest.fixture
def read_rows() -> Callable[[URL], Rows]:
    """Every row of every table of a database, without what tells of the run and the clock."""

    def read(database: URL) -> Rows:
        engine = connect(database)
        with engine.connect() as connection:
            found = {table.fullname: _rows(connection, table.fullname) for table in metadata.sorted_tables}
        engine.dispose()
        return {name: rows for name, rows in found.items() if name not in (runs.fullname, deployments.fullname)}

    return read


def _rows(connection: Connection, name: str) -> list[tuple[object, ...]]:
    table = metadata.tables[name]
    columns = [column for column in table.columns if column.name not in OF_THE_RUN]
    return [tuple(row) for row in connection.execute(select(*columns).order_by(*table.primary_key.columns))]
