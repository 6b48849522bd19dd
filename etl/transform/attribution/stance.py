"""Statements and attitudes whose content is a phrase: criticized the deal · called him a liar · promised to leave."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from etl.transform.attribution.boundary import clause_end, next_cue, sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.medium import names_medium
from etl.transform.attribution.phrase import Source, subject_beside
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import agent_of, controller_of, is_passive, subject_of
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import PHRASAL, Use, Verb
from etl.transform.entity.nouns import BODY_NOUNS, DOCUMENT_NOUNS, PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_TIMES = word_set(
    """second minute hour day week month year decade night morning afternoon evening
    monday tuesday wednesday thursday friday"""
)
_LOCAL = frozenset(["in", "by", "from", "among", "between", "behind", "toward", "towards"])
_ARGUMENT_CASES = frozenset(["for", "of", "as", "over", "against", "about", "with", "from", "to"])
#: These call somebody something only with "as"; without it they do something else ("cast a ballot").
_GAP = 6  # tokens between an object and what tells more of it
_AS_ONLY = word_set("cast paint cite see view regard refer identify depict portray characterize describe mock praise")
#: Who may be cited.
_CITED = word_set("person people source sources official officials spokesman spokeswoman diplomat diplomats service")
#: To give somebody or something a name; "called the man hired" would be another thing.
_NAMING = word_set(
    "term terms termed terming brand brands branded branding deem deems deemed declare declared dub dubbed"
)
_ANY = Use.SHOW | Use.OBJECT | Use.COMPLEMENT | Use.INFINITIVE | Use.REQUEST | Use.PREPOSITION | Use.RUMOR
#: Passives that hold something of somebody, and the preposition before it; "" where there is none.
_HELD = {
    lemma: frozenset(case if case != "-" else "" for case in cases.split())
    for lemmas, cases in (
        ("accuse suspect", "of"),
        ("criticize criticise blame condemn praise fault credit hail denounce", "for as with"),
        ("charge", "with"),
        ("see view regard describe portray depict characterize hail tout dismiss cast perceive identify", "as"),
        ("consider deem label brand dub", "-"),
    )
    for lemma in lemmas.split()
}
_SHOWING = word_set("show reveal indicate find demonstrate illustrate detail disclose describe depict document suggest")
_MEASURES = word_set("average tally count index model estimate footage picture image number statistic")
_AUDIENCES = word_set(
    "crowd gathering meeting audience nation session event ceremony summit function congregation public"
)
_MAINTAINED = frozenset(["innocence", "view", "position", "claim", "stance", "belief"])
_REASONS = frozenset(["as", "because", "since", "although", "though"])
_TENSES = frozenset(["VBD", "VBZ", "VBP", "MD"])
#: A verb, or what helps one, behind "and".
_JOINED = frozenset(["conj", "aux", "aux:pass", "cop"])
_SELVES = frozenset(["himself", "herself", "itself", "themselves", "ourselves", "myself"])
_ANSWERED = frozenset(["respond", "reply", "react"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never"])
_CIRCUMSTANCES = frozenset(["after", "when", "while", "because", "before", "since", "though", "although"])
_ASIDES = frozenset(["which", "who", "whose", "whom", "where"])


def find_stances(scene: Scene) -> None:
    tree = scene.tree
    for verb in range(tree.size):
        if tree.quote[verb] or verb in scene.taken:
            continue
        known = scene.verb(verb, _ANY)
        entry = known[0] if known is not None else _phrasal(scene, verb) or _charged(scene, verb)
        if entry is None:
            continue
        draft = _read_passive(scene, verb, entry) if is_passive(tree, verb) else _read_active(scene, verb, entry)
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
    is_held = entry is not None and entry[0].lemma in _HELD and is_passive(scene.tree, verb)
    return entry[0] if is_held and entry is not None else None


def _read_active(scene: Scene, verb: int, entry: Verb) -> Draft | None:
    tree = scene.tree
    source = subject_of(tree, verb)
    if source is None and verb and tree.text[verb - 1] == "," and tree.tag[verb] in ("VBD", "VBZ"):
        source = subject_beside(tree, verb, tree.sentence[verb][0])
    if _is_gloss(scene, verb, entry) or _lacks_object(scene, verb, entry) or _rests_on(tree, verb):
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


def _is_gloss(scene: Scene, verb: int, entry: Verb) -> bool:
    """Whether a verb only tells whom somebody meant ("…, he said, *referring* to the minister"), or stands above the
    verb of the statement ("*quoted* him as saying")."""
    tree = scene.tree
    if entry.lemma in _ANSWERED:  # "did not respond to requests for comment"
        return any(tree.lower[child] in _NEGATIONS for child in tree.children[verb])
    if entry.lemma == "allege":
        return tree.tag[verb] == "VBN"  # "has alleged ties to the army"
    if entry.lemma == "address":
        return _addresses_audience(scene, verb)
    if entry.lemma == "refer":
        return tree.tag[verb] == "VBG" and verb > 0 and tree.text[verb - 1] == ","
    if entry.lemma in ("quote", "cite"):
        return any(tree.lower[i - 1] == "as" for i in scene.taken if verb < i < verb + 30)
    return False


def _lacks_object(scene: Scene, verb: int, entry: Verb) -> bool:
    """Whether a verb that says something only of some things is used of others: "maintains *a house*"."""
    tree = scene.tree
    if entry.lemma == "maintain":
        held = tree.child(verb, "obj")
        return held is None or tree.lower[held] not in _MAINTAINED
    if entry.lemma == "weigh":  # "weighed 82 pounds"
        return any(
            tree.dep[i] == "nummod" for held in tree.all_children(verb, "obj", "xcomp") for i in tree.children[held]
        )
    is_laid = entry.lemma in ("attribute", "ascribe")
    return is_laid and not any(tree.case(child) == "to" for child in tree.children[verb])


def _addresses_audience(scene: Scene, verb: int) -> bool:
    """Whether who listens is addressed, not a matter: "addressing *a news conference*", "addressed *the nation*"."""
    tree = scene.tree
    audience = tree.child(verb, "obj")
    if audience is None:
        return False
    noun = singular(tree.lower[audience])
    return noun in _AUDIENCES or noun in PERSON_NOUNS or noun in BODY_NOUNS or names_medium(tree, audience)


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
    object_ = next((child for child in tree.all_children(verb, "obj") if child > verb), None)
    infinitive = _infinitive(scene, verb)
    asked = object_ if object_ is not None else tree.child(verb, "iobj")
    if entry.use & Use.REQUEST and asked is not None and infinitive is not None and verb < asked < infinitive:
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
        yield from _called(scene, verb, entry, object_)
    if asked is not None and asked > verb and _is_said_to_be(scene, entry, asked):
        start = tree.left[asked]
        yield "called", verb + 1, scene.chars(start, clause_end(scene, verb, start, tree.right[asked] + 3))
    if entry.use & Use.OBJECT and object_ is not None and tree.lower[object_] not in _SELVES:
        start = tree.left[object_]
        end = _object_end(scene, verb, object_)
        end = _before_occasion(scene, start, _before_aside(scene, verb, start, end))
        yield "stance", verb + 1, scene.chars(start, end)
    if entry.use & Use.PREPOSITION:
        for child in tree.children[verb]:
            if child > verb and (found := _prepositional(scene, verb, child, entry)) is not None:
                start, end = found
                if (
                    infinitive is not None
                    and child < infinitive
                    and tree.lower[start - 1] in ("on", "for", "to", "with")
                ):
                    end = clause_end(scene, verb, start, tree.right[infinitive] + 1)
                    yield "requested", start, scene.chars(start, end)
                yield "spoke-of", start, scene.chars(start, end)


def _is_said_to_be(scene: Scene, entry: Verb, object_: int) -> bool:
    """ "Reported *the king to be dead*", "believed *it to have* sunk": a clause without a tense."""
    behind = object_ + 1
    is_clause = bool(entry.use & Use.CLAUSE) and not entry.use & Use.REQUEST
    return is_clause and scene.tree.lower[behind : behind + 2] in (["to", "be"], ["to", "have"])


def _called(scene: Scene, verb: int, entry: Verb, object_: int | None) -> Iterator[tuple[str, int, Chars]]:
    """What somebody is called, with who it is: called *him a liar*, saw *it as weak*."""
    tree = scene.tree
    if object_ is not None:
        complement = _complement(scene, verb, object_)
        if complement is not None and (entry.lemma not in _AS_ONLY or _has_as(scene, object_, complement)):
            start = tree.left[object_]
            end = max(tree.right[complement], tree.right[object_]) + 1
            yield (
                "called",
                verb + 1,
                scene.chars(start, _before_clause(scene, end, clause_end(scene, verb, start, end))),
            )
    if _is_called_so(scene, verb):
        yield "called", verb + 1, scene.chars(verb + 1, _end_of_name(scene, verb))
    if entry.lemma not in _AS_ONLY and _names(scene, verb):
        yield "called", verb + 1, scene.chars(verb + 1, clause_end(scene, verb, verb + 1, verb + 2))


def _is_called_so(scene: Scene, verb: int) -> bool:
    """Whether quoted words right behind a verb name what it takes before it: which he called “a first step”."""
    tree = scene.tree
    opener = next((i for i in tree.children[verb] if tree.lower[i] in ("what", "which") and i < verb), None)
    return opener is not None and verb + 1 < tree.size and bool(tree.quote[verb + 1])


def _end_of_name(scene: Scene, verb: int) -> int:
    end = verb + 1
    while end < scene.tree.size and scene.tree.quote[end] == scene.tree.quote[verb + 1]:
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


def _infinitive(scene: Scene, verb: int) -> int | None:
    tree = scene.tree
    for child in tree.all_children(verb, "xcomp", "ccomp", "advcl"):
        if child > verb and any(tree.lower[mark] == "to" for mark in tree.all_children(child, "mark", "aux")):
            return child
    return None


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
        if tree.dep[child] == "advcl" and has_as and not _tells_when(scene, child):
            return child
    return _quality(tree, verb, object_)


def _rests_on(tree: Tree, verb: int) -> bool:
    """ "Reported the sale, *citing* a person familiar with it": on whom a report rests is not what it says."""
    cited = tree.child(verb, "obj")
    if tree.lower[verb] != "citing" or cited is None or tree.text[verb - 1] != ",":
        return False
    return tree.lower[cited] in _CITED or tree.words[cited].label == "PERSON"


def _quality(tree: Tree, verb: int, object_: int) -> int | None:
    """What a verb of naming calls its object, taken for a part of it: termed the petition politically *motivated*."""
    for child in tree.children[object_]:
        is_bare = not any(each > child for each in tree.children[child])
        is_quality = tree.dep[child] in ("acl", "amod") and tree.tag[child] in ("VBN", "JJ")
        if child > object_ and is_quality and is_bare and tree.lower[verb] in _NAMING:
            return child
    return None


def _tells_when(scene: Scene, clause: int) -> bool:
    """Whether a clause has a subject and a verb of its own: condemned the launch *as three missiles fell*."""
    tree = scene.tree
    return tree.child(clause, "nsubj", "nsubj:pass") is not None and tree.is_finite(clause)


def _object_end(scene: Scene, verb: int, object_: int) -> int:
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
        if case == "as" and _tells_when(scene, child):
            continue
        if (dep in ("obl", "advcl", "nmod") and case in _ARGUMENT_CASES) or dep in ("xcomp", "ccomp"):
            end = max(end, tree.right[child] + 1)
    return min(end, sentence_end(scene, verb))


def _before_aside(scene: Scene, verb: int, start: int, end: int) -> int:
    """Without a relative clause that only adds to it: praised the plan, *which has failed before*."""
    tree = scene.tree
    for i in range(start + 1, end):
        if tree.lower[i] in _ASIDES and tree.text[i - 1] == "," and not tree.quote[i]:
            goes_on = any(i < tree.left[child] < end for child in tree.children[verb])
            return end if goes_on else i - 1
    return end


def _before_occasion(scene: Scene, start: int, end: int) -> int:
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


def _before_clause(scene: Scene, start: int, end: int) -> int:
    """Without the clause that tells when or why it was said: called it a lie *after he had read it*."""
    tree = scene.tree
    for i in range(start, end):
        if tree.lower[i] in _CIRCUMSTANCES and not tree.quote[i]:
            return i
    return end


def _prepositional(scene: Scene, verb: int, child: int, entry: Verb) -> tuple[int, int] | None:
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


def _read_passive(scene: Scene, verb: int, entry: Verb) -> Draft | None:
    """Praised *by* critics; *is expected to* run."""
    tree = scene.tree
    subject = controller_of(tree, verb)
    agent = agent_of(tree, verb)
    infinitive = _infinitive(scene, verb)
    if infinitive is not None and subject is not None and entry.use & (Use.REQUEST | Use.RUMOR):
        start = tree.left[infinitive]
        rest = scene.chars(start, clause_end(scene, verb, start, tree.right[infinitive] + 1))
        is_told_by = agent is not None and not entry.use & Use.REQUEST
        if (
            entry.use & Use.RUMOR and (agent is None or is_told_by) and entry.lemma != "suppose"
        ):  # "supposed to": a duty
            return _passive(scene, verb, entry, [_whole(subject), rest], agent, "expected")
        if entry.use & Use.REQUEST:
            return _passive(scene, verb, entry, [rest], agent, "requested-passive")
    has_subject = tree.child(verb, "nsubj:pass", "nsubj") is not None
    held = _held(scene, verb, entry) if agent is None and has_subject else None
    if held is not None and subject is not None:
        return _passive(scene, verb, entry, [_whole(subject), held], None, "held")
    if agent is None or subject is None or entry.lemma == "maintain":
        return None
    if entry.use & (Use.OBJECT | Use.COMPLEMENT):
        called = _held(scene, verb, entry)  # "was described by the bishops *as an upright man*"
        contents = [_whole(subject)] if called is None else [_whole(subject), called]
        return _passive(scene, verb, entry, contents, agent, "stance-passive")
    return None


def _held(scene: Scene, verb: int, entry: Verb) -> Chars | None:
    """What somebody is held to be or to have done, nobody says by whom: seen *as weak*, accused *of lying*."""
    tree = scene.tree
    wanted = _HELD.get(entry.lemma)
    if wanted is None:
        return None
    for child in tree.children[verb]:
        if child < verb or tree.dep[child] not in ("obl", "advcl", "xcomp", "obj", "ccomp", "nmod"):
            continue
        marks = [tree.lower[mark] for mark in tree.all_children(child, "case", "mark")]
        if "as" in marks and _tells_when(scene, child):
            continue  # "was seen *as they left*"
        if (wanted & set(marks)) or ("" in wanted and not marks):
            start = verb + 1 if "" in wanted else tree.left[child] + ("as" not in marks)
            return scene.chars(
                start, _before_reason(scene, start, clause_end(scene, verb, start, tree.right[child] + 1))
            )
    return None


def _before_reason(scene: Scene, start: int, end: int) -> int:
    """Without the clause that gives the reason: was not considered a record*, as it was too windy*."""
    tree = scene.tree
    for i in range(start + 1, end - 1):
        is_reason = tree.lower[i + 1] in _REASONS and tree.text[i] == "," and not tree.quote[i]
        if is_reason and tree.pos[i + 2 : i + 3] in (["PRON"], ["DET"], ["PROPN"], ["NOUN"]):
            return i
    return end


def _whole(source: Source) -> Chars:
    return source.tree.phrase(source.start, source.end)


def _passive(
    scene: Scene, verb: int, entry: Verb, contents: list[Chars], agent: Source | None, rule: str
) -> Draft | None:
    contents = sorted(each for each in contents if each[1] > each[0])
    if not contents:
        return None
    return Draft(scene.tree, rule, (verb, verb + 1), entry.lemma, contents, agent, head=verb)
