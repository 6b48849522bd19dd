"""Who asks and who answers, in courts, chambers and calls: if one of these fails, a question is given to who answered
it, or is missed."""

from __future__ import annotations

import pytest

from tests.transform.reading import name_of, pieces, read


@pytest.mark.parametrize(
    ("text", "source", "content", "addressee"),
    [
        # an office behind the name of who asks
        (
            "Asked by Ida Lund KC, for the port, what she saw next, Petra Dahl replied: “Nothing but rain.”",
            "Ida Lund KC",
            "what she saw next",
            "Petra Dahl",
        ),
        (
            "Pressed by Harbor Bank’s Tom Lee on whether the plant was safe, Ann Dahl said it was.",
            "Harbor Bank’s Tom Lee",
            "whether the plant was safe",
            "Ann Dahl",
        ),
        (
            "Questioned on why the gate was open, the guard said he had lost the key.",
            None,
            "why the gate was open",
            None,
        ),
        ("“You had the key, didn’t you?” Mr. Lund put to her.", "Mr. Lund", "“You had the key, didn’t you?”", "her"),
    ],
)
def test_who_asks(text: str, source: str | None, content: str, addressee: str | None) -> None:
    found = next(each for each in read(text).attributions if pieces(each) == (content,))
    assert found.source_as_written == source
    assert addressee is None or found.addressee == addressee


def test_a_question_behind_an_answer_is_not_the_witness_s() -> None:
    article = read(
        "The court sat at ten. Martin Dahl replied: “I shut the gate and went home.”",
        "“And when did you come back to it?”",
        "“I never came back to it.”",
        "Dahl accepted that nobody had seen him.",
    )
    said = {pieces(each): name_of(article, each.speaker) for each in article.attributions}
    assert said[("“I shut the gate and went home.”",)] == "Martin Dahl"
    assert said.get(("“And when did you come back to it?”",)) is None
    assert said[("“I never came back to it.”",)] == "Martin Dahl"


@pytest.mark.parametrize(
    ("text", "content", "addressee"),
    [
        ("The inquest heard that the valve had failed.", ("that the valve had failed",), "inquest"),
        ("The valve had failed twice, a jury heard.", ("The valve had failed twice",), "jury"),
        (
            "The agency’s inspectors had, the committee heard, been there once.",
            ("The agency’s inspectors had", "been there once"),
            "committee",
        ),
    ],
)
def test_who_hears_says_nothing(text: str, content: tuple[str, ...], addressee: str) -> None:
    (found,) = read(text).attributions
    assert (found.source_as_written, pieces(found), found.addressee) == (None, content, addressee)


def test_a_person_who_hears_is_the_source() -> None:
    (found,) = read("Anna Lund heard that the valve had failed.").attributions
    assert (found.source_as_written, found.addressee) == ("Anna Lund", None)


def test_what_follows_a_question_is_no_more_of_it() -> None:
    (found,) = read("Asked how he would hold the lead, Lund grinned. “Slowly.”").attributions
    assert (pieces(found), found.addressee) == (("how he would hold the lead",), "Lund")


def test_how_long_before_somebody_was_told_is_not_who_was() -> None:
    (found,) = read("Lund told his closest aides two days before the sale that it could not be stopped.").attributions
    assert found.addressee == "his closest aides"
