"""Lines that say where the whole text came from: hat tips and notes of first publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.records import CitationKind

_NAME = (
    r"(?P<name>(?:[Tt]he\s)?[A-Z0-9][\w&'’.-]*(?:\s(?:of|the|and|&|for|de|la)\s[A-Z]\w*|\s[A-Z0-9][\w&'’.-]*){0,5}?)"
)
_END = r"(?:\s(?:on|in|at|and|under|with|as|here)\s.{2,80})?\W*"
_HAT_TIP = re.compile(rf"\W{{0,2}}(?:[Hh]/[Tt]|[Hh]at[\s-][Tt]ip|HT)(?:\s(?:to|goes\sto))?\s*:?\s*{_NAME}\W*")
_REPRINT = re.compile(
    rf"""\W{{0,2}}(?:
      (?:(?i:this|the)\s(?i:article|story|piece|post|column|essay|op-ed|commentary|interview|report|analysis|text)\s)?
      (?i:(?:was|is|has\sbeen)\s)?(?i:(?:first|originally|previously|also)\s)?
      (?i:published|posted|appeared|ran|printed|republished|reprinted|reproduced|produced|written|syndicated)\s
      (?i:(?:first|originally|previously|here)\s)?(?i:(?:with\s(?:kind\s)?permission\s)?)(?i:in|on|by|at|from|for)\s{_NAME}{_END}
    )""",
    re.VERBOSE,
)
_FIRST = re.compile(
    r"\b(?:first|originally|previously|republished|reprinted|reproduced|syndicated|permission)\b", re.IGNORECASE
)
_MAX_CHARS = 200


@dataclass(frozen=True, slots=True)
class OriginLine:
    """The outlet that such a line names, characters counted from the line's start."""

    name: str
    start: int
    kind: CitationKind


def origin_line(line: str) -> OriginLine | None:
    """What ``line`` says of the text's origin, if it says nothing else."""
    if len(line) > _MAX_CHARS:
        return None
    if match := _HAT_TIP.fullmatch(line):
        return OriginLine(match["name"].rstrip("."), match.start("name"), CitationKind.HAT_TIP)
    if (match := _REPRINT.fullmatch(line)) and _FIRST.search(line):
        return OriginLine(match["name"].rstrip("."), match.start("name"), CitationKind.REPRINT)
    return None
