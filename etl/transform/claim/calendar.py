"""Dates and clock times in running text, whose numbers are no figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.records import EntityLabel
from etl.transform.lexicon import word_set

_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
#: Months that are verbs as well: only with a day, a year or a word of time beside them.
_ANY_MONTH = rf"(?:{_MONTH}|March|May)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:(?:early|late|mid|the\s+end\s+of|the\s+start\s+of)[\s-]+)?"

_DATE = re.compile(
    rf"""(?<![\w$£€])(?:
      (?:{_WEEKDAY},?\s+)?{_ANY_MONTH}\s+{_DAY}(?:\s*[-–]\s*{_DAY}|\s+(?:and|or|to)\s+{_DAY}(?!\s+[a-z]|[\w%]))?(?:,?\s+{_YEAR})?(?![\w%])
    | (?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_ANY_MONTH}(?:,?\s+{_YEAR})?(?!\w)
    | {_PART}{_ANY_MONTH},?\s+(?:of\s+)?{_YEAR}(?!\w)
    | {_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\w)
    | \d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d)(?!\w)
    | 9/11(?!\w)
    | (?:the\s+)?(?:1[5-9]|20)?\d0s(?!\w)
    | (?:early|late|mid|fiscal|FY|summer|winter|spring|autumn|fall)[\s-]+{_YEAR}(?!\w|[,.]\d)
    | {_YEAR}\s*[-–]\s*(?:{_YEAR}|\d\d)(?!\w)
    | (?:last|next|this|early|late|mid|past)[\s-]+(?:{_ANY_MONTH}|{_WEEKDAY})(?!\w)
    | (?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=since\s)|(?<=until\s)|(?<=from\s)|(?<=till\s))(?:March|May)(?!\w)
    | {_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?(?!\w)
    | {_MONTH}(?!\w)
    | (?:earlier\s+|later\s+)?(?:last|next|this)\s+
        (?:week|month|year|summer|winter|spring|fall|autumn|weekend|quarter)(?!\w)
    | (?:yesterday|today|tomorrow|tonight)(?!\w)
    )""",
    re.VERBOSE,
)
_BARE_YEAR = re.compile(rf"(?<![\w$£€.,/-]){_YEAR}(?!\w|[.,]\d|\s*(?:percent|per\s+cent|%|million|billion|thousand))")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(
    r"""(?<![\w.:])(?:
      \d{1,2}[:.]\d{2}(?::\d\d)?(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)(?:\s*(?:[ECMP][SD]?T|GMT|UTC))?
    | \d{1,2}:\d{2}(?::\d\d)?(?:\s*(?:GMT|UTC|[ECMP][SD]?T))?(?![\w:])
    | \d{1,2}\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock)
    | (?:[01]\d|2[0-3])[0-5]\d\s*(?:GMT|UTC|hours|hrs)(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time; characters ``start`` to ``end`` of the text that was searched."""

    start: int
    end: int
    label: EntityLabel


def find_moments(text: str) -> list[Moment]:
    """Every date and clock time of ``text``, in order, none overlapping another."""
    found = [Moment(*match.span(), EntityLabel.DATE) for match in _DATE.finditer(text)]
    if _DIGIT.search(text):
        found += [Moment(*match.span(), EntityLabel.TIME) for match in _TIME.finditer(text)]
        found += [Moment(*match.span(), EntityLabel.DATE) for match in _bare_years(text)]
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda each: (each.start, -each.end, each.label is not EntityLabel.TIME)):
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return kept


def _bare_years(text: str) -> Iterator[re.Match[str]]:
    """Four digits that are a year: no plural noun follows that they might count."""
    for match in _BARE_YEAR.finditer(text):
        after = _NOUN_AFTER.match(text, match.end())
        if after is None or after.group(1).lower() in _NOT_COUNTED:
            yield match


_NOUN_AFTER = re.compile(r"\s+([a-z]+s|people|[a-z]*men|[a-z]*women|[a-z]*children|personnel)\b")
_NOT_COUNTED = word_set("was is has its his hers this us as does elections games olympics yes")
