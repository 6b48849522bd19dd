"""No article comes from itself, whatever papers say of each other and however little the clock tells."""

from __future__ import annotations

import itertools
from graphlib import TopologicalSorter

import pytest

from etl.link.link import link_pending
from tests.link.newsroom import Copy, Credit, Newsroom

# Each sentence in a short form, and in a fuller one that puts words into the middle of it.
DAM = "The dam above Korsvik broke on Tuesday night{} and flooded the lower half of the town before anybody was warned."
COST = "The council of Korsvik had put off the repair of the dam three times{} since the spring of the year before."
SEARCH = "Rescuers in Korsvik were still searching the houses along the river{} when the morning of Wednesday came."
MORE = ", as four reports had told,"

#: Each has one sentence in a fuller form than the next one, round in a circle; none has a time.
ROUND = {
    "North": DAM.format(MORE) + " " + COST.format(""),
    "South": COST.format(MORE) + " " + SEARCH.format(""),
    "East": SEARCH.format(MORE) + " " + DAM.format(""),
}


def steps(newsroom: Newsroom) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for article, source in newsroom.rows(
        "select article_id, source_article_id from news.derivations where source_article_id is not null"
    ):
        found.setdefault(article, []).append(source)
    return found


@pytest.mark.parametrize("order", list(itertools.permutations(ROUND)))
def test_prose_without_times_leads_nowhere_in_a_circle(newsroom: Newsroom, order: tuple[str, ...]) -> None:
    keys = {newsroom.put(Copy(ROUND[name], outlet=f"Daily {name}"))[0]: name for name in order}
    link_pending(newsroom.connection)
    found = steps(newsroom)
    list(TopologicalSorter(found).static_order())  # raises on a circle
    named = {(keys[article], keys[source]) for article, sources in found.items() for source in sources}
    # The search has 17 words, the others 20 and 21: what it shows is the least sure.
    assert named == {("East", "North"), ("North", "South")}


def test_two_passages_of_a_pair_tell_one_direction(newsroom: Newsroom) -> None:
    (one,) = newsroom.put(Copy(" ".join((DAM.format(MORE), COST.format(""), SEARCH.format(""))), outlet="Daily North"))
    (two,) = newsroom.put(
        Copy(
            " ".join((DAM.format(""), "Nobody had asked the farmers of the valley.", COST.format(MORE))),
            outlet="Daily South",
        )
    )
    link_pending(newsroom.connection)
    found = steps(newsroom)
    assert sum(map(len, found.values())) == 1
    assert set(found) < {one, two}


@pytest.mark.parametrize("first", ["Daily North", "Daily South"])
def test_papers_that_credit_each_other_keep_the_surer_credit(newsroom: Newsroom, first: str) -> None:
    dam, cost = DAM.format(""), COST.format("")
    texts = {
        "Daily North": f"{dam} Daily South first told of it. {cost}",
        "Daily South": f"{dam} Daily North reported it. Daily North said that {cost[0].lower()}{cost[1:]}",
    }
    credits = {
        "Daily North": [Credit("Daily South first told", "Daily South")],
        "Daily South": [Credit("Daily North reported", "Daily North"), Credit("Daily North said", "Daily North")],
    }
    keys = {
        name: newsroom.put(Copy(texts[name], outlet=name, credits=credits[name]))[0]
        for name in sorted(texts, key=lambda each: each != first)
    }
    link_pending(newsroom.connection)
    assert steps(newsroom) == {keys["Daily South"]: [keys["Daily North"]]}
    rows = newsroom.rows(
        "select d.article_id, o.name from news.derivations as d "
        "join news.outlets as o on o.outlet_id = d.source_outlet_id order by o.name desc"
    )
    assert rows == [(keys["Daily North"], "Daily South"), (keys["Daily South"], "Daily North")]
