"""Two events of one kind, told apart."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from etl.link.article import NO_DAY
from etl.link.story.parting import part
from etl.link.story.vector import Placed, find_names, make_vector
from etl.link.words import find_words
from tests.link.story.fights import BERN, HAMBURG

DAY = 16_000


def _place(texts: Iterable[str], first: int, day: int = NO_DAY) -> list[Placed]:
    placed = []
    for key, text in enumerate(texts, first):
        vector = make_vector((), find_words(text), find_names(text, [(0, len(text))]))
        placed.append(Placed(key, (day if day != NO_DAY else 99_999) << 32 | key, day, vector))
    return placed


def _keys(parts: Iterable[Iterable[Placed]]) -> list[list[int]]:
    return [[each.article_id for each in group] for group in parts]


def test_two_fights_of_one_champion_are_two_stories() -> None:
    """Else a desk reads that one title bout had 9,800 people and 14,500, in Bern and in Hamburg."""
    articles = [*_place(HAMBURG, 1, DAY), *_place(BERN, 5)]
    assert _keys(part(articles)) == [[1, 2, 3, 4], [5, 6, 7, 8]]


def test_it_does_not_matter_in_which_order_the_articles_are_given() -> None:
    articles = [*_place(HAMBURG, 1, DAY), *_place(BERN, 5)]
    assert part(articles[::-1]) == part(articles)


def test_undated_reports_of_the_same_fight_stay_with_the_dated_ones() -> None:
    reports = HAMBURG
    more = [each.replace("Marek", "Ivo Marek").replace("challenger", "outsider") for each in reports]
    articles = [*_place(reports, 1, DAY), *_place(more, 5)]
    assert _keys(part(articles)) == [[1, 2, 3, 4, 5, 6, 7, 8]]


def test_two_fights_in_one_week_are_two_stories() -> None:
    """Their dates are known and near each other; the cities, the opponents and the figures are not the same."""
    articles = [*_place(HAMBURG, 1, DAY), *_place(BERN, 5, DAY + 3)]
    assert _keys(part(articles)) == [[1, 2, 3, 4], [5, 6, 7, 8]]


@pytest.mark.parametrize(("later", "stories"), [(0, 1), (1, 1), (3, 2), (NO_DAY, 2)])
def test_two_angles_of_the_same_days_are_one_story(later: int, stories: int) -> None:
    """A quarrel about a flood is told in other words than the flood, but on the same days; a second flood is not."""
    days = (DAY, DAY, DAY + 1, DAY + 2)
    others = tuple(NO_DAY if later == NO_DAY else day + later for day in days)
    articles = [*_angle(1, days), *_angle(5, others)]
    assert len(part(articles)) == stories


def _angle(first: int, days: Iterable[int]) -> list[Placed]:
    """Articles that share 80 of their 100 terms, 50 of them with every other angle: five eighths as like as within."""
    return [
        Placed(key, key, day, dict.fromkeys([*range(50), *range(first * 1000, first * 1000 + 30), *_own(key)], 1000))
        for key, day in enumerate(days, first)
    ]


def _own(key: int) -> range:
    return range(key * 100_000, key * 100_000 + 20)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_reports_are_too_few_to_tell(count: int) -> None:
    articles = [*_place(HAMBURG, 1, DAY), *_place(BERN[:count], 5)]
    assert len(part(articles)) == 1


def test_copies_of_one_report_are_one_report() -> None:
    """An agency's text that three papers print without a date is about the event that the others report."""
    articles = [*_place(HAMBURG, 1, DAY), *_place([BERN[0]] * 5, 5)]
    assert len(part(articles)) == 1


def test_short_texts_are_no_evidence() -> None:
    """Two sentences on one event may have no word in common."""
    shorts = ["Marek wins again.", "The title stays with the champion from Prague.", "A knockout in Hamburg!"]
    articles = [*_place(HAMBURG, 1, DAY), *_place(shorts, 5)]
    assert len(part(articles)) == 1


def test_of_a_large_story_the_later_articles_follow_those_that_they_are_like() -> None:
    dated = [text for number in range(10) for text in _varied(HAMBURG, number)]
    undated = [text for number in range(10) for text in _varied(BERN, number)]
    articles = [*_place(dated, 1, DAY), *_place(undated, 101)]
    assert _keys(part(articles)) == [list(range(1, 41)), list(range(101, 141))]


def _varied(texts: Iterable[str], number: int) -> list[str]:
    return [f"{text} Reporter number {number} was there with {number + 20} others." for text in texts]
