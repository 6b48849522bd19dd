"""Headings that say whose words follow: if one of these fails, a quotation has no speaker though the page names one."""

from __future__ import annotations

import pytest

from etl.records import Attribution, Document
from tests.transform.reading import name_of, pieces, transformer

_WORDS = "“The gate was seen to be open at two, and nobody shut it.”"
_BODY = (
    "Harbor gate was open all night\n\n"
    "The harbor lost two boats on Monday. Mayor Ingrid Olsen went to see the gate with the port’s engineers. The port "
    "had asked for a report on it after a storm in spring.\n\n"
)


def _found(heading: str) -> tuple[str | None, Attribution]:
    article = transformer().annotate(Document(f"{_BODY}{heading}\n\n{_WORDS}\n\nThe boats lie on the beach.\n"))
    (found,) = (each for each in article.attributions if _WORDS in pieces(each))
    return name_of(article, found.speaker), found


@pytest.mark.parametrize(
    ("heading", "source", "speaker"),
    [
        ("What the report says", "the report", None),
        ("Ingrid Olsen’s response", "Ingrid Olsen", "Ingrid Olsen"),
        ("Full statement from the engineers", "the engineers", None),
        ("How Mayor Olsen sees it", "Mayor Olsen", "Ingrid Olsen"),
    ],
)
def test_whose_words_follow(heading: str, source: str, speaker: str | None) -> None:
    name, found = _found(heading)
    assert (found.rule, found.source_as_written, name) == ("heading", source, speaker)


@pytest.mark.parametrize("heading", ["What to know", "A statement of intent", "What the weather says about us all"])
def test_a_heading_that_names_nobody(heading: str) -> None:
    _, found = _found(heading)
    assert (found.rule, found.source_as_written) == ("uncued", None)
