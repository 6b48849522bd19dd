"""No article comes from itself: where steps lead round in a circle, the weakest of them gives way.

Two outlets can credit each other, and without times shared prose tells no order; each step alone may be sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from etl.link.origin.derivation import Derivation, Lineage
from etl.link.origin.evidence import Story


def without_circles(story: Story, lineage: Lineage) -> Lineage:
    """The same lineage without the steps that lead an article back to itself.

    A step that gives way keeps the outlet that it names, and loses its article; shared prose names no outlet, and goes.
    """
    kept = dict(lineage.derivations)
    while circle := _circle(story, kept):
        weakest = min(circle, key=lambda each: _strength(story, each))
        kept[weakest.article_id] = [cut for each in kept[weakest.article_id] if (cut := _cut(each, weakest))]
    return replace(lineage, derivations=kept)


def _cut(step: Derivation, weakest: Derivation) -> Derivation | None:
    if step is not weakest:
        return step
    return None if step.source_outlet_id is None else replace(step, source_article_id=None)


def _circle(story: Story, steps: Mapping[int, list[Derivation]]) -> list[Derivation]:
    """The steps of one circle, none where there is no circle; the same one whatever order articles came in."""
    order = sorted(story.articles, key=story.order)
    sources: dict[int, list[int]] = {}
    for article_id in sorted(steps, key=story.order):
        named = {step.source_article_id for step in steps[article_id]}
        sources[article_id] = [each for each in order if each in named]
    try:
        TopologicalSorter(sources).prepare()
    except CycleError as error:
        around: list[int] = error.args[1]
        return [step for source, later in pairwise(around) for step in steps[later] if step.source_article_id == source]
    return []


def _strength(story: Story, step: Derivation) -> tuple[object, ...]:
    source = step.source_article_id
    assert source is not None
    return step.confidence, step.is_main, story.order(step.article_id), story.order(source)
