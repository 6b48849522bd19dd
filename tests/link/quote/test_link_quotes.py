"""Quotes across articles: one utterance is one row however it is printed, and two utterances are two."""

from __future__ import annotations

import itertools

import pytest

from etl.link.entity.link import link_entities
from etl.link.quote.link import link_quotes
from etl.records import AttributionType
from tests.link.newsroom import Copy, Name, Newsroom, Said

WHOLE = (
    "“The harbour was closed for nine years, and the fishermen paid for it. "
    "Now the council wants them to pay a second time,” Ada Lindqvist said."
)
SPLIT = (
    "“The harbour was closed for nine years — and the fishermen paid for it,” Mayor Lindqvist told us. "
    "“Now the council wants them to pay a second time.”"
)
TRIMMED = "Lindqvist complained that “the fishermen paid for it.”"
REWORDED = (
    "“The harbor was shut for nine years and the fishermen have paid for it. Now the council "
    "wants them to pay for a second time,” said Bruno Katz."
)
OTHER = "“The council has never paid the fishermen for the harbour, and it never will,” Ada Lindqvist said."
COPIES = (
    Copy(
        WHOLE,
        names=[Name("Ada Lindqvist")],
        said=[Said(WHOLE[: WHOLE.index(" Ada")], "Ada Lindqvist", speaker="Ada Lindqvist")],
    ),
    Copy(
        SPLIT,
        names=[Name("Lindqvist")],
        said=[
            Said(
                (
                    "“The harbour was closed for nine years — and the fishermen paid for it,”",
                    "“Now the council wants them to pay a second time.”",
                ),
                "Mayor Lindqvist",
                speaker="Lindqvist",
            )
        ],
    ),
    Copy(
        TRIMMED,
        names=[Name("Lindqvist")],
        said=[Said("“the fishermen paid for it.”", "Lindqvist", speaker="Lindqvist", type=AttributionType.MIXED)],
    ),
    Copy(
        REWORDED,
        names=[Name("Bruno Katz")],
        said=[Said(REWORDED[: REWORDED.index(" said")], "Bruno Katz", speaker="Bruno Katz")],
    ),
    Copy(
        OTHER,
        names=[Name("Ada Lindqvist")],
        said=[Said(OTHER[: OTHER.index(" Ada")], "Ada Lindqvist", speaker="Ada Lindqvist")],
    ),
)


def link(newsroom: Newsroom, order: tuple[int, ...], batch: int) -> dict[int, int]:
    """Put and link these copies; the quote of each."""
    keys = newsroom.put(*(COPIES[i] for i in order))
    for start in range(0, len(keys), batch):
        link_entities(newsroom.connection, keys[start : start + batch])
        link_quotes(newsroom.connection, keys[start : start + batch])
    quote_of = dict(newsroom.rows("select article_id, quote_id from news.quote_occurrences"))
    return {i: quote_of[key] for i, key in zip(order, keys, strict=True)}


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::17])
@pytest.mark.parametrize("batch", [1, 5])
def test_one_utterance_is_one_quote_whatever_the_order(newsroom: Newsroom, order: tuple[int, ...], batch: int) -> None:
    quote_of = link(newsroom, order, batch)
    assert quote_of[0] == quote_of[1] == quote_of[2] == quote_of[3]
    assert quote_of[4] != quote_of[0]
    texts = dict(newsroom.rows("select quote_id, text from news.quotes"))
    assert set(texts) == set(quote_of.values())
    assert texts[quote_of[0]].startswith("The harbor was shut")  # 26 words, the fullest printing


def test_each_printing_says_what_it_did_to_the_words(newsroom: Newsroom) -> None:
    link(newsroom, (0, 1, 2, 4), 1)
    rows = newsroom.rows(
        "select article_id, alteration, content from news.quote_occurrences where article_id < 4 order by 1"
    )
    assert [row[1] for row in rows] == ["identical", "identical", "trimmed"]
    assert rows[1][2] == (
        "The harbour was closed for nine years — and the fishermen paid for it. "
        "Now the council wants them to pay a second time."
    )


def test_the_range_holds_the_tag_and_the_content_does_not(newsroom: Newsroom) -> None:
    link(newsroom, (1,), 1)
    ((start, end, words, content),) = newsroom.rows(
        "select start_char, end_char, text, content from news.quote_occurrences"
    )
    assert SPLIT[start:end] == words
    assert "told us" in words
    assert "told us" not in content


def test_two_speakers_of_one_quote_leave_the_speaker_open(newsroom: Newsroom) -> None:
    link(newsroom, (0, 3), 1)
    assert newsroom.rows("select speaker_entity_id from news.quotes") == [(None,)]


def test_short_words_of_two_persons_are_two_quotes(newsroom: Newsroom) -> None:
    said = "“We will win,” {} said."
    copies = [
        Copy(said.format(name), names=[Name(name)], said=[Said("“We will win,”", name, speaker=name)])
        for name in ("Ada Lindqvist", "Bruno Katz")
    ]
    keys = newsroom.put(*copies)
    link_entities(newsroom.connection, keys)
    link_quotes(newsroom.connection, keys)
    assert newsroom.rows("select count(*) from news.quotes") == [(2,)]


def test_an_article_linked_again_prints_its_quotes_once(newsroom: Newsroom) -> None:
    link(newsroom, (0, 1), 2)
    link_quotes(newsroom.connection, [1])
    assert newsroom.rows("select article_id, quote_id from news.quote_occurrences order by 1") == [
        (1, 1_000_001),
        (2, 1_000_001),
    ]
