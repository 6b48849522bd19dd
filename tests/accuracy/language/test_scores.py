"""Floors under the packaged pipeline's scores: `NEWSTRACE_CORPORA=DIR pytest -m accuracy`.

The whole table: `python -m etl.language.recipe.evaluate --corpora DIR`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.language import load_pipeline
from etl.language.recipe import evaluate

pytestmark = [
    pytest.mark.accuracy,
    pytest.mark.skipif("NEWSTRACE_CORPORA" not in os.environ, reason="no NEWSTRACE_CORPORA"),
]

LAS_FLOORS = {"EWT + GUM": 79.0, "GUM news": 80.0, "PUD": 82.0}
F1_FLOORS = {"UNER-EWT test": 66.0, "UNER-PUD": 70.0, "CrossNER politics test": 74.0}


def test_trees_are_as_good_as_the_model_card_says() -> None:
    nlp = load_pipeline()
    sets = evaluate.syntax_sets(Path(os.environ["NEWSTRACE_CORPORA"]), "test")
    for name, floor in LAS_FLOORS.items():
        assert evaluate.score_syntax(nlp, sets[name])["dep_las"] >= floor, name


def test_names_are_as_good_as_the_model_card_says() -> None:
    nlp = load_pipeline()
    for test in evaluate.name_sets(Path(os.environ["NEWSTRACE_CORPORA"]), "test"):
        if test.name in F1_FLOORS:
            assert evaluate.score_names(nlp, test)["F1"] >= F1_FLOORS[test.name], test.name
