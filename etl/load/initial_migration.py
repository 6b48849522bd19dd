"""Write the initial migration and the data dictionary anew from the table definitions.

Run it after every change of a table: ``python -m etl.load.initial_migration``.

Until the first release there is one migration, 0001. After it, a change of the schema is a migration of its own:
``alembic revision --autogenerate --rev-id 0002 -m "what it does"`` against an upgraded database.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.operations import ops
from sqlalchemy import text

from etl.house import MIGRATIONS
from etl.load.connection import connect, database_url
from etl.load.dictionary import PAGE, render_dictionary
from etl.load.migrate import alembic_config
from etl.settings import read_settings

SCRATCH = "newstrace_regenerate"
VERSIONS = MIGRATIONS / "versions"

SCHEMAS = {
    "raw": "What came in. Texts are never edited; metadata that were corrected leave their history in corrections.",
    "news": "Articles, normalized: what stands in them and between them.",
    "report": "Views that answer questions; the only schema that a BI role sees.",
}


def add_schemas(_context: object, _revision: object, directives: list[ops.MigrationScript]) -> None:
    """Autogenerate knows tables, not schemas. raw stays when all is taken back: Alembic's own table is in it."""
    script = directives[0]
    assert script.upgrade_ops is not None
    assert script.downgrade_ops is not None
    create = [f"create schema if not exists {name}" for name in SCHEMAS if name != "raw"]
    comment = [f"comment on schema {name} is '{meaning}'" for name, meaning in SCHEMAS.items()]
    script.upgrade_ops.ops[:0] = [ops.ExecuteSQLOp(line) for line in (*create, *comment)]
    # The views stand on the tables, so that they go first.
    script.downgrade_ops.ops.insert(0, ops.ExecuteSQLOp("drop schema if exists report cascade"))
    script.downgrade_ops.ops.append(ops.ExecuteSQLOp("drop schema news"))


def regenerate() -> Iterable[Path]:
    url = database_url(read_settings())
    keeper: Any = connect(url).execution_options(isolation_level="AUTOCOMMIT")
    for old in VERSIONS.glob("0001_*.py"):
        old.unlink()
    with keeper.connect() as outer:
        outer.execute(text(f"drop database if exists {SCRATCH}"))
        outer.execute(text(f"create database {SCRATCH}"))
        scratch = connect(url.set(database=SCRATCH))
        try:
            with scratch.begin() as connection:
                script = command.revision(
                    alembic_config(connection),
                    message="Initial schema",
                    autogenerate=True,
                    rev_id="0001",
                    process_revision_directives=add_schemas,
                )
        finally:
            scratch.dispose()
            outer.execute(text(f"drop database {SCRATCH}"))
    keeper.dispose()
    return [Path(each.path) for each in (script if isinstance(script, list) else [script]) if each is not None]


if __name__ == "__main__":
    for path in regenerate():
        lines = [line for line in path.read_text().splitlines() if "# ###" not in line]
        path.write_text("\n".join(["# ruff: noqa: E501, PLR0915", *lines, ""]))
        subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
        print(path)  # noqa: T201
    PAGE.write_text(render_dictionary(), encoding="utf-8")
    print(PAGE)  # noqa: T201
