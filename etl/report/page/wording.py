"""What one printing of a quote changes in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"[^\w]+")


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that are changed alike."""

    change: Change
    words: str


def compare_wording(quote: str, printing: str) -> tuple[Stretch, ...]:
    """``printing`` against ``quote``, word by word; letter case and punctuation are no change."""
    before, after = _WORD.findall(quote), _WORD.findall(printing)
    return tuple(_stretches(before, after))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    for step in Indel.opcodes([_fold(word) for word in before], [_fold(word) for word in after]):
        match step.tag:
            case "equal":
                yield Stretch(Change.SAME, " ".join(after[step.dest_start : step.dest_end]))
            case "insert":
                yield Stretch(Change.ADDED, " ".join(after[step.dest_start : step.dest_end]))
            case "delete":
                yield Stretch(Change.LEFT_OUT, " ".join(before[step.src_start : step.src_end]))


def _fold(word: str) -> str:
    return _MARKS.sub("", word.casefold()) or word
