"""Scores claims and figures against the labelled sentences.

Run ``python -m tests.accuracy.claims.scoring`` for the table; ``--errors`` lists every miss and every false find;
``--heldout`` scores the sentences that no rule was mended by.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from etl.language import load_pipeline
from etl.records import Article, ClaimOccurrence, Figure, Polarity, Voice
from etl.transform.article import Transformer
from tests.accuracy.claims.labels import (
    FILE,
    HELD_OUT,
    LabelledClaim,
    LabelledFigure,
    LabelledSentence,
    read_sentences,
)

L = TypeVar("L", LabelledClaim, LabelledFigure)
F = TypeVar("F", ClaimOccurrence, Figure)

#: The least overlap in characters (Dice) of two ranges that are the same claim.
LOOSE, STRICT = 0.5, 0.8


@dataclass
class Score:
    """Counts of one measure."""

    found: int = 0
    labelled: int = 0
    hits: int = 0
    right: Counter[str] = field(default_factory=Counter)  # hits whose attribute agrees, by attribute
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.labelled if self.labelled else 0.0


def annotate(sentences: Sequence[LabelledSentence]) -> list[Article]:
    transformer = Transformer(load_pipeline())
    return [transformer.annotate_prose(sentence.text) for sentence in sentences]


def score_claims(sentences: Sequence[LabelledSentence], articles: Sequence[Article], least: float) -> Score:
    score = Score()
    for sentence, article in zip(sentences, articles, strict=True):
        score.found += len(article.claims)
        score.labelled += len(sentence.claims)
        for label, claim in _pairs(sentence.claims, article.claims, lambda a, b: _dice(a, b) >= least, score):
            score.hits += 1
            score.right["voice"] += ("attributed" in label.marks) == (claim.voice is Voice.ATTRIBUTED)
            score.right["polarity"] += ("negated" in label.marks) == (claim.polarity is Polarity.NEGATED)
            score.right["hedging"] += ("hedged" in label.marks) == claim.is_hedged
    return score


def score_figures(sentences: Sequence[LabelledSentence], articles: Sequence[Article]) -> Score:
    score = Score()
    for sentence, article in zip(sentences, articles, strict=True):
        score.found += len(article.figures)
        score.labelled += len(sentence.figures)
        for label, figure in _pairs(sentence.figures, article.figures, _is_same_figure, score):
            score.hits += 1
            score.right["kind"] += label.kind == figure.kind
            score.right["approximate"] += label.is_approximate == figure.is_approximate
            counted = label.what in (figure.counted or "-", figure.unit, figure.currency)
            score.right["counted"] += counted
            if not counted:
                score.errors.append(f"COUNTED  {label.what!r} read as {figure.counted!r}")
    return score


def _pairs(labels: Sequence[L], found: Sequence[F], is_same: Callable[[L, F], bool], score: Score) -> list[tuple[L, F]]:
    """Each label with the first find that is the same and no other label's."""
    free = list(found)
    pairs = []
    for label in labels:
        best = next((each for each in free if is_same(label, each)), None)
        if best is None:
            score.errors.append(f"MISSED   {label}")
            continue
        free.remove(best)
        pairs.append((label, best))
    score.errors.extend(f"FALSE    {each.span.text}" for each in free)
    return pairs


def _dice(label: LabelledClaim, claim: ClaimOccurrence) -> float:
    shared = min(label.end, claim.span.end_char) - max(label.start, claim.span.start_char)
    return 2 * max(shared, 0) / (label.end - label.start + len(claim.span.text))


def _is_same_figure(label: LabelledFigure, figure: Figure) -> bool:
    touches = figure.span.start_char < label.end and label.start < figure.span.end_char
    return touches and (figure.value, figure.value_high) == (label.value, label.value_high)


def table() -> str:
    sentences = read_sentences(HELD_OUT if "--heldout" in sys.argv else FILE)
    articles = annotate(sentences)
    rows = {
        "claims, Dice >= .5": score_claims(sentences, articles, LOOSE),
        "claims, Dice >= .8": score_claims(sentences, articles, STRICT),
        "figures, value right": score_figures(sentences, articles),
    }
    lines = [f"{'':22} {'found':>6} {'gold':>6} {'prec.':>6} {'recall':>6}  of the hits right"]
    for name, score in rows.items():
        shares = ", ".join(f"{what} {count / max(score.hits, 1):.2f}" for what, count in score.right.items())
        lines.append(
            f"{name:22} {score.found:6} {score.labelled:6} {score.precision:6.3f} {score.recall:6.3f}  {shares}"
        )
    if "--errors" in sys.argv:
        lines += rows["claims, Dice >= .5"].errors + rows["figures, value right"].errors
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
