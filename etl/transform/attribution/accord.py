"""Prepositions that name a source: according to the Pentagon, …"""

from __future__ import annotations

from dataclasses import replace

from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import Source, noun_phrase, phrase_after


def find_accords(scene: Scene) -> None:
    tree = scene.tree
    for i in range(tree.size - 2):
        if tree.lower[i] == "according" and tree.lower[i + 1] == "to" and not tree.quote[i]:
            draft = _read(scene, i)
            if draft is not None:
                scene.add(draft)


def _read(scene: Scene, cue: int) -> Draft | None:
    tree = scene.tree
    source = _source(scene, cue)
    if source is None:
        return None
    start, _ = tree.sentence[cue]
    end = sentence_end(scene, cue)
    before = tree.skip_left(cue, ",—–-(")
    if before >= start:
        contents = [scene.chars(start, before + 1)]
        after = source.end
        # in the middle: what stands before is no clause yet
        if after < end and tree.text[after] == "," and not _has_verb(scene, start, before + 1):
            contents.append(scene.chars(after + 1, end))
    else:
        after = tree.skip_right(source.end, ",")
        contents = [scene.chars(after, end)] if after < end else []
    contents = [each for each in contents if each[1] > each[0]]
    if not contents:
        return None
    return Draft(tree, "according-to", (cue, cue + 2), "according to", contents, source, head=cue)


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    return any(scene.tree.tag[i] in ("VBD", "VBP", "VBZ", "MD") for i in range(start, end))


def _source(scene: Scene, cue: int) -> Source | None:
    tree = scene.tree
    head = tree.head[cue]
    first = tree.skip_right(cue + 2, "")
    if first >= tree.size:
        return None
    heads = [head, *(child for child in tree.all_children(cue, "obl", "nmod", "obj"))]
    for each in heads:
        if cue + 1 < each < cue + 25 and tree.dep[each] != "ROOT":
            source = noun_phrase(tree, each)
            return replace(source, start=first) if source.start <= cue + 3 and source.end > first else source
    return phrase_after(tree, first, min(tree.size, first + 15))
