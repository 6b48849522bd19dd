"""Why an input can't be read."""

from __future__ import annotations


class InputFault(Exception):  # noqa: N818 - a finding about an input, which becomes a reject
    """An input that can't be read; ``reasons`` are sentences for the person who has to mend it."""

    def __init__(self, *reasons: str, excerpt: str = "") -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons
        self.excerpt = excerpt
