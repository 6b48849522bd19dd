"""What a colon introduces: the next paragraph, a block quotation, or words after a bare name."""

from __future__ import annotations

from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.phrase import Source, noun_phrase, subject_beside
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.source import subject_of
from etl.transform.attribution.verbs import VERBS, Use
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_LONGEST_LABEL = 9
#: What is made of words, and given.
_UTTERANCES = word_set(
    """announcement statement answer reply response message warning comment remark declaration admission observation
    appeal plea explanation advice verdict prediction promise pledge tweet post"""
)
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])


def introduction(scene: Scene) -> Draft | None:
    """The statement that a paragraph's last colon introduces; its content, if it has none yet, is what follows."""
    tree = scene.tree
    colon = tree.skip_left(tree.size, "")
    if colon < 1 or tree.text[colon][-1] != ":" or tree.quote[colon]:
        return None
    start = tree.sentence[colon][0]
    held = [draft for draft in scene.drafts if draft.cue is not None and draft.end <= tree.ends[colon]]
    recent = max(held, key=lambda draft: draft.end, default=None)
    verb = _last_verb(scene, start, colon)
    if verb is None:
        return _announcing(scene, colon) or recent or _labelled(scene, start, colon)
    owner = next((draft for draft in scene.drafts if draft.head == verb), None)
    if owner is not None:
        return owner
    source = subject_of(tree, verb) or subject_beside(tree, verb, start)
    entry = scene.verb(verb, Use.DIRECT | Use.CLAUSE) or VERBS.get(tree.lower[verb])
    if source is None or entry is None:
        return recent
    return Draft(tree, "colon", (verb, verb + 1), entry[0].lemma, [], source, head=verb)


def _last_verb(scene: Scene, start: int, colon: int) -> int | None:
    """The reporting verb of an introduction; a clause of another verb after it hides it."""
    for i in range(colon - 1, start - 1, -1):
        if (scene.verb(i, Use.DIRECT) is not None or _reports_from(scene, i)) and not scene.tree.quote[i]:
            return i
        if scene.tree.tag[i] in _FINITE and scene.tree.pos[i] == "VERB":
            return None
    return None


def _reports_from(scene: Scene, i: int) -> bool:
    """ "Our correspondent, Ann Roe, *reports* from Oslo:" taken for a plural."""
    tree = scene.tree
    return tree.lower[i] in ("reports", "writes") and tree.text[i - 1] == "," and tree.pos[i + 1] in ("ADP", "PUNCT")


def _announcing(scene: Scene, colon: int) -> Draft | None:
    """ "A spokesman provided this *statement*:" """
    source = announced_before(scene, colon)
    return Draft(scene.tree, "label", (colon - 1, colon), None, [], source) if source is not None else None


def _labelled(scene: Scene, start: int, colon: int) -> Draft | None:
    """ "From the report:" """
    source = label_before(scene, colon)
    if source is None:
        return None
    return Draft(scene.tree, "label", (colon, colon + 1), None, [], source)


def label_before(scene: Scene, colon: int) -> Source | None:
    """A bare name between the start of a sentence and its colon."""
    tree = scene.tree
    start = tree.sentence[colon][0]
    while start < colon and (tree.is_space[start] or tree.pos[start] in ("PUNCT", "ADP", "ADV")):
        start += 1
    if tree.lower[start : start + 3] == ["the", "words", "of"]:
        start += 3  # "In the words of one teacher:"
    if tree.tag[start] == "PRP$" and tree.lower[start + 1 : start + 2] == ["words"]:
        return Source(tree, start, start + 1, start, start)  # "His words:"
    if not 0 < colon - start <= _LONGEST_LABEL or any(tree.tag[i] in _FINITE for i in range(start, colon)):
        return None
    nouns = [i for i in range(start, colon) if tree.pos[i] in ("PROPN", "NOUN") and not tree.quote[i]]
    if not nouns:
        return None
    comma = next((i for i in range(start, colon) if tree.text[i] in (",", "(")), colon)
    head = max((i for i in nouns if i < comma), default=nouns[0])
    whole = noun_phrase(tree, head, before=colon)
    return Source(tree, start, colon, head, head) if whole.start <= start else Source(tree, start, head + 1, head, head)


def announced_before(scene: Scene, colon: int) -> Source | None:
    """Who gave what the noun before a colon says that they gave: *the ministry* made the following announcement."""
    tree = scene.tree
    noun = colon - 1
    verb = tree.head[noun]
    if singular(tree.lower[noun]) not in _UTTERANCES or tree.dep[noun] != "obj" or verb > noun:
        return None
    if any(tree.pos[owner] != "PRON" for owner in tree.all_children(noun, "nmod:poss")):
        return None  # "opposed *Lund's* statement: …"
    source = subject_of(tree, verb)
    return source if source is not None and source.end <= verb and not tree.quote[source.head] else None


def ends_with_cue(draft: Draft) -> bool:
    """Whether the last sentence of a statement's paragraph holds its cue and names its source."""
    tree = draft.tree
    last = tree.skip_left(tree.size, "")
    return draft.cue is not None and draft.source is not None and draft.cue[0] >= tree.sentence[last][0]


def add_block(draft: Draft, chars: Chars, ordinal: int) -> None:
    """Gives a block quotation to the statement that introduces it."""
    draft.content.append(chars)
    draft.quotations.append(ordinal)


def add_introduced(scene: Scene, draft: Draft, owners: dict[int, Draft]) -> None:
    """Gives the quotation that opens a paragraph to the colon at the end of the paragraph before."""
    first: Quoted | None = next(iter(scene.quoted), None)
    if first is None or first.ordinal in scene.placed or scene.tree.skip_left(first.start, "") >= 0:
        return
    draft.content.append(first.chars)
    draft.quotations.append(first.ordinal)
    scene.placed.add(first.ordinal)
    owners[first.ordinal] = draft
