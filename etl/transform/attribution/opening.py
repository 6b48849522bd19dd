"""What a participle that opens a sentence says: *Claiming* it was rigged, **Jones** called for a recount."""

from __future__ import annotations

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import noun_phrase
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.surface import starts_clause
from etl.transform.attribution.verbs import Use, Verb

_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])


def read_opening(scene: Scene, verb: int, entry: Verb) -> Draft | None:
    """The clause between the participle and the comma before the sentence's subject, who says it.

    The parse often takes the two clauses for one, and "it" behind a participle is somebody here.
    """
    tree = scene.tree
    first, end = tree.sentence[verb]
    is_opening = tree.tag[verb] == "VBG" and verb == tree.skip_right(first, "") and not tree.quote[verb]
    if not is_opening or not entry.use & Use.DIRECT or not entry.use & Use.CLAUSE:
        return None
    subject = _main_subject(scene, verb, end)
    if subject is None:
        return None
    comma = tree.left[subject] - 1
    start = verb + 1 + (tree.lower[verb + 1] == "that")
    is_clause = tree.pos[start] not in ("ADP", "VERB", "PUNCT") and starts_clause(scene, start, comma)
    if not is_clause or any(tree.quote[i] in scene.placed for i in range(start, comma) if tree.quote[i]):
        return None
    source = noun_phrase(tree, subject, before=tree.head[subject])
    return Draft(tree, "said-clause", (verb, verb + 1), entry.lemma, [scene.chars(verb + 1, comma)], source, head=verb)


def _main_subject(scene: Scene, verb: int, end: int) -> int | None:
    """The subject of the sentence's own verb, behind a comma."""
    tree = scene.tree
    for i in range(verb + 2, end):
        left, above = tree.left[i], tree.head[i]
        is_subject = tree.dep[i] in _SUBJECTS and above > i and not tree.quote[i]
        if is_subject and left > verb + 2 and tree.text[left - 1] == "," and tree.head[above] == above:
            return i
    return None
