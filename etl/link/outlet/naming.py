"""Which outlet a name in an article means.

A name is looked up as it stands; then without what writers hang on to it ("the BBC's", "Reuters news agency"); then
as the short form of an outlet that the same article names in full ("the Times" beside "Los Angeles Times").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from etl.load.names import fold_outlet_name

_HANGERS_ON = re.compile(
    r"(?:['’]s?|\s+(?:news\s?paper|news agency|newswire|news service|website|web site|site|magazine|paper|daily|weekly|"
    r"broadcaster|tv|television|radio|network|channel|report|reports|story|article|online))$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?P<owner>[^'’]{2,40})['’]s?\s+[A-Z0-9]")
_BEFORE = re.compile(r"^(?:(?:the|a|an|our|its|his|her|their)\s+)+", re.IGNORECASE)
_MARKS = " \t\r\n.,;:()[]\"“”‘’'"

#: "us", "me": the article's own outlet, or whose words it prints.
FIRST_PERSON = frozenset({"us", "me", "we", "i", "our", "my", "ourselves", "myself"})


def spellings(name: str) -> Iterator[str]:
    """The look-up keys to try for ``name``, in order."""
    plain = " ".join(name.split()).strip(_MARKS)
    seen: set[str] = set()
    while plain:
        key = fold_outlet_name(plain)
        if key and key not in seen:
            seen.add(key)
            yield key
        bare = _BEFORE.sub("", _HANGERS_ON.sub("", plain)).strip(_MARKS)
        if bare == plain:
            return
        plain = bare


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is what an article calls ``full`` once it has named it: its last words, or its initials.

    Both are look-up keys: ``times`` for ``los angeles times``, ``post`` for ``washington post``.
    """
    if not short or short == full:
        return False
    initials = "".join(word[0] for word in full.split() if word not in ("of", "the", "and"))
    return full.endswith(" " + short) or (len(short) > 1 and short == initials)


def resolve_name(name: str, known: Callable[[str], int | None], beside: Iterable[tuple[str, int]]) -> int | None:
    """The outlet that ``name`` means in an article.

    ``known`` looks a key up; ``beside`` are the keys of the other outlets that the article names, with their outlets.
    One that the article names in full goes before one that merely has the name: "the Times" is the Los Angeles Times
    in an article that speaks of it. Two such leave the name to the table.
    """
    keys = list(spellings(name))
    near = {outlet for full, outlet in beside for key in keys if is_short_for(key, full)}
    if len(near) == 1:
        return near.pop()
    owner = _OWNED.match(name)  # "the BBC's Sunday with Ada Roe": a programme is its broadcaster's
    keys += spellings(owner.group("owner")) if owner is not None else ()
    return next((found for key in keys if (found := known(key)) is not None), None)
