"""What one printing of a quote changes in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

# marks that stand alone, such as a dash, belong to the word before them
_WORD = re.compile(r"\S+(?:\s+[^\w\s]+(?!\S))*")
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
    left_out: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes([_fold(word) for word in before], [_fold(word) for word in after]):
        if step.tag == "equal":
            yield from _changed(left_out, added)
            yield Stretch(Change.SAME, " ".join(after[step.dest_start : step.dest_end]))
            left_out, added = [], []
        else:
            left_out += before[step.src_start : step.src_end]
            added += after[step.dest_start : step.dest_end]
    yield from _changed(left_out, added)


def _changed(left_out: list[str], added: list[str]) -> Iterator[Stretch]:
    if left_out:
        yield Stretch(Change.LEFT_OUT, " ".join(left_out))
    if added:
        yield Stretch(Change.ADDED, " ".join(added))


def _fold(word: str) -> str:
    return _MARKS.sub("", word.casefold()) or word
