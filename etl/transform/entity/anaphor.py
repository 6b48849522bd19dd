"""Pronouns and role nouns that may stand for a name, as they are found in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from etl.records import EntityLabel, MentionKind
from etl.transform.entity.epithet import opens_epithet
from etl.transform.entity.nouns import BODY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.entity.role import office_of
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedParagraph
from etl.transform.singular import singular
from etl.transform.word import Word

_GENDERED: Final = {
    "he": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
}
_FIRST_PERSON: Final = word_set("i me myself")
_PRONOUNS: Final = frozenset((*_GENDERED, *_FIRST_PERSON, "it", "they"))
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
_BODIES: Final = (BODY_NOUNS | OUTLET_NOUNS) - _AT_LARGE
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
    is_varied: bool = False  # more than "the" stands before it: "the New York *businessman*"


def find_anaphors(place: int, paragraph: ParsedParagraph, taken: frozenset[int]) -> Iterator[Anaphor]:
    """The pronouns and role nouns of a paragraph that are no part of a name (``taken``: tokens of names)."""
    if not paragraph.is_parsed:
        return
    for token in paragraph.words:
        if token.i in taken:
            continue
        found = _pronoun(place, token) or _role_noun(place, token, taken) or _epithet(place, token)
        if found is not None:
            yield found


def _pronoun(place: int, token: Word) -> Anaphor | None:
    low = token.lower
    if low not in _PRONOUNS:
        return None
    speaks = token.dep == "nsubj" and token.head.lemma in SPEAKING
    if low in _GENDERED and token.dep != "nmod:poss":
        return _of_token(place, token, EntityLabel.PERSON, _GENDERED[low], speaks)
    if low in _FIRST_PERSON and token.pos in ("PRON", "PROPN"):
        return _of_token(place, token, EntityLabel.PERSON, None, speaks)
    if low in ("it", "they") and speaks:
        return _of_token(place, token, EntityLabel.ORG, None, speaks)
    return None


def _of_token(place: int, token: Word, label: EntityLabel, gender: str | None, speaks: bool) -> Anaphor:
    return Anaphor(place, token.i, token.i + 1, MentionKind.PRONOUN, label, token.lower, gender, speaks)


def _role_noun(place: int, token: Word, taken: frozenset[int]) -> Anaphor | None:
    if token.pos not in ("NOUN", "PROPN"):
        return None
    noun = singular(token.text)
    if noun != token.lower or not _is_source_place(token):
        return None
    is_body = noun in _BODIES and not token.text.istitle()
    if noun not in PERSON_NOUNS and not is_body:
        return None
    start = token.i
    while start and start - 1 not in taken and token.i - start < 5 and token.words[start - 1].pos in _INSIDE:
        start -= 1
        if token.words[start].pos == "DET":
            break
    if start == token.i or token.words[start].lower not in _DEFINITE or _is_told_apart(token):
        return None
    if any(each.text.istitle() or each.text.isupper() for each in token.words[start + 1 : token.i]):
        return None  # "the Wall Street journal" is a name that was missed
    label = EntityLabel.PERSON if noun in PERSON_NOUNS else EntityLabel.ORG
    gender = _gender_of(noun)
    speaks = token.head.lemma in SPEAKING
    return Anaphor(place, start, token.i + 1, MentionKind.NOMINAL, label, office_of(token), gender, speaks)


def _gender_of(noun: str) -> str | None:
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else None


def _epithet(place: int, token: Word) -> Anaphor | None:
    """The noun alone: names may stand before it ("the *New York* businessman")."""
    if token.dep not in _SUBJECTS or not opens_epithet(token) or _is_told_apart(token):
        return None
    noun = token.lower
    gender = _gender_of(noun)
    return Anaphor(place, token.i, token.i + 1, MentionKind.NOMINAL, EntityLabel.PERSON, noun, gender, is_varied=True)


_INSIDE = frozenset(("DET", "ADJ", "NOUN", "PROPN"))


def _is_source_place(token: Word) -> bool:
    """A subject, an agent, or what "according to" names."""
    if token.dep in _SUBJECTS:
        return True
    return any(child.lower == "according" for child in token.lefts)


def _is_told_apart(token: Word) -> bool:
    """Whether the noun is told from others by what follows ("the man who fled") or names its own bearer."""
    return any(child.dep in ("acl:relcl", "nmod", "appos", "acl", "flat", "nmod:desc") for child in token.rights)
