"""Scores found relations against gold ones.

A hit: the contents overlap with Dice >= a threshold in characters; it is a hit *with speaker* where the sources
overlap too, or neither side names one. Relations are matched one to one, best Dice first. Precision leaves out found
relations that are nested in another: the gold annotates the outermost only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.accuracy.attribution.relation import Relation, characters, quotation_type

TYPES = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Match:
    found: Relation
    gold: Relation
    dice: float
    has_speaker: bool


@dataclass
class Score:
    """Counts over articles at one threshold."""

    threshold: float
    found: int = 0
    hits: int = 0
    hits_with_speaker: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    gold_hits: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.hits / max(self.found, 1)

    @property
    def precision_with_speaker(self) -> float:
        return self.hits_with_speaker / max(self.found, 1)

    def recall(self, kind: str) -> float:
        """Recall with speaker of the gold relations of one type."""
        return self.gold_hits[kind] / max(self.gold[kind], 1)


def match(found: Sequence[Relation], gold: Sequence[Relation], threshold: float) -> list[Match]:
    """The one-to-one matches of an article, best Dice first (then those whose sources overlap)."""
    found_sets = [(characters(each.content), characters(each.source)) for each in found]
    gold_sets = [(characters(each.content), characters(each.source)) for each in gold]
    pairs: list[tuple[float, bool, int, int]] = []
    for i, (content, source) in enumerate(found_sets):
        for j, (gold_content, gold_source) in enumerate(gold_sets):
            shared = len(content & gold_content)
            dice = 2 * shared / (len(content) + len(gold_content)) if shared else 0.0
            if dice >= threshold:
                has_speaker = bool(source & gold_source) or not (source or gold_source)
                pairs.append((dice, has_speaker, i, j))
    pairs.sort(key=lambda pair: (-pair[0], not pair[1], pair[2], pair[3]))
    used_found: set[int] = set()
    used_gold: set[int] = set()
    matches: list[Match] = []
    for dice, has_speaker, i, j in pairs:
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            matches.append(Match(found[i], gold[j], dice, has_speaker))
    return matches


def score(articles: Iterable[tuple[str, Sequence[Relation], Sequence[Relation]]], threshold: float) -> Score:
    """Over articles of ``(text, found, gold)``."""
    total = Score(threshold)
    for text, found, gold in articles:
        outer = [each for each in found if not each.is_nested]
        matches = match(outer, gold, threshold)
        total.found += len(outer)
        total.hits += len(matches)
        total.hits_with_speaker += sum(each.has_speaker for each in matches)
        total.gold.update(quotation_type(text, each.content) for each in gold)
        total.gold_hits.update(quotation_type(text, each.gold.content) for each in matches if each.has_speaker)
    return total


def table(scores: Iterable[tuple[str, Score]]) -> str:
    """A Markdown table, one row a system and threshold."""
    lines = [
        "| system | Dice | found | precision content | precision with speaker | recall with speaker: direct | mixed | "
        "indirect |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for system, each in scores:
        recalls = " | ".join(f"{each.recall(kind):.3f}" for kind in TYPES)
        lines.append(
            f"| {system} | {each.threshold} | {each.found} | {each.precision:.3f} "
            f"| {each.precision_with_speaker:.3f} | {recalls} |"
        )
    return "\n".join(lines)
