"""Tags behind their quotation: *"…,"* she said · *"…"* said Jones, *"and …"*."""

from __future__ import annotations

from etl.transform.arcs import FINITE
from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.phrase import TIMES, Source, phrase_after, subject_beside
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.source import (
    agent_of,
    controller_of,
    is_passive,
    quoted_by,
)
from etl.transform.attribution.speech_verb import LONGEST_NAME, REACH, is_in_open_relative, is_in_relative, tag_of
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import SAME_PAST, SURE_FORMS, Use
from etl.transform.lexicon import word_set

_NOT_A_TAG = word_set(
    """and but or nor when while after before which that because although though if so yet since until unless whose
    whom where even then for to"""
)
#: With its marks.
_LONGEST_NICKNAME = 4
_CLAUSE_OPENERS = word_set("if because although though that whether unless so while")


def tag_after(scene: Scene, quoted: Quoted) -> Draft | None:
    tree = scene.tree
    start = tree.skip_right(quoted.end, ",—–-")
    if start >= tree.size or tree.lower[start] in _NOT_A_TAG or tree.quote[start]:
        return None
    verb = _verb_after(scene, start) if _invites_tag(scene, quoted, start) else None
    if verb is None or _is_adverbial(scene, quoted) or (verb > start and _introduces(scene, verb, quoted)):
        return None
    source = _source_after(scene, verb, start)
    if source is None or _is_called(scene, quoted):
        return None
    draft = tag_of(scene, quoted, verb, source, "speech-tag-after")
    draft.content = [_with_lead(scene, quoted)]
    rest = _rest_after(scene, max(verb + 1, source.end))
    if rest is not None:
        draft.content.append(rest)
    return draft


def _is_called(scene: Scene, quoted: Quoted) -> bool:
    """Whether the word before a quotation takes it as its object: under what she called “the old model,” the club …"""
    before = scene.tree.skip_left(quoted.start, "")
    return before > 0 and not scene.tree.quote[before] and scene.verb(before, Use.COMPLEMENT) is not None


def _is_adverbial(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation only belongs to a phrase before the sentence: On “This Week,” she said it was late."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before < 0 or tree.text[before][-1] in ".?!:;" or tree.quote[before]:
        return False
    first = tree.skip_right(tree.sentence[before][0], "")
    if before == first and tree.tag[first] == "VBG" and scene.verb(first, Use.DIRECT) is not None:
        return True  # "*Saying* “it was late,” she insisted …"
    if quoted.end - quoted.start > LONGEST_NAME:
        return False
    if tree.tag[first] not in ("IN", "VBG") or tree.lower[first] in _CLAUSE_OPENERS:
        return False
    return not any(tree.tag[i] in FINITE or tree.tag[i] == "MD" for i in range(first, quoted.end))


def _rest_after(scene: Scene, after: int) -> Chars | None:
    """What goes on with a sentence after its tag, where it holds more quoted words: “…,” she said, but “…”."""
    tree = scene.tree
    if after >= tree.size:
        return None
    end = sentence_end(scene, after)
    comma = next((i for i in range(after, end) if tree.text[i] == "," and not tree.quote[i]), end)
    first = comma + 1
    if (
        first >= end
        or tree.quote[first]
        or tree.pos[first] not in ("CCONJ", "SCONJ")
        or tree.sentence[first] != tree.sentence[after]
    ):
        return None
    if not any(tree.quote[i] for i in range(first, end)) or any(tree.quote[i] for i in range(after, comma)):
        return None
    for i in range(first, end):
        if tree.quote[i]:
            break
        if scene.verb(i, Use.DIRECT) is not None or tree.tag[i] in ("VBD",):
            return None
    return scene.chars(first, end)


def _verb_after(scene: Scene, start: int) -> int | None:
    """The reporting verb of a tag that begins at a token; another finite verb before it means that it is no tag."""
    tree = scene.tree
    aside: int | None = None
    is_told_of = False  # in an aside behind the speaker: "Lund, now 81 and *retired* in Oslo, said"
    for verb in range(start, min(start + REACH, tree.size)):
        if tree.quote[verb] and _is_nickname(scene, verb):
            continue
        if tree.is_stop(verb) or tree.quote[verb] or tree.text[verb] == ":":
            return aside
        if is_told_of and tree.text[verb - 1] != ",":
            continue
        entry = scene.verb(verb, Use.DIRECT | Use.TOLD)
        has_tense = entry is not None and (
            entry[1] is not Form.BASE
            or (entry[0].lemma in SAME_PAST and (verb == start or tree.tag[verb] == "VBD"))
            or (tree.tag[verb] == "VBP" and verb > start)  # "…," critics *say*
        )
        if entry is not None and verb not in scene.taken and has_tense:
            if is_in_open_relative(scene, verb, start):  # "a diplomat, who *asked* not to be named, told Politico"
                aside = aside or verb
            elif entry[1] is not Form.ING or verb == start or tree.dep[verb] != "amod":
                return verb
        elif _helps_tag(scene, verb):
            continue
        elif tree.tag[verb] in FINITE and not is_in_relative(scene, verb, start) and not _is_quoted(scene, verb):
            if is_told_of or not _is_in_aside(tree, start, verb):
                return aside
            is_told_of = True
    return aside


def _is_nickname(scene: Scene, i: int) -> bool:
    """Whether a quoted word stands inside a name: Marcia "*Cia*" Price."""
    tree = scene.tree
    quoted = next((each for each in scene.quoted if each.start <= i < each.end), None)
    if quoted is None or quoted.end - quoted.start > _LONGEST_NICKNAME or quoted.end >= tree.size:
        return False
    return tree.pos[quoted.start - 1] == "PROPN" and tree.pos[quoted.end] == "PROPN"


def _is_in_aside(tree: Tree, start: int, verb: int) -> bool:
    """Whether a participle, taken for a tense, goes on with an aside: "Lund, now 81 and *retired*, said"."""
    commas = [i for i in range(start + 1, verb) if tree.text[i] == ","]
    is_behind_name = len(commas) == 1 and tree.pos[commas[0] - 1] == "PROPN"
    return is_behind_name and tree.tag[verb] == "VBD" and tree.child(verb, "nsubj", "aux") is None


def _helps_tag(scene: Scene, verb: int) -> bool:
    """Whether an auxiliary stands before the verb of a tag: “…,” he *had* written."""
    tree = scene.tree
    said = verb + 2 if tree.pos[verb + 1 : verb + 2] == ["ADV"] else verb + 1
    is_perfect = tree.lower[verb] in ("had", "has", "have") and tree.tag[said : said + 1] == ["VBN"]
    return is_perfect and scene.verb(said, Use.DIRECT | Use.TOLD) is not None


def _is_quoted(scene: Scene, verb: int) -> bool:
    """Whether an auxiliary belongs to "*was* quoted as saying"."""
    tree = scene.tree
    quoted = verb + 2 if tree.pos[verb + 1 : verb + 2] == ["ADV"] else verb + 1
    return tree.lower[quoted + 1 : quoted + 3] == ["as", "saying"]


def _invites_tag(scene: Scene, quoted: Quoted, after: int) -> bool:
    last = scene.text[quoted.quotation.inner_start : quoted.quotation.inner_end].rstrip("\"'”’»] ")[-1:]
    if last in ",;?!—–-…" or scene.tree.text[quoted.end : quoted.end + 1] == [","]:
        return quoted.quotation.is_speech or last in ",?!"
    if last == "." and quoted.quotation.is_speech:
        is_small = scene.tree.text[after][0].islower() or scene.verb(after, Use.DIRECT) is not None
        return is_small or _is_whole_tag(scene, after)
    opens = quoted.start == scene.tree.skip_right(scene.tree.sentence[quoted.start][0], "")
    return (quoted.quotation.is_speech or opens) and _is_bare_tag(scene, after)


def _is_whole_tag(scene: Scene, start: int) -> bool:
    """ "“….” *Jones said.*": a sentence that is nothing but a name and a verb."""
    tree = scene.tree
    end = start
    while end < tree.size and tree.pos[end] == "PROPN":
        end += 1
    is_said = tree.lower[end : end + 1] in (["said"], ["says"])
    return end > start and is_said and tree.text[end + 1 : end + 2] in ([], ["."])


def _is_bare_tag(scene: Scene, start: int) -> bool:
    """ "…" Jones said. — a tag after a quotation that no comma sets off."""
    tree = scene.tree
    if tree.lower[start] in SURE_FORMS and phrase_after(tree, start + 1, min(start + 16, tree.size)) is not None:
        return tree.lower[start + 1] != "that"  # "…" said Jones
    for verb in range(start + 1, min(start + 4, tree.size)):
        if scene.verb(verb, Use.DIRECT) and tree.lower[verb] in SURE_FORMS:
            return all(tree.pos[i] in ("PROPN", "PRON", "DET", "NOUN") for i in range(start, verb))
    return False


def _introduces(scene: Scene, verb: int, quoted: Quoted) -> bool:
    """Whether what is said follows the verb after all: "On “This Week,” she said that …"."""
    tree = scene.tree
    following = tree.skip_right(verb + 1, "")
    if following < tree.size and tree.lower[following] == "that" and tree.tag[following] == "IN":
        return True
    opens = tree.skip_left(quoted.start, "")
    if (following < tree.size and tree.text[following] in ",.:") or opens < 0 or tree.text[opens] in ".?!:":
        return False
    for child in tree.all_children(verb, "ccomp"):
        if child > verb and not tree.quote[child] and tree.is_finite(child):
            subject = tree.child(child, "nsubj", "nsubj:pass")
            if subject is not None and verb < subject < child:
                return True
    return False


def _with_lead(scene: Scene, quoted: Quoted) -> Chars:
    """A quotation with the words of its sentence before it: "The plan is “a disaster,” he said"."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before < 0 or tree.text[before][-1] in ".?!:;" or tree.quote[before]:
        return quoted.chars
    first = tree.sentence[before][0]
    while first <= before and any(tree.is_stop(i) for i in range(first, before)):
        first += 1
    while first < before and (tree.is_space[first] or tree.pos[first] == "PUNCT"):
        first += 1
    # what another cue governs already is not this one's
    last = max(
        (each.head for each in scene.drafts if each.head is not None and first <= each.head <= before), default=-1
    )
    if last >= 0 or tree.text[before] == ",":
        return quoted.chars
    return min(scene.chars(first, before + 1)[0], quoted.chars[0]), quoted.chars[1]


def _source_after(scene: Scene, verb: int, start: int) -> Source | None:
    """The subject of a tag that follows its quotation: "said Jones" or "Jones said"."""
    tree = scene.tree
    quoted = quoted_by(tree, verb)
    if quoted is not None:
        return quoted[0]
    if is_passive(tree, verb):
        agent = agent_of(tree, verb)
        return agent or (controller_of(tree, verb) if tree.tag[verb] == "VBG" else None)
    own = controller_of(tree, verb)
    leading = all(tree.pos[i] in ("ADV", "AUX", "PART") for i in range(start, verb))
    if own is not None and own.start >= start and not tree.quote[own.head] and (leading or own.end <= verb):
        return own
    if leading and tree.tag[verb] == "VBG":
        return None  # "…," *recalling* their first meeting
    if leading:
        after = tree.skip_right(verb + 1, "")
        found = phrase_after(tree, after, min(after + 15, tree.size)) if after < tree.size else None
        return None if found is not None and tree.lower[found.head] in TIMES else found  # "began last May"
    return subject_beside(tree, verb, start)
