"""Names found for a batch at once are those that spaCy finds word by word, with the same network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from etl.language.recognizer import BatchRecognizer

SAMPLES = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))
Names = list[tuple[int, int, str]]


@pytest.fixture
def recognizer(english: Language) -> BatchRecognizer:
    pipe = english.get_pipe("ner")
    assert isinstance(pipe, BatchRecognizer)
    return pipe


def _without_names(english: Language, texts: Iterable[str]) -> list[Doc]:
    """The texts with all that stands before the recognizer: names stay in their sentences."""
    docs = [english.make_doc(text) for text in texts]
    for name, pipe in english.pipeline[: english.pipe_names.index("ner")]:
        assert name != "ner"
        docs = [pipe(doc) for doc in docs]
    return docs


def _by_spacy(recognizer: BatchRecognizer, docs: Sequence[Doc]) -> list[Names]:
    copies = [doc.copy() for doc in docs]
    EntityRecognizer.set_annotations(recognizer, copies, EntityRecognizer.predict(recognizer, copies))
    return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in copies]


def test_the_samples_have_the_same_names(english: Language, recognizer: BatchRecognizer) -> None:
    lines = [line for path in SAMPLES for line in path.read_text("utf-8").splitlines()]
    docs = _without_names(english, lines)
    expected = _by_spacy(recognizer, docs)
    assert sum(map(len, expected)) > 300
    assert recognizer.predict(docs) == expected


def test_names_end_where_their_sentence_or_their_text_ends(english: Language, recognizer: BatchRecognizer) -> None:
    texts = [
        "He met Hassan Rouhani",
        "Hassan",
        "United States Agency for International Development",
        "He left Baghdad. Haider al-Abadi stayed. Nobody asked Ash Carter. Qassem Soleimani did.",
        "Reporting by  Eli \n\n Lake   in Washington , D.C.",
        "the Islamic Republic of Iran Broadcasting's Press TV; the U.N. Security Council",
    ]
    docs = _without_names(english, texts)
    expected = _by_spacy(recognizer, docs)
    assert recognizer.predict(docs) == expected
    assert all(expected)


def test_texts_without_words_stand_in_a_batch(english: Language, recognizer: BatchRecognizer) -> None:
    docs = _without_names(english, ["", "Ash Carter spoke.", " ", "\n", ""])
    found = recognizer.predict(docs)
    assert found == _by_spacy(recognizer, docs)
    assert found[1] == [(0, 2, "PERSON")]
    assert recognizer.predict(docs[:1]) == [[]]


def test_a_batch_does_not_change_what_a_text_holds(english: Language, recognizer: BatchRecognizer) -> None:
    docs = _without_names(english, [path.read_text("utf-8")[:1500].replace("\n", " ") for path in SAMPLES])
    assert recognizer.predict(docs) == [recognizer.predict([doc])[0] for doc in docs]


def test_entities_that_stand_already_are_kept(english: Language, recognizer: BatchRecognizer) -> None:
    (doc,) = _without_names(english, ["Ash Carter met the Green Wave in Baghdad."])
    doc.set_ents([Span(doc, 4, 6, label="EVENT")], default="unmodified")
    ((start, end, label),) = [e for e in _by_spacy(recognizer, [doc])[0] if e[2] == "EVENT"]
    (found,) = list(recognizer.pipe([doc]))
    assert (start, end, label) == (4, 6, "EVENT")
    assert "Green Wave" in [e.text for e in found.ents]
    assert "Baghdad" in [e.text for e in found.ents]


def test_every_word_is_known_to_be_in_a_name_or_in_none(english: Language, recognizer: BatchRecognizer) -> None:
    (doc,) = recognizer.pipe(_without_names(english, ["Ash Carter left in May."]))
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "O", "O", "O"]
    assert doc.has_annotation("ENT_IOB")
