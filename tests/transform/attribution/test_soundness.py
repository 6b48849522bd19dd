"""If one of these fails, a name speaks for its bearer, or somebody says what he is himself a part of."""

from __future__ import annotations

import pytest

from etl.records import SpanRole
from etl.transform.article import Transformer

NOBODY_SAYS_THIS = (
    "On Friday, Qaboos bin Said, the long-serving Sultan of Oman, died aged 79.",
    "Haitham bin Tariq Al Said, his successor, attended prayers at the Grand Mosque.",
    "“It was a match that I wanted to play for years,” Ann Marsh said.",
    "The harbour was closed in May, the council's report found no other way, and the boats left.",
)


@pytest.mark.parametrize("text", NOBODY_SAYS_THIS)
def test_sources_and_cues_stand_outside_of_what_is_said(transformer: Transformer, text: str) -> None:
    for found in transformer.annotate_prose(text).attributions:
        content = found.of_role(SpanRole.CONTENT)
        for each in (*found.of_role(SpanRole.SOURCE), *found.of_role(SpanRole.CUE)):
            assert not any(c.start_char <= each.start_char < c.end_char for c in content), (found.rule, each)


@pytest.mark.parametrize("text", NOBODY_SAYS_THIS[:2])
def test_a_name_is_no_cue(transformer: Transformer, text: str) -> None:
    assert transformer.annotate_prose(text).attributions == ()


def test_a_name_beside_a_cue_leaves_the_cue_alone(transformer: Transformer) -> None:
    (found,) = transformer.annotate_prose("The harbour will close, Wafic Said said on Friday.").attributions
    assert [each.text for each in found.of_role(SpanRole.CUE)] == ["said"]
    assert [each.text for each in found.of_role(SpanRole.SOURCE)] == ["Wafic Said"]


def test_what_something_is_done_for_is_nobodys_word(transformer: Transformer) -> None:
    found = transformer.annotate_prose(
        "The envoy offered air strikes to support the army and its allies on Friday. Holt supports the bill."
    ).attributions
    assert "Holt" in [each.text for one in found for each in one.of_role(SpanRole.SOURCE)]
    assert "support" not in [each.text for one in found for each in one.of_role(SpanRole.CUE)]
