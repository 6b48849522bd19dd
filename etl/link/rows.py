"""Many rows updated in one statement, and hashes that are the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from sqlalchemy import Column, Connection, Table, bindparam, text, update
from sqlalchemy.dialects.postgresql import ARRAY, insert


def hash_key(*parts: object) -> int:
    """A signed 64-bit hash of ``parts``, as a ``bigint`` holds it."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def set_column(connection: Connection, key: Column[int], column: Column[int], values: Mapping[int, int | None]) -> int:
    """Set ``column`` of one table in the rows that ``values`` names by ``key``; how many changed."""
    if not values:
        return 0
    table = key.table
    keys = bindparam("keys", list(values), type_=ARRAY(key.type))
    news = bindparam("news", list(values.values()), type_=ARRAY(column.type))
    statement = text(
        f"update {table} as t set {column.name} = n.value "
        "from (select * from unnest(:keys, :news) as n(key, value)) as n "
        f"where t.{key.name} = n.key and t.{column.name} is distinct from n.value"
    ).bindparams(keys, news)
    return int(connection.execute(statement).rowcount)


def update_rows(
    connection: Connection, table: Table, key: str, rows: Sequence[Mapping[str, object]], *columns: str
) -> None:
    """Write ``columns`` of ``rows`` over the rows of ``table`` with the same ``key``."""
    if rows:
        statement = update(table).where(table.c[key] == bindparam("_key"))
        statement = statement.values({name: bindparam(f"_{name}") for name in columns})
        connection.execute(statement, [{"_key": r[key], **{f"_{c}": r[c] for c in columns}} for r in rows])


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert ``rows``, leaving out those whose key the table has."""
    if rows:
        connection.execute(insert(table).on_conflict_do_nothing(), [dict(row) for row in rows])
