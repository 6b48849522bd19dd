"""Which rules made a row. It imports none of them: a run that finds nothing to annotate asks for it, too."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


def with_rules(pipeline: str) -> str:
    """What makes rows: the fingerprint of a pipeline and that of this stage's rules."""
    return f"{pipeline} rules-{_rules_version()}"


@cache
def _rules_version() -> str:
    """A hash of the source files of this stage, so that a changed rule is a changed version."""
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parent
    for path in sorted(room.rglob("*.py")):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
