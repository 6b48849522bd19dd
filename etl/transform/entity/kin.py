"""Relatives of one last name: who is brought in as whose son, and whom a bare last name then means.

"Baker died, his daughter Nettie Baker said. *Baker* had been ill": the one who was there first keeps the name.
"""

from __future__ import annotations

from typing import Final

from etl.transform.entity.name import Name, is_possessive
from etl.transform.lexicon import word_set
from etl.transform.word import Word, Words

_YOUNGER_KIN: Final = word_set("son daughter grandson granddaughter nephew niece stepson stepdaughter child")
_ELDER_KIN: Final = word_set("father mother grandfather grandmother uncle aunt dad mom mum stepfather stepmother")
KIN: Final = (
    _YOUNGER_KIN
    | _ELDER_KIN
    | word_set("wife husband brother sister widow widower cousin spouse twin fiancee fiancée fiancé fiance ex-wife")
)
_OWNERS: Final = word_set("his her their")
_YOUNGER: Final = word_set("younger")
_ELDER: Final = word_set("elder older")
_JUNIOR: Final = word_set("jr junior ii iii iv")
_SENIOR: Final = word_set("sr senior")
_REACH: Final = 6


def is_possessor(word: Word) -> bool:
    return word.lower in _OWNERS or is_possessive(word.text)


def generation(words: tuple[str, ...]) -> str:
    """ "jr", "sr" or nothing, by the end of a person's folded name."""
    last = words[-1] if len(words) > 1 else ""
    return "jr" if last in _JUNIOR else "sr" if last in _SENIOR else ""


def kinship(name: Name, words: Words) -> str | None:
    """What relative a name is brought in as: "his *daughter* Ann Roe", "Ann Roe, Roe's *wife*"; else ``None``."""
    return _before(name, words) or _behind(name, words)


def _before(name: Name, words: Words) -> str | None:
    if [word.lower for word in words[max(name.start - 2, 0) : name.start]] in (["first", "lady"], ["second", "lady"]):
        return "wife"
    place = name.start - 1
    while place >= 0 and (words[place].text == "," or words[place].lower in ("mr", "mrs", "ms", ".", "late")):
        place -= 1
    if place >= 1 and words[place].lower == "law" and words[place - 1].text == "-":
        place = max(place - 4, 0)
    if place < 1 or words[place].lower not in KIN:
        return None
    at = place - 1
    while at >= 0 and place - at < _REACH and words[at].pos in ("ADJ", "NUM", "NOUN", "ADV") and at:
        at -= 1
    return words[place].lower if is_possessor(words[at]) else None


def _behind(name: Name, words: Words) -> str | None:
    """ ", *his wife*," or ", *son of* the late"."""
    place = name.end
    if place + 2 >= len(words) or words[place].text != ",":
        return None
    is_owned = False
    for word in words[place + 1 : place + 1 + _REACH]:
        if word.lower in KIN:
            is_of = word.after is not None and word.after.lower == "of"
            return word.lower if is_owned or is_of else None
        is_owned |= is_possessor(word)
        is_inside = word.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "AUX", "PART") or is_possessor(word)
        if not is_inside:
            return None
    return None


def is_younger(kin: str | None) -> bool | None:
    """Whether a relative is of a later generation than whose relative it is; ``None`` where that is open."""
    return True if kin in _YOUNGER_KIN else False if kin in _ELDER_KIN else None


def told_age(name: Name, words: Words) -> str | None:
    """ "younger" or "elder" where "the *younger* Mr. Roe" tells which of two is meant."""
    for word in reversed(words[max(name.start - 4, 0) : name.start]):
        if word.lower in _YOUNGER:
            return "younger"
        if word.lower in _ELDER:
            return "elder"
        if word.lower in (",", "and") or word.pos == "VERB":
            return None
    return None
