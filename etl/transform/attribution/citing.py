"""On whom a report rests: Reuters said the minister would resign, *citing two officials*."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, noun_phrase, phrase_after
from etl.transform.attribution.scene import Scene
from etl.transform.entity.nouns import BODY_NOUNS, DOCUMENT_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.singular import singular

_CITING: Final = frozenset(["citing", "quoting"])
_LONGEST: Final = 15
_SPEAKERS: Final = PERSON_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS | OUTLET_NOUNS | frozenset(["source"])


def find_cited(scene: Scene) -> None:
    """For each statement that rests on somebody else's, that somebody's; the first statement carries it.

    Only reported clauses: quoted words would be printed twice, once for each speaker.
    """
    tree = scene.tree
    if not scene.drafts or _CITING.isdisjoint(tree.lower):
        return
    for i in range(tree.size - 1):
        if tree.lower[i] not in _CITING or tree.tag[i] != "VBG" or tree.quote[i] or i in scene.taken:
            continue
        carrier = _carrier(scene, i)
        if carrier is None:
            continue
        cited = tree.child(i, "obj")
        source = noun_phrase(tree, cited) if cited is not None and cited > i else None
        source = source or phrase_after(tree, i + 1, min(tree.size, i + _LONGEST))
        if source is None or tree.quote[source.head] or not _may_speak(source):
            continue
        draft = Draft(tree, "cited", (i, i + 1), "cite", list(carrier.content), replace(source), carrier=carrier)
        scene.add(draft)
        scene.taken.add(i)


def _carrier(scene: Scene, citing: int) -> Draft | None:
    """The statement in whose sentence a participle stands, outside of what is said."""
    tree = scene.tree
    sentence = tree.sentence[citing]
    for draft in sorted(scene.drafts, key=lambda draft: draft.head is None or draft.head + 2 != citing):
        is_here = draft.head is not None and tree.sentence[draft.head] == sentence
        if is_here and not draft.quotations and not draft.covers(tree.starts[citing]) and _reports(draft):
            return draft
    return None


def _may_speak(source: Source) -> bool:
    """Not "citing *security concerns*"."""
    noun = singular(source.tree.lower[source.head])
    return source.tree.pos[source.head] == "PROPN" or noun in _SPEAKERS


def _reports(draft: Draft) -> bool:
    return draft.rule in ("said-clause", "said-clause-surface", "said-tag") and draft.source is not None
