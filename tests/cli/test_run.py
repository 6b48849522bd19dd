"""``newstrace run``: the main job on the five samples."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from etl.load.ledger import run_lock
from tests.cli.conftest import Command
from tests.snapshot import take_snapshot


def test_the_summary_tells_what_stands_out_in_the_samples(newstrace: Command, samples: Path) -> None:
    outcome = newstrace("run", samples)
    assert outcome.status == 0
    assert "Loaded 5 documents from 5 files." in outcome.out
    assert "4 of 5 articles tell one story" in outcome.out
    assert "BloombergView, which is not among the files" in outcome.out
    assert "One quote is said to have been told to" in outcome.out
    assert "newstrace report story 1" in outcome.out
    assert outcome.err == ""


def test_a_second_run_changes_no_row_and_says_so(newstrace: Command, samples: Path, database: Connection) -> None:
    newstrace("run", samples)
    before = take_snapshot(database)
    again = newstrace("run", samples)
    assert again.status == 0
    assert again.out.startswith("Nothing new: 5 files taken up before.")
    assert take_snapshot(database) == before


def test_the_stages_one_by_one_make_the_rows_that_a_run_makes(
    newstrace: Command, samples: Path, database: Connection
) -> None:
    newstrace("load", samples, "--batch-size", "3")
    annotated = newstrace("annotate", "--batch-size", "2").out
    assert "0 claims" not in annotated
    assert "Not linked yet: 5 articles. `newstrace link` does it;" in annotated
    assert newstrace("link").out.startswith("Linked 5 articles.")
    by_stages = take_snapshot(database)
    for table in ("news.articles", "raw.documents", "raw.files", "raw.runs"):
        database.execute(text(f"truncate {table} cascade"))
    database.commit()
    newstrace("run", samples)
    assert take_snapshot(database) == by_stages


def test_annotating_again_with_the_same_rules_has_nothing_to_do(
    newstrace: Command, samples: Path, database: Connection
) -> None:
    newstrace("run", samples, "--limit", "2")
    before = take_snapshot(database)
    database.execute(text("update news.articles set pipeline = 'older' where article_id = 2"))
    database.commit()
    assert "Annotated by other rules than today's: 1 article." in newstrace("annotate").out
    annotated = newstrace("annotate", "--reannotate").out
    assert "Annotated 1 article:" in annotated
    assert "Annotated anew since they were linked: 1 article. `newstrace link` links all articles again;" in annotated
    assert "fault" not in annotated, "groups that wait for their members are none"
    newstrace("link")
    assert take_snapshot(database) == before


def test_a_pipeline_that_is_not_there_is_a_sentence_without_a_traceback(newstrace: Command, samples: Path) -> None:
    outcome = newstrace("--pipeline", "no_such_pipeline", "run", samples)
    assert outcome.status == 1
    assert outcome.err.startswith("newstrace: There is no spaCy pipeline 'no_such_pipeline' here.")
    assert "Traceback" not in outcome.err


def test_a_date_mended_in_a_sidecar_reaches_the_article_with_the_next_run(
    newstrace: Command, letter: Path, database: Connection
) -> None:
    sidecar = letter / "mayor.meta.json"
    sidecar.write_text('{"published_at": "2015-06-02"}', encoding="utf-8")
    newstrace("run", letter)
    sidecar.write_text('{"published_at": "2015-06-22"}', encoding="utf-8")
    outcome = newstrace("run", letter)
    assert "Took over new metadata of 1 document." in outcome.out
    assert "Annotated 1 article:" in outcome.out
    assert str(database.scalar(text("select published_at::date from news.articles"))) == "2015-06-22"
    assert newstrace("run", letter).out.startswith("Nothing new: 1 file taken up before.")


def test_a_dry_run_writes_nothing(newstrace: Command, samples: Path, database: Connection) -> None:
    outcome = newstrace("run", samples, "--dry-run")
    assert outcome.out == "Would load 5 documents from 5 files.\n"
    assert database.scalar(text("select count(*) from raw.runs")) == 0


def test_an_article_in_another_language_is_loaded_and_marked(
    newstrace: Command, tmp_path: Path, database: Connection
) -> None:
    (tmp_path / "de.txt").write_text(
        "Der Bürgermeister tritt zurück\n\nDer Bürgermeister der Stadt hat am Dienstag seinen Rücktritt erklärt. "
        "„Ich habe genug“, sagte er den Journalisten vor dem Rathaus, bevor er in sein Auto stieg und davonfuhr.\n",
        encoding="utf-8",
    )
    outcome = newstrace("run", tmp_path)
    assert outcome.status == 0
    assert "1 article not in English: loaded, marked, not annotated." in outcome.out
    found = database.execute(text("select language, status from news.articles")).one()
    assert tuple(found) == ("de", "other_language")
    assert database.scalar(text("select count(*) from news.sentences")) == 0


def test_a_second_run_at_the_same_time_is_refused_with_status_75(
    newstrace: Command, samples: Path, database: Connection
) -> None:
    with run_lock(database.engine):
        outcome = newstrace("run", samples)
    assert outcome.status == 75
    assert "another run writes to this database" in outcome.err


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_asked_to_stop_keeps_what_it_did(
    number: signal.Signals, status: int, newstrace: Command, tmp_path: Path, database: Connection
) -> None:
    for name in range(160):
        (tmp_path / f"{name}.txt").write_text(
            f"Council meets\n\nCouncil member Ann Reeve number {name} said on Monday that the vote was fair.\n"
        )
    command = [sys.executable, "-c", "from etl.cli import main; main()", "run", str(tmp_path), "--batch-size", "10"]
    process = subprocess.Popen(command, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not database.scalar(text("select count(*) from news.articles")) and time.monotonic() < deadline:
        database.rollback()
        time.sleep(0.05)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (
        status,
        "newstrace: stopping as soon as what is under way is written, which can take minutes; once more ends at once.\n"
        "newstrace: stopped; what was done is kept, and the same command goes on from there.\n",
    )
    database.rollback()
    assert database.scalar(text("select status from raw.runs")) == "interrupted"
    done = database.scalar(text("select count(*) from news.articles"))
    database.rollback()
    assert 0 < done < 160
    newstrace("run", tmp_path)
    assert database.scalar(text("select count(*) from news.articles where linked_version is not null")) == 160


@pytest.mark.parametrize(
    ("written", "told"), [("workers = ", "is no TOML: "), (None, "NEWSTRACE_CONFIG names "), ("workrs = 2", "workrs")]
)
def test_a_broken_or_missing_configuration_is_told_by_its_name(
    newstrace: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | None, told: str
) -> None:
    """A file that was named and passed over in silence would leave its settings out."""
    file = tmp_path / "newstrace.toml"
    if written is not None:
        file.write_text(written, encoding="utf-8")
    monkeypatch.setenv("NEWSTRACE_CONFIG", str(file))
    outcome = newstrace("runs", "list")
    assert (outcome.status, told in outcome.err, "fault of newstrace" in outcome.err) == (2, True, False)
