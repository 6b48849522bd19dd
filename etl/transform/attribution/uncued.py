"""Paragraphs that are a quotation and nothing else, beside which no cue stands.

Who speaks is clear where the paragraph before ends with somebody's statement, or where the statements on both sides
are one person's. Else the words are somebody's all the same, and nobody is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, phrase_after
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.lexicon import word_set

#: Fewer words may be a heading, a slogan, a caption.
_LEAST_WORDS = 6
_DASHES = frozenset(["—", "–", "―", "-", "--"])
_LONGEST_SIGNATURE = 20
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ENDS = (".", "?", "!", "…", "—", "–", ",")

#: Who said something in such a way may go on in the next paragraph; who praised or wanted something does not.
_SPOKEN = word_set("turn said-clause said-clause-surface said-tag speech-tag-after speech-tag-before colon uncued")

Speaks = Callable[[Source], int | None]


def find_uncued(scene: Scene, before: Draft | None) -> Draft | None:
    """A draft for the quotation that is all of a paragraph, if nothing has claimed it.

    ``before`` is the last statement of the paragraph before, if that paragraph ended with it.
    """
    whole = _whole(scene)
    if whole is None:
        return None
    if before is not None and before.rule == "turn":
        before.content.extend(each.chars for each in whole)
        before.quotations.extend(each.ordinal for each in whole)
        scene.placed.update(each.ordinal for each in whole)
        return before
    source = before.source if before is not None else None
    draft = Draft(scene.tree, "uncued", None, None, [each.chars for each in whole], source)
    scene.add(draft)
    return draft


def is_quotation(scene: Scene) -> bool:
    """Whether a paragraph begins and ends in quotation marks."""
    tree = scene.tree
    return bool(scene.quoted) and bool(tree.quote[0]) and bool(tree.quote[tree.skip_left(tree.size, "")])


def signature_of(scene: Scene) -> Source | None:
    """Who signs the quotation of the paragraph before, if a paragraph is a dash and a name: "— Lord Harker, in May"."""
    tree = scene.tree
    first = tree.skip_right(0, "")
    if first + 1 >= tree.size or tree.text[first] not in _DASHES or tree.size > _LONGEST_SIGNATURE:
        return None
    if tree.pos[first + 1] != "PROPN" or any(tree.tag[i] in _FINITE for i in range(tree.size)):
        return None
    return phrase_after(tree, first + 1, tree.size)


def may_go_on(before: Draft) -> bool:
    """Whether a statement is one that quoted words may follow on."""
    return before.rule in _SPOKEN


def settle_uncued(waiting: Draft, before: Draft | None, after: Draft | None, speaks: Speaks) -> None:
    """Gives a quotation without a speaker to who speaks on both sides of it."""
    if before is None or after is None or before.source is None or after.source is None:
        return
    if not (may_go_on(before) and may_go_on(after)):
        return
    speaker = speaks(before.source)
    if speaker is not None and speaker == speaks(after.source):
        waiting.source = before.source


def _whole(scene: Scene) -> Sequence[Quoted] | None:
    """The quotations of a paragraph that holds nothing else."""
    tree, quoted = scene.tree, scene.quoted
    if not quoted or any(each.ordinal in scene.placed for each in quoted):
        return None
    if any(not tree.quote[i] and not tree.is_space[i] for i in range(tree.size)):
        return None
    if tree.text[quoted[0].start + 1 : quoted[0].start + 2] in (["("], ["["]):
        return None  # "(CROSSTALK)"
    inner = scene.text[quoted[0].quotation.inner_start : quoted[-1].quotation.inner_end].strip()
    is_speech = len(inner.split()) >= _LEAST_WORDS and inner.endswith(_ENDS)
    return quoted if is_speech else None
