"""Outlets and armed groups that a reader of provenance can't do without."""

from __future__ import annotations

import pytest
from spacy.language import Language

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
