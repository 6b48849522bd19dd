"""Subject, predicate and object of a clause, in words."""

from __future__ import annotations

from typing import Final

from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import is_said_of_root
from etl.transform.claim.relative import antecedent_of, relative_in
from etl.transform.claim.stance import NEGATIONS
from etl.transform.word import Word, written

_LONGEST: Final = 25
#: What only tells more of a noun: left out of a subject or an object.
_ASIDES: Final = frozenset(("acl:relcl", "appos", "parataxis", "advcl", "dep", "punct"))
#: What ties a noun to the words before it.
_LINKS: Final = frozenset(("case", "cc", "mark"))
#: What a nominal predicate governs as a predicate, not as a noun.
_AROUND_PREDICATE: Final = frozenset(
    ("nsubj", "nsubj:pass", "cop", "aux", "mark", "cc", "conj", "expl", "csubj", "nsubj:outer")
)


def subject_of(clause: Clause) -> str | None:
    """The subject as written, without asides; "some of which" says of what, "which" stands for its noun."""
    subject = clause.subject
    if subject is None:
        return None
    relative = relative_in(clause.head, clause.start)
    if relative is not None and subject.i < clause.start:
        return noun_phrase(subject, relative.i)
    is_above = clause.head.head.i == subject.i and subject.i < clause.head.i and is_said_of_root(clause.head)
    words = phrase(subject, before=clause.head.start_char) if is_above else phrase(subject)
    first, _, rest = words.partition(" ")
    if rest and first.lower() in ("where", "when", "and", "but", "or", "that"):  # hung on the noun by mistake
        words = rest
    noun = None if relative is None or relative.head.i != subject.i else antecedent_of(clause.head, relative)
    if relative is None or noun is None:
        return words
    return words.replace(relative.text, noun_phrase(noun, relative.i))


def noun_phrase(noun: Word, before: int) -> str:
    """A noun with what describes it, without a preposition, up to token ``before``; a name in full."""
    described = phrase(noun, before=noun.words[_end_of_phrase(noun, before)].start_char)
    opener, comma, rest = described.partition(", ")
    if comma and opener and noun.left_edge.pos == "ADV" and " " not in opener:
        described = rest  # "*Soon,* Captain Roe"
    described = described.removeprefix("such as ")
    name = next((each for each in noun.paragraph.names if each.start < noun.i < each.end), None)
    if name is None or written(noun.words[name.start : name.end]) in described:
        return described
    start = name.start - (name.start > 0 and noun.words[name.start - 1].lower == "the")
    return " ".join(written(noun.words[start : noun.i + 1]).split())


def _end_of_phrase(noun: Word, before: int) -> int:
    """Where a noun's own words end: before a verb with a tense that the parser put into them, "the senators *called*".
    What "who" or "that" opens is its own."""
    for word in noun.words[noun.i + 1 : before]:
        if word.tag in ("WDT", "WP", "WP$", "WRB") or word.lower == "that":
            return before
        if word.tag in ("VBD", "VBZ", "VBP", "MD") and word.head.i <= noun.i:
            return word.i
    return before


def predicate_of(clause: Clause) -> str:
    """The verb's base form with its particle and the verb that it governs: "carry out", "decide to deploy".

    A copula is "be" (what is said of the subject is the object), a passive "be" with the participle.
    """
    head = clause.head
    if _copula(head) is not None and head.tag != "VBN":
        return "be"
    words = [head.lower if is_passive(head) else head.lemma]
    particle = next((child for child in head.children if child.dep == "compound:prt"), None)
    following = head.after
    if particle is None and following is not None and following.tag == "RP":  # "burned down" + "the homes"
        particle = following
    words += [particle.lower] if particle is not None else []
    if is_passive(head):
        words.insert(0, "be")
    governed = next((child for child in head.children if child.dep == "xcomp" and child.pos == "VERB"), None)
    if governed is not None and any(child.lower == "to" for child in governed.children):
        words += ["to", governed.lemma]
    elif governed is not None and governed.tag == "VBG":
        words.append(governed.lower)
    return " ".join(words)


def object_of(clause: Clause) -> str | None:
    """What the predicate is about: its object, what a copula says, an agent, else its first prepositional phrase."""
    head = clause.head
    if _copula(head) is not None and head.tag != "VBN":
        return phrase(head, without=clause)
    governed = next((child for child in head.children if child.dep == "xcomp"), None)
    for token in (head, governed):
        if token is None:
            continue
        for dep in ("obj", "obl:agent", "ccomp", "obl", "obl:unmarked"):
            found = next((child for child in token.children if child.dep == dep and child.i > token.i), None)
            if found is not None:
                return phrase(found)
    return None if governed is None or governed.pos == "VERB" else phrase(governed)


def is_passive(head: Word) -> bool:
    copula = _copula(head)
    return any(child.dep in ("aux:pass", "nsubj:pass") for child in head.children) or (
        copula is not None and head.tag == "VBN"
    )


def _is_name_of(child: Word, head: Word) -> bool:
    """Whether a name stands right behind its office: "the singer *Ann Roe*"."""
    before = child.left_edge.before
    is_beside = before is not None and before.i >= head.i and not (before.is_punct or child.left_edge.is_punct)
    return child.dep == "appos" and child.pos == "PROPN" and is_beside


def _copula(head: Word) -> Word | None:
    return next((child for child in head.children if child.dep == "cop"), None)


def phrase(head: Word, without: Clause | None = None, before: int | None = None) -> str:
    """The words that hang on ``head``, as written, without asides; at most 25.

    ``without``: for a nominal predicate, its subject, copula, auxiliaries and adverbs are left out as well.
    ``before``: what stands before this character of the paragraph only, and no preposition before ``head``; of a
    nominal predicate its own words alone ("is *the seat of the county*, which …").
    """
    is_alone = without is not None or (before is not None and _copula(head) is not None)
    start = end = head.i
    for child in head.children:
        is_aside = child.dep in _ASIDES and not _is_name_of(child, head)
        if is_aside or (is_alone and child.dep in _AROUND_PREDICATE):
            continue
        if child.dep == "conj" and child.i - head.i > 6 and child.pos != "PROPN":
            continue
        if before is not None and (child.dep in _LINKS or child.start_char >= before):
            continue
        if child.i < head.i:
            start = min(start, child.left_edge.i)
        else:
            end = max(end, child.right_edge.i)
    while before is not None and head.words[end].start_char >= before:
        end -= 1
    if is_alone:
        left_out = [child for child in head.lefts if child.dep in _AROUND_PREDICATE or child.lower in NEGATIONS]
        start = max(start, max((child.i + 1 for child in left_out), default=0))
    start, end = max(start, head.i - _LONGEST), min(end, head.i + _LONGEST)
    words = head.words
    while start < head.i and (words[start].is_punct or words[start].is_space):
        start += 1
    if before is not None and start < head.i and words[start].pos == "ADP":
        start += 1  # hung on the first of several: "*by* Olsen, Berg and Lund, who"
    while end > head.i and (words[end].is_punct or words[end].is_space or words[end].pos in ("ADP", "SCONJ", "CCONJ")):
        end -= 1
    text = " ".join(written(words[start : end + 1]).split())
    return text.partition(" (")[0] if text.count("(") > text.count(")") else text
