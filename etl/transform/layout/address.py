"""Dates in addresses: many papers put the day of publication into an article's address.

``/2018/04/17/``, ``/2018/apr/17/``, ``/2018-04-17/``, ``/20180417/``; ``/2013/09/`` tells the month. The order is
always year, month, day, so nothing is ambiguous.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from etl.records import DatePrecision, PublicationTime
from etl.transform.layout.vocabulary import MONTHS

_YEAR = r"(?P<year>(?:19[89]|20\d)\d)"
_FOLDERS = re.compile(rf"/{_YEAR}/(?P<month>\d\d?|[a-z]{{3,9}})/(?:(?P<day>\d\d?)(?=[/_.-]|$))?", re.IGNORECASE)
_JOINED = re.compile(rf"(?<![^\W_])(?:{_YEAR})(?P<mark>[-_]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![^\W_])")


def date_in_address(url: str) -> PublicationTime | None:
    """The day, or the month, that ``url`` holds in its path; midnight UTC. ``None`` for every other text."""
    try:
        path = urlsplit(url.strip()).path
    except ValueError:
        return None
    for pattern in (_FOLDERS, _JOINED):
        for match in pattern.finditer(path):
            if (found := _read(match["year"], match["month"].lower(), match["day"])) is not None:
                return found
    return None


def _read(year: str, month: str, day: str | None) -> PublicationTime | None:
    number = int(month) if month.isdecimal() else MONTHS.get(month)
    try:
        at = datetime(int(year), number or 0, int(day or 1), tzinfo=UTC)
    except ValueError:
        return None
    return PublicationTime(at, DatePrecision.DAY if day else DatePrecision.MONTH)
