"""A bug of newstrace costs one article at most, and is told in a line that says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from etl.records import Article, Document
from etl.transform.article import Transformer
from tests.cli.conftest import Command
from tests.snapshot import take_snapshot

SECRET = "hunter2-and-more"


@pytest.fixture
def letters(letter: Path) -> Path:
    """A folder with three short articles."""
    for name, town in (("bridge", "Aldham"), ("school", "Burwick")):
        (letter / f"{name}.txt").write_text(
            f"The {name} of {town}\n\nMayor Ann Reeve said on Tuesday that the {name} would be closed in June.\n",
            encoding="utf-8",
        )
    return letter


def _break_linking(patch: pytest.MonkeyPatch, article_id: int) -> None:
    from etl.link import link

    working = link.link_quotes

    def link_quotes(connection: Connection, article_ids: list[int]) -> None:
        working(connection, article_ids)
        if article_id in article_ids:
            raise KeyError(f"no place for article {article_id}")

    patch.setattr(link, "link_quotes", link_quotes)


def _break_annotation(patch: pytest.MonkeyPatch, words: str) -> None:
    working = Transformer.annotate_many

    def annotate_many(self: Transformer, documents: Iterable[Document]) -> Iterator[Article]:
        kept = list(documents)
        if any(words in each.text for each in kept):
            raise IndexError("no such token")
        return working(self, kept)

    patch.setattr(Transformer, "annotate_many", annotate_many)


@pytest.mark.parametrize("stage", ["transform", "link"])
def test_one_bad_article_becomes_a_reject_of_its_stage_and_is_taken_up_again(
    stage: str,
    newstrace: Command,
    letters: Path,
    database: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        if stage == "link":
            _break_linking(patch, 2)
        else:
            _break_annotation(patch, "resign in June")
        outcome = newstrace("run", letters)
        assert outcome.status == 3
        assert "Traceback" not in outcome.err
        (reject,) = json.loads(newstrace("rejects", "list", "--format", "json").out)
        assert (Path(reject["path"]).name, reject["stage"]) == ("mayor.txt", stage)
        assert "Please report it, with the file." in reject["reason"]
        linked = "select count(*) from news.articles where linked_version is not null"
        assert database.scalar(text(linked)) == 2
        database.rollback()
        assert newstrace("run", letters).status == 0, "an old reject does not fail a schedule for ever"
        assert newstrace("rejects", "retry").status == 3
    assert newstrace("rejects", "retry").status == 0
    assert newstrace("rejects", "list").out == "Nothing is rejected.\n"
    mended = {table: rows for table, rows in take_snapshot(database).items() if table != "raw.rejects"}
    for table in ("news.articles", "raw.documents", "raw.files", "raw.runs"):
        database.execute(text(f"truncate {table} cascade"))
    database.commit()
    newstrace("run", letters)
    assert mended.items() <= take_snapshot(database).items()


def test_a_dismissed_article_is_not_linked_by_a_retry(
    newstrace: Command,
    letters: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        _break_linking(patch, 2)
        newstrace("run", letters)
    newstrace("rejects", "dismiss", "--all")
    assert newstrace("rejects", "retry").out == "Nothing to retry.\n"
    newstrace("link")
    (kept,) = json.loads(newstrace("rejects", "list", "--all", "--format", "json").out)
    assert kept["state"] == "dismissed"


def _break_everything(patch: pytest.MonkeyPatch) -> None:
    def write_articles(*_: object) -> None:
        raise RuntimeError(f"lost at postgresql://desk:{SECRET}@db.example/news?token={SECRET}")

    patch.setattr("etl.pipeline.write_articles", write_articles)


def _traceback_of(told: str) -> str:
    place = re.search(r"The traceback is in (.+?\.txt); please report it\.", told)
    assert place is not None, told
    return Path(place[1]).read_text(encoding="utf-8")


def test_a_bug_is_told_as_one_with_its_traceback_in_a_file(
    newstrace: Command,
    letters: Path,
    database: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _break_everything(monkeypatch)
    outcome = newstrace("run", letters)
    assert (outcome.status, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert line.startswith("newstrace: this is a fault of newstrace, not of your input: RuntimeError: lost at ")
    assert f"while writing documents 1 to 3, from {letters / 'bridge.txt'} on. Nothing was lost" in line
    trace = _traceback_of(line)
    assert "in write_articles" in trace
    assert SECRET not in line + trace
    status, error = database.execute(text("select status, error from raw.runs")).one()
    assert status == "failed"
    assert SECRET not in error


def test_a_bug_is_one_record_where_logs_are_json(
    newstrace: Command,
    letters: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _break_everything(monkeypatch)
    outcome = newstrace("--log-format", "json", "run", letters)
    (line,) = outcome.err.splitlines()
    record = json.loads(line)
    assert (outcome.status, record["level"]) == (1, "error")
    assert "this is a fault of newstrace" in record["message"]
    assert SECRET not in line
