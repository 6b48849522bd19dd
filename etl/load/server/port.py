"""A port of the loopback interface."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

from etl.errors import ServerError

#: Below the ports that systems hand out to outgoing connections (Linux: from 32768), so that a stopped server's
#: port is not taken by chance.
_FIRST, _LAST = 15_000, 24_999


def is_free(port: int) -> bool:
    """Whether nobody listens on ``port``."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose_port(home: Path, remembered: int | None) -> int:
    """The remembered port if it is free, else a free one, the same for the same home if it can be."""
    if remembered is not None and is_free(remembered):
        return remembered
    count = _LAST - _FIRST + 1
    start = int.from_bytes(hashlib.sha256(os.fsencode(home)).digest()[:4]) % count
    for step in range(count):
        port = _FIRST + (start + step) % count
        if is_free(port):
            return port
    raise ServerError(f"no port from {_FIRST} to {_LAST} is free on 127.0.0.1. Stop a program, or set DATABASE_URL.")
