"""Quoted words that no reporting verb claims: Jones played down the plan as "a start"."""

from __future__ import annotations

from typing import Final

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.source import subject_of
from etl.transform.lexicon import word_set
from etl.transform.quotation import QuotationKind

#: Verbs whose quoted complement is a name or a scene, not somebody's words.
_NAMING: Final = word_set(
    """be have title entitle name dub star appear play perform sing watch read host release publish produce direct
    launch join visit win lose air broadcast wear hold carry display"""
)
_REACH: Final = 30
#: Rules whose content is a phrase.
_STANCES: Final = frozenset(["stance", "spoke-of", "called", "requested", "intended"])


def find_fragments(scene: Scene) -> None:
    for quoted in scene.quoted:
        if quoted.ordinal in scene.placed or quoted.quotation.kind is QuotationKind.TITLE:
            continue
        if _follows_stance(scene, quoted):
            continue
        draft = _read(scene, quoted)
        if draft is not None:
            scene.add(draft)


def _read(scene: Scene, quoted: Quoted) -> Draft | None:
    tree = scene.tree
    verb = _governor(scene, quoted)
    if verb is None or quoted.start - verb > _REACH:
        return None
    if verb in scene.taken:
        _join(scene, verb, quoted)
        return None
    source = subject_of(tree, verb)
    if source is None or tree.quote[source.head] or not _can_speak(source) or source.end > quoted.start:
        return None
    start = _start_of_argument(scene, verb, quoted)
    content = scene.chars(start, quoted.end)
    return Draft(tree, "quoted-words", (verb, verb + 1), tree.words[verb].lemma, [content], source, head=verb)


def _follows_stance(scene: Scene, quoted: Quoted) -> bool:
    """Adds a quotation that a comma or colon parts from a stance to it: defended his decision, “It was time.”"""
    tree = scene.tree
    mark = tree.skip_left(quoted.start, "")
    if not quoted.quotation.is_speech or mark < 1 or tree.text[mark] not in (",", ":"):
        return False
    for draft in scene.drafts:
        if draft.rule in _STANCES and draft.end == tree.ends[mark - 1]:
            draft.content.append(quoted.chars)
            draft.quotations.append(quoted.ordinal)
            scene.placed.add(quoted.ordinal)
            return True
    return False


def _join(scene: Scene, verb: int, quoted: Quoted) -> None:
    """Adds what a colon introduces to the quoted words before it: called the strike “fair”: “We had no choice.”"""
    colon = scene.tree.skip_left(quoted.start, "")
    draft = next((each for each in scene.drafts if each.head == verb and each.rule == "quoted-words"), None)
    if draft is not None and scene.tree.text[colon] == ":" and draft.end <= quoted.quotation.start_char:
        draft.content.append(quoted.chars)
        draft.quotations.append(quoted.ordinal)
        scene.placed.add(quoted.ordinal)


def _governor(scene: Scene, quoted: Quoted) -> int | None:
    """The verb outside, and before, a quotation that its words hang on."""
    tree = scene.tree
    tops = [i for i in range(quoted.start, quoted.end) if not quoted.start <= tree.head[i] < quoted.end]
    tops = [i for i in tops if tree.dep[i] != "punct"]
    if not tops:
        return None
    at = tops[0]
    for _ in range(_REACH):
        head = tree.head[at]
        if head == at:
            return None
        at = head
        if tree.pos[at] == "VERB":
            is_before = at < quoted.start and tree.words[at].lemma not in _NAMING
            return at if is_before else None
    return None


def _can_speak(source: Source) -> bool:
    tree, head = source.tree, source.head
    return tree.pos[head] == "PROPN" or tree.lower[head] in ("he", "she", "they", "who")


def _start_of_argument(scene: Scene, verb: int, quoted: Quoted) -> int:
    tree = scene.tree
    for child in tree.children[verb]:
        if child > verb and tree.left[child] <= quoted.start and tree.right[child] >= quoted.start:
            return max(tree.left[child], verb + 1)
    return quoted.start
