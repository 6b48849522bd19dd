"""What somebody did by speaking, and what a parser hides: if one fails, a user is not told of it at all."""

from __future__ import annotations

import pytest

from etl.transform.article import Transformer


def _statements(transformer: Transformer, text: str) -> list[str]:
    return [claim.statement for claim in transformer.annotate_prose(text).claims]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The mayor urged both sides to “let the matter rest.”",
            "The mayor urged both sides to let the matter rest",
        ),
        (
            "Senator Ann Roe called the plan a “gross waste” of money.",
            "Senator Ann Roe called the plan a “gross waste” of money",
        ),
        (
            "The ministry has often been accused of bombing villages, where it is facing a revolt.",
            "The ministry has often been accused of bombing villages",
        ),
        ("The man was charged with driving drunk, police said.", "The man was charged with driving drunk"),
        (
            "Mr. Bob Roe has apologized for his outburst over the weekend in a statement released by his office:",
            "Mr. Bob Roe has apologized for his outburst over the weekend in a statement released by his office",
        ),
    ],
)
def test_a_deed_done_in_words_is_told(transformer: Transformer, text: str, statement: str) -> None:
    assert statement in _statements(transformer, text)


def test_who_only_says_something_does_nothing(transformer: Transformer) -> None:
    assert _statements(transformer, "The mayor said that the bridge was closed.") == ["The bridge was closed"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The crew was called in and took the woman to a hospital.",
            ["The crew was called in", "[The crew] took the woman to a hospital"],
        ),
        (
            "The village is remote and has no road.",
            ["The village is remote", "[The village] has no road"],
        ),
        (
            "A guard happened to see the car and alerted the police.",
            ["A guard happened to see the car", "[A guard] alerted the police"],
        ),
    ],
)
def test_the_second_of_two_predicates_is_a_claim(transformer: Transformer, text: str, statements: list[str]) -> None:
    assert _statements(transformer, text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "This is a sore point, as are many others.",
        "The name is often misused, and has been for a long time.",
    ],
)
def test_what_only_stands_for_another_predicate_is_none(transformer: Transformer, text: str) -> None:
    assert len(_statements(transformer, text)) == 1


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Rather, government sources confirmed his identity to various news outlets.",
            ["Government sources confirmed his identity to various news outlets"],
        ),
        ("I would rather go home on Monday.", []),
        (
            "The two ministers have been at odds over the budget.",
            ["The two ministers have been at odds over the budget"],
        ),
        ("A man given a medal by the queen.", []),
    ],
)
def test_words_of_judgement_judge_only_where_they_do(
    transformer: Transformer, text: str, statements: list[str]
) -> None:
    assert _statements(transformer, text) == statements


def test_a_denial_of_wrongdoing_is_no_judgement(transformer: Transformer) -> None:
    assert _statements(transformer, "Mr. Roe said he had done nothing wrong.") == ["[Roe] had done nothing wrong"]
    assert _statements(transformer, "That decision was wrong.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has for months tried to reduce the number of applicants",
        "Donald Roe, the presumptive nominee, seized on the attacks as evidence of weakness",
        "Ann Roe, the majority leader, previously committed to proceeding with such a trial",
        "A fire yesterday morning destroyed at least 200 makeshift homes in a slum in Chittagong",
    ],
)
def test_a_subject_far_from_its_verb_is_its_subject(transformer: Transformer, text: str) -> None:
    assert _statements(transformer, f"{text}.") == [text]
