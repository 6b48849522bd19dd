"""What a claim's subject is called in full, where its clause has a pronoun or part of a name."""

from __future__ import annotations

from collections.abc import Sequence

from etl.records import Attribution, AttributionType, EntityLabel, Mention, MentionKind, SourceKind, SpanRole
from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import ClauseKind, own_subject
from etl.transform.claim.wording import noun_phrase
from etl.transform.lexicon import word_set
from etl.transform.word import Word

#: A source of more words does not stand in for a pronoun; pronouns do not either.
_LONGEST_SOURCE = 8
_NO_NAMES = word_set("it they he she we i you who which that this")


def full_names(mentions: Sequence[Mention]) -> dict[int, str]:
    """The fullest name of each chain: of a person the one with most words, of others the first."""
    names: dict[int, str] = {}
    for mention in mentions:
        if mention.kind is not MentionKind.NAME or mention.chain is None:
            continue
        known = names.setdefault(mention.chain, mention.name)
        if mention.label is EntityLabel.PERSON and mention.name.count(" ") > known.count(" "):
            names[mention.chain] = mention.name
    return names


def source_in_place_of(clause: Clause, attribution: Attribution | None) -> str | None:
    """The source behind "it" or "they" at the head of what it says: "The company said it would cut 1,200 jobs"."""
    if attribution is None or clause.subject is None or attribution.type is not AttributionType.INDIRECT:
        return None
    sources = list(attribution.of_role(SpanRole.SOURCE))
    is_main = clause.kind is ClauseKind.COMPLEMENT or clause.kind is ClauseKind.COORDINATED
    if len(sources) != 1 or not is_main or clause.subject.lower not in ("it", "they"):
        return None
    if clause.subject.lower == "it" and _equates(clause.head):
        return None
    words = sources[0].text
    if len(words.split()) > _LONGEST_SOURCE or words.lower() in _NO_NAMES:
        return None
    if clause.subject.lower == "they":
        is_plural = attribution.source_kind is SourceKind.GROUP or words.split()[-1].lower().endswith("s")
        return words if is_plural else None
    is_body = attribution.source_kind in (SourceKind.ORGANIZATION, SourceKind.OUTLET)
    return words if is_body else None


def _equates(head: Word) -> bool:
    """Whether "it" may stand for what is spoken of: the army said it *was an accident*."""
    is_noun = head.pos == "NOUN" and any(child.dep == "cop" for child in head.lefts)
    return is_noun and any(child.dep == "det" for child in head.lefts)


def subject_above(clause: Clause) -> str | None:
    """The name that "it" takes up from the clause around: "Apple closed the plant after it had lost money"."""
    subject, over = clause.subject, clause.head.head
    if subject is None or subject.lower != "it" or clause.kind not in (ClauseKind.ADVERBIAL, ClauseKind.COORDINATED):
        return None
    name = own_subject(over)
    if name is None or name.i > subject.i or name.pos != "PROPN" or name.label in ("", "PERSON"):
        return None
    return noun_phrase(name, over.i) if over.i > name.i else None
