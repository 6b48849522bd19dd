"""Short wordings come again in unrelated stories: each story has its own claim, whatever order its articles come in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from sqlalchemy import Connection, text

from etl.link.claim.content import read_content
from etl.link.claim.grouping import group_senses
from etl.link.claim.link import link_claims
from etl.link.claim.pairs import MOST_STORIES
from etl.link.claim.sense import ANY_STORY, Sense, sense_of
from etl.report.checks import read_checks
from tests.link.newsroom import Claim, Copy, Newsroom, tell

SHORT = Claim("Dozens of miners were missing", subject="Dozens of miners", predicate="be missing")
FULL = Claim(
    "Dozens of miners were missing at the Kirkby colliery",
    subject="Dozens of miners",
    predicate="be missing",
)
BLAMED = Claim("The Lindqvist inquiry blamed the harbour board", subject="The Lindqvist inquiry", predicate="blame")
PUT_BLAME = Claim(
    "The Lindqvist inquiry put the blame on the harbour board and its chairman",
    subject="The Lindqvist inquiry",
    predicate="put",
)


def copy_of(*claims: Claim) -> Copy:
    return Copy(" ".join(f"{each.words}." for each in claims), claims=claims)


def groups(newsroom: Newsroom) -> set[frozenset[tuple[int, str]]]:
    """The printings of each claim: their articles and words."""
    rows = newsroom.rows("""
        select array_agg(article_id order by claim_occurrence_id), array_agg(text order by claim_occurrence_id)
        from news.claim_occurrences group by claim_id
    """)
    return {frozenset(zip(articles, words, strict=True)) for articles, words in rows}


def tell_anew(newsroom: Newsroom, *stories: set[int]) -> set[int]:
    """Say that these are the stories, with the keys that the stage gives them; the articles that came to another."""
    before = dict(newsroom.rows("select article_id, story_id from news.story_articles"))
    for articles in stories:
        tell(newsroom, min(articles), *articles)
    newsroom.connection.execute(
        text("delete from news.stories where story_id <> all(:kept)"), {"kept": [min(each) for each in stories]}
    )
    return {article for each in stories for article in each if before.get(article) != min(each)}


def is_sound(connection: Connection) -> bool:
    """Whether no row is left over, and each claim has the key of its first printing."""
    for check in read_checks():
        if check.name in ("sense_of_other_story", "group_key_not_smallest", "occurrence_disagrees"):
            assert connection.execute(text(check.query), {"run_id": None}).all() == []
    orphans = """
        select claim_id from news.claims except select claim_id from news.claim_occurrences
    """
    return connection.execute(text(orphans)).all() == []


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
@pytest.mark.parametrize("batch", [1, 4])
def test_a_short_wording_is_one_claim_in_each_story(newsroom: Newsroom, order: Sequence[int], batch: int) -> None:
    keys = newsroom.put(*[copy_of(SHORT)] * 4)
    tell_anew(newsroom, {keys[0], keys[2]}, {keys[1], keys[3]})
    for start in range(0, 4, batch):
        link_claims(newsroom.connection, [keys[i] for i in order[start : start + batch]])
    assert groups(newsroom) == {
        frozenset({(keys[0], SHORT.words), (keys[2], SHORT.words)}),
        frozenset({(keys[1], SHORT.words), (keys[3], SHORT.words)}),
    }
    assert is_sound(newsroom.connection)


def test_an_article_without_a_story_has_short_claims_of_its_own(newsroom: Newsroom) -> None:
    one, other, told = newsroom.put(*[copy_of(SHORT, BLAMED)] * 3)
    tell_anew(newsroom, {told})
    link_claims(newsroom.connection, [one, other, told])
    assert groups(newsroom) == {
        frozenset({(one, SHORT.words)}),
        frozenset({(other, SHORT.words)}),
        frozenset({(told, SHORT.words)}),
        frozenset((each, BLAMED.words) for each in (one, other, told)),
    }


@pytest.mark.parametrize(
    ("words", "is_telling"),
    [
        ("Dozens of miners were missing", False),
        ("Dozens of miners were still missing on Sunday", False),
        ("The lockdown started", False),
        ("116 people died", False),
        ("In 2016 people died", False),
        ("10,000 people died", False),
        ("118,381 cases were reported", True),
        ("The Lindqvist inquiry blamed the harbour board", True),
        ("Sappers defused an unexploded torpedo beneath the cathedral's crypt", True),
    ],
)
def test_names_rare_words_and_exact_figures_tell(words: str, is_telling: bool) -> None:
    assert (sense_of(1, read_content(words), 7).story_id == ANY_STORY) is is_telling


@pytest.mark.parametrize("leaves", [0, 1, 2])
def test_a_short_claim_goes_with_its_article_to_another_story(newsroom: Newsroom, leaves: int) -> None:
    *keys, other = newsroom.put(*[copy_of(SHORT)] * 4)
    leaver = keys.pop(leaves)
    tell_anew(newsroom, {leaver, *keys}, {other})
    link_claims(newsroom.connection, [leaver, *keys, other])
    newsroom.connection.execute(text("update news.claims set independent_sources = 1"))
    moved = tell_anew(newsroom, set(keys), {leaver, other})
    assert link_claims(newsroom.connection, [], moved) == moved
    assert groups(newsroom) == {
        frozenset((each, SHORT.words) for each in keys),
        frozenset({(leaver, SHORT.words), (other, SHORT.words)}),
    }
    assert is_sound(newsroom.connection)
    assert newsroom.rows("select distinct independent_sources from news.claims") == [(None,)]


def test_the_last_to_leave_takes_the_claim_along(newsroom: Newsroom) -> None:
    one, other = newsroom.put(copy_of(SHORT), copy_of(SHORT, FULL))
    tell_anew(newsroom, {one}, {other})
    link_claims(newsroom.connection, [one, other])
    link_claims(newsroom.connection, [], tell_anew(newsroom, {one, other}))
    assert groups(newsroom) == {frozenset({(one, SHORT.words), (other, SHORT.words), (other, FULL.words)})}
    assert newsroom.rows("select count(*) from news.claim_senses") == [(2,)]
    assert is_sound(newsroom.connection)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_short_wording_belongs_to_the_fuller_one_of_its_story(newsroom: Newsroom, order: Sequence[int]) -> None:
    mine, report, strike = newsroom.put(copy_of(SHORT, FULL), copy_of(FULL), copy_of(SHORT))
    tell_anew(newsroom, {mine}, {report}, {strike})
    for i in order:
        link_claims(newsroom.connection, [(mine, report, strike)[i]])
    # told in two stories, the fuller one is still one claim; the third story has miners of its own
    assert groups(newsroom) == {
        frozenset({(mine, FULL.words), (mine, SHORT.words), (report, FULL.words)}),
        frozenset({(strike, SHORT.words)}),
    }
    assert is_sound(newsroom.connection)


@pytest.mark.parametrize("last", [0, MOST_STORIES])
def test_a_short_wording_does_not_belong_to_a_stock_phrase(newsroom: Newsroom, last: int) -> None:
    """What one more story than a few prints word for word, whichever story comes last."""
    keys = newsroom.put(copy_of(SHORT, FULL), *[copy_of(FULL)] * MOST_STORIES)
    tell_anew(newsroom, *({key} for key in keys))
    link_claims(newsroom.connection, [key for i, key in enumerate(keys) if i != last])
    link_claims(newsroom.connection, [keys[last]])
    assert groups(newsroom) == {
        frozenset({(keys[0], SHORT.words)}),
        frozenset((key, FULL.words) for key in keys),
    }
    assert is_sound(newsroom.connection)
    link_claims(newsroom.connection, [], tell_anew(newsroom, *({key} for key in keys[:-2]), set(keys[-2:])))
    assert len(groups(newsroom)) == 1


@pytest.mark.parametrize("leaves", [0, 1])
def test_wordings_that_only_a_story_joins_part_with_it(newsroom: Newsroom, leaves: int) -> None:
    """Whichever of the two articles goes to another story."""
    first, *keys = newsroom.put(Copy("It snowed."), copy_of(BLAMED), copy_of(PUT_BLAME))
    tell_anew(newsroom, {first}, set(keys))
    link_claims(newsroom.connection, keys)
    assert len(groups(newsroom)) == 1
    leaver = keys[leaves]
    moved = tell_anew(newsroom, {first, leaver}, set(keys) - {leaver})
    link_claims(newsroom.connection, [], moved)
    assert groups(newsroom) == {frozenset({(keys[0], BLAMED.words)}), frozenset({(keys[1], PUT_BLAME.words)})}
    assert newsroom.rows("select distinct stance, similarity from news.claim_occurrences") == [("agrees", 1.0)]
    assert is_sound(newsroom.connection)


def test_the_leads_of_two_polls_are_two_claims_however_much_else_is_the_same(newsroom: Newsroom) -> None:
    words = "Nominee Adela Brandvold led incumbent Rufus Okonjo in the Meridian polling average by {} points"
    copies = [
        copy_of(Claim(words.format(n), subject="Adela Brandvold", predicate="lead", figures=((str(n), n, "point"),)))
        for n in (7, 9)
    ]
    one, two, later = newsroom.put(copies[0], copies[0], copies[1])
    tell_anew(newsroom, {one}, {two}, {later})
    link_claims(newsroom.connection, [one, two, later])
    assert {frozenset(key for key, _ in group) for group in groups(newsroom)} == {
        frozenset({one, two}),
        frozenset({later}),
    }


def test_the_same_words_in_many_stories_join_the_fuller_wording_whatever_the_order() -> None:
    full, shorts = Sense(1, ANY_STORY), [Sense(2, story) for story in range(1, 9)]
    scores = {(full, short): 0.61 for short in shorts}
    for senses in ([full, *shorts], [*reversed(shorts), full]):
        assert [set(group) for group in group_senses(senses, scores)] == [{full, *shorts}]
