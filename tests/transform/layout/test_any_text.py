"""What a user would lose: a run, to a text that nobody foresaw."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.records import Document, Span, SuppliedMetadata
from etl.transform.layout import Layout, lay_out
from tests.transform.layout.repeated import REPEATED, SENTENCE

#: Pieces that the rules look for, so that random pages meet them.
PIECES = st.sampled_from(
    (
        "By Anne Roe",
        "June 22, 2015",
        "06.23.15, 21:05",
        "Photo: Reuters",
        "(AP)",
        "Comments",
        "Related stories",
        "He said:",
        "[O]n the road I met him.",
        "STRELSAU (AP) — It rained.",
        "Share",
        "“Never,” he said.",
        "© 2015",
        "{",
        "}",
        "- a",
        "a@b.c",
        "http://example.org",
        "2 hours ago",
        "99.99.99",
        "0:0:0",
        "\u200f",
        "\ufeff",
        "\x00",
        "\ud800",
        "\r",
        "\x85",
        "\u2028",
        "\x0c",
        "\t",
        "   ",
        "🙂",
        "שלום",
        "مرحبا",
        "(((((",
        "))))",
        ":::",
        "h/t X",
        "31.31.2015",
        "0000-00-00",
        "1.1.1",
        "The council met again on Thursday to talk about the bridge.",
    )
)
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=30).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", "\r\n", " ", ""]).map(lambda glue: glue.join(pieces))
)


def check(text: str, layout: Layout) -> None:
    """Everything in the layout is where it says it is, in order, and nothing but blanks is left out."""
    place = 0
    for paragraph in layout.paragraphs:
        assert place <= paragraph.start_char < paragraph.end_char <= len(text)
        place = paragraph.end_char
    spans = [each.span for each in layout.authors] + [credit.span for credit in layout.credits]
    spans += [layout.headline] if isinstance(layout.headline, Span) else []
    spans += [layout.published.span] if layout.published else []
    spans += [layout.dateline.span, layout.dateline.place] if layout.dateline else []
    for span in spans:
        assert span is None or text[span.start_char : span.end_char] == span.text
    if layout.published is not None:
        assert layout.published.at.tzinfo is not None


@settings(max_examples=300)
@given(PAGES)
def test_any_page(text: str) -> None:
    check(text, lay_out(Document(text)))


@settings(max_examples=100)
@given(st.text(), st.text(), st.text(), st.text(), st.text(), st.text() | st.from_regex(r"\w*:?[/\d-]*[\w/]*"))
def test_any_metadata(text: str, author: str, published_at: str, language: str, headline: str, url: str) -> None:
    supplied = SuppliedMetadata(author=author, published_at=published_at, language=language, headline=headline, url=url)
    check(text, lay_out(Document(text, metadata=supplied)))


@pytest.mark.parametrize("unit", REPEATED)
def test_thousands_of_one_kind(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    check(text, lay_out(Document(text)))


def test_five_megabytes_on_one_line() -> None:
    layout = lay_out(Document(SENTENCE * 52_000))
    assert len(layout.paragraphs) == 1
