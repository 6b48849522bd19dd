"""What is scored: one source-content relation, from a gold corpus or from the database."""

from __future__ import annotations

import re
from dataclasses import dataclass

Range = tuple[int, int]

_MARKED = re.compile(r"""(?:["“„«]|''|``).*?(?:["”»]|''|$)""", re.DOTALL)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Relation:
    """Half-open character ranges into the article's text; ``is_nested`` where another relation carries it."""

    content: tuple[Range, ...]
    source: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    rule: str = ""
    is_nested: bool = False


def characters(ranges: tuple[Range, ...]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


def quotation_type(text: str, content: tuple[Range, ...]) -> str:
    """``direct`` where no word of the content stands outside quotation marks, ``mixed`` where some do, else
    ``indirect``."""
    pieces = [text[start:end] for start, end in content]
    if not any(mark in piece for piece in pieces for mark in ('"', "“", "”", "„", "«", "»", "''")):
        return "indirect"
    outside = " ".join(_MARKED.sub(" ", piece) for piece in pieces)
    return "mixed" if _WORD.search(outside) else "direct"
