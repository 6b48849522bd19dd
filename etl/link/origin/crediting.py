"""What a credit speaks of: the whole article, one paragraph, or what it stands beside.

An agency's mark in the byline, in the dateline or under the last paragraph is the whole article's. At the end of one
paragraph among several ("… the ministry said. (AFP)") it says where that paragraph is from, and "By Ada Roe and AFP"
that some of it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from etl.link.origin.evidence import Credit
from etl.records import CitationKind, ParagraphRole

#: A place and a day stand before the mark in a dateline.
_LONGEST_DATELINE = 80
_LONGEST = 240
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?]\s")
_BESIDE_OTHERS = re.compile(
    r"(?:\b(?:with|and|plus|additional reporting (?:by|from)|files from)|[&+])\s*\W*$", re.IGNORECASE
)
_NOTHING = re.compile(r"\W*")


def read_credits(rows: Sequence[Any]) -> list[Credit]:
    """The credits of some articles, from rows of ``news.citations`` with their sentences and paragraphs."""
    of_article: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        of_article[row.article_id].append(row)
    found: list[Credit] = []
    for group in of_article.values():
        # where paragraphs are marked one by one, the last mark is the last paragraph's
        is_pieced = any(row.kind == CitationKind.WIRE and _is_of_paragraph(row) for row in group)
        found += (_credit(row, is_pieced=is_pieced) for row in group)
    return found


def _credit(row: Any, *, is_pieced: bool) -> Credit:
    is_whole = row.kind == CitationKind.REPRINT
    paragraph = None
    if row.kind == CitationKind.WIRE:
        is_placed = _is_of_byline(row) or _opens(row) or (_closes(row) and not is_pieced)
        is_whole = is_placed and not _is_beside_others(row)
        if not is_whole:
            paragraph = (row.paragraph_start, row.paragraph_end)
    return Credit(
        article_id=row.article_id,
        outlet_id=row.outlet_id,
        kind=row.kind,
        cited_article_id=row.cited_article_id,
        start_char=row.start_char,
        sentence=row.sentence,
        within=(row.sentence_start, row.sentence_end),
        words=shorten(row.words),
        is_whole=is_whole,
        paragraph=paragraph,
        opening=row.opening,
    )


def _is_of_paragraph(row: Any) -> bool:
    return not (_is_beside_others(row) or _is_of_byline(row) or _opens(row) or _closes(row))


def _is_of_byline(row: Any) -> bool:
    return row.role is None or not ParagraphRole(row.role).is_prose


def _is_beside_others(row: Any) -> bool:
    return row.before is not None and _BESIDE_OTHERS.search(row.before) is not None


def _opens(row: Any) -> bool:
    """Whether a mark stands in the dateline: before the first sentence of the first paragraph."""
    return bool(row.is_first) and len(row.before) <= _LONGEST_DATELINE and not _SENTENCE_END.search(row.before)


def _closes(row: Any) -> bool:
    return bool(row.is_last) and _NOTHING.fullmatch(row.behind) is not None


def shorten(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " ..."
