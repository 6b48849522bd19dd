"""Reported clauses: said that … · …, she said · wondered whether … · the report shows …"""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.opening import read_asked, read_opening
from etl.transform.attribution.phrase import Source, phrase_after, subject_beside
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import is_passive, subject_of, subject_of_participle
from etl.transform.attribution.surface import behind_citing, find_that, is_dated, starts_clause, surface_clause
from etl.transform.attribution.tag import hears, inside_commas, looks_like_tag, read_tag, read_told, subject_behind
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Use, Verb
from etl.transform.entity.nouns import BODY_NOUNS

_OWN = frozenset(
    ["obl", "obl:tmod", "obl:unmarked", "advmod", "nmod", "compound:prt", "iobj", "nsubj", "advcl", "obl:npmod"]
)


#: They open what is asked or told, not when it was.
_ASKING = frozenset(["how", "why", "where", "whether", "what", "who"])
_WHEN = frozenset(["after", "before", "since", "until"])
#: Whoever might say it.
_ANYBODY = frozenset(["anyone", "anybody", "whoever", "everyone", "everybody"])
_MAKE = frozenset(["make", "makes", "made", "making"])
_HOLD = frozenset(["hold", "holds", "held", "holding"])
_CLEAR = frozenset(["clear", "plain", "known"])
_OF = frozenset(["of", "for", "by", "from"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never"])


def find_clauses(scene: Scene) -> None:
    tree = scene.tree
    for verb in range(tree.size):
        if tree.quote[verb] or verb in scene.taken:
            continue
        entry = scene.verb(verb, Use.CLAUSE | Use.TAG)
        if entry is None:
            draft = _made_clear(scene, verb) or _held(scene, verb) or read_asked(scene, verb)
        elif (asked := read_asked(scene, verb)) is not None:
            draft = asked
        else:
            draft = read_opening(scene, verb, entry[0]) or _read(scene, verb, entry[0], entry[1])
        if draft is not None:
            if draft.lemma == "hear" and draft.source is not None and hears(draft.source):
                draft.source = None
            scene.add(draft)


def _made_clear(scene: Scene, verb: int) -> Draft | None:
    """ "She *made* (it) *clear* that …" """
    tree = scene.tree
    if tree.lower[verb] not in _MAKE:
        return None
    clear = verb + 1
    while clear < tree.size - 1 and (tree.lower[clear] == "it" or tree.pos[clear] == "ADV"):
        clear += 1
    end = sentence_end(scene, verb)
    if clear + 1 >= end or tree.lower[clear] not in _CLEAR:
        return None
    if tree.lower[clear + 1] != "that" and not starts_clause(scene, clear + 1, end):
        return None
    source = subject_of(tree, verb) or subject_beside(tree, verb, tree.sentence[verb][0])
    content = scene.chars(clear + 1, clause_end(scene, verb, clear + 1, clear + 2))
    if source is None or _is_nobody(scene, verb, source):
        return None
    return Draft(tree, "said-clause", (verb, clear + 1), "make clear", [content], source, head=verb)


def _held(scene: Scene, verb: int) -> Draft | None:
    """ "She *held* that …", "he *shouted* that …": verbs that have a clause for what they say only with "that"."""
    tree = scene.tree
    entry = scene.verb(verb, Use.DIRECT)  # "shouted *that* they would be back"
    lemma = "hold" if tree.lower[verb] in _HOLD else entry[0].lemma if entry is not None else None
    is_posted = lemma == "post" and tree.pos[verb + 1 : verb + 2] == ["ADP"]  # "posted *on Facebook* that"
    that = find_that(scene, verb, sentence_end(scene, verb)) if is_posted else verb + 1
    if lemma is None or that is None or tree.pos[verb] != "VERB" or tree.tag[that : that + 1] != ["IN"]:
        return None
    if tree.lower[that] != "that" or not starts_clause(scene, that + 1, sentence_end(scene, verb)):
        return None
    source = subject_of(tree, verb) or _before_aside(scene, verb)
    if source is None or _is_nobody(scene, verb, source):
        return None
    content = scene.chars(that, clause_end(scene, verb, that, that + 1))
    return Draft(tree, "said-clause", (verb, verb + 1), lemma, [content], source, head=verb)


def _read(scene: Scene, verb: int, entry: Verb, form: Form) -> Draft | None:
    tree, use = scene.tree, entry.use
    passive = is_passive(tree, verb) and not _is_active_after_all(scene, verb, form)
    source = subject_of(tree, verb) if passive == is_passive(tree, verb) else _beside(scene, verb, form)
    if source is not None and source.start <= verb < source.end:
        source = _shared(scene, verb)  # the parse took the verb for a part of what it says
    if _is_asked_aside(scene, verb):
        passive, source = True, None
    if passive and source is None and tree.lower[verb + 1 : verb + 2] == ["by"]:
        source = phrase_after(tree, verb + 2, min(verb + 12, tree.size)) if verb + 2 < tree.size else None
    if passive and (told := read_told(scene, verb)):
        return told
    may_be_tag = not passive and form is not Form.ING and bool(use & Use.TAG)
    if may_be_tag and source is None and _is_closed(scene, verb):
        source = _beside(scene, verb, form)
    if may_be_tag and looks_like_tag(scene, verb, source) and (tag := read_tag(scene, verb, entry, source)):
        return tag
    if source is not None and source.tree.quote[source.head] != tree.quote[verb]:
        source = None  # a subject inside a quotation is none of a verb outside
    source = inside_commas(scene, verb, source)
    if may_be_tag and (behind := subject_behind(scene, verb)) and (tag := read_tag(scene, verb, entry, behind)):
        return tag
    if source is not None and _is_nobody(scene, verb, source):
        return None
    clause = _clause(scene, verb, entry, form, passive, source)
    if clause is not None or not may_be_tag:
        return clause
    subjects = (source, _before_aside(scene, verb), _whole_subject(scene, verb, source))
    return next((tag for each in subjects if (tag := read_tag(scene, verb, entry, each)) is not None), None)


def _shared(scene: Scene, verb: int) -> Source | None:
    """The subject of the reporting verb that a verb behind "and" goes on with: claimed it was late and *suggested* …"""
    tree = scene.tree
    first = tree.sentence[verb][0]
    if tree.pos[verb - 1] != "CCONJ" or tree.tag[verb] != "VBD":
        return None
    before = [each for each in scene.drafts if each.head is not None and first <= each.head < verb]
    last = max(before, key=lambda each: each.head or 0, default=None)
    return last.source if last is not None and last.head is not None and tree.tag[last.head] == "VBD" else None


def _is_asked_aside(scene: Scene, verb: int) -> bool:
    """ "The palace, *asked* later if he was ill, said no": between commas, who stands before it was asked."""
    tree = scene.tree
    if (
        tree.lower[verb] not in ("asked", "told")
        or verb < 2
        or tree.text[verb - 1] != ","
        or tree.pos[verb - 2] == "VERB"
    ):
        return False
    end = sentence_end(scene, verb)
    comma = next((i for i in range(verb + 1, end) if tree.text[i] == "," and not tree.quote[i]), end)
    return comma + 1 < end and any(tree.tag[i] in ("VBD", "VBZ") for i in range(comma + 1, min(comma + 4, end)))


def _before_aside(scene: Scene, verb: int) -> Source | None:
    """The subject of a tag before what commas hold: "…, *Olsen*, who runs the port, said"."""
    tree = scene.tree
    return subject_beside(tree, verb, tree.sentence[verb][0]) if verb and tree.text[verb - 1] in (",", ")") else None


def _whole_subject(scene: Scene, verb: int, source: Source | None) -> Source | None:
    """The subject of a tag with whose it is, where the parse cut it: "…, *the candidate's* former doctor maintains",
    "…, *a poll for* the Post suggests"."""
    tree = scene.tree
    before = source.start - 1 if source is not None and source.end == verb else -1
    if before < 1 or (tree.tag[before] != "POS" and tree.lower[before] not in _OF):
        return None
    return subject_beside(tree, verb, tree.sentence[verb][0])


def _clause(scene: Scene, verb: int, entry: Verb, form: Form, passive: bool, source: Source | None) -> Draft | None:
    """The clause that follows: by the parse, or by the words where the parse shows none."""
    tree, use = scene.tree, entry.use
    if tree.lower[verb] == "asked" and tree.lower[verb + 1 : verb + 2] == ["about"]:
        return None  # "*Asked about* the plan, she said no"
    if passive and tree.tag[verb + 1 : verb + 3] == ["TO", "VB"]:
        return None  # "were told *to stay* away": a request, whatever clause follows
    complement = _complement(scene, verb, use, passive)
    content = _after(scene, verb, complement, use) if complement is not None else None
    rule = _name(use, passive)
    is_speech = bool(use & (Use.TAG | Use.TOLD)) and not use & Use.THOUGHT
    is_plain = is_speech or tree.lower[verb + 1 : verb + 2] == ["that"] or is_dated(scene, verb)
    if content is None and not passive and is_plain:
        content = surface_clause(scene, verb, use)
        rule = "said-clause-surface"
    if content is None:
        return None
    if source is None and not passive:
        source = _beside(scene, verb, form)
    if source is None and form is Form.BASE and tree.dep[verb] not in ("xcomp", "acl"):
        return None  # an order, or a title: "Just don't *tell* anyone"
    if (source is None and rule == "said-clause-surface") or (source is not None and _is_nobody(scene, verb, source)):
        return None
    return Draft(tree, rule, (verb, verb + 1), entry.lemma, [content], source, head=verb)


def _is_closed(scene: Scene, verb: int) -> bool:
    """Whether a comma or the end of the sentence follows a verb: nothing that it says comes behind it."""
    following = verb + 2 if scene.tree.lower[verb + 1 : verb + 2] in (["it"], ["out"]) else verb + 1
    return following >= sentence_end(scene, verb) or scene.tree.text[following] == ","


def _is_active_after_all(scene: Scene, verb: int, form: Form) -> bool:
    """A past tense tagged as a participle: "Jones, the director, *confirmed* in a letter that …"."""
    tree = scene.tree
    if form is not Form.PAST or tree.child(verb, "aux", "aux:pass", "nsubj:pass") is not None or verb == 0:
        return False
    return tree.text[verb - 1] == "," and find_that(scene, verb, sentence_end(scene, verb)) is not None


def _is_nobody(scene: Scene, verb: int, source: Source) -> bool:
    """ "It is hard to *say* whether …", "do you *remember* that …" outside of quoted speech: nobody's words."""
    tree = scene.tree
    word = tree.lower[source.head]
    is_infinitive = tree.tag[verb] == "VB" and any(tree.tag[child] == "TO" for child in tree.children[verb])
    return (
        word in ("you", "'s", "’s")
        or tree.lower[source.start] in _ANYBODY
        or tree.lower[source.start : source.end] in (["nobody"], ["no", "one"], ["none"])
        or (word in ("it", "there") and (is_infinitive or tree.tag[verb] == "VBG"))
    )


def _name(use: Use, passive: bool) -> str:
    kind = "thought" if use & Use.THOUGHT else "said"
    return f"{kind}-passive-clause" if passive else f"{kind}-clause"


def _beside(scene: Scene, verb: int, form: Form) -> Source | None:
    limit = scene.tree.sentence[verb][0]
    if form is Form.ING:
        return subject_of_participle(scene.tree, verb, limit)
    return subject_beside(scene.tree, verb, limit)


def _complement(scene: Scene, verb: int, use: Use, passive: bool) -> int | None:
    """The head of the reported clause to the right of a verb."""
    tree = scene.tree
    for child in tree.children[verb]:
        if child < verb:
            continue
        dep = tree.dep[child]
        if _is_result(tree, verb, child):
            continue
        is_clause = tree.is_finite(child) or _has_own_subject(scene, child)
        is_clause = is_clause or (tree.lower[tree.left[child]] in _ASKING and tree.tag[child] != "VB")
        if dep in ("ccomp", "csubj", "csubj:pass") and is_clause:
            return child
        if dep == "xcomp" and not passive and _has_own_subject(scene, child):
            return child
        if dep in ("parataxis", "dep", "advcl") and _follows_closely(scene, verb, child):
            return child
    has_listeners = not passive and bool(use & (Use.TAG | Use.TOLD))
    return _behind_listeners(scene, verb) if has_listeners else None


def _is_result(tree: Tree, verb: int, clause: int) -> bool:
    """ "Said it *so often that* his staff could sing it": what came of it, and not what was said."""
    that = next((i for i in range(verb + 1, clause) if tree.lower[i] == "that"), verb)
    return "so" in tree.lower[max(verb + 1, that - 3) : that]


def _behind_listeners(scene: Scene, verb: int) -> int | None:
    """A clause that lacks nothing, hung on who was told: "confirmed in a letter to senators *that* Iran sent arms"."""
    tree = scene.tree
    that = find_that(scene, verb, sentence_end(scene, verb))
    clause = tree.head[that] if that is not None and tree.dep[that] == "mark" else -1
    is_whole = clause > -1 and _has_own_subject(scene, clause) and tree.child(clause, "obj") is not None
    return clause if is_whole and tree.dep[clause] in ("acl", "acl:relcl") else None


def _has_own_subject(scene: Scene, clause: int) -> bool:
    return scene.tree.child(clause, "nsubj", "nsubj:pass") is not None


def _follows_closely(scene: Scene, verb: int, clause: int) -> bool:
    tree = scene.tree
    left = tree.left[clause]
    tells_when = any(tree.lower[mark] in _WHEN for mark in tree.all_children(clause, "mark"))
    if left <= verb or tells_when or not _has_own_subject(scene, clause):
        return False
    if tree.lower[left] == "that" or tree.lower[left] in _ASKING:
        return True
    if tree.lower[left] == "when" and left == verb + 1:
        return any(tree.lower[child] in _NEGATIONS for child in tree.children[verb])  # "have not said *when* …"
    begins = tree.skip_right(left, ",")
    if left == tree.skip_right(verb + 1, ":") or _is_behind_occasion(tree, verb, begins):
        return tree.dep[clause] != "advcl"
    return False


def _is_behind_occasion(tree: Tree, verb: int, start: int) -> bool:
    """Whether nothing but when or of what somebody spoke, and a comma, stands between: "said *on Monday,* it was"."""
    if start < verb + 3 or tree.text[start - 1] != "," or tree.dep[verb + 1] != "case":
        return False
    occasion = tree.head[verb + 1]
    return tree.head[occasion] == verb and occasion < start and tree.right[occasion] == start - 2


def _after(scene: Scene, verb: int, clause: int, use: Use) -> Chars | None:
    tree = scene.tree
    start = max(tree.left[clause], verb + 1)
    that = find_that(scene, verb, sentence_end(scene, verb))
    if that is not None and that <= clause:
        start = that
    elif use & Use.TOLD:
        start = max(start, _behind_listener(scene, clause, start))
    else:
        start = min(start, _first_of_content(scene, verb, start))
    if start < clause:
        start = max(start, min(clause, behind_citing(scene, verb + 1, clause)))
    while start < clause and (tree.dep[start] == "punct" and not tree.quote[start]):
        start += 1
    if tree.quote[start] in scene.placed and tree.quote[start]:
        return None
    end = clause_end(scene, verb, start, max(tree.right[clause] + 1, start + 1), clause)
    chars = scene.chars(start, end)
    return chars if chars[1] > chars[0] else None


def _behind_listener(scene: Scene, clause: int, start: int) -> int:
    """Where content begins if the parse gave its clause two subjects: told *the paper* **the attack was over**."""
    tree = scene.tree
    behind = start + 2
    if tree.pos[start] == "DET" and tree.lower[start + 1] in BODY_NOUNS and tree.pos[behind] == "PROPN":
        return behind  # told *the jury* **Mr Lund had left**: read as one name
    subjects = list(scene.tree.all_children(clause, "nsubj", "nsubj:pass"))
    is_double = len(subjects) > 1 and tree.left[subjects[0]] == start
    is_double = is_double and tree.ends[subjects[0]] < tree.starts[subjects[1]]  # not "#|DemDebate"
    return tree.left[subjects[1]] if is_double else start


def _first_of_content(scene: Scene, verb: int, start: int) -> int:
    """Where content really begins: words between a verb and its clause that the verb doesn't account for belong to
    the clause, whatever the parse says ("said **US troops and** Iran-backed militias are …")."""
    tree = scene.tree
    i = verb + 1
    while i < start:
        top = i
        while tree.head[top] not in (verb, top) and verb < tree.head[top] < start:
            top = tree.head[top]
        is_own = tree.head[top] == verb and tree.dep[top] in _OWN
        if not (is_own or tree.is_space[i] or tree.text[i] in ",:"):
            return i
        i += 1
    return start
