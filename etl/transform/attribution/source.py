"""Who the subject of a reporting verb is: its own subject, one shared or controlled, or the noun phrase beside it."""

from __future__ import annotations

from etl.transform.attribution.phrase import (
    NOMINAL,
    RELATIVE,
    TIMES,
    Source,
    noun_phrase,
    phrase_after,
    subject_beside,
    with_what_it_modifies,
)
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import VERBS, Use
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set

_SUBJECT = ("nsubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass",)
#: To reach somebody, in order to say something.
_REACHED = word_set("called calls phoned phones telephoned rang emailed e-mailed texted messaged wrote writes emails")
_MEANS = word_set("e mail email e-mail phone telephone letter text video fax post radio")
_MARGINS = word_set("vote votes majority margin consensus acclamation")
_BE = word_set("is are was were be been being 's ’s 're ’re 'm ’m")
#: Prepositions that open a clause without a finite verb: "*with* critics saying …".
_ABSOLUTE = frozenset(["with", "without", "such"])
_NAMES = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_DEEPEST = 8
_PLACES = frozenset(["GPE", "LOC", "FAC"])
_QUOTING = word_set("quote quotes quoted quoting cite cites cited citing")
_ISSUED = word_set(
    """statement letter email e-mail memo message tweet post release report ad advertisement video note op-ed resolution
    speech article column editorial order notice petition press-release mailer lawsuit brief suit grievance motion
    affidavit appeal leaflet poster placard banner sign decree dissent rebuttal reply response advisory caption"""
)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is a passive, or a bare past participle after its noun."""
    if tree.child(verb, "aux:pass", "nsubj:pass") is not None:
        # what is said is always helped by "be"
        return tree.lower[verb] != "said" or tree.child(verb, "aux:pass", "aux") is not None
    if tree.tag[verb] in ("VBN", "VBD") and _follows_be(tree, verb):
        return True
    if tree.tag[verb] != "VBN" or tree.child(verb, "aux", *_SUBJECT) is not None:
        return False
    if tree.dep[verb] in ("conj", "xcomp") and tree.head[verb] != verb:
        head = tree.head[verb]
        return tree.dep[verb] == "conj" and tree.tag[head] == "VBN" and is_passive(tree, head)
    if _is_only_verb(tree, verb) or any(_is_means(tree, child) for child in tree.all_children(verb, "obl")):
        return False
    return tree.dep[verb] in ("acl", "amod", "advcl", "acl:relcl")


def _is_only_verb(tree: Tree, verb: int) -> bool:
    """Whether a participle hangs on a noun that heads its sentence and has no verb of its own: then it is no
    participle, but the sentence's verb ("The NAACP *called* for a moratorium")."""
    noun = _apposed(tree, tree.head[verb]) if tree.text[verb - 1] == "," else tree.head[verb]
    if tree.dep[verb] != "acl" or tree.head[noun] != noun or noun > verb or tree.pos[noun] not in _NAMES:
        return False
    return tree.child(noun, "cop", "nsubj", "aux") is None and not any(
        tree.tag[i] in _FINITE and tree.head[i] == noun for i in tree.children[noun]
    )


def _apposed(tree: Tree, noun: int) -> int:
    """The name that a noun tells more of: "*Adam Lund*, the top Democrat, called on"."""
    return tree.head[noun] if tree.dep[noun] == "appos" else noun


def _follows_be(tree: Tree, verb: int) -> bool:
    """Whether a form of "be" stands right before a participle, whatever the parse makes of the two."""
    i = verb - 1
    while i >= 0 and tree.pos[i] == "ADV":
        i -= 1
    return i >= 0 and tree.lower[i] in _BE and tree.head[i] == verb


def _is_means(tree: Tree, noun: int) -> bool:
    """ "Said *by e-mail*", "approved by *one vote*": a noun that tells how, or by how much."""
    return (tree.lower[noun] in _MEANS and tree.lower[noun - 1] == "by") or tree.lower[noun] in _MARGINS


def agent_of(tree: Tree, verb: int) -> Source | None:
    """The "by" phrase of a passive."""
    for child in tree.all_children(verb, "obl", "obl:agent", "nmod"):
        if tree.case(child) == "by" and tree.tag[child] != "VBG" and not _is_means(tree, child):
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
            return (speaker, agent_of(tree, i) or agent_of(tree, verb)) if speaker is not None else None
        speaker = phrase_after(tree, i + 1, verb - 1)
        return (speaker, controller_of(tree, i)) if speaker is not None else None
    return None


def controller_of(tree: Tree, verb: int, depth: int = 0) -> Source | None:
    """The subject of a verb, be it active or passive: its own, a conjoined verb's, or its governor's."""
    near = (
        _own_subject(tree, verb)
        or _one_of_two(tree, verb)
        or (None if _modifies(tree, verb) else _right_before(tree, verb))
    )
    governor, dep = tree.head[verb], tree.dep[verb]
    if near is not None or governor == verb or depth > _DEEPEST:
        return near
    if dep == "conj":
        return controller_of(tree, _joined_with(tree, verb, governor), depth + 1)
    is_degree = dep == "advmod" and tree.pos[verb] == "ADV"
    if is_degree or (dep == "advcl" and tree.pos[governor] == "ADV"):
        return controller_of(tree, governor, depth + 1)  # "went so **far** as to say"
    if dep in ("xcomp", "advcl", "parataxis", "dep", "ccomp"):
        return _subject_above(tree, verb, governor, depth)
    if dep in ("acl", "acl:relcl", "amod"):
        return _modified(tree, verb, governor, depth)
    return None


def _one_of_two(tree: Tree, verb: int) -> Source | None:
    """ "The latter", "the former" before a participle, whatever the parse makes of them."""
    i = verb - 1
    if i < 1 or tree.lower[i] not in ("latter", "former") or tree.lower[i - 1] != "the":
        return None
    return Source(tree, i - 1, i + 1, i, i)


def _joined_with(tree: Tree, verb: int, governor: int) -> int:
    """What a second verb really goes on with: the reporting verb before, not the verb of what is said ("**said** it was
    early but *added* that …")."""
    entry = VERBS.get(tree.lower[verb])
    is_participle = tree.tag[verb] == "VBG" and entry is not None and Use.DIRECT in entry[0].use
    if not is_participle and not reports(tree, verb):
        return governor
    at = governor
    for _ in range(_DEEPEST):
        above = tree.head[at]
        if above >= at or tree.pos[above] != "VERB":
            return governor
        is_report = is_participle or reports(tree, above)
        if tree.dep[at] == "ccomp" and is_report and tree.lower[above] in VERBS and tree.tag[above] == tree.tag[verb]:
            return above
        at = above
    return governor


def reports(tree: Tree, verb: int) -> bool:
    """Whether a word is a finite verb that both tags quotations and governs reported clauses."""
    entry = VERBS.get(tree.lower[verb])
    is_report = entry is not None and Use.DIRECT in entry[0].use and Use.CLAUSE in entry[0].use
    return is_report and tree.tag[verb] in ("VBD", "VBZ", "VBP")


def reports_as_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying stands behind "to": "called *to say* that"."""
    entry = VERBS.get(tree.lower[verb])
    return tree.tag[verb] == "VB" and entry is not None and Use.TAG in entry[0].use


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
        is_held = tree.dep[governor] in ("acl", "acl:relcl") and tree.lower[tree.left[governor]] == "that"
        is_held = is_held and tree.dep[above] == "obj" and tree.lower[tree.head[above]] in VERBS
        if above >= governor or not (is_infinitive or is_said or is_held):
            return governor
        governor = above
    return governor


def _modified(tree: Tree, verb: int, governor: int, depth: int) -> Source | None:
    """The noun that a participle or relative clause modifies, or who it is really about."""
    carried = _carried_on(tree, verb, governor, depth) if tree.dep[verb] == "acl" else None
    if carried is not None:
        return carried
    if tree.tag[verb] == "VB" and tree.dep[verb] == "acl" and tree.dep[governor] in ("obj", "obl", "xcomp"):
        # "made an attempt *to deny* it"
        doer = controller_of(tree, tree.head[governor], depth + 1)
        if doer is not None and doer.end <= governor:
            return doer
    if tree.pos[governor] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
        noun = _apposed(tree, governor) if _is_only_verb(tree, verb) else governor
        return noun_phrase(tree, noun, before=verb if noun < verb else None)
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
    if tree.tag[verb] == "VBG" and tree.dep[verb] == "advcl" and tree.words[i].label in _PLACES:
        return None  # "issued a statement in **Bergen** saying"
    # a name's last word hangs on its first
    is_tail = tree.dep[i] in ("flat", "compound") and tree.head[i] < i
    whole = noun_phrase(tree, tree.head[i] if is_tail else i, before=verb)
    wider = with_what_it_modifies(tree, whole, max(0, verb - 20))
    if wider is not None and wider.start < whole.start:
        return wider
    case = tree.case(whole.head)
    return whole if not case or (tree.tag[verb] == "VBG" and case in _ABSOLUTE) else None


def _may_be_subject(tree: Tree, i: int, verb: int) -> bool:
    if tree.pos[i] not in ("NOUN", "PROPN", "PRON") or tree.quote[i] != tree.quote[verb]:
        return False
    if tree.lower[i] in _ISSUED or tree.lower[i] in TIMES or tree.tag[i] in ("PRP$", "WP$"):
        return False
    if tree.tag[verb] == "VBG" and (tree.lower[i] in ("him", "them", "me", "us", "her") or _is_told(tree, i)):
        return False
    return tree.dep[i] not in ("obl:unmarked", "obl:tmod", "vocative")


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether somebody is only who was written to: "e-mailed *supporters* saying …"."""
    entry = VERBS.get(tree.lower[tree.head[noun]])
    return tree.dep[noun] in ("obj", "iobj") and entry is not None and Use.TOLD in entry[0].use


def _own_subject(tree: Tree, verb: int) -> Source | None:
    helpers = tree.all_children(verb, "aux")
    subjects = [
        child
        for governor in (verb, *helpers)  # "The poll *has*, however, revealed": hung on the auxiliary
        for child in tree.all_children(governor, *_SUBJECT, *_PASSIVE)
        if not tree.is_space[child] and tree.lower[child] != "there" and not _is_bare_time(tree, child)
    ]
    if not subjects:
        return None
    first = noun_phrase(tree, subjects[0], before=verb if subjects[0] < verb else None)
    if tree.pos[verb] == "NOUN" and first.end < verb and tree.pos[first.end] == "ADP":
        # a verb taken for a noun: what stands before it was hung on it
        return Source(tree, first.start, verb, first.head, first.referent)
    name = _name_behind(tree, subjects[0])
    if name is not None and name < first.end:
        first = Source(tree, first.start, first.end, name, name)
    last = subjects[-1]
    if last < verb and tree.text[tree.left[last] - 1] == "," and not tree.quote[last]:
        # a tag between commas whose verb the parse gave to the clause around it: "The bill, *she* said, would"
        after = noun_phrase(tree, last, before=verb)
        if len(subjects) > 1 and all(tree.pos[i] in ("ADV", "AUX") for i in range(after.end, verb)):
            return after
    for child in subjects[1:]:
        # two subjects side by side, or joined by "and": the parse cut one noun phrase in two
        second = noun_phrase(tree, child)
        if first.end == tree.left[child] < second.end <= verb and _is_titled(tree, first, second):
            return Source(tree, first.start, second.end, second.head, second.referent)
        if tree.text[first.end : second.start] == ["-"] and tree.pos[first.head] == "PROPN":
            return Source(tree, first.start, second.end, second.head, second.referent)  # "Mr. Holtz-*Eakin*"
        is_near = first.end < second.start < second.end <= verb and second.start - first.end <= 2
        if is_near and any(tree.pos[i] == "CCONJ" for i in range(first.end, second.start)):
            first = Source(tree, first.start, second.end, first.head, first.referent)
    return first


def _name_behind(tree: Tree, noun: int) -> int | None:
    """The name that no comma parts from its office: "the agency **Fars** reported"."""
    name = tree.child(noun, "appos")
    if name is None or name < noun or tree.pos[name] != "PROPN" or tree.left[name] != name:
        return None
    return None if any(tree.text[i] in (",", "(", ":", "—", "–") for i in range(noun + 1, name)) else name


def _is_bare_time(tree: Tree, noun: int) -> bool:
    """ "The poll released *Friday* shows": a weekday alone is no subject."""
    return tree.lower[noun] in TIMES and tree.pos[noun] == "PROPN" and not tree.children[noun]


def _is_titled(tree: Tree, title: Source, name: Source) -> bool:
    """ "**Director** of National Intelligence | James Clapper", "the death of the **singer** | Anna Roe" """
    is_titled = is_title_word(tree.text[title.head]) or tree.tag[title.end - 1] == "NN"
    return tree.pos[name.head] == "PROPN" and is_titled


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
        if tree.lower[governor] in _REACHED and reports_as_infinitive(tree, verb):
            return controller_of(tree, governor, depth + 1)  # "*Jones* called me to say that"
        is_asked = entry is not None and bool(entry[0].use & (Use.REQUEST | Use.TOLD))
        is_made = tree.dep[verb] == "xcomp" and tree.tag[verb] == "VB" and entry is None  # "prompted *him* to say"
        if object_ is not None and governor < object_ < verb and (is_asked or is_made):
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


def subject_of_participle(tree: Tree, verb: int, limit: int) -> Source | None:
    """The subject before a participle that carries on a sentence: "**Jones** left, *adding* that …"."""
    best: int | None = None
    for i in range(limit, verb):
        if tree.dep[i] in (*_SUBJECT, *_PASSIVE) and not tree.quote[i] and tree.lower[i] not in RELATIVE:
            head = tree.head[i]
            if best is None or tree.dep[head] == "ROOT":
                best = i
                if tree.dep[head] == "ROOT":
                    break
    if best is not None:
        return noun_phrase(tree, best, before=verb)
    first = limit
    while first < verb and (tree.pos[first] not in NOMINAL or tree.quote[first]):
        first += 1
    if first > limit and tree.pos[first - 1] == "ADP":
        return None  # "*For starters*, assuming that …"
    return phrase_after(tree, first, verb) if first < verb else None
