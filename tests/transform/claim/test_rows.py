"""Claims and figures in the sentences of news reports: if one of these fails, a row says of somebody what was said of
another, leaves out that it is denied or doubtful, or gives another number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.records import ClaimOccurrence, Outcome, Polarity, Voice
from etl.transform.article import Transformer


def _claims(transformer: Transformer, text: str) -> tuple[ClaimOccurrence, ...]:
    return transformer.annotate_prose(text).claims


def _statements(transformer: Transformer, text: str) -> list[str]:
    return [claim.statement for claim in _claims(transformer, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # the subject of what is said is not who says it
        (
            "Holt also said many farms lost their wells, and might not get them back for years.",
            "[Many farms] might not get them back for years",
        ),
        # several persons behind a preposition
        (
            "The letter was signed by Senators Ann Roe, Jan Dahl, and Ida Lund, who sit on three committees.",
            "[Senators Ann Roe, Jan Dahl, and Ida Lund] sit on three committees",
        ),
        # a subject with a name behind it, before a verb that the parser gives to another
        (
            "The law did not limit the number of terms, but nobody had sought a third one after the country's first "
            "president, George Walden, refused it.",
            "The country's first president, George Walden, refused it",
        ),
        (
            "Two members, Ann Roe and Jan Dahl, opposed both bills, and a third, Ida Lund, voted for the first bill.",
            "A third, Ida Lund, voted for the first bill",
        ),
        # a measure needs what it is measured from
        (
            "The strike came a few weeks after the mill had cut its pay.",
            "The strike came a few weeks after the mill had cut its pay",
        ),
        (
            "This comes a week after he attended a summit with President Anna Holt, who was later found to be ill.",
            "[President Anna Holt] was later found to be ill",
        ),
        ("The fair was a loss, even though it drew 400 guests.", "It drew 400 guests"),
        (
            "The market was shut after one of the guards, aged 17, left the gate open.",
            "One of the guards, aged 17, left the gate open",
        ),
        # one clause ends where the next one begins
        (
            "The river is cooler than the lake, but its mouth is much wider, such that ships pass in pairs.",
            "The river is cooler than the lake",
        ),
        (
            "The committee suggested the paint, like other old coats, might harm the walls.",
            "The paint, like other old coats, might harm the walls",
        ),
        (
            "The cause of the fire had not been officially stated.",
            "The cause of the fire had not been officially stated",
        ),
    ],
)
def test_a_statement_is_of_whom_it_is_said(transformer: Transformer, text: str, statement: str) -> None:
    assert statement in _statements(transformer, text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Monday, US singer and poet Robert Hale died at his home.", "US singer and poet Robert Hale"),
        ("The Mexican company Altavista sells maps to the navy.", "The Mexican company Altavista"),
    ],
)
def test_a_subject_has_its_name(transformer: Transformer, text: str, subject: str) -> None:
    (claim,) = _claims(transformer, text)
    assert claim.subject == subject


def test_not_however_denies(transformer: Transformer) -> None:
    (claim,) = _claims(transformer, "It was not, however, an official record.")
    assert claim.polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("More orders are likely to be issued in the coming week.", ["likely"]),
        ("Reportedly over 400 firemen came to the mill and were still working at dawn.", ["reportedly", "reportedly"]),
        ("Men are more likely to be fined in the city.", [None]),
    ],
)
def test_what_is_doubtful(transformer: Transformer, text: str, hedges: list[str | None]) -> None:
    assert [claim.hedge for claim in _claims(transformer, text)] == hedges


def test_a_condition_within_a_condition_claims_nothing(transformer: Transformer) -> None:
    assert _statements(transformer, "If it turns out that the mayor took the money, he will resign.") == []


def test_to_go_on_to_say_is_to_say(transformer: Transformer) -> None:
    claims = _claims(transformer, "Holt went on to say he was not closing the mill, because it had new orders.")
    assert [(claim.statement, claim.voice) for claim in claims] == [
        ("[Holt] was not closing the mill", Voice.ATTRIBUTED),
        ("It had new orders", Voice.ATTRIBUTED),
    ]


def test_may_or_may_not_denies_nothing(transformer: Transformer) -> None:
    claims = _claims(transformer, "The call came from a man who, officials said, may or may not have been the captain.")
    assert Polarity.NEGATED not in {claim.polarity for claim in claims}


def test_what_follows_in_a_list_is_still_said(transformer: Transformer) -> None:
    claims = _claims(
        transformer, "Officials said the guard saw the van, followed it to the bridge, and called the police."
    )
    assert {claim.voice for claim in claims} == {Voice.ATTRIBUTED}
    assert {claim.subject for claim in claims} == {"the guard"}


@pytest.mark.parametrize(
    ("text", "words", "value", "counted"),
    [
        ("Spain had around a quarter of a million infections.", "around a quarter of a million", 250_000, "infection"),
        ("The site hosted a quarter million clips.", "a quarter million", 250_000, "clip"),
        ("The hospital said 1720 had been discharged.", "1720", 1720, None),
        ("Three quarters of the country's courts are closed.", "Three quarters", 75, "court"),
    ],
)
def test_numbers(transformer: Transformer, text: str, words: str, value: int, counted: str | None) -> None:
    (figure,) = transformer.annotate_prose(text).figures
    assert (figure.span.text, figure.value, figure.counted) == (words, Decimal(value), counted)


@pytest.mark.parametrize(
    "text",
    [
        "On December 5 and 6, the government closed its offices.",
        "A constable, one Peter Stone, saw the van.",
    ],
)
def test_no_numbers(transformer: Transformer, text: str) -> None:
    assert transformer.annotate_prose(text).figures == ()


def test_deaths_of_many_are_their_deaths(transformer: Transformer) -> None:
    (figure,) = transformer.annotate_prose("The blast resulted in the deaths of 29 miners.").figures
    assert (figure.value, figure.counted, figure.outcome) == (Decimal(29), "miner", Outcome.KILLED)


def test_who_lost_their_lives_were_killed(transformer: Transformer) -> None:
    (figure,) = transformer.annotate_prose("In the flood, 81 had lost their lives.").figures
    assert figure.outcome is Outcome.KILLED


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # what led to something is what happened, not where or when
        (
            "The blast was in Mill Lane at about 13:40 local time, which left at least 42 people homeless.",
            "[The blast] left at least 42 people homeless",
        ),
        (
            "He was charged over a shooting in Bergen on Friday, which injured 50 people.",
            "[A shooting in Bergen] injured 50 people",
        ),
        # several who are called by one name
        (
            "They share the resources with the Western Harbour Tribe, who have a herd of 33 oxen.",
            "[The Western Harbour Tribe] have a herd of 33 oxen",
        ),
        # who says it is no part of it
        (
            "The council's case, she said, rested on “one man with a grudge”.",
            "The council's case rested on “one man with a grudge”",
        ),
        # an editor's letter opens a word
        (
            "“[W]ithin ten days, the port will lose nine ships,” Holt said.",
            "[W]ithin ten days, the port will lose nine ships",
        ),
        # a purpose behind a dash belongs to the sentence around
        (
            "It is common for mayors — Lund became mayor in July — to close the port.",
            "Lund became mayor in July",
        ),
        ("Iran will pursue it even after he ends serving as president.", "He ends serving as president"),
        ("The ministry had been told in February.", "The ministry had been told in February"),
        (
            "The mayor's aide, Olle Brandt, said after the vote that the port “rejects the plan entirely”.",
            "The port “rejects the plan entirely”",
        ),
    ],
)
def test_statements_read_alone(transformer: Transformer, text: str, statement: str) -> None:
    assert statement in _statements(transformer, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port “ground to a halt” — as the court put it — at part of the bridge.", "put it"),
        ("“We have no drought, as there was in 2015,” she said.", "There was in 2015"),
        ("The bomb was laid in a market, stated Minister of Ports Jan Dahl, and was left there for days.", "stated"),
    ],
)
def test_wordings_comparisons_and_tags_are_no_claims(transformer: Transformer, text: str, words: str) -> None:
    assert not any(words in each for each in _statements(transformer, text))
