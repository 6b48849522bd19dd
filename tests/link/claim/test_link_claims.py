"""Claims across articles: one assertion is one row in whatever words, and its number and denial show."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from etl.link.claim.content import read_content
from etl.link.claim.grouping import JOIN_FROM
from etl.link.claim.likeness import score
from etl.link.claim.link import link_claims
from etl.link.entity.link import link_entities
from etl.link.link import link_pending
from etl.report.checks import find_faults
from tests.link.newsroom import Claim, Copy, Name, Newsroom, tell

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
    tell(newsroom, keys[0], *keys)
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
    keys = newsroom.put(*copies)
    tell(newsroom, keys[0], *keys)
    link_claims(newsroom.connection, keys)
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
    keys = newsroom.put(*copies)
    tell(newsroom, keys[0], *keys)
    link_claims(newsroom.connection, keys)
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(2,)]


def death_toll(number: int, words: str = "people died") -> Copy:
    figures = ((str(number), number, "person"),)
    return Copy(
        f"{number} {words}.", claims=[Claim(f"{number} {words}", subject="people", predicate="die", figures=figures)]
    )


def test_the_dead_of_two_accidents_are_two_claims_and_those_of_one_are_one(newsroom: Newsroom) -> None:
    one, two, other = newsroom.put(death_toll(14), death_toll(22), death_toll(116))
    tell(newsroom, one, one, two)
    tell(newsroom, other, other)
    link_claims(newsroom.connection, [one, two, other])
    claim_of = dict(newsroom.rows("select article_id, claim_id from news.claim_occurrences"))
    assert claim_of[one] == claim_of[two] != claim_of[other]
    assert newsroom.rows("select stance from news.claim_occurrences where article_id = :key", key=other) == [
        ("agrees",)
    ]


def test_a_part_of_the_dead_is_not_another_count_of_all(newsroom: Newsroom) -> None:
    """Two died in a car, of at least four in all: an article that says both does not contradict itself."""
    words = ("At least 4 people died", "2 people died")
    both = Copy(
        ". ".join(words) + ".",
        claims=[
            Claim(each, subject="people", predicate="die", figures=((each[:-12], number, "person"),))
            for each, number in zip(words, (4, 2), strict=True)
        ],
    )
    one, other = newsroom.put(both, death_toll(4))
    tell(newsroom, one, one, other)
    link_claims(newsroom.connection, [one, other])
    rows = newsroom.rows("select claim_id from news.claim_occurrences order by claim_occurrence_id")
    (all_of_them,), (in_the_car,), (elsewhere,) = rows
    assert all_of_them == elsewhere != in_the_car


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_relative_clause_does_not_contradict_its_own_sentence(newsroom: Newsroom, order: tuple[int, ...]) -> None:
    whole = "Train drivers in Leeds, who settled their dispute over rosters last week, did not cross picket lines"
    clause = "Train drivers in Leeds settled their dispute over rosters last week"
    claims = [
        Claim(whole, subject="Train drivers in Leeds", predicate="cross", negated=True),
        Claim(clause, subject="Train drivers in Leeds", predicate="settle"),
    ]
    keys = newsroom.put(*(Copy(f"{claims[i].words}.", claims=[claims[i]]) for i in order))
    tell(newsroom, keys[0], *keys)
    link_claims(newsroom.connection, keys)
    assert newsroom.rows("select distinct stance from news.claim_occurrences") == [("agrees",)]


def test_what_stands_inside_a_denial_is_not_denied_by_it(newsroom: Newsroom) -> None:
    whole = "Hector Ramos, who sits in parliament for the governing party, denied it"
    clause = "who sits in parliament for the governing party"
    claims = [
        Claim(whole, subject="Hector Ramos", predicate="deny", negated=True),
        Claim(clause, subject="Hector Ramos", predicate="sit"),
    ]
    (key,) = newsroom.put(Copy(f"{whole}.", names=[Name("Hector Ramos")], claims=claims))
    newsroom.connection.execute(
        text("update news.claim_occurrences set statement = :words where start_char > 0"),
        {"words": "Hector Ramos sits in parliament for the governing party"},
    )
    tell(newsroom, key, key)
    link_claims(newsroom.connection, [key])
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(1,)]
    assert newsroom.rows("select distinct stance from news.claim_occurrences") == [("agrees",)]


def test_the_goals_of_two_minutes_are_two_claims(newsroom: Newsroom) -> None:
    words = ("Liam Farrell put Ashby ahead in the 12th minute", "Liam Farrell put the ball in in the 94th minute")
    copies = [Copy(f"{each}.", claims=[Claim(each, subject="Liam Farrell", predicate="put")]) for each in words]
    keys = newsroom.put(*copies)
    tell(newsroom, keys[0], *keys)
    link_claims(newsroom.connection, keys)
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(2,)]


def test_an_article_that_comes_to_another_story_takes_its_claims_along(newsroom: Newsroom) -> None:
    one, two, other = newsroom.put(death_toll(14), death_toll(22), death_toll(116))
    tell(newsroom, one, one, two)
    tell(newsroom, other, other)
    link_claims(newsroom.connection, [one, two, other])
    tell(newsroom, other, two)
    assert link_claims(newsroom.connection, [], [two]) == {two, other}
    claim_of = dict(newsroom.rows("select article_id, claim_id from news.claim_occurrences"))
    assert claim_of[two] == claim_of[other] != claim_of[one]


def test_what_tells_much_is_one_claim_in_any_story(newsroom: Newsroom) -> None:
    words = "Britain returned Hong Kong to China in 1997 after 156 years"
    copies = [
        Copy(f"{words}{end}", claims=[Claim(words, subject="Britain", predicate="return")])
        for end in (", and it snowed.", ", said a tram driver.")
    ]
    one, two = newsroom.put(*copies)
    tell(newsroom, one, one)
    tell(newsroom, two, two)
    link_claims(newsroom.connection, [one, two])
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(1,)]


def test_counts_kept_for_a_story_follow_claims_that_later_articles_regroup(newsroom: Newsroom) -> None:
    # the second wording is unlike the first; the third, loaded last, is like both and joins them
    storm = "The storm Agatha flooded the harbour district of Port Merrin"
    wordings = (
        storm,
        "In Port Merrin the storm left the harbour district of the city flooded",
        "The storm Agatha left the harbour district of Port Merrin flooded on Monday night",
    )
    for words in wordings:
        newsroom.put(Copy(f"{words}.", claims=[Claim(words, subject="the storm", predicate="flood")]))
        link_pending(newsroom.connection)
    assert list(find_faults(newsroom.connection)) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_topic_of_two_articles_makes_no_claim_of_two(newsroom: Newsroom, order: tuple[int, int]) -> None:
    """All of them have the council, Harlow and the dam, so that these tell nothing."""
    articles = (
        (
            "The council of Harlow owns the dam",
            "The council of Harlow met at the dam on Monday",
            "The dam of Harlow was built by the council",
            "The council of Harlow closed the road to the dam",
        ),
        (
            "The council of Harlow inspected the dam in May",
            "The dam of Harlow is old",
            "The council of Harlow will pay for the dam",
            "The dam holds the water of Harlow",
        ),
    )
    copies = [Copy(". ".join(claims), claims=[Claim(each) for each in claims]) for claims in articles]
    keys = newsroom.put(*(copies[i] for i in order))
    tell(newsroom, keys[0], *keys)
    newsroom.connection.execute(
        text("""
            insert into news.story_vectors (article_id, priority, day, terms, weights)
            select article_id, article_id, 1, '{}', '{}' from news.story_articles
        """)
    )
    for key in keys:
        link_claims(newsroom.connection, [key])
    assert newsroom.rows("select count(distinct claim_id) from news.claim_occurrences") == [(8,)]
    assert newsroom.rows("select count(*) from news.claim_links where score >= 0.6") != [(0,)]


def test_a_dozen_dead_and_two_million_are_no_one_count() -> None:
    told = {"predicate": "die", "counted": ("people",)}
    war = read_content("Some 2,000,000 people died in the war", subject="people", numbers=["2000000"], **told)
    few = read_content("12 people had died", subject="people", numbers=["12"], **told)
    more = read_content("14 people had died", subject="people", numbers=["14"], **told)
    assert score(few, war) < JOIN_FROM <= score(few, more)


def test_a_year_that_counts_nothing_tells_two_events_apart() -> None:
    first, again, second = (
        read_content(f"In {year} a quake off Aceh set off a wave", numbers=[]) for year in (2004, 2004, 2012)
    )
    assert score(first, again) == 1.0
    assert score(first, second) < score(first, again)
    assert first.key != second.key
