"""Arcs between verbs and their subjects, and what tells more of a subject, where the words leave one reading only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.transform.arcs import DAYS, FINITE, SUBJECTS, hangs_on
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_SPANS: Final = word_set("day night week month year time moment hour minute morning afternoon evening way")
_NOMINAL: Final = frozenset(["NOUN", "PROPN", "NUM", "PRON"])
_NEAR: Final = 10
_HELPERS: Final = frozenset(["aux", "aux:pass", "cop"])


def mend_subjects(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words[:-1]:
        if word.lower == "think" and words[word.i + 1].lower in ("tank", "tanks"):
            _name_tank(word, words[word.i + 1], words, heads)
    for word in words:
        if word.lower == "aged":
            _hang_age(word, words, heads)
        elif word.dep in SUBJECTS and words[heads[word.i]].dep in _HELPERS:
            _leave_helper(word, words, heads)
        elif word.tag == "VBG" and heads[word.i] == word.i:
            _describe_subject(word, words, heads)
        elif word.dep == "acl" and word.tag == "VBN" and word.i and words[word.i - 1].text == ",":
            _leave_aside(word, words, heads)
        elif word.dep == "nsubj" and word.pos == "PROPN" and word.i:
            _name_subject(word, words, heads)
        elif word.dep == "obl" and word.pos in ("NOUN", "ADJ", "PROPN"):
            _give_to_verb(word, words, heads)


def _leave_helper(subject: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The *ministry* has for months tried": the subject is the verb's, whatever stands behind its auxiliary."""
    helper = words[heads[subject.i]]
    verb = words[heads[helper.i]]
    has_subject = any(
        each.dep in SUBJECTS and heads[each.i] == verb.i for each in words[max(0, helper.i - _NEAR) : verb.i]
    )
    if helper.i < verb.i and not has_subject and verb.tag[:1] != "W":
        heads[subject.i] = verb.i


def _leave_aside(participle: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Ann Roe, a lawyer, *seized* the chance", without a verb: behind the comma it is the name's, not the aside's."""
    aside = words[heads[participle.i]]
    name = words[heads[aside.i]]
    if aside.dep == "appos" and aside.i < participle.i and heads[name.i] == name.i and name.pos in _NOMINAL:
        heads[participle.i] = name.i


def _hang_age(aged: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "One of the boys, *aged 17*, left": between commas an age is that of whom the words before it name."""
    first, end = aged.i - 2, aged.i + 2
    if first < 0 or end >= len(words) or words[aged.i - 1].text != "," or words[end].text != ",":
        return
    noun = words[first]
    while heads[noun.i] < noun.i and words[heads[noun.i]].pos in _NOMINAL and heads[noun.i] != noun.i:
        noun = words[heads[noun.i]]
    if words[first].pos in _NOMINAL and not hangs_on(noun.i, aged.i, heads):
        aged.dep, heads[aged.i] = "acl", noun.i
        heads[aged.i - 1] = heads[end] = aged.i


def _name_tank(think: Word, tank: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The Hill Street *think* tank": no verb."""
    before = words[think.i - 1] if think.i else think
    if before.pos not in ("DET", "ADJ", "NOUN", "PROPN"):
        return  # "I think tanks are heavy"
    noun = before if before.pos == "PROPN" else think
    top = think if hangs_on(noun.i, think.i, heads) else noun
    if not hangs_on(top.i, tank.i, heads):
        tank.dep = top.dep
        heads[tank.i] = tank.i if heads[top.i] == top.i else heads[top.i]
    for each in words[max(0, noun.i - _NEAR) : think.i + _NEAR]:
        if heads[each.i] in (noun.i, think.i) and each is not tank:
            heads[each.i] = tank.i
    for each in (noun, think):
        each.dep, heads[each.i] = "compound", tank.i
    think.pos, think.tag = "NOUN", "NN"


def _describe_subject(participle: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The mayor *speaking* to farmers called it late": the finite verb behind it has the subject of both."""
    near = words[max(0, participle.i - _NEAR) : participle.i + 2 * _NEAR]
    own = [each for each in near if heads[each.i] == participle.i and each is not participle]
    subject = next((each for each in own if each.dep == "nsubj" and each.i < participle.i), None)
    verb = next((each for each in own if each.tag in FINITE and each.dep in ("ccomp", "xcomp", "advcl")), None)
    if subject is None or verb is None or verb.i < participle.i or any(each.dep in ("aux", "mark") for each in own):
        return
    between = words[participle.i : verb.i]
    if any(heads[each.i] == verb.i for each in between) or any(each.text == "," for each in between):
        return  # it has a subject, or a word that opens it
    verb.dep, heads[verb.i] = "ROOT", verb.i
    heads[subject.i] = verb.i
    participle.dep, heads[participle.i] = "acl", subject.i
    for each in own:
        if each.i < subject.i or (each.is_punct and each.i > verb.i):
            heads[each.i] = verb.i


def _name_subject(name: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The company *Altavista* sells": a verb has one subject, and the name right behind it tells who that is."""
    noun = next(
        (
            each
            for each in words[max(0, name.i - _NEAR) : name.i]
            if each.dep == "nsubj" and heads[each.i] == heads[name.i]
        ),
        None,
    )
    if noun is None or noun.pos != "NOUN" or words[heads[name.i]].i < name.i:
        return
    between = words[noun.i + 1 : name.i]
    is_one = any(
        each.lower in ("a", "an") and heads[each.i] == noun.i for each in words[max(0, noun.i - _NEAR) : noun.i]
    )
    if is_one and name.label == "PERSON" and between and between[-1].text == ",":
        between = between[:-1]  # "a member of the board, *Ann Roe* said"
    if not all(hangs_on(each.i, noun.i, heads) and not each.is_punct for each in between):
        return
    near = words[max(0, noun.i - _NEAR) : heads[name.i] + _NEAR]
    has_article = any(each.dep == "det" and heads[each.i] == noun.i for each in near)
    is_whole = any(each.dep in ("obj", "aux:pass", "cop") and heads[each.i] == heads[name.i] for each in near)
    if is_whole or not has_article:  # "the speech Berg gave" has an article, and its verb lacks the object
        name.dep, heads[name.i] = "appos", noun.i


def _give_to_verb(noun: Word, words: Sequence[Word], heads: Sequence[int]) -> None:
    """ "And *a third*, Jan Holt, voted against it": a bare noun before a verb without a subject is the subject."""
    verb = words[heads[noun.i]]
    if verb.tag not in FINITE or verb.dep != "conj" or not noun.i < verb.i <= noun.i + _NEAR:
        return
    if noun.label in ("DATE", "TIME") or noun.lower in DAYS or noun.lower in _SPANS:
        return
    own = [each for each in words[max(0, noun.i - _NEAR) : noun.i] if heads[each.i] == noun.i]
    has_article = any(each.dep == "det" and each.lower in ("a", "an", "the") for each in own)
    if not has_article or any(each.dep in ("case", "mark") for each in own):
        return
    if not any(heads[each.i] == verb.i and each.dep in SUBJECTS for each in words[verb.i - _NEAR : verb.i + _NEAR]):
        noun.dep = "nsubj"
