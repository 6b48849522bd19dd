"""Queries whose rows are faults in the data: none are expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from etl.house import SQL

#: Faults that one check reports at most; one is enough to act on.
MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Check:
    """One query under ``sql/checks``; ``:run_id`` limits it to the articles of one run, null is everything."""

    name: str
    question: str
    query: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One row that should not be as it is; ``article_id`` is ``None`` where it is no article's."""

    check: str
    table_name: str
    row_id: int
    article_id: int | None
    fault: str

    def __str__(self) -> str:
        return f"{self.check}: {self.table_name} {self.row_id} {self.fault}"


def read_checks(folder: Path = SQL / "checks") -> tuple[Check, ...]:
    """The checks, by name."""
    return tuple(_read_check(path) for path in sorted(folder.glob("*.sql")))


def _read_check(path: Path) -> Check:
    query = path.read_text(encoding="utf-8")
    question = query.partition("\n")[0].removeprefix("--").strip()
    return Check(path.stem, question, query)


def find_faults(connection: Connection, run_id: int | None = None) -> Iterator[Fault]:
    """Run every check, over the articles that ``run_id`` annotated or over everything."""
    for check in read_checks():
        rows = connection.execute(
            text(f"select * from (\n{check.query}\n) as faults limit :most"), {"run_id": run_id, "most": MOST_FAULTS}
        )
        for table_name, row_id, article_id, fault in rows:
            yield Fault(check.name, table_name, row_id, article_id, fault)
