"""Batches of like lengths."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from etl.language.recipe.annotated import Annotated


def batches(sentences: Sequence[Annotated], words: int, rng: random.Random | None) -> Iterator[list[Annotated]]:
    """Batches of sentences of like length, in random order where `rng` is given."""
    ordered = sorted(sentences, key=lambda s: len(s.words) + (rng.random() * 4 if rng is not None else 0))
    groups: list[list[Annotated]] = []
    group: list[Annotated] = []
    for sentence in ordered:
        if group and (len(group) + 1) * len(sentence.words) > words:
            groups.append(group)
            group = []
        group.append(sentence)
    if group:
        groups.append(group)
    if rng is not None:
        rng.shuffle(groups)
    yield from groups
