"""What a user would lose: an article whose page was made in a manner that nobody thought of."""

from __future__ import annotations

import pytest

from etl.records import Document
from etl.transform.layout import lay_out
from tests.transform.layout.manners import DATELINES, LEAD, MANNERS, Manner

MISSED = pytest.mark.xfail(reason="the layout is known to miss a line of it")
PARAMETERS = [pytest.param(each, id=each.name, marks=[MISSED] if each.is_missed else []) for each in MANNERS]


@pytest.mark.parametrize("manner", PARAMETERS)
def test_each_line_is_what_it_is(manner: Manner) -> None:
    layout = lay_out(Document(manner.text))
    found = [(each.role, manner.text[each.start_char : each.end_char]) for each in layout.paragraphs]
    assert found == manner.lines


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.name)
def test_the_times_places_and_agencies_of_the_page(manner: Manner) -> None:
    layout = lay_out(Document(manner.text))
    assert (layout.published.at.isoformat() if layout.published else "").startswith(manner.at or "")
    assert (layout.published is None) == (manner.at is None)
    assert (layout.dateline.place.text if layout.dateline and layout.dateline.place else None) == manner.place
    assert (layout.dateline.agency.text if layout.dateline and layout.dateline.agency else None) == manner.agency


@pytest.mark.parametrize(("opening", "place", "agency", "day"), DATELINES, ids=lambda each: str(each).strip())
def test_a_dateline_ends_where_the_first_sentence_begins(
    opening: str, place: str | None, agency: str | None, day: str | None
) -> None:
    text = f"River rises by two metres in a night\n\n{opening}{LEAD}\n\nThe county will meet again on Friday, it said."
    layout = lay_out(Document(text))
    dateline = layout.dateline
    if place is None and agency is None:
        assert dateline is None
        return
    assert dateline is not None
    assert dateline.span.text == opening
    assert (dateline.place.text if dateline.place else None) == place
    assert (dateline.agency.text if dateline.agency else None) == agency
    assert (layout.published.at.date().isoformat() if layout.published else None) == day


@pytest.mark.parametrize(
    "prose",
    [
        "Paris, 12 people and a dog - nobody else came to the meeting of the county on the bridge at Riverton.",
        "EXCLUSIVE: The river rose by two metres in a night and forty families left their houses.",
        "May 2024 - the county will remember the month, for the river rose by two metres in a night.",
        "(The county did not answer) the families left their houses in the night, and the ferry stopped.",
        "WHO - the World Health Organization - said on Thursday that the water was not safe to drink.",
        "Anne Lowell, 61 - the head of the county’s roads office - said on Thursday that the bridge would stay closed.",
        "Riverton - where the bridge is closed - will get a second ferry in September, the county said on Thursday.",
    ],
)
def test_prose_is_no_dateline(prose: str) -> None:
    text = f"River rises by two metres in a night\n\n{prose}\n\nThe county will meet again on Friday, it said."
    assert lay_out(Document(text)).dateline is None
