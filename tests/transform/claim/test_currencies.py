"""Sums as papers of many countries print them: misread, they are compared with another sum, or with none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.records import FigureKind
from etl.transform.article import Transformer


@pytest.mark.parametrize(
    ("text", "words", "value", "currency", "unit"),
    [
        ("They sold it for Rs 64 crore.", "Rs 64 crore", 640_000_000, None, "rupee"),
        ("They sold it for Rs. 500.", "Rs. 500", 500, None, "rupee"),
        ("They found Rs1.2 crore in a car.", "Rs1.2 crore", 12_000_000, None, "rupee"),
        ("The debt is Rs 3 lakh crore.", "Rs 3 lakh crore", 3_000_000_000_000, None, "rupee"),
        ("They paid 5 lakh rupees for it.", "5 lakh rupees", 500_000, None, "rupee"),
        ("They paid 5 million Pakistani rupees.", "5 million Pakistani rupees", 5_000_000, "PKR", None),
        ("The hospital cost Sh2.3 billion.", "Sh2.3 billion", 2_300_000_000, None, "shilling"),
        ("The hospital cost KSh 48 million.", "KSh 48 million", 48_000_000, "KES", None),
        ("Petrol now sells at N850 in Lagos.", "N850", 850, "NGN", None),
        ("They paid ₦1,100 for it.", "₦1,100", 1_100, "NGN", None),
        ("The road cost R2.3 billion.", "R2.3 billion", 2_300_000_000, "ZAR", None),
        ("Profit fell to 212 million Danish crowns.", "212 million Danish crowns", 212_000_000, "DKK", None),
        ("The dividend is 3.50 crowns.", "3.50 crowns", Decimal("3.50"), None, "crown"),
    ],
)
def test_sums(
    transformer: Transformer, text: str, words: str, value: int | Decimal, currency: str | None, unit: str | None
) -> None:
    """A name that several countries' money has tells no code."""
    (found,) = transformer.annotate_prose(text).figures
    assert (found.span.text, found.kind, found.currency, found.unit) == (words, FigureKind.MONEY, currency, unit)
    assert found.value == Decimal(value)


def test_both_ends_of_a_range_have_letters(transformer: Transformer) -> None:
    (found,) = transformer.annotate_prose("They buy petrol at between N850 and N1,100 a litre.").figures
    assert (found.value, found.value_high, found.currency) == (Decimal(850), Decimal(1100), "NGN")


@pytest.mark.parametrize("text", ["Nurses wore N95 masks.", "The crash was on the R2 road.", "Police sent K9 units."])
def test_letters_of_names_are_no_money(transformer: Transformer, text: str) -> None:
    assert not [each for each in transformer.annotate_prose(text).figures if each.kind is FigureKind.MONEY]


def test_a_share_with_its_sign_set_tight(transformer: Transformer) -> None:
    (found,) = transformer.annotate_prose("The council has spent 61pc of the funds.").figures
    assert (found.kind, found.value) == (FigureKind.PERCENT, Decimal(61))


def test_people_are_counted_in_lakhs(transformer: Transformer) -> None:
    (found,) = transformer.annotate_prose("The strike was joined by 4 lakh workers.").figures
    assert (found.value, found.counted) == (Decimal(400_000), "worker")
