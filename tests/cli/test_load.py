"""``newstrace load``, ``rejects`` and ``runs``: what went in, what did not, and the way back."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.cli.conftest import Command


def count(database: Connection, table: str) -> int:
    found = database.scalar(text(f"select count(*) from {table}"))
    database.rollback()
    return int(found or 0)


def test_a_second_load_adds_nothing_and_says_so(newstrace: Command, letter: Path, database: Connection) -> None:
    first, second = newstrace("load", letter), newstrace("load", letter)
    waiting = "Not annotated yet: 1 document. `newstrace annotate` does it, then `newstrace link`.\n"
    assert (first.status, first.out) == (0, "Loaded 1 document from 1 file.\n" + waiting)
    assert (second.status, second.out) == (0, "Nothing new: 1 file taken up before.\n" + waiting)
    assert (count(database, "raw.files"), count(database, "raw.documents")) == (1, 1)


def test_the_same_article_under_another_name_adds_no_document(
    newstrace: Command, letter: Path, database: Connection
) -> None:
    (letter / "copy.txt").write_bytes((letter / "mayor.txt").read_bytes())
    assert "1 duplicate passed over" in newstrace("load", letter).out
    assert (count(database, "raw.files"), count(database, "raw.documents")) == (2, 1)


def test_one_bad_file_is_told_with_its_reason_and_the_others_load(newstrace: Command, letter: Path) -> None:
    picture = letter / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    outcome = newstrace("load", letter)
    assert outcome.status == 3
    assert "Loaded 1 document from 2 files." in outcome.out
    assert f"{picture}: it looks like a PNG image, not text" in outcome.out


def test_many_files_of_one_kind_do_not_hide_the_others(newstrace: Command, letter: Path) -> None:
    for number in range(1200):
        (letter / f"{number:04}.py").write_text("pass\n")
    (letter / "zero.txt").write_bytes(b"")
    told = newstrace("load", letter).out
    assert "Not loaded: 1,201." in told
    assert f"{letter / '0000.py'} and 1,199 more: .py files are not supported" in told
    assert f"{letter / 'zero.txt'}: it is empty" in told
    assert told.count(str(letter)) == 2


def test_several_reasons_are_kept_apart_in_a_table(newstrace: Command, letter: Path) -> None:
    (letter / "budget.pdf").write_bytes(b"%PDF-1.7\n" + bytes(200))
    newstrace("load", letter)
    for told in (newstrace("rejects", "list"), newstrace("report", "rejected_files")):
        assert "and WARC (.warc, .warc.gz); it looks like a PDF document" in " ".join(told.out.split())


def test_an_old_reject_does_not_fail_a_later_run(newstrace: Command, letter: Path) -> None:
    (letter / "empty.txt").write_bytes(b"")
    assert newstrace("load", letter).status == 3
    again = newstrace("load", letter)
    assert again.status == 0
    assert "Not loaded by earlier runs: 1." in again.out


def test_a_file_that_is_named_again_is_told_again_and_those_of_other_nights_are_a_number(
    newstrace: Command, letter: Path
) -> None:
    """A schedule that tells last year's files every night hides the one that came tonight."""
    for name in ("first.txt", "second.txt"):
        (letter / name).write_bytes(b"")
    newstrace("load", letter)
    (letter / "tonight.txt").write_bytes(b"  ")
    told = newstrace("load", letter).out
    assert "Not loaded: 1. `newstrace rejects list` tells all" in told
    assert f"{letter / 'tonight.txt'}: it holds nothing but white space" in told
    assert "Not loaded by earlier runs: 2." in told
    assert str(letter / "first.txt") not in told
    assert f"{letter / 'first.txt'}: it is empty" in newstrace("load", letter / "first.txt").out


def test_a_name_cannot_repaint_the_terminal(newstrace: Command, letter: Path) -> None:
    (letter / "a\x1b[2Jb\nc.txt").write_bytes(b"")
    for told in (newstrace("run", letter, "--dry-run"), newstrace("load", letter)):
        assert "a [2Jb c.txt: it is empty" in told.out
        assert "\x1b" not in told.out


def test_a_mended_file_loads_on_retry_and_its_reject_is_settled(newstrace: Command, letter: Path) -> None:
    empty = letter / "empty.txt"
    empty.write_bytes(b"")
    newstrace("load", letter)
    assert newstrace("rejects", "retry").status == 3
    empty.write_text("Council meets\n\nThe council met on Monday to vote on the budget.\n")
    assert newstrace("rejects", "retry").status == 0
    assert newstrace("rejects", "list").out == "Nothing is rejected.\n"
    settled = json.loads(newstrace("rejects", "list", "--all", "--format", "json").out)
    assert [Path(row["path"]).name for row in settled] == ["empty.txt"]
    assert settled[0]["resolved_at"]


def test_a_dismissed_reject_is_told_no_more_until_it_is_reopened(newstrace: Command, letter: Path) -> None:
    """A file that will never load would else stand in every summary for ever."""
    (letter / "empty.txt").write_bytes(b"")
    newstrace("load", letter)
    (reject,) = json.loads(newstrace("rejects", "list", "--format", "json").out)
    told = newstrace("rejects", "dismiss", reject["reject_id"], "--reason", "a placeholder of the agency")
    assert (told.status, told.out.startswith("Dismissed 1.")) == (0, True)
    (told, _waiting) = newstrace("load", letter).out.splitlines()
    assert told == "Nothing new: 2 files taken up before."
    assert newstrace("rejects", "list").out == "Nothing is rejected.\n"
    assert newstrace("rejects", "retry").out == "Nothing to retry.\n"
    (kept,) = json.loads(newstrace("rejects", "list", "--all", "--format", "json").out)
    assert (kept["state"], kept["dismissed_reason"]) == ("dismissed", "a placeholder of the agency")
    assert kept["dismissed_at"]
    assert newstrace("rejects", "dismiss", reject["reject_id"]).out == "Nothing to change: that is how it was.\n"
    assert newstrace("rejects", "reopen", reject["reject_id"]).out.startswith("Reopened 1.")
    assert "Not loaded by earlier runs: 1." in newstrace("load", letter).out
    assert newstrace("rejects", "dismiss", "--all").out.startswith("Dismissed 1.")


def test_a_dismissed_file_that_changes_is_tried_again(newstrace: Command, letter: Path) -> None:
    """To dismiss is to judge what lies there now, not what may come under its name."""
    empty = letter / "empty.txt"
    empty.write_bytes(b"")
    newstrace("load", letter)
    newstrace("rejects", "dismiss", "--all")
    empty.write_bytes(b" ")
    assert "Not loaded: 1." in newstrace("load", letter).out
    empty.write_text("Council meets\n\nThe council met on Monday to vote on the budget.\n")
    assert "Loaded 1 document from 1 file" in newstrace("load", letter).out
    states = [row["state"] for row in json.loads(newstrace("rejects", "list", "--all", "--format", "json").out)]
    assert states == ["loaded", "loaded"]


def test_what_cannot_be_dismissed_is_told_and_changes_nothing(newstrace: Command, letter: Path) -> None:
    (letter / "empty.txt").write_bytes(b"")
    newstrace("load", letter)
    unknown = newstrace("rejects", "dismiss", "1", "9")
    assert (unknown.status, "there is no reject 9" in unknown.err) == (2, True)
    assert newstrace("rejects", "dismiss").status == 2
    assert "empty.txt" in newstrace("rejects", "list", "--format", "csv").out


def rejected(newstrace: Command) -> list[str]:
    return [row["reason"] for row in json.loads(newstrace("rejects", "list", "--format", "json").out)]


@pytest.mark.parametrize("mended", ['{"outlet": "The Gazette"}', "{}", None], ids=["mended", "emptied", "removed"])
@pytest.mark.parametrize("again", [("load",), ("rejects", "retry")], ids=["run", "retry"])
def test_a_mended_sidecar_is_told_no_more(
    newstrace: Command, letter: Path, database: Connection, mended: str | None, again: tuple[str, ...]
) -> None:
    """It would else stand in every summary for ever, and no retry could settle it."""
    sidecar = letter / "mayor.meta.json"
    sidecar.write_text('{"outlet": ', encoding="utf-8")
    first = newstrace("load", letter)
    assert first.status == 3
    assert "checks found" not in first.out
    still = newstrace(*again, *([letter] if again == ("load",) else [])).out
    assert ("by earlier runs: 1." if again == ("load",) else "metadata of mayor.txt") in still
    if mended is None:
        sidecar.unlink()
    else:
        sidecar.write_text(mended, encoding="utf-8")
    outcome = newstrace(*again, *([letter] if again == ("load",) else []))
    assert (outcome.status, "Not loaded" in outcome.out) == (0, False)
    assert rejected(newstrace) == []
    outlet = database.scalar(text("select supplied_outlet from raw.documents"))
    assert outlet == ("The Gazette" if mended and "Gazette" in mended else None)


def test_a_sidecar_that_was_broken_after_its_file_was_loaded_is_told(newstrace: Command, letter: Path) -> None:
    sidecar = letter / "mayor.meta.json"
    newstrace("load", letter)
    sidecar.write_text('{"outlet": ', encoding="utf-8")
    assert "metadata of mayor.txt: it is no JSON" in newstrace("load", letter).out
    sidecar.write_text('{"published_at": "yesterday", "outlet": "The Gazette"}', encoding="utf-8")
    newstrace("load", letter)
    (reason,) = rejected(newstrace)
    assert "published_at 'yesterday' is no ISO 8601" in reason


def test_a_manifest_whose_file_comes_later_is_settled(newstrace: Command, letter: Path) -> None:
    manifest = letter / "manifest.csv"
    manifest.write_text("file,outlet,published_at\nbridge.txt,The Gazette,\nmayor.txt,,soon\n", encoding="utf-8")
    newstrace("load", letter)
    assert len(rejected(newstrace)) == 2
    (letter / "bridge.txt").write_text("Bridge closed\n\nThe bridge was closed on Monday, the council said.\n")
    assert newstrace("load", letter).status == 0
    (reason,) = rejected(newstrace)
    assert "row 3: published_at 'soon'" in reason
    manifest.write_text("file,outlet\nbridge.txt,The Gazette\n", encoding="utf-8")
    assert newstrace("rejects", "retry").status == 0
    assert rejected(newstrace) == []


def test_metadata_in_a_folder_that_is_away_stay_told(newstrace: Command, letter: Path) -> None:
    """A drive that is not mounted mends nothing."""
    (letter / "mayor.meta.json").write_text('{"outlet": ', encoding="utf-8")
    newstrace("load", letter)
    letter.rename(letter.with_name("elsewhere"))
    newstrace("rejects", "retry")
    assert len(rejected(newstrace)) == 1


def test_a_file_of_known_articles_and_a_broken_one_is_no_fault_in_the_data(newstrace: Command, tmp_path: Path) -> None:
    record = '{"text": "The council said that the bridge was closed."}\n'
    (tmp_path / "a.jsonl").write_text(record, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(record + "{broken\n", encoding="utf-8")
    outcome = newstrace("load", tmp_path)
    assert "1 duplicate passed over" in outcome.out
    assert "checks found" not in outcome.out


def test_what_was_rejected_of_standard_input_stays_told(newstrace: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def give(words: str) -> Command:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(words.encode())))
        return newstrace

    assert give('{"text": "One."}\n{"text": ')("load", "-").status == 3
    assert give('{"text": "Two."}\n')("load", "-").status == 0
    retried = newstrace("rejects", "retry")
    assert (retried.status, "newstrace run -" in retried.out) == (3, True)
    (kept,) = json.loads(newstrace("rejects", "list", "--format", "json").out)
    assert (kept["path"], kept["reason"].startswith("line 2: it is no JSON")) == ("-", True)


def test_limit_takes_up_that_many_new_files_at_a_time(newstrace: Command, samples: Path, database: Connection) -> None:
    assert "Loaded 2 documents" in newstrace("load", samples, "--limit", "2").out
    assert "Loaded 3 documents" in newstrace("load", samples, "--limit", "3").out
    assert count(database, "raw.documents") == 5


def test_the_batch_size_changes_no_row(newstrace: Command, samples: Path, database: Connection) -> None:
    newstrace("load", samples, "--batch-size", "2")
    rows = database.execute(text("select document_id, file_id, text_sha256 from raw.documents order by 1")).all()
    names = database.scalars(text("select path from raw.files order by file_id")).all()
    assert [row.document_id for row in rows] == [1, 2, 3, 4, 5]
    assert [Path(name).name for name in names] == sorted(path.name for path in samples.glob("*.txt"))


def test_nothing_to_read_is_a_usage_error(newstrace: Command) -> None:
    outcome = newstrace("load")
    assert outcome.status == 2
    assert "Missing argument" in outcome.err


def test_a_missing_path_is_told_by_name(newstrace: Command, tmp_path: Path) -> None:
    outcome = newstrace("load", tmp_path / "nowhere")
    assert outcome.status == 3
    assert f"{tmp_path / 'nowhere'}: it does not exist" in outcome.out


def test_a_path_that_is_not_there_fails_each_run_until_it_is_dismissed(newstrace: Command, tmp_path: Path) -> None:
    """A schedule with a slip in its path would else look well from its second run on."""
    assert [newstrace("load", tmp_path / "nowhere").status for _ in range(2)] == [3, 3]
    newstrace("rejects", "dismiss", "--all")
    again = newstrace("load", tmp_path / "nowhere")
    assert (again.status, again.out) == (0, "Nothing to load: no file that could be read was found there.\n")


def test_runs_are_listed_newest_first_and_shown_whole(newstrace: Command, letter: Path) -> None:
    newstrace("load", letter)
    newstrace("load", letter)
    runs = [json.loads(line) for line in newstrace("runs", "list", "--format", "jsonl").out.splitlines()]
    assert [(run["run_id"], run["status"], run["documents"]) for run in runs] == [(2, "done", 0), (1, "done", 1)]
    shown = json.loads(newstrace("runs", "show", "1", "--format", "json").out)
    assert shown[0]["command"] == f"newstrace load {letter}"
    missing = newstrace("runs", "show", "9")
    assert (missing.status, missing.err) == (2, "newstrace: there is no run 9. `newstrace runs list` names them.\n")
