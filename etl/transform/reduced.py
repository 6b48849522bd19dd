"""Participles behind a noun that a parser takes for their sentence's verb, though another verb follows: the number of
people *killed* when the dam gave way **has risen**."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from etl.transform.arcs import FINITE, SUBJECTS
from etl.transform.lexicon import word_set
from etl.transform.word import Word

#: Nouns that have a number, and no deed, for their predicate.
_COUNTS: Final = word_set("number toll total amount count share percentage proportion tally figure sum value")
#: Verbs whose past is written as the noun that a tagger takes it for.
_SAME_AS_NOUN: Final = word_set("burst hit cut split shut set spread cast thrust upset bet broadcast quit")
_OPENERS: Final = word_set("when after while as before since once until because")
_PLURAL: Final = word_set("are were have")
_SINGULAR: Final = word_set("is was has")
_JOINED: Final = frozenset(["conj", "parataxis"])
_REACH: Final = 40


def mend_reduced(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words:
        if word.dep in _JOINED and heads[word.i] < word.i:
            _free_predicate(word, words, heads)
        elif word.dep == "advcl" and heads[word.i] < word.i:
            _part_clause(word, words, heads)


def _own(place: int, words: Sequence[Word], heads: Sequence[int]) -> Iterator[Word]:
    """The words that hang on a word, those near it only."""
    for i in range(max(0, place - _REACH), min(len(words), place + _REACH)):
        if heads[i] == place and i != place:
            yield words[i]


def _reduced_subject(participle: Word, words: Sequence[Word], heads: Sequence[int]) -> Word | None:
    """The subject before a bare participle: no verb helps it, and it has no object."""
    own = list(_own(participle.i, words, heads))
    if participle.tag not in ("VBN", "VBD") or any(each.dep in ("aux", "aux:pass", "cop", "obj", "cc") for each in own):
        return None
    subject = next((each for each in own if each.dep in SUBJECTS and each.i < participle.i), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return None
    return subject if participle.tag == "VBN" or subject.lemma in _COUNTS else None


def _first_finite(predicate: Word, words: Sequence[Word], heads: Sequence[int]) -> Word | None:
    """The word of a predicate that has its tense, the predicate's first."""
    helpers = [each for each in _own(predicate.i, words, heads) if each.dep in ("aux", "aux:pass", "cop")]
    first = min([predicate, *helpers], key=lambda each: each.i)
    return first if first.tag in (*FINITE, "MD") else None


def _agrees(noun: Word, finite: Word) -> bool:
    is_plural = noun.tag in ("NNS", "NNPS")
    return finite.lower not in (_SINGULAR if is_plural else _PLURAL)


def _free_predicate(second: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Workers *dismissed* when the mill closed **have won**": nothing joins the two verbs, so the first is none."""
    participle = words[heads[second.i]]
    subject = _reduced_subject(participle, words, heads)
    finite = _first_finite(second, words, heads)
    if subject is None or finite is None or not participle.i + 1 < finite.i or not _agrees(subject, finite):
        return
    own = (each for each in _own(second.i, words, heads) if each.i < second.i)
    if words[finite.i - 1].is_punct or any(each.dep in ("cc", "mark", "expl", *SUBJECTS) for each in own):
        return
    _exchange(participle, second, subject, finite.i, words, heads)


def _part_clause(second: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "People *killed* when the dam **burst has risen**": a verb taken for a noun, and the sentence's behind it."""
    participle = words[heads[second.i]]
    subject = _reduced_subject(participle, words, heads)
    finite = _first_finite(second, words, heads)
    if subject is None or finite is None or not _agrees(subject, finite):
        return
    own = list(_own(second.i, words, heads))
    burst = next((each for each in own if each.dep in SUBJECTS), None)
    opener = next((each for each in own if each.lower in _OPENERS and each.i < second.i), None)
    if burst is None or opener is None or burst.lower not in _SAME_AS_NOUN or finite.i != burst.i + 1:
        return
    noun = words[burst.i - 1]
    if heads[noun.i] != burst.i or noun.dep not in ("compound", "amod") or noun.pos not in ("NOUN", "PROPN"):
        return
    for each in _own(burst.i, words, heads):
        heads[each.i] = noun.i
    noun.dep, heads[noun.i] = "nsubj", burst.i
    burst.tag, burst.pos, burst.dep, heads[burst.i] = "VBD", "VERB", "advcl", participle.i
    heads[opener.i] = burst.i
    _exchange(participle, second, subject, finite.i, words, heads)


def _exchange(
    participle: Word, second: Word, subject: Word, start: int, words: Sequence[Word], heads: list[int]
) -> None:
    """Give the place of a participle to the verb that begins at ``start``; the participle tells more of the subject."""
    second.dep = participle.dep
    heads[second.i] = second.i if heads[participle.i] == participle.i else heads[participle.i]
    for each in list(_own(participle.i, words, heads)):
        if each.i < subject.i or each.i >= start:
            heads[each.i] = second.i
    has_passive = any(each.dep == "aux:pass" for each in _own(second.i, words, heads))
    subject.dep, heads[subject.i] = "nsubj:pass" if has_passive else "nsubj", second.i
    participle.dep, participle.tag, heads[participle.i] = "acl", "VBN", subject.i
