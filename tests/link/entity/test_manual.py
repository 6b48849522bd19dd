"""A person's word outweighs the rules, now and in every later run."""

from __future__ import annotations

import pytest

from etl.errors import UsageError
from etl.link.entity.link import link_entities
from etl.link.entity.manual import decide
from etl.link.link import link_pending
from tests.link.newsroom import Copy, Name, Newsroom


def names_of(newsroom: Newsroom) -> set[frozenset[str]]:
    rows = newsroom.rows("select string_agg(distinct name, '|') from news.entity_names group by entity_id")
    return {frozenset(names.split("|")) for (names,) in rows}


def put(newsroom: Newsroom, *names: str) -> None:
    link_entities(newsroom.connection, newsroom.put(*(Copy(f"{name} spoke.", names=[Name(name)]) for name in names)))


def test_two_names_that_no_rule_joins_are_joined(newsroom: Newsroom) -> None:
    put(newsroom, "Samuel Clemens", "Mark Twain")
    decide(newsroom.connection, "Mark Twain", "Samuel Clemens", is_same=True)
    assert names_of(newsroom) == {frozenset({"Samuel Clemens", "Mark Twain"})}
    assert newsroom.rows("select count(distinct entity_id) from news.mentions") == [(1,)]


def test_two_names_that_the_rules_join_are_parted(newsroom: Newsroom) -> None:
    put(newsroom, "William Gates", "Bill Gates")
    assert len(names_of(newsroom)) == 1
    decide(newsroom.connection, "Bill Gates", "William Gates", is_same=False)
    assert names_of(newsroom) == {frozenset({"William Gates"}), frozenset({"Bill Gates"})}
    assert newsroom.rows("select count(distinct entity_id) from news.mentions") == [(2,)]


def test_a_decision_survives_new_articles_and_a_fresh_start(newsroom: Newsroom) -> None:
    put(newsroom, "William Gates", "Bill Gates")
    decide(newsroom.connection, "Bill Gates", "William Gates", is_same=False)
    put(newsroom, "William H. Gates")
    apart = names_of(newsroom)
    assert not any({"William Gates", "Bill Gates"} <= group for group in apart)
    newsroom.rows("update news.articles set linked_version = 'annotated anew' returning 1")
    link_pending(newsroom.connection)
    assert names_of(newsroom) == apart


def test_a_decision_can_be_taken_back(newsroom: Newsroom) -> None:
    put(newsroom, "Samuel Clemens", "Mark Twain")
    decide(newsroom.connection, "Mark Twain", "Samuel Clemens", is_same=True)
    decide(newsroom.connection, "Mark Twain", "Samuel Clemens", is_same=False)
    assert names_of(newsroom) == {frozenset({"Samuel Clemens"}), frozenset({"Mark Twain"})}


def test_a_name_that_nobody_has_is_an_error_that_says_so(newsroom: Newsroom) -> None:
    put(newsroom, "Mark Twain")
    with pytest.raises(UsageError, match="Sam Clemens"):
        decide(newsroom.connection, "Mark Twain", "Sam Clemens", is_same=True)
    with pytest.raises(UsageError, match="one name"):
        decide(newsroom.connection, "Mark Twain", "MARK TWAIN", is_same=False)
