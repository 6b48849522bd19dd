"""``newstrace report``: what a reader of the database gets in a terminal, in a program and as a page."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, Engine, text

from etl.load.summaries import refresh_summaries
from etl.load.view_files import read_views
from tests.cli.conftest import Command
from tests.views import bridge

VIEWS = {view.name: view for view in read_views()}


@pytest.fixture
def told(newstrace: Command, engine: Engine) -> Command:
    """Commands on a database that holds the hand-made newsroom."""
    with engine.begin() as connection:
        bridge.build(connection)
        # the newsroom tells of no victims, and of nothing in other words, and every view is to show something
        connection.execute(text("update news.figures set outcome = 'killed' where figure_id = 1000001"))
        bridge.set_near(connection, 1000002, 3000001, 0.5)
        refresh_summaries(connection)
    return newstrace


def test_without_a_name_it_lists_every_view_with_its_question(newstrace: Command) -> None:
    listed = json.loads(newstrace("report", "--format", "json").out)
    assert {row["view"]: row["question"] for row in listed} == {view.name: view.question for view in VIEWS.values()}
    assert [row["group"] for row in listed] == sorted(
        (row["group"] for row in listed), key=["provenance", "coverage", "quality"].index
    )


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_comes_out_in_every_form(told: Command, view: str) -> None:
    for form in ("table", "csv", "json", "jsonl"):
        outcome = told("report", view, "--limit", 5, "--format", form)
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out


def test_a_long_table_says_that_there_is_more(told: Command) -> None:
    outcome = told("report", "row_lineage")
    assert len(outcome.out.splitlines()) > 50
    assert "--limit shows more" in outcome.err


def test_csv_has_every_column_and_reads_back(told: Command) -> None:
    rows = list(csv.DictReader(StringIO(told("report", "articles", "--format", "csv").out)))
    assert list(rows[0]) == list(VIEWS["articles"].columns)
    assert [row["headline"] for row in rows] == [
        "Winter closing",
        "Bridge to close",
        "Old bridge shuts",
        "Nothing today",
        "",
    ]
    assert rows[1]["published_at"] == "2024-03-01T08:00:00Z"


def test_json_keeps_numbers_truths_and_gaps(told: Command) -> None:
    rows = json.loads(told("report", "claim_support", "--claim", 1000002, "--format", "json").out)
    assert [(row["independent_sources"], row["is_single_source"], row["origin"]) for row in rows] == [
        (1, True, "Harbour Post")
    ]
    assert json.loads(told("report", "pickup_lag", "--article", 4, "--format", "json").out)[0]["seen_order"] is None


def test_json_lines_are_one_object_a_line(told: Command) -> None:
    lines = told("report", "articles", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == [3, 1, 2, 5, 4]


def test_no_rows_are_an_empty_list_for_programs_and_a_sentence_for_people(told: Command) -> None:
    assert json.loads(told("report", "quote_conflicts", "--story", 5, "--format", "json").out) == []
    assert told("report", "quote_conflicts", "--story", 5).out == "No rows.\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("quote_provenance", "--article", 3), [3]),
        (("quote_provenance", "--quote", 1000001), [1, 2, 3]),
        (("quote_provenance", "--story", 5), []),
        (("passage_reuse", "--article", 2), [1, 1]),  # the article is the other one of the pair
        (("claim_provenance", "--claim", 1000002), [1, 2]),
        (("claim_provenance", "--claim", 1000001, "--article", 3), [3]),
        (("metadata_gaps", "--story", 5), [5]),
    ],
)
def test_filters_narrow_down(told: Command, words: tuple[object, ...], expected: list[int]) -> None:
    rows = json.loads(told("report", *words, "--format", "json").out)
    assert sorted(row["article_id"] for row in rows) == expected


def test_a_view_without_the_column_is_filtered_through_another(told: Command) -> None:
    by_article = json.loads(told("report", "quote_conflicts", "--article", 3, "--format", "json").out)
    by_story = json.loads(told("report", "quote_conflicts", "--story", 1, "--format", "json").out)
    assert by_article == by_story
    assert len(by_article) == 6
    assert len(json.loads(told("report", "claim_support", "--article", 4, "--format", "json").out)) == 2


def test_the_most_telling_row_comes_first(told: Command) -> None:
    rows = json.loads(told("report", "claim_support", "--limit", 1, "--format", "json").out)
    assert [row["claim_id"] for row in rows] == [1000001]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("story_overage",), 2, "Did you mean story_coverage?"),
        (("nonsense",), 2, "`newstrace report` lists the views"),
        (("claim_support", "--claim", 7), 2, "there is no claim 7"),
        (("story", 7), 2, "there is no story 7"),
        (("articles", "--columns", "headline,shoe_size"), 2, "articles has no column 'shoe_size'"),
    ],
)
def test_a_mistake_is_answered_with_what_to_type(
    told: Command, words: tuple[object, ...], status: int, message: str
) -> None:
    outcome = told("report", *words)
    assert outcome.status == status
    assert message in outcome.err
    assert not outcome.out


def test_help_of_a_view_explains_its_columns(newstrace: Command) -> None:
    out = newstrace("report", "claim_support", "--help").out
    assert "How many independent sources stand behind a claim?" in out
    assert "is_single_source: Whether all of it rests on one source." in out
    assert "--story" in out


def test_chosen_columns_come_in_the_order_asked(told: Command) -> None:
    out = told("report", "articles", "--columns", "outlet,article_id", "--format", "csv").out
    assert out.splitlines()[:2] == ["outlet,article_id", "www.example.org,3"]


def test_a_database_without_a_schema_says_what_to_do(
    newstrace: Command, empty_database_url: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = empty_database_url.set(drivername="postgresql").render_as_string(hide_password=False)  # type: ignore[attr-defined]
    monkeypatch.setenv("DATABASE_URL", address)
    outcome = newstrace("report", "articles")
    assert outcome.status == 1
    assert "newstrace db upgrade" in outcome.err


def test_a_report_changes_nothing(told: Command, engine: Engine) -> None:
    told("report", "story", 1)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from news.article_measures").scalar() == 5


def test_who_reads_the_views_alone_is_told_a_story_too(
    told: Command, database_url: URL, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The desk has the address of a role that reads nothing but report."""
    owner = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    by_owner, by_desk = tmp_path / "owner.html", tmp_path / "desk.html"
    told("report", "story", 1, "--html", by_owner)
    try:
        monkeypatch.setenv("DATABASE_URL", told("db", "grant", "nt_reader").out.split()[-1])
        assert told("report", "story", 1).status == 0
        assert told("report", "story", 1, "--html", by_desk).status == 0
        assert by_desk.read_text(encoding="utf-8") == by_owner.read_text(encoding="utf-8")
    finally:
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("grant nt_reader to current_user")
            connection.execute("drop owned by nt_reader")
            connection.execute("drop role nt_reader")


def test_a_story_is_told_in_sentences(told: Command) -> None:
    out = " ".join(told("report", "story", 1).out.split())
    for sentence in (
        "Four articles from four outlets with three claims and one quote.",
        "Repairs will cost 4 million dollars. In two of four articles, resting on one independent source: "
        "a city official (unnamed, through Harbour Post).",
        "Three of four articles trace to Coast Wire, which is not among the loaded articles.",
        "Valley News [2] quotes or credits Harbour Post [1].",
        "Harbour Post [1] and Valley News [2] share seven words outside quotations; Harbour Post [1] had them first.",
        "Who said “We cannot wait another winter”? Ana Roy (two articles), or Tom Lee (one article).",
        "The numbers differ: 4 million dollars (Harbour Post [1]) and 5 million dollars (Valley News [2]).",
        "www.example.org [3] has it otherwise: “The old bridge will not close in May”.",
        "Article 4 leaves out one claim that others share: – Repairs will cost 4 million dollars [1, 2]",
        "Article 4 alone has one claim: – Buses will run every ten minutes",
    ):
        assert sentence in out


def test_a_story_without_findings_is_told_too(told: Command) -> None:
    outcome = told("report", "story", 5)
    assert outcome.status == 0
    assert "Nothing today" in outcome.out


def test_a_page_is_written(told: Command, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    outcome = told("report", "story", 1, "--html", page)
    assert (outcome.status, outcome.err) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_says_so(told: Command, tmp_path: Path) -> None:
    outcome = told("report", "story", 1, "--html", tmp_path / "nowhere" / "story.html")
    assert outcome.status == 2
    assert "cannot be written" in outcome.err
