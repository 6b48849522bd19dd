"""Stances in the passive: praised *by* critics, is expected *to run*, was accused *of lying*."""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end
from etl.transform.attribution.complement import infinitive_of, tells_when
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import agent_of, controller_of
from etl.transform.attribution.verbs import Use, Verb

#: Passives that hold something of somebody, and the preposition before it; "" where there is none.
HELD = {
    lemma: frozenset(case if case != "-" else "" for case in cases.split())
    for lemmas, cases in (
        ("accuse suspect", "of"),
        ("criticize criticise blame condemn praise fault credit hail denounce", "for as with"),
        ("charge", "with"),
        ("see view regard describe portray depict characterize hail tout dismiss cast perceive identify", "as"),
        ("consider deem label brand dub", "-"),
    )
    for lemma in lemmas.split()
}
_REASONS = frozenset(["as", "because", "since", "although", "though"])


def read_passive(scene: Scene, verb: int, entry: Verb) -> Draft | None:
    """Praised *by* critics; *is expected to* run."""
    tree = scene.tree
    subject = controller_of(tree, verb)
    agent = agent_of(tree, verb)
    infinitive = infinitive_of(scene, verb)
    if infinitive is not None and subject is not None and entry.use & (Use.REQUEST | Use.RUMOR):
        start = tree.left[infinitive]
        rest = scene.chars(start, clause_end(scene, verb, start, tree.right[infinitive] + 1))
        is_told_by = agent is not None and not entry.use & Use.REQUEST
        if (
            entry.use & Use.RUMOR and (agent is None or is_told_by) and entry.lemma != "suppose"
        ):  # "supposed to": a duty
            return _passive(scene, verb, entry, [_whole(subject), rest], agent, "expected")
        if entry.use & Use.REQUEST:
            return _passive(scene, verb, entry, [rest], agent, "requested-passive")
    has_subject = tree.child(verb, "nsubj:pass", "nsubj") is not None
    held = _held(scene, verb, entry) if agent is None and has_subject else None
    if held is not None and subject is not None:
        return _passive(scene, verb, entry, [_whole(subject), held], None, "held")
    if agent is None or subject is None or entry.lemma == "maintain":
        return None
    if entry.use & (Use.OBJECT | Use.COMPLEMENT):
        called = _held(scene, verb, entry)  # "was described by the bishops *as an upright man*"
        contents = [_whole(subject)] if called is None else [_whole(subject), called]
        return _passive(scene, verb, entry, contents, agent, "stance-passive")
    return None


def _held(scene: Scene, verb: int, entry: Verb) -> Chars | None:
    """What somebody is held to be or to have done, nobody says by whom: seen *as weak*, accused *of lying*."""
    tree = scene.tree
    wanted = HELD.get(entry.lemma)
    if wanted is None:
        return None
    for child in tree.children[verb]:
        if child < verb or tree.dep[child] not in ("obl", "advcl", "xcomp", "obj", "ccomp", "nmod"):
            continue
        marks = [tree.lower[mark] for mark in tree.all_children(child, "case", "mark")]
        if "as" in marks and tells_when(scene, child):
            continue  # "was seen *as they left*"
        if (wanted & set(marks)) or ("" in wanted and not marks):
            start = verb + 1 if "" in wanted else tree.left[child] + ("as" not in marks)
            return scene.chars(
                start, _before_reason(scene, start, clause_end(scene, verb, start, tree.right[child] + 1))
            )
    return None


def _before_reason(scene: Scene, start: int, end: int) -> int:
    """Without the clause that gives the reason: was not considered a record*, as it was too windy*."""
    tree = scene.tree
    for i in range(start + 1, end - 1):
        is_reason = tree.lower[i + 1] in _REASONS and tree.text[i] == "," and not tree.quote[i]
        if is_reason and tree.pos[i + 2 : i + 3] in (["PRON"], ["DET"], ["PROPN"], ["NOUN"]):
            return i
    return end


def _whole(source: Source) -> Chars:
    return source.tree.phrase(source.start, source.end)


def _passive(
    scene: Scene, verb: int, entry: Verb, contents: list[Chars], agent: Source | None, rule: str
) -> Draft | None:
    contents = sorted(each for each in contents if each[1] > each[0])
    if not contents:
        return None
    return Draft(scene.tree, rule, (verb, verb + 1), entry.lemma, contents, agent, head=verb)
