"""Where figures are looked for: a paragraph's lexemes, and the signs around a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from etl.transform.claim.number import Lexeme, Number
from etl.transform.claim.unit import DOLLARS, SIGNS
from etl.transform.parsed import ParsedParagraph

DASHES: Final = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Place:
    """Where figures are looked for: the paragraph, its lexemes, and what stretches hold no figures."""

    paragraph: ParsedParagraph
    text: str
    lexemes: Sequence[Lexeme]
    closed: Sequence[tuple[int, int]]

    def low(self, place: int) -> str:
        return self.lexemes[place].low if 0 <= place < len(self.lexemes) else ""

    def is_tight(self, place: int) -> bool:
        """Whether no space stands between a lexeme and the next."""
        return 0 <= place < len(self.lexemes) - 1 and self.lexemes[place].end == self.lexemes[place + 1].start


def start_of(number: Number, place: Place) -> int:
    return place.lexemes[number.first].start


def end_of(number: Number, place: Place) -> int:
    return place.lexemes[number.last - 1].end


def before_signs(first: int, place: Place) -> int:
    before = first - 1
    while place.low(before) in SIGNS or (place.low(before) in DOLLARS and place.low(before + 1) == "$"):
        before -= 1
    return before


def is_dashed(number: Number, place: Place) -> bool:
    return any(place.low(each) in DASHES for each in range(number.first, number.last)) and not number.is_word
