"""A user who asks what was asserted, and in whose voice, would be misled if these failed."""

from __future__ import annotations

import pytest

from etl.records import Article, ClaimOccurrence, Polarity, Voice
from etl.transform.article import Transformer


def claims_of(transformer: Transformer, text: str) -> tuple[ClaimOccurrence, ...]:
    return transformer.annotate_prose(text).claims


def test_what_is_said_is_the_claim_and_not_that_it_was_said(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The minister said that the army had left the city.")
    assert [claim.span.text for claim in article.claims] == ["the army had left the city"]
    claim = article.claims[0]
    assert (claim.voice, claim.attribution, claim.subject, claim.predicate, claim.object) == (
        Voice.ATTRIBUTED,
        1,
        "the army",
        "leave",
        "the city",
    )


def test_joined_clauses_are_claims_each(transformer: Transformer) -> None:
    claims = claims_of(transformer, "The company closed two plants in Ohio, and the union sued it in May.")
    assert [claim.span.text for claim in claims] == [
        "The company closed two plants in Ohio",
        "the union sued it in May",
    ]


def test_a_percentage_at_the_end_belongs_to_its_clause(transformer: Transformer) -> None:
    claims = claims_of(transformer, "Its shares jumped 22%, and inflation slowed to 1.8%.")
    assert [claim.span.text for claim in claims] == ["Its shares jumped 22%", "inflation slowed to 1.8%"]


def test_a_clause_behind_after_is_a_claim_of_its_own(transformer: Transformer) -> None:
    claims = claims_of(transformer, "63 people were missing after an irrigation dam burst in the south on Monday.")
    assert [claim.span.text for claim in claims] == [
        "63 people were missing",
        "an irrigation dam burst in the south on Monday",
    ]


def test_what_a_listener_was_told_is_the_claim(transformer: Transformer) -> None:
    claims = claims_of(transformer, "Roy told the newspaper that 41 people were still missing.")
    assert [claim.span.text for claim in claims] == ["41 people were still missing"]


def test_a_shared_subject_is_kept(transformer: Transformer) -> None:
    claims = claims_of(transformer, "The company closed two plants and sold its office in Paris.")
    assert [claim.subject for claim in claims] == ["The company", "The company"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The army has left the city.", Polarity.AFFIRMED),
        ("The army has not left the city.", Polarity.NEGATED),
        ("The army never left the city.", Polarity.NEGATED),
        ("No soldiers left the city.", Polarity.NEGATED),
        ("The police found no weapons in the house.", Polarity.NEGATED),
    ],
)
def test_polarity(transformer: Transformer, text: str, polarity: Polarity) -> None:
    assert [claim.polarity for claim in claims_of(transformer, text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The army reportedly left the city.", "reportedly"),
        ("The army may have left the city.", "may"),
        ("The army appears to have left the city.", "appears"),
        ("The alleged leader has fled to Spain.", "alleged"),
        ("The army left the city.", None),
    ],
)
def test_hedges(transformer: Transformer, text: str, hedge: str | None) -> None:
    assert [(claim.hedge, claim.is_hedged) for claim in claims_of(transformer, text)] == [(hedge, hedge is not None)]


@pytest.mark.parametrize(
    "text",
    [
        "Did the army leave the city?",
        "Call your senator today.",
        "The decision was a disgrace.",
        "The council should close the road.",
        "If the rain goes on, the river could flood the town.",
        "I believe that this is wrong.",
        "A parade of horribles.",
    ],
)
def test_what_cannot_be_checked_is_no_claim(transformer: Transformer, text: str) -> None:
    assert claims_of(transformer, text) == ()


def test_a_figure_belongs_to_the_clause_that_it_stands_in(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The storm killed 19 people, and the flood destroyed 300 homes.")
    claims = [article.claims[(figure.claim or 0) - 1].span.text for figure in article.figures]
    assert claims == ["The storm killed 19 people", "the flood destroyed 300 homes"]


def test_figures_and_names_make_a_claim_worth_a_check(transformer: Transformer) -> None:
    exact, vague = claims_of(transformer, "Siemens cut 1,200 jobs in Berlin in 2019.\nThey do such things at times.")
    assert exact.checkworthiness > vague.checkworthiness
    assert "gives a figure" in exact.checkworthiness_reasons
    assert 0 <= vague.checkworthiness <= 1


@pytest.mark.parametrize(
    ("sample", "start", "subject", "predicate", "voice", "polarity"),
    [
        (
            "000",
            "Some of the Iran-backed",
            "Some of the Iran-backed Shiite militias at the base",
            "kill",
            "author",
            "affirmed",
        ),
        ("001", "President Obama is sending", "President Obama", "send", "author", "affirmed"),
        ("002", "the US was not directly training", "the US", "train", "attributed", "negated"),
        ("003", "Throughout the fight against IS", "the US", "maintain", "author", "affirmed"),
        ("003", "the base is reportedly", "the base", "be", "author", "affirmed"),
        ("004", "Shiite militias indiscriminately", "Shiite militias", "burn down", "attributed", "affirmed"),
    ],
)
def test_the_samples_key_claims(
    samples: dict[str, Article], sample: str, start: str, subject: str, predicate: str, voice: str, polarity: str
) -> None:
    claim = next(claim for claim in samples[sample].claims if claim.span.text.startswith(start))
    assert (claim.predicate or "").startswith(predicate)
    assert (claim.subject, claim.voice, claim.polarity) == (subject, voice, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to tell where the army ends and the militia begins.",
        "The minister asked the army to promise that it would not fire on the crowd.",
        "Forests burn when summers are dry.",
    ],
)
def test_what_nobody_asserts_is_no_claim_of_its_own(transformer: Transformer, text: str) -> None:
    inner = ("militia begins", "would not fire", "summers are")
    assert not [claim for claim in claims_of(transformer, text) if claim.span.text.endswith(inner[0])]
    assert not [claim for claim in claims_of(transformer, text) if claim.span.text.startswith(("it would", "summers"))]


def test_that_nothing_was_found_is_the_claim(transformer: Transformer) -> None:
    claims = claims_of(transformer, "Investigators found no evidence that the pilot had been drinking.")
    assert [(claim.span.text, claim.polarity) for claim in claims] == [
        ("Investigators found no evidence that the pilot had been drinking", Polarity.NEGATED)
    ]


def test_a_figure_belongs_to_the_smallest_clause_that_gives_it(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The soldiers left the base where the army keeps 450 tanks.")
    (figure,) = article.figures
    assert figure.claim is not None
    claim = article.claims[figure.claim - 1]
    assert claim.span.text == "the army keeps 450 tanks"
    assert claim.statement == "[At the base,] the army keeps 450 tanks"


def test_a_duty_is_no_past_event(transformer: Transformer) -> None:
    (claim,) = claims_of(transformer, "The rooms are meant for guests of the hotel.")
    assert "tells what happened" not in claim.checkworthiness_reasons


@pytest.mark.parametrize("text", ["The request was accepted on Friday.", "The fund was established in May."])
def test_what_was_done_is_a_claim(transformer: Transformer, text: str) -> None:
    """Verbs that may have a clause for what is found or granted tell a deed where they have none."""
    assert [claim.span.text for claim in claims_of(transformer, text)] == [text.rstrip(".")]


def test_a_claim_in_front_of_the_speaker_does_not_reach_over_him(transformer: Transformer) -> None:
    text = (
        "“The bridge was never safe, whatever they say. There is no money for it,” Mayor Anna Holt, who has sued the "
        "builder twice, said in a statement. “We will close it in May.”"
    )
    found = [claim.span.text for claim in claims_of(transformer, text)]
    assert "There is no money for it" in found
    assert not any("Holt" in claim for claim in found)
