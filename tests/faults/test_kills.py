"""Killed at any moment, a run leaves nothing that a clean run would not have, and the next run finishes its work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, Engine, select, text

from etl.load.connection import connect
from etl.load.migrate import upgrade
from etl.load.tables import files, runs

Start = Callable[[URL, Sequence[str]], subprocess.Popen[str]]
Rows = dict[str, list[tuple[object, ...]]]

#: Ten by NEWSTRACE_KILLS=10; fewer keep the suite short.
KILLS = int(os.environ.get("NEWSTRACE_KILLS", "3"))


def finish(process: subprocess.Popen[str], *expected: int) -> str:
    output, _ = process.communicate(timeout=240)
    assert process.returncode in expected, output
    return output


def differences(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The first rows that only one of them has."""
    return [row for row in one if row not in other][:2] + [row for row in other if row not in one][:2]


def kill(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.fixture
def fresh(empty_database_url: URL) -> URL:
    """A database of the current schema, for the run that is disturbed."""
    engine = connect(empty_database_url)
    upgrade(engine)
    engine.dispose()
    return empty_database_url


def test_runs_that_are_killed_leave_what_a_clean_run_leaves(
    database_url: URL, fresh: URL, inputs: Path, start: Start, read_rows: Callable[[URL], Rows]
) -> None:
    words = ["run", "--batch-size", "2", "--workers", "1", str(inputs)]
    started = time.monotonic()
    finish(start(database_url, words), 3)
    duration = time.monotonic() - started

    seed = time.time_ns()
    moments = random.Random(seed)
    for _ in range(KILLS):
        process = start(fresh, words)
        time.sleep(moments.uniform(0.2, 1.0) * duration)
        kill(process)
    finish(start(fresh, words), 0, 3)

    clean, disturbed = read_rows(database_url), read_rows(fresh)
    differing = {name: differences(clean[name], disturbed[name]) for name in clean if clean[name] != disturbed[name]}
    assert differing == {}, f"seed {seed}"
    assert clean["news.articles"]
    engine = connect(fresh)
    with engine.connect() as connection:
        assert set(connection.scalars(select(runs.c.status))) <= {"killed", "done", "done_with_rejects"}
    engine.dispose()

    before = read_rows(fresh)
    finish(start(fresh, words), 0)
    assert read_rows(fresh) == before, "a second run adds nothing"


def test_two_runs_at_once_do_not_mix(engine: Engine, database_url: URL, inputs: Path, start: Start) -> None:
    first = start(database_url, ["load", "--batch-size", "1", str(inputs)])
    second = start(database_url, ["load", "--batch-size", "1", str(inputs)])
    outputs = [process.communicate(timeout=240)[0] for process in (first, second)]
    statuses = sorted((first.returncode, second.returncode))
    # The slower may come after the end of the faster, and then finds nothing to do.
    assert statuses in ([0, 3], [3, 75]), outputs
    with engine.connect() as connection:
        loaded = connection.scalars(select(files.c.path)).all()
    assert sorted(loaded) == sorted(set(map(str, inputs.iterdir())))


def test_a_signal_ends_a_run_at_a_batch_and_the_ledger_says_so(
    engine: Engine, database_url: URL, inputs: Path, start: Start
) -> None:
    process = start(database_url, ["load", "--batch-size", "1", str(inputs)])
    deadline = time.monotonic() + 60
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while not connection.scalar(select(runs.c.run_id)) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=60)
        status = connection.scalar(select(runs.c.status))
        assert status in ("interrupted", "done_with_rejects"), output
        assert connection.scalar(select(runs.c.ended_at)) is not None
        if status == "interrupted":
            assert process.returncode not in (0, 3), output
    assert "Traceback" not in output


def test_a_lost_connection_ends_the_run_in_a_sentence(
    engine: Engine, database_url: URL, server: URL, inputs: Path, start: Start
) -> None:
    process = start(database_url, ["load", "--batch-size", "1", str(inputs)])
    deadline = time.monotonic() + 60
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while not connection.scalar(select(runs.c.run_id)) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        connection.execute(
            text(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = :name and pid <> pg_backend_pid()"
            ),
            {"name": database_url.database},
        )
    output, _ = process.communicate(timeout=60)
    assert "Traceback" not in output
    assert process.returncode in (1, 3), output
    finish(start(database_url, ["load", str(inputs)]), 0, 3)
    with psycopg.connect(database_url.set(drivername="postgresql").render_as_string(hide_password=False)) as check:
        assert check.execute("select count(*) from raw.documents").fetchone() == (12,)
