"""What a participle that opens a sentence says: *Claiming* it was rigged, **Jones** called for a recount."""

from __future__ import annotations

from etl.transform.arcs import FINITE
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, noun_phrase, phrase_after
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.surface import starts_clause
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Use, Verb

#: Participles of those who must answer.
_ASKED = {
    "asked": "ask",
    "pressed": "press",
    "questioned": "question",
    "quizzed": "quiz",
    "challenged": "challenge",
    "grilled": "grill",
}
_ASKING = frozenset(["if", "whether", "what", "why", "how", "when", "where", "who", "which"])
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
    subject = _main_subject(tree, verb, end)
    if subject is None:
        return None
    comma = tree.left[subject] - 1
    start = verb + 1 + (tree.lower[verb + 1] == "that")
    is_clause = tree.pos[start] not in ("ADP", "VERB", "PUNCT") and starts_clause(scene, start, comma)
    if not is_clause or any(tree.quote[i] in scene.placed for i in range(start, comma) if tree.quote[i]):
        return None
    source = noun_phrase(tree, subject, before=tree.head[subject])
    return Draft(tree, "said-clause", (verb, verb + 1), entry.lemma, [scene.chars(verb + 1, comma)], source, head=verb)


def read_asked(scene: Scene, verb: int) -> Draft | None:
    """What somebody was asked who answers in the main clause, whoever stands between: "*Asked* by Ann Roe, for the
    port, **what he saw**, Dahl said …", "*Pressed* on **whether it was safe**, …"."""
    tree = scene.tree
    first, end = tree.sentence[verb]
    if tree.lower[verb] not in _ASKED or verb != tree.skip_right(first, "") or tree.quote[verb]:
        return None
    subject = _main_subject(tree, verb, end)
    if subject is None:
        return None
    comma = tree.left[subject] - 1
    start = next((i for i in range(verb + 1, comma) if tree.lower[i] in _ASKING and tree.pos[i - 1] != "NOUN"), None)
    if start is None or any(tree.quote[i] for i in range(verb, comma)):
        return None
    is_asked = all(tree.tag[i] not in FINITE for i in range(verb + 1, start))
    is_clause = any(tree.tag[i] in FINITE or tree.tag[i] == "MD" for i in range(start, comma))
    source = phrase_after(tree, verb + 2, start) if tree.lower[verb + 1] == "by" else None
    if not is_asked or not is_clause or tree.text[comma] != ",":
        return None
    lemma, content = _ASKED[tree.lower[verb]], scene.chars(start, comma)
    return Draft(tree, "said-clause", (verb, verb + 1), lemma, [content], source, head=verb)


def who_answers(tree: Tree, verb: int) -> Source | None:
    """Who was asked and answers in the main clause: "Asked if it was late, *the mayor* said no"."""
    first, end = tree.sentence[verb]
    if tree.lower[verb] not in _ASKED or verb != tree.skip_right(first, ""):
        return None
    subject = _main_subject(tree, verb, end)
    return noun_phrase(tree, subject, before=tree.head[subject]) if subject is not None else None


def _main_subject(tree: Tree, verb: int, end: int) -> int | None:
    """The subject of the sentence's own verb, behind a comma."""
    for i in range(verb + 2, end):
        left, above = tree.left[i], tree.head[i]
        is_subject = tree.dep[i] in _SUBJECTS and above > i and not tree.quote[i]
        if is_subject and left > verb + 2 and tree.text[left - 1] == "," and tree.head[above] == above:
            return i
    return None
