"""What the networks learn from: nothing of a corpus may be lost or moved on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import spacy

from etl.language.recipe.annotated import Annotated, join_sentences, split_sentences, with_names_on
from etl.language.recipe.silver import label_names, split_prose, tokenize, with_names, with_trees

SHE_LEFT = Annotated(
    words=("She", "left", "."),
    spaces=(True, False, False),
    tags=("PRP", "VBD", "."),
    pos=("PRON", "VERB", "PUNCT"),
    morphs=("Number=Sing", "Tense=Past", ""),
    heads=(1, 1, 1),
    deps=("nsubj", "ROOT", "punct"),
    entities=(),
)
GENERAL_MARSH_STAYED = Annotated(
    words=("Gen.", "Marsh", "stayed", "."),
    spaces=(True, True, False, False),
    tags=("NNP", "NNP", "VBD", "."),
    pos=("PROPN", "PROPN", "VERB", "PUNCT"),
    morphs=("", "", "Tense=Past", ""),
    heads=(1, 2, 2, 2),
    deps=("compound", "nsubj", "ROOT", "punct"),
    entities=((0, 2, "PERSON"),),
)


def test_sentences_joined_and_split_again_are_the_same() -> None:
    paragraph = join_sentences([SHE_LEFT, GENERAL_MARSH_STAYED])
    assert paragraph.text == "She left. Gen. Marsh stayed."
    assert paragraph.heads == (1, 1, 1, 4, 5, 5, 5)
    assert paragraph.entities == ((3, 5, "PERSON"),)
    assert [replace(s, sentence_starts=None) for s in split_sentences(paragraph)] == [SHE_LEFT, GENERAL_MARSH_STAYED]


def test_a_joined_paragraph_is_a_doc_with_its_sentences() -> None:
    doc = join_sentences([SHE_LEFT, GENERAL_MARSH_STAYED]).to_doc(spacy.blank("en").vocab)
    assert [s.text for s in doc.sents] == ["She left.", "Gen. Marsh stayed."]
    assert [(e.text, e.label_) for e in doc.ents] == [("Gen. Marsh", "PERSON")]


def test_silver_paragraphs_have_trees_alone() -> None:
    (item,) = with_trees([[SHE_LEFT, GENERAL_MARSH_STAYED]])
    assert item.text == "She left. Gen. Marsh stayed."
    assert item.entities is None
    assert item.heads is not None


def test_silver_names_have_their_titles_outside_and_all_peoples() -> None:
    iraqis = Annotated(("The", "Iraqi", "army", "left", "."), (True, True, True, False, False), entities=())
    (item,) = with_names([[GENERAL_MARSH_STAYED, iraqis]])
    assert item.entities == ((1, 2, "PERSON"), (5, 6, "NORP"))
    assert item.heads is None


def test_raw_prose_becomes_sentences_that_stood_together() -> None:
    groups = tokenize(split_prose(["The U.S. sent troops. They came on Monday. Late.", "“Go,” she said."]))
    assert [[s.text for s in group] for group in groups] == [
        ["The U.S. sent troops.", "They came on Monday."],
        ["“Go,” she said."],
    ]


def test_names_are_put_on_the_pipelines_own_tokens() -> None:
    words = ("Gen.", "Al-Marsh", "heads", "the", "KDP's", "army", ".")
    item = Annotated(words, (True,) * 5 + (False, False), entities=((1, 2, "PERSON"),), source="uner")
    put = with_names_on(spacy.blank("en").make_doc(item.text), item)
    assert put.words == ("Gen.", "Al", "-", "Marsh", "heads", "the", "KDP", "'s", "army", ".")
    assert put.text == item.text
    assert put.entities == ((1, 4, "PERSON"),)
    assert put.source == "uner"


def test_a_name_that_ends_inside_a_token_keeps_its_own_words() -> None:
    item = Annotated(("Marsh", "y", "left"), (False, True, False), entities=((0, 1, "PERSON"),))
    assert with_names_on(spacy.blank("en").make_doc(item.text), item) is item


@dataclass
class Namer:
    """Calls the first word of each sentence a person; reads sentences of up to three words."""

    def label_names(self, sentences: Sequence[Annotated]) -> list[Annotated]:
        return [replace(s, entities=((0, 1, "PERSON"),) if len(s.words) < 4 else None) for s in sentences]


def test_what_a_teacher_cannot_read_is_left_out_and_the_rest_stays_together() -> None:
    teacher: Any = Namer()
    ann = Annotated(("Ann", "left", "."), (True, False, False))
    groups = label_names(
        teacher, [[ann, GENERAL_MARSH_STAYED], [replace(GENERAL_MARSH_STAYED)], [replace(ann), SHE_LEFT]]
    )
    assert [[s.words[0] for s in group] for group in groups] == [["Ann"], ["Ann", "She"]]
    assert all(s.entities == ((0, 1, "PERSON"),) for group in groups for s in group)
