"""Pronouns and role nouns that may stand for a name, as they are found in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from etl.records import EntityLabel, MentionKind
from etl.transform.entity.nouns import BODY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_GENDERED: Final = {
    "he": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
}
_FIRST_PERSON: Final = word_set("i me myself")
_DEFINITE: Final = word_set("the this that")
#: Verbs whose subject is somebody who speaks or acts knowingly: with them "it" and "they" are somebody.
SPEAKING: Final = word_set(
    """say tell add ask reply answer explain write argue insist admit concede acknowledge warn state claim continue
    remark comment declare respond report think believe announce confirm deny note suggest demand call accuse
    urge describe reveal estimate predict recommend propose conclude find promise vow refuse decline agree
    request"""
)
#: Nouns for bodies that mostly stand for no name at all.
_AT_LARGE: Final = word_set("nation country side state world public establishment house household family")
_SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "obl:agent"))


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Tokens ``start`` to ``end`` of the ``paragraph``-th parsed paragraph (from 0); ``head`` is its noun, folded."""

    paragraph: int
    start: int
    end: int
    kind: MentionKind
    label: EntityLabel
    head: str
    gender: str | None = None
    speaks: bool = False


def find_anaphors(place: int, doc: Doc, taken: frozenset[int]) -> Iterator[Anaphor]:
    """The pronouns and role nouns of a paragraph that are no part of a name (``taken``: tokens of names)."""
    if not doc.has_annotation("DEP"):
        return
    for token in doc:
        if token.i in taken:
            continue
        found = _pronoun(place, token) or _role_noun(place, token, taken)
        if found is not None:
            yield found


def _pronoun(place: int, token: Token) -> Anaphor | None:
    low = token.lower_
    is_possessive = token.dep_ == "nmod:poss"
    speaks = token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEAKING
    if low in _GENDERED and not is_possessive:
        return _of_token(place, token, EntityLabel.PERSON, _GENDERED[low], speaks)
    if low in _FIRST_PERSON and token.pos_ in ("PRON", "PROPN"):
        return _of_token(place, token, EntityLabel.PERSON, None, speaks)
    if low in ("it", "they") and speaks:
        return _of_token(place, token, EntityLabel.ORG, None, speaks)
    return None


def _of_token(place: int, token: Token, label: EntityLabel, gender: str | None, speaks: bool) -> Anaphor:
    return Anaphor(place, token.i, token.i + 1, MentionKind.PRONOUN, label, token.lower_, gender, speaks)


def _role_noun(place: int, token: Token, taken: frozenset[int]) -> Anaphor | None:
    noun = singular(token.text)
    if token.pos_ not in ("NOUN", "PROPN") or noun != token.lower_ or not _is_source_place(token):
        return None
    if noun not in PERSON_NOUNS and (noun not in BODY_NOUNS | OUTLET_NOUNS or noun in _AT_LARGE or token.is_title):
        return None
    start = token.i
    while start and start - 1 not in taken and token.i - start < 5 and token.doc[start - 1].pos_ in _INSIDE:
        start -= 1
    if start == token.i or token.doc[start].lower_ not in _DEFINITE or _is_told_apart(token):
        return None
    if any(each.is_title or each.is_upper for each in token.doc[start + 1 : token.i]):
        return None  # "the Wall Street journal" is a name that was missed
    label = EntityLabel.PERSON if noun in PERSON_NOUNS else EntityLabel.ORG
    gender = "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else None
    speaks = token.head.lemma_.lower() in SPEAKING
    return Anaphor(place, start, token.i + 1, MentionKind.NOMINAL, label, noun, gender, speaks)


_INSIDE = frozenset(("DET", "ADJ", "NOUN", "PROPN"))


def _is_source_place(token: Token) -> bool:
    """A subject, an agent, or what "according to" names."""
    if token.dep_ in _SUBJECTS:
        return True
    return any(child.lower_ == "according" for child in token.lefts)


def _is_told_apart(token: Token) -> bool:
    """Whether the noun is told from others by what follows ("the man who fled") or names its own bearer."""
    return any(child.dep_ in ("acl:relcl", "nmod", "appos", "acl", "flat", "nmod:desc") for child in token.rights)
