"""Entities across articles: whom a reader would take for one person is one row, and nobody else is."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import Connection

from etl.link.entity.link import link_entities, settle_by_story
from tests.link.newsroom import Copy, Name, Newsroom

COPIES = (
    Copy(
        "Hadi al-Amiri leads the Badr Organization. Amiri spoke.",
        names=[Name("Hadi al-Amiri"), Name("Badr Organization", "ORG"), Name("Amiri", same_as="Hadi al-Amiri")],
    ),
    Copy(
        "Hadi Amiri met Qassem Soleimani of Hizbollah.",
        names=[Name("Hadi Amiri"), Name("Qassem Soleimani"), Name("Hizbollah", "ORG")],
    ),
    Copy(
        "Ghassem Suleimani praised Hezbollah in Kirkuk.",
        names=[Name("Ghassem Suleimani"), Name("Hezbollah", "ORG"), Name("Kirkuk", "GPE")],
    ),
    Copy(
        "John Smith and Jane Smith live in Kerkuk.",
        names=[Name("John Smith"), Name("Jane Smith"), Name("Kerkuk", "GPE")],
    ),
    Copy("Smith resigned. Taqvaee did not.", names=[Name("Smith"), Name("Taqvaee")]),
    Copy("Taqvaee resigned too.", names=[Name("Taqvaee")]),
)
EXPECTED = {
    frozenset({"Hadi al-Amiri", "Hadi Amiri"}),
    frozenset({"Badr Organization"}),
    frozenset({"Qassem Soleimani", "Ghassem Suleimani"}),
    frozenset({"Hizbollah", "Hezbollah"}),
    frozenset({"Kirkuk", "Kerkuk"}),
    frozenset({"John Smith"}),
    frozenset({"Jane Smith"}),
    frozenset({"Smith"}),
    frozenset({"Taqvaee"}),
}


def groups_of(newsroom: Newsroom) -> set[frozenset[str]]:
    rows = newsroom.rows("select entity_id, string_agg(distinct name, '|') from news.entity_names group by 1")
    return {frozenset(names.split("|")) for _, names in rows}


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0), (2, 5, 0, 4, 1, 3)])
@pytest.mark.parametrize("batch", [1, 6])
def test_the_same_entities_whatever_the_order(newsroom: Newsroom, order: tuple[int, ...], batch: int) -> None:
    keys = newsroom.put(*(COPIES[i] for i in order))
    for start in range(0, len(keys), batch):
        link_entities(newsroom.connection, keys[start : start + batch])
    assert groups_of(newsroom) == EXPECTED


def test_every_mention_has_an_entity_numbered_by_its_first_mention(newsroom: Newsroom) -> None:
    link_entities(newsroom.connection, newsroom.put(*COPIES))
    assert newsroom.rows("select mention_id from news.mentions where entity_id is null") == []
    wrong = "select entity_id from news.mentions group by 1 having min(mention_id) <> entity_id"
    assert newsroom.rows(wrong) == []


def test_a_merge_says_why(newsroom: Newsroom) -> None:
    link_entities(newsroom.connection, newsroom.put(*COPIES))
    rows = newsroom.rows("select name, other_name, decision, reason from news.entity_merges where label = 'PERSON'")
    assert ("hadi al amiri", "hadi amiri", "merged", "the same name") in rows
    assert any({"qassem soleimani", "ghassem suleimani"} == {row[0], row[1]} and row[2] == "merged" for row in rows)


def test_a_last_name_is_the_one_person_of_the_story(newsroom: Newsroom) -> None:
    keys = newsroom.put(
        Copy("Ann Farrow won.", names=[Name("Ann Farrow")]),
        Copy("Farrow won the prize.", names=[Name("Farrow")]),
        Copy("Bob Farrow lost.", names=[Name("Bob Farrow")]),
    )
    for key in keys:
        link_entities(newsroom.connection, [key])
    bare = "select e.name from news.mentions join news.entities e using (entity_id) where article_id = :key"
    assert newsroom.rows(bare, key=keys[1]) == [("Farrow",)]  # two could be meant
    tell_story(newsroom.connection, keys[:2])
    settle_by_story(newsroom.connection, keys[:2])
    assert newsroom.rows(bare, key=keys[1]) == [("Ann Farrow",)]


def test_two_of_a_name_in_the_story_leave_it_open(newsroom: Newsroom) -> None:
    keys = newsroom.put(
        Copy("Ann Farrow and Bob Farrow won.", names=[Name("Ann Farrow"), Name("Bob Farrow")]),
        Copy("Farrow won the prize.", names=[Name("Farrow")]),
    )
    link_entities(newsroom.connection, keys)
    tell_story(newsroom.connection, keys)
    settle_by_story(newsroom.connection, keys)
    assert {"Farrow", "Ann Farrow", "Bob Farrow"} == {name for group in groups_of(newsroom) for name in group}


def tell_story(connection: Connection, keys: list[int]) -> None:
    from sqlalchemy import insert

    from etl.load.tables import stories, story_articles

    connection.execute(
        insert(stories).values(
            story_id=keys[0], title="A story", title_article_id=keys[0], first_article_id=keys[0], gathering_id=keys[0]
        )
    )
    for key in keys:
        connection.execute(insert(story_articles).values(story_id=keys[0], article_id=key, similarity=1.0))


def test_a_body_of_one_country_has_one_name_however_its_country_is_written(newsroom: Newsroom) -> None:
    names = (
        "United States Department of State", "US State Department", "State Department", "United States Coast Guard",
        "U.S. Coast Guard", "British Coast Guard",
    )  # fmt: skip
    link_entities(newsroom.connection, newsroom.put(*(Copy(f"The {n} spoke.", names=[Name(n, "ORG")]) for n in names)))
    assert groups_of(newsroom) == {frozenset(names[:3]), frozenset(names[3:5]), frozenset(names[5:])}


def test_the_outlet_that_an_organization_is(newsroom: Newsroom) -> None:
    link_entities(newsroom.connection, newsroom.put(Copy("Reuters said so.", names=[Name("Reuters", "ORG")])))
    rows = newsroom.rows("select o.name from news.entities join news.outlets o using (outlet_id)")
    assert rows == [("Reuters",)]


def test_every_order_of_three_that_fit_badly(newsroom: Newsroom) -> None:
    """ "George Bush" fits both presidents and belongs to neither; which came first must not decide."""
    names = ("George Walker Bushby", "George Herbert Bushby", "George Bushby")
    for order in itertools.permutations(names):
        keys = newsroom.put(*(Copy(f"{name} spoke.", names=[Name(name)]) for name in order))
        for key in keys:
            link_entities(newsroom.connection, [key])
        assert {frozenset({name}) for name in names} == groups_of(newsroom)
