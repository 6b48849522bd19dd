"""Quoted sentences without a tag of their own: they go on with the speaker before.

"…," she said. "…" · whole quoted paragraphs after a paragraph that ends in a quotation.
"""

from __future__ import annotations

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.opening import who_answers
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.verbs import VERBS, Use

_ENDS = frozenset(".?!:;…")
_ANSWERS = frozenset(["reply", "answer", "respond"])
#: Rules for what somebody does with a matter, rather than for what they say.
_STANCES = frozenset(["stance", "spoke-of"])
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])


def continue_speech(scene: Scene, before: Draft | None) -> None:
    """Adds every untagged quotation of whole sentences to the statement that it goes on with.

    ``before`` is the last statement of the paragraph before, if that paragraph ended with it.
    """
    for quoted in scene.quoted:
        if quoted.ordinal in scene.placed or not _is_whole(scene, quoted):
            continue
        draft = _last_before(scene, quoted)
        if draft is None and _opens_paragraph(scene, quoted):
            goes_on = before is not None and before.quotations and not asks_back(scene, before)
            draft = before if goes_on else None
        if draft is not None:
            draft.content.append(quoted.chars)
            draft.quotations.append(quoted.ordinal)
            scene.placed.add(quoted.ordinal)


def asks_back(scene: Scene, before: Draft) -> bool:
    """Whether a paragraph is nothing but a question behind somebody's answer: whoever asks it, it is not who answered.

    Lund replied: “I left.” · “*When did you leave?*”
    """
    tree, quoted = scene.tree, scene.quoted
    is_answer = before.lemma in _ANSWERS and before.tree is not tree
    is_alone = len(quoted) == 1 and all(tree.quote[i] or tree.is_space[i] for i in range(tree.size))
    return is_answer and is_alone and scene.text[quoted[0].quotation.inner_end - 1] == "?"


def last_statement(scene: Scene) -> Draft | None:
    """The statement with which a paragraph ends, for the next one to go on with."""
    spoken = [draft for draft in scene.drafts if _is_spoken(draft)]
    if not spoken:
        return None
    last = max(spoken, key=lambda draft: max(draft.end, _cue_end(draft)))
    return last if _only_one_stop(scene, max(last.end, _cue_end(last)), scene.tree.size) else None


def _is_whole(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation stands as sentences of its own."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before >= 0 and tree.text[before][-1] not in _ENDS and not tree.quote[before]:
        return False
    after = tree.skip_right(quoted.end, "")
    if not quoted.quotation.is_speech and after < tree.size and tree.tag[after] in _FINITE:
        return False  # "“X” is the name of the disease"
    first = quoted.quotation.inner_start
    return quoted.quotation.is_speech or not scene.text[first : first + 1].islower()


def _opens_paragraph(scene: Scene, quoted: Quoted) -> bool:
    return scene.tree.skip_left(quoted.start, "") < 0


def _last_before(scene: Scene, quoted: Quoted) -> Draft | None:
    best: Draft | None = None
    at = -1
    for draft in scene.drafts:
        end = max(draft.end, _cue_end(draft))
        if end <= quoted.quotation.start_char and end > at and _is_spoken(draft) and not _only_sums_up(scene, draft):
            best, at = draft, end
    if best is None or not _only_one_stop(scene, _end_of_tag(scene, best, at), quoted.start):
        return None
    colon = scene.tree.skip_left(quoted.start, "")
    if scene.tree.text[colon] == ":" and best.head is not None and best.rule == "stance-passive":
        return None  # "justified the strike, approved by Jones, as fair: “…”"
    return best


def _only_sums_up(scene: Scene, draft: Draft) -> bool:
    """Whether a participle only tells of what a tag before it says: “…,” he said, *summing up* the talks. “…”"""
    tree = scene.tree
    if draft.rule not in _STANCES or draft.head is None or tree.tag[draft.head] != "VBG":
        return False
    first, _ = tree.sentence[draft.head]
    return any(
        each.head is not None and each.quotations and each.rule not in _STANCES and first <= each.head < draft.head
        for each in scene.drafts
    )


def _end_of_tag(scene: Scene, draft: Draft, at: int) -> int:
    """Where a statement ends, with the participles that only tell of it."""
    if draft.head is None or draft.rule in _STANCES:
        return at
    sums = (each.end for each in scene.drafts if _only_sums_up(scene, each) and each.start > draft.end)
    last = scene.tree.ends[scene.tree.sentence[draft.head][1] - 1]
    return max((end for end in sums if end <= last), default=at)


def _cue_end(draft: Draft) -> int:
    end = draft.tree.ends[draft.cue[1] - 1] if draft.cue is not None else 0
    if draft.source is not None and draft.source.tree is draft.tree:
        end = max(end, draft.tree.ends[draft.source.end - 1])
    return end


def _only_one_stop(scene: Scene, char: int, until: int) -> bool:
    """Whether at most the rest of a tag's own sentence stands between a character and a token."""
    tree = scene.tree
    stops = 0
    i = until - 1
    while i >= 0 and tree.starts[i] >= char:
        if not tree.is_space[i] and not tree.quote[i]:
            if tree.is_stop(i) or tree.text[i] == ":":
                stops += 1
            elif stops > 1:
                return False
        i -= 1
    return stops <= 1


def _is_spoken(draft: Draft) -> bool:
    if draft.head is None or draft.rule.startswith("speech-tag"):
        return True
    if who_answers(draft.tree, draft.head) is not None:
        return False  # "Asked if it was late, Jones grinned. “Very.”"
    entry = VERBS.get(draft.tree.lower[draft.head])
    return entry is None or not entry[0].use & Use.THOUGHT
