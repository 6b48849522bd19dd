"""The page: what an editor passes on must be whole, safe to open, and true to the texts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from sqlalchemy import Connection, text

from etl.report.page import render_page
from etl.report.page.charts.drawing import short
from etl.report.page.evidence import mark_text
from etl.report.page.wording import Change, compare_wording
from etl.report.story_reading import read_story
from tests.views import bridge

HOSTILE = "</text><script>alert('x')</script><img src=x onerror=\"alert(1)\">{{ 7*7 }}{% raw %}&amp;\u202e\u0000"
#: Elements without an end tag.
VOID = {"meta", "link", "br", "img", "input", "hr"}


class _Reading(HTMLParser):
    """Reads a page as a browser would, and keeps what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _tag, attrs in self.elements if attribute in attrs]


def read(page: str) -> _Reading:
    reading = _Reading()
    reading.feed(page)
    reading.close()
    assert reading.open == [], "an element is not closed"
    return reading


@pytest.fixture
def page(newsroom: Connection) -> str:
    return render_page(read_story(newsroom, 1))


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    reading = read(page)
    assert "script" not in {tag for tag, _attrs in reading.elements}
    assert reading.values("src") == []
    assert [value for value in reading.values("href") if not value.startswith("#")] == [
        "https://www.example.org/bridge"  # the article's own address, which opens only when followed
    ]
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    reading = read(page)
    targets = set(reading.values("id"))
    assert {value[1:] for value in reading.values("href") if value.startswith("#")} <= targets
    assert len(reading.values("id")) == len(targets), "an id stands twice"


def test_a_statement_leads_to_its_words(page: str) -> None:
    start = bridge.TEXTS[2].index("Repairs will cost 5 million dollars")
    anchor = f"a2-{start}-{start + len('Repairs will cost 5 million dollars')}"
    assert f'href="#{anchor}"' in page
    marked = re.search(rf'<mark id="{anchor}"[^>]*>(.*?)</mark>', page, re.S)
    assert marked is not None
    assert re.sub(r"<[^>]+>", "", marked[1]) == "Repairs will cost 5 million dollars"


def test_charts_have_words_for_a_screen_reader_and_a_table(page: str) -> None:
    labels = read(page).values("aria-label")
    assert "Harbour Post [1]: 1 March 2024, 08:00 UTC" in labels
    assert "Valley News [2] quotes or credits Harbour Post [1]" in labels
    assert "Valley News [2]: 7 of 35 words shared with another article that may have had them first" in labels
    assert page.count("<caption>") >= 4


def test_differences_in_wording_are_marked(page: str) -> None:
    assert "<ins>one more</ins>" in page
    assert "<del>another</del>" in page


HOSTILE_ROWS = (
    "update raw.documents set text = :words || text",
    "update news.articles set headline = :words",
    "update news.articles set url = 'javascript:alert(1)//' || :words, outlet_id = null where article_id = 2",
    "update news.outlets set name = :words where outlet_id = 900001",
    "update news.quotes set text = :words",
    "update news.quote_occurrences set content = :words",
    "update news.claims set text = :words",
    "update news.claim_occurrences set text = :words",
    "update news.claim_sources set source = :words",
    "update news.entities set name = :words where entity_id = 1000001",
    "update news.derivations set evidence = :words",
    "update news.stories set title = :words",
    "update news.figures set text = :words",
    "update raw.files set path = '/news/' || replace(:words, '/', '') where file_id = 1",
)


def test_hostile_text_stays_text(newsroom: Connection) -> None:
    words = HOSTILE.replace("\u0000", "")
    for statement in HOSTILE_ROWS:
        newsroom.execute(text(statement), {"words": words})
    reading = read(render_page(read_story(newsroom, 1)))
    tags = {tag for tag, _attrs in reading.elements}
    assert not tags & {"script", "img", "iframe", "object", "embed", "form", "base"}
    attributes = {name for _tag, attrs in reading.elements for name in attrs}
    assert not [name for name in attributes if name.startswith("on")]
    assert not [value for value in reading.values("href") if value.startswith("javascript:")]
    assert any(words in data for data in reading.words), "the text itself must still be there, as text"
    assert not any(data.strip() == "49" for data in reading.words)


def test_a_story_with_nothing_found_makes_a_page(newsroom: Connection) -> None:
    reading = read(render_page(read_story(newsroom, 5)))
    assert "Nothing today" in "".join(reading.words)


@pytest.mark.parametrize(
    ("ranges", "marked"),
    [
        ([], "one two three"),
        ([(4, 7)], 'one <mark id="a1-4-7" tabindex="-1">two</mark> three'),
        (  # one inside the other
            [(0, 7), (4, 7)],
            '<mark id="a1-0-7" tabindex="-1">one <mark id="a1-4-7" tabindex="-1">two</mark></mark> three',
        ),
        (  # crossing: the later one goes on behind the earlier
            [(0, 7), (4, 13)],
            '<mark id="a1-0-7" tabindex="-1">one <mark id="a1-4-13" tabindex="-1">two</mark></mark><mark> three</mark>',
        ),
    ],
)
def test_stretches_nest_and_cross(ranges: list[tuple[int, int]], marked: str) -> None:
    assert mark_text(1, "one two three", ranges) == marked


def test_marking_loses_no_character() -> None:
    words = "a <b> & “c”\n\nd"
    every: list[Any] = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    reading = read(str(mark_text(1, words, every)))
    assert "".join(reading.words) == words


def test_wording_is_compared_word_by_word() -> None:
    assert [
        (stretch.change, stretch.words)
        for stretch in compare_wording("It’s an insult to the families, he said.", "an insult to all FAMILIES he said")
    ] == [
        (Change.LEFT_OUT, "It’s"),
        (Change.SAME, "an insult to"),
        (Change.LEFT_OUT, "the"),
        (Change.ADDED, "all"),
        (Change.SAME, "FAMILIES he said"),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Courier [7]", "Courier [7]"),
        ("The Evening Courier and Advertiser [12]", "The Evening Courier… [12]"),
        ("“Who broke the dam?” [3]", "“Who broke the dam?” [3]"),
        ("an unknown source of the whole story", "an unknown source of the…"),
    ],
)
def test_a_long_name_in_a_chart_keeps_its_number(name: str, told: str) -> None:
    assert short(name, 26) == told
