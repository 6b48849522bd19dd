"""What somebody is said to have said within quoted words: “*He told me* **it was over**,” she said.

Only plain reports count: a verb of saying in a tense, whose subject is neither who speaks nor whom they speak
to.
"""

from __future__ import annotations

from collections.abc import Iterator

from etl.transform.attribution.boundary import clause_end
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import is_passive, subject_of
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Use
from etl.transform.entity.nouns import BODY_NOUNS, DOCUMENT_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.singular import singular

_TENSES = frozenset(["VBD", "VBZ"])
#: Who may say something; "people" in a quotation are whoever the speaker pleases.
_SPEAKERS = PERSON_NOUNS | BODY_NOUNS | OUTLET_NOUNS | DOCUMENT_NOUNS
_MARKS = frozenset(".,;:!?…\"'“”‘’»—–")
_LEAST = 4
#: With its article.
_LONGEST_LISTENER = 5
#: Marks that open words within words, and what closes them.
_NESTED = {"‘": "’", "“": "”", "'": "'", '"': '"'}


def find_inner(scene: Scene) -> Iterator[Draft]:
    """Reported clauses inside the quotations of a paragraph; they hold no quotation of their own."""
    tree = scene.tree
    for verb in range(tree.size):
        entry = scene.verb(verb, Use.CLAUSE) if tree.quote[verb] and verb not in scene.taken else None
        if entry is None or tree.tag[verb] not in _TENSES or is_passive(tree, verb):
            continue
        is_report = bool(entry[0].use & (Use.DIRECT | Use.TOLD)) and not entry[0].use & Use.THOUGHT
        source = subject_of(tree, verb) if is_report else None
        content = _content(scene, verb) if source is not None and _is_somebody(scene, verb, source) else None
        if content is not None:
            yield Draft(tree, "said-clause", (verb, verb + 1), entry[0].lemma, [content], source, head=verb)


def _is_somebody(scene: Scene, verb: int, source: Source) -> bool:
    tree = scene.tree
    is_near = tree.quote[source.head] == tree.quote[verb] and source.end <= verb and source.tree is tree
    word = tree.lower[source.referent]
    is_one = tree.pos[source.referent] == "PROPN" or word in ("he", "she") or singular(word) in _SPEAKERS
    return is_near and is_one and word != "people"


def _quoted_within(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Words in marks of their own behind a verb, a listener and a comma: “The official told me, *‘Live with it.’*”"""
    opening = verb + 1
    while opening < tree.size and tree.pos[opening] in ("PRON", "DET", "NOUN", "PROPN"):
        opening += 1
    is_set_off = tree.text[opening : opening + 1] in ([","], [":"]) and opening - verb <= _LONGEST_LISTENER
    opening += 1
    closing_mark = _NESTED.get(tree.text[opening]) if is_set_off and opening < tree.size else None
    for i in range(opening + 1, tree.size):
        if closing_mark is None or tree.quote[i] != tree.quote[verb]:
            return None
        if tree.text[i] == closing_mark:
            return tree.phrase(opening, i + 1) if i - opening >= _LEAST else None
    return None


def _content(scene: Scene, verb: int) -> tuple[int, int] | None:
    """The characters of the clause behind a verb, up to the end of its quotation, sentence or clause."""
    tree = scene.tree
    quoted = _quoted_within(tree, verb)
    if quoted is not None:
        return quoted
    clause = next((each for each in tree.all_children(verb, "ccomp") if each > verb), None)
    if clause is None or not tree.is_finite(clause) or tree.child(clause, "nsubj", "nsubj:pass") is None:
        return None
    start, end = max(tree.left[clause], verb + 1), tree.right[clause] + 1
    start = next((i for i in tree.all_children(clause, "mark") if tree.lower[i] == "that" and i > start), start)
    further = clause_end(scene, verb, start, end, clause)
    end = next((i for i in range(end, further) if tree.quote[i] != tree.quote[verb]), max(end, further))
    inside = [i for i in range(start, end) if tree.quote[i] == tree.quote[verb]]
    if len(inside) != end - start:
        return None  # another quotation begins or ends there
    while end > start and (tree.is_space[end - 1] or tree.text[end - 1] in _MARKS):
        end -= 1
    while start < end and (tree.is_space[start] or tree.text[start] in _MARKS):
        start += 1
    return tree.phrase(start, end) if end - start >= _LEAST else None
