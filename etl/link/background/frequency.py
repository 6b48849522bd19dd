"""Look-up in the background table.

The usual weight of a word, idf, counts the documents that hold it, so every new article changes the likeness of all
others, and the groups depend on the order of arrival. The counts here are fixed instead: they ship with the package
(``words.tsv``; ``recipe.py`` made it).
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

#: Occurrences in a million words that an unlisted word is taken to have.
UNLISTED_PER_MILLION = 0.5
#: Numbers are many, and each is rare, but which one it is says little: dates and counts are in every article.
NUMBER_BITS = 10.0
#: Words of a typical article: turns the rate of a word into the share of the articles that hold it.
ARTICLE_WORDS = 400


@lru_cache(maxsize=1)
def _per_million() -> dict[str, float]:
    table = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: float(rate) for word, rate in rows}


@lru_cache(maxsize=1 << 17)
def bits(word: str) -> float:
    """The information of a folded word, in bits: 4 for ``the``, 10 for a number, 21 for a word that the table lacks."""
    if word.isdecimal():
        return NUMBER_BITS
    return -math.log2(_per_million().get(word, UNLISTED_PER_MILLION) / 1e6)


@lru_cache(maxsize=1 << 17)
def rarity(word: str) -> float:
    """The background idf of a folded word: minus the logarithm of the share of articles that hold it, from 0."""
    rate = _per_million().get(word, UNLISTED_PER_MILLION) / 1e6
    return -math.log(-math.expm1(ARTICLE_WORDS * math.log1p(-rate)))


def bits_of(words: tuple[str, ...]) -> NDArray[np.float64]:
    """``bits`` of each word."""
    return np.fromiter(map(bits, words), dtype=np.float64, count=len(words))
