"""How much a claim invites a check, with the reasons: a sum of plain signals, so that anybody can follow it.

The signals are those that claim-detection work finds to matter most (figures, names, events told in the past tense,
comparison: ClaimBuster, Hassan et al. 2017); the weights are set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.records import EntityLabel, Polarity
from etl.transform.claim.clause import Clause
from etl.transform.claim.stance import has_idle_subject, is_future
from etl.transform.lexicon import word_set
from etl.transform.word import Word

_BASE: Final = 0.3
_CAUSAL: Final = word_set("cause lead result kill destroy create increase decrease reduce rise fall double cut raise")
_PAST_HELPERS: Final = word_set("was were had has have did 've ’ve 'd ’d")
_PRONOUNS: Final = word_set("he she they we i you it this that these those")


def score_claim(
    clause: Clause, labels: frozenset[EntityLabel], figures: int, polarity: Polarity, hedge: str | None
) -> tuple[float, tuple[str, ...]]:
    """A score from 0 to 1 and what it rests on; ``labels`` are those of the names in the clause."""
    signals = list(_signals(clause, labels, figures, polarity, hedge))
    score = _BASE + sum(weight for weight, _ in signals)
    return round(min(max(score, 0.0), 1.0), 2), tuple(reason for _, reason in signals)


def _signals(
    clause: Clause, labels: frozenset[EntityLabel], figures: int, polarity: Polarity, hedge: str | None
) -> Iterator[tuple[float, str]]:
    head = clause.head
    if figures:
        yield 0.25, "gives a figure"
    if labels:
        yield 0.1, "names somebody or something"
    if clause.subject is not None and clause.subject.lower not in _PRONOUNS and clause.subject.label:
        yield 0.1, "its subject is named"
    if _is_past(head) and not is_future(clause):
        yield 0.1, "tells what happened"
    if any(_compares(token) for token in head.words[clause.start : clause.end]):
        yield 0.1, "compares"
    if head.lemma in _CAUSAL:
        yield 0.1, "tells a cause or a change"
    if polarity is Polarity.NEGATED:
        yield 0.05, "denies something"
    if hedge is not None:
        yield -0.1, "is hedged"
    if is_future(clause):
        yield -0.15, "is about what will be"
    if has_idle_subject(clause):
        yield -0.1, "its subject is left open"
    if clause.end - clause.start < 5:
        yield -0.1, "says little"


def _is_past(head: Word) -> bool:
    """Whether the predicate has a past tense or the perfect: "is meant" has neither."""
    helpers = [child for child in head.children if child.dep in ("aux", "aux:pass", "cop")]
    if not helpers:
        return head.tag in ("VBD", "VBN")
    return any(each.lower in _PAST_HELPERS for each in helpers)


def _compares(token: Word) -> bool:
    """Whether a word measures one thing against another; "at least" and "more than" measure a number."""
    if token.tag not in ("JJR", "JJS", "RBR", "RBS"):
        return False
    before, after = token.before, token.after
    if token.lower in ("least", "most", "latest", "best") and before is not None and before.lower in ("at", "the"):
        return token.lower != "least" and token.dep != "nmod"
    is_before_than = after is not None and after.lower == "than"
    return is_before_than or token.head.dep in ("ROOT", "xcomp", "advmod", "acl")
