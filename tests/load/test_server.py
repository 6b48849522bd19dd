"""The embedded server: two commands find one database, whatever happened to it before."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

import etl
from etl.errors import ServerError
from etl.load.server import ServerInfo, ensure_server, server_status, stop_server
from etl.load.server.account import server_account
from etl.load.server.binaries import Binaries, find_binaries, find_psql, place_binaries
from etl.load.server.cluster import memory_settings
from etl.load.server.launcher import why_not
from etl.load.server.memory import machine_memory

IS_ROOT = os.geteuid() == 0


@pytest.fixture
def new_home() -> Iterator[Path]:
    """A home with nothing in it, in a folder that all may enter."""
    parent = Path(tempfile.mkdtemp(prefix="nt-"))
    parent.chmod(0o755)
    yield parent / "home"
    for each in parent.iterdir():
        stop_server(each)
    shutil.rmtree(parent)


@pytest.fixture(scope="module")
def made_home() -> Iterator[Path]:
    """A home whose server was made, and stopped: making one takes seconds, copying it does not."""
    parent = Path(tempfile.mkdtemp(prefix="nt-"))
    parent.chmod(0o755)
    info = ensure_server(parent / "home")
    with psycopg.connect(info.url.get_secret_value(), autocommit=True) as connection:
        connection.execute("alter system set fsync = off")  # these tests end processes, not the power
    stop_server(parent / "home")
    yield parent / "home"
    shutil.rmtree(parent)


@pytest.fixture
def home(new_home: Path, made_home: Path) -> Path:
    """A home of its own, for tests that kill, move and damage servers."""
    subprocess.run(["cp", "-a", str(made_home), str(new_home)], check=True)
    return new_home


def ask(info: ServerInfo, question: str) -> object:
    with psycopg.connect(info.url.get_secret_value()) as connection:
        row = connection.execute(question).fetchone()  # type: ignore[call-overload]
    return row and row[0]


def mark(info: ServerInfo) -> None:
    with psycopg.connect(info.url.get_secret_value()) as connection:
        connection.execute("create table mark as select 42 as value")


def wait_for_end(pid: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.02)
    raise AssertionError(f"process {pid} lives on")


def test_it_starts_once_and_stops_on_request(new_home: Path) -> None:
    assert server_status(new_home).running is None
    assert not stop_server(new_home)
    assert not new_home.exists(), "asking makes nothing"
    first = ensure_server(new_home)
    again = ensure_server(new_home)
    assert (first.pid, first.port) == (again.pid, again.port)
    assert server_status(new_home).running == again
    assert stop_server(new_home)
    assert not stop_server(new_home)
    wait_for_end(first.pid)
    later = ensure_server(new_home)
    assert later.port == first.port, "a saved connection of a BI tool would break"
    assert later.url == first.url


def test_commands_started_at_once_share_one_server(new_home: Path) -> None:
    script = "import sys; from pathlib import Path; from etl.load.server import ensure_server; "
    script += "print(ensure_server(Path(sys.argv[1])).pid)"
    commands = [[sys.executable, "-c", script, str(new_home)]] * 4
    with ThreadPoolExecutor() as pool:
        done = list(
            pool.map(lambda command: subprocess.run(command, check=False, capture_output=True, text=True), commands)
        )
    assert [each.stderr for each in done] == [""] * 4
    assert len({each.stdout for each in done}) == 1


def test_a_killed_server_comes_back_with_its_rows(home: Path) -> None:
    before = ensure_server(home)
    mark(before)
    os.kill(before.pid, signal.SIGKILL)
    wait_for_end(before.pid)
    after = ensure_server(home)
    assert after.pid != before.pid
    assert ask(after, "select value from mark") == 42


def test_a_stale_pid_file_that_names_a_stranger_is_no_server(home: Path) -> None:
    """After a reboot, another program has the dead server's number."""
    before = ensure_server(home)
    pid_file = before.data_folder / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    stop_server(home)
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:], ""]))
    assert server_status(home).running is None
    assert ask(ensure_server(home), "select 1") == 1


def test_another_program_on_the_port_makes_it_move(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = ensure_server(home)
    stop_server(home)
    with socket.create_server(("127.0.0.1", before.port)):
        after = ensure_server(home)
        assert after.port != before.port
        assert str(before.port) in caplog.text
        assert ask(after, "select 1") == 1
    assert ensure_server(home).port == after.port


@pytest.mark.parametrize("is_running", [True, False], ids=["running", "stopped"])
def test_a_moved_home_takes_its_database_along(home: Path, is_running: bool) -> None:
    mark(ensure_server(home))
    if not is_running:
        stop_server(home)
    moved = home.with_name("moved")
    home.rename(moved)
    after = ensure_server(moved)
    assert after.data_folder == moved / "server" / "data"
    assert ask(after, "select value from mark") == 42
    assert not home.exists()


def test_a_copied_home_is_another_database(home: Path) -> None:
    original = ensure_server(home)
    stop_server(home)
    copy = home.with_name("copy")
    subprocess.run(["cp", "-a", str(home), str(copy)], check=True)
    original = ensure_server(home)
    mark(original)
    copied = ensure_server(copy)
    assert copied.pid != original.pid
    assert copied.port != original.port
    assert ask(copied, "select to_regclass('mark')") is None


def test_a_home_reached_by_a_link_is_the_same_home(home: Path) -> None:
    link = home.with_name("link")
    link.symlink_to(home)
    assert ensure_server(link).pid == ensure_server(home).pid == ensure_server(home / ".." / "home").pid
    link.unlink()


def test_a_server_that_only_its_lock_betrays_is_left_alone(home: Path) -> None:
    """Two containers on one home: neither sees the other's processes, and two servers would destroy the data."""
    info = ensure_server(home)
    stop_server(home)
    pid_file = info.data_folder / "postmaster.pid"
    pid_file.write_text("its own\n")
    with (home / "server" / "alive").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(ServerError, match="another container"):
            ensure_server(home)
    assert pid_file.read_text() == "its own\n", "without it the other server would end itself"
    running = ensure_server(home)
    assert running.port == info.port
    with (home / "server" / "alive").open("a") as file, pytest.raises(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_lost_password_is_replaced(home: Path) -> None:
    before = ensure_server(home)
    mark(before)
    (home / "server" / "password").unlink()
    after = ensure_server(home)
    assert after.url != before.url
    assert ask(after, "select value from mark") == 42
    with pytest.raises(psycopg.OperationalError):
        ask(before, "select 1")


def test_an_interrupted_first_start_is_begun_again(new_home: Path) -> None:
    unfinished = new_home / "server" / "data.new"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    if IS_ROOT:
        new_home.chmod(0o711)
    assert ask(ensure_server(new_home), "select 1") == 1


def test_a_home_with_a_long_path_has_its_socket_elsewhere(new_home: Path) -> None:
    deep = new_home / ("a" * 60) / ("b" * 60)
    info = ensure_server(deep)
    try:
        assert info.socket_folder is not None
        assert not info.socket_folder.is_relative_to(deep)
        with psycopg.connect(info.url.get_secret_value(), host=str(info.socket_folder)) as connection:
            assert connection.execute("select inet_client_addr()").fetchone() == (None,)
    finally:
        stop_server(deep)
        if info.socket_folder is not None:
            info.socket_folder.rmdir()


def test_only_the_owner_reads_the_password_and_nobody_comes_in_without(home: Path) -> None:
    info = ensure_server(home)
    assert stat.S_IMODE((home / "server" / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(info.data_folder.stat().st_mode) == 0o700
    without = info.url.get_secret_value().replace(":" + (home / "server" / "password").read_text().strip(), "")
    for host in ("127.0.0.1", str(info.socket_folder)):
        with pytest.raises(psycopg.OperationalError, match="no password supplied"):
            psycopg.connect(without, host=host)
    assert ask(info, "show listen_addresses") == "127.0.0.1"
    assert ask(info, "select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules") is True


def test_psql_takes_the_url_as_it_is(home: Path) -> None:
    program = find_psql()
    assert program is not None
    command = [program, ensure_server(home).url.get_secret_value(), "-Atc", "select current_database()"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "newstrace\n"


def test_upper_and_lower_case_and_order_do_not_depend_on_the_system(home: Path) -> None:
    info = ensure_server(home)
    assert ask(info, "select lower('ÉÀŁ')") == "éàł"
    assert ask(info, "select string_agg(v, '' order by v) from unnest('{b,B,a,é}'::text[]) v") == "Babé"


def test_a_file_where_the_home_should_be_is_explained(new_home: Path) -> None:
    new_home.write_text("")
    with pytest.raises(ServerError, match="NEWSTRACE_HOME"):
        ensure_server(new_home)
    new_home.unlink()


def test_a_full_disk_is_told_as_one_and_not_as_damage(tmp_path: Path) -> None:
    """What PostgreSQL 18 writes on a full disk."""
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "postgresql.log").write_text(
        "LOG:  database system was interrupted while in recovery at 2026-11-22 00:36:36 UTC\n"
        "HINT:  This probably means that some data is corrupted and you will have to use the last backup.\n"
        'FATAL:  could not write to file "pg_wal/xlogtemp.1998": No space left on device\n'
        "LOG:  startup process (PID 1998) exited with exit code 1\n"
    )
    told = why_not(tmp_path, tmp_path / "start.log")
    assert told == f"The disk of {tmp_path} is full. Make room and try again; what was committed stays."
    (tmp_path / "log" / "postgresql.log").write_text('FATAL:  could not load library "x.so"\n')
    assert 'could not load library "x.so"' in why_not(tmp_path, tmp_path / "start.log")


@pytest.mark.skipif(not IS_ROOT, reason="only root finds folders that another account cannot enter")
def test_a_closed_home_of_root_stays_closed(new_home: Path) -> None:
    new_home.mkdir(mode=0o700)
    closed = new_home / "closed"
    closed.mkdir(mode=0o700)
    before = [stat.S_IMODE(path.stat().st_mode) for path in (new_home, closed)]
    info = ensure_server(closed)
    try:
        assert ask(info, "select 1") == 1
        assert [stat.S_IMODE(path.stat().st_mode) for path in (new_home, closed)] == before
        assert info.data_folder.is_relative_to("/var/lib/newstrace")
        assert info.data_folder.stat().st_uid != 0
        assert stop_server(closed)
        moved = new_home / "moved"
        closed.rename(moved)
        assert ensure_server(moved).data_folder == info.data_folder
        stop_server(moved)
        moved.rename(closed)
    finally:
        stop_server(closed)
        shutil.rmtree(info.data_folder.parent)


@pytest.fixture
def ordinary_python() -> list[str]:
    """The start of a command that runs Python with newstrace as an ordinary user, where this is root."""
    packages = os.pathsep.join([str(Path(etl.__file__).parent.parent), str(Path(psycopg.__file__).parent.parent)])
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for program in (sys.executable, shutil.which(version, path="/usr/local/bin:/usr/bin") or sys.executable):
        command = [shutil.which("env") or "env", "-i", f"PYTHONPATH={packages}", program]
        if as_nobody([*command, "-c", "import etl.load.server, psycopg"]).returncode == 0:
            return command
    pytest.skip("no Python here that an ordinary user could run: its folder is closed")


def as_nobody(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=False, capture_output=True, text=True, user=65534, group=65534, extra_groups=[], cwd="/"
    )


@pytest.mark.skipif(not IS_ROOT, reason="all tests run as an ordinary user already")
def test_an_ordinary_user_runs_the_server_as_himself(new_home: Path, ordinary_python: list[str]) -> None:
    new_home.mkdir()
    os.chown(new_home, 65534, 65534)
    script = "import sys; from pathlib import Path; from etl.load.server import ensure_server, stop_server; "
    script += "home = Path(sys.argv[1]); info = ensure_server(home); print(info.url.get_secret_value()); "
    script += "print(info.data_folder.owner()); print(stop_server(home))"
    done = as_nobody([*ordinary_python, "-c", script, str(new_home / "mine")])
    assert (done.returncode, done.stderr) == (0, "")
    url, owner, stopped = done.stdout.split()
    assert url.startswith("postgresql://newstrace:")
    assert (owner, stopped) == ("nobody", "True")
    with pytest.raises(ServerError, match="belongs to another account"):
        ensure_server(new_home / "mine")
    shutil.rmtree(new_home / "mine")


@pytest.mark.skipif(not IS_ROOT, reason="only root runs the server as somebody else")
def test_programs_in_a_closed_folder_are_copied_to_where_the_server_can_read_them(new_home: Path) -> None:
    """A virtual environment under /root: its folder stays closed, and the server runs all the same."""
    binaries = find_binaries()
    closed, shelf = new_home / "closed", new_home / "shelf"
    package = closed / binaries.folder.parent.name
    for folder in (new_home, shelf, closed, package):
        folder.mkdir(mode=0o711)
    shutil.copytree(binaries.folder, package / binaries.folder.name)
    libraries = binaries.folder.parent.with_name(package.name + ".libs")
    shutil.copytree(libraries, closed / libraries.name)
    closed.chmod(0o700)
    placed = place_binaries(Binaries(binaries.major, package / binaries.folder.name), server_account(), shelf)
    assert placed.folder.is_relative_to(shelf)
    for program in ("postgres", "initdb", "pg_ctl"):
        assert server_account().run([placed.program(program), "--version"])[0] == 0
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    again = place_binaries(Binaries(binaries.major, package / binaries.folder.name), server_account(), shelf)
    assert again == placed
    shutil.rmtree(new_home)


@pytest.mark.parametrize(
    ("memory_gib", "buffers"), [(0.25, "128MB"), (1, "256MB"), (8, "2048MB"), (16, "4096MB"), (256, "4096MB")]
)
def test_the_server_takes_a_quarter_of_the_memory_within_bounds(memory_gib: float, buffers: str) -> None:
    assert memory_settings(int(memory_gib * 2**30))["shared_buffers"] == buffers


@pytest.mark.parametrize(("limit", "memory"), [("536870912\n", 512 << 20), ("max\n", None), (str(1 << 62), None)])
def test_the_limit_of_a_container_counts_as_its_memory(tmp_path: Path, limit: str, memory: int | None) -> None:
    (tmp_path / "memory.max").write_text(limit)
    without_limit = machine_memory(())
    assert machine_memory((tmp_path / "memory.max", tmp_path / "none")) == (memory or without_limit)
