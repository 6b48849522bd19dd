"""Prose cut into pieces that the pipeline can take: whole paragraphs, and parts of those that are very long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.layout.layout import Layout

#: The longest piece in characters. A parser's time and memory grow with it, and no newsroom writes such a paragraph.
LONGEST = 3_000
_SENTENCE_END = re.compile(r"[.!?。؟]['\"’”)\]]*\s+")
_BREAK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of prose; ``paragraph`` is its paragraph's ordinal, from 1."""

    paragraph: int
    start_char: int
    end_char: int


def cut_prose(text: str, layout: Layout) -> Iterator[Chunk]:
    """The prose of ``text``, in order. The place and agency before a first sentence are left out."""
    for ordinal, paragraph in enumerate(layout.paragraphs, start=1):
        if not paragraph.role.is_prose:
            continue
        start = paragraph.start_char
        dateline = layout.dateline
        if dateline is not None and paragraph.start_char <= dateline.span.start_char < paragraph.end_char:
            start = min(dateline.span.end_char, paragraph.end_char)
        while start < paragraph.end_char:
            end = _end(text, start, paragraph.end_char)
            if not text[start:end].isspace():
                yield Chunk(ordinal, start, end)
            start = end


def _end(text: str, start: int, limit: int) -> int:
    """Where to cut: after a sentence, else at white space, else in the middle of whatever it is."""
    if limit - start <= LONGEST:
        return limit
    window_end = start + LONGEST
    for mark in (_SENTENCE_END, _BREAK):
        ends = [found.end() for found in mark.finditer(text, start + LONGEST // 2, window_end)]
        if ends:
            return ends[-1]
    return window_end
