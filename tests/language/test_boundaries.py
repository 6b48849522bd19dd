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
        ("“Why?” Haddad asked.", set(), {"Why", "”"}),
        ('It hurt. "Why not?"', {'"'}, {"Why", '"'}),
        ("Rain fell. ====", set(), {"="}),
        ("They flew U.S. Army planes.", set(), set()),
        ("It ended.   Two spaces followed.", {"Two"}, set()),
    ],
)
def test_only_what_is_certain_is_set(text: str, starts: set[str], not_starts: set[str]) -> None:
    doc = Boundaries()(spacy.blank("en")(text))
    assert {t.text for t in doc[1:] if t.is_sent_start is True} == starts
    assert {t.text for t in doc if t.is_sent_start is False} == not_starts
