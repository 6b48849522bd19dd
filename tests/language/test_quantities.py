"""Numbers, dates and sums of money by rule."""

from __future__ import annotations

import pytest

from etl.language.quantities import find_quantities

CASES = (
    ("It cost up to $150 billion.", [("up to $150 billion", "MONEY")]),
    ("Some 3,100 troops stayed 11 months.", [("Some 3,100", "CARDINAL"), ("11 months", "DATE")]),
    ("Prices rose 4.5 percent, or 4.5%.", [("4.5 percent", "PERCENT"), ("4.5%", "PERCENT")]),
    (
        "On Sept. 11, 2001, at 8:46 a.m. EDT",
        [("Sept. 11, 2001", "DATE"), ("8:46 a.m. EDT", "TIME")],
    ),
    ("They may march in May.", [("May", "DATE")]),
    ("It lies 60 miles west of here.", [("60 miles", "QUANTITY")]),
    (
        "Tens of thousands fled last week.",
        [("Tens of thousands", "CARDINAL"), ("last week", "DATE")],
    ),
    ("the 1990s and the 21st century", [("the 1990s", "DATE"), ("the 21st century", "DATE")]),
    ("an F-16 and Unit 8200", [("8200", "CARDINAL")]),
    ("Nothing is counted here.", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda v: v[:20] if isinstance(v, str) else "")
def test_quantities_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[start:end], label) for start, end, label in find_quantities(text)]
    wanted = {label for _, label in expected} | {"MONEY", "PERCENT", "TIME", "QUANTITY"}
    assert [x for x in found if x[1] in wanted] == expected
