"""Relative words and what they stand for: which noun "which receive training in Iran" is said of.

The parser's noun is taken where it agrees with the verb in number, else the nearest noun before that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.transform.claim.kind import first_of
from etl.transform.entity.nouns import BODY_NOUNS, PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Word

_RELATIVES: Final = word_set("which who whom whose where that")
_TAGS: Final = frozenset(("WDT", "WP", "WP$", "WRB"))
_ARGUMENTS: Final = frozenset(("nsubj", "nsubj:pass", "obj", "det", "nmod"))
_NOUNS: Final = frozenset(("NOUN", "PROPN", "SYM"))  # "the *$5* million that"
_SINGULAR_VERBS: Final = word_set("is was has does")
_PLURAL_VERBS: Final = word_set("are were have do")
#: How far into a clause its relative word may stand ("some of which"), and how far back its noun.
_DEEP: Final = 6
_BACK: Final = 18
_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_NOBODY: Final = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT"))
#: What an event does.
_LEADING: Final = word_set("kill injure wound hurt leave cause prompt spark trigger displace destroy damage claim last")
_EVENTS: Final = word_set(
    """accident ambush assault attack avalanche blast blaze bombing clash collapse collision crash crisis cyclone
    derailment disaster drought earthquake epidemic eruption explosion famine fire flood flooding hurricane incident
    landslide massacre outage outbreak pandemic protest quake raid riot shooting siege spill stampede stabbing storm
    strike tornado tsunami typhoon war wildfire"""
)
_OPENING: Final = frozenset(("“", '"', "‘", "«", "``"))
_COUNTING: Final = word_set("both each few many several")


def relative_in(head: Word, start: int) -> Word | None:
    """The relative word that opens the clause of ``head`` at token ``start``, if it refers to something before it."""
    words = head.words
    if start == 0 or words[start].is_sent_start:
        return None
    is_inside = head.dep in ("ccomp", "csubj", "xcomp")
    for token in words[start : min(start + _DEEP, head.i + 1)]:
        is_argument = token.lower != "that" or token.dep in _ARGUMENTS
        is_tagged = token.tag in _TAGS or (token.lower == "that" and head.dep == "acl:relcl" and token.i == start)
        if token.lower in _RELATIVES and is_tagged and token.dep != "mark" and is_argument:
            is_asked = is_inside and token.dep != "nmod"
            return token if not is_asked and _belongs_to(token, head) else None
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _belongs_to(relative: Word, head: Word) -> bool:
    """Whether no other clause stands between a relative word and the predicate ``head``."""
    for _ in range(_DEEP):
        if relative.i == head.i or relative.dep == "ROOT":
            break
        relative = relative.head
        if relative.i != head.i and relative.pos in ("VERB", "AUX"):
            return False
    return True


def antecedent_of(head: Word, relative: Word) -> Word | None:
    """The noun that ``relative`` stands for in the clause of ``head``; ``None`` where it takes up a whole clause."""
    first = first_of(head)
    if first.dep == "advcl:relcl":
        return None
    parsed = first.head if first.dep == "acl:relcl" and first.head.pos in _NOUNS else None
    if parsed is not None and any(each.text in _OPENING for each in relative.words[parsed.i : relative.i]):
        parsed = None  # nobody's own words go on from a noun before them: wrote to senators that “groups, which …
    nearest = next(_before(relative), None)
    known = _known_by_kind(head, relative, parsed, nearest)
    if known is not None:
        return known
    number = _number_asked(relative, head)
    if parsed is not None and _fits(parsed, relative, number):
        return parsed
    fitting = (noun for noun in _before(relative) if _fits(noun, relative, number))
    return next(fitting, parsed if parsed is not None and _is_of_kind(parsed, relative) else None)


def _known_by_kind(head: Word, relative: Word, parsed: Word | None, nearest: Word | None) -> Word | None:
    """What a relative word says by itself: "where" of a place, "who" of somebody, "which left 42 dead" of an event."""
    if relative.lower == "where" and nearest is not None and nearest.label in _PLACES:
        return nearest
    if relative.lower == "who" and nearest is not None and parsed is not None and _may_be_who(nearest):
        is_nobody = (
            parsed.label == ""
            and parsed.pos == "NOUN"
            and any(child.dep == "nmod" and child.i <= nearest.i <= child.right_edge.i for child in parsed.children)
        )
        if is_nobody and not _is_somebody(parsed):
            return nearest  # "a summit with Ann Roe, who"
    if relative.lower == "who" and parsed is not None and parsed.label not in ("", "PERSON"):
        over = parsed.head
        if parsed.dep == "nmod" and over.lower in ("someone", "somebody", "anyone", "one"):
            return over  # "someone on the *Nora*, who"
    return _event_before(relative) if relative.lower == "which" and _brings_about(head, relative) else None


def _fits(noun: Word, relative: Word, number: str | None) -> bool:
    are_several = relative.lower == "who" and number == "p" and noun.pos == "PROPN" and noun.label not in ("", "PERSON")
    return _is_of_kind(noun, relative) and (number is None or are_several or number_of(noun, relative.i) == number)


def _is_somebody(noun: Word) -> bool:
    """Whether a noun is one for people or bodies."""
    word = singular(noun.lower)
    return word in PERSON_NOUNS or word in BODY_NOUNS


def _may_be_who(noun: Word) -> bool:
    return noun.label == "PERSON" or (noun.pos == "PROPN" and noun.label not in _NOBODY)


def _brings_about(head: Word, relative: Word) -> bool:
    """Whether the relative word is the subject of a verb that tells what something led to: "*which* left 42 dead"."""
    return relative.dep == "nsubj" and relative.head.i == head.i and head.lemma in _LEADING


def _event_before(relative: Word) -> Word | None:
    """The last thing that happened of those named before a relative word and its comma: "an *attack* in Reading at
    noon, which"."""
    first = relative.sent_start.i
    found = (each for each in reversed(relative.words[first : relative.i]) if each.pos == "NOUN")
    return next((noun for noun in found if singular(noun.lower) in _EVENTS and not _is_inside(noun)), None)


def _is_inside(noun: Word) -> bool:
    return noun.dep in ("compound", "flat", "amod", "nmod:poss") and noun.head.pos in _NOUNS


def _is_of_kind(noun: Word, relative: Word) -> bool:
    """Nobody writes "which" of a person, nor "who" of a place or a day."""
    if relative.lower == "which":
        return noun.label != "PERSON"
    return relative.lower not in ("who", "whom") or noun.label not in _NOBODY


def _number_asked(relative: Word, head: Word) -> str | None:
    """ "s" or "p": by the verb whose subject the relative word is, or by the count taken of it ("two of which")."""
    if relative.dep == "nmod" and (relative.head.tag == "CD" or relative.head.lower in _COUNTING):
        return "p"
    return _number_of_verb(head) if _is_in_subject(relative, head) else None


def _is_in_subject(relative: Word, head: Word) -> bool:
    return relative.dep in ("nsubj", "nsubj:pass") and relative.head.i == head.i


def _before(relative: Word) -> Iterator[Word]:
    """Heads of the noun phrases before a relative word, the nearest first."""
    for place in range(relative.i - 1, max(relative.i - _BACK, -1), -1):
        token = relative.words[place]
        if token.is_sent_start and token.pos not in _NOUNS:
            return
        is_described = token.dep == "nmod:desc" and token.head.pos in _NOUNS
        is_written = token.text[:1].isalnum() or token.tag == "$"
        if token.pos in _NOUNS and is_written and not is_described and not _is_inside(token):
            yield token


def _number_of_verb(head: Word) -> str | None:
    """ "s" or "p" by the finite verb, ``None`` where its form does not tell."""
    helpers = [child for child in head.children if child.dep in ("aux", "aux:pass", "cop") and child.i < head.i]
    finite = helpers[0] if helpers else head
    low = finite.lower
    if low in _SINGULAR_VERBS or (finite.tag == "VBZ" and low not in _PLURAL_VERBS):
        return "s"
    return "p" if low in _PLURAL_VERBS or finite.tag == "VBP" else None


def agrees(subject: Word, head: Word) -> bool:
    """Whether a noun or pronoun may be the subject of a predicate, by number: not "they *was* posted"."""
    number = _number_of_verb(head)
    own = "p" if subject.lower in ("they", "we", "you") else number_of(subject, head.i)
    return number is None or number == own


def number_of(noun: Word, before: int) -> str:
    """ "s" or "p": two nouns that are joined before token ``before`` are several."""
    is_joined = any(child.dep == "conj" and child.i < before for child in noun.children)
    return "p" if is_joined or noun.tag in ("NNS", "NNPS") or noun.lower in ("people", "police") else "s"
