"""What quoted words tell of others' words: if one of these fails, a report loses who is said to have said something, or
takes the speaker's own words for another's."""

from __future__ import annotations

import pytest

from etl.records import Article, Attribution, AttributionType
from tests.transform.reading import pieces, read


def _inner(text: str) -> tuple[Article, list[Attribution]]:
    """The statements that another one holds."""
    article = read(text)
    return article, [each for each in article.attributions if each.relayed_by is not None]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“The ministry announced that it would close the mill,” said Maria Olsen. “We learned it from the radio.”",
            "The ministry",
            "that it would close the mill",
        ),
        (
            "“He told me that I had gone down too easily,” said Kolawole. “I have marks on my shin.”",
            "He",
            "that I had gone down too easily",
        ),
        (
            "“Dahl said the wall would hold for ninety years,” the witness recalled.",
            "Dahl",
            "the wall would hold for ninety years",
        ),
        (
            "‘The fourth official told me, “He gave it, so live with it,”’ said Kolawole. ‘I am 52 years old.’",
            "The fourth official",
            "“He gave it, so live with it,”",
        ),
        (
            "“I have just met a guard who told me that the gate was open,” said Maria Olsen.",
            "a guard who",
            "that the gate was open",
        ),
    ],
)
def test_a_report_within_quoted_words(text: str, source: str, content: str) -> None:
    article, (found,) = _inner(text)
    assert (found.source_as_written, pieces(found)) == (source, (content,))
    assert found.type is AttributionType.INDIRECT
    assert found.relayed_by is not None
    assert article.attributions[found.relayed_by - 1].type is AttributionType.DIRECT


@pytest.mark.parametrize(
    "text",
    [
        "“I said it was over and we told you it would be hard,” said Maria Olsen.",
        "“People say that it is late, and they say it every year,” said Maria Olsen.",
        "“It shows how far we have come, and what he says is true,” said Maria Olsen.",
    ],
)
def test_the_speakers_own_words_and_hearsay_are_none(text: str) -> None:
    assert _inner(text)[1] == []


def test_who_i_is_in_what_another_is_said_to_have_said() -> None:
    article, _ = _inner("“Karl Havel told me that I had made a mistake,” said Carla Nunes.")
    chains = {mention.span.text: mention.chain for mention in article.mentions}
    assert chains["I"] == chains["Carla Nunes"] != chains["Karl Havel"]
