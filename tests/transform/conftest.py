"""The packaged pipeline, loaded once for all tests of this stage."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from etl.language import load_pipeline
from etl.records import Article, Document
from etl.transform.article import Transformer

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def transformer(nlp: Language) -> Transformer:
    return Transformer(nlp)


@pytest.fixture(scope="session")
def samples(transformer: Transformer) -> dict[str, Article]:
    """The five sample articles by the first three digits of their names."""
    return {path.name[:3]: transformer.annotate(Document(path.read_text("utf-8"))) for path in SAMPLES.glob("*.txt")}
