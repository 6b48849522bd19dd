"""Rows into tables with COPY, the fastest way in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import Any, cast

import psycopg
from psycopg import sql
from sqlalchemy import Connection, Table

from etl.load.faults import explain_fault

#: What UTF-8 or PostgreSQL cannot hold: NUL, and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """``text`` with each character that PostgreSQL cannot store as U+FFFD, one for one."""
    return _UNSTORABLE.sub("\ufffd", text)


def copy_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """Append ``rows`` to ``table`` in the connection's transaction; their number.

    All rows have the same keys, which are names of columns; columns left out get their defaults. JSON goes in as
    text, an enum as its value. Raises ``psycopg.Error``, or what :func:`~etl.load.faults.explain_fault` makes of it.
    """
    remaining = iter(rows)
    first = next(remaining, None)
    if first is None:
        return 0
    names = list(first)
    count = 0
    with _copying(connection, table, names) as copy:
        for row in _tuples(chain([first], remaining), names):
            copy.write_row(row)
            count += 1
    return count


def copy_numbers(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    """As :func:`copy_rows`, for many rows of whole numbers in the columns ``names``: four times as fast."""
    block = "".join(["\t".join(map(str, row)) + "\n" for row in rows])
    if block:
        with _copying(connection, table, names) as copy:
            copy.write(block)


@contextmanager
def _copying(connection: Connection, table: Table, names: Sequence[str]) -> Iterator[psycopg.Copy]:
    """A COPY into ``table``; faults that a user can mend are explained."""
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(_statement(table, tuple(names))) as copy:
            yield copy
    except psycopg.Error as error:
        if driver.closed:
            connection.invalidate()  # SQLAlchemy did not see it, and would try to roll back
        told = explain_fault(error)
        if told is None:
            raise
        raise told from error


@cache
def _statement(table: Table, names: tuple[str, ...]) -> sql.Composed:
    return sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(*filter(None, (table.schema, table.name))),
        sql.SQL(", ").join(sql.Identifier(table.c[name].name) for name in names),
    )


def _tuples(rows: Iterable[Mapping[str, Any]], names: list[str]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        if len(row) != len(names):
            raise ValueError(f"rows of one COPY differ: {sorted(set(row) ^ set(names))}")
        yield tuple(row[name] for name in names)
