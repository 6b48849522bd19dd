"""Clauses that say something of something: a predicate, its subject, and the stretch of text that they take.

Dependencies are Universal Dependencies'.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from spacy.tokens import Doc, Token

from etl.transform.claim.relative import antecedent_of, relative_in
from etl.transform.entity.anaphor import SPEAKING
from etl.transform.lexicon import word_set

SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"))
_FINITE_TAGS: Final = frozenset(("VBD", "VBP", "VBZ", "MD"))
#: What opens an adverbial clause that asserts what it says.
_ASSERTING: Final = word_set("although though while whereas because since after as before even when where")
#: What opens a clause of time, which states a fact only of the past.
_TIMES: Final = word_set("when as after before once")
_COMPLEMENTS: Final = frozenset(("obj", "obl", "ccomp", "xcomp", "obl:agent", "iobj", "advcl", "obl:unmarked"))
_DEEPEST: Final = 400
_LONGEST_ROW: Final = 12
#: A verb and two words stand before a subject of two.
_FEWEST_BEFORE: Final = 3
#: So many words between two joined verbs are a clause of the first, too, however they were parsed.
_APART: Final = 4
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


def find_clauses(doc: Doc, counts: Collection[int] = ()) -> list[Clause]:
    """The clauses of a paragraph that may assert something, in the order of their predicates.

    ``counts`` are the characters at which its figures begin.
    """
    if not doc.has_annotation("DEP"):
        return []
    kinds = {token.i: kind for token in doc if (kind := _kind(token) or _kind_of_count(token, counts)) is not None}
    return [clause for place, kind in kinds.items() if (clause := _clause(doc[place], kind, kinds)) is not None]


def is_predicate(token: Token) -> bool:
    """A verb, what a copula joins to its subject, or a main verb that the tagger took for something else."""
    if token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children):
        return True
    return token.dep_ == "ROOT" and any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)


def is_finite(token: Token) -> bool:
    """Whether the predicate has a tense: itself, by an auxiliary or by its copula ("'s" may carry any tag)."""
    if token.tag_ in _FINITE_TAGS:
        return True
    helpers = [child for child in token.children if child.dep_ in ("aux", "cop", "aux:pass")]
    return any(child.tag_ in _FINITE_TAGS or child.text[:1] in ("'", "’") for child in helpers)


def own_subject(token: Token) -> Token | None:
    found = [child for child in token.children if child.dep_ in SUBJECTS]
    real = [child for child in found if child.dep_ not in ("expl", "nsubj:outer")]
    named = [child for child in real if child.lower_ not in _RELATIVES]  # "that" beside a subject only joins
    return next(iter(named or real or found), None)


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
    if _is_said_of_root(token):
        kind = ClauseKind.MAIN
    if kind is None or not is_predicate(token):
        return None
    is_main = token.dep_ in ("ROOT", "parataxis") and own_subject(token) is not None
    is_main = is_main or (kind is ClauseKind.MAIN and token.dep_ == "acl")
    if not is_finite(token) and not is_main and not _shares_auxiliary(token):
        return None
    if kind is ClauseKind.COMPLEMENT and _is_of_several(own_subject(token)):
        return ClauseKind.RELATIVE
    if kind is ClauseKind.ADVERBIAL and (
        _is_unmarked(token) or _is_that(token)
    ):  # "has shown the tumour is growing", hung up wrongly
        return ClauseKind.COMPLEMENT
    if kind is ClauseKind.RELATIVE and _is_whole(token):
        return ClauseKind.COMPLEMENT
    tests = {
        ClauseKind.COORDINATED: _is_coordinated,
        ClauseKind.RELATIVE: _is_told_beside,
        ClauseKind.ADVERBIAL: _asserts,
    }
    return kind if kind not in tests or tests[kind](token) else None


def _shares_auxiliary(token: Token) -> bool:
    """ "Will close two plants and sell its office": "will" bears on both."""
    first = token.head
    if token.dep_ != "conj" or token.tag_ != "VB" or first.tag_ != "VB" or own_subject(token) is not None:
        return False
    is_denied = any(child.lemma_.lower() == "not" or child.lower_ in ("not", "n't", "n’t") for child in first.lefts)
    return not is_denied and any(child.dep_ == "aux" and child.tag_ == "MD" for child in first.lefts)


def _is_of_several(subject: Token | None) -> bool:
    """ "Some of which", "two of whom"."""
    return subject is not None and any(child.lower_ in ("which", "whom") for child in subject.children)


def _kind_of_count(token: Token, counts: Collection[int]) -> ClauseKind | None:
    """A relative clause without a comma that has a subject of its own and gives a figure tells it for its own sake."""
    if not counts or token.dep_ != "acl:relcl" or not is_predicate(token) or not is_finite(token):
        return None
    subject = own_subject(token)
    if subject is None or subject.lower_ in _RELATIVES or subject.pos_ == "PRON":
        return None
    return ClauseKind.RELATIVE if any(each.idx in counts for each in token.subtree) else None


def _is_said_of_root(token: Token) -> bool:
    """Whether the main verb was hung on its subject: "The refugees, most of them women, crossed the river"."""
    noun = token.head
    is_bare = noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN") and own_subject(noun) is None
    if token.dep_ not in ("acl", "parataxis") or not is_bare or token.i < noun.i or own_subject(token) is not None:
        return False
    if token.tag_ in ("VBD", "VBP", "VBZ"):
        return token.dep_ == "acl" or any(child.dep_ == "acl:relcl" for child in noun.children)
    is_behind = any(child.dep_ == "acl:relcl" and child.i < token.i for child in noun.children)
    return token.tag_ == "VBN" and is_behind and token.nbor(-1).text == ","


def _kind_of_misplaced(token: Token) -> ClauseKind | None:
    """A clause that the parser hung up as part of a noun phrase: it has a subject and a copula all the same."""
    if token.dep_ not in ("amod", "nmod", "dep", "appos", "obl", "obj", "list"):
        return None
    has_copula = any(child.dep_ == "cop" and child.tag_ in _FINITE_TAGS for child in token.lefts)
    has_subject = any(child.dep_ in ("nsubj", "nsubj:pass") and child.i < token.i for child in token.lefts)
    return ClauseKind.COMPLEMENT if has_copula and has_subject else None


def _is_that(token: Token) -> bool:
    that = _first_word(token)
    if that.lower_ != "that" or own_subject(token) is None or token.i < token.head.i:
        return False
    return token.head.lemma_.lower() in SPEAKING or that.nbor(-1).pos_ not in ("NOUN", "PROPN")


def _is_unmarked(token: Token) -> bool:
    is_opened = any(child.dep_ in ("mark", "advmod") for child in token.lefts)
    return own_subject(token) is not None and not is_opened and token.tag_ != "VBG" and token.i > token.head.i


def _is_whole(token: Token) -> bool:
    """Whether what was parsed as a relative clause lacks nothing: "confirmed in a letter that Iran has used them"."""
    opener = _first_word(token)
    subject = own_subject(token)
    if opener.lower_ != "that" or opener.dep_ == "obj" or subject is None or subject.lower_ in _RELATIVES:
        return False
    return any(child.dep_ == "obj" and child.i > token.i for child in token.children)


def _is_coordinated(token: Token) -> bool:
    """Whether a coordinated predicate says something of its own: it has a subject, or both have complements."""
    if _is_named_by(token) or _is_of_condition(token):
        return False
    if _opens_anew(token):
        return True
    first_kind = _kind(_first_of(token))
    if first_kind is None:  # joined to what asserts nothing: a condition, a purpose
        return False
    subject = own_subject(token)
    if subject is not None:
        return subject.lower_ not in _RELATIVES or first_kind is ClauseKind.RELATIVE or _is_told_beside(token)
    first = token.head
    if not is_predicate(first) or _is_bare(token):
        return False
    is_apart = token.left_edge.i - first.i > _APART
    has_said = is_apart or any(child.dep_ in _COMPLEMENTS and child.i < token.i for child in first.children)
    return _has_complement(token) and has_said


def _is_bare(token: Token) -> bool:
    """Whether nothing joins it to the verb before, so that one of the two was misread."""
    before = token.left_edge.nbor(-1) if token.left_edge.i else None
    return not any(child.dep_ == "cc" for child in token.lefts) and before is not None and not before.is_punct


def _is_of_condition(token: Token) -> bool:
    """Whether it goes on with a condition or question: "a calamity if the talks fail and the army attacks"."""
    before = token.left_edge.nbor(-1) if token.left_edge.i else None
    if before is None or before.is_punct:
        return False
    for _ in range(_LONGEST_ROW):
        if before.i == token.head.i or before.dep_ == "ROOT":
            return False
        if any(each.lower_ in ("if", "unless") or each.tag_ == "WRB" for each in before.lefts):
            return is_predicate(before)
        before = before.head
    return False


def _is_named_by(token: Token) -> bool:
    """Whether the predicate belongs to a "what" right before it: "units of what are known as the reserves"."""
    first = min((child for child in token.lefts if child.dep_ in ("aux", "aux:pass", "cop")), default=token)
    return first.i > 0 and first.nbor(-1).lower_ in ("what", "whatever", "whoever")


def _opens_anew(token: Token) -> bool:
    """Whether a comma, "and" or "but", and a subject open it: a clause of the sentence, whatever it was hung on."""
    subject = own_subject(token)
    link = next((child for child in token.lefts if child.dep_ == "cc"), None)
    if subject is None or link is None or subject.i > token.i or subject.lower_ in _RELATIVES:
        return False
    is_joined = link.i > 0 and link.nbor(-1).text in (",", ";", "...", "…", "–", "—")
    is_condition = any(child.dep_ == "mark" for child in token.lefts)
    row = _first_of(token)
    return is_joined and not is_condition and row.dep_ not in ("advcl", "ccomp") and _is_stated(row)


def _is_stated(token: Token) -> bool:
    """Whether no condition or question stands above a word."""
    for _ in range(_LONGEST_ROW):
        if token.dep_ == "ROOT":
            break
        if token.dep_ in ("advcl", "ccomp") and _kind(token) is None:
            return False
        token = token.head
    return True


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
    is_example = first == "as" and "when" in marks
    if first in _TIMES and not is_example and not _is_past(token):  # "when habitat is destroyed": whenever it is
        return False
    return is_asserting and token.right_edge.i > token.left_edge.i


def _is_past(token: Token) -> bool:
    helpers = [child for child in token.children if child.dep_ in ("aux", "cop", "aux:pass")]
    return any(each.tag_ == "VBD" or (each.tag_ == "VBN" and not helpers) for each in (token, *helpers)) or any(
        each.lower_ in ("has", "have", "’ve", "'ve") for each in helpers
    )


def _clause(head: Token, kind: ClauseKind, kinds: dict[int, ClauseKind]) -> Clause | None:
    kept = sorted(_own_tokens(head.head if _is_said_of_root(head) else head, kinds))
    start, end = kept[0], kept[-1] + 1
    doc = head.doc
    start = max(start, _start_of_core(head, kind))
    while start and doc[start - 1].tag_ in ("CD", "PDT") and doc[start].pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        start -= 1  # "72 unarmed Sunnis were shot", with the number left out
    if kind is ClauseKind.RELATIVE:
        end = min(end, _end_of_aside(head, start, end))
    while start < end and start != head.i and _is_edge(doc[start], head):
        start += 1
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        if doc[end - 1].text == "%":
            break
        end -= 1
    start = _start_of_row(head, start)
    if not start <= head.i < end:
        return None
    return Clause(kind, head, _subject(head, kind, start), start, end)


def _start_of_row(head: Token, start: int) -> int:
    """Where a subject of two begins whose first the parser gave to the verb before: "says troops and rebels share"."""
    doc, subject = head.doc, own_subject(head)
    if subject is None or start < _FEWEST_BEFORE or doc[start - 1].lower_ != "and" or head.dep_ != "conj":
        return start
    first = doc[start - 2]
    is_lost = first.pos_ in ("NOUN", "PROPN") and first.dep_ in ("obj", "iobj") and first.head.i == head.head.i
    is_plural = any(each.lower_ in ("are", "were", "have") for each in (head, *head.lefts))
    return first.left_edge.i if is_lost and is_plural and subject.i > start - 1 else start


def _start_of_core(head: Token, kind: ClauseKind) -> int:
    """Where the statement begins behind what only frames it: "The tragedy is that ...", "..., some of which ..."."""
    mark = next((child for child in head.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if mark is not None and any(child.dep_ == "nsubj:outer" and child.i < mark.i for child in head.lefts):
        return mark.i
    subject = own_subject(head)
    if kind is not ClauseKind.MAIN or subject is None:
        return 0
    before = subject.left_edge.i - 1
    return subject.left_edge.i if _is_of_several(subject) and before > 0 and head.doc[before].text == "," else 0


def _end_of_aside(head: Token, start: int, end: int) -> int:
    """Where a relative clause between two marks ends, if a purpose follows that is not its own: "– to take part"."""
    doc = head.doc
    if not start or doc[start - 1].text not in (",", "–", "—", "-"):
        return end
    for place in range(head.i + 1, end - 1):
        is_mark = doc[place].text in (",", "–", "—", "-") and doc[place - 1].whitespace_ + doc[place].whitespace_ != ""
        if is_mark and doc[place + 1].lower_ == "to" and doc[place + 1].tag_ == "TO":
            return place
    return end


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
    return _closes(token, head, kinds) or token.left_edge.i == head.left_edge.i


def _closes(token: Token, head: Token, kinds: dict[int, ClauseKind]) -> bool:
    """Whether only marks, or another clause, follow the words under ``token`` among those under ``head``."""
    others = (child for child in head.rights if child.i > token.i and child.i in kinds)
    end = min((child.left_edge.i for child in others), default=head.right_edge.i + 1)
    after = head.doc[token.right_edge.i + 1 : end]
    return len(after) < 6 and all(each.is_punct or each.is_space for each in after)


def _is_edge(token: Token, head: Token) -> bool:
    """Marks, conjunctions and openers that a clause does not need to be read alone."""
    if token.is_punct or token.is_space or token.dep_ in ("cc", "punct"):
        return True
    subject = own_subject(head)
    if token.lower_ == "that" and token.i < head.i and subject is not None and subject.i > token.i:
        return token.dep_ not in ("det", "obj")
    opens = token.dep_ == "mark" or (token.dep_ == "advmod" and token.lower_ in ("where", "when", "however"))
    return opens and token.head.i == head.i


def _subject(head: Token, kind: ClauseKind, start: int) -> Token | None:
    subject = own_subject(head) or (_shared_subject(head) if kind is ClauseKind.COORDINATED else None)
    if subject is None and kind is ClauseKind.MAIN:
        subject = head.head if _is_said_of_root(head) else _inverted(head)
    if subject is None or subject.lower_ not in _RELATIVES:
        return subject
    relative = relative_in(head, start)
    if relative is not None and relative.i == subject.i:
        return antecedent_of(head, relative) or subject
    first = _first_of(head)
    is_of_noun = first.dep_ == "acl:relcl" and not is_predicate(first.head)
    return first.head if is_of_noun else subject


def _inverted(head: Token) -> Token | None:
    """The noun behind its copula: "Among them is the former cloister"."""
    copula = next((child for child in head.lefts if child.dep_ == "cop"), None)
    is_fronted = copula is not None and any(child.dep_ == "obl" and child.i < copula.i for child in head.lefts)
    return head if is_fronted and head.pos_ in ("NOUN", "PROPN") else None


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
