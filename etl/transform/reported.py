"""Arcs around verbs of saying that a small parser hangs up wrongly, where the words leave one reading only.

What is said then keeps its subject, its predicates and its place under the verb that says it; the rules of attributions
and claims read the same tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from etl.transform.arcs import FINITE, hangs_on
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_SAYING: Final = word_set(
    """add admit allege announce argue assert believe claim confirm contend declare estimate explain find hear indicate
    insist learn note report reveal say state suggest suspect think warn write"""
)
#: They are never nouns, whatever the tagger says.
_NO_NOUNS: Final = word_set("allege deny argue insist believe admit say add")
#: They never have a word in -ing for what they say: "said *raising* the toll would hurt".
_NEVER_GERUND: Final = word_set("say write state argue add insist believe think explain claim note")
_SAID_TO: Final = _SAYING | word_set("tell inform assure advise remind")
_SUBJECTS: Final = frozenset(["nsubj", "nsubj:pass", "csubj", "expl"])
_PERFECT: Final = word_set("has have had")
_OPENERS: Final = word_set("after before since until till")
_TO_WHOM: Final = frozenset(["to", "before", "by"])
_AT_WHICH: Final = frozenset(["after", "at", "during", "on", "outside"])
#: Nouns whose content a clause with "that" may be.
_HELD: Final = word_set(
    """report claim allegation news fact idea belief rumor rumour suggestion argument charge evidence ground condition
    assumption statement assertion notion warning sign proof"""
)
_CLAUSES: Final = frozenset(["acl", "ccomp", "xcomp", "advcl", "conj", "parataxis"])
_MODIFIERS: Final = frozenset(["compound", "amod", "nmod"])
_REACH: Final = 40
_LONGEST_GERUND: Final = 18
_LONGEST_ASIDE: Final = 16


def mend_reported(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words:
        if word.text == "WHO" and word.tag == "WP":
            _name_body(word, words, heads)
        elif word.lower in _NO_NOUNS and word.pos in ("NOUN", "PROPN") and word.dep in _SUBJECTS:
            _say_bare(word, words, heads)
        elif word.lower in _PERFECT and word.i + 1 < len(words) and words[word.i + 1].text == ",":
            _join_perfect(word, words, heads)
        elif word.lower == "asked" and word.is_sent_start:
            _hang_question(word, words, heads)
        elif word.dep in _MODIFIERS and word.pos == "PROPN":
            _free_place(word, words, heads)
        elif word.dep == "conj":
            _apposed(word, words, heads)
            _list_predicates(word, words, heads)
        elif word.dep == "ccomp":
            _join_around_tag(word, words, heads)
            _give_subject(word, words, heads)
        elif word.tag == "VBG" and word.i and words[word.i - 1].lemma in _NEVER_GERUND:
            _take_for_subject(word, words, heads)
        elif word.lower == "that" and word.dep == "mark":
            _tell_to(word, words, heads)


def _own(place: int, words: Sequence[Word], heads: Sequence[int]) -> Iterator[Word]:
    """The words that hang on a word, those near it only."""
    for i in range(max(0, place - _REACH), min(len(words), place + _REACH)):
        if heads[i] == place and i != place:
            yield words[i]


def _has_subject(verb: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    return any(each.dep in _SUBJECTS for each in _own(verb.i, words, heads))


def _last_under(noun: Word, words: Sequence[Word], heads: Sequence[int]) -> int:
    """The last of the words right behind a noun that hang on it."""
    end = noun.i
    while end + 1 < len(words) and hangs_on(end + 1, noun.i, heads):
        end += 1
    return end


def _name_body(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """The World Health Organization, taken for the relative "who": a name, and no subject beside another one."""
    word.tag, word.pos = "NNP", "PROPN"
    twin = next(
        (each for each in words[word.i + 1 : word.i + 8] if each.dep in _SUBJECTS and heads[each.i] == heads[word.i]),
        None,
    )
    if word.dep in _SUBJECTS and twin is not None:
        word.dep, heads[word.i] = "compound", twin.i


def _say_bare(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Prosecutors *allege* Lund **moved** it": taken for a noun, it has a subject, and a name for a part of it."""
    clause = words[heads[verb.i]]
    own = list(_own(verb.i, words, heads))
    has_subject = any(each.dep in _SUBJECTS and each.i == verb.i - 1 for each in own)
    noun = next((each for each in own if verb.i < each.i < clause.i and each.pos in ("NOUN", "PROPN")), None)
    if clause.i < verb.i or not has_subject or noun is None or not (clause.tag in FINITE or clause.pos == "VERB"):
        return
    dep = clause.dep
    verb.tag, verb.pos, verb.dep = "VBP", "VERB", dep
    heads[verb.i] = verb.i if heads[clause.i] == clause.i else heads[clause.i]
    clause.dep, heads[clause.i] = "ccomp", verb.i
    noun.dep, heads[noun.i] = "nsubj", clause.i
    for each in list(_own(clause.i, words, heads)):
        if each.dep == "parataxis" and each.i > clause.i:
            heads[each.i] = verb.i


def _join_perfect(helper: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The ministry *has*, in a statement, **called** on them": a participle behind the commas, and no object."""
    own = list(_own(helper.i, words, heads))
    if helper.tag not in FINITE or any(each.dep in ("obj", "xcomp") for each in own if each.tag != "VBN"):
        return
    for verb in words[helper.i + 2 : helper.i + _LONGEST_ASIDE]:
        before = words[verb.i - 1]
        before = words[verb.i - 2] if before.pos == "ADV" else before
        is_behind = verb.tag == "VBN" and verb.dep in _CLAUSES and before.text == ","
        if is_behind and hangs_on(verb.i, helper.i, heads):
            break
    else:
        return
    verb.dep = helper.dep
    heads[verb.i] = verb.i if heads[helper.i] == helper.i else heads[helper.i]
    for each in own:
        if each is not verb:
            heads[each.i] = verb.i
    helper.dep, helper.pos, heads[helper.i] = "aux", "AUX", verb.i


def _hang_question(asked: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "*Asked* whether it would close, the mayor **said** no": the sentence is what was answered."""
    if heads[asked.i] != asked.i:
        return
    own = list(_own(asked.i, words, heads))
    if any(each.dep in _SUBJECTS for each in own):
        return
    for verb in own:
        if verb.tag not in FINITE or verb.lemma not in _SAYING or verb.dep not in _CLAUSES:
            continue
        subject = next((each for each in _own(verb.i, words, heads) if each.dep in _SUBJECTS), None)
        if subject is None or subject.i > verb.i:
            continue
        verb.dep, heads[verb.i] = "ROOT", verb.i
        asked.dep, asked.tag, heads[asked.i] = "advcl", "VBN", verb.i
        for each in own:
            if each.is_punct and each.i > verb.i:
                heads[each.i] = verb.i
        return


def _free_place(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Announced on *Twitter* the agencies would …": nothing describes a noun from before its article."""
    noun = words[heads[word.i]]
    if noun.i <= word.i + 1 or words[word.i + 1].pos != "DET" or heads[word.i + 1] != noun.i:
        return
    has_case = word.i > 0 and words[word.i - 1].pos == "ADP"
    verb = next((each for each in reversed(words[max(0, word.i - 3) : word.i]) if each.pos == "VERB"), None)
    if has_case and verb is not None:
        case = words[word.i - 1]
        if heads[case.i] == noun.i and noun.dep == "obl":
            noun.dep = "obj"  # the preposition was not its own
        word.dep, heads[word.i] = "obl", verb.i
        case.dep, heads[case.i] = "case", word.i


def _apposed(name: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "A Republican, *Jane Holt*, has …": no two are a list without "and"."""
    first = words[heads[name.i]]
    if name.label != "PERSON" or first.i > name.i or words[name.i - 1].text != ",":
        return
    end = _last_under(name, words, heads) + 1
    is_closed = end + 1 < len(words) and words[end].text == "," and words[end + 1].pos in ("VERB", "AUX", "ADV")
    others = [each for each in _own(first.i, words, heads) if each.dep in ("conj", "cc") and each is not name]
    is_one = any(each.dep == "det" for each in _own(first.i, words, heads))
    if is_closed and is_one and not others and not any(each.dep == "cc" for each in _own(name.i, words, heads)):
        name.dep = "appos"


def _list_predicates(second: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said the man *saw* her, **followed** her home, *and* **called** the police": a list of what is said, as a comma
    alone joins no second verb to "said"."""
    saying = words[heads[second.i]]
    if saying.lemma not in _SAYING or second.tag not in FINITE or second.i <= saying.i:
        return
    if words[second.i - 1].text != "," or _has_subject(second, words, heads):
        return
    said = next(
        (each for each in _own(saying.i, words, heads) if each.dep == "ccomp" and saying.i < each.i < second.i), None
    )
    if said is None or said.tag != second.tag or any(each.dep == "cc" for each in _own(second.i, words, heads)):
        return
    for third in words[second.i + 1 : second.i + _REACH]:
        is_joined = third.dep == "conj" and heads[third.i] in (second.i, saying.i) and third.tag == second.tag
        if is_joined and any(each.dep == "cc" and each.i < third.i for each in _own(third.i, words, heads)):
            if _has_subject(third, words, heads):
                return
            heads[second.i] = heads[third.i] = said.i
            return


def _give_subject(clause: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Announced *the two agencies* **were** to look into it": a finite clause takes the object before it for its
    subject."""
    verb = words[heads[clause.i]]
    if verb.lemma not in _SAYING or clause.i < verb.i:
        return
    own = list(_own(clause.i, words, heads))
    helpers = [each for each in own if each.dep in ("aux", "aux:pass", "cop")]
    is_finite = clause.tag in FINITE or any(each.tag in (*FINITE, "MD") for each in helpers)
    beside = next((each for each in own if each.dep == "nsubj" and _is_like(each, words, heads)), None)
    if beside is not None:
        own.remove(beside)
    if not is_finite or any(each.dep in _SUBJECTS or (each.dep == "mark" and each.tag != "TO") for each in own):
        return
    for noun in _own(verb.i, words, heads):
        if noun.dep != "obj" or not verb.i < noun.i < clause.i:
            continue
        first = min([clause.i, *(each.i for each in own if beside is None or each.i > beside.i)])
        if beside is not None:
            if noun.i < beside.i and words[beside.i + 1].text == ",":
                noun.dep, heads[noun.i] = "nsubj", clause.i
                beside.dep = "obl"
        elif _last_under(noun, words, heads) + 1 == first:
            noun.dep, heads[noun.i] = "nsubj", clause.i
        return


def _join_around_tag(clause: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "The *case*, she said, **rested** on one man": what stands before a tag is the subject of what follows it."""
    verb = words[heads[clause.i]]
    behind = words[verb.i + 1] if verb.i + 1 < len(words) else verb
    if verb.lemma not in _SAYING or behind.text != "," or clause.i <= behind.i or clause.tag not in (*FINITE, "VBN"):
        return
    own = list(_own(verb.i, words, heads))
    speaker = next((each for each in own if each.dep in _SUBJECTS and each.i < verb.i), None)
    if speaker is None or _has_subject(clause, words, heads):
        return
    if any(each.dep in ("mark", "cc") for each in _own(clause.i, words, heads) if each.i < clause.i):
        return
    for noun in own:
        is_bare = noun.pos in ("NOUN", "PROPN") and not _has_subject(noun, words, heads)
        end = _last_under(noun, words, heads) + 1
        end = end if words[min(end, len(words) - 1)].text == "," else end - 1
        if is_bare and noun.i < speaker.i and noun is not speaker and words[end].text == ",":
            noun.dep, heads[noun.i] = "nsubj", clause.i
            return


def _is_like(noun: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """ ", *like* the others,": what stands behind a preposition is no subject."""
    return any(each.dep == "case" and each.lower in ("like", "unlike") for each in _own(noun.i, words, heads))


def _take_for_subject(gerund: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said *naming it after the town* **would** hurt": a word in -ing right behind "said" opens the subject."""
    saying = words[gerund.i - 1]
    if saying.tag not in FINITE or heads[gerund.i] != saying.i:
        return
    found = _predicate_of(gerund, words, heads)
    if found is None:
        return
    verb, first = found
    for i in range(gerund.i + 1, first):
        if heads[i] != verb.i:
            continue
        each = words[i]
        heads[i] = gerund.i
        if each.dep in _SUBJECTS:
            case = next((one for one in words[gerund.i + 1 : i] if one.lower in _OPENERS and one.dep == "mark"), None)
            each.dep = "obj" if case is None else "obl"
            if case is not None:
                case.dep, heads[case.i] = "case", i
    for i in range(first, min(len(words), gerund.i + _REACH)):
        if heads[i] == gerund.i and i != verb.i:
            heads[i] = verb.i
    verb.dep, heads[verb.i] = "ccomp", saying.i
    gerund.dep, heads[gerund.i] = "csubj", verb.i


def _predicate_of(gerund: Word, words: Sequence[Word], heads: Sequence[int]) -> tuple[Word, int] | None:
    """The predicate whose subject a word in -ing opens, and the place of its first word; none behind a comma, nor where
    another clause stands between."""
    finite: list[Word] = []
    has_opener = False
    for each in words[gerund.i + 1 : gerund.i + _LONGEST_GERUND]:
        if each.is_punct or each.is_sent_start or each.tag in ("WDT", "WP", "WRB") or each.lower in ("that", "if"):
            break
        has_opener = has_opener or (each.lower in _OPENERS and not finite)
        if each.tag in (*FINITE, "MD"):
            finite.append(each)
    if not finite:
        return None
    first = finite[1] if has_opener and len(finite) > 1 else finite[0]
    verb = first if first.tag != "MD" and first.dep not in ("aux", "aux:pass", "cop") else words[heads[first.i]]
    is_below = verb.i > gerund.i and hangs_on(verb.i, gerund.i, heads)
    return (verb, first.i) if is_below else None


def _tell_to(that: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Indicated to the unions *that* pay would rise", "said after the vote *that* …": no relative clause."""
    clause = words[heads[that.i]]
    listener = words[heads[clause.i]]
    verb = words[heads[listener.i]]
    if clause.dep not in ("acl", "acl:relcl") or listener.dep not in ("obl", "obl:agent") or verb.lemma not in _SAID_TO:
        return
    if not verb.i < listener.i < that.i < clause.i or not _has_subject(clause, words, heads):
        return
    cases = {each.lower for each in _own(listener.i, words, heads) if each.dep == "case"}
    is_apart = "in" in cases or (cases & _AT_WHICH and listener.lemma not in _HELD)
    if cases & _TO_WHOM or (is_apart and that.tag == "IN"):
        clause.dep, heads[clause.i] = "ccomp", verb.i
