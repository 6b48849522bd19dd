"""Whether two names are taken for one thing's: 240 pairs by hand, half of them of two things.

The pairs were chosen for what is hard (relatives, brothers in name, neighbours in the alphabet; transliterations,
nicknames, initials, acronyms), so that the figures are lower bounds for everyday names.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from etl.link.entity.evidence import blocks, judge, sought
from etl.link.entity.name import fold_name

pytestmark = pytest.mark.accuracy


@dataclass(frozen=True)
class NamePair:
    is_same: bool
    name_class: str
    one: str
    two: str

    @property
    def is_joined(self) -> bool:
        """Whether the link stage would join the two, given nothing else."""
        nodes = [fold_name(name, self.name_class) for name in (self.one, self.two)]
        if nodes[0] == nodes[1]:
            return True
        met = set(blocks(self.name_class, nodes[0])) & set(sought(self.name_class, nodes[1]))
        return bool(met) and judge(self.name_class, *nodes) is not None


def read_pairs() -> list[NamePair]:
    rows = Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines()
    fields = (row.split("\t") for row in rows)
    return [NamePair(label == "same", name_class, one, two) for label, name_class, one, two in fields]


def test_names_of_one_are_joined_and_names_of_two_are_not() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 200
    joined = [pair for pair in pairs if pair.is_joined]
    right = sum(pair.is_same for pair in joined)
    precision, recall = right / len(joined), right / sum(pair.is_same for pair in pairs)
    print(f"{len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}")
    for pair in pairs:
        if pair.is_joined != pair.is_same:
            print(pair)
    assert precision >= 0.99
    assert recall >= 0.95
