"""Relative words and what they stand for: which noun "which receive training in Iran" is said of.

The parser's noun is taken where it agrees with the verb in number, else the nearest noun before that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.transform.lexicon import word_set
from etl.transform.word import Word

_RELATIVES: Final = word_set("which who whom whose where that")
_TAGS: Final = frozenset(("WDT", "WP", "WP$", "WRB"))
_ARGUMENTS: Final = frozenset(("nsubj", "nsubj:pass", "obj", "det", "nmod"))
_NOUNS: Final = frozenset(("NOUN", "PROPN"))
_SINGULAR_VERBS: Final = word_set("is was has does")
_PLURAL_VERBS: Final = word_set("are were have do")
#: How far into a clause its relative word may stand ("some of which"), and how far back its noun.
_DEEP: Final = 6
_BACK: Final = 12


def relative_in(head: Word, start: int) -> Word | None:
    """The relative word that opens the clause of ``head`` at token ``start``, if it refers to something before it."""
    words = head.words
    if start == 0 or words[start].is_sent_start:
        return None
    is_inside = head.dep in ("ccomp", "csubj", "xcomp")
    for token in words[start : min(start + _DEEP, head.i + 1)]:
        is_argument = token.lower != "that" or token.dep in _ARGUMENTS
        if token.lower in _RELATIVES and token.tag in _TAGS and token.dep != "mark" and is_argument:
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
    first = _first_of(head)
    if first.dep == "advcl:relcl":
        return None
    parsed = first.head if first.dep == "acl:relcl" and first.head.pos in _NOUNS else None
    number = _number_of_verb(head) if _is_in_subject(relative, head) else None
    if parsed is not None and (number is None or number_of(parsed, relative.i) == number):
        return parsed
    for noun in _before(relative):
        if number is None or number_of(noun, relative.i) == number:
            return noun
    return parsed


def _first_of(token: Word) -> Word:
    for _ in range(_DEEP):
        if token.dep != "conj":
            break
        token = token.head
    return token


def _is_in_subject(relative: Word, head: Word) -> bool:
    return relative.dep in ("nsubj", "nsubj:pass") and relative.head.i == head.i


def _before(relative: Word) -> Iterator[Word]:
    """Heads of the noun phrases before a relative word, the nearest first."""
    for place in range(relative.i - 1, max(relative.i - _BACK, -1), -1):
        token = relative.words[place]
        if token.is_sent_start and token.pos not in _NOUNS:
            return
        is_inside = token.dep in ("compound", "flat", "amod", "nmod:poss", "nmod:desc") and token.head.pos in _NOUNS
        if token.pos in _NOUNS and not is_inside:
            yield token


def _number_of_verb(head: Word) -> str | None:
    """ "s" or "p" by the finite verb, ``None`` where its form does not tell."""
    helpers = [child for child in head.children if child.dep in ("aux", "aux:pass", "cop") and child.i < head.i]
    finite = helpers[0] if helpers else head
    low = finite.lower
    if low in _SINGULAR_VERBS or (finite.tag == "VBZ" and low not in _PLURAL_VERBS):
        return "s"
    return "p" if low in _PLURAL_VERBS or finite.tag == "VBP" else None


def number_of(noun: Word, before: int) -> str:
    """ "s" or "p": two nouns that are joined before token ``before`` are several."""
    is_joined = any(child.dep == "conj" and child.i < before for child in noun.children)
    return "p" if is_joined or noun.tag in ("NNS", "NNPS") or noun.lower in ("people", "police") else "s"
