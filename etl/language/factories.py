"""The components of our own that pipelines name: to import this file makes them known to spaCy."""

from __future__ import annotations

from etl.language import boundaries, known_names, lemmas, quantities, recognizer, vectors

FACTORIES = (
    boundaries.FACTORY,
    known_names.FACTORY,
    lemmas.FACTORY,
    quantities.FACTORY,
    recognizer.FACTORY,
    vectors.QuantizedVectors,
)
