"""Whether two printings of an assertion are found to be one: 156 pairs by hand, of the samples and of well-known news.

``pairs.tsv``: ``same``, ``number`` (the same with another number), ``contradicts`` (the same, denied) and
``different`` (of one topic, but not the same). The pairs were written before the rules were tuned, and the rules were
tuned on them: the figures say what the rules can do, not what they do on unseen news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from etl.language import load_pipeline
from etl.link.claim.content import Content, fingerprints, read_content
from etl.link.claim.grouping import JOIN_FROM
from etl.link.claim.likeness import Stance, score, stance_of
from etl.transform.claim.clause import find_clauses
from etl.transform.claim.wording import predicate_of, subject_of
from etl.transform.parsed import Reader

pytestmark = pytest.mark.accuracy

STANCES = {"same": Stance.AGREES, "number": Stance.DIFFERS_IN_NUMBER, "contradicts": Stance.CONTRADICTS}


@dataclass(frozen=True)
class Judged:
    label: str
    one: Content
    two: Content

    @property
    def is_found(self) -> bool:
        return bool(fingerprints(self.one) & fingerprints(self.two)) and score(self.one, self.two) >= JOIN_FROM


@lru_cache(maxsize=1)
def read_pairs() -> list[Judged]:
    nlp, reader = load_pipeline(), Reader()

    def content(text: str) -> Content:
        paragraph = reader.read(0, nlp(text), text, 0)
        clauses = sorted(find_clauses(paragraph), key=lambda clause: clause.start - clause.end)
        if not clauses:
            return read_content(text)
        return read_content(text, subject=subject_of(clauses[0]), predicate=predicate_of(clauses[0]))

    rows = Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [Judged(label, content(one), content(two)) for label, one, two in (row.split("\t") for row in rows)]


def same() -> Iterator[Judged]:
    return (pair for pair in read_pairs() if pair.label != "different")


def test_the_same_assertion_is_found_and_another_is_not() -> None:
    found = [pair for pair in read_pairs() if pair.is_found]
    right = sum(pair.label != "different" for pair in found)
    precision, recall = right / len(found), right / len(list(same()))
    print(f"{len(read_pairs())} pairs: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.95
    assert recall >= 0.85


def test_what_is_found_is_marked_as_agreeing_differing_or_denied() -> None:
    found = [pair for pair in same() if pair.is_found]
    right = sum(stance_of(pair.two, pair.one) is STANCES[pair.label] for pair in found)
    print(f"stance right in {right} of {len(found)}")
    assert right >= 0.97 * len(found)


def test_the_order_of_a_pair_does_not_matter() -> None:
    assert all(score(pair.one, pair.two) == pytest.approx(score(pair.two, pair.one)) for pair in read_pairs())
