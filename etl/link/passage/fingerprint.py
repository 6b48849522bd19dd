"""Fingerprints of five words in a row, and which of them go into the index.

Which fingerprints are kept depends on the article's own words alone (winnowing: Schleimer, Wilkerson and Aiken,
"Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003), so two articles that share a run of
``SHINGLE + WINDOW - 1`` words always share a kept fingerprint, whatever else is loaded and in whatever order.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from etl.link.background.frequency import bits_of
from etl.link.words import Words

#: Words of a fingerprint.
SHINGLE = 5
#: Of so many neighbouring fingerprints at least one is kept.
WINDOW = 4
#: Fingerprints that say less are everyday phrases ("one of the most important"), and are not kept.
LEAST_BITS = 36.0

_BASE = np.uint64(0x9E3779B97F4A7C15)


def shingles(words: Words) -> NDArray[np.uint64]:
    """The 64-bit hash of the five words from each place on; empty where the text is shorter."""
    count = len(words) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes = (hashes ^ words.keys[offset : offset + count]) * _BASE
        hashes ^= hashes >> np.uint64(29)
    return hashes


def select(words: Words) -> NDArray[np.int64]:
    """Fingerprints to index, without doubles, as PostgreSQL's signed 64-bit integers, in rising order."""
    hashes = shingles(words)
    if not len(hashes):
        return np.empty(0, dtype=np.int64)
    telling = sliding_window_view(bits_of(words.folded), SHINGLE).sum(axis=1) >= LEAST_BITS
    hashes = hashes[telling]
    if len(hashes) > WINDOW:
        hashes = sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes.astype(np.int64))
