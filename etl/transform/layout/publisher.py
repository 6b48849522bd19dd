"""The publisher, where the page itself names it: a line above the headline, or a copyright line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.records import ParagraphRole
from etl.transform.layout.block import Block
from etl.transform.layout.headline import is_rubric
from etl.transform.layout.vocabulary import PUBLISHER_WORDS, RUBRICS

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{2,6}")
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c)]*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?,?\s+(?:by\s+)?(?P<name>(?:The\s)?[A-Z][\w&'’.-]*(?:\s(?:of\s|the\s|and\s|&\s)?[A-Z][\w&'’-]*){0,5})",
    re.IGNORECASE,
)
_CORPORATE = re.compile(
    r"[\s,]+(?:all|inc|ltd|llc|plc|co|corp|corporation|company|limited|rights|reserved|gmbh|group|media)\b.*$", re.I
)
_SITE = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?:/\S*)?")


def publisher_of(placed: Sequence[tuple[Block, ParagraphRole]]) -> str | None:
    """The publisher's name as a section line or a copyright line has it."""
    for block, role in placed:
        if role is ParagraphRole.SECTION and (name := _line_name(block.text)):
            return name
        if role is ParagraphRole.HEADLINE:
            break
    for block, role in reversed(placed):
        if role is ParagraphRole.BOILERPLATE and len(block.text) < 500 and (match := _COPYRIGHT.search(block.text)):
            name = _CORPORATE.sub("", match["name"]).strip(" .,")
            if name and name[0].isupper():
                return name
    return None


def _line_name(line: str) -> str | None:
    words = line.split()
    if is_rubric(line) or not 1 <= len(words) <= 5:
        return None
    if site := _SITE.fullmatch(line):
        return site["host"].lower()
    if len(words) == 1:
        return line if _ACRONYM.fullmatch(line) and line.casefold() not in RUBRICS else None
    named = any(word.casefold().strip(".,") in PUBLISHER_WORDS for word in words)
    return line if named and all(word[0].isupper() for word in words if len(word) > 3) else None
