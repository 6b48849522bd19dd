"""What tags before and behind a quotation have in common: a verb of speech that governs it."""

from __future__ import annotations

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.verbs import Use

#: Tokens that a tag may be long.
REACH = 45
#: Tokens of a title or a chant.
LONGEST_NAME = 12
_RELATIVE = frozenset(["who", "which", "that", "whose", "where", "when", "whom"])


def is_in_relative(scene: Scene, verb: int, start: int) -> bool:
    """Whether a relative clause opens between ``start`` and the verb, or in the eight words before it."""
    return any(scene.tree.lower[i] in _RELATIVE for i in range(max(start, verb - 8), verb))


def is_in_open_relative(scene: Scene, verb: int, start: int) -> bool:
    """Whether no comma has closed the relative clause that a verb may stand in."""
    tree = scene.tree
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if tree.text[i] == ",":
            return False
        if tree.lower[i] in _RELATIVE:
            return True
    return False


def tag_of(scene: Scene, quoted: Quoted, verb: int, source: Source | None, rule: str) -> Draft:
    """A draft for a quotation of which a verb of speech is the cue."""
    entry = scene.verb(verb, Use.DIRECT | Use.TOLD)
    lemma = entry[0].lemma if entry else None
    return Draft(scene.tree, rule, (verb, verb + 1), lemma, [quoted.chars], source, head=verb)
