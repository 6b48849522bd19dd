"""Fixtures of the link stage's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, Connection

from etl.load.connection import connect
from tests.conftest import janitor
from tests.link.newsroom import Newsroom


@pytest.fixture
def newsroom(database: Connection) -> Newsroom:
    """A newsroom with an empty archive."""
    return Newsroom(database)


@pytest.fixture
def empty_copy(server: URL, template: str) -> Iterator[Connection]:
    """A connection to another fresh database, to compare with."""
    name = f"{template}_copy"
    with janitor(server, name, template):
        engine = connect(server.set(database=name))
        with engine.connect() as connection:
            yield connection
        engine.dispose()
