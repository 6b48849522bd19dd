"""Rows of news.story_claims."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from etl.house import SQL
from etl.load.tables import story_claims


def count_claims(connection: Connection, story_ids: Sequence[int]) -> None:
    """Count again the claims of ``story_ids``."""
    if not story_ids:
        return
    stories = {"story_ids": list(story_ids)}
    columns = ", ".join(column.name for column in story_claims.columns)
    counted = (SQL / "summaries" / "story_claims.sql").read_text(encoding="utf-8")
    connection.execute(text("delete from news.story_claims where story_id = any(:story_ids)"), stories)
    connection.execute(text(f"insert into news.story_claims ({columns})\n{counted}"), stories)
