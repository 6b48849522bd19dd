"""Stories in a database."""

from __future__ import annotations

from random import Random

import pytest

from etl.link.story.link import link_stories
from etl.records import DatePrecision
from tests.link.newsroom import Copy, Newsroom
from tests.link.story.fights import BERN, CAREER, HAMBURG

STRIKE = "Dockers in Rotterdam went on strike over wages; containers and cranes stood still in the harbour on {day}."
ERUPTION = "A volcano erupted in Iceland; lava cut a road, the airport closed and ash fell on Reykjavik on {day}."


def test_new_articles_join_the_story_that_is_there(newsroom: Newsroom) -> None:
    keys = newsroom.put(
        Copy(STRIKE.format(day="Monday"), headline="Rotterdam dockers strike", published="2015-06-22"),
        Copy(ERUPTION.format(day="Monday"), headline="Volcano erupts in Iceland", published="2015-06-22"),
    )
    link_stories(newsroom.connection, keys)
    more = newsroom.put(
        Copy(STRIKE.format(day="Tuesday"), headline="Strike of dockers goes on in Rotterdam", published="2015-06-23"),
        Copy(ERUPTION.format(day="Tuesday"), published="2015-06-23"),
    )
    change = link_stories(newsroom.connection, more)
    assert change.affected == {*keys, *more}
    assert change.moved == set(more)
    assert newsroom.rows("select article_id, story_id from news.story_articles order by 1") == [
        (keys[0], keys[0]),
        (keys[1], keys[1]),
        (more[0], keys[0]),
        (more[1], keys[1]),
    ]
    titles = dict(newsroom.rows("select story_id, title from news.stories"))
    assert titles[keys[1]] == "Volcano erupts in Iceland"


def test_an_earlier_article_that_is_loaded_late_begins_the_story(newsroom: Newsroom) -> None:
    late = newsroom.put(Copy(STRIKE.format(day="Tuesday"), published="2015-06-23"))
    link_stories(newsroom.connection, late)
    early = newsroom.put(Copy(STRIKE.format(day="Monday"), published="2015-06-22"))
    link_stories(newsroom.connection, early)
    assert newsroom.rows("select story_id, first_article_id from news.stories") == [(late[0], early[0])]


def test_a_story_without_headlines_is_called_by_its_first_line(newsroom: Newsroom) -> None:
    link_stories(newsroom.connection, newsroom.put(Copy(f"\n{STRIKE.format(day='Monday')}\nMore.")))
    ((title,),) = newsroom.rows("select title from news.stories")
    assert title == STRIKE.format(day="Monday")[:120]


def test_a_story_is_called_by_what_happened_first(newsroom: Newsroom) -> None:
    """Later headlines tell of what followed, and there are more of them."""
    first = ("Dockers in Rotterdam walk out", "Cranes stand still in Rotterdam as dockers walk out", "Harbour shut")
    later = "Mediator called in as strike of Rotterdam dockers goes on"
    monday = [Copy(STRIKE.format(day="Monday"), headline=each, published="2015-06-22") for each in first]
    tuesday = [Copy(STRIKE.format(day=f"{n}"), headline=f"{later} ({n})", published="2015-06-23") for n in range(4)]
    link_stories(newsroom.connection, newsroom.put(*monday, *tuesday))
    assert newsroom.rows("select title from news.stories") == [(first[0],)]


def test_an_article_of_which_only_the_year_is_known_still_finds_its_story(newsroom: Newsroom) -> None:
    """Its time says January 1, which it is not: it would be half a year away from every article of June."""
    keys = newsroom.put(
        Copy(STRIKE.format(day="Monday"), published="2015-01-01", precision=DatePrecision.YEAR),
        Copy(STRIKE.format(day="Tuesday"), published="2015-06-23"),
    )
    link_stories(newsroom.connection, keys)
    assert newsroom.rows("select count(*) from news.stories") == [(1,)]


def _fights() -> list[Copy]:
    """Reports of a fight in Hamburg, with dates, and of one in Bern, without."""
    dated = [Copy(f"{each}\n{CAREER}", published=f"2015-06-2{day}") for day, each in enumerate(HAMBURG)]
    return [*dated, *(Copy(f"{each}\n{CAREER}") for each in BERN)]


def test_a_story_is_parted_when_its_reports_turn_out_to_tell_of_two_events(newsroom: Newsroom) -> None:
    """Two reports without a date may be of the fight in Hamburg; four that are like each other alone are not."""
    *early, third, fourth = _fights()
    keys = newsroom.put(*early)
    link_stories(newsroom.connection, keys)
    assert newsroom.rows("select count(*) from news.stories") == [(1,)]
    more = newsroom.put(third, fourth)
    change = link_stories(newsroom.connection, more)
    assert change.affected == {*keys, *more}
    assert change.moved == {*keys[4:], *more}
    assert newsroom.rows("select article_id, story_id from news.story_articles order by 1") == [
        *((key, keys[0]) for key in keys[:4]),
        *((key, keys[4]) for key in (*keys[4:], *more)),
    ]


@pytest.mark.parametrize("batch", [1, 3, 8])
def test_two_events_are_told_apart_in_whatever_order_their_reports_come(newsroom: Newsroom, batch: int) -> None:
    copies = _fights()
    Random(batch).shuffle(copies)
    for start in range(0, len(copies), batch):
        link_stories(newsroom.connection, newsroom.put(*copies[start : start + batch]))
    cities = newsroom.rows("""
        select string_agg(case when text like '%Hamburg%' then 'Hamburg' else 'Bern' end, ' '), count(*)
        from news.story_articles
        join news.articles using (article_id)
        join raw.documents using (document_id)
        group by story_id
        order by 1
    """)
    assert cities == [("Bern Bern Bern Bern", 4), ("Hamburg Hamburg Hamburg Hamburg", 4)]
