"""Datelines inside the first paragraph: "BAGHDAD, June 22 (AP) — ", "NEW DELHI: ", "(CNN) "."""

from __future__ import annotations

import re

from etl.records import Span
from etl.transform.layout.agency import AGENCY
from etl.transform.layout.layout import Dateline
from etl.transform.layout.vocabulary import CONTROLS, FUNCTION_WORDS, LABELS, MONTHS, PAGE_WORDS, RUBRICS

_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+|ST\.?|D\.C\.)"
_CAPITALISED = r"(?:[A-ZÀ-Þ][\w'’.-]*)"
_MONTH = "(?:" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\.?"
_DASH = r"\s*(?:--?|[–—―])\s*"
_YEAR = r"(?:1[89]|20)\d\d"
#: "June 22", "June 22, 2015", "22 June 2015"; with the year in any language ("12 mai 2020").
_DATE = (
    rf"(?:(?i:{_MONTH})\s\d{{1,2}}(?:,?\s{_YEAR})?|\d{{1,2}}\.?\s(?i:{_MONTH})(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}\.?\s(?:de\s)?[^\W\d_]{{3,12}}\s(?:de\s)?{_YEAR})"
)
_REGION = rf"(?:,\s(?!{_MONTH}\s\d){_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}})"
#: The place in capitals ("NEW YORK", "NASHUA, N.H."), or as names are written.
_PLACES = {
    "capitals": rf"(?P<capitals>{_CAPITALS}(?:[\s/-]{_CAPITALS}){{0,3}}{_REGION}?)",
    "written": rf"(?P<written>(?!{_MONTH}\s){_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}{_REGION}?)",
}
#: "(AP)", "(BUSINESS WIRE)", "/PRNewswire/": who carries the text; or a date in brackets.
_MARK = r"(?:\((?P<mark{0}>[^()]{{2,40}})\)|/(?P<slashed{0}>[A-Z][\w ,-]{{2,30}})/)"
_CAPITAL_NEXT = r"(?=[A-ZÀ-Þ“\"‘'«\d$€£])"

_FULL = re.compile(
    rf"(?:{_PLACES['capitals']}|{_PLACES['written']})(?:[.,]?\s(?P<date>{_DATE}))?(?:{_DASH})?(?:\s?{_MARK.format('')})?{_DASH}(?=\S)"
)
_BARE = re.compile(
    rf"{_PLACES['capitals']}(?:{_DASH}|(?P<colon>:\s)){_CAPITAL_NEXT}"
    rf"|{_PLACES['written']}(?:\s+[–—―]\s*{_CAPITAL_NEXT}|(?<=\w)\s\|\s{_CAPITAL_NEXT})"
    rf"|\[(?P<bracketed>{_CAPITALS}(?:\s{_CAPITALS}){{0,2}})\]\s{_CAPITAL_NEXT}"
)
#: "(CNN) The river": a mark alone, of an agency or in capitals.
_MARKED = re.compile(rf"\((?P<mark>[A-Z]{{2,6}}(?:\s[A-Z]\w+)?|{AGENCY.pattern})\)(?:{_DASH}|\s){_CAPITAL_NEXT}")
_CARRIER = re.compile(r"[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){0,3}")
_IS_DATE = re.compile(_DATE)
_MAX_CHARS = 120
_MIN_PLACE_CHARS = 4
_NO_PLACE = RUBRICS | CONTROLS | PAGE_WORDS | FUNCTION_WORDS | LABELS


def dateline_of(text: str, start_char: int, end_char: int) -> Dateline | None:
    """The dateline that opens the paragraph at ``start_char``, or ``None``."""
    end = min(end_char, start_char + _MAX_CHARS)
    for read in (_full, _bare, _marked):
        found = read(text, start_char, end)
        if found is not None and found.span.end_char < end_char:
            return found
    return None


def is_colon_dateline(dateline: Dateline) -> bool:
    """Whether it ends in a colon, as what names a speaker does: "NEW DELHI: ", "MAYOR: "."""
    return dateline.span.text.rstrip().endswith(":")


def _full(text: str, start: int, end: int) -> Dateline | None:
    """A place with a date or a mark, or both, and a dash."""
    match = _FULL.match(text, start, end)
    if match is None:
        return None
    mark = "mark" if match["mark"] else "slashed"
    date = "date" if match["date"] else mark if _IS_DATE.fullmatch(match[mark] or "") else None
    has_mark = match[mark] is not None and date != mark
    if date is None and not has_mark:
        return None
    agency = _carrier(text, match, mark) if has_mark else None
    place = "capitals" if match["capitals"] else "written"
    if not _is_place(match[place]) or (date is None and agency is None and len(match[place].split()) > 4):
        return None
    return Dateline(
        _span(text, *match.span()),
        _place(text, *match.span(place)),
        agency,
        _span(text, *match.span(date)) if date else None,
    )


def _bare(text: str, start: int, end: int) -> Dateline | None:
    """A place alone, before a dash or a colon and a sentence that begins."""
    match = _BARE.match(text, start, end)
    if match is None:
        return None
    group = next(name for name in ("capitals", "written", "bracketed") if match[name])
    if len(match[group]) < _MIN_PLACE_CHARS or not _is_place(match[group]):
        return None  # "U.S. - " or "EXCLUSIVE: " is no place
    return Dateline(_span(text, *match.span()), _place(text, *match.span(group)), None)


def _marked(text: str, start: int, end: int) -> Dateline | None:
    match = _MARKED.match(text, start, end)
    if match is None or not _is_place(match["mark"]):
        return None
    return Dateline(_span(text, *match.span()), None, _span(text, *match.span("mark")))


def _carrier(text: str, match: re.Match[str], mark: str) -> Span | None:
    """Who carries the text: an agency, or whatever name stands in the mark."""
    if (named := AGENCY.search(text, *match.span(mark))) is not None:
        return _span(text, *named.span())
    is_name = _CARRIER.fullmatch(match[mark]) is not None and _is_place(match[mark])
    return _span(text, *match.span(mark)) if is_name else None


def _is_place(words: str) -> bool:
    """Whether not all of ``words`` are a page's own: "BREAKING NEWS", "WATCH", "Editor's Note"."""
    return any(word.strip(".,").casefold() not in _NO_PLACE for word in words.split())


def _place(text: str, start: int, end: int) -> Span:
    """The place without the dash or the full stop after it; that of an abbreviation belongs to it."""
    words = text[start:end].rstrip("-–— ")
    if words.endswith(".") and len(words.split()[-1]) > 5:
        words = words[:-1]
    return Span(start, start + len(words), words)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
