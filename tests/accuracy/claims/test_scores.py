"""Claims and figures must stay as good as the README says that they are."""

from __future__ import annotations

import pytest

from tests.accuracy.claims.labels import HELD_OUT, read_sentences
from tests.accuracy.claims.scoring import LOOSE, annotate, score_claims, score_figures


@pytest.mark.accuracy
def test_claims_and_figures_on_the_labelled_sentences() -> None:
    sentences = read_sentences()
    assert len(sentences) == 100
    articles = annotate(sentences)
    claims = score_claims(sentences, articles, LOOSE)
    assert claims.precision >= 0.90
    assert claims.recall >= 0.90
    assert claims.right["polarity"] / claims.hits >= 0.95
    figures = score_figures(sentences, articles)
    assert figures.precision >= 0.95
    assert figures.recall >= 0.95


@pytest.mark.accuracy
def test_claims_on_sentences_that_no_rule_was_mended_by() -> None:
    sentences = read_sentences(HELD_OUT)
    assert len(sentences) == 73
    claims = score_claims(sentences, annotate(sentences), LOOSE)
    assert claims.precision >= 0.86
    assert claims.recall >= 0.86
