"""Datelines inside the first paragraph: "BAGHDAD, June 22 (AP) — "."""

from __future__ import annotations

import re

from etl.records import Span
from etl.transform.layout.agency import AGENCY
from etl.transform.layout.layout import Dateline
from etl.transform.layout.vocabulary import MONTHS, RUBRICS

_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+|ST\.?|D\.C\.)"
_CAPITALISED = r"(?:[A-ZÀ-Þ][\w'’.-]*)"
_MONTH = "(?:" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\.?"
_DASH = r"\s*(?:--?|[–—―])\s*"

#: The place in capitals ("NEW YORK", "NASHUA, N.H."), or in any letters where an agency's mark follows in brackets.
_DATELINE = re.compile(
    rf"""(?P<place>{_CAPITALS}(?:[\s/-]{_CAPITALS}){{0,3}}(?:,\s(?!{_MONTH}\s\d){_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}})?
       |{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}(?:,\s(?!{_MONTH}\s\d){_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}})?(?=(?:,\s{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)?\s\([^()]{{2,40}}\)\s?(?:--?|[–—―])))
    (?:,?\s{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)?
    (?:\s?\((?P<mark>[^()]{{2,40}})\))?
    (?:{_DASH}|:\s)(?=\S)""",
    re.VERBOSE,
)
_MAX_CHARS = 120


def dateline_of(text: str, start_char: int, end_char: int) -> Dateline | None:
    """The dateline that opens the paragraph at ``start_char``, or ``None``."""
    match = _DATELINE.match(text, start_char, min(end_char, start_char + _MAX_CHARS))
    if match is None or match.end() >= end_char:
        return None
    words = match["place"].split()
    if match["place"].casefold() in RUBRICS:
        return None  # "EXCLUSIVE – "
    if match["mark"] is None and (len(match["place"]) < 4 or match.group().rstrip().endswith(":")):
        return None  # "U.S. - " or "EXCLUSIVE: " is no place
    place = _span(text, *match.span("place"))
    agency = None
    if match["mark"] is not None and (named := AGENCY.search(text, *match.span("mark"))):
        agency = _span(text, *named.span())
    elif match["mark"] is not None and len(words) > 4:
        return None
    return Dateline(_span(text, *match.span()), place, agency)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
