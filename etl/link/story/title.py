"""A story's title: the headline that says most of what the others say."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.background.frequency import rarity
from etl.link.story.vector import singular
from etl.link.words import fold_words

#: Headlines weighed, the earliest of the story.
WEIGHED = 24


def choose_title(headlines: Sequence[str]) -> int:
    """Index of the most central of the ``headlines`` (given in order of publication); the earliest of equals.

    Central is the one whose words, weighed by rarity, overlap most with those of the others. Raises ``ValueError``
    where there is none.
    """
    if not headlines:
        raise ValueError("a story needs a headline to choose from")
    weighed = [_weigh(headline) for headline in headlines[:WEIGHED]]
    scores = [sum(_overlap(one, other) for other in weighed if other is not one) for one in weighed]
    return max(range(len(scores)), key=lambda index: (round(scores[index], 9), -index))


def _weigh(headline: str) -> dict[str, float]:
    return {singular(word): rarity(word) for word in fold_words(headline)}


def _overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Dice's coefficient, weighed."""
    whole = sum(one.values()) + sum(other.values())
    return 2 * sum(one[word] for word in one.keys() & other.keys()) / whole if whole else 0.0
