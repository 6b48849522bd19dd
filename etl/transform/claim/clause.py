"""Clauses that say something of something: a predicate, its subject, and the stretch of text that they take.

Dependencies are Universal Dependencies'.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from spacy.tokens import Doc, Token

from etl.transform.claim.relative import antecedent_of, relative_in
from etl.transform.lexicon import word_set

SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"))
_FINITE_TAGS: Final = frozenset(("VBD", "VBP", "VBZ", "MD"))
#: What opens an adverbial clause that asserts what it says.
_ASSERTING: Final = word_set("although though while whereas because since after as before even when where")
_COMPLEMENTS: Final = frozenset(("obj", "obl", "ccomp", "xcomp", "obl:agent", "iobj", "advcl", "obl:unmarked"))
_DEEPEST: Final = 400
_LONGEST_ROW: Final = 12
_RELATIVES: Final = frozenset(("who", "which", "that", "whom"))


class ClauseKind(StrEnum):
    """How a clause hangs on the rest of its sentence."""

    MAIN = "main"
    COORDINATED = "coordinated"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` is the predicate's head; tokens ``start`` to ``end`` (half-open) are the clause.

    ``subject`` may stand outside: a shared subject, or what a relative pronoun refers to.
    """

    kind: ClauseKind
    head: Token
    subject: Token | None
    start: int
    end: int


def find_clauses(doc: Doc) -> list[Clause]:
    """The clauses of a paragraph that may assert something, in the order of their predicates."""
    if not doc.has_annotation("DEP"):
        return []
    kinds = {token.i: kind for token in doc if (kind := _kind(token)) is not None}
    return [clause for place, kind in kinds.items() if (clause := _clause(doc[place], kind, kinds)) is not None]


def is_predicate(token: Token) -> bool:
    """A verb, or what a copula joins to its subject."""
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children)


def is_finite(token: Token) -> bool:
    """Whether the predicate has a tense: itself, by an auxiliary or by its copula ("'s" may carry any tag)."""
    if token.tag_ in _FINITE_TAGS:
        return True
    helpers = [child for child in token.children if child.dep_ in ("aux", "cop", "aux:pass")]
    return any(child.tag_ in _FINITE_TAGS or child.text[:1] in ("'", "’") for child in helpers)


def own_subject(token: Token) -> Token | None:
    found = [child for child in token.children if child.dep_ in SUBJECTS]
    real = [child for child in found if child.dep_ != "expl"]
    return next(iter(real or found), None)


_KINDS: Final = {
    "ROOT": ClauseKind.MAIN,
    "conj": ClauseKind.COORDINATED,
    "ccomp": ClauseKind.COMPLEMENT,
    "parataxis": ClauseKind.INSERTED,
    "acl:relcl": ClauseKind.RELATIVE,
    "advcl": ClauseKind.ADVERBIAL,
    "advcl:relcl": ClauseKind.RELATIVE,
}


def _kind(token: Token) -> ClauseKind | None:
    kind = _KINDS.get(token.dep_) or _kind_of_misplaced(token)
    if kind is None or not is_predicate(token):
        return None
    if not is_finite(token) and not (token.dep_ in ("ROOT", "parataxis") and own_subject(token) is not None):
        return None
    if kind is ClauseKind.ADVERBIAL and _is_unmarked(token):  # "has shown the tumour is growing", hung up wrongly
        return ClauseKind.COMPLEMENT
    tests = {
        ClauseKind.COORDINATED: _is_coordinated,
        ClauseKind.RELATIVE: _is_told_beside,
        ClauseKind.ADVERBIAL: _asserts,
    }
    return kind if kind not in tests or tests[kind](token) else None


def _kind_of_misplaced(token: Token) -> ClauseKind | None:
    """A clause that the parser hung up as part of a noun phrase: it has a subject and a copula all the same."""
    if token.dep_ not in ("amod", "nmod", "dep", "appos", "obl", "obj", "list"):
        return None
    has_copula = any(child.dep_ == "cop" and child.tag_ in _FINITE_TAGS for child in token.lefts)
    has_subject = any(child.dep_ in ("nsubj", "nsubj:pass") and child.i < token.i for child in token.lefts)
    return ClauseKind.COMPLEMENT if has_copula and has_subject else None


def _is_unmarked(token: Token) -> bool:
    is_opened = any(child.dep_ in ("mark", "advmod") for child in token.lefts)
    return own_subject(token) is not None and not is_opened and token.tag_ != "VBG" and token.i > token.head.i


def _is_coordinated(token: Token) -> bool:
    """Whether a coordinated predicate says something of its own: it has a subject, or both have complements."""
    if _kind(_first_of(token)) is None:  # joined to what asserts nothing: a condition, a purpose
        return False
    if own_subject(token) is not None:
        return True
    first = token.head
    if not is_predicate(first):
        return False
    return _has_complement(token) and any(child.dep_ in _COMPLEMENTS and child.i < token.i for child in first.children)


def _first_of(token: Token) -> Token:
    """The first of a row of coordinated words."""
    for _ in range(_LONGEST_ROW):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _has_complement(token: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS or child.dep_ == "cop" for child in token.children)


def _is_told_beside(token: Token) -> bool:
    """Whether a relative clause adds a statement (a comma or dash before it) rather than telling which one is meant."""
    first = _first_word(token)
    before = first.nbor(-1) if first.i else None
    return before is not None and before.text in (",", "–", "—", "-", "(") and token.right_edge.i - first.i >= 3


def _first_word(token: Token) -> Token:
    """The first word under ``token``, marks left aside."""
    first = token.left_edge
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    return first


def _asserts(token: Token) -> bool:
    if own_subject(token) is None:
        return False
    marks = [child.lower_ for child in token.children if child.dep_ in ("mark", "advmod") and child.i < token.i]
    first = _first_word(token).lower_
    if first in ("if", "unless", "whether", "until", "till", "lest") or "if" in marks:
        return False
    is_asserting = first in _ASSERTING or any(mark in _ASSERTING for mark in marks)
    return is_asserting and token.right_edge.i > token.left_edge.i


def _clause(head: Token, kind: ClauseKind, kinds: dict[int, ClauseKind]) -> Clause | None:
    kept = sorted(_own_tokens(head, kinds))
    start, end = kept[0], kept[-1] + 1
    doc = head.doc
    while start < end and _is_edge(doc[start], head):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    if not start <= head.i < end:
        return None
    return Clause(kind, head, _subject(head, kind, start), start, end)


def _own_tokens(head: Token, kinds: dict[int, ClauseKind]) -> set[int]:
    """The tokens of ``head``'s subtree that no other clause at the clause's edge takes away."""
    kept = {head.i}
    waiting = [(child, 1) for child in head.children]
    while waiting:
        token, depth = waiting.pop()
        if depth > _DEEPEST or _goes_its_own_way(token, head, kinds):
            continue
        kept.add(token.i)
        waiting.extend((child, depth + 1) for child in token.children)
    return kept


def _goes_its_own_way(token: Token, head: Token, kinds: dict[int, ClauseKind]) -> bool:
    """Whether the words under ``token`` are a clause of their own at the edge of ``head``'s."""
    if token.is_punct or token.dep_ in ("punct", "cc"):
        return True
    if token.dep_ in ("parataxis", "vocative", "discourse") and token.head.i == head.i:
        return True
    kind = kinds.get(token.i)
    if kind is None or kind is ClauseKind.COMPLEMENT:
        return False
    if kind is not ClauseKind.RELATIVE and token.head.i == head.i:
        return True
    return _closes(token, head) or token.left_edge.i == head.left_edge.i


def _closes(token: Token, head: Token) -> bool:
    """Whether only marks follow the words under ``token`` among those under ``head``."""
    after = head.doc[token.right_edge.i + 1 : head.right_edge.i + 1]
    return len(after) < 6 and all(each.is_punct or each.is_space for each in after)


def _is_edge(token: Token, head: Token) -> bool:
    """Marks, conjunctions and openers that a clause does not need to be read alone."""
    if token.is_punct or token.is_space or token.dep_ in ("cc", "punct"):
        return True
    if token.lower_ == "that" and token.tag_ == "IN" and token.i < head.i:
        return True
    opens = token.dep_ == "mark" or (token.dep_ == "advmod" and token.lower_ in ("where", "when", "however"))
    return opens and token.head.i == head.i


def _subject(head: Token, kind: ClauseKind, start: int) -> Token | None:
    subject = own_subject(head) or (_shared_subject(head) if kind is ClauseKind.COORDINATED else None)
    if subject is None or subject.lower_ not in _RELATIVES:
        return subject
    relative = relative_in(head, start)
    if relative is not None and relative.i == subject.i:
        return antecedent_of(head, relative) or subject
    first = _first_of(head)
    is_of_noun = first.dep_ == "acl:relcl" and not is_predicate(first.head)
    return first.head if is_of_noun else subject


def _shared_subject(head: Token) -> Token | None:
    token = head
    for _ in range(_LONGEST_ROW):
        if token.dep_ != "conj":
            break
        token = token.head
        subject = own_subject(token)
        if subject is not None:
            return subject
    return None


def tokens_between(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The words of a clause, marks and spaces left out."""
    return (token for token in doc[start:end] if not token.is_punct and not token.is_space)
