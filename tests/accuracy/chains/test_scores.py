"""Pronouns must find their people as well as the README says that they do."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from etl.language import load_pipeline
from etl.transform.article import Transformer
from tests.accuracy.chains.scoring import score


@pytest.mark.accuracy
@pytest.mark.skipif("NEWSTRACE_GUM" not in os.environ, reason="NEWSTRACE_GUM names no copy of the corpus")
def test_pronouns_and_names_on_gum() -> None:
    transformer = Transformer(load_pipeline())
    counts: Counter[str] = Counter()
    for split in ("dev", "test"):
        counts += score(transformer, Path(os.environ["NEWSTRACE_GUM"]) / split)[0]
    for kind, least in (("he/she", 0.88), ("person name", 0.88)):
        assert counts[f"{kind} right"] / (counts[f"{kind} right"] + counts[f"{kind} wrong"]) >= least
