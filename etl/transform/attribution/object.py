"""Where the object of a stance ends, with what tells more of it: criticized *the deal for its price* on Monday."""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.complement import tells_when
from etl.transform.attribution.medium import names_medium
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.verbs import Use, Verb
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_TIMES = word_set(
    """second minute hour day week month year decade night morning afternoon evening
    monday tuesday wednesday thursday friday"""
)
_LOCAL = frozenset(["in", "by", "from", "among", "between", "behind", "toward", "towards"])
_ARGUMENT_CASES = frozenset(["for", "of", "as", "over", "against", "about", "with", "from", "to"])
#: Tokens between an object and what tells more of it.
_GAP = 6
#: Tokens from "and what" to the words that somebody is called.
_LONGEST_CALLER = 10
_ASIDES = frozenset(["which", "who", "whose", "whom", "where"])


def object_end(scene: Scene, verb: int, object_: int) -> int:
    """The end of an object with the phrases that tell more of it: criticized him *for lying*."""
    tree = scene.tree
    end = tree.right[object_] + 1
    for child in tree.all_children(verb, "obl"):
        is_its_own = tree.pos[object_] == "NOUN" and tree.left[child] == end and tree.case(child) in _LOCAL
        if is_its_own and tree.lower[child] not in _TIMES and child > object_ and not names_medium(tree, child):
            end = tree.right[child] + 1
    for child in tree.children[verb]:
        if child <= object_ or tree.left[child] > end + _GAP:
            continue
        case = tree.case(child) or next((tree.lower[mark] for mark in tree.all_children(child, "mark")), "")
        dep = tree.dep[child]
        if case == "as" and tells_when(scene, child):
            continue
        if (dep in ("obl", "advcl", "nmod") and case in _ARGUMENT_CASES) or dep in ("xcomp", "ccomp"):
            end = max(end, tree.right[child] + 1)
    return min(_with_what_is_called(scene, end), sentence_end(scene, verb))


def _with_what_is_called(scene: Scene, end: int) -> int:
    """The end of an object with a second one in somebody's words: blamed rain *and what she called “bad luck”*."""
    tree = scene.tree
    if tree.lower[end : end + 2] != ["and", "what"]:
        return end
    quoted = next((each for each in scene.quoted if end < each.start <= end + _LONGEST_CALLER), None)
    is_called = quoted is not None and scene.verb(quoted.start - 1, Use.COMPLEMENT) is not None
    return quoted.end if quoted is not None and is_called else end


def before_aside(scene: Scene, verb: int, start: int, end: int) -> int:
    """Without a relative clause that only adds to it: praised the plan, *which has failed before*."""
    tree = scene.tree
    for i in range(start + 1, end):
        if tree.lower[i] in _ASIDES and tree.text[i - 1] == "," and not tree.quote[i]:
            goes_on = any(i < tree.left[child] < end for child in tree.children[verb])
            return end if goes_on else i - 1
    return end


def before_occasion(scene: Scene, start: int, end: int) -> int:
    """Without when or in what it was done, whatever the parse hung it on: endorsed him *on Monday*, *in a letter*."""
    tree = scene.tree
    for i in range(start + 1, end - 1):
        is_day = tree.lower[i] == "on" and tree.lower[i + 1] in _TIMES
        is_medium = tree.lower[i] == "in" and any(names_medium(tree, child) for child in range(i + 1, min(i + 4, end)))
        if not tree.quote[i] and (is_day or is_medium or tree.lower[i] == "during"):
            return i if not _goes_on_behind(scene, i, end) else end
    is_when = tree.lower[end - 2] in ("that", "this", "last") and tree.lower[end - 1] in _TIMES
    first = end - 3 if tree.lower[end - 3] in ("later", "earlier", "late", "early") else end - 2
    return first if is_when and first > start and not tree.quote[end - 1] else end


def _goes_on_behind(scene: Scene, occasion: int, end: int) -> bool:
    """Whether more of the object follows behind when it was done: reported one case *on Monday*, **and** a second …"""
    tree = scene.tree
    comma = next((i for i in range(occasion, min(occasion + _GAP, end - 2)) if tree.text[i] == ","), None)
    return comma is not None and tree.lower[comma + 1] == "and" and tree.pos[comma + 2] in ("DET", "NUM", "NOUN", "ADJ")


def prepositional(scene: Scene, verb: int, child: int, entry: Verb) -> tuple[int, int] | None:
    tree = scene.tree
    if tree.dep[child] not in ("obl", "advcl", "xcomp", "ccomp", "nmod", "obj"):
        return None
    for mark in tree.all_children(child, "case", "mark"):
        if tree.lower[mark] in entry.prepositions and mark > verb:
            end = _with_others(scene, min(tree.right[child] + 1, sentence_end(scene, verb)))
            named = next((each for each in tree.children[verb] if each > child and tree.case(each) == "as"), None)
            if named is not None and tree.left[named] == end and entry.lemma in ("refer", "point"):
                end = max(end, clause_end(scene, verb, end, tree.right[named] + 1))  # "referred to it *as a joke*"
            return (mark + 1, end) if end > mark + 1 and not _is_time(scene, child) else None
    return None


def _with_others(scene: Scene, end: int) -> int:
    """The end of a phrase with what ", as well as" adds to it: called for a vote, *as well as a recount*."""
    tree = scene.tree
    joint = tree.skip_right(end, "")
    if tree.text[joint : joint + 1] != [","] or tree.lower[joint + 1 : joint + 4] != ["as", "well", "as"]:
        return end
    noun = tree.head[joint + 1]
    return max(end, tree.right[noun] + 1) if noun > joint else end


def _is_time(scene: Scene, i: int) -> bool:
    return scene.tree.lower[i] in _TIMES or singular(scene.tree.lower[i]) in _TIMES
