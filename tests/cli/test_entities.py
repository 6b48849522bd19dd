"""``newstrace entities``: a wrong merge must be mendable from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_entities_are_joined_and_parted_by_name(newstrace: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text("Two writers\n\nSamuel Clemens wrote to Mark Twain in May.\n", encoding="utf-8")
    assert newstrace("run", folder).status in (0, 3)
    joined = newstrace("entities", "merge", "Samuel Clemens", "Mark Twain")
    assert joined.status == 0
    assert "one entity" in joined.out
    assert "by hand" in newstrace("entities", "decisions", "--manual", "--format", "csv").out
    assert "two entities" in newstrace("entities", "split", "Samuel Clemens", "Mark Twain").out


def test_an_unknown_name_is_told_with_what_to_do(newstrace: Callable[..., Any], tmp_path: Path) -> None:
    assert newstrace("db", "upgrade").status == 0
    told = newstrace("entities", "merge", "Nobody Here", "Nobody There")
    assert told.status == 2
    assert "Nobody Here" in told.err
