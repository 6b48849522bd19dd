"""The first articles of a new database are counted as fast as later ones, though the planner knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from etl.house import SQL
from etl.link.link import link_articles
from etl.link.passage.shelf import Shelf
from etl.load.statistics import refresh_statistics
from tests.benchmarks.generate import load, read_outlets
from tests.benchmarks.synthetic.coverage import make_coverage


def test_claims_are_counted_without_comparing_each_with_each(database: Connection) -> None:
    """A run knows that what linking fills was empty, and joins counts row by row if it can: 35 s of 249 articles."""
    load(database, islice(make_coverage(read_outlets(), seed=5), 64))
    refresh_statistics(database)
    keys = list(database.scalars(text("select article_id from news.articles order by 1")))
    link_articles(database, keys, Shelf(database))
    stories = list(database.scalars(text("select story_id from news.stories")))
    statement = (SQL / "summaries" / "story_claims.sql").read_text(encoding="utf-8")
    plan = database.scalar(text(f"explain (analyze, format json) {statement}"), {"story_ids": stories})
    printings = database.scalar(text("select count(*) from news.claim_occurrences"))
    read = sum(map(_rows, _nodes(plan[0]["Plan"])))
    assert read < 100 * printings


def _nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)


def _rows(node: Mapping[str, Any]) -> float:
    """Rows that a node made or looked at in vain."""
    kinds = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Join Filter")
    return node["Actual Loops"] * sum(node.get(kind, 0) for kind in kinds)
