"""Names gathered into things: a pure function of the names that evidence connects, whatever their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from etl.link.entity.evidence import Evidence

#: Evidence for two rivals this close in score decides for neither.
TIE = 0.1

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one piece of evidence."""

    pair: Pair
    is_merged: bool
    evidence: Evidence


def pair_of(one: str, two: str) -> Pair:
    """Two names in a fixed order."""
    return (one, two) if one < two else (two, one)


def group_names(
    names: Collection[str],
    evidence: Mapping[Pair, Evidence],
    conflict: Callable[[str, str], bool],
    split: Collection[Pair] = (),
) -> tuple[list[list[str]], list[Decision]]:
    """The groups (each sorted, in the order of their first names) and what was decided on each piece of evidence.

    A name that fits two rivals about equally well joins neither. ``split`` are pairs that a person has parted; the
    strongest evidence is followed first, and never into a group with a name that is in conflict.
    """
    parted = set(split)

    def at_odds(one: str, two: str) -> bool:
        return pair_of(one, two) in parted or conflict(one, two)

    undecided = _ties(evidence, at_odds)
    group_of = {name: {name} for name in names}
    decisions = []
    for pair, found in sorted(evidence.items(), key=lambda item: (-item[1].score, item[0])):
        one, two = (group_of[name] for name in pair)
        if pair in undecided:
            decisions.append(Decision(pair, False, Evidence(found.score, f"it fits two that differ: {found.reason}")))
        elif one is two:
            decisions.append(Decision(pair, True, found))
        elif _is_barred(pair, one, two, parted, conflict, by_hand=found.score > 1):
            decisions.append(
                Decision(pair, False, Evidence(found.score, f"a name between them is another's: {found.reason}"))
            )
        else:
            decisions.append(Decision(pair, True, found))
            one |= two
            for name in two:
                group_of[name] = one
    groups = {id(group): sorted(group) for group in group_of.values()}
    return sorted(groups.values()), decisions


def _is_barred(
    pair: Pair,
    one: Collection[str],
    two: Collection[str],
    parted: Collection[Pair],
    conflict: Callable[[str, str], bool],
    *,
    by_hand: bool,
) -> bool:
    """Whether the groups of a pair hold names that cannot be one's.

    Names that a person has joined to one of the pair, though they are in conflict with it, do not count.
    """
    if any(pair_of(a, b) in parted for a in one for b in two):
        return True
    if by_hand:
        return False
    left, right = pair if pair[0] in one else pair[::-1]
    return any(conflict(a, b) for a in one if not conflict(a, left) for b in two if not conflict(b, right))


def _ties(evidence: Mapping[Pair, Evidence], at_odds: Callable[[str, str], bool]) -> set[Pair]:
    """The evidence of names that fit two rivals about equally well."""
    fits: dict[str, list[tuple[float, str, Pair]]] = {}
    for pair, found in evidence.items():
        for name, other in (pair, pair[::-1]):
            fits.setdefault(name, []).append((found.score, other, pair))
    tied: set[Pair] = set()
    for targets in fits.values():
        targets.sort(reverse=True)
        for place, (score, one, pair) in enumerate(targets):
            for other_score, two, other_pair in targets[place + 1 :]:
                if score - other_score <= TIE and at_odds(one, two):
                    tied.update((pair, other_pair))
    return tied
