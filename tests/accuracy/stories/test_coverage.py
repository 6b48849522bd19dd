"""Stories over several days, on the coverage that is kept beside these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.link.story import formation
from tests.accuracy.stories.corpora import read_coverage
from tests.accuracy.stories.scoring import Archive, b_cubed


@pytest.mark.parametrize(("half", "least"), [("choice", 0.95), ("kept", 0.95)])
def test_an_event_and_its_follow_ups_are_one_story_and_look_alikes_are_not(half: str, least: float) -> None:
    """Else a desk finds three stories for one flood, or one story for two bombings in a week."""
    articles = list(read_coverage(Path(), half))
    found = b_cubed(Archive(articles).stories(formation.THRESHOLD), [each.event for each in articles])
    assert found.f >= least
    assert found.precision >= 0.98


def test_every_event_is_told_by_several_outlets_beside_one_that_looks_alike() -> None:
    """What the scores rest on: no set is one event alone, and none is told by one paper."""
    for half in ("choice", "kept"):
        outlets: dict[str, set[str | None]] = {}
        for article in read_coverage(Path(), half):
            outlets.setdefault(article.event, set()).add(article.document.metadata.outlet)
        sets = [event.split("/")[0] for event in outlets]
        assert all(sets.count(each) >= 2 for each in sets)
        assert all(len(found) >= 2 for found in outlets.values())
