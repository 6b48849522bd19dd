"""What a user would lose: the order in which articles appeared, on which every report of origins rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Lay = Callable[..., Any]

SENTENCE = "The council met again on Thursday to talk about the bridge over the river."
BODY = f"{SENTENCE}\n\nIt has met there since June 22, 2010, and will meet again on July 1, 2030, members said.\n"


def at_the_top(lay: Lay, line: str, **supplied: str) -> Any:
    return lay(f"The bridge nobody wants\n\n{line}\n\n{BODY}", **supplied).published


@pytest.mark.parametrize(
    ("line", "at", "precision", "words"),
    [
        ("Monday, June 22, 2015", "2015-06-22T00:00:00+00:00", "day", "Monday, June 22, 2015"),
        ("June 22, 2015", "2015-06-22T00:00:00+00:00", "day", "June 22, 2015"),
        ("22 June 2015", "2015-06-22T00:00:00+00:00", "day", "22 June 2015"),
        ("22nd of June, 2015", "2015-06-22T00:00:00+00:00", "day", "22nd of June, 2015"),
        ("Jun. 22, 2015", "2015-06-22T00:00:00+00:00", "day", "Jun. 22, 2015"),
        ("MON JUN 22 2015", "2015-06-22T00:00:00+00:00", "day", "MON JUN 22 2015"),
        ("2015-06-22", "2015-06-22T00:00:00+00:00", "day", "2015-06-22"),
        ("Posted: Fri 6:45 PM, Feb 16, 2018", "2018-02-16T18:45:00+00:00", "minute", "6:45 PM, Feb 16, 2018"),
        ("2015/06/22", "2015-06-22T00:00:00+00:00", "day", "2015/06/22"),
        ("22.06.2015", "2015-06-22T00:00:00+00:00", "day", "22.06.2015"),
        ("06/22/2015", "2015-06-22T00:00:00+00:00", "day", "06/22/2015"),
        ("June 2015", "2015-06-01T00:00:00+00:00", "month", "June 2015"),
        ("פרסום ראשון: 06.23.15, 21:05", "2015-06-23T21:05:00+00:00", "minute", "06.23.15, 21:05"),
        ("Veröffentlicht: 22.06.2015 um 21:05 Uhr", "2015-06-22T21:05:00+00:00", "minute", "22.06.2015 um 21:05 Uhr"),
        ("2015-06-22T21:05:00+03:00", "2015-06-22T18:05:00+00:00", "second", "2015-06-22T21:05:00+03:00"),
        ("2015-06-22T21:05:09Z", "2015-06-22T21:05:09+00:00", "second", "2015-06-22T21:05:09Z"),
        ("June 22, 2015 at 9:05 p.m. EDT", "2015-06-23T01:05:00+00:00", "minute", "June 22, 2015 at 9:05 p.m. EDT"),
        ("June 22, 2015 9:05 PM ET", "2015-06-23T01:05:00+00:00", "minute", "June 22, 2015 9:05 PM ET"),
        ("Jan. 22, 2015 9:05 PM ET", "2015-01-23T02:05:00+00:00", "minute", "Jan. 22, 2015 9:05 PM ET"),
        ("Published 3:45 PM ET, Tue June 23, 2015", "2015-06-23T19:45:00+00:00", "minute", None),
        ("Last updated at 10:20 GMT on 23.06.2015", "2015-06-23T10:20:00+00:00", "minute", None),
        ("22 June 2015 17.04 BST", "2015-06-22T16:04:00+00:00", "minute", "22 June 2015 17.04 BST"),
        ("June 22, 2015, 5 pm", "2015-06-22T17:00:00+00:00", "hour", "June 22, 2015, 5 pm"),
        ("June 22, 2015 | 12:30 am", "2015-06-22T00:30:00+00:00", "minute", "June 22, 2015 | 12:30 am"),
        ("Posted: Mon 22 Jun 2015 23:59 UTC+2", "2015-06-22T21:59:00+00:00", "minute", "Mon 22 Jun 2015 23:59 UTC+2"),
        ("By Anne Roe | June 22, 2015", "2015-06-22T00:00:00+00:00", "day", "June 22, 2015"),
        ("22 juin 2015", "2015-06-22T00:00:00+00:00", "day", "22 juin 2015"),
        ("Lunes, 22 de junio de 2015", "2015-06-22T00:00:00+00:00", "day", None),
        ("22. Juni 2015", "2015-06-22T00:00:00+00:00", "day", "22. Juni 2015"),
        ("Понедельник, 22 июня 2015 г.", "2015-06-22T00:00:00+00:00", "day", None),
        ("22 de marzo de 2015", "2015-03-22T00:00:00+00:00", "day", "22 de marzo de 2015"),
    ],
)
def test_publication_lines(lay: Lay, line: str, at: str, precision: str, words: str | None) -> None:
    found = at_the_top(lay, line)
    assert found is not None
    assert found[:2] == (at, precision)
    if words is not None:
        assert found[2] == words


@pytest.mark.parametrize("line", ["2 hours ago", "Yesterday", "Updated 3 days ago", "Today, 5:30 pm", "an hour ago"])
def test_relative_dates_are_refused_and_are_no_body(lay: Lay, line: str) -> None:
    page = lay(f"The bridge nobody wants\n\n{line}\n\n{BODY}")
    assert page.published is None
    assert page.of_role("dateline") == [line]


@pytest.mark.parametrize("line", ["31 February 2015", "2015-13-45", "45/45/2015", "June 31, 2015", "99.99.99"])
def test_days_that_do_not_exist(lay: Lay, line: str) -> None:
    assert at_the_top(lay, line) is None


def test_a_date_that_could_be_two_days_gives_only_its_year(lay: Lay) -> None:
    assert at_the_top(lay, "04/05/2015") == ("2015-01-01T00:00:00+00:00", "year", "04/05/2015")


def test_another_date_on_the_page_tells_the_order_of_day_and_month(lay: Lay) -> None:
    assert at_the_top(lay, "Published: 04/05/2015\nUpdated: 04/16/2015")[:2] == ("2015-04-05T00:00:00+00:00", "day")
    assert at_the_top(lay, "Published: 04/05/2015\nUpdated: 16/05/2015")[:2] == ("2015-05-04T00:00:00+00:00", "day")


def test_publication_comes_before_update(lay: Lay) -> None:
    for line in ("Updated: June 23, 2015\nPublished: June 22, 2015", "Updated June 23, 2015 | Published June 22, 2015"):
        assert at_the_top(lay, line)[0] == "2015-06-22T00:00:00+00:00"


def test_dates_in_prose_are_never_the_publication_time(lay: Lay) -> None:
    assert lay(f"The bridge nobody wants\n\n{BODY}").published is None
    assert at_the_top(lay, "The deadline is June 22, 2015") is None
    assert at_the_top(lay, "Born: June 22, 1950 in Strelsau, Ruritania, to poor parents") is None


def test_a_date_at_the_end_counts_unless_it_is_a_correction_s(lay: Lay) -> None:
    text = f"The bridge nobody wants\n\n{BODY}\n\n"
    assert lay(text + "Tuesday, May 3, 2016").published[0] == "2016-05-03T00:00:00+00:00"
    assert (
        lay(text + "CORRECTION:\n\nThe bridge has two arches, not three, as we wrote.\n\nMay 3, 2016").published is None
    )


def test_dates_of_readers_comments_do_not_count(lay: Lay) -> None:
    text = (
        f"The bridge nobody wants\n\n{SENTENCE}\n\n{BODY}\n\n3 Comments\n\nJane\n\nMay 3, 2016 at 8:14 am\n\nNo bridge!"
    )
    assert lay(text).published is None


@pytest.mark.parametrize(
    ("value", "at", "precision"),
    [
        ("2015", "2015-01-01T00:00:00+00:00", "year"),
        ("2015-06", "2015-06-01T00:00:00+00:00", "month"),
        ("2015-06-22", "2015-06-22T00:00:00+00:00", "day"),
        ("2015-06-22T21:05", "2015-06-22T21:05:00+00:00", "minute"),
        ("2015-06-22 21:05:07+03:00", "2015-06-22T21:05:07+03:00", "second"),
        ("Mon, 22 Jun 2015 21:05:07 GMT", "2015-06-22T21:05:07+00:00", "second"),
    ],
)
def test_supplied_times_win(lay: Lay, value: str, at: str, precision: str) -> None:
    assert at_the_top(lay, "May 3, 2016", published_at=value) == (at, precision, None)


def test_a_supplied_time_that_cannot_be_read_leaves_what_the_page_says(lay: Lay) -> None:
    assert at_the_top(lay, "May 3, 2016", published_at="some day")[0] == "2016-05-03T00:00:00+00:00"


@pytest.mark.parametrize(
    ("url", "at", "precision"),
    [
        ("https://paper.example/world/asia/2018/04/17/summit-talks.html?hp", "2018-04-17T00:00:00+00:00", "day"),
        ("https://paper.example/world/2018/apr/17/summit-talks", "2018-04-17T00:00:00+00:00", "day"),
        ("https://paper.example/2018-4/17", None, None),
        ("https://paper.example/2013-09-18/internet/42182019_1_flaw", "2013-09-18T00:00:00+00:00", "day"),
        ("https://paper.example/article/20130308/SPORT/703089893", "2013-03-08T00:00:00+00:00", "day"),
        ("https://paper.example/stories/hitrun_web_2013_09_14_q.html", "2013-09-14T00:00:00+00:00", "day"),
        ("https://paper.example/newswire/2009/04/27-1", "2009-04-27T00:00:00+00:00", "day"),
        ("https://paper.example/2013/09/zero-day-flaw/", "2013-09-01T00:00:00+00:00", "month"),
        ("https://paper.example/politics/2018/04/534820002/", "2018-04-01T00:00:00+00:00", "month"),
        ("https://paper.example/2018/news/17/", None, None),
        ("https://paper.example/2018/02/31/", None, None),
        ("https://paper.example/id/1201804171", None, None),
        ("https://paper.example/story?date=2018-04-17", None, None),
        ("https://[broken/2018/04/17/", None, None),
    ],
)
def test_the_day_in_the_address(lay: Lay, url: str, at: str | None, precision: str | None) -> None:
    """Many archives keep nothing but address and text: without the day, their articles find no story."""
    found = lay(f"The bridge nobody wants\n\n{BODY}", url=url).published
    assert found == (at and (at, precision, None))


def test_a_printed_date_counts_more_than_the_address_unless_it_tells_only_the_year(lay: Lay) -> None:
    url = "https://paper.example/2015/06/23/bridge"
    assert at_the_top(lay, "June 22, 2015", url=url)[0].startswith("2015-06-22")
    assert at_the_top(lay, "06/07/2015", url=url) == ("2015-06-23T00:00:00+00:00", "day", None)
    assert at_the_top(lay, "06/07/2014", url=url)[:2] == ("2014-01-01T00:00:00+00:00", "year")
    assert lay(f"The bridge\n\n{BODY}", url=url, published_at="2015-06-01").published[0].startswith("2015-06-01")
