"""Rows as tables: what a person reads in a terminal of any width."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from etl.cli.output import Format, show_rows

_COLUMNS = ("seen_order", "speaker", "source_as_written", "addressee", "anonymous_sources", "content")
_ROWS = [
    (1, "Ana Roy", "Ana Roy, who heads the harbour board", "Harbour Post", 0, "We cannot wait another winter for this"),
    (2, None, "a city official", "Valley News and the Coast Wire agency", 12, "No"),
]


@pytest.mark.parametrize("columns", [30, 80, 200])
def test_a_table_wider_than_the_terminal_loses_no_column_and_no_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    show_rows(_COLUMNS, _ROWS, Format.TABLE)
    words = capsys.readouterr().out.split()
    for name in _COLUMNS:
        assert set(name.split("_")) <= set(words)
    for row in _ROWS:
        for value in row:
            assert set(("–" if value is None else str(value)).split()) <= set(words)


def test_a_program_gets_a_value_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """A file's name may hold anything, and is looked up by what came out here."""
    name = "a\x1b[31mred, \u201cname\u201d\nof a file.txt"
    for form in (Format.CSV, Format.JSON, Format.JSONL):
        show_rows(("path",), [(name,)], form)
        out = capsys.readouterr().out
        match form:
            case Format.CSV:
                assert list(csv.reader(StringIO(out, newline=""))) == [["path"], [name]]
            case Format.JSON:
                assert json.loads(out) == [{"path": name}]
            case _:
                assert json.loads(out) == {"path": name}
