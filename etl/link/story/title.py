"""A story's title: of the first day's headlines, the one that says most of what all headlines say.

What follows in the next days is told in headlines of its own: a minister is dismissed, a suspect is held. The story is
known by what happened first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from etl.link.background.frequency import rarity
from etl.link.story.vector import singular
from etl.link.words import fold_words

#: Headlines weighed, the earliest of the story.
WEIGHED = 24
#: So many of the earliest can be the title even if the first day had fewer: a single one may be odd.
FIRST = 3


def choose_title(headlines: Sequence[str], eligible: Collection[int] | None = None) -> int:
    """Index of the most central of the ``headlines`` (given in order of publication); the earliest of equals.

    Central is the one whose words, weighed by rarity, overlap most with those of the others. Only those
    at the indices ``eligible`` can be chosen, all by default. Raises ``ValueError`` where there is none.
    """
    if not headlines:
        raise ValueError("a story needs a headline to choose from")
    weighed = [_weigh(headline) for headline in headlines[:WEIGHED]]
    scores = [sum(_overlap(one, other) for other in weighed if other is not one) for one in weighed]
    open_to = [index for index in range(len(scores)) if eligible is None or index in eligible]
    return max(open_to, key=lambda index: (round(scores[index], 9), -index))


def _weigh(headline: str) -> dict[str, float]:
    return {singular(word): rarity(word) for word in fold_words(headline)}


def _overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Dice's coefficient, weighed."""
    whole = sum(one.values()) + sum(other.values())
    return 2 * sum(one[word] for word in one.keys() & other.keys()) / whole if whole else 0.0
