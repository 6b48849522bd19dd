"""Subject, predicate and object of a clause, in words."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from etl.transform.claim.clause import Clause
from etl.transform.claim.relative import antecedent_of, relative_in
from etl.transform.claim.stance import NEGATIONS

_LONGEST: Final = 25
#: What only tells more of a noun: left out of a subject or an object.
_ASIDES: Final = frozenset(("acl:relcl", "appos", "parataxis", "advcl", "dep", "punct"))
#: What ties a noun to the words before it.
_LINKS: Final = frozenset(("case", "cc", "mark"))


def subject_of(clause: Clause) -> str | None:
    """The subject as written, without asides; "some of which" says of what, "which" stands for its noun."""
    subject = clause.subject
    if subject is None:
        return None
    relative = relative_in(clause.head, clause.start)
    if relative is not None and subject.i < clause.start:
        return noun_phrase(subject, relative.i)
    words = phrase(subject)
    first, _, rest = words.partition(" ")
    if rest and first.lower() in ("where", "when", "and", "but", "or", "that"):  # hung on the noun by mistake
        words = rest
    noun = None if relative is None or relative.head.i != subject.i else antecedent_of(clause.head, relative)
    if relative is None or noun is None:
        return words
    return words.replace(relative.text, noun_phrase(noun, relative.i))


def noun_phrase(noun: Token, before: int) -> str:
    """A noun with what describes it, without a preposition, up to token ``before``; a name in full."""
    words = phrase(noun, before=noun.doc[before].idx)
    name = next((each for each in noun.doc.ents if each.start < noun.i < each.end and each.text not in words), None)
    if name is None:
        return words
    start = name.start - (name.start > 0 and noun.doc[name.start - 1].lower_ == "the")
    return " ".join(noun.doc[start : noun.i + 1].text.split())


def predicate_of(clause: Clause) -> str:
    """The verb's base form with its particle and the verb that it governs: "carry out", "decide to deploy".

    A copula is "be" (what is said of the subject is the object), a passive "be" with the participle.
    """
    head = clause.head
    if _copula(head) is not None and head.tag_ != "VBN":
        return "be"
    words = [head.lower_ if is_passive(head) else head.lemma_.lower()]
    particle = next((child for child in head.children if child.dep_ == "compound:prt"), None)
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    if particle is None and following is not None and following.tag_ == "RP":  # "burned down" + "the homes"
        particle = following
    words += [particle.lower_] if particle is not None else []
    if is_passive(head):
        words.insert(0, "be")
    governed = next((child for child in head.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)
    if governed is not None and any(child.lower_ == "to" for child in governed.children):
        words += ["to", governed.lemma_.lower()]
    elif governed is not None and governed.tag_ == "VBG":
        words.append(governed.lower_)
    return " ".join(words)


def object_of(clause: Clause) -> str | None:
    """What the predicate is about: its object, what a copula says, an agent, else its first prepositional phrase."""
    head = clause.head
    if _copula(head) is not None and head.tag_ != "VBN":
        return phrase(head, without=clause)
    governed = next((child for child in head.children if child.dep_ == "xcomp"), None)
    for token in (head, governed):
        if token is None:
            continue
        for dep in ("obj", "obl:agent", "ccomp", "obl", "obl:unmarked"):
            found = next((child for child in token.children if child.dep_ == dep and child.i > token.i), None)
            if found is not None:
                return phrase(found)
    return None if governed is None or governed.pos_ == "VERB" else phrase(governed)


def is_passive(head: Token) -> bool:
    copula = _copula(head)
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in head.children) or (
        copula is not None and head.tag_ == "VBN"
    )


def _copula(head: Token) -> Token | None:
    return next((child for child in head.children if child.dep_ == "cop"), None)


def phrase(head: Token, without: Clause | None = None, before: int | None = None) -> str:
    """The words that hang on ``head``, as written, without asides; at most 25.

    ``without``: for a nominal predicate, its subject, copula, auxiliaries and adverbs are left out as well.
    ``before``: what stands before this character of the paragraph only, and no preposition before ``head``.
    """
    outside = frozenset(("nsubj", "nsubj:pass", "cop", "aux", "mark", "cc", "conj", "expl", "csubj", "nsubj:outer"))
    start = end = head.i
    for child in head.children:
        if child.dep_ in _ASIDES or (without is not None and child.dep_ in outside):
            continue
        if child.dep_ == "conj" and child.i - head.i > 6:
            continue
        if before is not None and (child.dep_ in _LINKS or child.idx >= before):
            continue
        if child.i < head.i:
            start = min(start, child.left_edge.i)
        else:
            end = max(end, child.right_edge.i)
    while before is not None and head.doc[end].idx >= before:
        end -= 1
    if without is not None:
        left_out = [child for child in head.lefts if child.dep_ in outside or child.lower_ in NEGATIONS]
        start = max(start, max((child.i + 1 for child in left_out), default=0))
    start, end = max(start, head.i - _LONGEST), min(end, head.i + _LONGEST)
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head.i and (doc[end].is_punct or doc[end].is_space or doc[end].pos_ in ("ADP", "SCONJ", "CCONJ")):
        end -= 1
    text = " ".join(doc[start : end + 1].text.split())
    return text.partition(" (")[0] if text.count("(") > text.count(")") else text
