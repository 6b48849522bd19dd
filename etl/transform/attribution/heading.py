"""Whose words a heading announces: "What *the report* says" · "*Mr. Lund's* reaction" · "Statement from *the port*".

It is read off the words alone, as a headline is, and counts only where a quotation without a speaker follows.
"""

from __future__ import annotations

import re
from typing import Final

from etl.records import Paragraph
from etl.transform.attribution.describing import Describer
from etl.transform.attribution.headline import may_speak
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.tree import Tree
from etl.transform.parsed import without_parse

#: A possessive's mark is a word of its own.
_TOKEN: Final = re.compile(r"\s+|['’]s?(?!\w)|[^\W_]+(?:['’.-](?!s\b)[^\W_]+)*|.", re.DOTALL)
_WORDS: Final = r"(?:full |written |own |first |official )*"
_UTTERANCE: Final = r"(?:reaction|response|reply|answer|statement|view|verdict|comments?|message|remarks|words|letter)"
_FORMS: Final = (
    re.compile(r"(?:what|how) (?P<who>.+?) (?:says?|said|thinks?|sees? it|puts? it|reacted|responded|replied)\b", re.I),
    re.compile(rf"(?P<who>.+?)(?:['’]s|(?<=s)['’]) {_WORDS}{_UTTERANCE}\b", re.I),
    re.compile(rf"{_WORDS}{_UTTERANCE}(?: in full)? (?:from|by|of) (?P<who>[^,;:]+)", re.I),
    re.compile(r"(?P<who>[^,;:]+?) (?:says|said|responds|responded|replies|replied|reacts|reacted)[:.]?$", re.I),
)


def announced_by(text: str, ordinal: int, heading: Paragraph, describer: Describer) -> Source | None:
    """Who is about to speak by the words of a heading, the paragraph ``ordinal`` of ``text``."""
    words = text[heading.start_char : heading.end_char]
    found = next((match for form in _FORMS if (match := form.match(words)) is not None), None)
    if found is None:
        return None
    tokens = _TOKEN.findall(text, heading.start_char, heading.end_char)
    tree = Tree(without_parse(ordinal, tokens, heading.start_char), ())
    first, last = (heading.start_char + char for char in found.span("who"))
    named = [i for i in range(tree.size) if first <= tree.starts[i] and tree.ends[i] <= last and not tree.is_space[i]]
    bare = named[1:] if named and tree.lower[named[0]] in ("the", "a", "an") else named
    if not may_speak(tree, describer, bare):
        return None
    return Source(tree, named[0], named[-1] + 1, named[-1], named[-1])
