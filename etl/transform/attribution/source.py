"""Who the subject of a reporting verb is: its own subject, one shared or controlled, or the noun phrase beside it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import VERBS, Use
from etl.transform.lexicon import word_set

_SUBJECT = ("nsubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass",)
_KEPT = word_set(
    """flat compound nmod nmod:poss nmod:unmarked appos conj amod acl nummod det case fixed advmod obl nmod:npmod
    nmod:tmod flat:name list goeswith obl:unmarked cc"""
)
_BE = word_set("is are was were be been being 's ’s 're ’re 'm ’m")
_RELATIVE = frozenset(["who", "which", "that", "whom"])
#: What stands around an apposition.
_CLOSERS = frozenset([",", ")", "--", "—", "–"])
_OPENERS = frozenset([",", "(", "--", "—", "–"])
#: Prepositions that open a clause without a finite verb: "*with* critics saying …".
_ABSOLUTE = frozenset(["with", "without", "such"])
_NAMES = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_NOMINAL = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"])
_LONGEST = 40
_DEEPEST = 8
_TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month year night morning
    day afternoon evening weekend time january february march april may june july august september october november
    december"""
)
_QUANTIFIERS = word_set("some many most several few both all none others each another")
_QUOTING = word_set("quote quotes quoted quoting cite cites cited citing")
_ISSUED = word_set(
    """statement letter email e-mail memo message tweet post release report ad advertisement video note op-ed resolution
    speech article column editorial order notice petition press-release mailer lawsuit brief"""
)


@dataclass(frozen=True, slots=True)
class Source:
    """A noun phrase: tokens ``start`` to ``end`` (exclusive) of a tree, its ``head``, and who is meant.

    ``referent`` differs from ``head`` where a relative pronoun is the source: it is the head of its antecedent.
    """

    tree: Tree
    start: int
    end: int
    head: int
    referent: int


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is a passive, or a bare past participle after its noun."""
    if tree.child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    if tree.tag[verb] in ("VBN", "VBD") and _follows_be(tree, verb):
        return True
    if tree.tag[verb] != "VBN" or tree.child(verb, "aux", *_SUBJECT) is not None:
        return False
    if tree.dep[verb] in ("conj", "xcomp") and tree.head[verb] != verb:
        head = tree.head[verb]
        return tree.dep[verb] == "conj" and tree.tag[head] == "VBN" and is_passive(tree, head)
    if _is_only_verb(tree, verb):
        return False
    return tree.dep[verb] in ("acl", "amod", "advcl", "acl:relcl")


def _is_only_verb(tree: Tree, verb: int) -> bool:
    """Whether a participle hangs on a noun that heads its sentence and has no verb of its own: then it is no
    participle, but the sentence's verb ("The NAACP *called* for a moratorium")."""
    noun = tree.head[verb]
    if tree.dep[verb] != "acl" or tree.head[noun] != noun or noun > verb or tree.pos[noun] not in _NAMES:
        return False
    return tree.child(noun, "cop", "nsubj", "aux") is None and not any(
        tree.tag[i] in _FINITE and tree.head[i] == noun for i in tree.children[noun]
    )


def _follows_be(tree: Tree, verb: int) -> bool:
    """Whether a form of "be" stands right before a participle, whatever the parse makes of the two."""
    i = verb - 1
    while i >= 0 and tree.pos[i] == "ADV":
        i -= 1
    return i >= 0 and tree.lower[i] in _BE and tree.head[i] == verb


def agent_of(tree: Tree, verb: int) -> Source | None:
    """The "by" phrase of a passive."""
    for child in tree.all_children(verb, "obl", "obl:agent", "nmod"):
        if tree.case(child) == "by" and tree.tag[child] != "VBG":
            return noun_phrase(tree, child)
    return None


def subject_of(tree: Tree, verb: int) -> Source | None:
    """Who speaks: the subject of an active verb, the agent of a passive one."""
    quoted = quoted_by(tree, verb)
    if quoted is not None:
        return quoted[0]
    if is_passive(tree, verb):
        return agent_of(tree, verb)
    return controller_of(tree, verb)


def quoted_by(tree: Tree, verb: int) -> tuple[Source, Source | None] | None:
    """Speaker and relay of "*relay* quoted *speaker* as saying …" and "*speaker* was quoted (by *relay*) as saying"."""
    if verb < 2 or tree.lower[verb - 1] != "as" or tree.tag[verb] != "VBG":
        return None
    for i in range(verb - 2, max(-1, verb - 30), -1):
        if tree.is_stop(i) or tree.quote[i] != tree.quote[verb]:
            return None
        if tree.lower[i] not in _QUOTING:
            continue
        if is_passive(tree, i):
            speaker = controller_of(tree, i) or subject_beside(tree, i, tree.sentence[i][0])
            return (speaker, agent_of(tree, i)) if speaker is not None else None
        speaker = phrase_after(tree, i + 1, verb - 1)
        return (speaker, controller_of(tree, i)) if speaker is not None else None
    return None


def controller_of(tree: Tree, verb: int, depth: int = 0) -> Source | None:
    """The subject of a verb, be it active or passive: its own, a conjoined verb's, or its governor's."""
    near = _own_subject(tree, verb) or (None if _modifies(tree, verb) else _right_before(tree, verb))
    governor, dep = tree.head[verb], tree.dep[verb]
    if near is not None or governor == verb or depth > _DEEPEST:
        return near
    if dep == "conj":
        return controller_of(tree, governor, depth + 1)
    if dep in ("xcomp", "advcl", "parataxis", "dep", "ccomp"):
        return _subject_above(tree, verb, governor, depth)
    if dep in ("acl", "acl:relcl", "amod"):
        return _modified(tree, verb, governor, depth)
    return None


def _modifies(tree: Tree, verb: int) -> bool:
    """Whether a participle tells more of a noun before it: "a letter to the board of directors *urging* …"."""
    governor = tree.head[verb]
    return tree.tag[verb] == "VBG" and tree.dep[verb] in ("acl", "acl:relcl") and tree.lower[governor] in _ISSUED


def _subject_above(tree: Tree, verb: int, governor: int, depth: int) -> Source | None:
    """The subject of the clause that a clause without one hangs on."""
    if tree.dep[verb] != "xcomp" and tree.tag[verb] not in ("VBG", "VBN", "VB", ""):
        return None
    if tree.dep[verb] == "advcl" and tree.tag[verb] == "VBG" and tree.text[verb - 1] == ",":
        return controller_of(tree, _carried_by(tree, governor), depth + 1)
    return _governor_subject(tree, verb, governor, depth)


def _carried_by(tree: Tree, governor: int) -> int:
    """The verb that a participle behind a comma really carries on: not what is asked or said within its sentence
    ("They *urged* her to stay, arguing …", "She *said* he lied, arguing …")."""
    for _ in range(_DEEPEST):
        above = tree.head[governor]
        is_infinitive = tree.tag[governor] == "VB" and tree.dep[governor] in ("xcomp", "advcl")
        is_said = tree.dep[governor] == "ccomp" and tree.lower[above] in VERBS
        if above >= governor or not (is_infinitive or is_said):
            return governor
        governor = above
    return governor


def _modified(tree: Tree, verb: int, governor: int, depth: int) -> Source | None:
    """The noun that a participle or relative clause modifies, or who it is really about."""
    carried = _carried_on(tree, verb, governor, depth) if tree.dep[verb] == "acl" else None
    if carried is not None:
        return carried
    if tree.pos[governor] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
        return noun_phrase(tree, governor, before=verb if governor < verb else None)
    return controller_of(tree, governor, depth + 1)


def _right_before(tree: Tree, verb: int) -> Source | None:
    """The noun that a verb follows at once: a subject that the parse gave to another verb ("others *saying* …")."""
    if tree.tag[verb] in ("VB", "VBN") and tree.child(verb, "aux") is None:
        return None
    i = verb - 1
    while i >= 0 and (tree.pos[i] in ("ADV", "AUX") or tree.lower[i] in ("not", "n't", "n’t")):
        i -= 1
    if i < 0 or not _may_be_subject(tree, i, verb):
        return None
    # a name's last word hangs on its first
    is_tail = tree.dep[i] in ("flat", "compound") and tree.head[i] < i
    whole = noun_phrase(tree, tree.head[i] if is_tail else i, before=verb)
    wider = _with_what_it_modifies(tree, whole, max(0, verb - 20))
    if wider is not None and wider.start < whole.start:
        return wider
    case = tree.case(whole.head)
    return whole if not case or (tree.tag[verb] == "VBG" and case in _ABSOLUTE) else None


def _may_be_subject(tree: Tree, i: int, verb: int) -> bool:
    if tree.pos[i] not in ("NOUN", "PROPN", "PRON") or tree.quote[i] != tree.quote[verb]:
        return False
    if tree.lower[i] in _ISSUED or tree.lower[i] in _TIMES or tree.tag[i] in ("PRP$", "WP$"):
        return False
    if tree.tag[verb] == "VBG" and tree.lower[i] in ("him", "them", "me", "us", "her"):
        return False
    return tree.dep[i] not in ("obl:unmarked", "obl:tmod", "vocative")


def _own_subject(tree: Tree, verb: int) -> Source | None:
    subjects = [
        child
        for child in tree.all_children(verb, *_SUBJECT, *_PASSIVE)
        if not tree.is_space[child] and tree.lower[child] != "there"
    ]
    if not subjects:
        return None
    first = noun_phrase(tree, subjects[0], before=verb if subjects[0] < verb else None)
    if tree.pos[verb] == "NOUN" and first.end < verb and tree.pos[first.end] == "ADP":
        # a verb taken for a noun: what stands before it was hung on it
        return Source(tree, first.start, verb, first.head, first.referent)
    last = subjects[-1]
    if last < verb and tree.text[tree.left[last] - 1] == "," and not tree.quote[last]:
        # a tag between commas whose verb the parse gave to the clause around it: "The bill, *she* said, would"
        after = noun_phrase(tree, last, before=verb)
        if len(subjects) > 1 and all(tree.pos[i] in ("ADV", "AUX") for i in range(after.end, verb)):
            return after
    for child in subjects[1:]:
        # two subjects joined by "and": the parse cut one noun phrase in two
        second = noun_phrase(tree, child)
        is_near = first.end < second.start < second.end <= verb and second.start - first.end <= 2
        if is_near and any(tree.pos[i] == "CCONJ" for i in range(first.end, second.start)):
            first = Source(tree, first.start, second.end, first.head, first.referent)
    return first


def _carried_on(tree: Tree, verb: int, governor: int, depth: int) -> Source | None:
    """The subject of the clause that a participle after a noun really carries on.

    Behind a comma it goes with the verb ("drew crowds, *calling* …"), and what somebody issues speaks for them
    ("issued a statement *saying* …").
    """
    if tree.tag[verb] != "VBG" or governor > verb:
        return None
    if tree.text[verb - 1] != "," and tree.lower[governor] not in _ISSUED:
        return None
    above = tree.head[governor]
    if tree.dep[governor] not in ("obj", "obl", "xcomp", "nmod", "conj", "appos") or above == governor:
        return None
    for _ in range(_DEEPEST):
        if tree.pos[above] in ("VERB", "AUX") or tree.head[above] == above:
            break
        above = tree.head[above]
    return controller_of(tree, above, depth + 1) if tree.pos[above] == "VERB" else None


def _governor_subject(tree: Tree, verb: int, governor: int, depth: int) -> Source | None:
    if tree.dep[verb] in ("xcomp", "ccomp", "advcl") and tree.tag[verb] != "VBG":
        entry = VERBS.get(tree.lower[governor])
        object_ = tree.child(governor, "obj", "iobj")
        if object_ is not None and entry is not None and entry[0].use & (Use.REQUEST | Use.TOLD):
            return noun_phrase(tree, object_, before=verb if object_ < verb else None)
    if (
        tree.pos[governor] in ("NOUN", "PROPN")
        and tree.child(governor, "cop") is None
        and _own_subject(tree, governor) is None
    ):
        return controller_of(tree, governor, depth + 1) or (
            noun_phrase(tree, governor, before=verb) if governor < verb and tree.tag[verb] == "VBG" else None
        )
    return controller_of(tree, governor, depth + 1)


def noun_phrase(tree: Tree, head: int, before: int | None = None) -> Source:
    """The words that name a source around its head: what follows as a relative clause is left out."""
    start = tree.left[head]
    if head - start > _LONGEST:
        start = head
    while start < head and (tree.dep[start] in ("punct", "cc", "mark", "case", "cc:preconj") or tree.is_space[start]):
        start += 1
    quote = tree.quote[head]
    while start < head and tree.quote[start] != quote:
        start += 1
    end = _end_of_phrase(tree, head, before)
    if tree.pos[head] == "PROPN":
        start = _with_titles(tree, start)
    referent = antecedent(tree, head)
    if referent != head and referent < head:
        # "Jones, who": as written it should name somebody
        named = noun_phrase(tree, referent, before=head)
        if head - named.end <= 1 and tree.quote[referent] == quote:
            start = named.start
    return Source(tree, start, end, head, referent)


def _end_of_phrase(tree: Tree, head: int, before: int | None) -> int:
    end = head + 1
    for child in tree.children[head]:
        dep = tree.dep[child]
        if child < head or dep == "punct":
            continue
        is_clause = dep == "conj" and tree.pos[child] == "VERB"
        if dep not in _KEPT or is_clause or tree.right[child] - head > _LONGEST:
            break
        end = max(end, tree.right[child] + 1)
    if before is not None:
        end = min(end, max(before, head + 1))
    while end > head + 1:
        last = end - 1
        if tree.quote[last] == tree.quote[head] and tree.dep[last] not in ("punct", "cc") and not tree.is_space[last]:
            break
        end -= 1
    return end


def _with_titles(tree: Tree, start: int) -> int:
    """Where a name begins with the capitals before it: "**Senate Armed Services** Chairman John McCain"."""
    first = start
    while first > 0 and tree.pos[first - 1] in ("PROPN", "NOUN", "ADJ") and tree.text[first - 1][0].isupper():
        if tree.lower[first - 1] in _TIMES or tree.quote[first - 1] != tree.quote[start]:
            break
        first -= 1
    return first


def antecedent(tree: Tree, head: int) -> int:
    """The noun that a relative pronoun stands for, else ``head`` itself."""
    if tree.lower[head] not in _RELATIVE or tree.pos[head] == "DET":
        return head
    at = head
    for _ in range(_DEEPEST):
        governor = tree.head[at]
        if governor == at:
            return head
        if tree.dep[at] in ("acl:relcl", "acl"):
            return governor
        at = governor
    return head


def phrase_after(tree: Tree, start: int, limit: int) -> Source | None:
    """The noun phrase that begins at a token, by parts of speech alone ("said **John Smith**, …")."""
    i = start
    while i < limit and (tree.pos[i] in _NOMINAL or (i > start and _links(tree, i, limit))):
        if i > start and tree.pos[i] in ("PRON", "DET") and tree.pos[i - 1] in ("NOUN", "PROPN", "PRON"):
            break  # another phrase begins
        i += 1
    if i == start:
        return None
    head = _last_noun(tree, start, i)
    if head is None:
        return None
    whole = noun_phrase(tree, head)
    return whole if whole.start == start and whole.end >= i else Source(tree, start, i, head, head)


def phrase_before(tree: Tree, end: int, limit: int) -> Source | None:
    """The noun phrase that ends before a token ("**John Smith** said")."""
    i = end
    while i > limit and (tree.pos[i - 1] in _NOMINAL or (i - 1 > limit and _links(tree, i - 1, end))):
        i -= 1
    while i < end and tree.pos[i] not in _NOMINAL:
        i += 1
    if i == end:
        return None
    head = _last_noun(tree, i, end)
    return Source(tree, i, end, head, antecedent(tree, head)) if head is not None else None


def subject_beside(tree: Tree, verb: int, limit: int) -> Source | None:
    """The subject by its place alone: the noun phrase right before a verb and its auxiliaries, or, behind a comma,
    the one before what stands between commas ("Jones, 49, a teacher, said")."""
    i = verb
    while i > limit and (tree.pos[i - 1] in ("ADV", "AUX", "PART") or tree.is_space[i - 1]):
        i -= 1
    if i > limit and tree.text[i - 1] in _CLOSERS:
        commas = [
            at for at in range(max(limit, i - _LONGEST), i - 1) if tree.text[at] in _OPENERS and not tree.quote[at]
        ]
        for comma in reversed(commas):
            found = phrase_before(tree, comma, max(limit, comma - 12))
            if found is not None and tree.pos[found.head] in ("PROPN", "PRON"):
                return found
        if commas:
            return phrase_before(tree, commas[0], max(limit, commas[0] - 12))
        return None
    return _with_what_it_modifies(tree, phrase_before(tree, i, max(limit, i - 12)), limit)


def _with_what_it_modifies(tree: Tree, found: Source | None, limit: int) -> Source | None:
    """ "Some inside **the administration** fear": the noun phrase before a preposition is the subject."""
    if found is not None:
        first = found.start
        while first > limit and tree.pos[first - 1] in ("DET", "ADJ", "NUM"):
            first -= 1
        found = Source(tree, first, found.end, found.head, found.referent)
    while found is not None and found.start - 1 > limit and tree.pos[found.start - 1] == "ADP":
        before = phrase_before(tree, found.start - 1, max(limit, found.start - 13))
        if before is None or before.end != found.start - 1:
            break
        found = Source(tree, before.start, found.end, before.head, before.referent)
    return found


def subject_of_participle(tree: Tree, verb: int, limit: int) -> Source | None:
    """The subject before a participle that carries on a sentence: "**Jones** left, *adding* that …"."""
    best: int | None = None
    for i in range(limit, verb):
        if tree.dep[i] in (*_SUBJECT, *_PASSIVE) and not tree.quote[i] and tree.lower[i] not in _RELATIVE:
            head = tree.head[i]
            if best is None or tree.dep[head] == "ROOT":
                best = i
                if tree.dep[head] == "ROOT":
                    break
    if best is not None:
        return noun_phrase(tree, best, before=verb)
    first = limit
    while first < verb and (tree.pos[first] not in _NOMINAL or tree.quote[first]):
        first += 1
    return phrase_after(tree, first, verb) if first < verb else None


def _links(tree: Tree, i: int, limit: int) -> bool:
    return (
        i + 1 < limit
        and (tree.lower[i] in ("of", "'s", "’s", "'", "’", "-", "&", "and"))
        and tree.pos[i + 1] in _NOMINAL
    )


def _last_noun(tree: Tree, start: int, end: int) -> int | None:
    of = next((i for i in range(start + 1, end) if tree.lower[i] == "of"), end)
    for i in range(of - 1, start - 1, -1):
        if tree.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") or tree.lower[i] in _QUANTIFIERS:
            return i
    return None
