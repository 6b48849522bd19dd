"""A user who reads a claim in a table, far from its article, would not know whom it is about if these failed."""

from __future__ import annotations

import pytest

from etl.transform.article import Transformer


def last_statement(transformer: Transformer, text: str) -> str:
    article = transformer.annotate_prose(text)
    for claim in article.claims:
        assert text[claim.span.start_char : claim.span.end_char] == claim.span.text
    return article.claims[-1].statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The army praised the militias, which receive training in Iran.",
            "[The militias] receive training in Iran",
        ),
        (
            "Weapons reached the rebels through Jordan, which buys them from France.",
            "[Jordan] buys them from France",
        ),
        (
            "He left the base with 20 soldiers, some of whom have fought in Syria.",
            "Some of [20 soldiers] have fought in Syria",
        ),
        (
            "The minister signed the treaty, which the senate had rejected in May.",
            "The senate had rejected [the treaty] in May",
        ),
        (
            "The police arrested the driver, whose truck hit two cyclists.",
            "[The driver’s] truck hit two cyclists",
        ),
        (
            "She flew to Lagos, where the company owns three factories.",
            "[In Lagos,] the company owns three factories",
        ),
    ],
)
def test_a_relative_word_is_named(transformer: Transformer, text: str, statement: str) -> None:
    assert last_statement(transformer, text) == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The company closed two plants and sold its office in Paris.", "[The company] sold its office in Paris"),
        (
            "The company will close two plants in Ohio and sell its office in Paris.",
            "[The company will] sell its office in Paris",
        ),
        ("Anna Keller met the workers. She promised them new contracts.", "[Anna Keller] promised them new contracts"),
        (
            "Anna Keller met the workers on Monday. Keller promised them new contracts.",
            "[Anna] Keller promised them new contracts",
        ),
        ("The company said it would cut 1,200 jobs.", "[The company] would cut 1,200 jobs"),
    ],
)
def test_a_subject_that_stands_elsewhere_is_named(transformer: Transformer, text: str, statement: str) -> None:
    assert last_statement(transformer, text) == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("In fact, the bank lost ten million dollars.", "The bank lost ten million dollars"),
        ("As noted above, the bank lost ten million dollars.", "The bank lost ten million dollars"),
        ("In March, the bank lost ten million dollars.", "In March, the bank lost ten million dollars"),
    ],
)
def test_words_that_only_join_it_to_another_sentence_are_left_out(
    transformer: Transformer, text: str, statement: str
) -> None:
    assert last_statement(transformer, text) == statement


def test_brackets_are_whole(transformer: Transformer) -> None:
    statement = last_statement(
        transformer, "The bank (which lost ten million dollars) has closed two branches (in Ohio)."
    )
    assert statement.count("(") == statement.count(")")


def test_who_is_not_known_is_not_guessed(transformer: Transformer) -> None:
    statement = last_statement(transformer, "They have left the city of Mosul.")
    assert statement == "They have left the city of Mosul"
