"""A user who reads a claim in a table, far from its article, would not know whom it is about if these failed."""

from __future__ import annotations

import pytest

from etl.records import Voice
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
            "The bill held none of the $5.7 billion that Mr. Lee had demanded for 20 miles of road.",
            "Mr. Lee had demanded [the $5.7 billion] for 20 miles of road",
        ),
        (
            "Lee confirmed in a letter to senators that “Iran has aided militant groups,  which train in Iran.”",
            "[Militant groups] train in Iran",
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


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # "Which" is never said of a person, and "one of which" of several.
        (
            "The board cancelled the debate between Anna Keller and Peter Roe, which was planned for May.",
            "[The debate between Anna Keller and Peter Roe] was planned for May",
        ),
        ("Nine classes were on offer, one of which cost 300 dollars.", "One of [Nine classes] cost 300 dollars"),
        # What a copula says of the subject is named without the subject.
        (
            "Lund is the largest town of the county, which is also home to a university.",
            "[The largest town of the county] is also home to a university",
        ),
        # "Where" is the place right before it.
        ("Roe counted his victories in Ohio, where he won 39 seats.", "[In Ohio,] [Roe] won 39 seats"),
    ],
)
def test_a_relative_word_stands_for_what_it_can_mean(transformer: Transformer, text: str, statement: str) -> None:
    assert last_statement(transformer, text) == statement


def test_an_accusation_is_no_fact(transformer: Transformer) -> None:
    """Printed as the article's own words, it would accuse somebody in the newsroom's name."""
    text = "When confronted with the accusation he stole the money, Roe told the court it was not true."
    article = transformer.annotate_prose(text)
    stolen = next(claim for claim in article.claims if "stole" in claim.span.text)
    assert stolen.span.text == "he stole the money"
    assert stolen.voice is Voice.ATTRIBUTED
    assert stolen.hedge == "accusation"


@pytest.mark.parametrize("text", ["It was reported.", "The agency announced on Friday."])
def test_a_bare_report_asserts_nothing(transformer: Transformer, text: str) -> None:
    assert transformer.annotate_prose(text).claims == ()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Nobody has paid for the port. Which brings us to the ferry.", "[This] brings us to the ferry"),
        (
            "The mayor said that defunct mines posed a threat to the river.",
            "Defunct mines posed a threat to the river",
        ),
        ("She wrote that the country had spent years at war.", "The country had spent years at war"),
        ("The mayor wrote that #HarborNight was a farce.", "#HarborNight was a farce"),
        ("“That’s why the ferry was late,” Olsen said.", "That’s why the ferry was late"),
    ],
)
def test_how_it_opens(transformer: Transformer, text: str, statement: str) -> None:
    assert last_statement(transformer, text) == statement


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows which of the two ferries sank first.",
        "“That’s why,” Olsen said.",
    ],
)
def test_nothing_is_stated(transformer: Transformer, text: str) -> None:
    """A question that is only spoken of, and an answer without what it answers."""
    assert transformer.annotate_prose(text).claims == ()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "He is a man in his 40s, who used to live in Leeds and had debts with three banks.",
            "[A man in his 40s] had debts with three banks",
        ),
        (
            "The crate was meant to be delivered to the office of the bank, where she works as a clerk, but was "
            "stopped at a depot in Leeds.",
            "[The crate] was stopped at a depot in Leeds",
        ),
        ("The firm has not paid any fine or made any promise to the court.", "[The firm has not] made any promise"),
        ("The court has files that he says are inadequate.", "[Files] are inadequate"),
        (
            "Soon, Captain Ron Hale of the Highway Patrol, who has earned some praise, arrived.",
            "[Captain Ron Hale of the Highway Patrol] has earned some praise",
        ),
        ("Carl Voss Jr. was arrested in May. Mr. Voss has a criminal record.", "Mr. [Carl] Voss has a criminal record"),
        ("Ana Lund III is a lawyer. Lund has asked the court to adjourn.", "[Ana] Lund has asked the court"),
    ],
)
def test_a_shared_subject_is_named_with_what_else_is_shared(
    transformer: Transformer, text: str, statement: str
) -> None:
    assert last_statement(transformer, text).startswith(statement)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Readers have complained for years about what they say is a bias in the choice of films.",
            "Readers have complained for years about what they say is a bias in the choice of films",
        ),
        (
            "Ida Voss, who serves in the No. 3 position in the Senate, left the room.",
            "[Ida Voss] serves in the No. 3 position in the Senate",
        ),
        (
            "The mayor touched off a public quarrel when, at a meeting of the council in May, she left.",
            "The mayor touched off a public quarrel",
        ),
    ],
)
def test_a_statement_does_not_break_off(transformer: Transformer, text: str, statement: str) -> None:
    statements = [claim.statement for claim in transformer.annotate_prose(text).claims]
    assert statement in statements


@pytest.mark.parametrize(
    "text",
    [
        "“Hasn't the court changed the law, and made it harder for them to vote, the senator asked.",
        "“Who is making the choices, because I can tell you that nobody knows,” the mayor asked.",
    ],
)
def test_what_is_asked_is_no_claim_though_no_mark_says_so(transformer: Transformer, text: str) -> None:
    statements = [claim.statement for claim in transformer.annotate_prose(text).claims]
    assert not [each for each in statements if "court" in each or "choices" in each]


def test_it_that_was_an_accident_is_not_who_says_so(transformer: Transformer) -> None:
    assert last_statement(transformer, "The army said it was an accident.") == "It was an accident"
    boeing = last_statement(transformer, "Boeing said it was in talks with the union.")
    assert boeing == "[Boeing] was in talks with the union"


def test_that_behind_a_verb_of_saying_only_opens_what_is_said(transformer: Transformer) -> None:
    assert last_statement(transformer, "The Gazette reported on Monday that Ann Roe left.") == "Ann Roe left"
