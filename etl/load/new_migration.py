"""Write a migration from what changed in the table definitions, and the data dictionary anew.

Run it after every change of a table: ``python -m etl.load.new_migration "what it does"``. A scratch database is
brought up to the newest migration, and the next one is written from what it lacks. Read it, for it is what users'
databases will go through: Autogenerate sees neither a rename nor what rows need.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

from alembic import command
from alembic.operations import ops
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from etl.house import MIGRATIONS
from etl.load.connection import connect, database_url
from etl.load.dictionary import PAGE, render_dictionary
from etl.load.migrate import alembic_config
from etl.settings import read_settings

SCRATCH = "newstrace_new_migration"


def _without_nothing(_context: object, _revision: object, directives: list[ops.MigrationScript]) -> None:
    """No file for no change."""
    script = directives[0]
    if script.upgrade_ops is None or script.upgrade_ops.is_empty():
        directives.clear()


def next_revision() -> str:
    """The number after the newest migration's: 0002 after 0001."""
    newest = ScriptDirectory.from_config(alembic_config()).get_current_head() or "0"
    return f"{int(newest) + 1:04}"


def write_migration(connection: Connection, message: str) -> Path | None:
    """Write what the empty database of ``connection`` lacks after all migrations; ``None`` where it lacks nothing."""
    command.upgrade(alembic_config(connection), "head")
    script = command.revision(
        alembic_config(connection),
        message=message,
        autogenerate=True,
        rev_id=next_revision(),
        process_revision_directives=_without_nothing,
    )
    made = script[0] if isinstance(script, list) and script else script
    return None if made is None or isinstance(made, list) else Path(made.path)


def _tidy(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "# ###" not in line]
    path.write_text("\n".join(["# ruff: noqa: E501", *lines, ""]), encoding="utf-8")
    for words in (("format",), ("check", "--fix")):  # in this order: what is still too long keeps its mark
        subprocess.run([sys.executable, "-m", "ruff", *words, "--quiet", str(path)], check=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("message", help="what the migration does, in a few words: its name")
    message = options.parse_args().message
    url = database_url(read_settings())
    keeper: Any = connect(url).execution_options(isolation_level="AUTOCOMMIT")
    with keeper.connect() as outer:
        outer.execute(text(f"drop database if exists {SCRATCH}"))
        outer.execute(text(f"create database {SCRATCH}"))
        scratch = connect(url.set(database=SCRATCH))
        try:
            with scratch.begin() as connection:
                path = write_migration(connection, message)
        finally:
            scratch.dispose()
            outer.execute(text(f"drop database {SCRATCH}"))
    keeper.dispose()
    if path is not None:
        _tidy(path)
    PAGE.write_text(render_dictionary(), encoding="utf-8")
    print(path or f"nothing to change after {MIGRATIONS / 'versions'}", PAGE, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
