"""Load the language pipeline, and refuse one that the attribution rules would misread."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.language.errors import PipelineError
from etl.language.word_lists import words_of

if TYPE_CHECKING:  # a run that finds nothing to annotate needs the fingerprint, and no spaCy
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = Path(__file__).parent / "english"
#: Texts that the networks take at once: fastest, and light on memory (a thousand words take 25 MB while they are read).
AT_ONCE = 32

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
    from etl.language.arithmetic import numpy_blas

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


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The docs of the texts, in order, with batches of the size that is fastest for each part.

    spaCy's parser takes a quarter of a batch at a time, too few for what each of its steps costs: it is given two
    batches, which saves 5 % of the whole time.
    """
    return nlp.pipe(texts, batch_size=AT_ONCE, component_cfg={"parser": {"batch_size": 2 * AT_ONCE}})


def _load(name: str | None) -> Language:
    import spacy

    import etl.language.factories  # noqa: F401 # spacy.load finds them by name; the import registers them

    if name is None:
        _require_packaged()
        return spacy.load(PACKAGED)
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineError(
            f"There is no spaCy pipeline {name!r} here. Install it with pip, give the path of its "
            "folder, or unset NEWSTRACE_PIPELINE to use the one that ships with newstrace."
        ) from error


def _require_packaged() -> None:
    if not (PACKAGED / "meta.json").exists():
        raise PipelineError(
            "The English pipeline is missing from this installation (etl/language/english). "
            "Install newstrace from its wheel again."
        )


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
    if nlp.path is not None and nlp.path.is_dir():
        return _named(nlp.meta, _hash_of(nlp.path))
    return _named(nlp.meta, hashlib.sha256(nlp.to_bytes()).hexdigest())


def packaged_fingerprint() -> str:
    """The fingerprint of the packaged pipeline, without loading it, which takes a second and 120 MB.

    Raises `PipelineError` where it is missing.
    """
    _require_packaged()
    return _named(json.loads((PACKAGED / "meta.json").read_text(encoding="utf-8")), _hash_of(PACKAGED))


def _hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _named(meta: Mapping[str, Any], digest: str) -> str:
    return f"{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')}-{meta.get('version', '0')}-{digest[:12]}"
