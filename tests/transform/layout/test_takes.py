"""What stands around and between the takes of an agency's story, and who signs a page: if one of these fails, a mark
for editors becomes a paragraph of the article, an author is lost, or a note on him is taken for news."""

from __future__ import annotations

import pytest

from etl.records import Document, ParagraphRole
from etl.transform.layout import lay_out
from etl.transform.layout.layout import Layout

_STORY = (
    "A ferry with eighty people on board ran aground off the harbour on Monday, the coast guard said.",
    "Nobody was hurt, and all passengers were taken to the island by fishing boats before noon.",
    "The owner of the ferry said that the engine had failed when the tide turned in the narrows.",
)


def _page(*lines: str) -> Layout:
    return lay_out(Document("\n\n".join(lines)))


def _roles(layout: Layout, text: str) -> dict[str, ParagraphRole]:
    return {text[each.start_char : each.end_char]: each.role for each in layout.paragraphs}


@pytest.mark.parametrize(
    "mark",
    [
        "(MORE)",
        "--more--",
        "MORE",
        "(more to follow)",
        "AN-Harbour-Ferry, 1st Add",
        "BC-Harbour-Ferry, 3rd Ld-Writethru",
        "BERGEN: had failed.",
        "Eds: Updates with comments from the owner. ADDS byline.",
        "(Recasts, adds detail in paragraph 3)",
        "(NAN) HARBOUR FERRY - 2",
    ],
)
def test_marks_between_takes_are_no_paragraphs(mark: str) -> None:
    text = "\n\n".join(("Ferry runs aground off harbour", _STORY[0], mark, *_STORY[1:]))
    roles = _roles(lay_out(Document(text)), text)
    assert roles[mark] is ParagraphRole.BOILERPLATE
    assert [roles[each] for each in _STORY] == [ParagraphRole.BODY] * 3


@pytest.mark.parametrize(
    "line",
    [
        "More than eighty people were on board, among them the mayor.",
        "LUND: We had no warning of it.",
        "One more time.",
    ],
)
def test_sentences_are_no_marks(line: str) -> None:
    text = "\n\n".join(("Ferry runs aground off harbour", _STORY[0], line, *_STORY[1:]))
    assert _roles(lay_out(Document(text)), text)[line] is ParagraphRole.BODY


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Anna Roe in Bergen and Pavel Lind in Oslo", ["Anna Roe", "Pavel Lind"]),
        ("By Anna Roe in Bergen, Ida Dahl in New York and Pavel Lind in Oslo", ["Anna Roe", "Ida Dahl", "Pavel Lind"]),
        ("By Anna Roe and Pavel Lind in Oslo", ["Anna Roe", "Pavel Lind"]),
        ("Leo Farrow, Local Democracy Reporter", ["Leo Farrow"]),
        ("Margaret Okoro", ["Margaret Okoro"]),
        ("Margaret Okoro at Canal Street", ["Margaret Okoro"]),
    ],
)
def test_all_who_sign_are_authors(line: str, authors: list[str]) -> None:
    assert [each.name for each in _page("Ferry runs aground off harbour", line, *_STORY).authors] == authors


def test_a_name_of_whom_the_article_tells_signs_nothing() -> None:
    told = "The captain, Margaret Okoro, left the ship last."
    assert not _page("Ferry runs aground off harbour", "Margaret Okoro", *_STORY, told).authors


@pytest.mark.parametrize(
    "note",
    [
        "Margaret Okoro was head of the harbour school from 2003 to 2018. She is the author of “Unmarked”.",
        "● Margaret Okoro writes about ships and the sea.",
    ],
)
def test_what_a_page_tells_of_its_author_is_no_news(note: str) -> None:
    text = "\n\n".join(("Ferry runs aground off harbour", "By Margaret Okoro", *_STORY, note))
    assert _roles(lay_out(Document(text)), text)[note] is ParagraphRole.BYLINE


def test_a_note_may_tell_of_one_who_did_not_sign() -> None:
    note = "● Ida Lund writes about ships and the sea. Follow her on Twitter"
    text = "\n\n".join(("Ferry runs aground off harbour", *_STORY, note))
    assert _roles(lay_out(Document(text)), text)[note] is ParagraphRole.BYLINE


def test_a_desk_and_a_date_stand_in_one_line() -> None:
    layout = _page("Ferry runs aground off harbour", "Staff and agencies | 3 Mar 2019", *_STORY)
    assert layout.published is not None
    assert layout.published.at.date().isoformat() == "2019-03-03"


def test_a_heading_may_stand_over_what_is_quoted() -> None:
    letter = "I regret that we found the cracks so late, and I ask all of you to wait for the new engine."
    text = "\n\n".join(
        (
            "Ferry runs aground off harbour",
            *_STORY,
            "The chief engineer explained the delay in a letter to the council:",
            "The letter in full",
            letter,
        )
    )
    assert _roles(lay_out(Document(text)), text)[letter] is ParagraphRole.BLOCK_QUOTATION
