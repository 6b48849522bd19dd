"""A batch written whole, or, where one of it does not fit the tables, without that one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

_log = logging.getLogger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")

#: What is the item's fault. A lost connection, a full disk or a lock is nobody's, and stops the run.
_FAULTS = (psycopg.DataError, psycopg.IntegrityError, psycopg.errors.ProgramLimitExceeded, ValueError)


def write_parts(
    connection: Connection, batch: Sequence[Item], write: Callable[[Sequence[Item]], Result]
) -> Iterator[tuple[Sequence[Item], Result | str]]:
    """Call ``write`` with the batch, in halves where that fails; parts with the result, or one item with its fault.

    Each call stands in a savepoint, so that a fault leaves nothing of its part behind.
    """
    if not batch:
        return
    try:
        with connection.begin_nested():
            done = write(batch)
    except (*_FAULTS, DBAPIError) as error:
        fault = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(fault, _FAULTS):
            raise
        if len(batch) == 1:
            _log.warning("not written: %s", _told(fault))
            yield batch, _told(fault)
            return
        middle = len(batch) // 2
        yield from write_parts(connection, batch[:middle], write)
        yield from write_parts(connection, batch[middle:], write)
    else:
        yield batch, done


def _told(fault: BaseException) -> str:
    """The fault without the row's own words, which may be long and are in the excerpt."""
    diagnosis = getattr(fault, "diag", None)
    primary = getattr(diagnosis, "message_primary", None)
    return str(primary or " ".join(str(fault).split()))[:500]
