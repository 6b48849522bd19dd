"""Speech tags without marks: "The bill, she said on Monday, would fail" · "…, said Jane Jones"."""

from __future__ import annotations

from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.comment import is_comment
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import TIMES, Source, phrase_after, subject_beside
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import agent_of
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import SURE_FORMS, VERBS, Use, Verb
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
#: What somebody said more than once: "…, she *liked* to say".
_HABITS = word_set("like likes liked love loves loved use used prefer prefers preferred")
#: Who sits to hear what others say.
_HEARING = word_set("court inquest jury hearing tribunal inquiry committee panel trial meeting council commission")
#: "…, she pointed *out*": part of the cue.
_PARTICLES = frozenset(["out", "up", "in"])


def read_tag(scene: Scene, verb: int, entry: Verb, source: Source | None) -> Draft | None:
    """A tag after, or in the middle of, what is said: "The bill, she said on Monday, would fail"."""
    tree = scene.tree
    start = tree.sentence[verb][0]
    first = _tag_start(scene, verb, source, start)
    if source is None or first is None:
        return None
    comma = tree.skip_left(first, "")
    is_joined = comma == start and tree.pos[comma] == "CCONJ"
    opens = tree.lower[first] == "as" and (comma < start or is_joined)  # "As she said, it was late", "But as …"
    if not opens and (comma <= start or tree.text[comma] not in ",—–" or tree.quote[comma]):
        return None
    if not opens and comma - 1 > start and tree.lower[comma - 1] in ("who", "which") and tree.text[comma - 2] == ",":
        start = comma - 1  # "…, *who*, Jones said, will be out"
    last = max(verb, source.end - 1) + 1
    end = sentence_end(scene, verb)
    resume = next((i for i in range(last, end) if tree.text[i] in ",—–;" and not tree.quote[i]), end)
    if _has_argument(scene, verb, source, last, resume):
        return None
    # "*Saying* “no”, Jones added, …", "*Asked* why, he said, …"
    is_frame = tree.tag[start] in ("VBG", "VBN") or tree.lower[start] == "asked"
    is_frame = is_frame and scene.verb(start, Use.DIRECT) is not None
    contents = [] if opens or is_frame else [scene.chars(start, comma)]
    has_verb = not opens and _has_finite(scene, start, comma)
    goes_on = resume < end and tree.text[resume] != ";" and not _is_aside(scene, resume + 1)
    if goes_on:
        contents.append(scene.chars(resume + 1, end))
        has_verb = has_verb or _has_finite(scene, resume + 1, end)
        has_verb = has_verb or tree.pos[resume + 1] == "VERB"  # "These orcas, she said, *hunt* sharks": a bare form
    contents = [each for each in contents if each[1] > each[0]]
    if not contents or not has_verb:
        return None
    return Draft(tree, "said-tag", (verb, verb + 1), entry.lemma, contents, source, head=verb)


def hears(source: Source) -> bool:
    """Whether a source is a gathering that is told something: "*the inquest* heard that …"."""
    return singular(source.tree.lower[source.head]) in _HEARING and source.referent == source.head


def read_told(scene: Scene, verb: int) -> Draft | None:
    """A tag that names who listened: "The tin held £1,000, *a jury was told*"."""
    tree = scene.tree
    if tree.lower[verb] != "told" or tree.lower[verb - 1] not in ("was", "were"):
        return None
    listener = subject_beside(tree, verb, tree.sentence[verb][0])
    if listener is None or tree.lower[listener.head] in ("who", "which", "that"):
        return None
    start, end = tree.sentence[verb][0], sentence_end(scene, verb)
    comma = tree.skip_left(listener.start, "")
    if comma <= start or tree.text[comma] != "," or tree.quote[comma] or not _has_finite(scene, start, comma):
        return None
    if tree.text[verb + 1 : verb + 2] != [","] and any(tree.tag[i] in (*_FINITE, "TO") for i in range(verb + 1, end)):
        return None
    content = scene.chars(start, comma)
    return Draft(tree, "said-tag", (verb, verb + 1), "tell", [content], agent_of(tree, verb), head=verb)


def subject_behind(scene: Scene, verb: int) -> Source | None:
    """The subject behind the verb of a tag that ends its sentence: "…, *said* Jane Jones, a lawyer"."""
    tree = scene.tree
    end = sentence_end(scene, verb)
    if verb == 0 or tree.text[verb - 1] != "," or tree.quote[verb - 1] or verb + 1 >= end:
        return None
    # "…, told the paper": the listener · "Berg, who ran twice, announced the end": nothing but the subject before it
    if scene.verb(verb, Use.TOLD) is not None or any(
        tree.dep[i] == "nsubj" and i < verb - 1 <= tree.right[i] + 1 for i in tree.children[verb]
    ):
        return None
    # "had not, as of Friday, announced *any plans*"
    source = phrase_after(tree, verb + 1, min(verb + 20, end)) if tree.lower[verb + 1] != "any" else None
    if source is None or tree.pos[source.head] not in ("PROPN", "NOUN") or tree.lower[source.head] in TIMES:
        return None
    if tree.text[source.end : source.end + 1] == [","] and tree.pos[source.end + 1 : source.end + 2] == ["CCONJ"]:
        return source  # "The bomb was placed there, *said* Jones, and went off at noon"
    for i in range(source.end, end):
        if tree.tag[i] in _FINITE:
            return (
                source if tree.lower[i - 1] in ("who", "which", "that") or "who" in tree.lower[source.end : i] else None
            )
    return source


def looks_like_tag(scene: Scene, verb: int, source: Source | None) -> bool:
    """Whether a comma follows the verb at once, or the tag's commas hold it apart from a clause that goes on."""
    tree = scene.tree
    if tree.text[verb + 1 : verb + 2] in ([","], [";"]):
        return True
    if source is not None and source.start > verb > 0:
        return tree.text[verb - 1] == ","
    if source is None or source.end > verb or source.start == 0 or tree.text[source.start - 1] != ",":
        return False
    for i in range(verb + 1, min(verb + 12, tree.sentence[verb][1] - 1)):
        if tree.text[i] == ",":
            return tree.tag[i + 1] in _FINITE
        if tree.tag[i] in _FINITE or tree.quote[i]:
            return False
    return False


def inside_commas(scene: Scene, verb: int, source: Source | None) -> Source | None:
    """The subject of a tag between commas, taken for that of the main clause: "The test, *Seoul* said, was"."""
    tree = scene.tree
    behind = verb + 2 if tree.lower[verb + 1 : verb + 2] == ["out"] else verb + 1
    is_closed = behind >= sentence_end(scene, verb) or tree.text[behind : behind + 1] == [","]
    if source is None or source.end > verb or not is_closed:
        return source
    if "," in tree.text[source.end : verb] and tree.pos[verb - 1] in ("NOUN", "PROPN", "PRON"):
        return subject_beside(tree, verb, source.end) or source
    return source


def _tag_start(scene: Scene, verb: int, source: Source | None, start: int) -> int | None:
    """The first token of a tag whose subject stands right beside its verb."""
    tree = scene.tree
    if source is None or tree.lower[source.head] in ("who", "which", "that", "what", "whom"):
        return None
    if source.start > verb:
        first = verb
    elif source.end <= verb and (_stands_beside(tree, source.end, verb) or _holds_aside(tree, source.end, verb)):
        first = source.start
    else:
        return None
    while first > start and tree.lower[first - 1] in ("as", "also", "then", "though"):
        first -= 1
    return first


def _stands_beside(tree: Tree, end: int, verb: int) -> bool:
    if tree.lower[verb - 1] == "to" and tree.tag[verb] == "VB" and tree.lower[verb - 2] in _HABITS:
        verb -= 2  # "Her boss, she *liked to* say, never noticed"
    return all(tree.pos[i] in ("ADV", "AUX", "PART", "SPACE") for i in range(end, verb))


def _holds_aside(tree: Tree, end: int, verb: int) -> bool:
    """Whether commas hold what stands between a subject and its verb: "Olsen, *who runs the port,* said"."""
    while verb > end and tree.pos[verb - 1] in ("ADV", "AUX", "PART"):
        verb -= 1
    return verb > end and tree.text[verb - 1] in (",", ")") and (verb - 1 == end or tree.text[end] in (",", "("))


def _has_argument(scene: Scene, verb: int, source: Source, last: int, resume: int) -> bool:
    """Whether the tag holds more than adverbials: then it is no tag."""
    tree = scene.tree
    entry = scene.verb(verb, Use.PREPOSITION)
    if tree.lower[verb] == "thought" and tree.pos[last : last + 1] == ["ADP"]:
        return True  # "Asked why, she thought *for a moment*"
    for child in tree.children[verb]:
        if entry is not None and verb < child < resume and tree.case(child) in entry[0].prepositions:
            return True
        is_subject = source.start <= child < source.end  # behind its verb, and read as its object
        if is_subject and (tree.lower[verb] in SURE_FORMS or last >= resume):
            continue
        if child > verb and tree.dep[child] in ("obj", "xcomp", "iobj", "compound:prt") and child < resume:
            if tree.lower[child] in _PARTICLES or (tree.lower[verb] == "put" and tree.lower[child] == "it"):
                continue
            entry = scene.verb(verb, Use.TOLD)
            if not (entry is not None and tree.dep[child] in ("obj", "iobj")):
                return True
    if tree.lower[last : last + 1] in (["who"], ["which"]):
        return False  # "…, said two engineers *who* worked there"
    return any(tree.tag[i] in _FINITE or (tree.lower[i] == "to" and tree.tag[i] == "TO") for i in range(last, resume))


def _is_aside(scene: Scene, i: int) -> bool:
    """Whether what follows a tag is no more of what is said: "adding …", "according to …", "who …"."""
    tree = scene.tree
    i = tree.skip_right(i, "")
    if i >= tree.size:
        return True
    if tree.tag[i] == "VBG":
        return tree.lower[i] in VERBS or not _is_gerund_subject(tree, i)
    return tree.lower[i] in ("according", "who", "whose", "speaking", "as", "in", "on", "at") or is_comment(tree, i)


def _is_gerund_subject(tree: Tree, i: int) -> bool:
    """Whether a word in -ing begins the subject of a clause: ", *replacing* her would be hard"."""
    for j in range(i + 1, min(i + 8, tree.size)):
        if tree.text[j] == "," or tree.lower[j] in ("that", "who", "which", "what", "how"):
            return False
        if tree.tag[j] in _FINITE:
            return True
    return False


def _has_finite(scene: Scene, start: int, end: int) -> bool:
    return any(scene.tree.tag[i] in _FINITE or scene.tree.tag[i] == "VBN" for i in range(start, end))
