"""The ledger tells what each run did; two runs never write at once."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sqlalchemy import URL, Connection, Engine, select

from etl.errors import LockHeldError
from etl.load.ledger import RunCounts, begin_run, count, end_run, read_counts, run_lock
from etl.load.tables import runs
from etl.records import RunStatus


def begin(connection: Connection) -> int:
    return begin_run(connection, command="newstrace run x", version="1.2", pipeline="p")


def test_a_run_is_entered_counted_and_ended(database: Connection) -> None:
    run_id = begin(database)
    count(database, run_id, RunCounts(files=2, documents=3))
    count(database, run_id, RunCounts(documents=1, rejects=1))
    end_run(database, run_id, RunStatus.DONE_WITH_REJECTS)
    assert read_counts(database, run_id) == RunCounts(files=2, documents=4, rejects=1)
    row = database.execute(select(runs)).one()
    assert (row.status, row.command, row.version) == ("done_with_rejects", "newstrace run x", "1.2")
    assert row.started_at <= row.ended_at
    assert row.ended_at.utcoffset().total_seconds() == 0


def test_a_run_without_an_end_was_killed(database: Connection) -> None:
    first, second = begin(database), begin(database)
    assert second == first + 1
    status = {row.run_id: (row.status, row.ended_at) for row in database.execute(select(runs))}
    assert status == {first: ("killed", None), second: ("running", None)}


def test_a_second_run_is_told_to_wait(engine: Engine) -> None:
    with run_lock(engine):
        with engine.begin() as connection:
            begin(connection)
        with pytest.raises(LockHeldError, match=r"since \d{4}-") as caught, run_lock(engine):
            pass
        assert caught.value.exit_status == 75
    with run_lock(engine):
        pass


def test_the_lock_is_told_of_before_there_is_a_schema(empty_database_url: URL) -> None:
    from etl.load.connection import connect

    engine = connect(empty_database_url)
    with run_lock(engine), pytest.raises(LockHeldError), run_lock(engine):
        pass
    engine.dispose()


def test_a_killed_run_leaves_no_lock(engine: Engine, database_url: URL) -> None:
    script = """
import sys, time
from etl.load.connection import connect, read_url
from etl.load.ledger import run_lock
with run_lock(connect(read_url(sys.argv[1]))):
    print("locked", flush=True)
    time.sleep(60)
"""
    address = database_url.render_as_string(hide_password=False)
    holder = subprocess.Popen([sys.executable, "-c", script, address], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"locked\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with run_lock(engine):  # gives up after its patience
        pass
