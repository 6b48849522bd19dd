"""The hand-made newsroom in a database."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from etl.load.summaries import refresh_summaries
from tests.views import bridge


@pytest.fixture
def newsroom(database: Connection) -> Connection:
    """A database that holds the newsroom of tests/views/bridge.py."""
    bridge.build(database)
    refresh_summaries(database)
    return database
