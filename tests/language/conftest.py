"""One packaged pipeline for all tests of this folder."""

from __future__ import annotations

import pytest
from spacy.language import Language

from etl.language import load_pipeline


@pytest.fixture(scope="session")
def english() -> Language:
    return load_pipeline()
