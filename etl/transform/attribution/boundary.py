"""Where reported content ends, when no mark says it."""

from __future__ import annotations

from etl.transform.arcs import FINITE
from etl.transform.attribution.comment import is_comment
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import reports
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import SAME_FORMS, VERBS, Use
from etl.transform.joined import WITHHELD

_SHORTEST = 2
_DEEPEST = 12
_CONTRASTS = frozenset(["though", "although"])
_JOINTS = frozenset(["and", "but", "while", "though", "although", "yet"])
_TO_COME = frozenset(["would", "will", "may", "might", "should"])
#: Whom what somebody says is set against: "while *others* preferred to wait".
_OTHERS = frozenset(["others", "some", "another", "many", "most"])
_WHENEVER = frozenset(["when", "if", "after", "once", "although", "while", "because", "since", "unless"])
_ASKED = frozenset(["ask", "asks", "asked", "asking", "wonder", "wondered", "wondering", "know", "knew"])
#: Marks that end a quotation.
_CLOSING = frozenset(["”", "’", '"', "''"])
_SUBORDINATE = frozenset(["advcl", "acl", "acl:relcl", "ccomp", "csubj"])


def sentence_end(scene: Scene, i: int) -> int:
    """The token after the last of a token's sentence, its full stop left out."""
    tree = scene.tree
    end = tree.sentence[i][1]
    while end > i + 1 and (tree.is_space[end - 1] or (tree.text[end - 1] in ".;" and not tree.quote[end - 1])):
        end -= 1
    return end


def clause_end(scene: Scene, verb: int, start: int, least: int, head: int = -1) -> int:
    """The token after the last of the content that begins at ``start`` and belongs to ``verb``.

    Reported content runs to the end of the sentence, or of the subordinate clause that the verb stands in, unless
    something that belongs to the verb itself, or the next cue, stops it. ``least`` is where the parse ends it,
    ``head`` the head of the clause: nothing before it stops the content.
    """
    tree = scene.tree
    last = sentence_end(scene, verb)
    end = min(max(_scope_end(scene, verb), least), last)
    opening = _opening_clause(tree, verb, start, last)
    if end < start + _SHORTEST or end <= opening:  # the parse must be wrong
        end = last
    for stop in _stops(scene, verb, start):
        if stop <= opening:
            continue
        is_in_word = "-" in tree.text[stop - 1 : stop + 1] and tree.ends[stop - 1] == tree.starts[stop]
        is_before_verb = tree.lower[start] == "that" and not _is_said(tree, start, stop)
        if max(start, head) < stop < end and not is_in_word and not is_before_verb:
            end = stop
    return end


def _opening_clause(tree: Tree, verb: int, start: int, last: int) -> int:
    """The end of a clause that opens what is said and is not all of it: found *when it was cold**,*** they ate less."""
    if tree.lower[start] not in _WHENEVER or tree.lower[verb] in _ASKED:
        return -1
    comma = next((i for i in range(start + 1, last) if tree.text[i] == "," and not tree.quote[i]), last)
    behind = tree.pos[comma + 1] if comma + 1 < last else ""
    if reports(tree, last - 1):
        return -1  # "…, an official said"
    return comma if behind in ("PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM") else -1


def _is_said(tree: Tree, start: int, end: int) -> bool:
    """Whether a clause that begins with "that" has its verb already."""
    return any(tree.tag[i] in FINITE or tree.tag[i] == "MD" for i in range(start, end))


def _scope_end(scene: Scene, verb: int) -> int:
    tree = scene.tree
    top = verb
    for _ in range(_DEEPEST):
        if tree.head[top] == top:
            return sentence_end(scene, verb)
        if tree.dep[top] in _SUBORDINATE:
            break
        top = tree.head[top]
    if tree.dep[top] == "acl" and tree.tag[top] in FINITE:
        return sentence_end(scene, verb)  # no modifier, but the sentence's own verb
    if tree.head[top] < top and tree.dep[top] in ("advcl", "ccomp"):
        return sentence_end(scene, verb)
    return tree.right[top] + 1


def _stops(scene: Scene, verb: int, start: int) -> list[int]:
    tree = scene.tree
    stops: list[int] = []
    is_clause = tree.lower[start] == "that" or tree.child(verb, "ccomp") is not None
    node = verb
    for _ in range(_DEEPEST):
        for child in tree.children[node]:
            left = tree.left[child]
            if (
                child > start
                and tree.dep[child] in ("conj", "parataxis")
                and left > start
                and _breaks(tree, verb, child, left, is_clause)
            ):
                stops.append(_before_joint(tree, left))
        if tree.head[node] == node or tree.dep[node] in _SUBORDINATE:
            break
        node = tree.head[node]
    main = _main_clause(scene, verb)
    if main is not None and main > start:
        stops.append(main)
    is_inner = is_clause and _is_in_that_clause(tree, verb)
    for i in range(start + 2, sentence_end(scene, verb)):
        if tree.quote[i]:
            if tree.quote[i] in scene.placed and tree.quote[i] != tree.quote[i - 1] and tree.text[i - 1][-1] in ".?!:":
                stops.append(i)  # a sentence of somebody else: another cue has claimed it
                break
            continue
        if is_inner and tree.lower[i] == "that" and tree.pos[i - 1] == "CCONJ" and tree.text[i - 2] == ",":
            stops.append(i - 2)
            break
        before_cue = _before_next_cue(tree, i)
        if before_cue is not None:
            stops.append(before_cue)
            break
        if tree.pos[i - 1] == "CCONJ" and _is_next_statement(tree, verb, i):
            stops.append(_before_joint(tree, i))
            break
        if tree.lower[i] in _JOINTS and (_opens_statement(tree, verb, i) or _changes_tense(tree, verb, start, i)):
            stops.append(_before_joint(tree, i))
            break
    return stops


def _before_next_cue(tree: Tree, i: int) -> int | None:
    """Where content ends if the next cue begins at a token: its comma, or behind “a done deal**,”** according."""
    if tree.text[i - 1] == "," and _is_next_cue(tree, i):
        return i - 1
    is_closed = tree.text[i - 1] in _CLOSING and tree.text[i - 2] == ","
    return i if is_closed and (tree.lower[i] == "according" or is_comment(tree, i)) else None


def _main_clause(scene: Scene, verb: int) -> int | None:
    """The comma before the main clause of a sentence that begins with a participle of asking or saying: "Asked whether
    he would run**,** Olsen said no"."""
    tree = scene.tree
    first = tree.skip_right(tree.sentence[verb][0], "")
    if verb - first > 2 or tree.tag[verb] not in ("VBN", "VBD", "VBG"):
        return None
    if any(tree.tag[i] in ("NN", "NNS", "NNP", "NNPS", "PRP") for i in range(first, verb)):
        return None
    comma = None
    for i in range(verb + 1, sentence_end(scene, verb)):
        if tree.quote[i]:
            continue
        if tree.text[i] == ",":
            comma = i
        elif comma is not None and tree.tag[i] in ("VBD", "VBZ", "VBP") and scene.verb(i, Use.DIRECT) is not None:
            return comma
    return None


def _is_in_that_clause(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a reported clause with "that": a second one behind a comma is then a sister of the
    first ("said **that** they promised that …, **and that** …")."""
    for _ in range(_DEEPEST):
        if tree.dep[verb] == "ccomp" and tree.lower[tree.left[verb]] == "that":
            return True
        if tree.head[verb] == verb:
            return False
        verb = tree.head[verb]
    return False


def _breaks(tree: Tree, verb: int, clause: int, left: int, is_clause: bool) -> bool:
    """Whether a clause beside the reporting verb's is no more of what is said.

    "said A and B" goes on where B has a subject of its own and no comma before it, and wherever B begins with "that".
    """
    first = tree.skip_right(left, ",")
    while first < clause and tree.pos[first] == "CCONJ":
        first += 1
    if tree.lower[first] == "that":
        return not is_clause
    if _subordinates(tree, left) or _is_unparted(tree, clause, left):
        return False
    has_subject = tree.child(clause, "nsubj", "nsubj:pass") is not None
    joint = _before_joint(tree, left)
    if not has_subject:
        return not _is_of_other_tense(tree, verb, clause)
    return tree.text[joint] != "and" and not _goes_on(tree, verb, clause)


def _goes_on(tree: Tree, verb: int, clause: int) -> bool:
    """Whether what was said goes on: with another thing under way (said it *was training* them, but they *were
    fleeing*), or with what might be or was to come (said it was late, but it *would* open)."""
    said = tree.child(verb, "ccomp")
    is_past = said is not None and tree.tag[verb] == "VBD" and tree.lower[tree.left[clause]] != "that"
    if is_past and any(tree.lower[i] in _TO_COME for i in tree.all_children(clause, "aux")):
        return True
    return said is not None and all(tree.tag[i] == "VBG" and _has_been(tree, i) for i in (said, clause))


def _has_been(tree: Tree, i: int) -> bool:
    return any(tree.tag[child] == "VBD" for child in tree.all_children(i, "aux"))


def _is_unparted(tree: Tree, clause: int, left: int) -> bool:
    """Whether no mark and no joint parts a verb from what stands before it: "that sharing the base *puts* …"."""
    return tree.dep[clause] == "parataxis" and left == clause and tree.pos[left - 1] not in ("PUNCT", "CCONJ")


def _opens_statement(tree: Tree, verb: int, joint: int) -> bool:
    """Whether a joint sets something against what was said ("…, though he *refused*"), or is followed by a subject and
    a reporting verb in the tense of the first ("…, but critics *say*"). After a bare "and" the subject is a noun."""
    has_comma = tree.text[joint - 1] == ","
    if tree.lower[joint] in _CONTRASTS and has_comma and tree.pos[joint + 1 : joint + 2] == ["PRON"]:
        return True
    is_bare_and = tree.lower[joint] == "and" and tree.pos[joint + 1 : joint + 2] != ["PRON"]
    if not (has_comma or is_bare_and or tree.lower[joint] == "while"):
        return False
    for i in range(joint + 1, min(joint + 9, tree.size)):
        if tree.quote[i] or tree.pos[i] in ("PUNCT", "SCONJ", "CCONJ", "AUX", "PART"):
            return False
        if tree.pos[i] == "VERB":
            is_other = tree.lower[joint] == "while" and tree.lower[joint + 1] in _OTHERS and tree.lower[i] in VERBS
            return i > joint + 1 and (is_other or (reports(tree, i) and tree.tag[i] == _tense(tree, verb)))
    return False


def _changes_tense(tree: Tree, verb: int, start: int, joint: int) -> bool:
    """Whether a clause behind a joint leaves the tense of what was said: said they *are* sure and critics *scoffed*,
    said it *was* late, but nobody *knows*."""
    said = next((i for i in range(start, joint) if tree.tag[i] in FINITE or tree.tag[i] == "MD"), None)
    if tree.tag[verb] != "VBD" or said is None:
        return False
    if tree.tag[said] == "MD":
        return tree.lower[said] == "would" and _has_perfect(tree, joint)
    for i in range(joint + 1, min(joint + 9, tree.size)):
        if tree.quote[i] or tree.pos[i] in ("PUNCT", "SCONJ", "CCONJ") or tree.tag[i] == "MD":
            return False
        if tree.tag[i] in FINITE:
            has_subject = any(tree.pos[j] in ("NOUN", "PROPN") for j in range(joint + 1, i))
            is_back = tree.tag[said] != "VBD" and tree.tag[i] == "VBD"
            is_ahead = tree.tag[said] == "VBD" and tree.tag[i] != "VBD" and tree.text[joint - 1] == ","
            return has_subject and (is_back or is_ahead)
    return False


def _has_perfect(tree: Tree, joint: int) -> bool:
    """Whether a name and a perfect follow, which what somebody said would be cannot go on with: said he would not run
    and Holt *has decided* to."""
    i = joint + 1
    while i < tree.size and tree.pos[i] in ("PROPN", "NOUN", "DET", "ADJ"):
        i += 1
    return i > joint + 1 and tree.lower[i : i + 1] in (["has"], ["have"]) and tree.pos[i] == "AUX"


def _is_of_other_tense(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a verb joined by "and" cannot go on with the reporting one: *said* they are tired but *want* to stay."""
    tags = [tree.tag[clause], *(tree.tag[child] for child in tree.all_children(clause, "aux", "aux:pass", "cop"))]
    finite = next((tag for tag in tags if tag in ("VBD", "VBZ", "VBP", "MD")), None)
    return tree.tag[verb] == "VBD" and finite in ("VBZ", "VBP", "MD")


def _is_past_behind_present(tree: Tree, verb: int, i: int) -> bool:
    """Whether a verb whose past is its base form goes on with the reporting one: wrote that it *looks* good and *cut*
    the price."""
    is_bare = tree.lower[i] in SAME_FORMS and tree.tag[i] == "VB" and tree.child(i, "aux", "mark") is None
    return is_bare and tree.tag[verb] == "VBD" and tree.tag[tree.head[i]] == "VBZ" and tree.dep[i] == "conj"


def _is_next_statement(tree: Tree, verb: int, i: int) -> bool:
    """Whether "and" is followed by another verb in the tense of the first, of saying or plainly past: said … and
    *warned* …"""
    entry = VERBS.get(tree.lower[i])
    calls = entry is not None and Use.COMPLEMENT in entry[0].use and any(tree.quote[i + 1 : i + 7])
    is_above = tree.tag[verb] == "VBG" and tree.dep[i] == "conj" and tree.head[i] == tree.head[verb] < verb
    if is_above and reports(tree, i) and tree.tag[i] == "VBD":
        return True  # "left on *hearing* it was late and *said* …"
    if _is_past_behind_present(tree, verb, i) or _will_not_say(tree, verb, i):
        return True
    return (
        entry is not None
        and (bool(entry[0].use & Use.DIRECT) or calls)
        and tree.tag[i] == _tense(tree, verb)
        and tree.tag[i] in ("VBD", "VBZ", "VBG")
        and tree.pos[i] == "VERB"
    )


def _will_not_say(tree: Tree, verb: int, i: int) -> bool:
    """Whether a joint is followed by what somebody would not tell: confirmed the visit but *would not discuss* it."""
    told = i + 2
    is_negated = tree.lower[i] == "would" and tree.lower[i + 1 : told] in (["not"], ["n't"], ["n’t"])
    return is_negated and told < tree.size and tree.lower[told] in WITHHELD and tree.head[told] == verb


def _tense(tree: Tree, verb: int) -> str:
    """The tag of a verb's tense, its own or that of "did" before it."""
    if tree.tag[verb] != "VB":
        return tree.tag[verb]
    return next((tree.tag[i] for i in tree.all_children(verb, "aux") if tree.tag[i] in FINITE), "VB")


def _subordinates(tree: Tree, i: int) -> bool:
    """Whether a clause begins with "whenever", "because"…: it goes on with what is said, whatever it hangs on."""
    i = tree.skip_right(i, ",")
    return i < tree.size and (tree.tag[i] == "WRB" or tree.pos[i] == "SCONJ")


def _before_joint(tree: Tree, i: int) -> int:
    """Backs over "and" and commas."""
    while i > 0 and (tree.pos[i - 1] == "CCONJ" or tree.text[i - 1] in (",", ";", "—", "–")):
        i -= 1
    return i


def next_cue(scene: Scene, verb: int) -> int | None:
    """The comma behind a verb that a participle of saying follows: …**,** saying …"""
    tree = scene.tree
    for i in range(verb + 2, sentence_end(scene, verb)):
        if tree.text[i - 1] == "," and not tree.quote[i] and _is_next_cue(tree, i):
            return i - 1
    return None


def _is_next_cue(tree: Tree, i: int) -> bool:
    if tree.lower[i] == "according":
        return True
    entry = VERBS.get(tree.lower[i])
    return (
        entry is not None
        and entry[1] is Form.ING
        and entry[0].lemma != "put"  # "…, *putting* them at odds"
        and bool(entry[0].use & (Use.DIRECT | Use.CLAUSE | Use.COMPLEMENT))
        and tree.pos[i] in ("VERB", "")
    )
