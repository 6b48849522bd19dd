"""The record of one quotation, and its vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from etl.records import QuotationEnd


class QuotationKind(StrEnum):
    """What a pair of marks does."""

    SPEECH = "speech"  # words that somebody said or wrote
    FRAGMENT = "fragment"  # a few words inside the article's own sentence: reported words or scare quotes
    TITLE = "title"  # the name of a book, a film, a song, an article


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; ranges are half-open, in characters of ``documents.text``.

    ``start_char`` to ``end_char`` holds the marks, ``inner_start`` to ``inner_end`` does not. ``paragraph`` is the
    paragraph's ordinal. ``parent`` and ``continues`` are ordinals (places in the list of quotations, from 1): the
    quotation that this one is nested in, and the one before that it carries on (across paragraphs, or around a speech
    tag). ``depth`` is 0 for an outermost quotation.
    """

    start_char: int
    end_char: int
    inner_start: int
    inner_end: int
    paragraph: int
    kind: QuotationKind
    end: QuotationEnd
    depth: int = 0
    parent: int | None = None
    continues: int | None = None

    @property
    def is_speech(self) -> bool:
        return self.kind is QuotationKind.SPEECH
