"""The files of sql/ that become views: what each says in its head, and in which order they stand on each other.

A file opens with its question, then explains its columns, then holds one select::

    -- Who said it, to whom, who carried it?
    -- @column quote: The words.
    -- @column speaker: Who said them.
    -- @order quote
    -- @table speaker, quote
    select ...

``@order`` is what a reader of all rows would sort by; the view itself is unsorted. ``@table`` names the columns that
a terminal shows, where there is no room for all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from etl.errors import SchemaError
from etl.house import SQL

#: Folders of sql/ whose files are views.
VIEW_FOLDERS = ("provenance", "coverage", "quality")

_COLUMN = re.compile(r"@column (\w+): (.+)")
_ORDER = re.compile(r"@order (.+)")
_TABLE = re.compile(r"@table (\w+(?:, \w+)*)")
_REFERENCE = re.compile(r"\breport\.(\w+)")
_COMMENT = re.compile(r"--.*")


@dataclass(frozen=True, slots=True)
class View:
    """One view; ``columns`` are meanings by name, ``first_line`` is the select's line in the file, from 1.

    ``shown`` are the columns for a terminal: all of them, where the file names none.
    """

    name: str
    path: Path
    question: str
    columns: Mapping[str, str]
    order: str | None
    select: str
    first_line: int
    shown: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """provenance, coverage or quality."""
        return self.path.parent.name

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @property
    def needs(self) -> frozenset[str]:
        """Views that it selects from."""
        return frozenset(_REFERENCE.findall(_COMMENT.sub("", self.select)))


def read_view(path: Path) -> View:
    """The view in a file. Raises :class:`~etl.errors.SchemaError`, naming the line, where its head is not as agreed."""
    lines = path.read_text(encoding="utf-8").splitlines()
    question: list[str] = []
    columns: dict[str, str] = {}
    order = None
    shown: tuple[str, ...] = ()
    number = 0
    for number, line in enumerate(lines):
        if not line.startswith("--"):
            break
        words = line.removeprefix("--").strip()
        column, sorting, table = _COLUMN.fullmatch(words), _ORDER.fullmatch(words), _TABLE.fullmatch(words)
        if column and column[1] not in columns:
            columns[column[1]] = column[2]
        elif sorting:
            order = sorting[1]
        elif table and columns.keys() >= set(table[1].split(", ")):
            shown = tuple(table[1].split(", "))
        elif words.startswith("@") or columns:
            raise SchemaError(
                f"{path}:{number + 1}: not '@column name: meaning' (a name once), '@order ...' or "
                f"'@table column, ...': {words}"
            )
        else:
            question.append(words)
    else:
        number = len(lines)
    select = "\n".join(lines[number:]).strip().removesuffix(";")
    if not question or not columns or not select:
        raise SchemaError(
            f"{path}: a view has a question, its columns with their meaning, and a select, in this order."
        )
    first_line = number + 1
    return View(path.stem, path, " ".join(question), columns, order, select, first_line, shown or tuple(columns))


def read_views(folder: Path = SQL) -> tuple[View, ...]:
    """All views, each after those that it selects from; by name where that leaves a choice."""
    views = {path.stem: read_view(path) for path in _files(folder)}
    for view in views.values():
        unknown = view.needs - views.keys()
        if unknown:
            raise SchemaError(f"{view.path}: there is no view report.{min(unknown)}.")
    sorter = TopologicalSorter({name: sorted(views[name].needs) for name in sorted(views)})
    try:
        return tuple(views[name] for name in sorter.static_order())
    except CycleError as error:
        raise SchemaError(f"views stand on each other in a circle: {' -> '.join(error.args[1])}.") from None


def _files(folder: Path) -> Iterable[Path]:
    paths = [path for group in VIEW_FOLDERS for path in sorted((folder / group).glob("*.sql"))]
    names = [path.stem for path in paths]
    for path in paths:
        if names.count(path.stem) > 1:
            raise SchemaError(f"{path}: two files make the view report.{path.stem}.")
    return paths
