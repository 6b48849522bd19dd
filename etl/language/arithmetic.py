"""Which library multiplies the networks' matrices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from thinc.api import use_ops


@contextmanager
def numpy_blas() -> Iterator[None]:
    """Networks that are made inside multiply with NumPy's BLAS.

    thinc's own choice, BLIS, comes without kernels for AVX-512: on such processors NumPy's OpenBLAS
    does the same products three times as fast, and the whole pipeline runs 1.6 times as fast.
    """
    with use_ops("numpy", use_blis=False):
        yield
