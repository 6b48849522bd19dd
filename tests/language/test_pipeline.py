"""A pipeline that loads offline, and one that is refused when it can't serve."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from etl.language import PipelineError, load_pipeline, packaged_fingerprint, pipeline_fingerprint
from etl.language.pipeline import PACKAGED, missing_from


def test_the_packaged_pipeline_has_every_part(english: Language) -> None:
    assert missing_from(english) == []
    assert english.path == PACKAGED
    labels = {label for found in english.pipe_labels.values() for label in found}
    assert {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT"} <= labels
    assert {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"} <= labels


def test_no_path_of_the_training_machine_ships(english: Language) -> None:
    for name in ("config.cfg", "meta.json"):
        text = (PACKAGED / name).read_text(encoding="utf-8")
        assert "/tmp" not in text
        assert "/home" not in text
        assert ".spacy" not in text


def test_the_licence_and_the_sources_are_told(english: Language) -> None:
    assert english.meta["license"] == "CC BY-SA 4.0"
    named = {source["name"] for source in english.meta["sources"]}
    assert any("EWT" in name for name in named)
    assert "CC BY-SA 4.0" in (PACKAGED / "NOTICE").read_text(encoding="utf-8")


def test_a_pipeline_of_another_label_scheme_is_refused(tmp_path: Path) -> None:
    other = spacy.blank("en")
    parser = other.add_pipe("parser")
    for label in ("nsubj", "dobj", "prep", "pobj", "nsubjpass", "ccomp"):
        parser.add_label(label)  # type: ignore[attr-defined]
    names = other.add_pipe("ner")
    for label in ("PERSON", "ORG", "GPE"):
        names.add_label(label)  # type: ignore[attr-defined]
    other.initialize()
    other.to_disk(tmp_path / "clearnlp")
    with pytest.raises(PipelineError, match="nsubj:pass") as refused:
        load_pipeline(str(tmp_path / "clearnlp"))
    assert "NORP" in str(refused.value)
    assert "lemmatizer" in str(refused.value)
    assert "NEWSTRACE_PIPELINE" in str(refused.value)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(PipelineError, match=r"en_nowhere_lg.*pip"):
        load_pipeline("en_nowhere_lg")


def test_the_packaged_pipeline_is_known_before_it_is_loaded(english: Language) -> None:
    """Else each run, which asks without loading it, would find all articles made by another pipeline."""
    assert packaged_fingerprint() == pipeline_fingerprint(english)


def test_the_fingerprint_changes_with_a_byte_of_the_model(tmp_path: Path, english: Language) -> None:
    known = pipeline_fingerprint(english)
    assert known.startswith("en_newstrace-")
    copy = tmp_path / "copy"
    shutil.copytree(PACKAGED, copy)
    assert pipeline_fingerprint(load_pipeline(str(copy))) == known
    other = load_pipeline(str(copy))
    weights = copy / "tagger" / "model"
    changed = bytearray(weights.read_bytes())
    changed[len(changed) // 2] ^= 1
    weights.write_bytes(bytes(changed))
    assert pipeline_fingerprint(other) != known
