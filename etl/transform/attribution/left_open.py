"""Quoted sentences behind a sentence that only tells of somebody: *Nunes* took it well. **“He made a mistake.”**

No verb of saying stands there, and the words are those of whom the sentence before is about.
"""

from __future__ import annotations

from etl.transform.arcs import FINITE
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, noun_phrase
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.entity.nouns import PERSON_NOUNS

_LEAST_WORDS = 3
_ENDS = (".", "?", "!", "…", "—")
_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_PERSONAL = frozenset(["he", "she"])


def find_left_open(scene: Scene) -> None:
    """Gives quoted sentences that nothing has claimed to the person whom the sentence before them is about."""
    for quoted in scene.quoted:
        if quoted.ordinal in scene.placed or not _is_speech(scene, quoted):
            continue
        source = _told_of_before(scene, quoted)
        if source is not None:
            scene.add(Draft(scene.tree, "left-open", None, None, [quoted.chars], source))


def _is_speech(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation is sentences of its own, behind a full stop and with nothing behind it in its sentence."""
    tree = scene.tree
    before, after = tree.skip_left(quoted.start, ""), tree.skip_right(quoted.end, "")
    inner = scene.text[quoted.quotation.inner_start : quoted.quotation.inner_end].strip()
    is_sentence = len(inner.split()) >= _LEAST_WORDS and inner.endswith(_ENDS) and not inner[0].islower()
    is_behind = before >= 0 and not tree.quote[before] and tree.text[before][-1] in ".?!"
    is_last = after >= tree.size or (tree.text[after][0].isupper() and after == tree.sentence[after][0])
    return is_sentence and is_behind and is_last


def _told_of_before(scene: Scene, quoted: Quoted) -> Source | None:
    """The one person whom the sentence before is about, its subject."""
    tree = scene.tree
    last = tree.skip_left(quoted.start, "")
    first, end = tree.sentence[last][0], last + 1
    if any(tree.quote[i] for i in range(first, end)):
        return None
    root = next((i for i in range(first, end) if tree.head[i] == i), None)
    if root is None or not (tree.tag[root] in FINITE or any(tree.tag[i] in FINITE for i in tree.children[root])):
        return None
    subject = next((i for i in tree.children[root] if i < root and tree.dep[i] in _SUBJECTS), None)
    if subject is None:
        return None
    own = range(tree.left[subject], tree.right[subject] + 1)
    is_role = tree.pos[subject] == "NOUN" and tree.lower[subject] in PERSON_NOUNS
    is_person = tree.lower[subject] in _PERSONAL or is_role or any(tree.words[i].label == "PERSON" for i in own)
    others = any(tree.words[i].label == "PERSON" for i in range(first, end) if i not in own)
    return noun_phrase(tree, subject, before=root) if is_person and not others else None
