"""The hand-made newsroom in a database, and how tests ask it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, text

from etl.load.summaries import refresh_summaries
from tests.views import bridge

#: Rows of a query as tuples, in the order asked.
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def newsroom(database: Connection) -> Connection:
    """A database that holds the newsroom of bridge.py, counted as a run counts it."""
    bridge.build(database)
    refresh_summaries(database)
    return database


@pytest.fixture
def ask(newsroom: Connection) -> Ask:
    """Ask the newsroom in SQL; times come back in UTC, as text."""
    newsroom.execute(text("set local time zone 'UTC'"))

    def rows(query: str, **parameters: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in newsroom.execute(text(query), parameters)]

    return rows
