"""Wordings gathered into claims: a pure function of the wordings and the scores of their pairs.

Single linkage would chain: A is like B, B like C, and C says something else. So two groups join, best pair first,
only while their members are alike on the whole: pairs without evidence count as unlike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

#: Two groups join from one good pair on ...
JOIN_FROM = 0.6
#: ... if the scores of all pairs across them have at least this mean.
LEAST_MEAN = 0.3
#: The score of two wordings that can't be one claim: no mean makes up for it.
APART = -1e6
#: Pairs below this are not kept.
KEEP_FROM = 0.45

Pair = tuple[int, int]


def group_forms(forms: Collection[int], scores: Mapping[Pair, float]) -> list[list[int]]:
    """The groups, each sorted, in the order of their smallest keys. Keys of pairs are in order too."""
    group_of = {form: {form} for form in forms}
    good = [(-score, pair) for pair, score in scores.items() if score >= JOIN_FROM]
    for _, (one, two) in sorted(good):
        left, right = group_of[one], group_of[two]
        if left is right:
            continue
        total = sum(scores.get((a, b) if a < b else (b, a), 0.0) for a in left for b in right)
        if total >= LEAST_MEAN * len(left) * len(right):
            left |= right
            for form in right:
                group_of[form] = left
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())
