"""The memory of the machine, or of the container that stands for it."""

from __future__ import annotations

import os
from pathlib import Path

#: Where Linux tells what a container may use: one file for each of its two ways of limiting.
_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
#: Taken where the system does not tell: a small machine.
_SMALL = 2 << 30


def machine_memory(limits: tuple[Path, ...] = _LIMITS) -> int:
    """Bytes that all programs here may use together."""
    try:
        physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        physical = _SMALL
    return min([physical, *(limit for path in limits if (limit := _read_limit(path)))])


def _read_limit(path: Path) -> int | None:
    """The number in ``path``; ``None`` where there is no such file, or no limit ("max")."""
    try:
        words = path.read_text(encoding="ascii").strip()
    except OSError:
        return None
    return int(words) if words.isdecimal() else None
