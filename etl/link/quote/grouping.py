"""Wordings gathered into quotes: a pure function of the wordings and the evidence between them.

Strong wordings that are alike are one quote. A weak one (too short to identify an utterance) never joins two: it
hangs on the fuller wording that it fits best, its *parent*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etl.link.quote.form import Form
from etl.link.quote.likeness import score


@dataclass(frozen=True, slots=True)
class Hold:
    """The parent that a weak wording hangs on, and how well it fits."""

    parent: int
    score: float


def fit(one: Form, two: Form) -> float | None:
    """How surely two wordings are one utterance's; ``None`` where they are not."""
    return score(one.words, one.speaker, two.words, two.speaker)


def is_fuller(form: Form, other: Form) -> bool:
    """Whether ``other``, if it is weak, may hang on ``form``."""
    return (form.is_strong, len(form.words), form.key) > (other.is_strong, len(other.words), other.key)


def rank(hold: Hold, forms: Mapping[int, Form]) -> tuple[bool, float, int, int]:
    """Sorts a better parent after a worse one: strong, well fitting, short of surplus words."""
    parent = forms[hold.parent]
    return parent.is_strong, hold.score, -len(parent.words), parent.key


def better(one: Hold | None, two: Hold, forms: Mapping[int, Form]) -> Hold:
    """The better of two holds of one wording."""
    return two if one is None or rank(two, forms) > rank(one, forms) else one


class Unions:
    """Keys that have been joined; each set is known by its smallest key."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def find(self, key: int) -> int:
        root = key
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(key, key)) != root:
            self._parent[key] = root
            key = above
        return root

    def join(self, keys: Iterable[int]) -> None:
        roots = sorted({self.find(key) for key in keys})
        for root in roots[1:]:
            self._parent[root] = roots[0]
