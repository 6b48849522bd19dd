"""What stands beside a name tells its kind: a spokesman's agency must not be listed among the people who speak."""

from __future__ import annotations

import pytest

from etl.records import MentionKind
from etl.transform.article import Transformer


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Halvra, the operator, declined to comment on Monday.", "Halvra", "ORG"),
        ("Maszuba, the state news agency, carried no word of it. Maszuba reported rain instead.", "Maszuba", "ORG"),
        ("Al Khabira, the rebel-run television channel, reported that the road was open.", "Al Khabira", "ORG"),
        ("He played drums in the rock band Blind Ferry. Blind Ferry made one album.", "Blind Ferry", "ORG"),
        ("Residents of Torvene said they were tired of the noise.", "Torvene", "GPE"),
        ("The Mayor of Greater Dunmere, Anita Bose, will open it.", "Greater Dunmere", "GPE"),
        ("Gas was seen around the dwarf planet Kormoth on Monday. Kormoth is far away.", "Kormoth", "LOC"),
        # the apposition is another's
        ("Dora Lund of South Carolina, the party’s nominee, spoke to them.", "South Carolina", "GPE"),
        ("They met in a room in Boston, a group of old friends.", "Boston", "GPE"),
        ("In London, the company said it would appeal.", "London", "GPE"),
    ],
)
def test_an_apposition_or_a_trade_tells_the_kind(transformer: Transformer, text: str, name: str, label: str) -> None:
    found = [each for each in transformer.annotate_prose(text).mentions if each.kind is MentionKind.NAME]
    assert {each.label for each in found if each.span.text == name} == {label}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("U.S. District Judge Nora Finch ruled on Monday.", {"U.S.", "Nora Finch"}),
        ("White House Press Secretary Jay Lund said so on Monday.", {"White House", "Jay Lund"}),
        ("The ministry named Sqn Ldr James Hurst on Monday.", {"James Hurst"}),
        ("Nora Finch, the company’s former CFO, left on Monday.", {"Nora Finch"}),
        ("Nora Finch of Beame, Locke & Hurst filed the suit on Monday.", {"Nora Finch", "Beame, Locke & Hurst"}),
    ],
)
def test_a_name_is_no_more_and_no_less(transformer: Transformer, text: str, names: set[str]) -> None:
    found = transformer.annotate_prose(text).mentions
    assert {each.span.text for each in found if each.kind is MentionKind.NAME and each.label.is_name} == names
