"""Who stands behind a statement, by the words that name or describe the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from etl.records import AnonymousSource, EntityLabel, SourceKind
from etl.transform.entity.given_names import is_sure_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.nouns import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    INFORMANT_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    QUANTIFIER_HEADS,
    SURE_OUTLET_NOUNS,
)
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set
from etl.transform.outlets import is_outlet, known_outlet
from etl.transform.singular import singular
from etl.transform.word import Word, Words, written

_AUTHOR_WORDS = word_set("i me us we ourselves myself")
_AUTHOR_PHRASE = re.compile(
    r"^(?:this|our)\s+(?:newspaper|paper|magazine|reporter|correspondent|writer|author|website|site|blog|column"
    r"|columnist|publication|outlet|network|station|program|programme|newsroom)\b",
    re.IGNORECASE,
)
_PERSON_PRONOUNS = word_set("he she him her himself herself")
_GROUP_PRONOUNS = frozenset(["they", "them", "themselves", "these", "you"])
_THING_PRONOUNS = frozenset(["it", "itself", "this", "that"])
_DEFINITE = word_set("the this that his her their its our my your these those")
_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "another": 1,
    "single": 1,
    "two": 2,
    "both": 2,
    "couple": 2,
    "pair": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
}
_COUNTING_HEADS = word_set("couple pair group number handful dozen dozens majority half series")
_SHARES = word_set("percent percentage % percentile")
#: Words of a source that are looked at; what follows tells nothing of who it is.
_LONGEST = 60
_NAME_KINDS: Final = {
    "PERSON": SourceKind.PERSON,
    "ORG": SourceKind.ORGANIZATION,
    "GPE": SourceKind.ORGANIZATION,
    "LOC": SourceKind.ORGANIZATION,
    "FAC": SourceKind.ORGANIZATION,
    "NORP": SourceKind.GROUP,
    "EVENT": SourceKind.ORGANIZATION,
    "PRODUCT": SourceKind.ORGANIZATION,
    "WORK_OF_ART": SourceKind.DOCUMENT,
    "LAW": SourceKind.DOCUMENT,
}
_PLACE_WORDS = word_set("in inside within at from of with for close to")
_INFORMED = word_set("familiar close knowledgeable privy aware briefed informed")

Described = tuple[SourceKind, AnonymousSource | None]


def describe_source(source: Words, label: EntityLabel | None = None) -> Described:
    """The kind of ``source`` (the words of a noun phrase) and, for an unnamed one, what the words tell of it.

    ``label`` is that of the mention that the source's head stands in, where the caller knows better than
    the recognizer. Only the words count: "the senator" is a person here, whoever it is.
    """
    words = [token for token in source[:_LONGEST] if not token.is_space and not token.is_punct]
    if not words:
        return SourceKind.UNKNOWN, None
    is_author = words[0].lower in _AUTHOR_WORDS and words[0].text != "US"  # the country
    if is_author or _AUTHOR_PHRASE.match(written(source)):
        return SourceKind.AUTHOR, None
    if len(words) == 1 and words[0].lower in _PERSON_PRONOUNS | _GROUP_PRONOUNS | _THING_PRONOUNS:
        return _of_pronoun(words[0].lower, label), None
    core = _core(words)
    head = _head(core)
    name = _name_label(core, head, label)
    if name is not None and name in _NAME_KINDS:
        return _of_name(name, core, head), None
    return _of_noun(core, words, head)


def _of_pronoun(word: str, label: EntityLabel | None) -> SourceKind:
    if label is not None and label in _NAME_KINDS:
        return _NAME_KINDS[label]
    if word in _PERSON_PRONOUNS:
        return SourceKind.PERSON
    return SourceKind.GROUP if word in _GROUP_PRONOUNS else SourceKind.UNKNOWN


def _core(words: list[Word]) -> list[Word]:
    """The words up to what only tells more: a comma, a relative clause, a preposition."""
    for place, token in enumerate(words):
        behind = words[place - 1].after if place else None
        if behind is not None and behind is not token and behind.text in (",", "(", "–", "—"):
            return words[:place]
        is_participle = token.dep == "acl" and token.tag in ("VBN", "VBG")  # "a study *published* Wednesday"
        if place and (token.lower in ("who", "which", "that") or is_participle or _opens_complement(token, place)):
            return words[:place]
    return words


def _opens_complement(token: Word, place: int) -> bool:
    word = token.lower
    return place > 0 and (token.pos in ("ADP", "SCONJ") or word in _PLACE_WORDS | _INFORMED or word == "on")


def _head(core: list[Word]) -> Word:
    """The last noun of the core; a parser's arc is not needed for a base noun phrase."""
    for token in reversed(core):
        if token.pos in ("NOUN", "PROPN", "PRON", "NUM") or not token.pos:
            return token
    return core[-1]


def _name_label(core: list[Word], head: Word, label: EntityLabel | None) -> str | None:
    is_body = label is EntityLabel.ORG and singular(head.text).lower() not in PERSON_NOUNS
    if not is_body and _names_person(core, head):
        return EntityLabel.PERSON
    if label is not None:
        return label if label.is_name else None
    words = " ".join(token.text for token in core)
    if head.text[:1].isupper() and (known_outlet(words) if head.label else is_outlet(words)):
        return EntityLabel.ORG
    if head.label in _NAME_KINDS:
        return head.label
    return EntityLabel.PERSON if _is_apposed_to_person(core, head) else None


def _names_person(core: list[Word], head: Word) -> bool:
    """ "Press Secretary Josh Earnest": a title or trade before the name, or a given name and a surname."""
    if head.pos != "PROPN" or head.lower in THING_HEADS or is_title_word(head.text):
        return False
    before = core[: core.index(head)]
    if any(is_title_word(token.text) or singular(token.text) in PERSON_NOUNS for token in before[1:] or before):
        return True
    return len(core) in (2, 3) and is_sure_given_name(core[0].text)


def _is_apposed_to_person(core: list[Word], head: Word) -> bool:
    """ "Another host, Abby Martin": the name stands behind a comma."""
    words, place = head.words, core[-1].i + 1
    if place + 1 >= len(words) or words[place].text != "," or singular(head.text) != head.lower:
        return False
    following = words[place + 1]
    return following.label == "PERSON" or (following.text.istitle() and is_sure_given_name(following.text))


def _of_name(label: str, core: list[Word], head: Word) -> SourceKind:
    kind = _NAME_KINDS[label]
    named = [token.text for token in core if token.label == head.label] or [head.text]
    if kind is SourceKind.ORGANIZATION and is_outlet(" ".join(named)):
        return SourceKind.OUTLET
    if label == "NORP" and head.tag == "NNP" and singular(head.text) == head.lower and core[0].lower in _NUMBERS:
        return SourceKind.ANONYMOUS
    return kind


def _of_noun(core: list[Word], words: list[Word], head: Word) -> Described:
    if words[0].lower in _COUNTING_HEADS or (len(words) > 1 and words[1].lower in _COUNTING_HEADS):
        counted = _after_of(words)
        if counted:
            kind, described = _of_noun(counted, counted, _head(_core(counted)))
            return kind, _with_number(described, _number(words))
    noun = singular(head.text)
    if head.lower in ("someone", "somebody"):
        return SourceKind.ANONYMOUS, AnonymousSource(1, None, _institution(core, words, head))
    if head.lower in QUANTIFIER_HEADS or noun in _SHARES:
        return SourceKind.GROUP, None
    if noun in _NUMBERS or head.pos == "NUM":
        return SourceKind.ANONYMOUS, AnonymousSource(_number(core), None, _institution(core, words, head))
    kind = _kind_of_noun(noun, head, core)
    if kind is not SourceKind.ANONYMOUS:
        return kind, None
    described = AnonymousSource(_number(core), _role(core, words, head), _institution(core, words, head))
    return SourceKind.ANONYMOUS, described


def _kind_of_noun(noun: str, head: Word, core: list[Word]) -> SourceKind:
    last = noun.rpartition("-")[2]
    is_plural = head.lower != noun or head.tag in ("NNS", "NNPS") or head.lower == "people"
    if last == "source":
        return SourceKind.ANONYMOUS
    if last in PERSON_NOUNS:
        return _kind_of_person(last, head, core, is_plural)
    if noun in SURE_OUTLET_NOUNS or noun in ("media", "press") or (noun in OUTLET_NOUNS and not is_plural):
        return SourceKind.OUTLET
    if noun in DOCUMENT_NOUNS:
        return SourceKind.DOCUMENT
    if last in BODY_NOUNS or (head.text[:1].isupper() and not is_plural):
        return SourceKind.ORGANIZATION
    return SourceKind.GROUP if is_plural else SourceKind.UNKNOWN


def _is_informed(head: Word) -> bool:
    """ "People familiar with the matter", "people briefed on it"."""
    following = head.words[head.i + 1 : head.i + 3]
    return any(token.lower in _INFORMED for token in following)


def _kind_of_person(noun: str, head: Word, core: list[Word], is_plural: bool) -> SourceKind:
    if is_plural:
        is_informant = noun in INFORMANT_NOUNS and (noun != "person" or _is_informed(head))
        is_informant = is_informant or _number(core) is not None
        return SourceKind.ANONYMOUS if is_informant else SourceKind.GROUP
    is_definite = core[0].lower in _DEFINITE or any(token.tag in ("POS", "PRP$") for token in core)
    return SourceKind.PERSON if is_definite else SourceKind.ANONYMOUS


def _number(words: list[Word]) -> int | None:
    for token in words[:3]:
        if token.lower in _NUMBERS:
            if token.lower in ("a", "an") and len(words) > 1 and words[1].lower in _COUNTING_HEADS:
                continue
            return _NUMBERS[token.lower]
        if token.text.isascii() and token.text.isdigit() and len(token.text) < 4:
            return int(token.text)
    head = _head(words)
    is_singular = singular(head.text) == head.lower and head.tag not in ("NNS", "NNPS") and head.lower != "people"
    return 1 if is_singular and head.lower not in _COUNTING_HEADS else None


def _role(core: list[Word], words: list[Word], head: Word) -> str | None:
    """What the source is, in the singular, without its number and without an institution that is named."""
    kept = [
        token.text
        for token in core
        if token.i < head.i
        and token.lower not in _NUMBERS
        and token.lower not in _DEFINITE | {"some", "several", "many"}
        and not token.label
        and token.tag not in ("POS", "CD")
        and token.text not in ("'s", "’s")
    ]
    role = " ".join((*kept, singular(head.text)))
    informed = next((place for place, token in enumerate(words) if token.lower in _INFORMED), None)
    if informed is not None and words[informed].i > head.i:
        role = " ".join((role, *(token.text for token in words[informed:] if token.i < words[informed].i + 10)))
    return role or None


def _institution(core: list[Word], words: list[Word], head: Word) -> str | None:
    """A name before the head ("US official"), a body ("administration official") or one after ("at the Pentagon")."""
    before = [token for token in core if token.i < head.i]
    named = [token.text for token in before if token.label in ("ORG", "GPE", "NORP", "FAC", "LOC")]
    if named:
        return " ".join(named)
    after = list(_inside(words, head))
    if after:
        return " ".join(after)
    bodies = [token.text for token in before if singular(token.text) in BODY_NOUNS]
    if bodies:
        return " ".join(bodies)
    capitals = [token.text for token in before if token.text[:1].isupper() and token.i > core[0].i]
    return " ".join(capitals) or None


def _inside(words: list[Word], head: Word) -> Iterator[str]:
    """The noun phrase after "inside", "at", "with", "from"... if it names a body."""
    place = next((n for n, token in enumerate(words) if token.i > head.i and token.lower in _PLACE_WORDS), None)
    if place is None:
        return
    phrase = _core([token for token in words[place + 1 :] if token.lower not in ("the", "a", "an")] or words[:0])
    if not phrase:
        return
    last = _head(phrase)
    if last.label in ("ORG", "GPE", "FAC", "NORP") or last.text[:1].isupper() or singular(last.text) in BODY_NOUNS:
        yield from (token.text for token in phrase)


def _after_of(words: list[Word]) -> list[Word]:
    place = next((n for n, token in enumerate(words) if token.lower == "of"), None)
    return words[place + 1 :] if place is not None else []


def _with_number(described: AnonymousSource | None, number: int | None) -> AnonymousSource | None:
    if described is None:
        return None
    return AnonymousSource(number, described.role, described.institution)
