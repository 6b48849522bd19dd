"""Where the files that are not Python lie: in the source tree, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_house"


def _room(in_wheel: str, in_tree: str) -> Path:
    installed = _IN_WHEEL / in_wheel
    return installed if installed.is_dir() else _PACKAGE.parent / in_tree


#: Alembic's folder.
MIGRATIONS = _room("migrations", "migrations")
#: Views, checks, BI questions and grants.
SQL = _room("sql", "sql")
#: CSV reference data that is loaded with the schema.
REFERENCE = _room("reference", "seeds/reference")
