"""Passages and versions of articles in a database."""

from __future__ import annotations

from sqlalchemy import text

from etl.link.passage import candidates
from etl.link.passage.link import link_passages
from tests.link.newsroom import Copy, Newsroom, Said

SCOOP = (
    "Two senior officials confirmed that soldiers and militia groups are both using the Taqqadum military base in "
    "Anbar, where the president is sending an additional 450 military personnel to train the local forces."
)
QUOTE = "It is an insult to the families of the soldiers that were wounded and killed in battles with the militias"


def _passages(newsroom: Newsroom) -> list[tuple[object, ...]]:
    return newsroom.rows(
        """
        select p.article_id, p.other_article_id, p.is_quotation, p.direction,
               substring(d.text from p.start_char + 1 for p.end_char - p.start_char),
               substring(o.text from p.other_start_char + 1 for p.other_end_char - p.other_start_char)
        from news.passages as p
        join raw.documents as d on d.document_id = p.article_id
        join raw.documents as o on o.document_id = p.other_article_id
        order by 1, 2, p.start_char
        """
    )


def test_a_new_article_is_compared_with_what_is_there(newsroom: Newsroom) -> None:
    words = SCOOP.removesuffix(".")
    (old,) = newsroom.put(Copy(f"Rain fell on Monday.\n{SCOOP}", published="2015-06-22"))
    assert link_passages(newsroom.connection, [old]) == set()
    (new,) = newsroom.put(Copy(f"{SCOOP} The harbour is closed.", published="2015-06-24"))
    assert link_passages(newsroom.connection, [new]) == {old, new}
    assert _passages(newsroom) == [(old, new, False, "article_first", words, words)]


def test_what_both_quote_is_a_passage_of_its_own(newsroom: Newsroom) -> None:
    both = f"{SCOOP}\n“{QUOTE},” Mr Tarn said."
    keys = newsroom.put(
        Copy(both, said=[Said(QUOTE, source="Mr Tarn")]), Copy(f"Again: {both}", said=[Said(QUOTE, source="Mr Tarn")])
    )
    link_passages(newsroom.connection, keys)
    assert [(row[2], row[4]) for row in _passages(newsroom)] == [(False, SCOOP.removesuffix(".")), (True, QUOTE)]


def test_a_later_version_points_to_the_one_before_it(newsroom: Newsroom) -> None:
    """Else the same article counts twice, as if two outlets had written it."""
    url = "https://www.paper.example/base"
    keys = newsroom.put(
        Copy(f"{SCOOP} Nobody commented. {QUOTE}.", url=f"{url}?page=2", published="2015-06-24"),
        Copy(SCOOP, url=url, published="2015-06-22"),
        Copy(f"{SCOOP} Nobody commented.", url="http://paper.example/base/", published="2015-06-23"),
        Copy(SCOOP, url="https://other.example/base", published="2015-06-25"),
    )
    for key in keys:
        link_passages(newsroom.connection, [key])
    last, first, second, _ = keys
    assert dict(newsroom.rows("select article_id, revision_of_article_id from news.articles")) == {
        first: None,
        second: first,
        last: second,
        keys[3]: None,
    }


def test_every_copy_of_a_much_copied_text_is_tied_to_the_earliest(newsroom: Newsroom) -> None:
    """The most copied text of all must not look like everybody's own."""
    count = candidates.FIRST + 6
    days = [*range(5, count + 1), 4, 3, 2, 1]  # the earliest come last
    dates = [f"2015-{6 + day // 28:02}-{1 + day % 28:02}" for day in days]
    keys = newsroom.put(*(Copy(f"{SCOOP} Paper of {date}.", published=date) for date in dates))
    for start in range(0, count, 5):
        link_passages(newsroom.connection, keys[start : start + 5])
    one_by_one = _passages(newsroom)
    holders = dict(zip(days, keys, strict=True))
    earliest = {holders[day] for day in range(1, candidates.FIRST + 1)}
    expected = {(a, b) for a in keys for b in keys if a < b and earliest & {a, b}}
    assert {(row[0], row[1]) for row in one_by_one} == expected

    for table in ("passages", "fingerprints"):
        newsroom.connection.execute(text(f"delete from news.{table}"))
    link_passages(newsroom.connection, keys)
    assert _passages(newsroom) == one_by_one
