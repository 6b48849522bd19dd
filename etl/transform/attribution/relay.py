"""Who carries somebody's words: in comments *carried by the state news agency*, was quoted *by the paper* as saying."""

from __future__ import annotations

from typing import Final

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, phrase_after, without_time
from etl.transform.attribution.source import quoted_by
from etl.transform.lexicon import word_set

_CARRIED: Final = word_set(
    "carried published broadcast aired reported quoted cited relayed translated televised printed released"
)
_REACH: Final = 40
_LONGEST: Final = 12


def find_relay(draft: Draft) -> Source | None:
    """The one who quotes, where the words of the statement's own sentence name them."""
    if draft.head is None:
        return None
    quoted = quoted_by(draft.tree, draft.head)
    if quoted is not None and quoted[1] is not None:
        return quoted[1]
    return _carrier(draft)


def _carrier(draft: Draft) -> Source | None:
    """ "In comments *carried by* the agency": behind the cue, outside of what is said."""
    tree = draft.tree
    assert draft.head is not None
    end = min(tree.sentence[draft.head][1], draft.head + _REACH)
    for i in range(draft.head + 1, end - 1):
        if tree.lower[i + 1] == "by" and tree.lower[i] in _CARRIED:
            is_behind = not any(tree.quote[j] != tree.quote[draft.head] for j in range(draft.head, i))
            if not is_behind or any(draft.covers(tree.starts[j]) for j in range(draft.head + 1, i + 1)):
                return None
            found = phrase_after(tree, i + 2, min(i + 2 + _LONGEST, end))
            return None if found is None else without_time(found)
    return None
