"""Marks that settle where a sentence ends."""

from __future__ import annotations

import pytest
import spacy

from etl.language.boundaries import Boundaries


@pytest.mark.parametrize(
    ("text", "starts", "not_starts"),
    [
        ('He left." Then it rained.', {"Then"}, {'"'}),
        ("“Go.” “No,” she said.", {"“"}, {"Go", "”", "No"}),
        ("“Why?” Haddad asked.", set(), {"Why", "”", "Haddad"}),
        ('It hurt. "Why not?"', {'"'}, {"Why", '"'}),
        ("Rain fell. ====", set(), {"="}),
        ("They flew U.S. Army planes.", set(), set()),
        ("Capt. Rogers and Lt. Gov. Marsh met Drs. Ali and Day.", set(), {"Rogers", "Gov.", "Marsh", "Ali"}),
        ("The Rt. Hon. Ann Marsh spoke.", set(), {"Hon", "Ann"}),
        ("He moved to No. 10 Downing Street.", set(), {"10", "Downing"}),
        ("Was it so? No. 10 people saw it.", {"No"}, set()),
        ("“Who did this?” and he left.", set(), {"Who", "”", "and"}),
        ('It demands a trial." Marsh said.', set(), {'"', "Marsh"}),
        ('It demands a trial." Marsh said it twice.', {"Marsh"}, {'"'}),
        ("He said: \"She told me, 'It is over.' \"", set(), {"She", "'", '"'}),
        ("They said no. 10 people saw it.", set(), set()),
        ("He backs some of it, e.g. They may vote.", set(), set()),
        ("It ended at 5 p.m. The talks failed.", {"The"}, set()),
        ("He sued Acme Inc. The Marsh Group paid.", set(), set()),
        ("He waited... Then he left.", {"Then"}, set()),
        ("George W. Marsh won.", set(), set()),
        ("He left. (She had to.) They stayed.", {"(", "They"}, {"She", ")"}),
        ("It fell (by 3%) again. (Source: police)", set(), {"by", "Source"}),
        ("It is bad. “[T]he law must go.”", {"“"}, {"[", "T]he", "”"}),
        ("It is bad. [T]he law must go.", {"["}, {"T]he"}),
        ("She won. #Debate8 was loud.", set(), {"Debate8"}),
        (
            "See: https://example.org/a or write to: ann@example.org",
            set(),
            {"https://example.org/a", "ann@example.org"},
        ),
        ("We won! :-)", set(), {":-)"}),
        ("It rained. 1. Open the door.", {"1"}, {"Open"}),
        ("It ended.   Two spaces followed.", {"Two"}, set()),
    ],
)
def test_only_what_is_certain_is_set(text: str, starts: set[str], not_starts: set[str]) -> None:
    doc = Boundaries()(spacy.blank("en")(text))
    assert {t.text for t in doc[1:] if t.is_sent_start is True} == starts
    assert {t.text for t in doc if t.is_sent_start is False} == not_starts
