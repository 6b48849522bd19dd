"""Arcs as a parser got them wrong, and as they must be: if one fails, users lose a source or read half a claim."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from etl.transform.parsed import Reader
from etl.transform.word import Word

#: A word, its tag, its part of speech, its relation, the place of its head.
Row = tuple[str, str, str, str, int]


def _read(rows: list[Row]) -> list[Word]:
    words, tags, parts, relations, heads = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(Vocab(), words=words, tags=tags, pos=parts, deps=relations, heads=heads, lemmas=words)
    return Reader().read(1, doc, doc.text, 0).words


def _arcs(words: list[Word]) -> list[tuple[str, str, str]]:
    return [(word.text, word.dep, word.head.text) for word in words]


def test_a_bare_day_behind_its_verb_is_no_object() -> None:
    words = _read(
        [
            ("officials", "NNS", "NOUN", "nsubj", 1),
            ("said", "VBD", "VERB", "ROOT", 1),
            ("Thursday", "NNP", "PROPN", "obj", 1),
        ]
    )
    assert _arcs(words)[2] == ("Thursday", "obl:unmarked", "said")


def test_the_evening_of_a_day_is_no_object_either() -> None:
    words = _read(
        [
            ("she", "PRP", "PRON", "nsubj", 1),
            ("said", "VBD", "VERB", "ROOT", 1),
            ("Friday", "NNP", "PROPN", "compound", 3),
            ("night", "NN", "NOUN", "obj", 1),
        ]
    )
    assert _arcs(words)[3] == ("night", "obl:unmarked", "said")


@pytest.mark.parametrize("article", ["the", "that"])
def test_a_day_that_somebody_does_something_to_stays_an_object(article: str) -> None:
    words = _read(
        [
            ("she", "PRP", "PRON", "nsubj", 1),
            ("feared", "VBD", "VERB", "ROOT", 1),
            (article, "DT", "DET", "det", 3),
            ("Friday", "NNP", "PROPN", "obj", 1),
        ]
    )
    assert _arcs(words)[3] == ("Friday", "obj", "feared")


def test_after_before_a_subject_opens_a_clause() -> None:
    """Shares fell after a tanker sank: "tanker" is the subject, but "after" hangs on it, and "sank" beside "fell"."""
    words = _read(
        [
            ("Shares", "NNS", "NOUN", "nsubj", 1),
            ("fell", "VBD", "VERB", "ROOT", 1),
            ("after", "IN", "ADP", "case", 4),
            ("a", "DT", "DET", "det", 4),
            ("tanker", "NN", "NOUN", "nsubj", 5),
            ("sank", "VBD", "VERB", "conj", 1),
        ]
    )
    assert _arcs(words)[2] == ("after", "mark", "sank")
    assert _arcs(words)[5] == ("sank", "advcl", "fell")


def test_the_verb_behind_after_and_a_noun_takes_the_noun_for_its_subject() -> None:
    """17 died after a dam burst: the noun hangs on "died", and "burst" beside it."""
    words = _read(
        [
            ("17", "CD", "NUM", "nsubj", 1),
            ("died", "VBD", "VERB", "ROOT", 1),
            ("after", "IN", "ADP", "case", 4),
            ("a", "DT", "DET", "det", 4),
            ("dam", "NN", "NOUN", "obl", 1),
            ("burst", "VBD", "VERB", "conj", 1),
            ("there", "RB", "ADV", "advmod", 5),
        ]
    )
    assert _arcs(words)[2:6] == [
        ("after", "mark", "burst"),
        ("a", "det", "dam"),
        ("dam", "nsubj", "burst"),
        ("burst", "advcl", "died"),
    ]
    assert words[5].left_edge.text == "after"


@pytest.mark.parametrize("between", [",", "and"])
def test_a_verb_that_is_joined_to_the_one_before_keeps_its_place(between: str) -> None:
    """They met after the vote and left."""
    words = _read(
        [
            ("They", "PRP", "PRON", "nsubj", 1),
            ("met", "VBD", "VERB", "ROOT", 1),
            ("after", "IN", "ADP", "case", 4),
            ("the", "DT", "DET", "det", 4),
            ("vote", "NN", "NOUN", "obl", 1),
            (between, "CC", "CCONJ", "cc", 6),
            ("left", "VBD", "VERB", "conj", 1),
        ]
    )
    assert _arcs(words)[4] == ("vote", "obl", "met")
    assert _arcs(words)[6] == ("left", "conj", "met")


def test_a_verb_above_the_noun_stays_above_it() -> None:
    """The man who spoke after the vote left: "left" is the main verb."""
    words = _read(
        [
            ("The", "DT", "DET", "det", 1),
            ("man", "NN", "NOUN", "nsubj", 7),
            ("who", "WP", "PRON", "nsubj", 3),
            ("spoke", "VBD", "VERB", "acl:relcl", 1),
            ("after", "IN", "ADP", "case", 6),
            ("the", "DT", "DET", "det", 6),
            ("vote", "NN", "NOUN", "obl", 3),
            ("left", "VBD", "VERB", "ROOT", 7),
        ]
    )
    assert _arcs(words)[6:] == [("vote", "obl", "spoke"), ("left", "ROOT", "left")]


def test_what_a_listener_is_told_is_no_relative_clause() -> None:
    """Roy told Reuters that talks failed: "failed" hangs on Reuters."""
    words = _read(
        [
            ("Roy", "NNP", "PROPN", "nsubj", 1),
            ("tell", "VBD", "VERB", "ROOT", 1),
            ("Reuters", "NNP", "PROPN", "iobj", 1),
            ("that", "WDT", "PRON", "nsubj", 5),
            ("talks", "NNS", "NOUN", "nsubj", 5),
            ("failed", "VBD", "VERB", "acl:relcl", 2),
        ]
    )
    assert _arcs(words)[3] == ("that", "mark", "failed")
    assert _arcs(words)[5] == ("failed", "ccomp", "tell")


def test_a_relative_clause_that_needs_its_that_stays_one() -> None:
    """She told the man that followed her."""
    words = _read(
        [
            ("She", "PRP", "PRON", "nsubj", 1),
            ("tell", "VBD", "VERB", "ROOT", 1),
            ("the", "DT", "DET", "det", 3),
            ("man", "NN", "NOUN", "obj", 1),
            ("that", "WDT", "PRON", "nsubj", 5),
            ("followed", "VBD", "VERB", "acl:relcl", 3),
            ("her", "PRP", "PRON", "obj", 5),
        ]
    )
    assert _arcs(words)[5] == ("followed", "acl:relcl", "man")


def test_an_adjective_has_a_copula() -> None:
    words = _read(
        [
            ("They", "PRP", "PRON", "nsubj", 2),
            ("be", "VBD", "AUX", "aux", 2),
            ("missing", "JJ", "ADJ", "ROOT", 2),
        ]
    )
    assert _arcs(words)[1] == ("be", "cop", "missing")


def test_what_joins_a_clause_points_at_no_noun() -> None:
    """They said that demand fell."""
    words = _read(
        [
            ("They", "PRP", "PRON", "nsubj", 1),
            ("said", "VBD", "VERB", "ROOT", 1),
            ("that", "WDT", "DET", "det", 3),
            ("demand", "NN", "NOUN", "nsubj", 4),
            ("fell", "VBD", "VERB", "ccomp", 1),
        ]
    )
    assert _arcs(words)[2] == ("that", "mark", "fell")
