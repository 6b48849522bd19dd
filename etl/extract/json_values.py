"""JSON that people and programs wrote: what is wrong with it, and which fields an object holds twice."""

from __future__ import annotations

import json
from typing import Any

from etl.extract.faults import InputFault


class JsonObject(dict[str, Any]):
    """An object's fields. ``twice`` are those with two values, of which JSON itself would keep the last in silence."""

    twice: tuple[str, ...] = ()

    @classmethod
    def of(cls, pairs: list[tuple[str, Any]]) -> JsonObject:
        found = cls(pairs)
        if len(found) < len(pairs):
            found.twice = tuple(sorted({name for name, value in pairs if value != found[name]}))
        return found

    def check(self) -> None:
        """Raise ``InputFault`` if a field has two values."""
        if self.twice:
            raise InputFault(f"it holds {', '.join(self.twice)} more than once")


def parse_json(words: str, *, is_line: bool = False) -> Any:
    """The value, with its objects as :class:`JsonObject`. Raises ``InputFault``.

    ``is_line``: the words are a line of a file, which is named elsewhere.
    """
    try:
        return json.loads(words, object_pairs_hook=JsonObject.of)
    except json.JSONDecodeError as error:
        row = "" if is_line else f"line {error.lineno}, "
        raise InputFault(f"it is no JSON: {error.msg.removesuffix(' at')} at {row}column {error.colno}") from None
    except RecursionError:
        raise InputFault("it is no JSON that can be read: it is nested too deeply") from None
    except ValueError as error:  # a number with thousands of digits
        raise InputFault(f"it is no JSON that can be read: {error}") from None
