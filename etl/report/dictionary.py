"""sql/README.md: each view with its question, its columns and real rows, from the files that make the views.

    newstrace run seeds/articles && python -m etl.report.dictionary

on a database that holds nothing else: the examples are what the five sample articles give.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, text

from etl.house import SQL
from etl.load.view_files import VIEW_FOLDERS, View, read_views
from etl.report.checks import read_checks
from etl.report.words import in_brief

#: Where the dictionary is kept, in the source tree.
PAGE = SQL / "README.md"
#: Rows of an example, and characters of a value in it.
_ROWS, _LENGTH = 3, 90
#: What is another with each run, so that an example would never stay fresh.
_VOLATILE = frozenset({"started_at", "duration_s", "pipeline", "version"})

_HEAD = """\
# The views

Written by `python -m etl.report.dictionary` from the files in this folder, whose heads are also the comments in the
database.

The schema `report` is what people and BI tools read. Ask it in SQL (`newstrace db shell`), in a BI tool
([bi/README.md](bi/README.md)), or from the command line: `newstrace report` lists the views,
`newstrace report claim_support --story 1` shows one, `--format csv|json|jsonl` gives every column to a program,
`newstrace report story 1` tells a story in sentences and `--html FILE` makes a page of it.
[COOKBOOK.md](COOKBOOK.md) has questions with their SQL. The tables under the views are explained in
[etl/load/DICTIONARY.md](../etl/load/DICTIONARY.md).

What holds everywhere:

- A range is half-open, in characters from 0: `substring(text from start_char + 1 for end_char - start_char)` is what
  the row says it is.
- `outlet` is never null: the outlet's name, else the host of the URL, else `unknown`. Where outlets are counted, an
  article whose outlet is unknown counts as an outlet of its own.
- Times are `timestamptz`. An order among articles counts only what is sure: of two articles known to the day, neither
  came first.
- In a claim, [ ] holds what its own words leave to those around them: `[The bank] will close`. A claim that begins with
  `[Denied:]` is what its source denies: `[Denied:] [The bank] will close`; with `[Doubted:]`, what it does not believe.
- A claim that an article does not carry may still stand there in other words. `near_claims` shows what comes nearest;
  `story_omissions` and `exclusive_claims` leave such claims out.
- Null means that it is not known. Nothing is guessed: a speaker who could not be resolved stays so.
- Filters on `story_id`, `article_id`, `quote_id` and `claim_id` are fast at any size.

In the examples, which are from the five articles in `seeds/articles`, long values are cut.
"""


def render_page(connection: Connection) -> str:
    """The dictionary as Markdown; ``connection`` leads to a database that holds the samples alone."""
    return "\n".join(_lines(connection)) + "\n"


def render_column_tables() -> str:
    """The part that does not depend on rows, to tell what is stale."""
    return "\n".join(line for view in _sorted_views() for line in _columns(view))


def _lines(connection: Connection) -> Iterator[str]:
    yield _HEAD
    for group in VIEW_FOLDERS:
        yield f"**{group.capitalize()}**\n"
        for view in _sorted_views():
            if view.group == group:
                yield f"- [{view.name}](#{view.name}): {view.question}"
        yield ""
    for view in _sorted_views():
        yield from _describe(connection, view)
    yield "## Checks\n"
    yield "Queries under [checks](checks) whose rows are faults in the data. None are expected.\n"
    for check in read_checks():
        yield f"- `{check.name}`: {check.question}"


def _sorted_views() -> list[View]:
    return sorted(read_views(), key=lambda view: (VIEW_FOLDERS.index(view.group), view.name))


def _describe(connection: Connection, view: View) -> Iterator[str]:
    yield f"## {view.name}\n"
    yield f"{view.question} ([{view.group}/{view.path.name}]({view.group}/{view.path.name}))\n"
    yield from _example(connection, view)
    yield ""
    yield from _columns(view)
    yield ""


def _columns(view: View) -> Iterator[str]:
    yield "| column | meaning |"
    yield "|---|---|"
    for name, meaning in view.columns.items():
        yield f"| {name} | {_cell(meaning)} |"


def _example(connection: Connection, view: View) -> Iterator[str]:
    shown = [name for name in view.shown if name not in _VOLATILE]
    query = f"select {', '.join(shown)} from report.{view.name}"
    query += f" order by {view.order}" if view.order else ""
    rows = connection.execute(text(f"{query} limit :rows"), {"rows": _ROWS}).all()
    if not rows:
        yield "The samples give no rows."
        return
    yield _row(shown)
    yield _row(["---"] * len(shown))
    for row in rows:
        yield _row([_told(name, value) for name, value in zip(shown, row, strict=True)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _told(name: str, value: Any) -> str:
    match value:
        case None:
            words = ""
        case bool():
            words = str(value).lower()
        case datetime():
            words = f"{value.astimezone(UTC):%Y-%m-%d %H:%M}"
        case date():
            words = value.isoformat()
        case float():
            words = f"{value:.2f}"
        case str() if name == "path":
            words = f"seeds/articles/{PurePath(value).name}"
        case _:
            words = in_brief(str(value), _LENGTH)
    return _cell(words)


def _cell(words: str) -> str:
    """Words that Markdown takes as they are, in one cell."""
    escaped = words.replace("\\", "\\\\")
    for mark in "|<>*_`[]":
        escaped = escaped.replace(mark, f"\\{mark}" if mark != "<" else "&lt;")
    return escaped


def main() -> None:
    """Write the page from the database in force."""
    from etl.load.connection import open_engine
    from etl.settings import read_settings

    engine = open_engine(read_settings())
    with engine.connect() as connection:
        files = connection.execute(text("select count(*) from raw.files where path like '%seeds/articles/%'")).scalar()
        others = connection.execute(text("select count(*) from raw.files")).scalar()
        if files != 5 or others != 5:
            sys.exit(
                "The database must hold the five sample articles alone: `newstrace run seeds/articles` on a new one."
            )
        PAGE.write_text(render_page(connection), encoding="utf-8")
    engine.dispose()
    sys.stdout.write(f"Wrote {PAGE}\n")


if __name__ == "__main__":
    main()
