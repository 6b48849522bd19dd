"""Load the language pipeline, and refuse one that the attribution rules would misread."""

from __future__ import annotations

import hashlib
from pathlib import Path

import spacy
from spacy.language import Language

from etl.language import boundaries, known_names, lemmas, quantities, vectors
from etl.language.arithmetic import numpy_blas
from etl.language.errors import PipelineError
from etl.language.word_lists import words_of

PACKAGED = Path(__file__).parent / "english"

# spacy.load finds these by name; the imports register them.
FACTORIES = (
    boundaries.FACTORY,
    known_names.FACTORY,
    lemmas.FACTORY,
    quantities.FACTORY,
    vectors.QuantizedVectors,
)

# Universal Dependencies: without these, a clause, its subject or its object can't be told. The
# ClearNLP scheme of en_core_web_* says dobj, pobj and nsubjpass instead and attaches
# prepositions the other way round, so that rules would fail silently.
REQUIRED_DEPENDENCIES = frozenset(
    words_of(
        """
nsubj nsubj:pass obj obl ccomp xcomp advcl parataxis appos case mark nmod amod compound flat
conj cc det
"""
    )
)
REQUIRED_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP"})
REQUIRED_ANNOTATIONS = {
    "token.dep": "a dependency parser",
    "token.pos": "parts of speech",
    "token.lemma": "a lemmatizer",
    "doc.ents": "an entity recognizer",
}


def load_pipeline(name: str | None = None) -> Language:
    """The packaged English pipeline, or another installed one by package name or path.

    Raises `PipelineError` when it is not there, or declares labels of another scheme.
    """
    with numpy_blas():
        nlp = _load(name)
    missing = missing_from(nlp)
    if missing:
        raise PipelineError(
            f"The pipeline {name or 'shipped with newstrace'} can't serve the attribution rules: "
            f"it lacks {'; '.join(missing)}. Use a pipeline trained on Universal Dependencies with "
            "OntoNotes entity labels, or unset NEWSTRACE_PIPELINE to use the one that ships with "
            "newstrace."
        )
    return nlp


def _load(name: str | None) -> Language:
    if name is None:
        if not (PACKAGED / "meta.json").exists():
            raise PipelineError(
                "The English pipeline is missing from this installation (etl/language/english). "
                "Install newstrace from its wheel again."
            )
        return spacy.load(PACKAGED)
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineError(
            f"There is no spaCy pipeline {name!r} here. Install it with pip, give the path of its "
            "folder, or unset NEWSTRACE_PIPELINE to use the one that ships with newstrace."
        ) from error


def missing_from(nlp: Language) -> list[str]:
    """What the attribution rules need and this pipeline does not declare; empty when it serves."""
    assigned = {a for pipe in nlp.pipe_names for a in nlp.get_pipe_meta(pipe).assigns}
    declared = {label for labels in nlp.pipe_labels.values() for label in labels}
    missing = [what for key, what in REQUIRED_ANNOTATIONS.items() if key not in assigned]
    dependencies = sorted(REQUIRED_DEPENDENCIES - declared)
    if dependencies:
        missing.append(f"the Universal Dependencies labels {', '.join(dependencies)}")
    entities = sorted(REQUIRED_ENTITIES - declared)
    if entities:
        missing.append(f"the entity labels {', '.join(entities)}")
    return missing


def pipeline_fingerprint(nlp: Language) -> str:
    """`name-version-hash`: equal for equal models, different when a byte of one differs.

    The hash covers the files that the pipeline was loaded from; a pipeline that never was on disk
    is hashed as it would be written.
    """
    digest = hashlib.sha256()
    if nlp.path is not None and nlp.path.is_dir():
        for path in sorted(p for p in nlp.path.rglob("*") if p.is_file()):
            digest.update(path.relative_to(nlp.path).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    else:
        digest.update(nlp.to_bytes())
    meta = nlp.meta
    name = f"{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')}"
    return f"{name}-{meta.get('version', '0')}-{digest.hexdigest()[:12]}"
