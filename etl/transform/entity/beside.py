"""What the words beside a name say of its kind: appositions, trades, "the village of", "the mayor of".

"Northline, the operator," is a body, "Boulder, a city in Colorado," a place and "the columnist Eli Lake" a person,
whatever the model saw in the word.
"""

from __future__ import annotations

from typing import Final

from etl.records import EntityLabel
from etl.transform.entity.kin import is_possessor
from etl.transform.entity.name import Name, is_possessive
from etl.transform.entity.nouns import BODY_NOUNS, DOCUMENT_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Word, Words

_GPE: Final = word_set("city town village hamlet suburb municipality borough township settlement capital port")
_LOC: Final = word_set("island peninsula river lake mountain volcano planet moon asteroid comet desert valley region")
_PLACES: Final = _GPE | _LOC
#: Bodies that a bare noun introduces: "the news agency *Saba*". Others ("court", "state") begin a title as often.
_BODIES_BEFORE: Final = (OUTLET_NOUNS - word_set("daily weekly wire station journal paper")) | word_set(
    """agency company firm airline band orchestra charity nonprofit broadcaster newspaper startup start-up chipmaker
    carmaker automaker drugmaker retailer supplier manufacturer insurer supergroup think-tank thinktank ngo trio quartet
    duo supermarket brewer publisher"""
)
#: Who is mostly somebody unnamed before a name that is a body's, or none of a person.
_NOT_BEFORE: Final = word_set("source person member player partner rival user owner sponsor man woman")
_BODIES_BEHIND: Final = (
    (
        BODY_NOUNS
        - PERSON_NOUNS
        - _GPE
        - word_set("country nation state kingdom republic province county district division hotel restaurant house zoo")
    )
    | OUTLET_NOUNS
    | word_set("operator maker supergroup band company agency publisher")
)
_MAYBE_PEOPLE: Final = word_set("broadcaster publisher operator maker brewer retailer supplier manufacturer blog")
_PERSON: Final = EntityLabel.PERSON.value
_PEOPLE: Final = PERSON_NOUNS - BODY_NOUNS - OUTLET_NOUNS - DOCUMENT_NOUNS - _NOT_BEFORE
_ARTICLES: Final = word_set("a an the its his her their")
_INSIDE: Final = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV"))
_ENDS: Final = frozenset((",", ".", ";", ")", "—", "–"))
_ON: Final = word_set("of in for at that which near on with based")
_WITHIN: Final = word_set("of in at from near for")
_GOVERNED: Final = word_set("mayor residents resident villagers inhabitants people citizens outskirts streets suburbs")
_AROUND: Final = word_set("near outside around")
_DWELLERS: Final = word_set("residents villagers inhabitants townsfolk locals suburb suburbs")
_LONGEST: Final = 9


def kind_beside(name: Name, words: Words) -> str | None:
    """The label that the words around a name give it; ``None`` where they say nothing."""
    if name.end < len(words) and is_possessive(words[name.end].text):
        return None
    return _behind(name, words) or _before(name, words)


def is_place_beside(name: Name, words: Words) -> bool:
    """Whether somebody lives there, is mayor of it, or something lies near it: what no person is."""
    before = words[name.start - 1].lower if name.start else ""
    noun = words[name.start - 2].lower if name.start > 1 else ""
    behind = words[name.end].lower if name.end < len(words) else ""
    if before == "of" and (noun in _GOVERNED or noun in _GPE):
        return True
    if before == "from" and name.label == _PERSON and singular(noun) in _PEOPLE:
        return True  # "a restaurateur from *Tunbridge Wells*"
    if before in _AROUND and not is_possessive(behind):
        return True
    return behind in _DWELLERS


def _behind(name: Name, words: Words) -> str | None:
    """By ", the state news agency," behind a name."""
    place = name.end
    if place + 2 >= len(words) or words[place].text not in (",", "—", "–") or _is_in_list(name, words):
        return None
    place += 1
    place = _over_owner(place, words)
    if words[place].lower not in _ARTICLES and not is_possessor(words[place]):
        return None
    head = None
    for word in words[place + 1 : place + _LONGEST]:
        if word.pos not in _INSIDE and word.text != "-" and not is_possessive(word.text):
            break
        head = word
    if head is None or head.pos != "NOUN" or head.after is None:
        return None
    if head.after.text not in _ENDS and head.after.lower not in _ON:
        return None
    kind = _kind_of(head, _BODIES_BEHIND)
    first = name.start - (name.start > 0 and words[name.start - 1].pos == "DET")
    if kind == EntityLabel.ORG and head.lower in _MAYBE_PEOPLE and name.label == _PERSON and name.end - name.start > 1:
        return None  # "Margit Holt, a *broadcaster*,"
    is_part = first > 0 and words[first - 1].lower in _WITHIN  # "Jo Roe of *Ohio*, the party's nominee"
    return None if is_part and kind not in (EntityLabel.GPE, EntityLabel.LOC) else kind


def _is_in_list(name: Name, words: Words) -> bool:
    """Whether a comma or "in" before a name make the comma behind it another one: "In London, the company said"."""
    if name.start and words[name.start - 1].text == ",":
        return True
    first = words[name.start].sent_start.i
    return name.start - first <= 3 and any(word.pos in ("ADP", "SCONJ") for word in words[first : name.start])


def _over_owner(place: int, words: Words) -> int:
    """The place of the mark of possession of "*Qatar*'s" at ``place``, else ``place``."""
    for at in range(place, min(place + 4, len(words) - 1)):
        if is_possessive(words[at].text):
            return at
        if not words[at].text[:1].isupper() and words[at].lower != "the":
            return place
    return place


def _before(name: Name, words: Words) -> str | None:
    """By "the news agency" or "columnist" right before a name."""
    if not name.start:
        return None
    noun = words[name.start - 1]
    if noun.pos != "NOUN" or noun.text[:1].isupper() or singular(noun.text) != noun.lower:
        return None
    if words[name.start].label == "DATE" or (noun.before is not None and noun.before.text == "-"):
        return None
    return _kind_of(noun, _BODIES_BEFORE) if not is_title_word(noun.text) or noun.lower in _PEOPLE else None


def _kind_of(noun: Word, bodies: frozenset[str]) -> str | None:
    word = singular(noun.text)
    if word != noun.lower:
        return None
    if word in bodies:
        return EntityLabel.ORG.value
    if word in _PLACES:
        return (EntityLabel.GPE if word in _GPE else EntityLabel.LOC).value
    return _PERSON if word in _PEOPLE else None


def is_taken_up_by_it(name: Word) -> bool:
    """Whether a subject is "it" in its own sentence: "*Jefferies* raised *its* rating", "*Wimbledon* said *it* would
    follow the rules"; not the empty "it" of "Roe said it would rain"."""
    verb = name.head
    if name.dep != "nsubj" or verb.i == name.i:
        return False
    for child in verb.children:
        if child.i < name.i:
            continue
        if child.dep == "obj" and any(each.lower == "its" and each.dep == "nmod:poss" for each in child.lefts):
            return True
        if child.dep == "ccomp" and child.pos == "VERB":
            own = [each for each in child.children if each.lower == "it" and each.dep == "nsubj"]
            if own and any(each.dep == "obj" for each in child.children):
                return True
    return False
