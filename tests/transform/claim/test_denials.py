"""A denial that counts as a statement would make a denier a source of the claim."""

from __future__ import annotations

import pytest

from etl.records import Polarity
from etl.transform.article import Transformer


def _claims(transformer: Transformer, text: str) -> list[tuple[str, Polarity]]:
    return [(claim.span.text, claim.polarity) for claim in transformer.annotate_prose(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor denied that the bridge was closed in May.",
        "The mayor does not believe that the bridge was closed in May.",
    ],
)
def test_what_is_denied_is_negated(transformer: Transformer, text: str) -> None:
    assert ("the bridge was closed in May", Polarity.NEGATED) in _claims(transformer, text)


def test_two_negations_affirm(transformer: Transformer) -> None:
    found = _claims(transformer, "The mayor denied that the bridge had not been closed in May.")
    assert found == [("the bridge had not been closed in May", Polarity.AFFIRMED)]


@pytest.mark.parametrize(
    "text",
    [
        "The office would neither confirm nor deny that an inquiry was under way.",
        "The mayor did not say that the bridge was closed.",
        "The mayor denied claims that the bridge was closed.",
        "That does not mean, the authors insist, that the reefs of today will survive.",
    ],
)
def test_what_is_left_open_is_no_claim(transformer: Transformer, text: str) -> None:
    alone = [claim for claim, polarity in _claims(transformer, text) if polarity is Polarity.AFFIRMED]
    assert "an inquiry was under way" not in alone
    assert "the bridge was closed" not in alone
    assert "the reefs of today will survive" not in alone


def test_a_claim_that_was_debunked_is_not_the_author_s(transformer: Transformer) -> None:
    text = (
        "A version of the same claim, that a cousin of the mayor took the money, was debunked by Full Picture in 2022."
    )
    assert "a cousin of the mayor took the money" not in [claim for claim, _ in _claims(transformer, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The mayor denied that the bridge was closed in May.", "[Denied:] The bridge was closed in May"),
        ("The army denied it had carried out the strike.", "[Denied:] [The army] had carried out the strike"),
        ("The mayor does not believe that the bridge was closed.", "[Doubted:] The bridge was closed"),
    ],
)
def test_a_statement_says_that_it_is_denied(transformer: Transformer, text: str, statement: str) -> None:
    assert [claim.statement for claim in transformer.annotate_prose(text).claims] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "No, I think the bridge was closed in May.",
        "The men thought the bridge was nothing but a toy.",
        "I can't believe that the moment has arrived.",
    ],
)
def test_a_no_that_denies_something_else_doubts_nothing(transformer: Transformer, text: str) -> None:
    (claim,) = transformer.annotate_prose(text).claims
    assert claim.polarity is Polarity.AFFIRMED
    assert not claim.statement.startswith("[")
