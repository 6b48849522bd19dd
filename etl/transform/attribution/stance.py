"""Statements and attitudes whose content is a phrase: criticized the deal · called him a liar · promised to leave."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from etl.transform.attribution.boundary import clause_end, next_cue
from etl.transform.attribution.complement import called_contents, infinitive_of
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.gloss import is_gloss, lacks_object, rests_on
from etl.transform.attribution.object import before_aside, before_occasion, object_end, prepositional
from etl.transform.attribution.passive import HELD, read_passive
from etl.transform.attribution.phrase import Source, subject_beside
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import is_passive, subject_of
from etl.transform.attribution.verbs import PHRASAL, Use, Verb
from etl.transform.entity.nouns import DOCUMENT_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_ANY = Use.SHOW | Use.OBJECT | Use.COMPLEMENT | Use.INFINITIVE | Use.REQUEST | Use.PREPOSITION | Use.RUMOR
_SHOWING = word_set("show reveal indicate find demonstrate illustrate detail disclose describe depict document suggest")
_MEASURES = word_set("experiment trial average tally count index model estimate footage picture image number statistic")
_TENSES = frozenset(["VBD", "VBZ", "VBP", "MD"])
#: A verb, or what helps one, behind "and".
_JOINED = frozenset(["conj", "aux", "aux:pass", "cop"])
_SELVES = frozenset(["himself", "herself", "itself", "themselves", "ourselves", "myself"])


#: Words of a number: "at *more than* 40", "at *between* 40 *and* 60".
_AROUND = word_set("more less than at least most between and to over under that £ $ €")


def find_stances(scene: Scene) -> None:
    tree = scene.tree
    for verb in range(tree.size):
        if tree.quote[verb] or verb in scene.taken:
            continue
        known = scene.verb(verb, _ANY)
        entry = known[0] if known is not None else _phrasal(scene, verb) or _charged(scene, verb)
        if entry is None:
            continue
        draft = read_passive(scene, verb, entry) if is_passive(tree, verb) else _read_active(scene, verb, entry)
        if draft is not None:
            scene.add(draft)


def _phrasal(scene: Scene, verb: int) -> Verb | None:
    """A verb that says something only with its particle: "laid *out* her plans"."""
    tree = scene.tree
    particles = PHRASAL.get(tree.lower[verb])
    if particles is None or tree.pos[verb] != "VERB":
        return None
    particle = tree.child(verb, "compound:prt")
    return particles.get(tree.lower[particle]) if particle is not None else None


def _charged(scene: Scene, verb: int) -> Verb | None:
    """A verb that only its passive makes a stance: "was charged with theft"."""
    entry = scene.verb(verb, Use.CLAUSE)
    is_held = entry is not None and entry[0].lemma in HELD and is_passive(scene.tree, verb)
    return entry[0] if is_held and entry is not None else None


def _read_active(scene: Scene, verb: int, entry: Verb) -> Draft | None:
    tree = scene.tree
    source = subject_of(tree, verb)
    if source is None and verb and tree.text[verb - 1] in (",", ")") and tree.tag[verb] in ("VBD", "VBZ"):
        source = subject_beside(tree, verb, tree.sentence[verb][0])
    if is_gloss(scene, verb, entry) or lacks_object(scene, verb, entry) or rests_on(tree, verb):
        return None
    if source is None or tree.quote[source.head] or source.start <= verb < source.end:
        return None
    if tree.lower[source.head] in ("you", "'s", "’s"):
        return None  # outside of quotation marks it is everybody and nobody, as is "let's"
    if entry.lemma in _SHOWING and is_document(source):
        shown = _shown(scene, verb)
        if shown is not None and shown[1] > shown[0]:
            return Draft(tree, "shown", (verb, verb + 1), entry.lemma, [shown], source, head=verb)
    for rule, cue_end, content in _contents(scene, verb, entry):
        if content[1] > content[0]:
            pieces = [_before_joined(scene, verb, _before_cue(scene, verb, content))]
            return Draft(tree, rule, (verb, cue_end), entry.lemma, pieces, source, head=verb)
    return None


def _before_cue(scene: Scene, verb: int, content: Chars) -> Chars:
    """Without what another cue adds: rejected the request*, saying that* …"""
    cue = next_cue(scene, verb)
    if cue is None or not content[0] < scene.tree.starts[cue] < content[1]:
        return content
    start = bisect_left(scene.tree.starts, content[0])
    return scene.chars(start, cue) if cue > start else content


def _before_joined(scene: Scene, verb: int, content: Chars) -> Chars:
    """Without what else they did: labeled him a spy *and froze his funds*, is expected to win*, but lost the north*."""
    tree = scene.tree
    start = bisect_left(tree.starts, content[0])
    tenses = [tree.tag[i] for i in (verb, *tree.all_children(verb, "aux", "aux:pass")) if tree.tag[i] in _TENSES]
    for i in range(max(start, verb) + 1, tree.size - 1):
        if tree.starts[i] >= content[1]:
            break
        if tree.quote[i] or tree.pos[i] != "CCONJ":
            continue
        joined = i + 1
        while joined < tree.size - 1 and tree.pos[joined] == "ADV":
            joined += 1
        if tree.tag[joined] in tenses and tree.dep[joined] in _JOINED and not tree.quote[joined]:
            return scene.chars(start, i)
    return content


def _contents(scene: Scene, verb: int, entry: Verb) -> Iterator[tuple[str, int, Chars]]:
    """Rule, end of the cue, content: for each construction that the verb allows, the tightest first."""
    tree = scene.tree
    held = ("obj",) if entry.use & Use.TOLD else ("obj", "iobj")  # "accusing *her* of theft": read as a listener
    object_ = next((child for child in tree.all_children(verb, *held) if child > verb), None)
    infinitive = infinitive_of(scene, verb)
    asked = object_ if object_ is not None else tree.child(verb, "iobj")
    is_bidden = bool(entry.use & Use.REQUEST) and entry.lemma != "call"  # "called the clinic to complain"
    if is_bidden and asked is not None and infinitive is not None and verb < asked < infinitive:
        start = tree.left[asked]
        yield "requested", verb + 1, scene.chars(start, clause_end(scene, verb, start, tree.right[infinitive] + 1))
    if entry.use & Use.INFINITIVE and infinitive is not None and object_ is None:
        start = tree.left[infinitive]
        yield "intended", verb + 1, scene.chars(start, clause_end(scene, verb, start, tree.right[infinitive] + 1))
    if entry.use & Use.OBJECT and object_ is None:
        gerund = next((child for child in tree.all_children(verb, "xcomp", "ccomp") if tree.tag[child] == "VBG"), None)
        if gerund is not None and gerund > verb:
            start = tree.left[gerund]
            yield "stance", verb + 1, scene.chars(start, clause_end(scene, verb, start, tree.right[gerund] + 1))
    if entry.use & Use.COMPLEMENT:
        yield from called_contents(scene, verb, entry, object_)
    if asked is not None and asked > verb and _is_said_to_be(scene, entry, asked):
        start = tree.left[asked]
        yield "called", verb + 1, scene.chars(start, clause_end(scene, verb, start, tree.right[asked] + 3))
    if entry.use & Use.OBJECT and object_ is not None and tree.lower[object_] not in _SELVES:
        start = tree.left[object_]
        end = object_end(scene, verb, object_) if entry.lemma != "put" else _behind_number(scene, object_)
        end = before_occasion(scene, start, before_aside(scene, verb, start, end))
        yield "stance", verb + 1, scene.chars(start, end)
    if entry.use & Use.PREPOSITION:
        for child in tree.children[verb]:
            if child > verb and (found := prepositional(scene, verb, child, entry)) is not None:
                start, end = found
                if (
                    infinitive is not None
                    and child < infinitive
                    and tree.lower[start - 1] in ("on", "for", "to", "with")
                ):
                    end = clause_end(scene, verb, start, tree.right[infinitive] + 1)
                    yield "requested", start, scene.chars(start, end)
                yield "spoke-of", start, scene.chars(start, end)


def _behind_number(scene: Scene, object_: int) -> int:
    """The end of the number that somebody puts something at: puts the toll *at about 40*, puts it *at twice that*."""
    tree = scene.tree
    end = next((i for i in range(object_ + 1, tree.size) if tree.lower[i] == "at"), object_) + 1
    while end < tree.size and (tree.pos[end] in ("NUM", "ADV", "SYM", "DET") or tree.lower[end] in _AROUND):
        end += 1
    while end < tree.size and tree.pos[end] == "NOUN" and tree.pos[end - 1] in ("NUM", "NOUN"):
        end += 1
    return end


def _is_said_to_be(scene: Scene, entry: Verb, object_: int) -> bool:
    """ "Reported *the king to be dead*", "believed *it to have* sunk": a clause without a tense."""
    behind = object_ + 1
    is_clause = bool(entry.use & Use.CLAUSE) and not entry.use & Use.REQUEST
    return is_clause and scene.tree.lower[behind : behind + 2] in (["to", "be"], ["to", "have"])


def is_document(source: Source) -> bool:
    """Whether a source is a poll, a report, a film…: what it shows is what it says."""
    noun = singular(source.tree.lower[source.referent])
    return noun in DOCUMENT_NOUNS or noun in _MEASURES


def _shown(scene: Scene, verb: int) -> Chars | None:
    """What a document shows, be it a phrase or more: "the poll shows *Jones ahead in three states*"."""
    tree = scene.tree
    start = verb + 1
    children = [child for child in tree.all_children(verb, "obj", "xcomp", "ccomp", "nsubj") if child > verb]
    if not children or tree.pos[start] not in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV", "ADP"):
        return None
    return scene.chars(start, clause_end(scene, verb, start, max(tree.right[child] for child in children) + 1))
