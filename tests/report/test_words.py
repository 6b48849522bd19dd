"""How numbers, times and long texts read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from etl.report.words import count, in_brief, listing, lower_opening, moment, sentence


@pytest.mark.parametrize(
    ("number", "told"), [(0, "no articles"), (1, "one article"), (10, "ten articles"), (1234, "1,234 articles")]
)
def test_numbers(number: int, told: str) -> None:
    assert count(number, "article") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("The indictment", "the indictment"), ("The Atlantic", "The Atlantic"), ("Officials", "Officials"), ("", "")],
)
def test_an_article_in_mid_sentence_is_small(words: str, told: str) -> None:
    assert lower_opening(words) == told


@pytest.mark.parametrize(
    ("items", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(items: list[str], told: str) -> None:
    assert listing(items) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("it rains", "It rains."),
        ("he said “no.”", "He said “no.”"),
        ("why?", "Why?"),
        (" ", ""),
        ("news.example [3] rests on Reuters", "news.example [3] rests on Reuters."),
    ],
)
def test_sentences(words: str, told: str) -> None:
    assert sentence(words) == told


@pytest.mark.parametrize(
    ("words", "told"), [("short", "short"), ("one two three", "one two…"), (None, ""), ("a\n b", "a b")]
)
def test_long_texts_are_cut_at_a_word(words: str | None, told: str) -> None:
    assert in_brief(words, 10) == told


def test_a_time_is_told_as_exactly_as_it_is_known() -> None:
    at = datetime(2015, 6, 22, 9, 5, tzinfo=UTC)
    assert [moment(at, precision) for precision in ("minute", "day", "month", "year")] == [
        "22 June 2015, 09:05 UTC",
        "22 June 2015",
        "June 2015",
        "2015",
    ]
    assert moment(datetime(2015, 6, 22, 1, tzinfo=timezone(timedelta(hours=3)))) == "21 June 2015, 22:00 UTC"
