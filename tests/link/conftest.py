"""Fixtures of the link stage's tests."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from tests.link.newsroom import Newsroom


@pytest.fixture
def newsroom(database: Connection) -> Newsroom:
    """A newsroom with an empty archive."""
    return Newsroom(database)
