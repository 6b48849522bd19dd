"""An attribution while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.transform.attribution.phrase import Source
from etl.transform.attribution.tree import Tree
from etl.transform.quotation import Quotation

Chars = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """``content`` in characters of the document; ``cue`` is a range of tokens of ``tree`` (end exclusive).

    ``quotations`` are ordinals of those that the content holds.
    """

    tree: Tree
    rule: str
    cue: tuple[int, int] | None
    lemma: str | None
    content: list[Chars]
    source: Source | None
    confidence: float = 0.0
    quotations: list[int] = field(default_factory=list)
    head: int | None = None  # the token of the cue that governs its arguments
    is_denied: bool = False
    carrier: Draft | None = None  # the statement that rests on this one
    marked: list[Quotation] = field(default_factory=list)  # a headline's own, which are no quotations of the article

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    def covers(self, char: int) -> bool:
        return any(start <= char < end for start, end in self.content)
