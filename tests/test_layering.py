"""The rules of the house: data flows one way, and each heavy library stays in its rooms (DESIGN, section 2).

A user loses nothing at once when these break; the next change costs more, and the one after that still more.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import etl

PACKAGE = Path(etl.__file__).parent
TREE = PACKAGE.parent
STAGES = {"extract", "transform", "load", "link", "report", "language"}
#: Modules beside the rooms that every stage may import.
SHARED = {"records", "settings", "errors", "logs", "house"}
#: stage -> sibling stages that it may import.
ALLOWED = {"transform": {"language"}, "link": {"load"}, "report": {"load"}}
#: library -> rooms that may import it.
LIBRARIES = {
    "click": {"cli"},
    "sqlalchemy": {"load", "link", "report"},
    "psycopg": {"load", "link", "report"},
    "alembic": {"load"},
    "spacy": {"transform", "language"},
}


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that ``path`` imports, late imports included, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import; write the whole name"
            yield node.module or "", node.lineno


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_flow(path: Path) -> None:
    room = room_of(path)
    for module, line in imports_of(path):
        top, _, rest = module.partition(".")
        if top in LIBRARIES:
            assert room in LIBRARIES[top], f"{path}:{line}: {top} belongs in {sorted(LIBRARIES[top])}"
        target = rest.partition(".")[0]
        if top != "etl" or not target or target == room:
            continue
        if room in STAGES:
            assert target in SHARED | ALLOWED.get(room, set()), f"{path}:{line}: {room} imports {module}"
        elif room in SHARED:
            assert target in SHARED, f"{path}:{line}: {room} imports {module}"
        assert target != "cli", f"{path}:{line}: only the command line imports cli"


@pytest.mark.parametrize("path", sorted((TREE / "migrations").rglob("*.py")), ids=lambda path: path.name)
def test_a_migration_imports_nothing_of_etl(path: Path) -> None:
    if path.name == "env.py":  # the environment compares with the models; the versions must outlive them
        return
    assert not [module for module, _ in imports_of(path) if module.partition(".")[0] == "etl"]
