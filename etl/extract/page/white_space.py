"""White space as a browser shows it: the page's headline stands in the text, so both are folded alike."""

from __future__ import annotations

import re

#: What HTML folds; a space that does not break, and those of other widths, stay.
_FOLDED = re.compile(r"[ \t\n\r\f\v]+")


def one_line(words: str) -> str:
    """``words`` with single spaces, without any at their ends."""
    return _FOLDED.sub(" ", words).strip()
