"""The labelled sentences, read from ``sentences.txt`` (its head says how they are written)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

FILE = Path(__file__).with_name("sentences.txt")
#: Labelled the same way; nobody looks at what is missed in them, so that their figures stay honest.
HELD_OUT = Path(__file__).with_name("heldout.txt")


@dataclass(frozen=True)
class LabelledClaim:
    start: int
    end: int
    marks: frozenset[str]


@dataclass(frozen=True)
class LabelledFigure:
    start: int
    end: int
    kind: str
    value: Decimal
    value_high: Decimal
    what: str  # unit, currency or counted noun; "-" where it counts nothing
    is_approximate: bool


@dataclass(frozen=True)
class LabelledSentence:
    source: str
    text: str
    claims: tuple[LabelledClaim, ...]
    figures: tuple[LabelledFigure, ...]


def read_sentences(path: Path = FILE) -> list[LabelledSentence]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_sentence(block.splitlines()) for block in blocks if block.startswith("S ")]


def _sentence(lines: list[str]) -> LabelledSentence:
    _, source, text = lines[0].split(" ", 2)
    claims: list[LabelledClaim] = []
    figures: list[LabelledFigure] = []
    place = 0
    for line in lines[1:]:
        fields = [field.strip() for field in line[2:].split("|")]
        if line.startswith("C "):
            start = text.index(fields[0])
            claims.append(LabelledClaim(start, start + len(fields[0]), frozenset(" ".join(fields[1:]).split())))
        else:
            start = text.index(fields[0], place)
            place = start + len(fields[0])
            low, _, high = fields[2].partition("..")
            what = fields[3].split(",")[0].strip()
            figures.append(
                LabelledFigure(
                    start, place, fields[1], Decimal(low), Decimal(high or low), what, "approximate" in fields[3:]
                )
            )
    return LabelledSentence(source, text, tuple(claims), tuple(figures))
