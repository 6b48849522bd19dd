"""Many rows updated in one statement, and hashes that are the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

_MASK = (1 << 64) - 1


def hash_key(*parts: object) -> int:
    """A signed 64-bit hash of ``parts``, as a ``bigint`` holds it."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


@lru_cache(maxsize=1 << 17)
def word_hash(word: str) -> int:
    """The hash of one word, for :func:`mix`."""
    return hash_key(word) & _MASK


def mix(words: Iterable[str]) -> int:
    """A signed 64-bit hash of words in order, from hashes that are kept: a fingerprint is made of few of many words."""
    mixed = 0x9E3779B97F4A7C15
    for word in words:
        mixed = ((mixed ^ word_hash(word)) * 0xD6E8FEB86659FD93) & _MASK
        mixed ^= mixed >> 32
    return mixed - (1 << 64) if mixed >> 63 else mixed


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


def write_columns(connection: Connection, table: Table, key: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write ``rows``, which all have the same columns, over the rows of ``table`` with the same ``key``."""
    if not rows:
        return
    columns = list(rows[0])
    arrays = {name: bindparam(name, [row[name] for row in rows], type_=ARRAY(table.c[name].type)) for name in columns}
    others = [name for name in columns if name != key]
    statement = text(
        f"update {table} as t set {', '.join(f'{name} = n.{name}' for name in others)} "
        f"from unnest({', '.join(f':{name}' for name in columns)}) as n ({', '.join(columns)}) "
        f"where t.{key} = n.{key} and "
        f"({', '.join(f't.{name}' for name in others)}) is distinct from ({', '.join(f'n.{name}' for name in others)})"
    ).bindparams(*arrays.values())
    connection.execute(statement)


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, which all have the same columns, leaving out those whose key the table has."""
    if not rows:
        return
    columns = list(rows[0])
    arrays = [bindparam(name, [row[name] for row in rows], type_=ARRAY(table.c[name].type)) for name in columns]
    names = ", ".join(columns)
    statement = text(
        f"insert into {table} ({names}) select {names} from unnest({', '.join(f':{name}' for name in columns)}) "
        f"as n ({names}) on conflict do nothing"
    ).bindparams(*arrays)
    connection.execute(statement)
