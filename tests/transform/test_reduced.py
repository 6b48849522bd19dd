"""Sentences that lead readers, and parsers, up the garden path: a participle behind a noun stands before the verb. If
one of these fails, the toll of a disaster is told of the dam that burst."""

from __future__ import annotations

import pytest

from etl.transform.article import Transformer


def _statements(transformer: Transformer, text: str) -> list[str]:
    return [claim.statement for claim in transformer.annotate_prose(text).claims]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The number of people killed when the levee burst has risen to 24, officials said.",
            "The number of people killed when the levee burst has risen to 24",
        ),
        (
            "The number of sailors trapped when the ferry overturned has risen to nine.",
            "The number of sailors trapped when the ferry overturned has risen to nine",
        ),
        (
            "Clerks dismissed when the mill closed have won damages.",
            "Clerks dismissed when the mill closed have won damages",
        ),
        (
            "The only guards not asked to help with the search were those working on the bridge.",
            "The only guards not asked to help with the search were those working on the bridge",
        ),
    ],
)
def test_the_verb_behind_a_participle_is_the_sentences(transformer: Transformer, text: str, statement: str) -> None:
    assert statement in _statements(transformer, text)


def test_what_happened_meanwhile_is_a_claim_of_its_own(transformer: Transformer) -> None:
    said = _statements(transformer, "The number of people killed when the levee burst has risen to 24.")
    assert "The levee burst" in said
    assert not any(each.startswith("The levee burst has") for each in said)


def test_two_verbs_that_are_joined_are_two(transformer: Transformer) -> None:
    said = _statements(transformer, "The wheat crop failed when the rain ended, and two farms have been sold since.")
    assert {"The wheat crop failed", "The rain ended", "Two farms have been sold since"} <= set(said)


def test_who_is_told_more_of_has_the_verb_behind_it(transformer: Transformer) -> None:
    said = _statements(transformer, "Shares in Tessaro fell after Blake, who runs the fund, warned of losses.")
    assert "Shares in Tessaro fell" in said
    assert not any(each.startswith("[Shares") for each in said)
