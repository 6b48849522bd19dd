"""What agencies print between the takes of a story: slugs, notes to editors, marks that more follows."""

from __future__ import annotations

import re

_MAX_CHARS = 300
#: "(MORE)", "--more--", "MORE".
_MORE = re.compile(r"[\W_]+(?i:more|mtf|more\s(?:to\s)?(?:follows?|come))[\W_]+|MORE")
#: "Eds: Updates with the new toll.", "(Recasts, adds detail in paragraph 3)".
_NOTE = re.compile(
    r"""\(?eds\.?\s?:\s.+
    |\((?:adds|updates?|recasts?|rewrites?|refiles?|releads?|corrects?|removes?|clarifies)\b[^()]*\)""",
    re.IGNORECASE | re.VERBOSE,
)
#: "BC-Harbor-Fire, 2nd Ld-Writethru", "AN-Harbor-Fire, 1st Add".
_SLUG = re.compile(
    r".{2,60}\b(?:\d{1,2}(?:st|nd|rd|th)\s(?:Ld|LD|Lead|Add|ADD|Take)|[Ww]rite-?[Tt]hru)\b(?:\s?-\s?\w+)?\W*"
)
#: "(PINA) HARBOR FERRY - 2": an agency's mark, a slug and the number of the take.
_PAGE = re.compile(r"\([A-Z]{2,6}\)\s[A-Z][A-Z\s'’-]{2,40}[-–—]\s?\d{1,2}")
#: "BERGEN: had said.": the words that the take before ended with.
_PICKUP = re.compile(r"[A-Z][A-Z\s.'’-]{2,40}:\s[a-z][^.:]{0,60}\.?")


def is_take_mark(line: str) -> bool:
    """Whether ``line`` stands between two takes of an agency's story, and tells nothing of it."""
    return len(line) <= _MAX_CHARS and any(each.fullmatch(line) for each in (_MORE, _NOTE, _SLUG, _PAGE, _PICKUP))
