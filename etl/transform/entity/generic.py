"""Bodies called by their common noun: "the Council", which is another in each article.

Across articles such a word would make one thing of all councils. It goes to the one body of the article whose name has
that noun for its head ("Hexworth Borough Council"), and is no name where there is none, or several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from etl.records import EntityLabel
from etl.transform.entity.name import Name, text_of, words_of
from etl.transform.lexicon import word_set
from etl.transform.word import Words

GENERIC: Final = word_set(
    """council department ministry committee subcommittee commission court board agency university college school
    hospital party bureau chamber centre center institute association federation league railways company corporation
    authority tribunal academy foundation society club museum office assembly"""
)
_BODIES: Final = frozenset((EntityLabel.ORG.value, EntityLabel.FAC.value, EntityLabel.GPE.value))


def heads_of(words: tuple[str, ...]) -> frozenset[str]:
    """The generic nouns that head a body's folded name: its last word, or what stands before "of"."""
    if len(words) < 2:
        return frozenset()
    places = [place - 1 for place, word in enumerate(words) if word in ("of", "for") and place]
    return frozenset({words[-1], *(words[place] for place in places)}) & GENERIC


def without_generic(names: Sequence[Name], paragraphs: Sequence[Words]) -> list[Name]:
    """``names`` without common nouns for bodies that no one longer name of the article explains."""
    keys = [words_of(text_of(name, paragraphs[name.paragraph])) for name in names]
    longer: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name, key in zip(names, keys, strict=True):
        if name.label in _BODIES:
            for head in heads_of(key):
                longer[head].add(key)
    return [
        name
        for name, key in zip(names, keys, strict=True)
        if not (len(key) == 1 and key[0] in GENERIC and name.label in _BODIES and len(longer[key[0]]) != 1)
    ]
