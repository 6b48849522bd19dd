"""Who had a passage first, and on what grounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from etl.link.passage.direction import Standing, judge
from etl.records import DatePrecision, Direction

BLOOMBERG, YNET, AP = 1, 2, 3
NOON = datetime(2015, 6, 22, 12, tzinfo=UTC)
PLAIN = Standing(None, frozenset(), frozenset(), False, None, None)


def test_an_article_that_credits_the_other_s_outlet_came_second_whatever_the_clock_says() -> None:
    """Pages are re-dated; a credit is not."""
    source = replace(PLAIN, outlet_id=BLOOMBERG, published_at=NOON.replace(hour=20), precision=DatePrecision.MINUTE)
    taker = replace(
        PLAIN, outlet_id=YNET, credits=frozenset({BLOOMBERG}), published_at=NOON, precision=DatePrecision.MINUTE
    )
    assert judge(source, taker, is_quotation=False).direction is Direction.ARTICLE_FIRST
    assert judge(taker, source, is_quotation=False).direction is Direction.OTHER_FIRST


def test_told_us_comes_before_told_an_outlet() -> None:
    first_hand = replace(PLAIN, first_person=True)
    taker = replace(PLAIN, credits=frozenset({BLOOMBERG}))
    for is_quotation in (False, True):
        judged = judge(first_hand, taker, is_quotation=is_quotation)
        assert judged.direction is Direction.ARTICLE_FIRST
        assert "first person" in judged.grounds


def test_two_that_credit_a_third_or_carry_one_agency_took_it_from_there() -> None:
    crediting = replace(PLAIN, outlet_id=YNET, credits=frozenset({BLOOMBERG}))
    other = replace(PLAIN, credits=frozenset({BLOOMBERG}))
    assert judge(crediting, other, is_quotation=False).direction is Direction.COMMON_ORIGIN
    wire = replace(PLAIN, wires=frozenset({AP}))
    assert judge(wire, replace(wire, outlet_id=YNET), is_quotation=False).direction is Direction.COMMON_ORIGIN


def test_the_earlier_publication_is_first() -> None:
    early = replace(PLAIN, published_at=NOON, precision=DatePrecision.MINUTE)
    late = replace(PLAIN, published_at=NOON.replace(hour=15), precision=DatePrecision.MINUTE)
    judged = judge(early, late, is_quotation=False)
    assert (judged.direction, judged.grounds) == (Direction.ARTICLE_FIRST, "published 3 hours before the other")
    assert judge(late, early, is_quotation=False).direction is Direction.OTHER_FIRST


def test_a_date_without_a_time_does_not_order_what_appeared_on_that_day() -> None:
    day = replace(PLAIN, published_at=NOON.replace(hour=0), precision=DatePrecision.DAY)
    late = replace(PLAIN, published_at=NOON.replace(hour=15), precision=DatePrecision.MINUTE)
    assert judge(day, late, is_quotation=False).direction is Direction.UNKNOWN


def test_time_does_not_make_a_quotation_a_copy() -> None:
    """Two reporters at one press conference did not copy each other, though one wrote faster."""
    early = replace(PLAIN, published_at=NOON, precision=DatePrecision.MINUTE)
    late = replace(PLAIN, published_at=NOON.replace(hour=15), precision=DatePrecision.MINUTE)
    assert judge(early, late, is_quotation=True).direction is Direction.COMMON_ORIGIN


def test_the_fuller_form_is_first_where_nothing_else_tells() -> None:
    assert judge(PLAIN, PLAIN, is_quotation=False, extra_words=9).direction is Direction.ARTICLE_FIRST
    assert judge(PLAIN, PLAIN, is_quotation=False, extra_words=-9).direction is Direction.OTHER_FIRST
    assert judge(PLAIN, PLAIN, is_quotation=False, extra_words=2).direction is Direction.UNKNOWN
