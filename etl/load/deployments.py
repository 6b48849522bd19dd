"""What was deployed from files, by their hashes, so that nothing is rebuilt that has not changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version

from sqlalchemy import Connection, delete, select

from etl.load.copy import copy_rows
from etl.load.tables import deployments


def read_deployed(connection: Connection, kind: str) -> dict[str, str]:
    """SHA-256 of each part of ``kind`` (view, reference), by name."""
    rows = connection.execute(select(deployments.c.part, deployments.c.sha256))
    parts = {tuple(row.part.split(" ", 1)): row.sha256 for row in rows}
    return {name: digest for (of_kind, name), digest in parts.items() if of_kind == kind}


def write_deployed(connection: Connection, kind: str, hashes: Mapping[str, str]) -> None:
    """Enter what was deployed of ``kind``, in place of what was before."""
    connection.execute(delete(deployments).where(deployments.c.part.startswith(f"{kind} ")))
    now = datetime.now(UTC)
    rows = (
        {"part": f"{kind} {name}", "sha256": digest, "version": version("newstrace"), "deployed_at": now}
        for name, digest in sorted(hashes.items())
    )
    copy_rows(connection, deployments, rows)
