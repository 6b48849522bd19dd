"""The data dictionary: every table and column with its meaning, from the definitions that make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql

from etl.load.tables import NEWS, RAW, metadata

#: Where the dictionary is kept, in the source tree.
PAGE = Path(__file__).with_name("DICTIONARY.md")


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """One column; ``points_to`` is the ``schema.table.column`` that it refers to."""

    name: str
    type: str
    is_nullable: bool
    is_key: bool
    points_to: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table; ``name`` has its schema."""

    name: str
    meaning: str
    columns: tuple[ColumnEntry, ...]


def read_dictionary() -> tuple[TableEntry, ...]:
    """All tables, raw first, each schema's by name."""
    tables = sorted(metadata.tables.values(), key=lambda table: ((RAW, NEWS).index(str(table.schema)), table.name))
    return tuple(_table(table) for table in tables)


def _table(table: Table) -> TableEntry:
    return TableEntry(table.fullname, table.comment or "", tuple(_column(column) for column in table.columns))


def _column(column: Column[object]) -> ColumnEntry:
    # A column has one foreign key at most.
    target = next((foreign.target_fullname for foreign in column.foreign_keys), None)
    return ColumnEntry(
        column.name,
        column.type.compile(postgresql.dialect()).lower(),  # type: ignore[no-untyped-call]
        bool(column.nullable),
        column.primary_key,
        target,
        column.comment or "",
    )


def render_dictionary() -> str:
    """The dictionary as a page of Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield "Written by `python -m etl.load.new_migration` from `tables/`, as are the comments in the database."
    yield "Every table here can be read by the database's owner; BI tools read the views of `report` (`sql/README.md`)."
    for table in read_dictionary():
        yield f"\n## {table.name}\n\n{table.meaning}\n"
        yield "| column | type | meaning |"
        yield "|---|---|---|"
        for column in table.columns:
            kind = f"{column.type}{', key' if column.is_key else ''}{', or null' if column.is_nullable else ''}"
            target = f" -> `{column.points_to}`" if column.points_to else ""
            yield f"| {column.name} | {kind} | {column.meaning.replace('|', '/')}{target} |"
