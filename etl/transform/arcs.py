"""The tree of a paragraph while its arcs are being mended: each word's head is a place in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.transform.lexicon import word_set

DAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow")
SUBJECTS: Final = frozenset(["nsubj", "nsubj:pass"])
#: Tags of verbs that have a tense of their own.
FINITE: Final = frozenset(["VBD", "VBZ", "VBP"])


def hangs_on(place: int, above: int, heads: Sequence[int]) -> bool:
    """Whether a word is another one or stands under it."""
    while place != above:
        if heads[place] == place:
            return False
        place = heads[place]
    return True
