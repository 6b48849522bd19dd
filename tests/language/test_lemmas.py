"""Lemmas of verbs: the rules look verbs up by them, so a wrong one loses whoever said, fled or bred something."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from etl.language.lemmas import Lemmas


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("fled", "VBD", "flee"),
        ("freed", "VBN", "free"),
        ("bred", "VBD", "breed"),
        ("said", "VBD", "say"),
        ("quit", "VBD", "quit"),
        ("sworn", "VBN", "swear"),
        ("overseen", "VBN", "oversee"),
        ("wasting", "VBG", "waste"),
        ("patrolled", "VBN", "patrol"),
    ],
)
def test_verbs(english: Language, form: str, tag: str, lemma: str) -> None:
    doc = Doc(english.vocab, words=[form], tags=[tag], pos=["VERB"])
    assert english.get_pipe("newstrace_lemmas")(doc)[0].lemma_ == lemma


def test_a_slip_of_the_corpora_is_not_learned_and_a_habit_is() -> None:
    lemmas = Lemmas()
    lemmas.words = {"verb": frozenset(["flee", "focus"])}
    lemmas.irregular = {"verb": {"fled": ["flee"]}}
    lemmas.rules = {"verb": [["ed", ""]]}
    lemmas.learn([("fled", "VBD", "VERB", "flead")] * 4 + [("gonna", "VBG", "VERB", "go")])
    assert lemmas.lemma("fled", "VBD", "VERB") == "flee"
    assert lemmas.lemma("gonna", "VBG", "VERB") == "go"


def test_the_words_survive_bytes() -> None:
    lemmas = Lemmas()
    lemmas.words = {"verb": frozenset(["hope"])}
    lemmas.rules = {"verb": [["ed", ""], ["ed", "e"]]}
    assert Lemmas().from_bytes(lemmas.to_bytes()).lemma("hoped", "VBD", "VERB") == "hope"
