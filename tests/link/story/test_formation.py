"""Which articles make a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.link.article import NO_DAY
from etl.link.story.formation import Membership, form
from etl.link.story.vector import Placed, find_names, make_vector, similarity
from etl.link.words import find_words

TOPICS = (
    "harbour crane strike dockers wages Rotterdam blockade containers",
    "volcano eruption lava evacuation Iceland crater airport ash",
    "merger bank shareholders regulator Zurich bonus lawsuit auditor",
)


class Shelf:
    """Articles in memory, loaded a few at a time."""

    def __init__(self, articles: Iterable[Placed]) -> None:
        self._articles = {each.article_id: each for each in articles}
        self._memberships: dict[int, Membership] = {}
        self._loaded: set[int] = set()

    def load(self, article_ids: Sequence[int]) -> None:
        self._loaded.update(article_ids)
        self._memberships.update(form(self, article_ids))

    def stories(self) -> set[frozenset[int]]:
        firsts = {each.first_article_id for each in self._memberships.values()}
        return {
            frozenset(key for key, each in self._memberships.items() if each.first_article_id == first)
            for first in firsts
        }

    def scores(self) -> dict[int, Membership]:
        return dict(self._memberships)

    def placed(self, article_id: int) -> Placed:
        return self._articles[article_id]

    def neighbours(self, article_id: int) -> list[Placed]:
        return [self._articles[each] for each in sorted(self._loaded) if each != article_id]

    def expect(self, article_ids: Sequence[int]) -> None:
        """All is at hand."""

    def membership(self, article_id: int) -> Membership | None:
        return self._memberships.get(article_id)


def _article(article_id: int, day: int, text: str) -> Placed:
    words = find_words(text)
    return Placed(
        article_id, (day + 10 if day != NO_DAY else 9999) << 32 | article_id, day, make_vector((), words, set())
    )


def _articles(random: Random, count: int) -> list[Placed]:
    """Articles that mix the words of the topics, so that some stand between two stories."""
    articles = []
    for article_id in range(1, count + 1):
        words = random.choice(TOPICS).split()
        other = random.choice(TOPICS).split()
        text = " ".join([*random.sample(words, random.randint(3, 8)), *random.sample(other, random.randint(0, 4))])
        articles.append(_article(article_id, random.choice((NO_DAY, *range(12))), text))
    return articles


@given(st.integers(), st.integers(1, 7))
@settings(max_examples=80)
def test_stories_do_not_depend_on_the_order_of_loading_or_the_size_of_batches(seed: int, batch: int) -> None:
    """Else two runs over the same articles would tell different stories."""
    random = Random(seed)
    articles = _articles(random, 24)
    at_once = Shelf(articles)
    at_once.load([each.article_id for each in articles])
    shuffled = random.sample(articles, len(articles))
    in_parts = Shelf(articles)
    for start in range(0, len(shuffled), batch):
        in_parts.load([each.article_id for each in shuffled[start : start + batch]])
    assert in_parts.scores() == at_once.scores()


def test_articles_about_one_event_are_one_story_and_another_event_is_another() -> None:
    shelf = Shelf(_article(place, place, TOPICS[place % 2]) for place in range(1, 7))
    shelf.load(range(1, 7))
    assert shelf.stories() == {frozenset({1, 3, 5}), frozenset({2, 4, 6})}


def test_the_same_words_six_weeks_later_are_another_event() -> None:
    """A yearly festival is not one story."""
    shelf = Shelf([_article(1, 0, TOPICS[0]), _article(2, 42, TOPICS[0])])
    shelf.load([1, 2])
    assert len(shelf.stories()) == 2


def test_an_article_without_a_date_still_finds_its_story() -> None:
    shelf = Shelf([_article(1, 0, TOPICS[0]), _article(2, NO_DAY, TOPICS[0])])
    shelf.load([1, 2])
    assert len(shelf.stories()) == 1


def test_likeness_does_not_depend_on_which_article_is_asked() -> None:
    one, other = _article(1, 3, TOPICS[0]), _article(2, 5, f"{TOPICS[0]} {TOPICS[1]}")
    assert similarity(one, other) == similarity(other, one) > 0


FIGHTS = (
    "Champion Ivo Marek kept his heavyweight title on Saturday in Hamburg. Marek stopped Luis Ortega of Chile in round "
    "7, before 14,500 people. It was the 52nd win for Marek, while Ortega, 36, lost for the 6th time.",
    "The heavyweight title stays with Ivo Marek: the champion knocked out Luis Ortega in round 7 of their fight in "
    "Hamburg. The 36 year old Ortega from Chile never hurt Marek, who now has 52 wins.",
    "Champion Ivo Marek kept his heavyweight title on Saturday in Bern. Marek stopped Tom Haley of Texas in round 11, "
    "before 9,800 people. It was the 58th win for Marek, while Haley, 29, lost for the 2nd time.",
    "The heavyweight title stays with Ivo Marek: the champion knocked out Tom Haley in round 11 of their fight in "
    "Bern. The 29 year old Haley from Texas never hurt Marek, who now has 58 wins.",
)


def test_two_fights_of_one_champion_differ_in_opponent_place_and_numbers() -> None:
    """Without dates nothing else tells them apart, and every report of one would count the other."""
    placed = []
    for place, text in enumerate(FIGHTS):
        vector = make_vector((), find_words(text), find_names(text, [(0, len(text))]))
        placed.append(Placed(place, place, NO_DAY, vector))
    for one, other, apart in ((0, 1, 2), (1, 0, 3), (2, 3, 0), (3, 2, 1)):
        assert similarity(placed[one], placed[other]) > similarity(placed[one], placed[apart])


def test_an_article_without_a_date_is_less_like_one_that_has_a_date() -> None:
    """It may be from another year."""
    dated, undated = _article(1, 3, TOPICS[0]), _article(2, NO_DAY, TOPICS[0])
    assert similarity(dated, undated) < similarity(undated, _article(3, NO_DAY, TOPICS[0]))
