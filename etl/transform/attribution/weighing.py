"""How sure a statement is: by the rule that found it and by what speaks for and against it.

What somebody says outright stands in a main clause, has a named subject and says something. A purpose ("to praise
…"), a possibility ("would oppose …"), a relative clause ("who supports …") tell of somebody rather than report them.
The numbers are round on purpose: they were set by hand, by looking at what each kind of evidence does on a
development corpus.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from etl.records import SourceKind
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.tree import Tree
from etl.transform.lexicon import word_set

#: Below this a statement is left out.
THRESHOLD: Final = 0.44

_BASE: Final = {
    "speech-tag-after": 0.97,
    "speech-tag-before": 0.95,
    "signed": 0.9,
    "heading": 0.8,
    "label": 0.85,
    "headline-label": 0.8,
    "headline-said": 0.9,
    "headline-stance": 0.75,
    "turn": 0.9,
    "uncued": 0.72,
    "left-open": 0.7,
    "colon": 0.9,
    "according-to": 0.92,
    "cited": 0.85,
    "requested-passive": 0.6,
    "said-tag": 0.93,
    "said-clause": 0.93,
    "said-passive-clause": 0.85,
    "quoted-as": 0.9,
    "said-clause-surface": 0.54,
    "thought-clause": 0.88,
    "thought-passive-clause": 0.75,
    "called": 0.88,
    "requested": 0.88,
    "intended": 0.64,
    "expected": 0.78,
    "held": 0.62,
    "shown": 0.82,
    "quoted-words": 0.28,
    "noun-clause": 0.66,
    "noun-phrase": 0.46,
    "attitude": 0.7,
    "hearsay": 0.7,
    "stance": 0.7,
    "stance-passive": 0.54,
    "spoke-of": 0.56,
}
#: Rules that lean on marks or on a tag's geometry need no further evidence.
_SURE: Final = word_set(
    """speech-tag-after speech-tag-before signed heading label turn uncued left-open colon said-tag according-to
    headline-label headline-said headline-stance"""
)
_POSSIBLE: Final = frozenset(
    ["would", "will", "might", "may", "could", "can", "should", "must", "'ll", "’ll", "wo", "'d"]
)
#: What somebody is bound to do is not what they said.
_DUTIES: Final = frozenset(["must", "shall"])
_DEPENDENT: Final = frozenset(["that", "if", "because", "whether", "unless", "so", "until"])
_CONDITIONS: Final = frozenset(["if", "unless"])
_PRESENT: Final = frozenset(["VBP", "VBZ"])
_PERSONAL: Final = frozenset(["he", "she", "they", "we", "i"])
#: Sources that are described, not named.
_BY_KIND: Final = {
    SourceKind.PERSON: 0.03,
    SourceKind.ANONYMOUS: 0.03,
    SourceKind.OUTLET: 0.03,
    SourceKind.DOCUMENT: -0.03,
    SourceKind.UNKNOWN: -0.12,
}
#: Rules for statements that name nobody.
_NOBODY_NAMED: Final = frozenset(["expected", "hearsay", "held", "requested-passive"])
#: Passives that tell who said it: "was *confirmed* by the ministry".
_MADE_KNOWN: Final = word_set("announce confirm describe characterize disclose deny detail report reveal")
_WANTED: Final = word_set("want wants wanted expect expects expected need needs needed")
#: To have somebody say something.
_BIDDING: Final = word_set("ask asks asked tell tells told urge urges urged order ordered orders")
_OPENING: Final = word_set("addressing reacting responding replying commenting speaking writing talking")
_NEAR: Final = 6
_VAGUE: Final = frozenset(["it", "which", "that", "this", "who", "those", "you"])


def weigh(draft: Draft, kind: SourceKind) -> float:
    """Confidence in a draft whose source is of ``kind``, between 0 and 1."""
    base = _BASE.get(draft.rule, 0.7)
    if draft.rule in _SURE or draft.head is None:
        return base if draft.source is not None else base - 0.25
    points = _of_length(sum(end - start for start, end in draft.content))
    points += _of_clause(draft.tree, draft.head)
    if _is_asked(draft.tree, draft.head) or _is_wanted(draft.tree, draft.head):
        points -= 0.8
    if draft.rule in ("stance", "spoke-of") and _is_bidden(draft.tree, draft.head):
        points -= 0.8
    points += _of_source(draft, kind)
    if draft.rule == "called" and draft.quotations and _is_what_is_called(draft.tree, draft.head):
        points += 0.2
    if draft.quotations:
        points += 0.12
    if draft.rule == "said-clause-surface" and _opens_with_that(draft):
        points += 0.1
    if draft.rule == "stance-passive" and draft.lemma in _MADE_KNOWN:
        points += 0.1
    if draft.rule == "said-clause":
        points = min(points, 0.04) * (1 if points > 0 else 0.8)
    return min(max(base + points, 0.05), 0.98)


def _opens_with_that(draft: Draft) -> bool:
    first = bisect_left(draft.tree.starts, draft.start)
    return draft.tree.lower[first : first + 1] == ["that"]


def _of_length(characters: int) -> float:
    if characters < 15:
        return -0.22
    if characters < 30:
        return -0.08
    return 0.08 if characters >= 60 else 0.0


def _of_clause(tree: Tree, verb: int) -> float:
    points = 0.0
    scope = _scope(tree, verb)
    if scope in ("acl:relcl", "acl", "csubj"):
        points -= 0.12
    elif scope == "main":
        points += 0.05
    if tree.tag[verb] == "VBG" and scope != "main":
        points -= 0.04
    words = {tree.lower[child] for child in tree.children[verb] if child < verb}
    if words & _POSSIBLE:
        points -= 0.1
    if words & _DUTIES:
        points -= 0.15
    if words & _DEPENDENT or _is_supposed(tree, verb):
        points -= 0.2
    elif "to" in words and tree.tag[verb] == "VB":
        points -= 0.2 if tree.lower[verb - 2] == "yet" else 0.1
    return points


def _is_what_is_called(tree: Tree, verb: int) -> bool:
    """ "A plan *that* she called “madness”": the relative word is what is called so, and no condition."""
    return any(tree.lower[child] == "that" and tree.tag[child] == "WDT" for child in tree.children[verb])


def _is_wanted(tree: Tree, verb: int) -> bool:
    """Whether somebody is only wanted to say it ("*wants* the ministry **to say** that")."""
    if tree.tag[verb] != "VB" or tree.lower[verb - 1] != "to":
        return False
    above = tree.head[verb]
    wanted = tree.child(above, "obj", "iobj") if above < verb else None
    is_between = wanted is not None and above < wanted < verb
    return tree.dep[verb] in ("xcomp", "ccomp") and is_between and tree.lower[above] in _WANTED


def _is_bidden(tree: Tree, verb: int) -> bool:
    """Whether somebody is only asked or told to speak ("told jurors not *to discuss* it", "asked *to comment* on it"),
    or a word in -ing only opens what they say ("*Reacting* to the news, she said")."""
    if tree.tag[verb] == "VBG":
        return verb == tree.skip_right(tree.sentence[verb][0], "") and tree.lower[verb] in _OPENING
    above = tree.head[verb]
    is_infinitive = (
        tree.tag[verb] == "VB" and tree.lower[verb - 1] == "to" and tree.dep[verb] in ("xcomp", "ccomp", "advcl")
    )
    return is_infinitive and above < verb and verb - above < _NEAR and tree.lower[above] in _BIDDING


def _is_asked(tree: Tree, verb: int) -> bool:
    """Whether a sentence only asks: "*Can* they have confidence that …?", "If they stay, *can* they …?" """
    first, end = tree.sentence[verb]
    last = tree.skip_left(end, "")
    if last < first or tree.text[last] != "?" or tree.quote[last]:
        return False
    openers = [first, *(i + 1 for i in range(first, verb) if tree.text[i] == ",")]
    return any(_opens_question(tree, opener, verb) for opener in openers)


def _opens_question(tree: Tree, first: int, verb: int) -> bool:
    while first < verb and (tree.pos[first] in ("CCONJ", "PUNCT") or tree.is_space[first]):
        first += 1
    return first < verb and (tree.pos[first] == "AUX" or tree.tag[first] in ("MD", "WP", "WRB", "WDT"))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Whether a verb goes on with a condition: "*if* the pact fails and they **decide** to leave"."""
    at = verb
    while tree.dep[at] == "conj" and tree.head[at] < at:
        at = tree.head[at]
        # or the parse joined it to what would follow: "it would hurt *if* the pact fails and they decide to leave"
        before = (each for each in tree.all_children(at, "advcl") if at < each < verb and tree.tag[each] in _PRESENT)
        if any(tree.lower[mark] in _CONDITIONS for each in (at, *before) for mark in tree.all_children(each, "mark")):
            return tree.tag[verb] in _PRESENT
    return False


def _scope(tree: Tree, verb: int) -> str:
    """The relation of the clause that a verb stands in, ``main`` for a main clause."""
    top = verb
    for _ in range(12):
        if tree.head[top] == top:
            return "main"
        if tree.dep[top] in ("advcl", "acl", "acl:relcl", "ccomp", "csubj", "parataxis"):
            return tree.dep[top]
        top = tree.head[top]
    return "main"


def _of_source(draft: Draft, kind: SourceKind) -> float:
    if draft.source is None:
        return -0.2 if draft.rule not in _NOBODY_NAMED else 0.0
    tree, head = draft.source.tree, draft.source.head
    if tree.lower[draft.source.start] == "no" and tree.lower[head] != "one":
        return -0.4  # "no group claimed the attack"; what "no one" expected is told for its own sake
    if tree.lower[head] in _VAGUE:
        return -0.1
    if tree.pos[head] == "PROPN" or tree.lower[head] in _PERSONAL:
        return 0.05
    return _BY_KIND.get(kind, -0.03)
