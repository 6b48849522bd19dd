"""Start, find and stop the embedded server."""

from __future__ import annotations

import logging
import shlex
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from pydantic import SecretStr

from etl.errors import ServerError
from etl.load.server.account import Account, server_account
from etl.load.server.binaries import Binaries, find_binaries, place_binaries
from etl.load.server.cluster import DATABASE, OWNER, make_cluster, read_major
from etl.load.server.home import Memory, ServerHome, is_home, new_password, open_home
from etl.load.server.port import choose_port
from etl.load.server.process import ServerProcess, end_processes, find_process, wait_until_ready

_log = logging.getLogger(__name__)

#: Seconds that a start may take: after a kill, the server first replays what it had written ahead.
_START_SECONDS = 300


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """A server that takes connections; ``url`` holds the password."""

    url: SecretStr
    port: int
    socket_folder: Path | None
    data_folder: Path
    pid: int
    version: str


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of the server of a home without starting it."""

    home: Path
    data_folder: Path
    has_data: bool
    running: ServerInfo | None


def ensure_server(home: Path) -> ServerInfo:
    """The server of ``home``, made and started if need be; it stays up until :func:`stop_server`.

    Commands that ask at once share one server. Raises :class:`~etl.errors.ServerError`.
    """
    account = server_account()
    place = open_home(home, account)
    running = _running(place)
    if running is not None:
        return running
    with place.lock():
        running = _running(place)
        return running if running is not None else _bring_up(place, account)


def stop_server(home: Path) -> bool:
    """Stop the server of ``home``; whether one ran. Sessions end, transactions that are open roll back."""
    if not is_home(home):
        return False
    account = server_account()
    place = open_home(home, account)
    with place.lock():
        process = find_process(place.data)
        if process is None:
            return False
        _stop(place, _programs(place, account), account)
        return True


def server_status(home: Path) -> ServerStatus:
    """Whether the server of ``home`` runs, and where. Makes nothing."""
    if not is_home(home):
        return ServerStatus(home, home / "server" / "data", False, None)
    place = open_home(home, server_account())
    return ServerStatus(home, place.data, place.data.is_dir(), _running(place))


def _running(place: ServerHome) -> ServerInfo | None:
    """The server, if it takes connections and nothing about it needs mending."""
    process = find_process(place.data)
    password = place.read_password()
    memory = place.read_memory()
    if process is None or not process.is_ready or not process.started_at(place.data):
        return None
    if password is None or memory is None or memory.port != process.port:
        return None
    return _info(place, process, password, memory)


def _info(place: ServerHome, process: ServerProcess, password: str, memory: Memory) -> ServerInfo:
    url = f"postgresql://{OWNER}:{quote(password, safe='')}@127.0.0.1:{process.port}/{DATABASE}"
    return ServerInfo(SecretStr(url), process.port, process.socket_folder, place.data, process.pid, memory.version)


def _programs(place: ServerHome, account: Account) -> Binaries:
    return place_binaries(find_binaries(read_major(place.data)), account, place.base)


def _bring_up(place: ServerHome, account: Account) -> ServerInfo:
    """Under the lock: whatever state the home is in, a server that takes connections."""
    if not place.data.is_dir():
        make_cluster(place, find_binaries(), account)
    programs = _programs(place, account)
    if place.read_password() is None:
        _replace_password(place, programs, account)
    process = find_process(place.data)
    if process is not None and not process.started_at(place.data):
        # It looks for its files where they were, and could not even stop in order.
        _log.warning("the server's folder has moved from %s to %s: starting it anew", process.started_in, place.data)
        end_processes(place.data, process)
        process = None
    if process is not None:
        process = wait_until_ready(place.data, _START_SECONDS)
    if process is None:
        process = _start(place, programs, account)
    return _finish(place, process)


def _start(place: ServerHome, programs: Binaries, account: Account) -> ServerProcess:
    folder = place.socket_folder(account)
    remembered = place.read_memory()
    port = choose_port(place.base, remembered.port if remembered else None)
    if remembered is not None and remembered.port != port:
        _log.warning("port %d is taken by another program: the database now listens on %d", remembered.port, port)
    options = {
        "port": str(port),
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": str(folder or ""),
    }
    return _pg_ctl_start(place, programs, account, options)


def _pg_ctl_start(place: ServerHome, programs: Binaries, account: Account, options: Mapping[str, str]) -> ServerProcess:
    words = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in options.items())
    log = place.data / "start.log"
    command: list[str | Path] = [programs.program("pg_ctl"), "start", "--pgdata", place.data, "--log", log]
    command += ["--wait", "--timeout", str(_START_SECONDS), "--options", words]
    end_processes(place.data)
    with place.life_line() as line:
        # Left by a killed server, whose number may be another program's by now.
        folder = Path(options["unix_socket_directories"] or place.data)
        for left in (log, place.data / "postmaster.pid", *folder.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)
        status, output = account.run(command, hand_on=[line])
    process = find_process(place.data)
    if status != 0 or process is None:
        raise ServerError(f"PostgreSQL did not start. {why_not(place.data, log) or output}")
    return process


def _replace_password(place: ServerHome, programs: Binaries, account: Account) -> None:
    """Give the owner a new password where the file with the old one is gone.

    Whoever owns the data folder decides who comes in: for a moment the server takes its word, on a socket alone, in
    a folder that nobody else can enter.
    """
    _log.warning("the password file in %s is gone: the server gets a new password", place.own)
    if find_process(place.data) is not None:
        _stop(place, programs, account)
    with tempfile.TemporaryDirectory(prefix="nt-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        rules = folder / "pg_hba.conf"
        rules.write_text("local all all trust\n")
        account.take(folder)
        words = {"hba_file": str(rules), "listen_addresses": "", "unix_socket_directories": name, "port": "5432"}
        _pg_ctl_start(place, programs, account, words)
        password = new_password()
        with psycopg.connect(host=name, port=5432, user=OWNER, dbname="postgres", autocommit=True) as connection:
            statement = sql.SQL("alter role {} password {}")
            connection.execute(statement.format(sql.Identifier(OWNER), sql.Literal(password)))
        # After the change, so that a kill in between leaves no file, and this is done again.
        place.keep_password(password)
        _stop(place, programs, account)


def why_not(data: Path, log: Path) -> str:
    """Why the server of the folder ``data`` gave up: from the end of what it wrote."""
    logs = [log, *sorted((data / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)[-1:]]
    lines = [line for path in logs if path.is_file() for line in path.read_text(errors="replace").splitlines()]
    told = [line for line in lines if "FATAL" in line or "HINT" in line or "could not" in line][-3:]
    if any("No space left on device" in line for line in told):
        # its own hint speaks of corrupted data, which a full disk is not
        return f"The disk of {data} is full. Make room and try again; what was committed stays."
    return f"It says: {' '.join(told)} (more in {data / 'log'})" if told else ""


def _stop(place: ServerHome, programs: Binaries, account: Account) -> None:
    command: list[str | Path] = [programs.program("pg_ctl"), "stop", "--pgdata", place.data, "--mode", "fast", "--wait"]
    status, output = account.run([*command, "--timeout", "120"])
    if status != 0 and find_process(place.data) is not None:
        raise ServerError(f"the server does not stop: {output}")


def _finish(place: ServerHome, process: ServerProcess) -> ServerInfo:
    """Make the database if it is new, and remember the port."""
    password = place.read_password() or ""
    url = f"postgresql://{OWNER}:{quote(password, safe='')}@127.0.0.1:{process.port}/postgres"
    for attempt in range(20):
        try:
            with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
                if connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone() is None:
                    connection.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))
                number = connection.info.server_version
                version = f"{number // 10000}.{number % 10000}"
                break
        except psycopg.OperationalError as error:
            if attempt == 19:
                raise ServerError(f"the server runs (pid {process.pid}) but takes no connection: {error}") from None
            time.sleep(0.1)
    memory = Memory(process.port, version)
    place.write_memory(memory)
    return _info(place, process, password, memory)
