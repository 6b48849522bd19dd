"""Addresses that name the same page."""

from __future__ import annotations

import re

_START = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|ref|cmp|smid|partner)=[^&]*&?", re.IGNORECASE)


def plain_url(url: str) -> str:
    """``url`` without scheme, 'www.', fragment, tracking fields and closing stroke."""
    plain = _START.sub("", url.strip()).partition("#")[0]
    path, _, query = plain.partition("?")
    query = _TRACKING.sub("", query).rstrip("&")
    host, stroke, rest = path.partition("/")
    return (host.casefold().removeprefix("www.") + stroke + rest).rstrip("/") + (f"?{query}" if query else "")


def url_spellings(url: str) -> list[str]:
    """The ways in which other articles may write the address of the same page, ``url`` itself among them."""
    plain = plain_url(url)
    starts = ("https://", "http://", "https://www.", "http://www.", "")
    ends = ("",) if "?" in plain else ("", "/")
    return sorted({url, *(start + plain + end for start in starts for end in ends)})
