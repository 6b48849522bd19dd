"""What an article says of its people and bodies: offices, trades, what a body is."""

from __future__ import annotations

from collections.abc import Iterator

from etl.transform.entity.name import Name
from etl.transform.entity.nouns import BODY_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.entity.titles import TITLE_WORDS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Word, Words, root_of

_ROLE_NOUNS = PERSON_NOUNS | BODY_NOUNS | OUTLET_NOUNS
#: Titles in short, and the noun that a writer takes up again.
_IN_FULL = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "vp": "vice president",
    "mr": "man",
    "mrs": "woman",
    "ms": "woman",
}
#: They make another office of an office: the vice president is no president.
_UNDER = word_set("vice deputy assistant")
#: Nouns of which one may stand for the other.
_ALIKE = {
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "senator",
    "premier": "minister",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "chairwoman": "chairman",
    "chair": "chairman",
    "attorney": "lawyer",
    "doctor": "physician",
    "prof": "professor",
    "organisation": "organization",
    "newspaper": "paper",
    "nominee": "candidate",
}


def roles_of(name: Name, words: Words) -> frozenset[str]:
    """Nouns that the words around ``name`` give it: from titles, an apposition, a copula."""
    opening = words[max(0, name.start - len(name.titles) - 1) : name.start]
    rank = next((token.lower for token in opening if token.lower in _UNDER), "")
    nouns = {_IN_FULL.get(title, title) for title in name.titles if title in TITLE_WORDS - {rank}}
    nouns = {f"{rank} {noun}" if rank else noun for noun in nouns}
    nouns.update(office_of(token) for token in _around(name, words) if _noun(token) in _ROLE_NOUNS)
    before = [token.lower for token in words[max(0, name.start - 3) : name.start]]
    if before[1:] in (["-", "elect"], ["-", "designate"]):
        nouns.discard(before[0])  # "President-elect Ann Roe" is not yet the president
    nouns.update(singular(token.text) for token in words[name.start : name.end])
    return frozenset(alike(noun) for noun in nouns)


def alike(noun: str) -> str:
    return _ALIKE.get(noun, noun)


def office_of(token: Word) -> str:
    """The noun that ``token`` is, with the word that puts it under another office: "vice president"."""
    above = token.text.lower().rpartition("-")[0]
    before = {above, *(child.lower for child in token.lefts if child.dep in ("compound", "amod"))}
    return " ".join([*(before & _UNDER), _noun(token)])


def _noun(token: Word) -> str:
    return singular(token.text).rpartition("-")[2]


def _around(name: Name, words: Words) -> Iterator[Word]:
    root = root_of(words[name.start : name.end])
    yield from (child for child in root.children if child.dep in ("appos", "nmod:desc", "compound"))
    if root.dep in ("appos", "flat", "nmod:desc") or (root.dep == "compound" and root.head.i < root.i):
        yield root.head
    if root.dep == "nsubj" and any(child.dep == "cop" for child in root.head.children):
        yield root.head
    if name.start and words[name.start - 1].pos == "NOUN":
        yield words[name.start - 1]
    yield from _after_comma(name, words)


def _after_comma(name: Name, words: Words) -> Iterator[Word]:
    """The head of ", the senior senator from Ohio," where the parser missed that it is an apposition."""
    start = name.end
    aged = words[start : start + 3]
    if len(aged) == 3 and aged[0].text == "," and aged[1].text.isdigit() and aged[2].text == ",":
        start += 2  # "Anna Roth, 45, a farmer"
    after = words[start : start + 9]
    if len(after) < 3 or after[0].text != "," or after[1].lower not in ("the", "a", "an", "who", "his", "her", "its"):
        return
    for token in after[2:]:
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "ADV") and token.text != "-":
            return
        is_teller = token.dep == "nsubj" and token.after is not None and token.after.i == token.head.i
        if is_teller:
            return  # "He died at Mercy Hospital, the police said."
        is_owner = token.after is not None and token.after.tag == "POS"  # "of Ohio, the committee's chairman"
        if token.pos == "NOUN" and not is_owner:
            yield token
