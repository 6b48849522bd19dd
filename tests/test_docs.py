"""Documents that are wrong cost a user more than none: pages made from the code are fresh, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.cli.reference import PAGE, write_reference

TREE = Path(__file__).parents[1]
ROOMS = ("etl", "sql", "tests", "seeds", "migrations")
DOCUMENTS = sorted([TREE / "README.md", *(path for room in ROOMS for path in (TREE / room).rglob("*.md"))])
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#\s]+)")


def test_the_reference_of_commands_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_reference(), "stale: run `python -m etl.cli.reference`"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(TREE)))
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    targets = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []
