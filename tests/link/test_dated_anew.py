"""A corrected date changes what depends on it, and leaves what a database has that never knew the wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from random import Random

import pytest
from sqlalchemy import Connection, text

from etl.link import link
from etl.link.link import LINK_VERSION, link_pending
from etl.link.passage import candidates
from etl.load.articles import AnnotatedDocument, write_articles
from etl.load.ledger import begin_run
from etl.records import Article, DatePrecision, PublicationTime
from tests.benchmarks.generate import load, read_outlets
from tests.benchmarks.synthetic.coverage import Made, make_coverage
from tests.link.newsroom import Copy, Newsroom, write_by_hand
from tests.snapshot import Snapshot, take_snapshot

#: Hours by which dates are wrong; ``None`` stands for no date at all.
_WRONG = (-1, 5, -30, 72, -240, 960, None)


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(islice(make_coverage(read_outlets(), seed=3), 120))


def dated(made: Made, published: PublicationTime | None) -> Made:
    supplied = replace(made.document.metadata, published_at=published.at.isoformat() if published else None)
    article = replace(made.article, published=published)
    return replace(made, document=replace(made.document, metadata=supplied), article=article)


def misdated(made: Made, hours: int | None) -> Made:
    published = made.article.published
    assert published is not None
    if hours is None:
        return dated(made, None)
    precision = DatePrecision.DAY if hours % 24 == 0 else published.precision
    return dated(made, PublicationTime(published.at + timedelta(hours=hours), precision))


def correct(
    connection: Connection, articles: dict[int, Article], pipeline: str, corrected: str = "published_at"
) -> None:
    """Write the articles with their right dates, as a run does that finds sidecars corrected."""
    run_id = begin_run(connection, command="test", version="0", pipeline=pipeline)
    for key in articles:
        connection.execute(
            text("insert into raw.corrections (document_id, run_id, field) values (:key, :run, :field)"),
            {"key": key, "run": run_id, "field": corrected},
        )
    annotated = [AnnotatedDocument(key, article) for key, article in articles.items()]
    assert write_articles(connection, run_id, pipeline, annotated).articles == len(articles)
    connection.commit()


def news(connection: Connection) -> Snapshot:
    return {table: rows for table, rows in take_snapshot(connection).items() if table.startswith("news.")}


@pytest.mark.parametrize(("wrong", "first"), [(1, 20), (4, 20), (12, 20), (12, 2), (120, 3)])
def test_corrected_dates_leave_what_a_clean_load_makes(
    database: Connection,
    empty_copy: Connection,
    made: list[Made],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    wrong: int,
    first: int,
) -> None:
    monkeypatch.setattr(candidates, "FIRST", first)
    load(empty_copy, made)
    link_pending(empty_copy)
    random = Random(wrong)
    places = random.sample(range(len(made)), wrong)
    loaded = [misdated(each, random.choice(_WRONG)) if i in places else each for i, each in enumerate(made)]
    load(database, loaded)
    link_pending(database)
    clean, before = news(empty_copy), news(database)
    assert [table for table in clean if clean[table] != before[table]], "nothing depends on the dates"
    rows = database.execute(text("select supplied_url, text, document_id from raw.documents"))
    keys = {(row.supplied_url, row.text): row.document_id for row in rows}
    right = {keys[made[i].document.metadata.url, made[i].document.text]: made[i].article for i in places}
    correct(database, right, "synthetic/1")
    link_pending(database)
    after = news(database)
    assert [table for table in clean if clean[table] != after[table]] == []
    assert not caplog.messages, "all was linked again"


def compare(database: Connection, other: Connection, copies: list[Copy], place: int, wrong: str | None) -> None:
    """One article dated ``wrong``, linked, and then dated as it should be, against all of them as they should be."""
    clean, mended = Newsroom(other), Newsroom(database)
    clean.put(*copies)
    link_pending(other)
    keys = mended.put(*(replace(each, published=wrong) if i == place else each for i, each in enumerate(copies)))
    link_pending(database)
    assert news(database) != news(other)
    correct(database, {keys[place]: write_by_hand(copies[place])}, "by hand")
    link_pending(database)
    assert news(database) == news(other)


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("wrong", ["2024-03-01T05:00", "2024-03-01T11:30", "2024-03-01T15:00", None])
def test_versions_of_one_article_follow_each_other(
    database: Connection, empty_copy: Connection, place: int, wrong: str | None
) -> None:
    body = (
        "The ferry Alcmene ran aground off Port Merrin before dawn with forty sailors aboard. Divers inspected the "
        "hull and found a gash below the waterline. The harbour master closed the eastern channel to freighters. "
    )
    copies = [
        Copy(body + end, published=at, precision=DatePrecision.MINUTE, url="https://herald.example/alcmene")
        for end, at in (
            ("Tugs were on their way.", "2024-03-01T10:00"),
            ("Two tugs arrived at noon.", "2024-03-01T11:00"),
            ("Three tugs towed it to the quay in the evening.", "2024-03-01T12:00"),
        )
    ]
    compare(database, empty_copy, copies, place, wrong)


def test_who_is_in_a_story_is_compared_with_the_article_that_began_it(
    database: Connection, empty_copy: Connection
) -> None:
    """The last was too far from the wrong date, and is not near the first by the right one, but it counts."""
    first = "Glaziers mended lattices beside cobbled orchards."
    both = "Beekeepers hoarded molasses under gabled granaries."
    last = "Falconers traded saddles as coopers caulked barrels."
    copies = [
        Copy(f"{first} {both}", published="2024-02-14"),
        Copy(f"{first} {both} {last}", published="2024-02-20"),
        Copy(f"{both} {last}", published="2024-03-04"),
    ]
    compare(database, empty_copy, copies, 0, "2024-01-30")
    assert database.scalar(text("select count(*) from news.stories")) == 1


def test_a_corrected_author_links_nothing_anew(newsroom: Newsroom) -> None:
    copy = Copy("The ferry Alcmene ran aground off Port Merrin.", published="2024-03-01", authors=["A. Lind"])
    (key,) = newsroom.put(copy)
    link_pending(newsroom.connection)
    before = news(newsroom.connection)
    correct(newsroom.connection, {key: write_by_hand(copy)}, "by hand")
    assert newsroom.rows("select linked_version from news.articles") == [(LINK_VERSION,)]
    assert news(newsroom.connection) == before


@pytest.mark.parametrize("field", ["outlet", "headline"])
def test_what_else_is_corrected_links_all_anew(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, field: str
) -> None:
    copy = Copy("The ferry Alcmene ran aground off Port Merrin.", published="2024-03-01")
    (key,) = newsroom.put(copy)
    link_pending(newsroom.connection)
    correct(newsroom.connection, {key: write_by_hand(copy)}, "by hand", field)
    link_pending(newsroom.connection)
    assert [message.startswith("articles were annotated anew") for message in caplog.messages] == [True]


def test_an_article_that_cannot_be_dated_anew_is_linked_anew_with_all(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Copy("The ferry Alcmene ran aground off Port Merrin.", published="2024-03-01")
    (key,) = newsroom.put(copy)
    link_pending(newsroom.connection)

    def fail(*_: object) -> None:
        raise ValueError("no such day")

    monkeypatch.setattr(link, "date_anew", fail)
    correct(newsroom.connection, {key: write_by_hand(replace(copy, published="2024-03-02"))}, "by hand")
    link_pending(newsroom.connection)
    told, anew = caplog.messages
    assert told == "article 1: cannot be dated anew: no such day"
    assert anew.startswith("articles were annotated anew")
    assert newsroom.rows("select linked_version from news.articles") == [(LINK_VERSION,)]
