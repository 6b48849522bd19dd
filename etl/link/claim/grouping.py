"""What wordings assert gathered into claims: a pure function of their senses and the scores of pairs.

Single linkage would chain: A is like B, B like C, and C says something else. So two groups join, best pair first,
only while their members are alike on the whole: pairs without evidence count as unlike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.link.claim.sense import Sense

#: Two groups join from one good pair on ...
JOIN_FROM = 0.6
#: ... if the scores of all pairs across them have at least this mean.
LEAST_MEAN = 0.2
#: The score of two senses that can't be one claim: no mean makes up for it.
APART = -1e6
#: The same words in two stories do not join these, nor do they speak against it where a fuller wording joins both.
_SAME_WORDS = JOIN_FROM - 0.01
#: Pairs below this are not kept.
KEEP_FROM = 0.45

#: The keys of two wordings, in order.
Pair = tuple[int, int]
#: Senses of two wordings, in the order of their wordings' keys.
SensePair = tuple[Sense, Sense]


def group_senses(senses: Sequence[Sense], scores: Mapping[SensePair, float]) -> list[list[Sense]]:
    """The groups, in the order of their first members; ``senses`` come in the order that settles ties."""
    place = {sense: i for i, sense in enumerate(senses)}
    ranked = {_in_order(place[one], place[other]): score for (one, other), score in scores.items()}

    def evidence(one: int, other: int) -> float:
        found = ranked.get(_in_order(one, other))
        if found is not None:
            return found
        return _SAME_WORDS if senses[one].form_key == senses[other].form_key else 0.0

    group_of = [{i} for i in range(len(senses))]
    for _, (one, other) in sorted((-score, pair) for pair, score in ranked.items() if score >= JOIN_FROM):
        left, right = group_of[one], group_of[other]
        if left is right:
            continue
        if sum(evidence(a, b) for a in left for b in right) >= LEAST_MEAN * len(left) * len(right):
            left |= right
            for each in right:
                group_of[each] = left
    groups = {id(group): sorted(group) for group in group_of}
    return [[senses[i] for i in group] for group in sorted(groups.values())]


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
