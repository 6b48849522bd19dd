"""The data folder ("cluster"): made once, with settings for a small machine and bulk loads."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from etl.errors import ServerError
from etl.load.server.account import Account, initdb_account
from etl.load.server.binaries import Binaries, place_binaries
from etl.load.server.home import ServerHome, new_password
from etl.load.server.memory import machine_memory

#: Owner of the database and its superuser.
OWNER = "newstrace"
#: The database's name.
DATABASE = "newstrace"

_SETTINGS = {
    "max_connections": "60",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "random_page_cost": "1.1",  # a solid state disk
    "jit": "off",  # compiling takes longer than our queries
    # One machine, nobody follows its log: what a bulk load writes need not be written twice.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "%a.log",  # a week, then over again
    "log_truncate_on_rotation": "on",
    "log_timezone": "UTC",
    "timezone": "UTC",
}


def read_major(data: Path) -> int | None:
    """Release of PostgreSQL that made ``data``; ``None`` where there is none yet."""
    try:
        return int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ServerError(f"the database folder {data} cannot be read: {error}.") from None


def _settings() -> dict[str, str]:
    shared = Path("/dev/shm")
    settings = _SETTINGS | memory_settings(machine_memory())
    # A container's /dev/shm may hold 64 MB, too little for parallel queries: a file does as well.
    if shared.is_dir() and shutil.disk_usage(shared).total < 512 * 2**20:
        return settings | {"dynamic_shared_memory_type": "mmap"}
    return settings


def memory_settings(memory: int) -> dict[str, str]:
    """What the server keeps in its own memory, and may expect of the system's, on a machine of ``memory`` bytes.

    Linking looks up fingerprints all over indexes of 35 kB an article: 4 GB holds those of 100,000 articles. Memory is
    taken only as it is used, and what does not fit is mostly still in the system's cache.
    """
    buffers = min(max(memory // 4, 128 << 20), 4 << 30)
    return {
        "shared_buffers": f"{buffers >> 20}MB",
        "effective_cache_size": f"{max(memory // 2, buffers) >> 20}MB",
    }


def _locale(major: int) -> list[str]:
    """Sorting by code point and Unicode's own upper and lower case, alike on every system."""
    if major >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C", "--lc-ctype=" + ("en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8")]


def make_cluster(home: ServerHome, binaries: Binaries, account: Account) -> None:
    """Make the data folder, with a new password. Raises :class:`~etl.errors.ServerError`."""
    unfinished = home.base / "data.new"
    shutil.rmtree(unfinished, ignore_errors=True)  # left by a kill
    maker = initdb_account()
    programs = place_binaries(binaries, maker, home.base)
    unfinished.mkdir(mode=0o700)
    maker.take(unfinished)
    password = home.read_password() or new_password()
    home.keep_password(password)
    command: list[str | Path] = [
        *(programs.program("initdb"), "--pgdata", unfinished, "--username", OWNER, "--encoding", "UTF8"),
        *("--auth", "scram-sha-256", "--pwprompt", "--no-instructions", "--data-checksums"),
        *_locale(binaries.major),
        *(f"--set={name}={value}" for name, value in _settings().items()),
    ]
    status, output = maker.run(command, typed=f"{password}\n{password}\n")
    if status != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise ServerError(f"PostgreSQL could not make its folder {home.data}: {output[-2000:]}")
    account.take(unfinished)
    unfinished.rename(home.data)
