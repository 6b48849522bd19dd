"""A user who reads a claim's canonical form would get the muddiest printing if these failed."""

from __future__ import annotations

import pytest

from etl.link.claim.printing import Printing, clarity


def printing(
    text: str, subject: str, *, name: str | None = None, hedged: bool = False, negated: bool = False
) -> Printing:
    return Printing(
        occurrence_id=1,
        article_id=1,
        text=text,
        subject=subject,
        subject_name=name,
        predicate="send",
        is_negated=negated,
        is_hedged=hedged,
        checkworthiness=0.5,
        numbers=(),
    )


CLEAR = printing("Obama is sending 450 soldiers to the base at Taqqadum", "Obama")


@pytest.mark.parametrize(
    "other",
    [
        printing("Last week, news reports surfaced that Obama is sending 450 soldiers to Taqqadum", "news reports"),
        printing("After the fall of Ramadi, Obama is sending 450 soldiers to the base", "Obama"),
        printing("[Barack Obama] is sending 450 soldiers to the base at Taqqadum", "he", name="Barack Obama"),
        printing("He is sending 450 soldiers to the base at Taqqadum", "He"),
        printing("Both leaders are sending 450 soldiers to the base at Taqqadum", "Both leaders"),
        printing("Obama is sending 450 soldiers", "Obama"),
        printing("Obama is sending 450 soldiers to the base at Taqqadum, where many wait for them already", "Obama"),
        printing("Obama is reportedly sending 450 soldiers to the base at Taqqadum", "Obama", hedged=True),
        printing("Obama is not sending 450 soldiers to the base at Taqqadum", "Obama", negated=True),
    ],
    ids=["reported", "preamble", "brackets", "open", "pointing", "cut short", "long", "hedged", "denied"],
)
def test_the_clearest_printing(other: Printing) -> None:
    assert clarity(CLEAR) > clarity(other)


def test_that_it_is_denied_is_no_part_of_what_is_said() -> None:
    denied = printing("[Denied:] Obama sent 450 soldiers", "Obama", negated=True).content
    assert denied == printing("Obama sent 450 soldiers", "Obama", negated=True).content
