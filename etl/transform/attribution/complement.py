"""What a verb calls its object, and the infinitive that hangs on it: called *him a liar*, promised *to leave*."""

from __future__ import annotations

from collections.abc import Iterator

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Chars
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Verb
from etl.transform.lexicon import word_set

#: These call somebody something only with "as"; without it they do something else ("cast a ballot").
_AS_ONLY = word_set(
    "cast paint cite see view regard refer identify depict portray characterize describe mock praise remember"
)
#: To give somebody or something a name; "called the man hired" would be another thing.
_NAMING = word_set(
    "term terms termed terming brand brands branded branding deem deems deemed declare declared dub dubbed"
)
#: Tokens between "what" and the verb: "what some *former officials* describe as".
_LONGEST_CALLER = 9
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_CIRCUMSTANCES = frozenset(["after", "when", "while", "because", "before", "since", "though", "although"])


def infinitive_of(scene: Scene, verb: int) -> int | None:
    tree = scene.tree
    for child in tree.all_children(verb, "xcomp", "ccomp", "advcl"):
        if child > verb and any(tree.lower[mark] == "to" for mark in tree.all_children(child, "mark", "aux")):
            return child
    return None


def called_contents(scene: Scene, verb: int, entry: Verb, object_: int | None) -> Iterator[tuple[str, int, Chars]]:
    """What somebody is called, with who it is: called *him a liar*, saw *it as weak*."""
    tree = scene.tree
    if object_ is not None:
        complement = _complement(scene, verb, object_)
        if complement is not None and entry.lemma == "call" and complement == infinitive_of(scene, verb):
            complement = None  # "called the clinic to complain"
        if complement is not None and (entry.lemma not in _AS_ONLY or _has_as(scene, object_, complement)):
            start = tree.left[object_]
            end = max(tree.right[complement], tree.right[object_]) + 1
            yield (
                "called",
                verb + 1,
                scene.chars(start, _before_clause(scene, end, clause_end(scene, verb, start, end))),
            )
    if _is_called_so(scene, verb, entry):
        yield "called", verb + 1, scene.chars(verb + 1, _end_of_name(scene, verb))
    if object_ is not None and (fronted := _fronted(scene, verb, object_)) is not None:
        yield "called", verb + 1, fronted
    described = _described_so(scene, verb)
    if described is not None:
        yield "called", verb + 1, described
    if entry.lemma not in _AS_ONLY and _names(scene, verb):
        yield "called", verb + 1, scene.chars(verb + 1, clause_end(scene, verb, verb + 1, verb + 2))
    quality = _quoted_quality(scene, verb, object_) if object_ is not None and entry.lemma not in _AS_ONLY else None
    if quality is not None:
        yield "called", verb + 1, scene.chars(verb + 1, quality)


def _is_called_so(scene: Scene, verb: int, entry: Verb) -> bool:
    """Whether quoted words right behind a verb name what it takes before it: which he called “a first step”, what she
    called “a lie”, a talk that he described as “a shambles”."""
    tree = scene.tree
    name = verb + 1 + (tree.lower[verb + 1 : verb + 2] == ["as"])
    if name >= tree.size or not tree.quote[name] or (entry.lemma in _AS_ONLY and name == verb + 1):
        return False
    if any(tree.lower[i] in ("what", "which") and i < verb for i in tree.children[verb]):
        return True

    is_relative = tree.dep[verb] in ("acl:relcl", "acl") and tree.head[verb] < verb
    return is_relative and tree.child(verb, "nsubj") is not None


def _described_so(scene: Scene, verb: int) -> Chars | None:
    """What stands behind "as" where "what" opens the clause: in what critics described *as an old trick*."""
    tree = scene.tree
    first = verb + 1
    what = next((i for i in range(verb - 1, max(-1, verb - _LONGEST_CALLER), -1) if tree.lower[i] == "what"), None)
    if what is None or tree.lower[first : first + 1] != ["as"] or tree.quote[first + 1 : first + 2] != [0]:
        return None
    if any(tree.pos[i] in ("VERB", "AUX", "PUNCT") for i in range(what + 1, verb)):
        return None
    noun = next((i for i in tree.children[verb] if i > first and tree.left[i] == first), None)
    return scene.chars(first, tree.right[noun] + 1) if noun is not None else None


def _is_anothers(scene: Scene, quoted: Quoted) -> bool:
    """Whether another statement than a turn of a talk has claimed a quotation."""
    return any(quoted.ordinal in each.quotations for each in scene.drafts if each.rule != "turn")


def _fronted(scene: Scene, verb: int, object_: int) -> Chars | None:
    """What somebody is called before who it is: dismissed *as “gossip” a report that he had left*."""
    tree = scene.tree
    name = next((i for i in tree.all_children(verb, "obl", "advcl", "xcomp") if tree.left[i] == verb + 1), None)
    if name is None or tree.lower[verb + 1] != "as" or not name < tree.left[object_] or tells_when(scene, name):
        return None
    return scene.chars(verb + 1, clause_end(scene, verb, verb + 1, tree.right[object_] + 1))


def _end_of_name(scene: Scene, verb: int) -> int:
    first = verb + 1 + (scene.tree.lower[verb + 1 : verb + 2] == ["as"])
    end = first
    while end < scene.tree.size and scene.tree.quote[end] == scene.tree.quote[first]:
        end += 1
    return end


def _names(scene: Scene, verb: int) -> bool:
    """Whether two noun phrases follow a verb of calling, by the words alone: called + the plan + **a** disaster."""
    tree = scene.tree
    for i in range(verb + 2, min(verb + 25, sentence_end(scene, verb) - 1)):
        if tree.pos[i] in ("ADP", "VERB", "AUX", "SCONJ", "PUNCT") and not tree.quote[i] and tree.lower[i] != "of":
            return False
        if tree.lower[i] in ("a", "an") or (tree.quote[i] and not tree.quote[i - 1]):
            return tree.pos[i - 1] in ("NOUN", "PROPN", "PRON")
    return False


def _quoted_quality(scene: Scene, verb: int, object_: int) -> int | None:
    """The end of quoted words that close a sentence and say what its object is, however far off: called the plan to
    sell the docks *“a disgrace”*."""
    tree = scene.tree
    end = sentence_end(scene, verb)
    last = next((each for each in scene.quoted if verb < each.start < end), None)
    if last is None or last.end < end or last.start <= object_ or _is_anothers(scene, last):
        return None
    is_phrase = tree.lower[last.start + 1] in ("a", "an") and not any(
        tree.tag[i] in _FINITE for i in range(last.start + 1, min(last.end, last.start + _LONGEST_CALLER))
    )
    return last.end if is_phrase and tree.pos[last.start - 1] in ("NOUN", "PROPN", "PRON", "ADV") else None


def _has_as(scene: Scene, object_: int, complement: int) -> bool:
    return "as" in scene.tree.lower[object_ : complement + 1]


def _complement(scene: Scene, verb: int, object_: int) -> int | None:
    tree = scene.tree
    for child in tree.children[verb]:
        if child <= object_:
            continue
        if tree.dep[child] in ("xcomp", "obj", "appos", "ccomp") or (
            tree.dep[child] == "obl" and tree.case(child) == "as"
        ):
            return child
        has_as = any(tree.lower[mark] == "as" for mark in tree.all_children(child, "mark", "case"))
        if tree.dep[child] == "advcl" and has_as and not tells_when(scene, child):
            return child
    return _quality(tree, verb, object_)


def _quality(tree: Tree, verb: int, object_: int) -> int | None:
    """What a verb of naming calls its object, taken for a part of it: termed the petition politically *motivated*."""
    for child in tree.children[object_]:
        is_bare = not any(each > child for each in tree.children[child])
        is_quality = tree.dep[child] in ("acl", "amod") and tree.tag[child] in ("VBN", "JJ")
        if child > object_ and is_quality and is_bare and tree.lower[verb] in _NAMING:
            return child
    return None


def tells_when(scene: Scene, clause: int) -> bool:
    """Whether a clause has a subject and a verb of its own: condemned the launch *as three missiles fell*."""
    tree = scene.tree
    return tree.child(clause, "nsubj", "nsubj:pass") is not None and tree.is_finite(clause)


def _before_clause(scene: Scene, start: int, end: int) -> int:
    """Without the clause that tells when or why it was said: called it a lie *after he had read it*."""
    tree = scene.tree
    for i in range(start, end):
        if tree.lower[i] in _CIRCUMSTANCES and not tree.quote[i]:
            return i
    return end
