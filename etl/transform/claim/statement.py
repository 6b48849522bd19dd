"""A claim put so that it can be read alone, as in a table far from its article.

The words are the article's. What they leave to the words around them (which, he, a subject shared with another clause)
is named in square brackets, as editors do; so is that somebody denies it. Words that only tie a sentence to the one
before it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from etl.records import Span
from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import ClauseKind
from etl.transform.claim.relative import antecedent_of, relative_in
from etl.transform.claim.stance import NEGATIONS, denial_of, shares_negation
from etl.transform.claim.wording import noun_phrase
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_PLACES: Final = frozenset(("GPE", "LOC"))
_AREAS: Final = word_set(
    "region city province country state town village area valley county district island world war case year"
)
_AT: Final = word_set("in at on inside near outside within")
#: Openers that join a sentence to the one before it and say nothing themselves.
_CONNECTIVES: Final = word_set(
    """accordingly additionally also besides consequently conversely finally first firstly fourth furthermore hence
    however incidentally indeed instead lastly likewise meanwhile moreover nevertheless nonetheless otherwise overall
    second secondly similarly so still then therefore third thirdly thus yet actually anyway naturally basically rather
    admittedly granted and but or yes no well"""
) | frozenset(
    (
        "in fact",
        "in reality",
        "in other words",
        "in addition",
        "in short",
        "in particular",
        "in turn",
        "in sum",
        "for example",
        "for instance",
        "for one thing",
        "as a result",
        "at the same time",
        "on the other hand",
        "on the one hand",
        "of course",
        "after all",
        "above all",
        "that is",
        "to be sure",
        "what is more",
    )
)
_TOLD_BEFORE: Final = re.compile(
    r"as (?:i |we )?(?:was |has been |have |had |already |previously )*"
    r"(?:noted|stated|mentioned|reported|said|described|explained|discussed|shown|written)(?: \w+){0,3}",
    re.I,
)
#: What stands for a relative word whose noun is not known.
_LOOSE: Final = {"which": "[this]", "where": "[there]"}
#: "Where" has a noun, and perhaps a comma, before it.
_FEWEST_BEFORE: Final = 3
#: What grants the statement behind it and adds nothing.
_GRANTED: Final = re.compile(
    r"^it(?:['’]s| is| was) (?:also )?(?:true|a fact|no secret|no surprise|well known|common knowledge) that ", re.I
)
#: What hangs a clause on another one, where the parser did not see that it does.
_SUBORDINATE: Final = re.compile(
    r"^(?:(?:just|even|only|shortly|simply|partly|largely|mainly|mostly|precisely) )?"
    r"(?:after|before|although|though|while|whilst|because|since|upon|as) "
    r"(?=\[?\w+\]? \w)",
    re.I,
)
_HELPER: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|which|that|who)$")
#: What follows a surname.
_SUFFIX: Final = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")
_MARKS: Final = ('"', "“", "”", "''")
_OPENER: Final = re.compile(r"([^,]{2,40}),\s+")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters ``start`` to ``end`` of the paragraph give way to ``words``."""

    start: int
    end: int
    words: str


def word_statement(
    clause: Clause, span: Span, offset: int, name: str | None, asides: Sequence[tuple[int, int]] = ()
) -> str:
    """The claim in ``span`` of the paragraph at ``offset``, to be read alone.

    ``name`` is what the article calls the subject in full where the clause has a pronoun or less of the name for it;
    ``asides`` are characters of the document that only tell who says it.
    """
    tags = [_without_tag(clause, span, start, end, offset) for start, end in asides]
    edits = sorted([*_edits(clause, name, span.start_char - offset), *tags], key=lambda edit: (edit.start, edit.end))
    text, place = "", span.start_char
    for edit in edits:
        start, end = edit.start + offset, edit.end + offset
        if start < place or end > span.end_char:
            continue
        text += span.text[place - span.start_char : start - span.start_char] + edit.words
        place = end
    text += span.text[place - span.start_char :]
    if clause.kind is ClauseKind.ADVERBIAL and clause.head.words[clause.start].dep != "case":
        text = _SUBORDINATE.sub("", text, 1)
    denial = denial_of(clause)
    return _polished(text) if denial is None else f"[{denial.capitalize()}:] {_polished(text)}"


def _without_tag(clause: Clause, span: Span, start: int, end: int, offset: int) -> _Edit:
    """A space for a tag in the middle of a claim, with the marks that it parted; behind its verb a comma stays."""
    first, last = start - span.start_char, end - span.start_char
    if span.text[max(first - 1, 0) : first] in _MARKS and span.text[last : last + 1] in _MARKS:
        return _Edit(start - 1 - offset, end + 1 - offset, " ")
    is_before_verb = end - offset <= clause.head.start_char or _HELPER.search(span.text, 0, first) is not None
    return _Edit(start - offset, end - offset, " " if is_before_verb else ", ")


def _edits(clause: Clause, name: str | None, opening: int) -> list[_Edit]:
    """What is put in; the claim's words begin at character ``opening`` of the paragraph, perhaps behind a tag."""
    first = clause.head.words[clause.start]
    relative = relative_in(clause.head, clause.start)
    is_loose = first.lower == "which" or (first.lower == "where" and clause.kind is not ClauseKind.MAIN)
    if relative is not None or is_loose:
        loose = _Edit(first.start_char, first.end_char, _LOOSE.get(first.lower, ""))
        return [loose] if relative is None else _of_relative(clause, relative)
    subject = clause.subject
    if subject is None:
        return []
    place = _place_of(clause)
    if place is not None:
        named = [] if name is None else [_named(subject, name)]
        return [_Edit(first.start_char, first.start_char, f"[{place},] "), *named]
    if subject.i < clause.start or subject.i >= clause.end:
        start = max(first.start_char, opening)
        return [_Edit(start, start, f"[{_shared(clause, subject, name)}] ")]
    return [] if name is None else [_named(subject, name)]


def _place_of(clause: Clause) -> str | None:
    """Where it holds, if the clause began with "where", which is no part of it."""
    start, head = clause.start, clause.head
    if clause.kind not in (ClauseKind.RELATIVE, ClauseKind.ADVERBIAL) or start < _FEWEST_BEFORE:
        return None
    second, before, where = head.words[start - 3 : start]
    before = second if before.is_punct else before
    is_of_noun = where.lower == "where" and before.pos in ("NOUN", "PROPN")
    noun = antecedent_of(head, where) if is_of_noun else None
    return None if noun is None else f"{_preposition(noun)} {noun_phrase(noun, where.i)}"


def _of_relative(clause: Clause, relative: Word) -> list[_Edit]:
    noun = antecedent_of(clause.head, relative)
    what = "this" if noun is None else noun_phrase(noun, relative.i)
    start, end = relative.start_char, relative.end_char
    if relative.lower == "where":
        if noun is None:
            return [_Edit(start, end, "[there]")]
        return [_Edit(start, end, f"[{_preposition(noun)} {what},]")]
    if relative.lower == "whose":
        return [_Edit(start, end, f"[{what}{_possessive(what)}]")]
    has_preposition = any(child.dep == "case" and child.i < relative.i for child in relative.children)
    if relative.dep in ("obj", "iobj", "obl") and not has_preposition and relative.head.i >= clause.head.i:
        verb = _end_of_verb(relative.head)
        return [_Edit(start, end, ""), _Edit(verb, verb, f" [{what}]")]
    return [_Edit(start, end, f"[{what}]")]


def _preposition(noun: Word) -> str:
    own = next((child.lower for child in noun.children if child.dep == "case"), None)
    if own in _AT and own is not None:
        return own
    is_place = noun.label in _PLACES or noun.lower in _AREAS or (noun.pos == "PROPN" and noun.label != "FAC")
    return "in" if is_place else "at"


def _possessive(words: str) -> str:
    return "’" if words.endswith("s") else "’s"


def _end_of_verb(verb: Word) -> int:
    particle = next((child for child in verb.children if child.dep == "compound:prt" and child.i == verb.i + 1), verb)
    return particle.end_char


def _shared(clause: Clause, subject: Word, name: str | None) -> str:
    """A subject outside the clause, with the auxiliaries that are shared as well: "would cut jobs and [...] close"."""
    words = name if name is not None else noun_phrase(subject, clause.start)
    head = clause.head
    if shares_negation(clause):
        return " ".join([words, *_helpers(head.head)])
    has_own = any(child.dep in ("aux", "aux:pass", "cop") and child.i < head.i for child in head.children)
    first = head.head if clause.kind is ClauseKind.COORDINATED else head
    if has_own or head.tag not in ("VB", "VBG", "VBN") or first.tag != head.tag:
        return words
    return " ".join([words, *(each for each in _helpers(first) if each.lower() not in NEGATIONS)])


def _helpers(verb: Word) -> list[str]:
    """The auxiliaries of a verb and what negates it, as they stand: "has", "not"."""
    return [
        child.text
        for child in verb.lefts
        if (child.dep in ("aux", "aux:pass") and child.text[:1].isalpha()) or child.lower in NEGATIONS
    ]


def _named(subject: Word, name: str) -> _Edit:
    """The subject's name in place of a pronoun, in addition to a noun or the first person, in full for a part of it."""
    start, end = subject.start_char, subject.end_char
    if subject.pos == "PRON" and subject.lower not in ("i", "we"):
        return _Edit(start, end, f"[{name}]")
    whole = _SUFFIX.sub("", name)
    if subject.pos == "PROPN" and whole.endswith((f" {subject.text}", f"-{subject.text}")):
        rest = whole[: -len(subject.text)]
        return _Edit(start, start, f"[{rest.strip()}]" + " " * rest.endswith(" "))
    return _Edit(end, end, f" [{name}]")


def _polished(text: str) -> str:
    """Single spaces, no opener that points back, no mark without its partner, a capital first."""
    text = _SPACE.sub(" ", text).strip()
    for _ in range(2):
        opener = _OPENER.match(text)
        said = opener.group(1).lower() if opener else ""
        if opener is None or not (said in _CONNECTIVES or _TOLD_BEFORE.fullmatch(said)):
            break
        text = text[opener.end() :]
    text = _without_lone_marks(_GRANTED.sub("", text))
    first = next((place for place, char in enumerate(text[:2]) if char.isalpha()), None)
    is_word = first is not None and text[first : first + 4].islower()
    if first is not None and (is_word or text[first].islower()):
        text = text[:first] + text[first].upper() + text[first + 1 :]
    return text


def _without_lone_marks(text: str) -> str:
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = _drop_unpaired(text, opening, closing)
    return text.replace('"', "") if text.count('"') % 2 else text


def _drop_unpaired(text: str, opening: str, closing: str) -> str:
    opened: list[int] = []
    lone: set[int] = set()
    for place, char in enumerate(text):
        if char == opening:
            opened.append(place)
        elif char == closing and opened:
            opened.pop()
        elif char == closing:
            lone.add(place)
    lone.update(opened)
    return "".join(char for place, char in enumerate(text) if place not in lone).strip()
