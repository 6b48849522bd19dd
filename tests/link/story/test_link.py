"""Stories in a database."""

from __future__ import annotations

from etl.link.story.link import link_stories
from etl.records import DatePrecision
from tests.link.newsroom import Copy, Newsroom

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


def test_an_article_of_which_only_the_year_is_known_still_finds_its_story(newsroom: Newsroom) -> None:
    """Its time says January 1, which it is not: it would be half a year away from every article of June."""
    keys = newsroom.put(
        Copy(STRIKE.format(day="Monday"), published="2015-01-01", precision=DatePrecision.YEAR),
        Copy(STRIKE.format(day="Tuesday"), published="2015-06-23"),
    )
    link_stories(newsroom.connection, keys)
    assert newsroom.rows("select count(*) from news.stories") == [(1,)]
