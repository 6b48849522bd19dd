"""Views of coverage on the newsroom of bridge.py; expected rows are read off its texts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.views import bridge

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.views.conftest import Ask

MIDNIGHT = datetime(2024, 3, 1, tzinfo=UTC)
HALF_PAST_TWELVE = datetime(2024, 3, 1, 12, 30, tzinfo=UTC)
CLOSE, REPAIRS, BUSES = 1000001, 1000002, 4000002


def test_an_article_is_named_by_outlet_else_host_else_unknown(ask: Ask) -> None:
    rows = ask(
        "select article_id, headline, outlet, publisher, story_id, words, path from report.articles order by article_id"
    )
    assert rows == [
        (1, "Bridge to close", "Harbour Post", "outlet 900001", 1, 27, "/news/1.txt"),
        (2, "Old bridge shuts", "Valley News", "outlet 900002", 1, 35, "/news/2.txt"),
        (3, "Winter closing", "www.example.org", "host www.example.org", 1, 19, "/news/3.txt"),
        (4, None, "unknown", "article 4", 1, 14, "/news/4.txt"),
        (5, "Nothing today", "Harbour Post", "outlet 900001", 5, 4, "/news/5.txt"),
    ]


def test_an_article_names_its_authors_in_the_order_of_its_byline(newsroom: Connection, ask: Ask) -> None:
    newsroom.execute(text("insert into news.authors (author_id, name) values (2, 'Abe Bond')"))
    newsroom.execute(text("insert into news.article_authors (article_id, author_id, ordinal) values (1, 2, 2)"))
    assert ask("select article_id, authors from report.articles where article_id <= 2 order by article_id") == [
        (1, "Kim Day; Abe Bond"),
        (2, None),
    ]


def test_a_publication_time_ends_with_its_precision(ask: Ask) -> None:
    rows = ask("select article_id, published_before from report.articles where article_id <= 4 order by article_id")
    assert rows == [
        (1, datetime(2024, 3, 1, 8, 1, tzinfo=UTC)),
        (2, datetime(2024, 3, 1, 12, 31, tzinfo=UTC)),
        (3, datetime(2024, 3, 2, tzinfo=UTC)),
        (4, None),
    ]


def test_a_host_is_read_from_any_form_of_url(ask: Ask) -> None:
    for url, host in (
        ("HTTPS://User:pw@News.Example.com:8080/a?b#c", "news.example.com"),
        ("http://example.com", "example.com"),
        ("not a url", "unknown"),
    ):
        ask("update news.articles set url = :url where article_id = 4 returning 1", url=url)
        assert ask("select outlet from report.articles where article_id = 4") == [(host,)]


def test_a_story_is_summed_up(ask: Ask) -> None:
    rows = ask(
        "select story_id, title, articles, outlets, first_published_at, last_published_at, undated_articles, claims, "
        "quotes from report.story_coverage order by story_id"
    )
    nine = datetime(2024, 4, 1, 9, tzinfo=UTC)
    assert rows == [
        (1, "Bridge to close", 4, 4, MIDNIGHT, HALF_PAST_TWELVE, 1, 3, 1),
        (5, "Nothing today", 1, 1, nine, nine, 0, 0, 0),
    ]


def test_every_article_is_set_against_every_claim_of_its_story(ask: Ask) -> None:
    rows = ask(
        "select claim_id, article_id, is_covered, stance, carried_by, start_char, end_char "
        "from report.claim_coverage where story_id = 1 order by claim_id, article_id"
    )
    assert rows == [
        (CLOSE, 1, True, "agrees", 4, 17, 49),
        (CLOSE, 2, True, "agrees", 4, 18, 50),
        (CLOSE, 3, True, "contradicts", 4, 76, 112),
        (CLOSE, 4, True, "agrees", 4, 0, 43),
        (REPAIRS, 1, True, "agrees", 2, 107, 142),
        (REPAIRS, 2, True, "differs_in_number", 2, 139, 174),
        (REPAIRS, 3, False, None, 2, None, None),
        (REPAIRS, 4, False, None, 2, None, None),
        (BUSES, 1, False, None, 1, None, None),
        (BUSES, 2, False, None, 1, None, None),
        (BUSES, 3, False, None, 1, None, None),
        (BUSES, 4, True, "agrees", 1, 45, 77),
    ]


def test_what_an_article_left_out(ask: Ask) -> None:
    rows = ask(
        "select article_id, claim_id, carried_by, carried_by_outlets from report.story_omissions "
        "where story_id = 1 order by article_id, claim_id"
    )
    assert rows == [(1, BUSES, 1, 1), (2, BUSES, 1, 1), (3, REPAIRS, 2, 2), (3, BUSES, 1, 1), (4, REPAIRS, 2, 2)]


def test_what_only_one_outlet_had(ask: Ask) -> None:
    rows = ask("select story_id, claim_id, article_id, outlet, start_char, end_char from report.exclusive_claims")
    assert rows == [(1, BUSES, 4, "unknown", 45, 77)]


def test_what_an_article_may_tell_in_other_words_is_not_left_out(newsroom: Connection, ask: Ask) -> None:
    bridge.set_near(newsroom, REPAIRS, BUSES, 0.5)
    rows = ask(
        "select story_id, claim_id, article_id, near_claim_id, near_text, start_char, end_char from report.near_claims "
        "order by claim_id"
    )
    assert rows == [
        (1, REPAIRS, 4, BUSES, "Buses will run every ten minutes", 45, 77),
        (1, BUSES, 1, REPAIRS, "Repairs will cost 4 million dollars", 107, 142),
    ]
    assert ask("select article_id, claim_id from report.story_omissions order by article_id, claim_id") == [
        (2, BUSES),
        (3, REPAIRS),
        (3, BUSES),
    ]
    assert ask("select claim_id from report.exclusive_claims") == []
    rows = ask(
        "select claim_id, article_id, is_covered, near_text, near_start_char, near_end_char "
        "from report.claim_coverage where near_text is not null order by claim_id"
    )
    assert rows == [
        (REPAIRS, 4, False, "Buses will run every ten minutes", 45, 77),
        (BUSES, 1, False, "Repairs will cost 4 million dollars", 107, 142),
    ]


def test_an_entity_is_counted_by_outlet_and_day(ask: Ask) -> None:
    rows = ask(
        "select entity, label, outlet, day, mentions, articles from report.entity_coverage "
        'order by entity collate "C", outlet collate "C"'
    )
    first = date(2024, 3, 1)
    assert rows == [
        ("Ana Roy", "PERSON", "Harbour Post", first, 1, 1),
        ("Ana Roy", "PERSON", "Valley News", first, 1, 1),
        ("Harbour Post", "ORG", "Valley News", first, 2, 1),
        ("Tom Lee", "PERSON", "www.example.org", first, 1, 1),
        ("Valley News", "ORG", "www.example.org", first, 1, 1),
    ]


def test_speakers_share_the_quoted_words(ask: Ask) -> None:
    rows = ask(
        "select speaker, speaker_kind, quotes, words, share, articles from report.speaker_share order by words desc"
    )
    assert rows == [
        ("Ana Roy", "person", 1, 10, Decimal("0.625"), 2),
        ("Tom Lee", "person", 1, 6, Decimal("0.375"), 1),
    ]
    rows = ask("select story_id, speaker, quotes, words, share from report.story_speakers order by words desc")
    assert rows == [(1, "Ana Roy", 1, 10, Decimal("0.625")), (1, "Tom Lee", 1, 6, Decimal("0.375"))]


def test_lag_is_counted_from_the_earliest_known_time(ask: Ask) -> None:
    rows = ask(
        "select article_id, hours_after_first, is_exact, seen_order, articles from report.pickup_lag "
        "where story_id = 1 order by article_id"
    )
    assert rows == [
        (1, Decimal("8.00"), False, 1, 4),
        (2, Decimal("12.50"), False, 2, 4),
        (3, Decimal("0.00"), False, 1, 4),
        (4, None, None, None, 4),
    ]


def test_the_price_differs(ask: Ask) -> None:
    rows = ask(
        "select story_id, claim_id, unit, value, value_as_written, is_approximate, articles, outlets "
        "from report.figure_discrepancies order by value"
    )
    assert rows == [
        (1, REPAIRS, "USD", 4_000_000, "4 million dollars", False, 1, 1),
        (1, REPAIRS, "USD", 5_000_000, "5 million dollars", False, 1, 1),
    ]


def test_the_dead_are_not_compared_with_the_missing(ask: Ask) -> None:
    # beside the price, each article has the price of the detour, which follows it
    for key, occurrence, value in ((1000009, 1000002, 100_000), (2000009, 2000002, 200_000)):
        ask(
            "insert into news.figures (figure_id, article_id, claim_occurrence_id, kind, value, value_high, currency, "
            "is_approximate, start_char, end_char, text) select :key, article_id, claim_occurrence_id, kind, :value, "
            ":value, currency, false, end_char, end_char + 1, '.' from news.figures "
            "where claim_occurrence_id = :occurrence returning 1",
            key=key,
            value=value,
            occurrence=occurrence,
        )
    rows = ask("select place, value, articles from report.figure_discrepancies order by place, value")
    assert rows == [(1, 4_000_000, 1), (1, 5_000_000, 1), (2, 100_000, 1), (2, 200_000, 1)]


def test_an_approximate_number_that_allows_for_the_other_does_not_differ(ask: Ask) -> None:
    ask("update news.figures set value = 3000000, value_high = 6000000 where figure_id = 2000001 returning 1")
    assert ask("select * from report.figure_discrepancies") == []


@pytest.mark.parametrize(
    ("other", "differs"),
    [("4.96e6", False), ("4.4e6", True), ("5.3e6", True), ("5000001", False)],
)
def test_a_rounded_number_does_not_differ_from_the_exact_one(ask: Ask, other: str, differs: bool) -> None:
    """One article has 5 million dollars; the other has, in place of 4 million, this."""
    ask(f"update news.figures set value = {other}, value_high = {other} where value = 4000000 returning 1")
    assert bool(ask("select * from report.figure_discrepancies")) is differs


def test_small_whole_numbers_are_not_rounded(ask: Ask) -> None:
    ask("update news.figures set value = 30, value_high = 30 where value = 4000000 returning 1")
    ask("update news.figures set value = 31, value_high = 31 where value = 5000000 returning 1")
    assert len(ask("select * from report.figure_discrepancies")) == 2


def test_what_else_two_printings_with_a_common_number_count_is_not_compared(ask: Ask) -> None:
    """ "$4 million and another $600,000" does not differ from "$5 million and $600,000"."""
    for key, occurrence in ((1000009, 1000002), (2000009, 2000002)):
        ask(
            "insert into news.figures (figure_id, article_id, claim_occurrence_id, kind, value, value_high, currency, "
            "is_approximate, start_char, end_char, text) select :key, article_id, claim_occurrence_id, kind, 600000, "
            "600000, currency, false, end_char, end_char + 1, '.' from news.figures "
            "where claim_occurrence_id = :occurrence returning 1",
            key=key,
            occurrence=occurrence,
        )
    assert ask("select * from report.figure_discrepancies") == []


@pytest.mark.parametrize(
    ("ours", "theirs", "differs"),
    [
        ("value = 14, value_high = 14, counted = 'country'", "value = 47, value_high = 47, counted = 'bomb'", False),
        (
            "value = 400, value_high = 400, counted = 'troop'",
            "value = 450, value_high = 450, counted = 'soldier'",
            True,
        ),
        ("value = 40, value_high = 40, counted = 'old man'", "value = 450, value_high = 450, counted = 'man'", True),
        ("value = 14, value_high = 14", "value = 450, value_high = 450, counted = 'man'", False),
        ("value = 24, value_high = 24, outcome = 'killed'", "value = 30, value_high = 30, outcome = 'injured'", False),
        ("value = 24, value_high = 24, outcome = 'killed'", "value = 30, value_high = 30, outcome = 'killed'", True),
        ("value = 2000, value_high = 9999, text = 'thousands'", "value = 21000, value_high = 21000", False),
        ("value = 2000, value_high = 9999, text = 'thousands'", "value = 900, value_high = 900", True),
    ],
)
def test_only_numbers_of_the_same_things_differ(ask: Ask, ours: str, theirs: str, differs: bool) -> None:
    ask(f"update news.figures set {theirs}, kind = 'count', currency = null where value = 5000000 returning 1")
    ask(f"update news.figures set {ours}, kind = 'count', currency = null where value = 4000000 returning 1")
    assert bool(ask("select * from report.figure_discrepancies")) is differs


def _add_toll(ask: Ask, key: int, article_id: int, value: int, outcome: str, place: int) -> None:
    ask(
        "insert into news.figures (figure_id, article_id, kind, value, value_high, is_approximate, start_char, "
        "end_char, text, outcome) values (:key, :article_id, 'count', :value, :value, false, :place, :place + 1, '.', "
        ":outcome) returning 1",
        key=key,
        article_id=article_id,
        value=value,
        outcome=outcome,
        place=place,
    )


def test_tolls_differ_by_the_first_number_of_each_article(ask: Ask) -> None:
    # article 2 tells of two more dead further down (an older accident), article 3 of the injured only
    _add_toll(ask, 1000011, 1, 17, "killed", 5)
    _add_toll(ask, 2000011, 2, 24, "killed", 5)
    _add_toll(ask, 2000012, 2, 2, "killed", 9)
    _add_toll(ask, 3000011, 3, 8, "injured", 5)
    rows = ask(
        "select story_id, outcome, article_id, value, is_first, differs from report.tolls "
        "order by article_id, start_char"
    )
    assert rows == [
        (1, "killed", 1, 17, True, True),
        (1, "killed", 2, 24, True, True),
        (1, "killed", 2, 2, False, False),
        (1, "injured", 3, 8, True, False),
    ]


def test_tolls_of_two_stories_do_not_differ(ask: Ask) -> None:
    _add_toll(ask, 1000011, 1, 17, "killed", 5)
    _add_toll(ask, 5000011, 5, 3, "killed", 5)
    assert ask("select article_id, differs from report.tolls order by article_id") == [(1, False), (5, False)]
