"""Tags before their quotation: Jones said: *"…"* · told the paper, *"…"*."""

from __future__ import annotations

from etl.transform.arcs import FINITE
from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.medium import names_medium
from etl.transform.attribution.phrase import NOMINAL, Source, phrase_after, subject_beside
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.source import (
    is_passive,
    subject_of,
    subject_of_participle,
)
from etl.transform.attribution.speech_verb import LONGEST_NAME, REACH, is_in_relative, tag_of
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Use


def tag_before(scene: Scene, quoted: Quoted) -> Draft | None:
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before < 0 or tree.quote[before] or not _invites_words(scene, quoted, before):
        return None
    verb = _verb_before(scene, before)
    entry = scene.verb(verb, Use.DIRECT | Use.TOLD) if verb is not None else None
    if verb is None or entry is None:
        return None
    if (entry[0].use & Use.CLAUSE or is_passive(tree, verb)) and _goes_on(scene, quoted, before):
        return None
    takes_other = not entry[0].use & (Use.TOLD | Use.REQUEST) and tree.child(verb, "obj") is not None
    if tree.text[before] == "," and takes_other:
        return None
    source = subject_of(tree, verb)
    if source is None or tree.quote[source.head]:
        source = _source_before(scene, verb, entry[1]) or _source_behind(scene, quoted, verb)
    is_inverted = tree.text[before] == ":" or (tree.text[before] == "," and verb == tree.sentence[verb][0])
    if source is None and is_inverted and verb < before:
        behind = phrase_after(tree, verb + 1, before)  # "Said Jones: “…”"
        source = behind if behind is not None and behind.end == before else None
    if source is None and tree.text[before] != ":" and verb != before:
        return None
    draft = tag_of(scene, quoted, verb, source, "speech-tag-before")
    clause = _clause_before(scene, verb, before) if tree.text[before] == ":" else None
    if clause is not None:
        draft.content.insert(0, clause)
    if tree.text[before] == "," and before - 1 > verb and tree.lower[before - 1] == "that":
        draft.content = [(scene.chars(before - 1, before)[0], quoted.chars[1])]  # "confirmed that, “…”"
    elif tree.text[before] == "," and source is not None:
        draft.content = _around_tag(scene, quoted, source, verb)
    return draft


def _clause_before(scene: Scene, verb: int, colon: int) -> Chars | None:
    """What was said in other words before a colon: told them *it was over*: “We are going home.”"""
    tree = scene.tree
    for clause in tree.all_children(verb, "ccomp"):
        left = max(tree.left[clause], verb + 1)
        if verb < clause < colon and left < clause and tree.child(clause, "nsubj", "nsubj:pass") is not None:
            return scene.chars(left, colon)
    return None


def _around_tag(scene: Scene, quoted: Quoted, source: Source, verb: int) -> list[Chars]:
    """The content of a tag in the middle of it: *The plan*, she said, *“is a start” for all of them*."""
    tree = scene.tree
    first = tree.sentence[verb][0]
    first = next((i + 1 for i in range(source.start - 1, first, -1) if tree.text[i] == ";"), first)
    opening = tree.text[min(quoted.start + 1, tree.size - 1)]
    if not opening[0].islower() or source.start <= first or tree.text[source.start - 1] != "," or source.end > verb:
        return [quoted.chars]
    end = sentence_end(scene, quoted.end - 1)
    after = min(quoted.end, end)
    goes_on = after < end and tree.pos[after] in ("ADP", "SCONJ", "PART")
    if _tells_how(tree, tree.skip_right(first, ""), source.start - 1):
        return [quoted.chars]
    lead = scene.chars(first, source.start - 1)
    last = (quoted.chars[0], scene.chars(quoted.start, end)[1]) if goes_on else quoted.chars
    return [lead, last] if lead[1] > lead[0] else [last]


def _tells_how(tree: Tree, first: int, end: int) -> bool:
    """Whether the words before a tag only join or tell where it was said: "*However*, she added, “…”", "*Writing for
    the court*, she said, “…”", "*In a letter to the board*, she said, “…”"."""
    if all(tree.pos[i] in ("ADV", "CCONJ", "PUNCT") for i in range(first, end)):
        return True
    if tree.tag[first] in ("VBG", "VBN") or tree.lower[first] == "according":
        return True
    return tree.pos[first] == "ADP" and any(names_medium(tree, i) for i in range(first, end))


def _goes_on(scene: Scene, quoted: Quoted, before: int) -> bool:
    """Whether a few quoted words after the verb only begin a reported clause: said “reforms” would pay for it."""
    tree = scene.tree
    if quoted.quotation.is_speech or tree.text[before] == ",":
        return False
    after = tree.skip_right(quoted.end, "")
    if tree.text[before] == ":":  # "… the name: “X” is to replace it"
        return after < tree.size and tree.tag[after] in (*FINITE, "MD")
    return after < tree.size and tree.pos[after] in ("AUX", "VERB", "CCONJ", "ADP", "NOUN")


def _invites_words(scene: Scene, quoted: Quoted, before: int) -> bool:
    """Whether a colon, a comma or the verb itself stands before a quotation; before a few words the comma must
    follow the verb."""
    tree = scene.tree
    if tree.text[before] == ":" or scene.verb(before, Use.DIRECT):
        return True
    if tree.pos[before] in NOMINAL and quoted.quotation.is_speech:
        return _is_told(scene, before)
    if tree.text[before] != ",":
        return False
    nearest = tree.skip_left(before, "")
    return quoted.quotation.is_speech or (nearest >= 0 and scene.verb(nearest, Use.DIRECT) is not None)


def _is_told(scene: Scene, listener: int) -> bool:
    """Whether a quotation stands right behind who heard it: told the reporters “…”"""
    tree = scene.tree
    i = listener
    while i > max(0, listener - LONGEST_NAME) and tree.pos[i] in NOMINAL and not tree.quote[i]:
        i -= 1
    return tree.lower[i] in ("told", "tells", "tell", "telling") and tree.text[listener] != ","


def _verb_before(scene: Scene, before: int) -> int | None:
    tree = scene.tree
    is_colon = tree.text[before] == ":"
    for verb in range(before, max(-1, before - REACH), -1):
        if tree.quote[verb] or tree.is_stop(verb):
            return None
        if scene.verb(verb, Use.DIRECT | Use.TOLD) is not None and verb not in scene.taken:
            return verb
        is_auxiliary = is_colon and tree.pos[verb] == "AUX"
        if tree.tag[verb] in FINITE and not is_auxiliary and not is_in_relative(scene, verb, 0):
            return None
    return None


def _source_behind(scene: Scene, quoted: Quoted, verb: int) -> Source | None:
    """Who goes on after a participle that opens a sentence: *Saying* “it is late,” **Jones** left the room."""
    tree = scene.tree
    mark = tree.skip_left(quoted.end, "")
    has_comma = tree.text[quoted.end : quoted.end + 1] == [","] or tree.text[mark - 1] == ","
    if tree.tag[verb] != "VBG" or verb != tree.skip_right(tree.sentence[verb][0], "") or not has_comma:
        return None
    start = tree.skip_right(quoted.end, ",")
    return phrase_after(tree, start, min(start + LONGEST_NAME, tree.size)) if start < tree.size else None


def _source_before(scene: Scene, verb: int, form: Form) -> Source | None:
    tree = scene.tree
    if is_passive(tree, verb):
        return None
    limit = tree.sentence[verb][0]
    if form is Form.ING:
        return subject_of_participle(tree, verb, limit)
    return subject_beside(tree, verb, limit)
