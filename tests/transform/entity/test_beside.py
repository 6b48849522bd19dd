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


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Typhoon Halvra struck on Monday. Halvra moved north. Haiyan had been stronger.", "Halvra", "EVENT"),
        ("He told The Hindu so on Monday, and nobody else.", "Hindu", "ORG"),
        ("Eli Lake wrote for a magazine that the base was shared.", "Eli Lake", "PERSON"),
        ("The tenor, the son of a restaurateur from Torvene Wells, sang.", "Torvene Wells", "GPE"),
        ("Halmund raised its rating of the bank on Monday.", "Halmund", "ORG"),
        ("Torvik said on Monday that it would follow the rules.", "Torvik", "ORG"),
        ("Torvik Holt said that it would rain, and Holt was right.", "Holt", "PERSON"),
        ("Clients of Brandt Delmore Capital lost their money.", "Brandt Delmore Capital", "ORG"),
    ],
)
def test_storms_papers_and_firms_are_no_people(transformer: Transformer, text: str, name: str, label: str) -> None:
    found = [each for each in transformer.annotate_prose(text).mentions if each.kind is MentionKind.NAME]
    assert label in {each.label for each in found if name in each.span.text}


def test_a_common_noun_is_the_one_body_that_it_heads(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Hexworth Borough Council voted for the tram on Monday. Later the Council met the operator. "
        "The Department of Health and the Department of Trade were not asked, and the Department said nothing."
    )
    chains = {each.span.text: each.chain for each in article.mentions if each.kind is MentionKind.NAME}
    assert chains["Council"] == chains["Hexworth Borough Council"]
    assert "Department" not in chains


@pytest.mark.parametrize("text", ["Little reconstruction has taken place.", "Much of the Federal government closed."])
def test_a_common_word_with_a_capital_is_no_name(transformer: Transformer, text: str) -> None:
    assert not [each for each in transformer.annotate_prose(text).mentions if each.label.is_name]
