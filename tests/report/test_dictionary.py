"""Documents on the views that are wrong cost their reader more than none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from etl.house import SQL
from etl.load.view_files import read_views
from etl.pipeline import Plan, run
from etl.records import Stage
from etl.report.dictionary import PAGE, render_column_tables, render_page
from etl.settings import read_settings
from etl.stop import Stop

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"
README = Path(__file__).parents[2] / "README.md"
HINT = "stale: run `newstrace run seeds/articles && python -m etl.report.dictionary` on a new database"
_RECIPE = re.compile(r"^### (.+?)$.*?^```sql\n(.*?)^```$", re.M | re.S)
RECIPES = dict(_RECIPE.findall((SQL / "COOKBOOK.md").read_text(encoding="utf-8")))
BI_QUESTIONS = sorted((SQL / "bi").glob("*.sql"))


class _Silence:
    def begin(self, stage: str, total: int | None) -> None:
        """Progress is not looked at here."""

    def advance(self, steps: int = 1) -> None:
        """Progress is not looked at here."""


def test_every_column_of_every_view_is_in_the_dictionary() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert not [line for line in render_column_tables().splitlines() if line not in page], HINT
    headings = set(re.findall(r"^## (\w+)$", page, re.M))
    assert {view.name for view in read_views()} <= headings, HINT


def test_the_examples_are_what_the_samples_give(engine: Engine, database_env: str) -> None:
    stages = frozenset({Stage.LOAD, Stage.TRANSFORM, Stage.LINK})
    outcome = run(read_settings(workers=1), Plan("test", stages, (str(SAMPLES),)), _Silence(), Stop())
    with engine.connect() as connection:
        assert render_page(connection) == PAGE.read_text(encoding="utf-8"), HINT
    shown = README.read_text(encoding="utf-8").split("```\n")[1]
    assert "\n".join(outcome.summary) == shown.rstrip("\n"), "the README shows another summary of the samples"


def test_the_cookbook_has_its_questions() -> None:
    assert len(RECIPES) >= 20
    assert all(question.endswith("?") for question in RECIPES)


@pytest.mark.parametrize("question", RECIPES)
def test_a_recipe_runs(newsroom: Connection, question: str) -> None:
    query = RECIPES[question]
    assert set(re.findall(r"(?:from|join) (\w+)\.", query)) == {"report"}, "a BI role reads report alone"
    newsroom.execute(text(query)).all()


@pytest.mark.parametrize("path", BI_QUESTIONS, ids=lambda path: path.stem)
def test_a_question_for_a_bi_tool_runs_and_is_listed(newsroom: Connection, path: Path) -> None:
    query = path.read_text(encoding="utf-8")
    question = query.partition("\n")[0].removeprefix("-- ")
    assert f"| [{path.name}]({path.name}) | {question} |" in (SQL / "bi" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:from|join) (\w+)\.", query)) == {"report"}
    assert newsroom.execute(text(query)).all()
