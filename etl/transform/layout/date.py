"""Lines that are dates: when an article says that it was published or updated.

Only a line that holds nothing but a date, a time, a label and a byline counts, so that a date inside prose is never
taken. Relative dates ("2 hours ago") name no day and are refused. Where day and month could be either way round
("04/05/2015"), only the year is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from etl.records import DatePrecision
from etl.transform.layout.vocabulary import MONTHS

_MONTH = r"(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

_DATE = re.compile(
    rf"""{_WEEKDAY}(?:
      {_YEAR.format("iso_year")}[-/.](?P<iso_month>[01]?\d)[-/.](?P<iso_day>[0-3]?\d)(?!\d)
     |{_MONTH.format("us_month")}\s*{_DAY.format("us_day")},?\s+{_YEAR.format("us_year")}
     |(?:the\s)?{_DAY.format("uk_day")}[\s-]*(?:of\s)?{_MONTH.format("uk_month")},?[\s-]*{_YEAR.format("uk_year")}
     |(?P<first>[0-3]?\d)(?P<mark>[./-])(?P<second>[0-3]?\d)(?P=mark)(?P<short_year>(?:(?:19|20)\d\d|\d\d))(?!\d)
     |(?:(?-i:(?![A-Z]{{2,5}}\b))[^\W\d_]{{3,15}},?\s+)?(?P<other_day>[0-3]?\d)\.?\s+(?:de\s|d['’])?(?P<other_month>[^\W\d_]{{3,12}})\.?\s+(?:del?\s)?
        {_YEAR.format("other_year")}(?:\s?(?:г|р|m)\b\.?)?
     |{_MONTH.format("month")},?\s+{_YEAR.format("month_year")}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "sgt": 480, "hkt": 480, "aest": 600, "aedt": 660,
    "nzst": 720, "nzdt": 780,
}  # fmt: skip
#: Names that mean another offset in summer.
_SEASONAL_ZONES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}

_TIME = re.compile(
    r"""(?P<hour>[0-2]?\d)(?:(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second_>[0-5]\d)(?:\.\d+)?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?)
      |\s?(?P<half_only>[ap]\.?\s?m\b\.?))
    \s?(?:\(?(?P<zone>[a-z]{1,4}\b|[+-]\d\d:?\d\d)\)?(?:\s?(?P<offset>[+-]\d{1,2}(?::?\d\d)?))?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited|refreshed)\b", re.IGNORECASE)
_LABEL_WORDS = re.compile(
    r"\b(?:(?:first|last|originally|date|article|story|web|online|print)\s+)*"
    r"(?:publish(?:ed)?|posted|updated?|modified|revised|created|added|filed|released?|issued?|uploaded|date|submitted"
    r"|publication|edited|dated|issue|edition|time|last|first|on|at|as of|the|from|hours?|hrs|local"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b[ :]*",
    re.IGNORECASE,
)
#: "פרסום ראשון: ", "Veröffentlicht: ": a short label of any language, without digits.
_ANY_LABEL = re.compile(r"[^\d:|]{1,40}:\s*$")
_FILLER = re.compile(r"[\s,;:|·•\-–—/()\[\]@.]+")
_RELATIVE = re.compile(
    r"""(?:(?:published|posted|updated|last\supdated|added|modified)\W+)*(?:about\s|over\s|an?\s)?
    (?:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|an?)?\s?
      (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|months?|years?)\sago
     |(?:today|yesterday|just\snow|moments\sago)(?:,?\s(?:at\s)?[\d:.\sapm]{1,10})?)\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_MAX_CHARS = 160
_DEFAULT_CENTURY_TURN = 70


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a line: characters are counted from the line's start; ``at`` is aware, UTC where no zone stands."""

    at: datetime
    precision: DatePrecision
    start: int
    end: int
    is_update: bool


def is_relative(line: str) -> bool:
    """Whether ``line`` dates the article relative to its reader ("2 hours ago")."""
    return len(line) <= _MAX_CHARS and _RELATIVE.fullmatch(line) is not None


def dates_of(line: str, *, month_first: bool | None = None) -> tuple[FoundDate, ...]:
    """The dates of a line that holds nothing else than dates, times and labels; empty for every other line.

    ``month_first`` decides between "04/05" as April 5 and May 4, where the page tells it elsewhere.
    """
    if len(line) > _MAX_CHARS or not any(map(str.isdigit, line)):
        return ()
    found: list[FoundDate] = []
    place = 0
    while match := _DATE.search(line, place):
        before = line[place : match.start()]
        if not _is_label(before, is_first=not found):
            return ()
        date, place = _read(line, match, before, month_first)
        if date is None:
            return ()
        found.append(date)
    return tuple(found) if found and _is_label(line[place:], is_first=False) else ()


def embedded_dates(line: str) -> tuple[FoundDate, ...]:
    """The dates of a line known to be furniture (a byline), whatever stands between them."""
    found = (_read(line, match, line[: match.start()], None)[0] for match in _DATE.finditer(line[:_MAX_CHARS]))
    return tuple(date for date in found if date is not None)


def month_order(line: str) -> bool | None:
    """Whether a numeric date in ``line`` can only be month first (``True``) or day first (``False``)."""
    for match in _DATE.finditer(line[:_MAX_CHARS]):
        if match["first"] and (int(match["first"]) > 12) != (int(match["second"]) > 12):
            return int(match["second"]) > 12
    return None


def parse_supplied(value: str) -> tuple[datetime, DatePrecision] | None:
    """A supplied time: ISO 8601 in whole or part, RFC 2822, or a date line; ``None`` if it is none of these."""
    value = value.strip()
    if partial := re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", value):
        month = int(partial[2] or 1)
        whole = _moment(int(partial[1]), month, 1)
        return (whole, DatePrecision.MONTH if partial[2] else DatePrecision.YEAR) if whole else None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        pass
    else:
        return _aware(at, UTC), _iso_precision(value)
    if found := dates_of(value):
        return found[0].at, found[0].precision
    try:
        # After date lines: it takes "November 19, 2019, 9:02 AM" for a time to the second.
        return _aware(parsedate_to_datetime(value), UTC), DatePrecision.SECOND
    except (ValueError, IndexError, TypeError):
        return None


def _iso_precision(value: str) -> DatePrecision:
    clock = re.search(r"[T ](\d\d)(:?\d\d)?(:?\d\d)?", value)
    if clock is None:
        return DatePrecision.DAY
    return DatePrecision.SECOND if clock[3] else DatePrecision.MINUTE if clock[2] else DatePrecision.HOUR


def _is_label(words: str, *, is_first: bool) -> bool:
    if is_first and _ANY_LABEL.match(words):
        return True
    return not _FILLER.sub("", _LABEL_WORDS.sub(" ", _TIME.sub(" ", words, count=1)))


def _read(line: str, match: re.Match[str], before: str, month_first: bool | None) -> tuple[FoundDate | None, int]:
    """The date at ``match`` with the time that stands after it, or before it, and where it ends."""
    day = _day(match, month_first)
    if day is None:
        return None, match.end()
    (year, month, date), precision = day
    start, end = match.span()
    clock: re.Match[str] | None = None
    gap = re.compile(r"T|[\s,|·•\-–—/(]*(?:(?:at|as of|um|à|a las|kl\.?|om|ore|alle|в)\s+)?", re.IGNORECASE).match(
        line, end
    )
    if precision is DatePrecision.DAY:
        clock = _TIME.match(line, gap.end() if gap else end)
        if clock is None and (earlier := list(_TIME.finditer(before))):
            clock = earlier[-1]
            start -= len(before) - clock.start()
        elif clock is not None:
            end = clock.end()
    at = _moment(year, month, date)
    if at is None:
        return None, match.end()
    if clock is not None:
        timed = _with_clock(at, clock)
        if timed is None:
            end = match.end()
        else:
            at, precision = timed
    while end > match.end() and line[end - 1].isspace():
        end -= 1
    return FoundDate(at, precision, start, end, _UPDATED.search(before) is not None), end


def _day(match: re.Match[str], month_first: bool | None) -> tuple[tuple[int, int, int], DatePrecision] | None:
    parts = match.groupdict()
    if parts["iso_year"]:
        return (int(parts["iso_year"]), int(parts["iso_month"]), int(parts["iso_day"])), DatePrecision.DAY
    for style in ("us", "uk"):
        if parts[f"{style}_year"]:
            month = MONTHS[parts[f"{style}_month"].lower()]
            return (int(parts[f"{style}_year"]), month, int(parts[f"{style}_day"])), DatePrecision.DAY
    if parts["other_year"]:
        number = _month_number(parts["other_month"].lower())
        day = number and (int(parts["other_year"]), number, int(parts["other_day"]))
        return (day, DatePrecision.DAY) if day else None
    if parts["month_year"]:
        return (int(parts["month_year"]), MONTHS[parts["month"].lower()], 1), DatePrecision.MONTH
    return _numeric_day(int(parts["first"]), int(parts["second"]), parts["short_year"], month_first)


@lru_cache(maxsize=1024)
def _month_number(name: str) -> int | None:
    """The number of a month in any language that dateparser knows."""
    import dateparser  # loads slowly, and few pages need it

    found = dateparser.parse(f"7 {name} 2015", settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return found.month if found is not None and (found.year, found.day) == (2015, 7) else None


def _numeric_day(
    first: int, second: int, written_year: str, month_first: bool | None
) -> tuple[tuple[int, int, int], DatePrecision] | None:
    year = int(written_year)
    if len(written_year) == 2:
        year += 1900 if year >= _DEFAULT_CENTURY_TURN else 2000
    if first > 12 and second > 12:
        return None
    if first > 12 or (second <= 12 and month_first is False):
        return (year, second, first), DatePrecision.DAY
    if second > 12 or first == second or month_first:
        return (year, first, second), DatePrecision.DAY
    return (year, 1, 1), DatePrecision.YEAR


def _with_clock(day: datetime, clock: re.Match[str]) -> tuple[datetime, DatePrecision] | None:
    hour = int(clock["hour"])
    half = (clock["half"] or clock["half_only"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return None
    precision = (
        DatePrecision.SECOND if clock["second_"] else DatePrecision.MINUTE if clock["minute"] else DatePrecision.HOUR
    )
    at = day.replace(hour=hour, minute=int(clock["minute"] or 0), second=int(clock["second_"] or 0))
    zone = _zone((clock["zone"] or "").lower(), clock["offset"])
    try:
        return at.replace(tzinfo=zone).astimezone(UTC) if zone is not UTC else at, precision
    except OverflowError:
        return at, precision


def _zone(name: str, offset: str | None) -> tzinfo:
    """The zone called ``name``; UTC for names that mean several zones, or none."""
    numeric = offset or (name if name[:1] in ("+", "-") else None)
    if numeric:
        digits = re.sub(r"\D", "", numeric)
        minutes = int(digits[:-2] or 0) * 60 + int(digits[-2:]) if len(digits) > 2 else int(digits) * 60
        if minutes < 24 * 60:
            return timezone(timedelta(minutes=-minutes if numeric.startswith("-") else minutes))
    if name in _SEASONAL_ZONES:
        try:
            return ZoneInfo(_SEASONAL_ZONES[name])
        except (ZoneInfoNotFoundError, OSError):  # a system without the zone database
            return timezone(timedelta(minutes=_ZONES[name[0] + "st"]))
    return timezone(timedelta(minutes=_ZONES[name])) if _ZONES.get(name) else UTC


def _moment(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _aware(at: datetime, zone: tzinfo) -> datetime:
    return at.replace(tzinfo=zone) if at.tzinfo is None else at
