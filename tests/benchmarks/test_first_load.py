"""A first load into a new database, about which the planner knows nothing: where everybody begins.

Articles have more claims than most real ones (some 80, all in other words): what is compared claim by claim is dear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, text

from etl.link.link import link_pending
from etl.load.connection import connect
from etl.load.statistics import refresh_statistics
from tests.benchmarks.generate import load, read_outlets
from tests.benchmarks.synthetic.coverage import Made, make_coverage
from tests.conftest import janitor

pytestmark = pytest.mark.benchmark

_ARTICLES = 64
#: Articles on other events whose claims an article tells as well.
_TOLD_AS_WELL = 8
_TABLES = text("select schemaname || '.' || relname from pg_stat_user_tables where schemaname in ('raw', 'news')")


@pytest.fixture
def other_engine(server: URL, template: str) -> Iterator[Engine]:
    """Another new database."""
    name = f"{template}_other"
    with janitor(server, name, template):
        engine = connect(server.set(database=name))
        yield engine
        engine.dispose()


def make_articles(number: int, seed: int) -> list[Made]:
    outlets = read_outlets()
    others = make_coverage(outlets, seed=seed + 100)
    made = islice(make_coverage(outlets, seed=seed), number)
    return [_tell_more(each, islice(others, _TOLD_AS_WELL), f"{seed}{place:04}") for place, each in enumerate(made)]


def _tell_more(made: Made, others: Iterable[Made], places: str) -> Made:
    told = (claim for other in others for claim in other.article.claims)
    # the generator has few wordings, and what is known already costs little
    more = (
        replace(each, statement=f"{each.statement} at {places}{n:03} places", attribution=None, subject_mention=None)
        for n, each in enumerate(told)
    )
    placed = (replace(each, sentence=1) for each in more)
    return replace(made, article=replace(made.article, claims=(*made.article.claims, *placed)))


def seconds_to_link(connection: Connection, articles: Sequence[Made]) -> float:
    """Processor time of the server that it takes to link ``articles`` after they were loaded."""
    for table in connection.scalars(_TABLES).all():  # whether it comes in time is luck
        connection.execute(text(f"alter table {table} set (autovacuum_enabled = false)"))
    load(connection, articles)
    refresh_statistics(connection)  # as a run does between its stages
    server = Path(f"/proc/{connection.scalar(text('select pg_backend_pid()'))}/schedstat")

    def spent() -> float:
        return int(server.read_text(encoding="ascii").split()[0]) / 1e9

    begun = spent()
    link_pending(connection)
    return spent() - begun


def test_a_first_load_costs_no_more_than_a_later_one(engine: Engine, other_engine: Engine) -> None:
    articles = make_articles(_ARTICLES, seed=3)
    with engine.connect() as new, other_engine.connect() as known:
        seconds_to_link(known, make_articles(_ARTICLES, seed=4))
        known.execute(text("analyze"))
        first, later = seconds_to_link(new, articles), seconds_to_link(known, articles)
    print(f"server, {_ARTICLES} articles linked in {first:.1f} s, in a database that knows others in {later:.1f} s")
    assert first / later < 1.4


def test_twice_as_many_articles_take_twice_as_long(engine: Engine, other_engine: Engine) -> None:
    with engine.connect() as small, other_engine.connect() as large:
        once = seconds_to_link(small, make_articles(_ARTICLES, seed=3))
        twice = seconds_to_link(large, make_articles(2 * _ARTICLES, seed=3))
    print(f"server, {_ARTICLES} articles linked in {once:.1f} s, {2 * _ARTICLES} in {twice:.1f} s")
    assert twice / once < 2.6
