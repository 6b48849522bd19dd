"""Tags at the end of a sentence that a parser hangs on a noun of what is said: …, the magazine Zenit *reported*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from etl.transform.arcs import FINITE, hangs_on
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_TAGGING: Final = word_set("say report write find show warn announce reveal claim state suggest add note argue tell")
_SUBJECTS: Final = frozenset(["nsubj", "nsubj:pass", "csubj", "expl"])
_NOMINAL: Final = frozenset(["NOUN", "PROPN"])
_LOOSE: Final = frozenset(["appos", "parataxis", "conj", "dep"])
_REACH: Final = 40


def mend_tagged(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words:
        if word.lemma not in _TAGGING or word.tag not in (*FINITE, "VBN"):
            continue
        if word.dep == "acl:relcl":
            _name_paper(word, words, heads)
        elif word.dep == "acl" and word.tag == "VBN":
            _free_report(word, words, heads)
        elif word.tag in FINITE and word.i and words[word.i - 1].text == ",":
            _join_speaker(word, words, heads)


def _own(place: int, words: Sequence[Word], heads: Sequence[int]) -> Iterator[Word]:
    """The words that hang on a word, those near it only."""
    for i in range(max(0, place - _REACH), min(len(words), place + _REACH)):
        if heads[i] == place and i != place:
            yield words[i]


def _has_subject(verb: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    return any(each.dep in _SUBJECTS for each in _own(verb.i, words, heads))


def _opens_behind_comma(noun: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Whether nothing but its article and what describes it stands between a comma and a noun."""
    first = noun.i
    while first and words[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN") and hangs_on(first - 1, noun.i, heads):
        first -= 1
    return first > 0 and words[first - 1].text == ","


def _root_of(word: Word, words: Sequence[Word], heads: Sequence[int]) -> Word:
    place = word.i
    while heads[place] != place:
        place = heads[place]
    return words[place]


def _name_paper(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "…, *the magazine* **Zenit** reported on Sunday": a role and its name, and no clause without "that"."""
    name = next((each for each in _own(verb.i, words, heads) if each.dep == "nsubj"), None)
    if name is None or name.pos != "PROPN" or not name.i:
        return
    role = words[name.i - 1]
    root = _root_of(role, words, heads)
    if role.pos != "NOUN" or role.dep not in _LOOSE or heads[verb.i] not in (role.i, heads[role.i]):
        return
    if not name.i < verb.i or not _opens_behind_comma(role, words, heads) or not _has_subject(root, words, heads):
        return
    if any(each.dep in ("obj", "ccomp", "xcomp") and each.i > verb.i for each in _own(verb.i, words, heads)):
        return
    role.dep, heads[role.i] = "nmod:desc", name.i
    verb.dep, heads[verb.i] = "parataxis", root.i


def _free_report(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "…, *a report by the auditor* **found** in May": what stands beside a sentence, a verb behind it, is a tag."""
    noun = words[heads[verb.i]]
    while noun.dep == "nmod" and heads[noun.i] < noun.i:
        noun = words[heads[noun.i]]
    root = _root_of(noun, words, heads)
    if noun.dep != "parataxis" or noun.pos not in _NOMINAL or heads[noun.i] != root.i or noun.i < root.i:
        return
    behind = (each for each in _own(verb.i, words, heads) if each.i > verb.i)
    tells_when = all(each.is_punct or each.label in ("DATE", "TIME") for each in behind)
    if not tells_when or not _opens_behind_comma(noun, words, heads) or not _has_subject(root, words, heads):
        return
    verb.tag, verb.dep, heads[verb.i] = "VBD", "parataxis", root.i
    noun.dep, heads[noun.i] = "nsubj", verb.i


def _join_speaker(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Farmers say it spreads, and **the ministry**, which denies it, *said* no": an aside parts a noun from its
    verb."""
    if _has_subject(verb, words, heads):
        return
    for noun in words[max(0, verb.i - _REACH) : verb.i - 2]:
        if noun.dep != "conj" or noun.pos not in _NOMINAL or heads[noun.i] >= noun.i:
            continue
        own = list(_own(noun.i, words, heads))
        joint = next((each for each in own if each.dep == "cc" and each.i < noun.i), None)
        aside = next((each for each in own if each.dep == "acl:relcl" and each.i > noun.i), None)
        if joint is None or aside is None or words[joint.i - 1].text != ",":
            continue
        if not all(hangs_on(i, noun.i, heads) for i in range(noun.i + 1, verb.i - 1)):
            continue
        said = next((each for each in _own(verb.i, words, heads) if each.i < noun.i and each.dep == "ccomp"), None)
        noun.dep, heads[noun.i] = "nsubj", verb.i
        heads[joint.i] = verb.i
        if said is not None:
            said.dep, heads[said.i] = verb.dep, said.i if heads[verb.i] == verb.i else heads[verb.i]
            verb.dep, heads[verb.i] = "conj", said.i
        return
