"""What a user would lose: who wrote an article; or authors that are places, desks and days of the week."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Lay = Callable[..., Any]

SENTENCE = "The council met again on Thursday to talk about the bridge over the river."


def authors(lay: Lay, line: str, **supplied: str) -> list[str]:
    return lay(f"The bridge nobody wants\n\n{line}\n\n{SENTENCE}\n\n{SENTENCE[:-1]} again.\n", **supplied).authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anne Roe", ["Anne Roe"]),
        ("BY ANNE ROE", ["ANNE ROE"]),
        ("by Anne Roe and John Q. Doe", ["Anne Roe", "John Q. Doe"]),
        ("By Anne Roe, John Doe and María-José de la Cruz", ["Anne Roe", "John Doe", "María-José de la Cruz"]),
        ("By Anne Roe, Staff Writer", ["Anne Roe"]),
        ("By Anne Roe, Political Correspondent, in Cairo", ["Anne Roe"]),
        ("By ANNE ROE, Associated Press", ["ANNE ROE"]),
        ("By Anne Roe | Reuters", ["Anne Roe"]),
        ("By Anne Roe for The Daily Courier", ["Anne Roe"]),
        ("By Anne Roe in Washington", ["Anne Roe"]),
        ("By Anne Roe June 5, 2017", ["Anne Roe"]),
        ("By Anne Roe - June 5, 2017 10:30 am", ["Anne Roe"]),
        ("Posted on June 5, 2017 by Anne Roe", ["Anne Roe"]),
        ("Written by: Anne Roe", ["Anne Roe"]),
        ("Author: Anne Roe", ["Anne Roe"]),
        ("By Muhammad al-Masri", ["Muhammad al-Masri"]),
        ("By Dr. Anne Roe", ["Dr. Anne Roe"]),
        ("By Our Foreign Staff", []),
        ("By The Associated Press", []),
        ("By Reuters", []),
        ("By the Editorial Board", []),
    ],
)
def test_names_in_bylines(lay: Lay, line: str, names: list[str]) -> None:
    assert authors(lay, line) == names
    assert lay(f"The bridge nobody wants\n\n{line}\n\n{SENTENCE}").of_role("byline") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By contrast, the council of the next town met in secret.",
        "By Tuesday evening Anne Roe had left the town with her dog.",
        "By law, the mayor must sign every paper that the council sends him.",
    ],
)
def test_sentences_that_begin_with_by(lay: Lay, line: str) -> None:
    assert authors(lay, line) == []


def test_spans_hold_the_names(lay: Lay) -> None:
    page = lay(f"The bridge nobody wants\n\nBy Anne Roe and John Doe\n\n{SENTENCE}")
    for author in page.layout.authors:
        assert page.text[author.span.start_char : author.span.end_char] == author.name


@pytest.mark.parametrize("supplied", ["Anne Roe; John Doe", "Anne Roe and John Doe", "By Anne Roe, John Doe"])
def test_supplied_authors_win_and_point_to_the_byline(lay: Lay, supplied: str) -> None:
    page = lay(f"The bridge nobody wants\n\nBy Anne Roe and Jim Poe\n\n{SENTENCE}", author=supplied)
    assert page.authors == ["Anne Roe", "John Doe"]
    assert [author.span is not None for author in page.layout.authors] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Anne Roe is a staff writer at the Courier.",
        "Anne Roe, a former minister, is a professor of law at the University of Klow.",
        "Roe reported from Strelsau.",
        "Anne Roe and John Doe contributed to this report.",
        "Additional reporting by Anne Roe in Strelsau",
        "(Reporting by Anne Roe; Editing by John Doe)",
        "Contributing: Anne Roe",
        "— Anne Roe",
    ],
)
def test_lines_about_the_authors_at_the_end_are_no_body(lay: Lay, line: str) -> None:
    assert lay(f"The bridge nobody wants\n\n{SENTENCE}\n\n{SENTENCE}\n\n{line}").of_role("byline") == [line]


def test_a_person_of_the_story_described_at_the_end_is_body(lay: Lay) -> None:
    last = "Anne Roe is a professor of law at the University of Klow."
    page = lay(f"The bridge nobody wants\n\n{SENTENCE} Roe was there.\n\n{SENTENCE}\n\n{last}")
    assert page.of_role("byline") == []


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Reuters", ("wire", "Reuters")),
        ("(AP)", ("wire", "AP")),
        ("By Anne Roe, Associated Press", ("wire", "Associated Press")),
        ("By Agence France-Presse", ("wire", "Agence France-Presse")),
        ("Source: Xinhua", ("wire", "Xinhua")),
        ("(h/t The Daily Courier)", ("hat_tip", "The Daily Courier")),
        ("This article was originally published in The Daily Courier.", ("reprint", "The Daily Courier")),
        ("Originally published at Strelsau Today", ("reprint", "Strelsau Today")),
    ],
)
def test_credits_of_the_text(lay: Lay, line: str, credit: tuple[str, str]) -> None:
    for text in (
        f"The bridge nobody wants\n\n{line}\n\n{SENTENCE}",
        f"The bridge nobody wants\n\n{SENTENCE}\n\n{line}",
    ):
        page = lay(text)
        assert page.credits == [credit]
        assert page.of_role("byline") == [line]


def test_photo_credits_are_not_credits_of_the_text(lay: Lay) -> None:
    page = lay(f"The bridge nobody wants\n\nPhoto: Reuters\n\n{SENTENCE}\n\nJan Novak/AFP/Getty Images")
    assert page.credits == []
    assert page.of_role("credit") == ["Photo: Reuters", "Jan Novak/AFP/Getty Images"]
