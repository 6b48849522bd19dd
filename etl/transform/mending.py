"""Arcs that a small parser hangs up wrongly, where the words around them leave one reading only.

Each rule looks for something that Universal Dependencies rule out or English hardly has, so that a right tree is left
as it is. Measured on the development parts of EWT and GUM (``README.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.transform.arcs import DAYS, FINITE, SUBJECTS, hangs_on
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_PARTS_OF_DAY: Final = word_set("morning afternoon evening night")
_ARGUMENTS: Final = frozenset(["obj", "iobj", "nsubj", "xcomp", "ccomp"])
_NOT_BARE: Final = frozenset(["case", "det", "cop", "aux", "nmod:poss", "nummod"])
#: Prepositions that may open a clause as well.
_OPENERS: Final = word_set("after before since until till")
_NEAR: Final = 10
#: Verbs that tell somebody something.
_TELLING: Final = word_set("tell inform warn assure remind notify advise convince persuade reassure")
_WHAT_IS_TOLD: Final = word_set("story tale truth lie joke secret news fact thing something anything everything")
_LOOSE: Final = frozenset(["conj", "parataxis", "acl", "advcl", "ccomp"])


def mend(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words:
        if word.lower in DAYS or word.lower in _PARTS_OF_DAY:
            if _tells_when(word, words, heads):
                word.dep = "obl:unmarked"
            elif word.dep == "compound" and word.i and words[word.i - 1].lower == "on":
                _free_day(word, words, heads)
        elif word.lower in _OPENERS and word.dep == "case":
            _open_clause(word, words, heads)
        elif word.lower == "that" and word.i:
            _tell_clause(word, words, heads)
            _join_clause(word, words, heads)
        elif word.tag in ("VBP", "VB") and word.i and words[word.i - 1].tag == "DT" and word.dep == "xcomp":
            _name_thing(word, words, heads)
        elif word.lower == "for" and word.dep == "case":
            _ask_for(word, words, heads)
        elif word.tag == "PRP" and word.dep == "flat":
            _part_listener(word, words, heads)
        elif word.dep in SUBJECTS and word.tag == "PRP" and word.i > 1:
            _tell_bare(word, words, heads)
        elif word.dep == "aux" and word.lemma == "be" and words[heads[word.i]].pos == "ADJ":
            word.dep = "cop"  # "were *missing*": an adjective has no auxiliary


def _tells_when(word: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Whether a bare day behind its verb, taken for an argument of it, tells when: "police said *Tuesday*"."""
    above = words[heads[word.i]]
    if word.dep not in _ARGUMENTS or above.pos != "VERB" or word.i <= above.i:
        return False
    own = [each for each in words[above.i + 1 : word.i] if heads[each.i] == word.i]
    if word.lower in DAYS:
        return not any(each.dep in _NOT_BARE for each in own)
    return any(each.dep == "compound" and each.lower in DAYS for each in own)


def _free_day(day: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "On *Thursday* officials said": a bare plural behind a day is the subject, and has no preposition."""
    noun, on = words[heads[day.i]], words[day.i - 1]
    is_title = noun.dep == "nmod:desc"  # "on *Monday* minister Ann Roe said"
    verb = words[heads[heads[noun.i]]] if is_title else words[heads[noun.i]]
    if not is_title and (noun.i != day.i + 1 or noun.tag != "NNS"):
        return
    if heads[on.i] != noun.i or verb.i < noun.i or verb.pos != "VERB":
        return
    day.dep, heads[day.i], heads[on.i] = "obl", verb.i, day.i
    if noun.dep == "obl":
        noun.dep = "nsubj"


def _open_clause(opener: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "*After* a dam burst": a preposition before a subject opens the clause, though the noun may hang elsewhere."""
    noun = words[heads[opener.i]]
    if noun.i <= opener.i:
        return
    if noun.dep in SUBJECTS:
        verb = words[heads[noun.i]]
        if verb.i < noun.i:
            return
    else:
        found = _verb_behind(noun, words, heads)
        if found is None:
            return
        verb = found
        heads[verb.i], heads[noun.i] = heads[noun.i], verb.i
        noun.dep = "nsubj"
    opener.dep, heads[opener.i] = "mark", verb.i
    if verb.dep in _LOOSE:
        verb.dep = "advcl"


def _tell_clause(that: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Told the paper *that* it would close": a clause that lacks nothing is what was told, and no relative."""
    clause = words[heads[that.i]]
    if clause.dep not in ("acl:relcl", "acl") or clause.i < that.i:
        return
    listener = words[heads[clause.i]]
    teller = words[heads[listener.i]]
    if listener.dep not in ("obj", "iobj") or teller.lemma not in _TELLING or not teller.i < listener.i < that.i:
        return
    if listener.lower in _WHAT_IS_TOLD:
        return
    own = [word for word in words[that.i + 1 : clause.i] if heads[word.i] == clause.i]
    if any(word.dep in SUBJECTS or word.dep == "expl" for word in own):
        that.dep = "mark"
        clause.dep, heads[clause.i] = "ccomp", teller.i


def _tell_bare(subject: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Told the court *she* was forced to leave": nothing else was told, so it is no relative clause."""
    clause = words[heads[subject.i]]
    listener = words[heads[clause.i]]
    teller = words[heads[listener.i]]
    if clause.dep not in ("acl:relcl", "acl") or listener.i != subject.i - 1 or clause.i < subject.i:
        return
    if listener.dep not in ("obj", "iobj") or teller.lemma not in _TELLING or listener.lower in _WHAT_IS_TOLD:
        return
    near = words[teller.i + 1 : clause.i + _NEAR]
    if not any(heads[each.i] == teller.i and each.dep in ("ccomp", "xcomp") for each in near):
        clause.dep, heads[clause.i] = "ccomp", teller.i


def _ask_for(opener: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Called *for* inspections **to be suspended**": it opens the clause, and is no preposition of the subject."""
    noun = words[heads[opener.i]]
    clause = words[heads[noun.i]]
    is_infinitive = any(each.tag == "TO" and heads[each.i] == clause.i for each in words[noun.i : clause.i])
    if noun.dep in SUBJECTS and opener.i < noun.i < clause.i and is_infinitive:
        opener.dep, heads[opener.i] = "mark", clause.i


def _name_thing(noun: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Called that *claim* absurd": an article stands before a noun, and what seemed its object is the verb's."""
    verb = words[heads[noun.i]]
    if verb.i > noun.i or heads[noun.i - 1] != noun.i:
        return
    noun.tag, noun.pos, noun.dep = "NN", "NOUN", "obj"
    for each in words[noun.i + 1 : noun.i + _NEAR]:
        if heads[each.i] == noun.i and each.dep in _ARGUMENTS:
            each.dep, heads[each.i] = "xcomp", verb.i


def _part_listener(subject: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Told the Post *it* would reply": a pronoun is no part of a name, but opens what is told."""
    listener = words[heads[subject.i]]
    clause = words[heads[listener.i]]
    teller = words[heads[clause.i]]
    is_clause = clause.dep in ("ccomp", "xcomp") and teller.lemma in _TELLING and clause.i > subject.i
    if is_clause and listener.dep in SUBJECTS and listener.i == subject.i - 1:
        subject.dep, heads[subject.i] = listener.dep, clause.i
        listener.dep, heads[listener.i] = "obj", teller.i


def _join_clause(that: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said *that* demand had fallen": tagged as what joins, it points at no noun."""
    noun = words[heads[that.i]]
    clause = words[heads[noun.i]]
    if that.dep == "det" and that.tag != "DT" and noun.dep in SUBJECTS and clause.dep == "ccomp":
        that.dep, heads[that.i] = "mark", clause.i


def _verb_behind(noun: Word, words: Sequence[Word], heads: Sequence[int]) -> Word | None:
    """A finite verb without a subject right behind a noun phrase, that hangs loosely on something before it."""
    if noun.dep not in ("obl", "nmod"):
        return None
    end = noun.i + 1
    while end < len(words) and hangs_on(end, noun.i, heads):
        end += 1
    is_named = any(
        (words[i].dep == "appos" and words[i].pos == "PROPN") or words[i].lower == "aged"
        for i in range(noun.i + 1, end)
    )
    is_told_of = any(words[i].dep == "acl:relcl" and heads[i] == noun.i for i in range(noun.i + 1, end))
    if (is_named or is_told_of) and end < len(words) and words[end].text == ",":
        end += 1  # "after its founder, Ann Roe, left", "after Roe, who runs it, left"
    if end == len(words):
        return None
    verb = words[end]
    if verb.tag not in FINITE or verb.dep not in _LOOSE or hangs_on(heads[noun.i], verb.i, heads):
        return None
    own = (each for each in words[noun.i : verb.i + 12] if heads[each.i] == verb.i and each is not verb)
    return None if any(each.dep in ("nsubj", "nsubj:pass", "cc", "mark", "expl") for each in own) else verb
