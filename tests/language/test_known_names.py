"""Outlets and armed groups that a reader of provenance can't do without."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from etl.language.known_names import KnownNames
from etl.language.name_kinds import kind_of
from etl.language.office_tails import OfficeTails

CASES = (
    ("Haaretz and Al Jazeera said the WSJ was wrong.", {"Haaretz", "Al Jazeera", "WSJ"}),
    ("The town fell to IS last May.", {"IS"}),
    ("Hezbollah denied the report by Human Rights Watch.", {"Hezbollah", "Human Rights Watch"}),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda v: v[:16] if isinstance(v, str) else "")
def test_they_are_organizations(english: Language, text: str, expected: set[str]) -> None:
    assert expected <= {e.text for e in english(text).ents if e.label_ == "ORG"}


def test_a_verb_in_capitals_is_no_group(english: Language) -> None:
    assert "IS" not in {e.text for e in english("WHO IS NEXT? THIS IS IT.").ents if e.label_ == "ORG"}


def test_peoples_are_norp(english: Language) -> None:
    found = {e.text: e.label_ for e in english("Sunnis, Kurds and Iraqis fled.").ents}
    assert found == {"Sunnis": "NORP", "Kurds": "NORP", "Iraqis": "NORP"}


def test_page_furniture_is_no_name(english: Language) -> None:
    assert "Photo" not in {e.text for e in english("Photo: Reuters").ents}


def test_a_disease_or_a_creed_is_nobody(english: Language) -> None:
    found = {
        e.text for e in english("The minister said COVID-19 had changed Pakistan. Islam forbids it, Khan said.").ents
    }
    assert found == {"Pakistan", "Khan"}


def test_an_article_is_no_part_of_a_name(english: Language) -> None:
    assert "United States" in {e.text for e in english("They left the United States in May.").ents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State Condoleezza Rice said so.", {("Condoleezza Rice", "PERSON")}),
        ("So did the then Secretary of State Colin Powell.", {("Colin Powell", "PERSON")}),
        ("“Minister of State Dara Calleary’s plan failed,” he said.", {("Dara Calleary", "PERSON")}),
        (
            "Under Secretary of State for Political Affairs Thomas Shannon met Victoria Nuland.",
            {("Thomas Shannon", "PERSON"), ("Victoria Nuland", "PERSON")},
        ),
        (
            "Chancellor of the Exchequer Jeremy Hunt met Shadow Chancellor Rachel Reeves.",
            {("Jeremy Hunt", "PERSON"), ("Rachel Reeves", "PERSON")},
        ),
        ("SECRETARY OF STATE HILLARY CLINTON ARRIVES IN BAGHDAD", {("HILLARY CLINTON", "PERSON"), ("BAGHDAD", "GPE")}),
        (
            "Director of National Intelligence James Clapper met Attorney General Loretta Lynch.",
            {("James Clapper", "PERSON"), ("Loretta Lynch", "PERSON")},
        ),
        ("Chief of Staff Reince Priebus and Press Secretary Sean Spicer left.",
         {("Reince Priebus", "PERSON"), ("Sean Spicer", "PERSON")}),
        ("The State Department named the State of Palestine and New York State.",
         {("State Department", "ORG"), ("State of Palestine", "GPE"), ("New York State", "GPE")}),
    ],
    ids=lambda v: v[:24] if isinstance(v, str) else "",
)  # fmt: skip
def test_an_office_is_no_part_of_a_name(english: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(e.text, e.label_) for e in english(text).ents} == expected


@pytest.mark.parametrize(
    ("words", "marked", "expected"),
    [
        # What a recognizer may make of it, set by hand, so that the rule is tested and not the network.
        ("Secretary of State Ann Marsh left", (2, 5, "ORG"), [("Ann Marsh", "PERSON")]),
        ("the Shadow chancellor Ann Marsh left", (1, 5, "PERSON"), [("Ann Marsh", "PERSON")]),
        ("U.S. Secretary of State Ann Marsh left", (0, 6, "PERSON"), [("U.S.", "GPE"), ("Ann Marsh", "PERSON")]),
        ("He was Secretary of State twice", (4, 5, "GPE"), []),
        ("Secretary of State Department staff left", (2, 4, "ORG"), [("State Department", "ORG")]),
        ("the Office of the Attorney General left", (1, 6, "ORG"), [("Office of the Attorney General", "ORG")]),
        ("the Attorney General 's Office left", (1, 5, "ORG"), [("Attorney General 's Office", "ORG")]),
        ("the Speaker of the House Ann Marsh left", (4, 7, "PERSON"), [("Ann Marsh", "PERSON")]),
        ("US Secretary of State Ann Marsh left", (0, 2, "ORG"), [("US", "GPE")]),
        ("the Danish Foreign Minister left", (1, 4, "ORG"), [("Danish", "NORP")]),
        ("the Harbour Board Chief Executive left", (1, 5, "ORG"), [("Harbour Board", "ORG")]),
        ("the mayor of Ely Ann Marsh left", (3, 6, "PERSON"), [("Ely", "GPE"), ("Ann Marsh", "PERSON")]),
        ("Governor of New Ely Ann Marsh left", (2, 6, "PERSON"), [("New Ely", "GPE"), ("Ann Marsh", "PERSON")]),
        ("the mayor of Ann Marsh left", (3, 5, "PERSON"), [("Ann Marsh", "PERSON")]),
        ("a friend of Ann van Marsh left", (3, 6, "PERSON"), [("Ann van Marsh", "PERSON")]),
    ],
)
def test_an_office_is_cut_off_whatever_was_found(
    english: Language, words: str, marked: tuple[int, int, str], expected: list[tuple[str, str]]
) -> None:
    doc = Doc(english.vocab, words=words.split())
    doc.set_ents([Span(doc, marked[0], marked[1], label=marked[2])])
    OfficeTails(english).settle(doc)
    assert [(e.text, e.label_) for e in doc.ents] == expected


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Malcolm Smith Motorsports", "PERSON", "ORG"),
        ("Abu Hafs al-Masri Brigades", "PERSON", "ORG"),
        ("Metro-Goldwyn-Mayer, Inc.", "GPE", "ORG"),
        ("Ministry of Oil", "PERSON", "ORG"),
        ("North Korea", "ORG", "GPE"),
        ("Soviet Union", "GPE", "GPE"),
        ("Georgia", "PERSON", "PERSON"),
        ("Georgia Tech", "GPE", "GPE"),
        ("Commission", "LOC", "LOC"),
        ("King", "PERSON", "PERSON"),
        ("report.pdf", "ORG", None),
        ("ann@example.org", "ORG", None),
        ("http://example.org/news", "ORG", None),
        ("St. Louis", "GPE", "GPE"),
        ("♥", "PERSON", None),
        ("Islamic", "ORG", "NORP"),
        ("मुझे", "PERSON", None),
        ("ʻEwa Beach", "GPE", "GPE"),
        ("Islamic Jihad", "ORG", "ORG"),
    ],
)
def test_the_words_of_a_name_tell_its_kind(name: str, label: str, expected: str | None) -> None:
    assert kind_of(tuple(name.split()), label) == expected


def test_a_weekday_is_no_part_of_a_place(english: Language) -> None:
    doc = Doc(english.vocab, words=["She", "left", "New", "York", "Wednesday", "for", "Ruby", "Tuesday"])
    doc.set_ents([Span(doc, 2, 5, label="GPE"), Span(doc, 6, 8, label="ORG")])
    KnownNames(english)(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("New York", "GPE"), ("Ruby Tuesday", "ORG")]


@pytest.mark.parametrize(
    ("words", "tags", "kept"),
    [
        ("It was a realigning election in Texas .", "PRON AUX DET VERB NOUN ADP PROPN PUNCT", False),
        ("i like google and gmail .", "PRON VERB VERB CCONJ NOUN PUNCT", True),
        ("He met de Marsh in Texas .", "PRON VERB PROPN PROPN ADP PROPN PUNCT", True),
        ("It was a realigning election in Texas .", "", True),
    ],
    ids=["a word", "nobody writes capitals", "a name's particle", "untagged"],
)
def test_a_common_word_is_no_name(english: Language, words: str, tags: str, kept: bool) -> None:
    doc = Doc(english.vocab, words=words.split(), pos=tags.split() or None)
    place = 3 if "realigning" in words else 2
    doc.set_ents([Span(doc, place, place + 1, label="GPE")])
    english.get_pipe("newstrace_known_names")(doc)
    assert (doc[place].ent_type_ != "") is kept


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Senate Committee on Armed  Services met", "Senate Committee on Armed  Services"),
        ("The House Committee on Oversight and Reform met", "House Committee on Oversight and Reform"),
        ("The House Committee on Tuesday met", "House Committee"),
        ("The Harbour Council on its own met", "Harbour Council"),
        ("The Harbour Council met", "Harbour Council"),
    ],
)
def test_what_a_committee_is_on_is_a_part_of_its_name(english: Language, words: str, expected: str) -> None:
    doc = english.make_doc(words)
    doc.set_ents([Span(doc, 1, 3, label="ORG")])
    english.get_pipe("newstrace_known_names")(doc)
    assert [e.text for e in doc.ents] == [expected]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("Man-kei Tam spoke", (2, 4), "Man-kei Tam"),
        ("Park Won-soon spoke", (0, 2), "Park Won-soon"),
        ("the Bush-era law", (1, 2), "Bush"),
        ("the anti-Marsh vote", (3, 4), "Marsh"),
        ("Anti-Marsh votes", (2, 3), "Marsh"),
        ("Ann Marsh - soon gone", (0, 2), "Ann Marsh"),
        ("the Trump-backed bill", (1, 2), "Trump"),
    ],
)
def test_a_hyphen_does_not_cut_a_name(english: Language, text: str, marked: tuple[int, int], expected: str) -> None:
    doc = english.make_doc(text)
    doc.set_ents([Span(doc, *marked, label="PERSON")])
    english.get_pipe("newstrace_known_names")(doc)
    assert [e.text for e in doc.ents] == [expected]
