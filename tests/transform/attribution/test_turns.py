"""Transcripts and interviews: if one of these fails, an answer has no speaker, or "I" is taken for the author."""

from __future__ import annotations

import pytest

from etl.records import Article, SourceKind, SpanRole
from tests.transform.reading import name_of, read


def _turns(article: Article) -> list[tuple[str | None, str]]:
    """Who is meant and what they say, turn by turn."""
    found = []
    for each in article.attributions:
        if each.rule == "turn":
            found.append((name_of(article, each.speaker), next(each.of_role(SpanRole.CONTENT)).text))
    return found


def _own_words(article: Article) -> set[str | None]:
    """Who "I", "me" and "myself" are."""
    return {
        name_of(article, ordinal)
        for ordinal, each in enumerate(article.mentions, 1)
        if each.span.text in ("I", "me", "myself")
    }


def test_question_and_answer() -> None:
    article = read(
        "Grace Okafor runs the port of Lagos. We spoke to her on Monday.",
        "Q: Is the port open?",
        "A: Yes. I opened it myself last week.",
    )
    assert _turns(article) == [
        (None, "Is the port open?"),
        ("Grace Okafor", "Yes. I opened it myself last week."),
    ]
    assert _own_words(article) == {"Grace Okafor"}


def test_an_answer_is_nobodys_where_several_might_have_given_it() -> None:
    article = read(
        "Grace Okafor and Jan Dahl run the port of Lagos.",
        "Q: Is the port open?",
        "A: Yes, it opened last week.",
    )
    assert _turns(article) == [(None, "Is the port open?"), (None, "Yes, it opened last week.")]


@pytest.mark.parametrize("label", ["Okafor", "OKAFOR", "Grace Okafor"])
def test_surname(label: str) -> None:
    article = read(
        "Grace Okafor, who runs the port, spoke to reporters on Monday.",
        "Reporter: Will you resign over this?",
        f"{label}: No, nobody has asked me to resign.",
    )
    assert _turns(article) == [
        (None, "Will you resign over this?"),
        ("Grace Okafor", "No, nobody has asked me to resign."),
    ]
    assert _own_words(article) == {"Grace Okafor"}


def test_initials_of_somebody_named_in_full() -> None:
    article = read(
        "The paper sat down with Jan Dahl of the union.",
        "NT: Is the port open?",
        "JD: Yes, it is. I opened it myself.",
        "NT: And what about the ferry?",
        "JD: It is late, as ever.",
    )
    assert [name for name, _ in _turns(article)] == [None, "Jan Dahl", None, "Jan Dahl"]
    assert _own_words(article) == {"Jan Dahl"}


def test_labels_in_brackets() -> None:
    article = read(
        "Jan Dahl makes boats. He spoke to the Herald on Monday.",
        "((HH)) How did you start?",
        "((Jan Dahl))  I built my first boat at ten.",
        "((HH)) : And the second?",
        "((Jan Dahl))  That one floats.",
    )
    assert [name for name, _ in _turns(article)] == [None, "Jan Dahl", None, "Jan Dahl"]
    assert _own_words(article) == {"Jan Dahl"}


def test_who_says_i_in_a_turn_is_not_the_author() -> None:
    article = read(
        "Grace Okafor runs the port of Lagos.",
        "Q: Will the ferry come?",
        "A: I am sure that it will come.",
        "Q: And the trains?",
        "A: We hope that they will run in May.",
    )
    inner = [each for each in article.attributions if each.relayed_by is not None]
    assert [(each.source_as_written, each.source_kind) for each in inner] == [
        ("I", SourceKind.PERSON),
        ("We", SourceKind.GROUP),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Photo: Jan Dahl at the port on Monday.", "Photo: The port in the year 2012."),
        ("Note: The port has been closed since 2012.", "Note: The ferry is run by the state."),
        ("Update: This article was changed on Tuesday.", "Update: The port is open again."),
        ("Washington: The port was opened by the president.", "Washington: The president has left again."),
        ("The Bottom Line: Dahl has no money left.", "The Bottom Line: The bank owns the house."),
        ("Dahl: 12 votes", "Holm: 9 votes"),
        ("14:32: The minister arrives at the port.", "15:02: The ferry leaves the port."),
    ],
)
def test_labels_that_nobody_speaks_under(lines: tuple[str, ...]) -> None:
    article = read("Jan Dahl and Pia Holm came to the port on Monday.", *lines)
    assert _turns(article) == []


def test_two_brackets_hold_who_speaks() -> None:
    article = read(
        "Grace Okafor runs the port of Lagos. She spoke with the Harbor Post on Monday.",
        "((Harbor Post)) Which ports did you run before you came to Lagos?",
        "((HP)) What do you want to change in the port?",
    )
    assert [content for _, content in _turns(article)] == [
        "Which ports did you run before you came to Lagos?",
        "What do you want to change in the port?",
    ]


def test_beside_brackets_a_bare_label_answers() -> None:
    article = read(
        "Grace Okafor runs the port of Lagos. She spoke with the Harbor Post on Monday.",
        "((Harbor Post)) Which ports did you run before you came to Lagos?",
        "GO Although it was long ago, we ran the old port of Lund.",
        "((HP)) What do you want to change in the port?",
        "GO The cranes are too small.",
        "GOP leaders were not asked.",
    )
    assert _turns(article)[1::2] == [
        ("Grace Okafor", "Although it was long ago, we ran the old port of Lund."),
        ("Grace Okafor", "The cranes are too small."),
    ]


def test_a_paper_asks_under_its_name_and_then_its_initials() -> None:
    article = read(
        "Grace Okafor runs the port of Lagos. She told the Harbor Post why she stays.",
        "Harbor Post: Which ports did you run before you came to Lagos?",
        "Grace Okafor: Only Lund, and that was long ago.",
        "HP: What do you want to change in the port?",
        "GO: The cranes are too small.",
    )
    assert [name for name, _ in _turns(article)] == ["Harbor Post", "Grace Okafor", "Harbor Post", "Grace Okafor"]


def test_two_towns_that_open_lines_do_not_talk() -> None:
    article = read(
        "Jan Dahl went to New York and to San Diego on Monday.",
        "New York: The port was opened by the president.",
        "San Diego: The president has left again.",
    )
    assert _turns(article) == []


def test_what_somebody_does_is_not_what_they_say() -> None:
    article = read(
        "Grace Okafor and Jan Dahl run the port of Lagos.",
        "DAHL: [Laughs] It is shut for now.",
        "OKAFOR: [The port] is open, whatever he says.",
        "DAHL: (pauses) We will see about that.",
    )
    assert [words for _, words in _turns(article)] == [
        "It is shut for now.",
        "[The port] is open, whatever he says.",
        "We will see about that.",
    ]
