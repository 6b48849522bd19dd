"""Clauses that say something of something: a predicate, its subject, and the stretch of text that they take.

Dependencies are Universal Dependencies'.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from etl.transform.claim.kind import (
    LONGEST_ROW,
    RELATIVES,
    ClauseKind,
    alleged_in,
    find_kind,
    find_kind_of_count,
    first_of,
    governor_of_row,
    is_of_several,
    is_predicate,
    is_said_of_root,
    own_subject,
)
from etl.transform.claim.relative import agrees, antecedent_of, relative_in
from etl.transform.entity.anaphor import SPEAKING
from etl.transform.parsed import ParsedParagraph
from etl.transform.word import Word

_DEEPEST: Final = 400
#: They open a word that they belong to: "#DemDebate", "@harbor".
_TAGS: Final = frozenset("#@$£€")
_ASIDE_MARKS: Final = frozenset([",", "–", "—", "-"])
#: What one of is a measure: "a week after".
_SPANS: Final = frozenset(["day", "week", "month", "year", "hour", "minute", "decade", "century"])
#: With a comma behind them they open a clause, whose verb must follow.
_OPENERS: Final = frozenset(["when", "where", "while", "because", "although", "though", "until"])
_FINITE: Final = frozenset(["VBD", "VBZ", "VBP", "MD"])
#: A verb and two words stand before a subject of two.
_FEWEST_BEFORE: Final = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` is the predicate's head; tokens ``start`` to ``end`` (half-open) are the clause.

    ``subject`` may stand outside: a shared subject, or what a relative pronoun refers to.
    """

    kind: ClauseKind
    head: Word
    subject: Word | None
    start: int
    end: int


def find_clauses(paragraph: ParsedParagraph, counts: Collection[int] = ()) -> list[Clause]:
    """The clauses of a paragraph that may assert something, in the order of their predicates.

    ``counts`` are the characters at which its figures begin.
    """
    if not paragraph.is_parsed:
        return []
    kinds = {
        token.i: kind
        for token in paragraph.words
        if (kind := find_kind(token) or find_kind_of_count(token, counts)) is not None
    }
    clauses = (_clause(paragraph.words[place], kind, kinds) for place, kind in kinds.items())
    return [clause for clause in clauses if clause is not None]


def _clause(head: Word, kind: ClauseKind, kinds: dict[int, ClauseKind]) -> Clause | None:
    if is_said_of_root(head):
        others = {place: own for place, own in kinds.items() if place != head.i}
        kept = sorted(_own_tokens(head.head, others))
    else:
        kept = sorted(_own_tokens(head, kinds))
    words = head.words
    start, end = kept[0], min(kept[-1] + 1, _start_of_next(head, kinds))
    start = max(start, _start_of_core(head, kind))
    while start and words[start - 1].tag in ("CD", "PDT") and words[start].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
        start -= 1  # "72 unarmed Sunnis were shot", with the number left out
    if kind in (ClauseKind.RELATIVE, ClauseKind.INSERTED):
        marks = _ASIDE_MARKS if kind is ClauseKind.RELATIVE else _ASIDE_MARKS - {","}
        end = min(end, _end_of_aside(head, start, end, marks))
    end = _end_of_sense(head, end)
    while start < end and start != head.i and _is_edge(words[start], head):
        start += 1
    while end - 1 > head.i and (words[end - 1].is_punct or words[end - 1].is_space or words[end - 1].dep == "cc"):
        if words[end - 1].text == "%":
            break
        end -= 1
    opener = _measured_opener(head) if kind is ClauseKind.ADVERBIAL else None
    start = _start_of_row(head, start if opener is None else max(start, opener.i + 1))
    if not start <= head.i < end:
        return None
    return Clause(kind, head, _subject(head, kind, start), start, end)


def _start_of_next(head: Word, kinds: dict[int, ClauseKind]) -> int:
    """Where the next clause of a row begins, with a comma, a joint and a subject of its own: what follows is its."""
    for child in head.rights:
        if child.dep != "conj" or kinds.get(child.i) is not ClauseKind.COORDINATED or own_subject(child) is None:
            continue
        joint = child.left_edge
        is_joined = joint.dep == "cc" and joint.before is not None and joint.before.text == ","
        if is_joined and joint.i > head.i:
            return joint.i - 1
    return len(head.words)


def _start_of_row(head: Word, start: int) -> int:
    """Where a subject of two begins whose first the parser gave to the verb before: "says troops and rebels share"."""
    words, subject = head.words, own_subject(head)
    if subject is None or start < _FEWEST_BEFORE or words[start - 1].lower != "and" or head.dep != "conj":
        return start
    first = words[start - 2]
    is_lost = first.pos in ("NOUN", "PROPN") and first.dep in ("obj", "iobj") and first.head.i == head.head.i
    is_plural = any(each.lower in ("are", "were", "have") for each in (head, *head.lefts))
    return first.left_edge.i if is_lost and is_plural and subject.i > start - 1 else start


def _start_of_core(head: Word, kind: ClauseKind) -> int:
    """Where the statement begins behind what only frames it: "The tragedy is that ...", "..., some of which ..."."""
    mark = next((child for child in head.lefts if child.dep == "mark" and child.lower == "that"), None)
    if mark is not None and any(child.dep == "nsubj:outer" and child.i < mark.i for child in head.lefts):
        return mark.i
    subject = own_subject(head)
    if subject is None:
        return 0
    if alleged_in(subject) is not None:
        return subject.left_edge.i
    if kind is not ClauseKind.MAIN:
        return 0
    before = subject.left_edge.i - 1
    return subject.left_edge.i if is_of_several(subject) and before > 0 and head.words[before].text == "," else 0


def _end_of_aside(head: Word, start: int, end: int, marks: Collection[str]) -> int:
    """Where a clause between two marks ends, if a purpose follows that is not its own: "– to take part"."""
    words = head.words
    if not start or words[start - 1].text not in marks:
        return end
    for place in range(head.i + 1, end - 1):
        is_mark = words[place].text in marks and (words[place - 1].has_space or words[place].has_space)
        if is_mark and words[place + 1].lower == "to" and words[place + 1].tag == "TO":
            return place
    return end


def _end_of_sense(head: Word, end: int) -> int:
    """Where a clause ends that the parser cut in the middle of a thought, or let run into the next one."""
    words = head.words
    for place in range(head.i + 1, end - 1):
        is_opener = words[place].lower in _OPENERS and words[place + 1].text == ","
        if is_opener and not any(each.tag in _FINITE for each in words[place + 1 : end]):
            return place  # "began *when, at noon,* she fell"
    last = words[end - 1]
    if last.lower == "no" and [each.tag for each in words[end : end + 2]] == [".", "CD"]:
        return _next_mark(words, end + 2)  # "is the No", behind which stands ". 3 party"
    is_put_in = last.lemma in SPEAKING and last.dep == "acl:relcl" and last.i > head.i
    subject = own_subject(last) if is_put_in else None
    if subject is None or subject.i > last.i or words[subject.left_edge.i - 1].tag not in ("WDT", "WP"):
        return end
    return _next_mark(words, end)  # "what they say" of "about what they say is a war"


def _next_mark(words: Sequence[Word], place: int) -> int:
    """The place of the next mark from ``place`` on, or of the end of the sentence."""
    while place < len(words) and not (words[place].is_punct or words[place].is_sent_start):
        place += 1
    return place


def _own_tokens(head: Word, kinds: dict[int, ClauseKind]) -> set[int]:
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


def _goes_its_own_way(token: Word, head: Word, kinds: dict[int, ClauseKind]) -> bool:
    """Whether the words under ``token`` are a clause of their own at the edge of ``head``'s."""
    if (token.is_punct and token.text != "%") or token.dep in ("punct", "cc"):
        return True
    if token.dep in ("parataxis", "vocative", "discourse") and token.head.i == head.i:
        return True
    kind = kinds.get(token.i)
    if kind is None or kind is ClauseKind.COMPLEMENT or _tells_how_long(token):
        return False
    if kind is not ClauseKind.RELATIVE and token.head.i == head.i:
        return True
    return _closes(token, head, kinds) or token.left_edge.i == head.left_edge.i


def _tells_how_long(token: Word) -> bool:
    """ "Came *a few weeks after* it had closed": the measure says nothing without the clause."""
    opener = _measured_opener(token)
    return opener is not None and opener.words[opener.i - 1].dep in ("obl:unmarked", "obl:tmod", "obl:npmod", "obl")


def _measured_opener(token: Word) -> Word | None:
    """ "After" or "before" right behind a measure of time, at the head of the words under ``token``."""
    first = token.left_edge.i
    for opener in token.words[first : min(first + _FEWEST_BEFORE + 2, token.i)]:
        if opener.lower in ("after", "before"):
            before = opener.before
            is_measure = before is not None and (before.tag == "NNS" or before.lower in _SPANS)
            return opener if is_measure else None
    return None


def _closes(token: Word, head: Word, kinds: dict[int, ClauseKind]) -> bool:
    """Whether only marks, or another clause, follow the words under ``token`` among those under ``head``."""
    others = (child for child in head.rights if child.i > token.i and child.i in kinds)
    end = min((child.left_edge.i for child in others), default=head.right_edge.i + 1)
    after = head.words[token.right_edge.i + 1 : end]
    return len(after) < 6 and all(each.is_punct or each.is_space for each in after)


def _is_edge(token: Word, head: Word) -> bool:
    """Marks, conjunctions and openers that a clause does not need to be read alone."""
    if token.text in _TAGS and not token.has_space:
        return False
    if token.is_punct or token.is_space or token.dep in ("cc", "punct"):
        return True
    if token.lower == "that" and _joins(token):
        return True
    subject = own_subject(head)
    if token.lower == "that" and token.i < head.i and subject is not None and subject.i > token.i:
        opens = token.dep == "obj" and head.dep == "ccomp" and token.i == head.left_edge.i  # "reported *that* he left"
        return opens or token.dep not in ("det", "obj")
    opens = token.dep == "mark" or (token.dep == "advmod" and token.lower in ("where", "when", "however"))
    return opens and token.head.i == head.i


def _joins(that: Word) -> bool:
    """Whether "that" cannot point at the noun behind it, whatever the parse says: "that the country", "that mines"."""
    after = that.after
    if after is None or that.dep != "det":
        return False
    return after.tag in ("DT", "NNP", "NNPS", "PRP") or that.head.tag in ("NNS", "NNPS")


def _subject(head: Word, kind: ClauseKind, start: int) -> Word | None:
    subject = own_subject(head) or (_shared_subject(head) if kind is ClauseKind.COORDINATED else None)
    if subject is None and kind is ClauseKind.MAIN:
        subject = head.head if is_said_of_root(head) else _inverted(head)
    if subject is None or subject.lower not in RELATIVES:
        return subject
    relative = relative_in(head, start)
    if relative is not None and relative.i == subject.i:
        return antecedent_of(head, relative) or subject
    first = first_of(head)
    if subject.i < start and first.dep == "acl:relcl":
        return antecedent_of(head, subject) or subject
    if first.dep == "ccomp" and first.head.dep == "acl:relcl" and subject.i < first.head.i:
        return antecedent_of(first.head, subject) or subject  # "files *that* he says are old"
    is_of_noun = first.dep == "acl:relcl" and not is_predicate(first.head)
    return first.head if is_of_noun else subject


def _inverted(head: Word) -> Word | None:
    """The noun behind its copula: "Among them is the former cloister"."""
    copula = next((child for child in head.lefts if child.dep == "cop"), None)
    is_fronted = copula is not None and any(child.dep == "obl" and child.i < copula.i for child in head.lefts)
    return head if is_fronted and head.pos in ("NOUN", "PROPN") else None


def _shared_subject(head: Word) -> Word | None:
    token = head
    for _ in range(LONGEST_ROW):
        if token.dep != "conj":
            break
        token = token.head
        subject = own_subject(_behind_aside(token, head))
        if subject is not None:
            nearer = subjects_before(head, subject.end_char)
            # "police said *the man* had a rope but *was* not tied"
            return subject if agrees(subject, head) else next((each for each in nearer if agrees(each, head)), subject)
    governor = governor_of_row(head)
    return own_subject(governor) if governor.i != token.i else None


def subjects_before(head: Word, start: int) -> Iterator[Word]:
    """The subjects of other predicates between a character of the paragraph and a predicate, the nearest first."""
    for word in reversed(head.words[: head.i]):
        if word.start_char < start:
            return
        if word.dep in ("nsubj", "nsubj:pass") and word.head.i < head.i:
            yield word


def _behind_aside(relative: Word, head: Word) -> Word:
    """What a predicate behind a comma goes on from: not what stands between two commas, "CNN, *where he works*, but
    was stopped"."""
    joint = next((child for child in head.lefts if child.dep == "cc"), None)
    is_aside = relative.dep in ("acl:relcl", "advcl:relcl") and relative.left_edge.text == ","
    if not is_aside or joint is None or joint.before is None or joint.before.text != ",":
        return relative
    above = relative.head
    while above.dep != "ROOT" and not (is_predicate(above) and own_subject(above) is not None):
        above = above.head
    return above if own_subject(above) is not None else relative


def tokens_between(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    """The words of a clause, marks and spaces left out."""
    return (token for token in words[start:end] if not token.is_punct and not token.is_space)
