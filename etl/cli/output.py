"""Rows on standard output: a table for people; CSV, JSON and JSON Lines for programs."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from itertools import chain
from textwrap import fill
from typing import Any

import click

#: One row, in the order of the columns.
Row = Sequence[Any]


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


format_option = click.option(
    "--format",
    "form",
    type=click.Choice([str(each) for each in Format]),
    default=str(Format.TABLE),
    show_default=True,
    callback=lambda _context, _option, value: Format(value),
    help="How rows come out.",
)


def show_rows(
    columns: Sequence[str], rows: Iterable[Row], form: Format, *, shown: Sequence[str] = (), nothing: str = "No rows."
) -> None:
    """Write ``rows`` to standard output.

    Programs get every column, times in ISO 8601 with their zone. People get the columns ``shown`` (all by default),
    wrapped to the terminal; ``nothing`` is said to them in place of an empty table.
    """
    _WRITERS[form](columns, rows, shown or columns, nothing)


def _write_csv(columns: Sequence[str], rows: Iterable[Row], _shown: Sequence[str], _nothing: str) -> None:
    line = StringIO(newline="")
    # Its own line ends would leave a CR in the last field of every line-wise tool, and double it on Windows.
    writer = csv.writer(line, lineterminator="\n")
    for row in chain((columns,), rows):
        writer.writerow(["" if value is None else _plain(value) for value in row])
        # without colour, click takes what looks like a colour's code out of the values
        click.echo(line.getvalue(), nl=False, color=True)
        line.seek(0)
        line.truncate()


def _write_jsonl(columns: Sequence[str], rows: Iterable[Row], _shown: Sequence[str], _nothing: str) -> None:
    for row in rows:
        click.echo(_object(columns, row))


def _write_json(columns: Sequence[str], rows: Iterable[Row], _shown: Sequence[str], _nothing: str) -> None:
    opening = "["
    for row in rows:
        click.echo(f"{opening}\n  {_object(columns, row)}", nl=False)
        opening = ","
    click.echo("[]" if opening == "[" else "\n]")


def _object(columns: Sequence[str], row: Row) -> str:
    return json.dumps({name: _plain(value) for name, value in zip(columns, row, strict=True)}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value as JSON has it; a whole number stays whole, whatever its type."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
    return value


def _write_table(columns: Sequence[str], rows: Iterable[Row], shown: Sequence[str], nothing: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    kept = list(rows)
    if not kept:
        click.echo(nothing)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    needed = 0
    places = [columns.index(name) for name in shown]
    for place in places:
        values = [row[place] for row in kept]
        numeric = all(isinstance(value, int | float | Decimal | None) for value in values)
        longest = max(len(_cell(columns[place], value)) for value in values)
        # a short value is not broken, and a long one is not squeezed into a tower
        least = longest if longest <= _SHORT else min(longest, _READABLE)
        heading = _heading(columns[place], least)
        least = max(least, *map(len, heading.split("\n")))
        needed += least + _GAP
        table.add_column(
            heading, justify="right" if numeric else "left", vertical="top", overflow="fold", min_width=least
        )
    for row in kept:
        table.add_row(*(Text(_cell(columns[place], row[place])) for place in places))
    # what is wider than the terminal is wrapped by it, or scrolled by a pager; what is cut off is lost
    Console(soft_wrap=False, highlight=False, width=max(width(), needed)).print(table)


#: Columns that hold a line for each of several things.
_LINED = frozenset({"reason"})


def _cell(column: str, value: Any) -> str:
    """A value for a person; where it is several, they are kept apart."""
    return _told("; ".join(value.split("\n")) if column in _LINED and isinstance(value, str) else value)


def _heading(column: str, least: int) -> str:
    """A column's name in lines no longer than its values or its longest word."""
    words = column.split("_")
    return fill(" ".join(words), max(least, *map(len, words)))


#: Characters up to which a column is kept in one line.
_SHORT = 18
#: Characters that a longer column gets at least.
_READABLE = 24
#: Characters between two columns.
_GAP = 2


def width(most: int | None = None) -> int:
    """Columns of the terminal, at most ``most``; 120 where the output is no terminal and nobody said how wide it is."""
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    columns = shutil.get_terminal_size().columns if known else 120
    return columns if most is None else min(columns, most)


def _told(value: Any) -> str:
    """A value for a person; what is not known is a dash."""
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value.astimezone(UTC):%Y-%m-%d %H:%M}"
        case float():
            return f"{value:.2f}"
        case Decimal():
            return f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:f}"
    return visible(str(value))


def visible(words: str) -> str:
    """``words`` without control characters, which could repaint the terminal; line ends become spaces."""
    return "".join(char if char.isprintable() else " " for char in words)


_Writer = Callable[[Sequence[str], Iterable[Row], Sequence[str], str], None]
_WRITERS: Mapping[Format, _Writer] = {
    Format.TABLE: _write_table,
    Format.CSV: _write_csv,
    Format.JSON: _write_json,
    Format.JSONL: _write_jsonl,
}
