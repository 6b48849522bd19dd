"""Word vectors that take one byte a value on disk and in memory.

A table of floats for as many words would be four times as large, for differences that the
networks behind it can't see (they are trained on the rounded values).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.util import registry
from spacy.vectors import BaseVectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab

_FILE = "vectors.npz"


class QuantizedVectors(BaseVectors):  # type: ignore[misc]
    """One int8 row a word, with a float scale a column, found by the hash of the token's NORM.

    NORM folds case and maps curly marks to straight ones, so one row serves all writings. A word
    without a row gets zeros. `keys` are sorted hashes, shape (words,); `rows` has shape
    (words, width); `scales` has shape (width,).
    """

    attr = NORM
    mode = "quantized"

    def __init__(self, strings: StringStore | None = None, name: str | None = None) -> None:
        self.strings = strings if strings is not None else StringStore()
        self.name = name or "en_newstrace.vectors"
        self._set(
            np.zeros((0,), dtype=np.uint64),
            np.zeros((0, 0), dtype=np.int8),
            np.zeros((0,), dtype=np.float32),
        )

    def _set(
        self,
        keys: npt.NDArray[np.uint64],
        rows: npt.NDArray[np.int8],
        scales: npt.NDArray[np.float32],
    ) -> None:
        order = np.argsort(keys)
        self.keys = keys[order]
        self.rows = rows[order]
        self.scales = scales

    @classmethod
    def from_floats(cls, keys: npt.NDArray[np.uint64], values: npt.NDArray[np.float32]) -> QuantizedVectors:
        """Round a float table of shape (words, width), each column to its own scale.

        A column's scale covers four standard deviations; what lies outside is clipped.
        """
        scales = np.maximum(4.0 * values.std(axis=0), 1e-6).astype(np.float32) / np.float32(127)
        rows = np.clip(np.rint(values / scales), -127, 127).astype(np.int8)
        vectors = cls()
        vectors._set(keys, rows, scales)
        return vectors

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, QuantizedVectors)
            and np.array_equal(self.keys, other.keys)
            and np.array_equal(self.rows, other.rows)
        )

    def __hash__(self) -> int:
        return id(self)

    @property
    def shape(self) -> tuple[int, int]:
        return int(self.rows.shape[0]), int(self.rows.shape[1])

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def vectors_length(self) -> int:
        return self.shape[1]

    @property
    def size(self) -> int:
        return self.shape[0] * self.shape[1]

    @property
    def n_keys(self) -> int:
        return self.shape[0]

    @property
    def is_full(self) -> bool:
        return True

    def get_batch(self, keys: Any) -> npt.NDArray[np.float32]:
        """Vectors of token NORM hashes, shape (tokens, width); zeros for unknown words."""
        hashes = np.asarray(
            [self.strings.add(k) if isinstance(k, str) else k for k in keys] if isinstance(keys, list) else keys,
            dtype=np.uint64,
        )
        if not len(self.keys):
            return np.zeros((len(hashes), self.shape[1]), dtype=np.float32)
        places = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
        found = self.keys[places] == hashes
        values = self.rows[places].astype(np.float32) * self.scales
        values[~found] = 0.0
        return cast("npt.NDArray[np.float32]", np.ascontiguousarray(values))

    def __getitem__(self, key: int | str) -> npt.NDArray[np.float32]:
        number = self.strings[key] if isinstance(key, str) else key
        return cast("npt.NDArray[np.float32]", self.get_batch(np.asarray([number], dtype=np.uint64))[0])

    def __contains__(self, key: int | str) -> bool:
        number = self.strings[key] if isinstance(key, str) else key
        place = int(np.searchsorted(self.keys, np.uint64(number)))
        return place < len(self.keys) and int(self.keys[place]) == int(number)

    def to_disk(self, path: str | Path, **_: Any) -> None:
        with (Path(path) / _FILE).open("wb") as file:
            np.savez(file, keys=self.keys, rows=self.rows, scales=self.scales)

    def from_disk(self, path: str | Path, **_: Any) -> QuantizedVectors:
        file = Path(path) / _FILE
        if file.exists():
            with np.load(file, allow_pickle=False) as arrays:
                self._set(arrays["keys"], arrays["rows"], arrays["scales"])
        return self


@registry.vectors("newstrace.QuantizedVectors.v1")  # type: ignore[untyped-decorator]
def create_quantized_vectors(path: str | None = None) -> Callable[[Vocab], QuantizedVectors]:
    """`path`: a folder to read while a pipeline is trained; a packaged one reads its own."""

    def make(vocab: Vocab) -> QuantizedVectors:
        vectors = QuantizedVectors(strings=vocab.strings)
        return vectors.from_disk(path) if path else vectors

    return make
