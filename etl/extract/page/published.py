"""When a page says that its article was published.

In ISO 8601 where its data tell it; else the date line that it shows, as written, which the layout of the article reads
as it reads the lines of a text. Libraries that search a whole page for a date find that of another article too often:
htmldate 1.11 was wrong on 3 of the 29 pages of scrapinghub's benchmark whose data tell no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

#: Names of meta tags that hold the time of publication, the more telling first.
_META = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "og:pubdate", "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "publishdate", "publish-date", "publish_date", "published_at",
    "publication_date", "publicationdate", "pubdate", "published_time", "published-date", "article.published",
    "originalpublicationdate", "article_date_original", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dcterms.date", "dc.date", "ptime", "pdate", "displaydate", "date",
)  # fmt: skip
_META_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_DIGITS = re.compile(r"(\d{4})[-/.]?([01]\d)[-/.]?([0-3]\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
#: "2019-11-19T10:00:00.0000000Z", "2019-11-19 10:00:00 +0000", "2019-11-19 10:00 UTC"
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ]\s?(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00(?::00)?(?:Z|[+-]\d\d:\d\d)?")
_MAX_LINE = 100
#: Elements after the headline among which its date line stands.
_MAX_STEPS = 80
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "option"))
_UPDATED = re.compile(r"\b(?:updated?|modified|revised)\b", re.IGNORECASE)
_CLOCK = (
    r"[@|,–—-]?\s*(?:at\s+)?[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?:[A-Z]{1,5}\b)?\s?(?:[+-]\d\d:?\d\d)?\)?)?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?"
#: A line that is a date with a clock and a label at most: "Published 10:02 AM EST Nov 19, 2019".
_LINE = re.compile(
    rf"""(?:(?:first\s|originally\s)?(?:published|posted|publication|date|created|released?)(?:\s(?:date|on|at))?\s?:?\s*|on\s|[-–—|·•,]\s*)*
    {_WEEKDAY}(?:{_CLOCK}[\s,]*(?:on\s)?{_WEEKDAY})?
    (?:{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](?:19|20)\d\d
      |(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d)
    [\s,]*(?:{_CLOCK})?\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: The web is younger than its articles' dates may be: an archive puts a paper of 1851 online.
_FIRST_YEAR = 1600


def published_in(tree: HtmlElement, linked: str | None) -> str | None:
    """The time of publication: ``linked`` (from JSON-LD), meta tags, microdata; else the date that the page shows."""
    for value in (linked, *_meta(tree, _META), *_microdata(tree)):
        if value and (time := as_iso(value)) is not None:
            return time
    return _shown(tree)


def modified_in(tree: HtmlElement, linked: str | None) -> str | None:
    """The time of the last change, where the page's data tell it."""
    values = (linked, *_meta(tree, _META_MODIFIED))
    return next((time for value in values if value and (time := as_iso(value)) is not None), None)


def as_iso(value: str) -> str | None:
    """A time as data have it, in ISO 8601 and no more exact than it is; a date line stays as it is, else ``None``."""
    value = value.strip()
    if match := _ISO.fullmatch(value):
        return _checked(_joined(match["day"], match["clock"], match["zone"]))
    if match := _DIGITS.fullmatch(value):
        return _checked("-".join(match.groups()))
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        return _checked(parsedate_to_datetime(value).isoformat())  # as in feeds and HTTP headers
    except (ValueError, IndexError, TypeError, OverflowError):
        return value if len(value) <= _MAX_LINE and _LINE.fullmatch(value) else None


def _joined(day: str, clock: str | None, zone: str | None) -> str:
    if clock is None:
        return day
    zone = (zone or "").upper()
    if zone in ("UTC", "GMT"):
        zone = "Z"
    elif len(zone) == 3:
        zone += ":00"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    time = f"{day}T{clock}{zone}"
    # Midnight to the second is what programs write for a day.
    return _MIDNIGHT.sub(r"\1", time)


def _checked(iso: str) -> str | None:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso if at.year >= _FIRST_YEAR else None


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> Iterator[str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return (found[name] for name in names if name in found)


def _microdata(tree: HtmlElement) -> Iterator[str]:
    """``itemprop="datePublished"``, and ``<time pubdate>``; a page that marks several marks other articles too."""
    marked = [
        each.get("content") or each.get("datetime") or each.get("title") or ""
        for each in tree.iter("time", "span", "div", "p", "abbr", "a")
        if "datepublished" in (each.get("itemprop") or "").lower().split() or each.get("pubdate") is not None
    ]
    if len(set(filter(None, marked))) == 1:
        yield next(filter(None, marked))
    times = {each.get("datetime") for article in tree.iter("article") for each in article.iter("time")}
    if len(times) == 1 and (only := times.pop()):
        yield only


def _shown(tree: HtmlElement) -> str | None:
    """The date line that the page shows by its headline, as written: right after it, else right above it."""
    before: list[str] = []
    after: list[str] = []
    steps = 0
    is_headed = tree.find(".//h1") is None
    for element in tree.iter():
        if element.tag == "h1":
            is_headed = True
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        steps += is_headed
        if steps > _MAX_STEPS:
            break
        if len(element) <= 3 and (line := _date_line(element)):
            (after if is_headed else before).append(line)
    return next(iter(after), None) or (before[-1] if before else None)


def _date_line(element: HtmlElement) -> str | None:
    words = " ".join("".join(element.itertext()).split()) if _is_short(element) else ""
    return words if _LINE.fullmatch(words) and not _UPDATED.search(words) else None


def _is_short(element: HtmlElement) -> bool:
    length = 0
    for each in element.itertext():
        length += len(each)
        if length > 4 * _MAX_LINE:
            return False
    return length >= 8
