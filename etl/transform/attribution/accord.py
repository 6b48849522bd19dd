"""Prepositions that name a source: according to the Pentagon, …"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source, noun_phrase, phrase_after
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.tree import Tree
from etl.transform.singular import singular

#: Prepositions that name a source, with the nouns that they do it with; none where any noun will do.
_CASES: Final = {
    "in": frozenset(["poll", "survey"]),
    "by": frozenset(["estimate", "account", "report", "admission", "reckoning", "calculation", "count"]),
    "per": frozenset(),
}


#: A verb that they help follows: "had, by one count, killed 62".
_HELPERS: Final = frozenset(["has", "have", "had", "is", "are", "was", "were", "will", "would"])


def find_accords(scene: Scene) -> None:
    tree = scene.tree
    for i in range(tree.size - 2):
        if tree.lower[i] == "according" and tree.lower[i + 1] == "to" and not tree.quote[i]:
            draft = _read(scene, i, 2)
        elif tree.lower[i] in _CASES and not tree.quote[i] and _names_survey(scene, i):
            draft = _read(scene, i, 1)
        else:
            continue
        if draft is not None:
            scene.add(draft)


def _names_survey(scene: Scene, cue: int) -> bool:
    """Whether a preposition and its noun say by what somebody knows: *in* a poll, *by* one estimate, *per* the rules.

    They open a sentence, or stand between commas, and a comma follows.
    """
    tree = scene.tree
    before = tree.skip_left(cue, "")
    if before >= tree.sentence[cue][0] and tree.text[before] not in ",—–-":
        return False
    source = phrase_after(tree, cue + 1, min(tree.size, cue + 15))
    if source is None or source.start != cue + 1:
        return False
    nouns = _CASES[tree.lower[cue]]
    follows = tree.text[source.end : source.end + 1]
    if nouns and singular(tree.lower[source.head]) not in nouns:
        return False
    return follows == [","] or (before >= 0 and tree.text[before] == "," and follows in ([], ["."]))


def _read(scene: Scene, cue: int, length: int) -> Draft | None:
    """``length`` is that of the cue in tokens."""
    tree = scene.tree
    source = _source(scene, cue, length)
    if source is None:
        return None
    through = next((i for i in range(source.head + 1, source.end) if tree.lower[i] == "via"), source.end)
    source = replace(source, end=through)  # "according to the mayor *via* a news agency"
    start, end = _start_of_part(scene, cue), sentence_end(scene, cue)
    before = tree.skip_left(cue, ",—–-(")
    if before >= start and tree.pos[before] == "CCONJ" and tree.text[source.end : source.end + 1] == [","]:
        contents = [scene.chars(source.end + 1, end)]  # "…, but, according to Jones, *it was late*"
    elif before >= start:
        contents = [scene.chars(start, before + 1)]
        after = source.end
        # in the middle: what stands before is no clause yet
        is_inside = tree.lower[before] in _HELPERS or not _has_verb(scene, start, before + 1)
        if after < end and tree.text[after] == "," and is_inside:
            contents.append(scene.chars(after + 1, end))
    else:
        source = _with_second(scene, source, end)
        after = tree.skip_right(_behind_bracket(tree, source.end), ",")
        contents = [scene.chars(after, end)] if after < end else []
    contents = [each for each in contents if each[1] > each[0]]
    if not contents:
        return None
    words = " ".join(tree.lower[cue : cue + length])
    return Draft(tree, "according-to", (cue, cue + length), words, contents, source, head=cue)


def _behind_bracket(tree: Tree, i: int) -> int:
    """The token behind a bracket that opens at one: according to the World Bank **(WB)**, …"""
    if tree.text[i : i + 1] != ["("]:
        return i
    return next((j + 1 for j in range(i + 1, min(i + 8, tree.size)) if tree.text[j] == ")"), i)


def _start_of_part(scene: Scene, cue: int) -> int:
    """The first token of a cue's sentence, or behind the last semicolon: "…; *it was late*, according to Jones"."""
    tree = scene.tree
    start = tree.sentence[cue][0]
    return next((i + 1 for i in range(cue - 1, start - 1, -1) if tree.text[i] == ";" and not tree.quote[i]), start)


def _with_second(scene: Scene, source: Source, end: int) -> Source:
    """A source with what else its preposition names behind a relative clause: according to **Holt**, who runs the
    port, **and Dahl**, the ferry was late."""
    tree = scene.tree
    relative = tree.lower[source.end + 1 : source.end + 2]
    if tree.text[source.end : source.end + 1] != [","] or relative not in (["who"], ["which"], ["whose"]):
        return source
    last = tree.right[source.head] + 1
    while last > source.end and tree.text[last - 1] == ",":
        last -= 1
    return replace(source, end=last) if source.end < last < end and tree.text[last] == "," else source


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    return any(scene.tree.tag[i] in ("VBD", "VBP", "VBZ", "MD") for i in range(start, end))


def _source(scene: Scene, cue: int, length: int) -> Source | None:
    tree = scene.tree
    head = tree.head[cue]
    if tree.dep[head] == "nmod:desc":
        head = tree.head[head]  # "according to prosecutor **Jan Dahl**"
    first = tree.skip_right(cue + length, "")
    if first >= tree.size:
        return None
    heads = [head, *(child for child in tree.all_children(cue, "obl", "nmod", "obj"))]
    for each in heads:
        if first <= each < cue + 25 and (tree.dep[each] != "ROOT" or each == head != tree.head[cue]):
            source = _with_quoted(tree, noun_phrase(tree, each))
            return replace(source, start=first) if source.start <= first + 1 and source.end > first else source
    return phrase_after(tree, first, min(tree.size, first + 15))


def _with_quoted(tree: Tree, source: Source) -> Source:
    """A source with the name in quotation marks that ends it: according to one of the navy's **"Sea Hawks"**, …"""
    end = source.end
    if end >= tree.size or not tree.quote[end] or tree.tag[end - 1] not in ("POS", "DT", "PRP$"):
        return source
    while end < tree.size and tree.quote[end] == tree.quote[source.end]:
        end += 1
    return replace(source, end=end)
