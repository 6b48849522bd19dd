"""Every paragraph of the five samples, as read by a person. What a user would lose: the findings of the first run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.extract import read_file
from etl.records import Document
from etl.transform.layout import lay_out

SAMPLES = sorted((Path(__file__).parents[3] / "seeds" / "articles").glob("*.txt"))

#: The role of each paragraph with its first words.
ROLES: dict[str, list[tuple[str, str]]] = {
    "000": [
        ("dateline", "Monday, June 22, 2015"),
        ("headline", "'CHANGE' - Iran's Forces"),
        ("body", "The U.S. military and Iranian-backed"),
        ("body", "Two senior administration officials"),
        ("body", "Some inside the Obama administration"),
        ("body", "American critics of this"),
        ("body", "“It’s an insult"),
        ("body", "In an email, Omri Ceren"),
        ("block_quotation", "A parade of horribles."),
        ("block_quotation", "The U.S. is not directly"),
        ("block_quotation", "Sometimes the military cooperation"),
        ("boilerplate", "Read the full story here."),
    ],
    "001": [
        ("credit", "Photo: Reuters"),
        ("caption", "US troops training Iraqis"),
        ("credit", "Photo: Reuters"),
        ("headline", "Report: American, Iranian soldiers"),
        ("subheadline", "BloombergView says US troops"),
        ("body", "The US military and Iranian-backed"),
        ("body", "According to the report,"),
        ("caption", "Shiite volunteers in the"),
        ("caption", "Shiite volunteers in the"),
        ("body", "President Obama is sending"),
        ("body", "Some inside the Obama administration"),
        ("body", "According to BloombergView,"),
        ("body", "Senator John McCain, chairman"),
        ("caption", "US troops training Iraqi forces"),
        ("caption", "US troops training Iraqi forces"),
        ("body", "Although the US is not"),
        ("body", "The Americans only directly"),
        ("body", "Cooperation is often more"),
        ("body", "Director of National Intelligence"),
        ("body", "BloombergView further said"),
        ("body", "But there are still doubts"),
        ("body", "The special operations forces"),
        ("dateline", "פרסום ראשון: 06.23.15, 21:05"),
        ("boilerplate", "new comment"),
        ("boilerplate", "This will delete your"),
    ],
    "002": [
        ("section", "NCRI"),
        ("headline", "US sharing military base"),
        ("caption", "Iranian forces in iraq"),
        ("body", "The United States army"),
        ("body", "Both nations forces"),
        ("body", "And it added"),
        ("body", "Senate Armed Services chairman"),
        ("body", "The paper said"),
        ("body", "US weapons are also"),
        ("body", "Bloomberg\u00a0quoted one US official"),
        ("body", "The reports\u00a0said James Clapper"),
        ("body", "Bloomberg\u00a0added:"),
        ("body", "“But the US response"),
        ("body", "“In Syria, US-supported"),
        ("boilerplate", "Exit mobile version"),
    ],
    "003": [
        ("headline", "Concerns Raised Over US"),
        ("boilerplate", "Print Friendly, PDF & Email"),
        ("body", "Last week, news reports"),
        ("body", "Iran has been a key"),
        ("body", "Iraq has also greatly"),
        ("body", "Throughout the fight against IS"),
        ("body", "An escalation of US involvement"),
        ("body", "The first issue that"),
        ("body", "The second issue regards"),
        ("body", "Additionally, the US is"),
        ("body", "In reality, Iran will"),
        ("body", "A battlefield alliance"),
        ("boilerplate", "Please Share:"),
    ],
    "004": [
        ("headline", "Backed by Obama, Iranian militias"),
        ("body", "Do you remember what"),
        ("body", "Iraq eventually formed"),
        ("body", "Eli Lake reports that"),
        ("block_quotation", "On the front lines"),
        ("block_quotation", "Official U.S. policy has been"),
        ("block_quotation", "But in an interview this week"),
        ("body", "Actually, this is not"),
        ("body", "Still, it’s a position"),
        ("body", "Lake continues:"),
        ("block_quotation", "[O]fficial U.S. policy is"),
        ("block_quotation", "On a tour of areas"),
        ("block_quotation", "From his headquarters, Amiri"),
        ("block_quotation", "Amiri’s militia has close ties"),
        ("body", "As noted above, Amiri"),
        ("body", "It’s understandable that"),
        ("body", "Second, what happens"),
        ("body", "In fact, the Shiite militias"),
        ("body", "None of this seems"),
        ("boilerplate", "Notice: All comments"),
        ("boilerplate", "Responses"),
    ],
}

HEADLINES = {
    "000": "'CHANGE' - Iran's Forces and U.S. Share a Base in Iraq.",
    "001": "Report: American, Iranian soldiers sharing base in Iraq",
    "002": "US sharing military base with Iran-backed militia in Iraq",
    "003": "Concerns Raised Over US Co-existence with Iranian-Backed Militias in Iraq",
    "004": "Backed by Obama, Iranian militias move to the forefront in Iraq",
}

PUBLISHED = {
    "000": ("2015-06-22T00:00:00+00:00", "day", "Monday, June 22, 2015"),
    "001": ("2015-06-23T21:05:00+00:00", "minute", "06.23.15, 21:05"),
}


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name[:3])
def sample(request: pytest.FixtureRequest) -> tuple[str, Document]:
    (document,) = read_file(str(request.param)).documents
    return request.param.name[:3], document


def test_roles(sample: tuple[str, Document]) -> None:
    name, document = sample
    paragraphs = lay_out(document).paragraphs
    texts = [document.text[each.start_char : each.end_char] for each in paragraphs]
    assert [each.role.value for each in paragraphs] == [role for role, _ in ROLES[name]]
    for text, (_, beginning) in zip(texts, ROLES[name], strict=True):
        assert text.startswith(beginning)


def test_every_character_outside_the_paragraphs_is_blank(sample: tuple[str, Document]) -> None:
    _, document = sample
    place = 0
    for paragraph in lay_out(document).paragraphs:
        assert not document.text[place : paragraph.start_char].strip()
        place = paragraph.end_char
    assert not document.text[place:].strip()


def test_headline_time_outlet_and_language(sample: tuple[str, Document], lay: Callable[..., Any]) -> None:
    name, document = sample
    page = lay(document.text)
    assert page.headline == HEADLINES[name]
    assert page.published == PUBLISHED.get(name)
    assert page.layout.outlet == {"002": "NCRI"}.get(name)
    assert page.layout.language == "en"
    assert page.authors == []
    assert page.layout.credits == ()
    assert page.layout.dateline is None
