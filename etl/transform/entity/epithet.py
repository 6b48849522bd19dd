"""Epithets: what a person is, said instead of the name. "Doyle lost his temper. *The Rovers manager* said …"

Papers vary a name so where one person is the subject of one sentence and goes on in the next. Only nouns that tell
what somebody is at large do; an office that a text brings in as it goes ("the judge", "the interviewer") is mostly
another person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Word, Words

_PLAYING: Final = word_set(
    """player striker forward midfielder defender goalkeeper keeper winger quarterback pitcher batsman bowler captain
    skipper coach manager boss fullback lock flanker prop hooker guard"""
)
#: Who somebody is at large.
EPITHETS: Final = _PLAYING | word_set(
    """candidate nominee frontrunner businessman businesswoman billionaire millionaire tycoon mogul magnate entrepreneur
    senator congressman congresswoman lawmaker legislator politician governor actor actress singer rapper musician star
    comedian author novelist writer filmmaker artist athlete champion golfer sprinter swimmer runner cyclist boxer racer
    veteran conservative liberal socialist republican democrat philanthropist activist pundit"""
)
_INSIDE: Final = frozenset(["ADJ", "NOUN", "PROPN", "NUM"])
_LONGEST: Final = 7
_BACK: Final = 3


def opens_epithet(noun: Word) -> bool:
    """Whether "the" and words that only tell more stand before a noun: *the New York* businessman."""
    if noun.lower not in EPITHETS or singular(noun.text) != noun.lower or noun.pos not in ("NOUN", "PROPN"):
        return False
    i = noun.i - 1
    while i >= 0 and noun.i - i < _LONGEST and (noun.words[i].pos in _INSIDE or noun.words[i].text == "-"):
        label = noun.words[i].label
        if label == "PERSON" or (label == "ORG" and noun.lower not in _PLAYING):
            return False  # "the Berg adviser", "the FBI veteran"
        i -= 1
    return i >= 0 and i < noun.i - 1 and noun.words[i].lower == "the"


def introduced(paragraphs: Sequence[Words]) -> frozenset[str]:
    """The epithets that an article brings in with "a": "*a striker* was arrested" is then whom "the striker" means."""
    return frozenset(
        word.lower
        for words in paragraphs
        for word in words
        if word.lower in EPITHETS and word.dep in ("nsubj", "nsubj:pass", "obj", "obl") and _is_new(word)
    )


def _is_new(noun: Word) -> bool:
    return any(child.lower in ("a", "an", "another") for child in noun.lefts) and not any(
        each.label == "PERSON" for each in noun.subtree
    )


def last_subject(seen: Iterable[tuple[int, int, int, bool]], sentence: int, depth: int) -> int | None:
    """The chain of the one person who is the subject of the last sentence with such a subject; else ``None``.

    ``seen``, the last first: chain, sentence, depth of the quotations, and whether it is a person that heads it. A
    second subject in that sentence leaves it open.
    """
    found: int | None = None
    where = -1
    for chain, place, inside, is_subject in seen:
        if sentence - place > _BACK or (found is not None and place < where):
            break
        if place >= sentence or inside > depth or not is_subject:
            continue
        if found is not None and chain != found:
            return None
        found, where = chain, place
    return found
