"""Where what somebody said begins and ends, and who said it, in sentences of news: if one of these fails, a report has
somebody say what they did not, or half of what they did."""

from __future__ import annotations

import pytest

from etl.records import SpanRole
from tests.transform.reading import pieces, read


def _outer(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Who and what, of the statements that stand in no other."""
    return [(each.source_as_written, pieces(each)) for each in read(text).attributions if each.relayed_by is None]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # "according to" in the second half of a sentence
        (
            "The family's notice gave no cause, but, according to her doctor, Lund had been ill for months.",
            "her doctor",
            ("Lund had been ill for months",),
        ),
        (
            "The bridge was shut in May; two ferries now cross each hour, according to the port.",
            "the port",
            ("two ferries now cross each hour",),
        ),
        (
            "According to readings sent by one of the navy's “Sea Hawks”, the wave was nine metres high.",
            "readings sent by one of the navy's “Sea Hawks”",
            ("the wave was nine metres high",),
        ),
        # what would or may be goes on with what is said
        (
            "The engineers reported the dam is weak, but the risk may be kept low if the lake is drained.",
            "The engineers",
            ("the dam is weak, but the risk may be kept low if the lake is drained",),
        ),
        (
            "The researchers found when the nights were cold, the bees would stay in the hive.",
            "The researchers",
            ("when the nights were cold, the bees would stay in the hive",),
        ),
        # a word in -ing opens what is said
        (
            "The judge wrote denying tenants a hearing violated the housing law.",
            "The judge",
            ("denying tenants a hearing violated the housing law",),
        ),
        (
            "Olsen said naming the bridge after Berg would please nobody.",
            "Olsen",
            ("naming the bridge after Berg would please nobody",),
        ),
        # a clause without a tense
        (
            "Two stations reported the king to be dead on Monday.",
            "Two stations",
            ("the king to be dead on Monday",),
        ),
        # the helper far from its verb
        (
            "The transport ministry has, in a letter, called on drivers to slow down.",
            "The transport ministry",
            ("drivers to slow down",),
        ),
        # a question put before
        (
            "Asked whether the school would close, the mayor of the town, Maria Holt, said it would stay open.",
            "the mayor of the town, Maria Holt",
            ("it would stay open",),
        ),
        # quotations
        (
            "“We wanted to know how the beetles spread from one wood to the next” said Professor Ida Lund.",
            "Professor Ida Lund",
            ("“We wanted to know how the beetles spread from one wood to the next”",),
        ),
        (
            "“On behalf of the court,” wrote Judge John G. Holm, “I am sad to tell you that he has died. He was a "
            "friend. We will miss him”.",
            "Judge John G. Holm",
            ("“On behalf of the court,”", "“I am sad to tell you that he has died. He was a friend. We will miss him”"),
        ),
    ],
)
def test_one_statement(text: str, source: str, content: tuple[str, ...]) -> None:
    assert (source, content) in _outer(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Doctors ascribed his death to complications from a stroke.",
            "Doctors",
            ("his death to complications from a stroke",),
        ),
        ("Lund maintains his innocence and blames the bank for the losses.", "Lund", ("his innocence",)),
        (
            "The time was not considered a record, as it was not set on an open course.",
            None,
            ("The time", "a record"),
        ),
        (
            "The pupils were on their way to a contest, according to the mayor of Holm via the agency Nordpress.",
            "the mayor of Holm",
            ("The pupils were on their way to a contest",),
        ),
        (
            "The city council announced the closure of the bridge that night.",
            "The city council",
            ("the closure of the bridge",),
        ),
        (
            "Holt was described by the bishops as “a strong voice for the fishermen of the whole coast.”",
            "the bishops",
            ("Holt", "as “a strong voice for the fishermen of the whole coast.”"),
        ),
    ],
)
def test_a_stance_ends_where_it_ends(text: str, source: str | None, content: tuple[str, ...]) -> None:
    assert (source, content) in _outer(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "According to Holm County attorney Jan Dahl, the truck had no lights.",
            "Holm County attorney Jan Dahl",
            ("the truck had no lights",),
        ),
        (
            "Holt issued a statement at his house outside Bergen saying, “The vote is far from over for us.”",
            "Holt",
            ("“The vote is far from over for us.”",),
        ),
        (
            "One of them even went as far as to say, “I am glad that they did it.”",
            "One of them",
            ("“I am glad that they did it.”",),
        ),
        (
            "Lund told the press the drugs were only a part of the answer: “What will stop the fever is clean water.”",
            "Lund",
            ("the drugs were only a part of the answer", "“What will stop the fever is clean water.”"),
        ),
        (
            "Ida Lund, a lawyer for the widow, told reporters “Women in this town have to be heard at last.”",
            "Ida Lund, a lawyer for the widow",
            ("“Women in this town have to be heard at last.”",),
        ),
        (
            "However, she added, “there are no locked doors in the ferry.”",
            "she",
            ("“there are no locked doors in the ferry.”",),
        ),
        (
            "In 2007, the government labeled the captain as a pirate and froze his accounts.",
            "the government",
            ("the captain as a pirate",),
        ),
        (
            "On Thursday officials reported the number of cases rose to 58.",
            "officials",
            ("the number of cases rose to 58",),
        ),
        (
            "She told the court she was forced to wash the floor before being released.",
            "She",
            ("she was forced to wash the floor before being released",),
        ),
        ("China and Iran have pledged funds and Syria is taxing certain goods.", "China and Iran", ("funds",)),
        (
            "Holt was projected by several papers to have won the north.",
            "several papers",
            ("Holt", "to have won the north"),
        ),
        (
            "Lund was also charged with making false statements to the court.",
            None,
            ("Lund", "making false statements to the court"),
        ),
        ("He claimed to have bought the rifle from a friend.", "He", ("to have bought the rifle from a friend",)),
        (
            "Imsen was dropped by the station after he referred to the team as “a flock of lame geese.”",
            "he",
            ("the team as “a flock of lame geese.”",),
        ),
        (
            "Transport for Bergen (TfB) told passengers to walk.",
            "Transport for Bergen",
            ("passengers to walk",),
        ),
        (
            "The Ministry of Defence justified the strike, which was approved by Jan Holt, as “defensive” in nature: "
            "“At the wish of the king, the navy has taken steps to save its men.”",
            "The Ministry of Defence",
            ("as “defensive”", "“At the wish of the king, the navy has taken steps to save its men.”"),
        ),
    ],
)
def test_who_and_how_far(text: str, source: str | None, content: tuple[str, ...]) -> None:
    assert (source, content) in _outer(text)


def test_what_is_known_is_not_doubted() -> None:
    (found,) = read("The two ships are known to have sailed under false flags for years.").attributions
    assert not found.is_hedged


def test_what_goes_on_behind_a_comma_is_one_list() -> None:
    text = "Officials said the guard saw the van at the gate, followed it to the bridge, and called the police at noon."
    assert _outer(text) == [("Officials", (text.removeprefix("Officials said ").rstrip("."),))]


def test_a_denial_behind_what_was_said_is_the_speakers() -> None:
    text = "Lund said that he did explain to the unions that pay was tied to prices but denied that he had lied."
    assert _outer(text) == [
        ("Lund", ("that he did explain to the unions that pay was tied to prices",)),
        ("Lund", ("that he had lied",)),
    ]


def test_another_speakers_sentence_is_no_more_of_what_was_said() -> None:
    text = (
        "A spokesman told the Harbor Post the fire began at 7:45 p.m. “Nobody in the mill was hurt at all;” read the "
        "statement; “we will rebuild the mill.”"
    )
    assert _outer(text) == [
        ("A spokesman", ("the fire began at 7:45 p.m.",)),
        ("the statement", ("“Nobody in the mill was hurt at all;”", "“we will rebuild the mill.”")),
    ]


def test_what_others_did_ends_what_some_reported() -> None:
    text = "Some reported wanting to leave the union, while others preferred a vote of all members."
    assert ("Some", ("wanting to leave the union",)) in _outer(text)


def test_a_perfect_does_not_go_on_with_what_would_be() -> None:
    text = "Sharp suggested he would not run and Weld has decided to stand for the senate."
    assert ("Sharp", ("he would not run",)) in _outer(text)


@pytest.mark.parametrize(
    "text",
    [
        "The press asked Holt about it that same day.",
        "The crabs defend themselves from the waves.",
        "Details emerged about Holt's call with the minister.",
        "Two thirds of the members must vote to convict.",
        "No group immediately claimed the attack.",
        "The trial, for the phrase “together we save lives,” began last May.",
        "The family maintains a house by the sea.",
        "The oldest son weighed 82 pounds.",
    ],
)
def test_nothing_was_said(text: str) -> None:
    assert _outer(text) == []


def test_a_quoted_name_that_a_sentence_goes_on_from_is_no_speech() -> None:
    text = "The agency announced the new name of the storm: “Berta” is to replace “Anna”.\n“Berta” is a girl."
    assert all(
        text.index("\n") > span.start_char
        for each in read(text).attributions
        for span in each.of_role(SpanRole.CONTENT)
    )


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We will rebuild,” the mayor told reporters outside the town hall on Monday.", "reporters"),
        ("She told a crowd of supporters in Ohio that she would win.", "crowd of supporters"),
        ("“We will win,” she told members of the board in Ohio.", "members of the board"),
        ("Holt, in remarks to the Harbor Post, said the mill would close.", "Harbor Post"),
        ("In an interview with Radio Lund last week, Holt said the mill would close.", "Radio Lund"),
    ],
)
def test_who_heard_it(text: str, addressee: str) -> None:
    (found,) = read(text).attributions
    assert found.addressee == addressee


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "On Friday, Mia Holt, who was a member of the council, announced the end of her trip.",
            "Mia Holt",
            "the end of her trip",
        ),
        (
            "On Monday Danish minister Mia Holt speaking to the Rotary Club called the plan a threat.",
            "Danish minister Mia Holt speaking to the Rotary Club",
            "the plan a threat",
        ),
        (
            "On Monday, Mia Holt speaking to the Harbor Council think tank called the plan a threat.",
            "Mia Holt speaking to the Harbor Council think tank",
            "the plan a threat",
        ),
        ("The judges deemed that the fence was legal.", "The judges", "that the fence was legal"),
    ],
)
def test_who_stands_before_what_was_said(text: str, source: str, content: str) -> None:
    assert _outer(text) == [(source, (content,))]


def test_a_storm_is_forecast() -> None:
    (found,) = read("The storm was forecast to reach the coast on Friday.").attributions
    assert found.is_hedged
    assert found.source_as_written is None


def test_a_think_tank_thinks_nothing() -> None:
    assert _outer("Holt said I think tanks are heavy.") == [("Holt", ("I think tanks are heavy",))]
    assert _outer("Analysts at the think tank said it was late.") == [("Analysts at the think tank", ("it was late",))]
