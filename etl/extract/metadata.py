"""What is supplied beside a text: the fields, what each may hold, and which of two sources wins."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from etl.extract.decoding import storable
from etl.records import SuppliedMetadata

#: The fields that have a meaning; every other one is kept in ``SuppliedMetadata.other``.
FIELDS = tuple(each.name for each in fields(SuppliedMetadata) if each.name != "other")

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Supplied:
    """Checked metadata, and what was wrong with the rest of it."""

    metadata: SuppliedMetadata = field(default_factory=SuppliedMetadata)
    faults: tuple[str, ...] = ()


def check(values: Mapping[str, Any]) -> Supplied:
    """The metadata in ``values`` (JSON values by field name).

    ``None`` and blank strings count as absent. A value that its field can't hold is a fault; it is kept in ``other``,
    so that nothing is lost.
    """
    known: dict[str, str] = {}
    other: dict[str, str] = {}
    faults: list[str] = []
    for name, value in values.items():
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if name not in FIELDS:
            other[storable(name)] = _as_text(value)
            continue
        fault = _fault(name, value)
        if fault is None:
            known[name] = storable(_joined(value).strip())
        else:
            faults.append(fault)
            other[name] = _as_text(value)
    return Supplied(SuppliedMetadata(**known, other=other), tuple(faults))


def merge(first: SuppliedMetadata, second: SuppliedMetadata) -> SuppliedMetadata:
    """Both together; where both hold a field, the ``first`` wins."""
    missing = {name: getattr(second, name) for name in FIELDS if getattr(first, name) is None}
    return replace(first, **missing, other={**second.other, **first.other})


def _fault(name: str, value: Any) -> str | None:
    if name == "author" and isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        value = _joined(value)
    if not isinstance(value, str):
        return f"{name} is {_kind(value)}, not text"
    value = value.strip()
    if len(value) > _MAX_CHARS:
        return f"{name} has {len(value):,} characters; {_MAX_CHARS:,} are allowed"
    match name:
        case "url" if not _is_url(value):
            return f"url {value!r} is no http or https address"
        case "published_at" if not _is_time(value):
            return (
                f"published_at {value!r} is no ISO 8601 date or time, such as 2015-06-22 or 2015-06-22T21:05:00+03:00"
            )
        case "language" if not _LANGUAGE_TAG.fullmatch(value):
            return f"language {value!r} is no language code, such as en or en-GB"
        case _:
            return None


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "; ".join(each.strip() for each in value)


def _is_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)


def _is_time(value: str) -> bool:
    if _PARTIAL_DATE.fullmatch(value):
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        pass
    else:
        return True
    try:
        parsedate_to_datetime(value)  # as in RSS feeds
    except ValueError:
        return False
    return True


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"


def _as_text(value: Any) -> str:
    return storable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True))
