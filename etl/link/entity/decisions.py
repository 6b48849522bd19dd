"""What was decided on pairs of names, for people to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

COLUMNS = ("label", "name", "other_name", "decision", "reason", "score", "is_manual", "decided_at")


def read_decisions(connection: Connection, limit: int, *, manual_only: bool = False) -> list[Sequence[Any]]:
    """The latest decisions, in the order of ``COLUMNS``."""
    rows = connection.execute(
        text(f"""
            select {", ".join(COLUMNS)}
            from news.entity_merges
            where is_manual or not :manual_only
            order by decided_at desc, label, name, other_name
            limit :limit
        """),
        {"limit": limit, "manual_only": manual_only},
    )
    return [tuple(row) for row in rows]
