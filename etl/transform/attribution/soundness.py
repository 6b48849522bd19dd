"""What no statement can be, whichever rule found it: said by somebody inside of what is said, or said by a name."""

from __future__ import annotations

from etl.transform.attribution.describing import Describer
from etl.transform.attribution.draft import Draft


def is_sound(draft: Draft, describer: Describer) -> bool:
    """Whether the source and the cue stand outside of the content, and the cue is no part of a name.

    A relative clause is taken for what its own verb tells ("a match *that I wanted to play*"), and a name for a cue
    ("Qaboos bin Said").
    """
    source = draft.source
    if source is not None and draft.covers(source.tree.starts[source.head]):
        return False
    if draft.cue is None:
        return True
    cue = draft.tree.starts[draft.cue[0]]
    return not draft.covers(cue) and not describer.is_in_name(cue)
