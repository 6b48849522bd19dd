"""The server process: whether it runs, as its pid file and the system tell."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A live server; ``started_in`` is its data folder as it was named when it started."""

    pid: int
    started_in: Path
    port: int
    socket_folder: Path | None
    is_ready: bool

    def started_at(self, data: Path) -> bool:
        """Whether the folder that it started in is ``data`` still."""
        try:
            return self.started_in.samefile(data)
        except OSError:
            return False


def find_process(data: Path) -> ServerProcess | None:
    """The live server of the data folder ``data``; ``None`` also for what a killed one left behind.

    The pid file has eight lines (``src/include/utils/pidfile.h`` of PostgreSQL): pid, data folder, start time, port,
    socket folder, address, shared memory, status. The last ones are written while the server starts.
    """
    try:
        lines = [line.strip() for line in (data / "postmaster.pid").read_text().splitlines()]
    except OSError:
        return None
    if len(lines) < 4 or not lines[0].isdigit() or not lines[3].isdigit():
        return None
    pid = int(lines[0])
    if not _serves(pid, data):
        return None
    folder = lines[4] if len(lines) > 4 else ""
    status = lines[7] if len(lines) > 7 else ""
    return ServerProcess(pid, Path(lines[1]), int(lines[3]), Path(folder) if folder else None, status == "ready")


def wait_until_ready(data: Path, seconds: float) -> ServerProcess | None:
    """The server once it takes connections; ``None`` if it is gone, or not ready in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        process = find_process(data)
        if process is None or process.is_ready:
            return process
        time.sleep(0.05)
    return None


def end_processes(data: Path, process: ServerProcess | None = None) -> None:
    """End whatever still serves ``data``, without a word of farewell: what it has committed is in its log.

    After a kill of the server its children may go on for a while, and hold on to the shared memory.
    """
    for order in (signal.SIGQUIT, signal.SIGKILL):
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            living = _serving(data, process)
            if not living:
                return
            for pid in living:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, order)
            time.sleep(0.05)


def _serving(data: Path, process: ServerProcess | None) -> list[int]:
    if sys.platform == "linux":
        return [
            int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit() and _serves(int(each.name), data)
        ]
    return [process.pid] if process is not None and _serves(process.pid, data) else []


def _serves(pid: int, data: Path) -> bool:
    """Whether process ``pid`` is a server of ``data``, and not a stranger that got a dead server's number."""
    if sys.platform == "linux":
        # The server lives in its data folder, which also tells a moved folder from a copied one.
        try:
            name = Path(f"/proc/{pid}/comm").read_text().strip()
            return name == "postgres" and os.path.samestat(Path(f"/proc/{pid}/cwd").stat(), data.stat())
        except OSError:
            return False
    command = ["/bin/ps", "-o", "comm=", "-p", str(pid)]
    name = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return Path(name).name.startswith("postgres")
