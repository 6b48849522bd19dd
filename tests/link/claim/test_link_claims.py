"""Claims across articles: one assertion is one row in whatever words, and its number and denial show."""

from __future__ import annotations

import pytest

from etl.link.claim.link import link_claims
from etl.link.entity.link import link_entities
from tests.link.newsroom import Claim, Copy, Name, Newsroom

COPIES = (
    Copy(
        "US soldiers and Shiite militias share the Taqqadum base in Anbar.",
        claims=[
            Claim(
                "US soldiers and Shiite militias share the Taqqadum base in Anbar",
                subject="US soldiers and Shiite militias",
                predicate="share",
            )
        ],
    ),
    Copy(
        "American troops and Shia militiamen are sharing the military base of Taqqadum.",
        claims=[
            Claim(
                "American troops and Shia militiamen are sharing the military base of Taqqadum",
                subject="American troops and Shia militiamen",
                predicate="share",
            )
        ],
    ),
    Copy(
        "The Pentagon says US soldiers and Shiite militias do not share the Taqqadum base.",
        claims=[
            Claim(
                "US soldiers and Shiite militias do not share the Taqqadum base",
                subject="US soldiers and Shiite militias",
                predicate="share",
                negated=True,
            )
        ],
    ),
    Copy(
        "Obama is sending 450 soldiers to the Taqqadum base in Anbar.",
        claims=[
            Claim(
                "Obama is sending 450 soldiers to the Taqqadum base in Anbar",
                subject="Obama",
                predicate="send",
                figures=(("450", 450, "soldier"),),
            )
        ],
    ),
    Copy(
        "President Obama is sending about 400 troops to the base at Taqqadum.",
        claims=[
            Claim(
                "President Obama is sending about 400 troops to the base at Taqqadum",
                subject="President Obama",
                predicate="send",
                figures=(("about 400", 400, "troop"),),
            )
        ],
    ),
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 4, 0, 3, 1)])
@pytest.mark.parametrize("batch", [1, 5])
def test_one_assertion_is_one_claim_whatever_the_order(newsroom: Newsroom, order: tuple[int, ...], batch: int) -> None:
    keys = newsroom.put(*(COPIES[i] for i in order))
    for start in range(0, len(keys), batch):
        link_entities(newsroom.connection, keys[start : start + batch])
        link_claims(newsroom.connection, keys[start : start + batch])
    rows = newsroom.rows("select article_id, claim_id, stance from news.claim_occurrences")
    claim_of = {order[keys.index(article)]: claim for article, claim, _ in rows}
    stance_of = {order[keys.index(article)]: stance for article, _, stance in rows}
    assert claim_of[0] == claim_of[1] == claim_of[2]
    assert claim_of[3] == claim_of[4] != claim_of[0]
    assert stance_of[0] == stance_of[1] == "agrees"
    assert stance_of[2] == "contradicts"
    assert {stance_of[3], stance_of[4]} == {"agrees", "differs_in_number"}
    smallest = "select claim_id, min(claim_occurrence_id) from news.claim_occurrences group by 1"
    assert all(claim == first for claim, first in newsroom.rows(smallest))
    assert newsroom.rows("select count(*) from news.claims") == [(2,)]


def test_words_that_tell_nothing_by_themselves_stay_apart(newsroom: Newsroom) -> None:
    copies = [Copy("It was a success.", claims=[Claim("It was a success", subject="It", predicate="be")])] * 2
    link_claims(newsroom.connection, newsroom.put(*copies))
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(2,)]


def test_the_same_words_about_two_persons_are_two_claims(newsroom: Newsroom) -> None:
    copies = [
        Copy(
            f"{name} spoke. {name} will resign as governor of the province in March.",
            names=[Name(name)],
            claims=[
                Claim(f"{name} will resign as governor of the province in March", subject=name, predicate="resign")
            ],
        )
        for name in ("Ada Lindqvist", "Bruno Katz")
    ]
    link_claims(newsroom.connection, newsroom.put(*copies))
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(2,)]
