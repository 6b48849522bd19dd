"""What the tests of this stage share: see reading.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from etl.records import Article, Document
from etl.transform.article import Transformer
from tests.transform import reading

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return reading.packaged()


@pytest.fixture(scope="session")
def transformer() -> Transformer:
    return reading.transformer()


@pytest.fixture(scope="session")
def samples(transformer: Transformer) -> dict[str, Article]:
    """The five sample articles by the first three digits of their names."""
    return {path.name[:3]: transformer.annotate(Document(path.read_text("utf-8"))) for path in SAMPLES.glob("*.txt")}
