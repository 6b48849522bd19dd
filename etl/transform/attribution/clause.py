"""Reported clauses: said that … · …, she said · wondered whether … · the report shows …"""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import Source, is_passive, phrase_before, subject_of
from etl.transform.attribution.verbs import Use

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_CLAUSES = ("ccomp", "csubj", "csubj:pass", "parataxis", "acl:relcl", "advcl", "dep", "xcomp")
_MARKS = frozenset(["that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"])


def find_clauses(scene: Scene) -> None:
    tree = scene.tree
    for verb in range(tree.size):
        if tree.quote[verb] or verb in scene.taken:
            continue
        entry = scene.verb(verb, Use.CLAUSE | Use.TAG)
        if entry is None:
            continue
        draft = _read(scene, verb, entry[0].lemma, entry[0].use, entry[1])
        if draft is not None:
            scene.add(draft)


def _read(scene: Scene, verb: int, lemma: str, use: Use, form: Form) -> Draft | None:
    tree = scene.tree
    passive = is_passive(tree, verb)
    source = subject_of(tree, verb)
    complement = _complement(scene, verb, passive)
    if complement is not None:
        content = _after(scene, verb, complement)
        if content is not None:
            if source is None and not passive:
                source = _beside(scene, verb)
            return Draft(
                tree, _name(use, passive), (verb, verb + 1), lemma, [content], source, 0.9 if source else 0.6, head=verb
            )
    if passive or not use & Use.TAG or form is Form.ING:
        return None
    return _tag(scene, verb, lemma, source)


def _name(use: Use, passive: bool) -> str:
    kind = "thought" if use & Use.THOUGHT else "said"
    return f"{kind}-passive-clause" if passive else f"{kind}-clause"


def _beside(scene: Scene, verb: int) -> Source | None:
    tree = scene.tree
    i = verb
    while i > 0 and tree.pos[i - 1] in ("ADV", "AUX", "PART"):
        i -= 1
    return phrase_before(tree, i, max(tree.sentence[verb][0], i - 12))


def _complement(scene: Scene, verb: int, passive: bool) -> int | None:
    """The head of the reported clause to the right of a verb."""
    tree = scene.tree
    for child in tree.children[verb]:
        if child < verb:
            continue
        dep = tree.dep[child]
        if dep in ("ccomp", "csubj", "csubj:pass") and (tree.is_finite(child) or _has_own_subject(scene, child)):
            return child
        if dep == "xcomp" and not passive and _has_own_subject(scene, child):
            return child
        if dep in ("parataxis", "dep", "advcl") and _follows_closely(scene, verb, child):
            return child
    return None


def _has_own_subject(scene: Scene, clause: int) -> bool:
    return scene.tree.child(clause, "nsubj", "nsubj:pass") is not None


def _follows_closely(scene: Scene, verb: int, clause: int) -> bool:
    tree = scene.tree
    left = tree.left[clause]
    if left <= verb or not _has_own_subject(scene, clause):
        return False
    return tree.lower[left] == "that" or (left == tree.skip_right(verb + 1, ":") and tree.dep[clause] != "advcl")


def _after(scene: Scene, verb: int, clause: int) -> Chars | None:
    tree = scene.tree
    start = max(tree.left[clause], verb + 1)
    while start < clause and (tree.dep[start] == "punct" and not tree.quote[start]):
        start += 1
    end = clause_end(scene, verb, start, max(tree.right[clause] + 1, start + 1))
    chars = scene.chars(start, end)
    return chars if chars[1] > chars[0] else None


def _tag(scene: Scene, verb: int, lemma: str, source: Source | None) -> Draft | None:
    """A tag after, or in the middle of, what is said: "The bill, she said, would fail"."""
    tree = scene.tree
    start = tree.sentence[verb][0]
    if source is None or tree.lower[source.head] in ("who", "which", "that", "what"):
        return None
    if source.start > verb:
        first = verb
    elif verb - source.end <= 3 and source.end <= verb:
        first = source.start
    else:
        return None
    while first > start and tree.pos[first - 1] in ("ADV", "SCONJ") and tree.lower[first - 1] in ("as", "also", "then"):
        first -= 1
    comma = tree.skip_left(first, "")
    if comma <= start or tree.text[comma] not in ",—–" or tree.quote[comma]:
        return None
    last = max(verb, source.end - 1) + 1
    after = sentence_end(scene, verb)
    resume = next((i for i in range(last, after) if tree.text[i] in ",—–" and not tree.quote[i]), after)
    if any(tree.tag[i] in _FINITE for i in range(last, resume)):
        return None
    contents = [scene.chars(start, comma)]
    if resume < after and not any(tree.tag[i] in _FINITE for i in range(start, comma)):
        contents.append(scene.chars(resume + 1, after))
    contents = [each for each in contents if each[1] > each[0]]
    if not contents:
        return None
    return Draft(tree, "said-tag", (verb, verb + 1), lemma, contents, source, 0.9, head=verb)
