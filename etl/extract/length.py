"""How long the text of an article may be."""

from __future__ import annotations

from etl.extract.faults import InputFault

#: A day of a live blog has 200 KB; more than this is a dump of something else, and would hold up all that is linked.
MAX_TEXT_BYTES = 1 << 20


def check_length(text: str) -> None:
    """Raise ``InputFault`` for a text that is longer than an article."""
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_TEXT_BYTES:
        raise InputFault(
            f"its text has {size:,} bytes; an article is read up to {MAX_TEXT_BYTES:,}: split it into its articles",
            excerpt=text,
        )
