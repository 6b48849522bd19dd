"""How many were killed, and how many are missing: a user who compares tolls would compare the wrong ones."""

from __future__ import annotations

import pytest

from etl.records import FigureKind, Outcome
from etl.transform.article import Transformer


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "At least 17 people were killed and 63 were missing after an irrigation dam burst in southern Tanzania.",
            [(17, "killed"), (63, "missing")],
        ),
        ("The number of people killed has risen to 24, the commissioner said.", [(24, "killed")]),
        ("She told reporters at the scene that 41 people were still missing.", [(41, "missing")]),
        ("A dam burst in Tanzania, killing at least 26 people.", [(26, "killed")]),
        ("Norvane knew of damage seven months before the disaster that killed 26.", [(26, "killed")]),
        ("Tanzania has ordered an investigation, as the number of dead rose to 26.", [(26, "killed")]),
        ("The death toll from the quake rose from 120 to 145 on Sunday.", [(120, None), (145, "killed")]),
        ("The blast left five people dead and 12 injured.", [(5, "killed"), (12, "injured")]),
        ("Two soldiers died and six others were wounded when a convoy hit a mine.", [(2, "killed"), (6, "injured")]),
        ("Police arrested 34 people after the march.", [(34, "detained")]),
        ("Thirty-four protesters were arrested.", [(34, "detained")]),
        ("The floods have displaced more than 40,000 people.", [(40000, "displaced")]),
        ("Rescuers pulled out 12 survivors; 30 miners were rescued on Monday.", [(12, None), (30, "rescued")]),
        ("The fire claimed 12 lives.", [(12, "killed")]),
        ("Eight dead, 20 injured in bus crash, officials said.", [(8, "killed"), (20, "injured")]),
        ("There were 24 deaths and 130 injuries in the first week.", [(24, "killed"), (130, "injured")]),
        ("The storm left 3,000 families homeless.", [(3000, "displaced")]),
        ("450 U.S. military personnel were sent to the base.", [(450, None)]),
        ("The strike killed five soldiers and two civilians.", [(5, "killed"), (2, "killed")]),
        ("Dozens of people were hurt.", [(24, "injured")]),
        ("Officials put the death toll at 58.", [(58, "killed")]),
        ("Three of the five hostages were killed.", [(3, "killed"), (5, None)]),
        ("More than 100 passengers are unaccounted for.", [(100, "missing")]),
        ("The ministry said 1,200 Palestinians had been killed since October.", [(1200, "killed")]),
        ("The vote was 52 to 48.", [(52, None), (48, None)]),
        ("He scored 26 points and missed two shots.", [(26, None), (2, None)]),
        ("Fifteen cows died in the fire.", [(15, "killed")]),
        ("Hospital officials said that 9 bodies were brought in.", [(9, None)]),
        ("Israel said it killed 20 militants in Gaza City.", [(20, "killed")]),
        ("The company cut 300 jobs and hurt 20 suppliers.", [(300, None), (20, "injured")]),
        ("The toll now stands at 31, with 14 missing.", [(31, None), (14, "missing")]),
        ("The death toll reached 102 on Monday, up from 88.", [(102, "killed"), (88, None)]),
        ("Officials said the number of injured had passed 500.", [(500, "injured")]),
        ("A total of 46 people have been killed since the protests began.", [(46, "killed")]),
        ("At least three people, including two children, were killed.", [(3, "killed"), (2, None)]),
        ("Thirteen were killed outright and four died of their wounds.", [(13, "killed"), (4, "killed")]),
        ("Twenty bodies were found and 8 people are feared dead.", [(20, None), (8, "killed")]),
        ("The army said 15 of its soldiers had been killed.", [(15, "killed")]),
        ("Gunmen shot dead four policemen in Karachi.", [(4, "killed")]),
        ("The collapse trapped 40 workers, of whom 12 were rescued.", [(40, None), (12, "rescued")]),
        ("Russia said its air defences destroyed 36 drones.", [(36, None)]),
        ("The attack, which killed 130 people in Paris, was claimed by Islamic State.", [(130, "killed")]),
        ("More than 2.5 million people have been forced from their homes.", [(2500000, "displaced")]),
        ("Some 3,000 villagers fled their homes.", [(3000, "displaced")]),
        ("Nine crew members were reported missing.", [(9, "missing")]),
    ],
)
def test_outcomes(transformer: Transformer, text: str, tolls: list[tuple[int, str | None]]) -> None:
    found = [figure for figure in transformer.annotate_prose(text).figures if figure.kind is FigureKind.COUNT]
    assert [(figure.value, figure.outcome) for figure in found] == tolls


def test_a_magnitude_counts_nobody(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The strong 6.1-magnitude quake left hundreds more injured.")
    assert [(each.value, each.outcome) for each in article.figures if each.outcome] == [(200, Outcome.INJURED)]
