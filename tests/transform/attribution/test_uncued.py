"""Paragraphs that are only a quotation: if one of these fails, words in quotation marks are nobody's, or are given to
somebody who did not say them."""

from __future__ import annotations

from etl.records import Article, Attribution
from tests.transform.reading import name_of, pieces, read

_WORDS = "“It was a hard night for all of us who sit on it.”"


def _statement(*lines: str) -> tuple[Article, Attribution]:
    """The statement that holds the quotation."""
    article = read(*lines)
    (found,) = (each for each in article.attributions if _WORDS in pieces(each))
    return article, found


def test_behind_a_reported_clause_the_same_speaker_goes_on() -> None:
    article, found = _statement("Maria Olsen said the harbor would close in May.", _WORDS, "The union meets on Friday.")
    assert (found.rule, name_of(article, found.speaker)) == ("uncued", "Maria Olsen")


def test_between_statements_of_one_speaker() -> None:
    article, found = _statement(
        "“We had no other choice,” said Maria Olsen.",
        "The council had met all night.",
        _WORDS,
        "She added that the ferry would go on.",
    )
    assert (found.rule, name_of(article, found.speaker)) == ("uncued", "Maria Olsen")
    assert found.confidence < 0.9


def test_between_two_speakers_it_stays_open() -> None:
    _, found = _statement(
        "“We had no other choice,” said Maria Olsen, the mayor.",
        "The council had met all night.",
        _WORDS,
        "“That is not true at all,” said Jan Dahl of the union.",
    )
    assert (found.source_as_written, found.speaker) == (None, None)
    assert found.unresolved_reason == "no cue beside the quotation"


def test_behind_a_quotation_it_goes_on() -> None:
    article, found = _statement("“We had no other choice,” said Maria Olsen. “The money was gone.”", _WORDS)
    assert (found.rule, name_of(article, found.speaker)) == ("speech-tag-after", "Maria Olsen")


def test_a_short_headline_in_marks_is_no_statement() -> None:
    article = read("The film opens on Friday.\n“The Last Ferry”\nIt is two hours long.")
    assert article.attributions == ()
