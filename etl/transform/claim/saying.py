"""Clauses that only say that something was said, which are no claims, and those that look so and are."""

from __future__ import annotations

from etl.transform.attribution.verbs import VERBS, Use
from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import ClauseKind, own_subject
from etl.transform.lexicon import word_set
from etl.transform.word import Word

#: What comes out that something is so, and how.
_NEWS = word_set("report news rumor rumour allegation claim evidence word story it detail")
_COMING_OUT = word_set("surface emerge appear come spread circulate transpire mount grow")
#: What only leads to another verb.
GOING_ON = word_set("go continue come proceed begin start")
#: What ties a doing to the verb that governs it.
_GOVERNED = word_set("with of for from against about by")
#: What a verb of saying may have beside it and still say nothing.
_BARE = word_set("nsubj nsubj:pass aux aux:pass expl advmod mark cc conj punct ccomp parataxis advcl obl:tmod")


def finds_nothing(head: Word) -> bool:
    """ "Found no evidence that ...": the finding is the claim, and not what was looked for."""
    objects = [child for child in head.children if child.dep == "obj"]
    return any(each.dep == "det" and each.lower == "no" for noun in objects for each in noun.children)


def introduces(clause: Clause) -> bool:
    """Whether the predicate is a verb of saying with what is said, or a tag beside it."""
    head = clause.head
    if _surfaces(head) or _is_bare_report(head):
        return True
    verb, _ = VERBS.get(head.lower, (None, None))
    if verb is None or not verb.use & (Use.CLAUSE | Use.DIRECT | Use.TAG):
        return False
    if any(child.dep == "ccomp" for child in head.children) and verb.use & Use.CLAUSE:
        return True
    if any(child.dep in ("obj", "xcomp", "obl:agent") for child in head.children):
        return False
    is_last = clause.end < len(head.words) and head.words[clause.end].text in (":", "“", '"')
    return clause.kind is ClauseKind.INSERTED or is_last


def _is_bare_report(head: Word) -> bool:
    """ "It was reported", "the agency announced on Friday": what was said was read as another sentence."""
    verb, _ = VERBS.get(head.lower, (None, None))
    if verb is None or not verb.use & Use.CLAUSE or not verb.use & Use.TAG or head.pos != "VERB":
        return False  # "the request was accepted", "the fund was established" tell what was done
    subject = own_subject(head)
    if subject is not None and subject.dep == "nsubj:pass" and subject.pos == "NOUN" and _is_denied(head):
        return False  # "The cause had *not* been stated": nobody said it, and that is told
    is_told = subject is not None and subject.dep == "nsubj:pass" and verb.use & Use.TOLD
    if is_told and any(child.label in ("DATE", "TIME") for child in head.children):
        return False  # "The ministry was told in May": when it knew
    if subject is not None and subject.dep == "nsubj" and _is_denied(head) and head.tag == "VBN":
        return False  # "The minister has *not* commented"
    return all(_tells_nothing(child) for child in head.children)


def _tells_nothing(child: Word) -> bool:
    if child.dep == "advcl" and any(each.lower in _GOVERNED for each in child.lefts):
        return False  # "was charged *with driving drunk*"
    return child.dep in _BARE or (child.label in ("DATE", "TIME") and child.dep != "obj")


def _is_denied(head: Word) -> bool:
    return any(child.lower in ("not", "n't", "n’t", "never") for child in head.lefts)


def _surfaces(head: Word) -> bool:
    """ "News reports surfaced that ..."."""
    subject = own_subject(head)
    is_news = subject is not None and subject.lemma in _NEWS and head.lemma in _COMING_OUT
    return is_news and any(child.dep in ("ccomp", "csubj") for child in head.children)


def goes_on_to(head: Word) -> Word | None:
    """ "Went on *to say*": the verb of saying, if the predicate only tells that somebody came to it."""
    if head.lemma not in GOING_ON:
        return None
    return next((child for child in head.rights if child.dep in ("xcomp", "advcl") and child.tag == "VB"), None)


def tells_of_a_deed(head: Word) -> bool:
    """Whether a cue's clause says what somebody sets about to do: "decided to deploy 400 troops"."""
    parts = {child.dep for child in head.children if child.dep != "xcomp" or child.pos != "PROPN"}
    return "xcomp" in parts and not parts & {"ccomp", "parataxis", "obj"}
