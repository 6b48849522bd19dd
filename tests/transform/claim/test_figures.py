"""A user who compares the numbers of two papers would compare the wrong ones if these were misread."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.records import Article, Figure, FigureKind
from etl.transform.article import Transformer


def figures_of(transformer: Transformer, text: str) -> tuple[Figure, ...]:
    return transformer.annotate_prose(text).figures


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "counted"),
    [
        ("They sent 450 US soldiers to the base.", "450", 450, 450, "US soldier"),
        ("They sent 450 U.S. military personnel to the base.", "450", 450, 450, "U.S. military personnel"),
        ("The ministry will send about 400 more troops.", "about 400", 400, 400, "troop"),
        ("It includes tens of thousands of Iraqis.", "tens of thousands", 20_000, 99_999, "Iraqi"),
        ("They shot 72 unarmed Sunnis.", "72", 72, 72, "unarmed Sunni"),
        ("Hundreds of people fled.", "Hundreds", 200, 999, "person"),
        ("Between 5 and 10 planes landed.", "5 and 10", 5, 10, "plane"),
        ("They sank 5-10 ships.", "5-10", 5, 10, "ship"),
        ("A dozen men were held.", "A dozen", 12, 12, "man"),
        ("Twenty-one villages burned.", "Twenty-one", 21, 21, "village"),
        ("The app has 1.2m users.", "1.2m", 1_200_000, 1_200_000, "user"),
        ("Some 2.5 million refugees left.", "Some 2.5 million", 2_500_000, 2_500_000, "refugee"),
        ("One hundred and five schools closed.", "One hundred and five", 105, 105, "school"),
    ],
)
def test_counts(transformer: Transformer, text: str, words: str, low: int, high: int, counted: str) -> None:
    found = [figure for figure in figures_of(transformer, text) if figure.kind is FigureKind.COUNT]
    assert [(f.span.text, f.value, f.value_high, f.counted) for f in found] == [
        (words, Decimal(low), Decimal(high), counted)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "currency"),
    [
        ("It would cost up to $150 billion.", FigureKind.MONEY, "150000000000", None, "USD"),
        ("It cost £3m to build.", FigureKind.MONEY, "3000000", None, "GBP"),
        ("It cost 20 million euros.", FigureKind.MONEY, "20000000", None, "EUR"),
        ("Prices rose 5 per cent.", FigureKind.PERCENT, "5", "percent", None),
        ("Her blood held .09 percent.", FigureKind.PERCENT, "0.09", "percent", None),
        ("Prices rose by 0.4 percentage points.", FigureKind.PERCENT, "0.4", "percentage point", None),
        ("Half of the voters stayed at home.", FigureKind.PERCENT, "50", "percent", None),
        ("Two thirds of the voters stayed at home.", FigureKind.PERCENT, "66.67", "percent", None),
        ("They were there for 11 months.", FigureKind.DURATION, "11", "month", None),
        ("It ended the 10-year occupation.", FigureKind.DURATION, "10", "year", None),
        ("The town is 30 kilometres away.", FigureKind.QUANTITY, "30", "kilometre", None),
        ("A 12-year-old boy was hurt.", FigureKind.AGE, "12", "year", None),
    ],
)
def test_units(
    transformer: Transformer, text: str, kind: FigureKind, value: str, unit: str | None, currency: str | None
) -> None:
    figures = figures_of(transformer, text)
    assert [(f.kind, f.value, f.unit, f.currency) for f in figures] == [(kind, Decimal(value), unit, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "It happened on June 3, 2015, at 10:30 p.m.",
        "It was his second visit since 2007.",
        "They flew a Boeing 747 and an F-16.",
        "The court upheld it in a 5-4 decision.",
        "See page 12 of Article 5.",
        "The 1990s were quiet.",
        "Call 555-1234 or write to desk24@example.com.",
        "It was one of the worst storms.",
        "COVID-19 spread at the G20 summit.",
    ],
)
def test_dates_names_and_labels_are_no_figures(transformer: Transformer, text: str) -> None:
    assert figures_of(transformer, text) == ()


@pytest.mark.parametrize(
    ("text", "modifier", "is_approximate"),
    [
        ("At least 19 people died.", "at least", True),
        ("More than 19 people died.", "more than", True),
        ("Only 19 people came.", "only", False),
        ("40-plus people came.", "plus", True),
        ("19 people died.", None, False),
    ],
)
def test_modifiers(transformer: Transformer, text: str, modifier: str | None, is_approximate: bool) -> None:
    assert [(f.modifier, f.is_approximate) for f in figures_of(transformer, text)] == [(modifier, is_approximate)]


@pytest.mark.parametrize(
    ("sample", "value", "high", "counted", "is_approximate"),
    [
        ("000", 450, 450, "U.S. military personnel", False),
        ("001", 450, 450, "US military personnel", False),
        ("002", 450, 450, "soldier", False),
        ("002", 20_000, 99_999, "Iraqi", True),
        ("002", 7, 7, "Republican senator", False),
        ("003", 3100, 3100, "troop", False),
        ("003", 400, 400, "troop", True),
        ("003", 5, 5, "US soldier", False),
        ("003", 4, 4, "Arab capital", False),
        ("004", 72, 72, "unarmed Sunni", False),
        ("004", 5, 5, "witness", False),
    ],
)
def test_the_samples_counts(
    samples: dict[str, Article], sample: str, value: int, high: int, counted: str, is_approximate: bool
) -> None:
    found = {(f.value, f.value_high, f.counted, f.is_approximate) for f in samples[sample].figures}
    assert (Decimal(value), Decimal(high), counted, is_approximate) in found


def test_the_samples_other_figures(samples: dict[str, Article]) -> None:
    money = [f for f in samples["002"].figures if f.kind is FigureKind.MONEY]
    assert [(f.value, f.currency, f.modifier, f.is_approximate) for f in money] == [
        (Decimal(150_000_000_000), "USD", "up to", True)
    ]
    for sample in ("001", "003"):
        spans = [(f.value, f.unit) for f in samples[sample].figures if f.kind is FigureKind.DURATION]
        assert spans == [(Decimal(11), "month")]


def test_a_number_in_a_persons_name_is_no_figure(transformer: Transformer) -> None:
    assert figures_of(transformer, "The club sacked its manager, Erik ten Hag, on Monday.") == ()
