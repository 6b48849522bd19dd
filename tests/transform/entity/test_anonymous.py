"""A user who counts named against unnamed sources would count wrongly if one of these were misread."""

from __future__ import annotations

import pytest
from spacy.language import Language

from etl.records import AnonymousSource, SourceKind
from etl.transform.entity import describe_source
from etl.transform.parsed import Reader
from etl.transform.word import Words


@pytest.mark.parametrize(
    ("words", "number", "role", "institution"),
    [
        ("Two senior administration officials", 2, "senior administration official", "administration"),
        ("one senior administration official", 1, "senior administration official", "administration"),
        ("a senior administration official", 1, "senior administration official", "administration"),
        ("one US official", 1, "official", "US"),
        ("five witnesses", 5, "witness", None),
        ("officials at the State Department", None, "official", "State Department"),
        ("a Pentagon spokesman", 1, "spokesman", "Pentagon"),
        ("a person familiar with the matter", 1, "person familiar with the matter", None),
        ("a couple of aides", 2, "aide", None),
        ("sources", None, "source", None),
        ("people familiar with the talks", None, "person familiar with the talks", None),
    ],
)
def test_an_unnamed_source_is_described(
    nlp: Language, words: str, number: int | None, role: str, institution: str | None
) -> None:
    source = _source(nlp, words, "told reporters that the talks had failed.")
    assert describe_source(source) == (SourceKind.ANONYMOUS, AnonymousSource(number, role, institution))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("John McCain", SourceKind.PERSON),
        ("Senator John McCain", SourceKind.PERSON),
        ("the senator", SourceKind.PERSON),
        ("she", SourceKind.PERSON),
        ("White House Press Secretary Josh Earnest", SourceKind.PERSON),
        ("critics of the deal", SourceKind.GROUP),
        ("Few people", SourceKind.GROUP),
        ("63 percent", SourceKind.GROUP),
        ("Some inside the administration", SourceKind.GROUP),
        ("they", SourceKind.GROUP),
        ("The report", SourceKind.DOCUMENT),
        ("a study published Wednesday in the journal Nature", SourceKind.DOCUMENT),
        ("The Israeli military", SourceKind.ORGANIZATION),
        ("a new study", SourceKind.DOCUMENT),
        ("The paper", SourceKind.OUTLET),
        ("Reuters", SourceKind.OUTLET),
        ("the Springfield Herald", SourceKind.OUTLET),
        ("the committee", SourceKind.ORGANIZATION),
        ("police", SourceKind.ORGANIZATION),
        ("us", SourceKind.AUTHOR),
        ("this newspaper", SourceKind.AUTHOR),
    ],
)
def test_other_sources_are_told_apart(nlp: Language, words: str, kind: SourceKind) -> None:
    source = _source(nlp, words, "said on Monday that the talks had failed.")
    assert describe_source(source) == (kind, None)


def test_no_words_are_nobody(nlp: Language) -> None:
    assert describe_source(_source(nlp, "- , -", "")) == (SourceKind.UNKNOWN, None)


def _source(nlp: Language, words: str, rest: str) -> Words:
    text = f"{words} {rest}".strip()
    return Reader().read(1, nlp(text), text, 0).covering(0, len(words))
