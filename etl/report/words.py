"""How numbers, times and long texts are put into plain English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

#: A host's name at the start: "example.org [3] rests on ...".
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=\s)")
#: What the evidence of a step says at its end where it may as well lead the other way.
UNKNOWN_FIRST = "which came first is not known"
_OPENING = re.compile(r"(?:The|A|An|One|Another|Some|His|Her|Their) (?=[a-z])")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``3, "article"`` -> "three articles"."""
    told = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{told} {noun if number == 1 else plural or noun + 's'}"


def tally(number: int, noun: str, plural: str | None = None) -> str:
    """``3, "article"`` -> "3 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def spell(number: int) -> str:
    """A small number as a word."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def listing(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1] if items else "")))


def differing_toll(outcome: str, values: Sequence[str]) -> str:
    """How many were killed, say, where articles do not tell the same."""
    return f"How many were {outcome} differs, or changed: {listing(values)}."


def sentence(words: str) -> str:
    """With a capital at the start and a full stop at the end; the name of a site keeps its small letter."""
    words = words.strip()
    if not words:
        return ""
    end = "" if words.rstrip("”’\"')]").endswith((".", "!", "?", "…")) else "."
    first = words[0] if _SITE.match(words) else words[0].upper()
    return f"{first}{words[1:]}{end}"


def lower_opening(words: str) -> str:
    """ "The indictment" as it stands in mid-sentence; other capitals may belong to a name."""
    return f"{words[0].lower()}{words[1:]}" if _OPENING.match(words) else words


def in_brief(words: str | None, most: int) -> str:
    """At most ``most`` characters, cut at a word."""
    plain = " ".join((words or "").split())
    if len(plain) <= most:
        return plain
    return f"{plain[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def moment(at: datetime | None, precision: str | None = "minute") -> str:
    """A time as exactly as it is known."""
    if at is None:
        return "at an unknown time"
    at = at.astimezone(UTC)
    match precision:
        case "year":
            return f"{at.year}"
        case "month":
            return f"{at:%B} {at.year}"
        case "day":
            return f"{at.day} {at:%B} {at.year}"
    return f"{at.day} {at:%B} {at.year}, {at:%H:%M} UTC"
