"""Reported clauses: said that … · …, she said · wondered whether … · the report shows …"""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import Source, is_passive, subject_beside, subject_of, subject_of_participle
from etl.transform.attribution.verbs import Use
from etl.transform.lexicon import word_set

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_CLAUSES = ("ccomp", "csubj", "csubj:pass", "parataxis", "acl:relcl", "advcl", "dep", "xcomp")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
_LEAST_REST = 6
_DAYS_AND = word_set("month week year morning night evening afternoon day weekend hour")
_OWN = frozenset(
    ["obl", "obl:tmod", "obl:unmarked", "advmod", "nmod", "compound:prt", "iobj", "nsubj", "advcl", "obl:npmod"]
)
_MARKS = frozenset(["that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"])


def find_clauses(scene: Scene) -> None:
    tree = scene.tree
    for verb in range(tree.size):
        if tree.quote[verb] or verb in scene.taken:
            continue
        entry = scene.verb(verb, Use.CLAUSE | Use.TAG)
        if entry is None:
            continue
        draft = _read(scene, verb, entry[0].lemma, entry[0].use, entry[1])
        if draft is not None:
            scene.add(draft)


def _read(scene: Scene, verb: int, lemma: str, use: Use, form: Form) -> Draft | None:
    tree = scene.tree
    passive = is_passive(tree, verb) and not _is_active_after_all(scene, verb, form)
    source = subject_of(tree, verb) if passive == is_passive(tree, verb) else _beside(scene, verb, form)
    if not passive and form is not Form.ING and use & Use.TAG and _looks_like_tag(scene, verb, source):
        tag = _tag(scene, verb, lemma, source)
        if tag is not None:
            return tag
    if source is not None and source.tree.quote[source.head] != tree.quote[verb]:
        source = None  # a subject inside a quotation is none of a verb outside
    source = _inside_commas(scene, verb, source)
    if source is not None and _is_nobody(scene, verb, source):
        return None
    complement = _complement(scene, verb, passive)
    if complement is not None:
        content = _after(scene, verb, complement, use)
        if content is not None:
            if source is None and not passive:
                source = _beside(scene, verb, form)
            return Draft(tree, _name(use, passive), (verb, verb + 1), lemma, [content], source, head=verb)
    if not passive and (use & (Use.TAG | Use.TOLD) or tree.lower[verb + 1 : verb + 2] == ["that"]):
        content = _surface_clause(scene, verb, use)
        if content is not None:
            source = source or _beside(scene, verb, form)
            if source is not None:
                return Draft(tree, "said-clause-surface", (verb, verb + 1), lemma, [content], source, head=verb)
    if passive or not use & Use.TAG or form is Form.ING:
        return None
    return _tag(scene, verb, lemma, source)


def _is_active_after_all(scene: Scene, verb: int, form: Form) -> bool:
    """A past tense tagged as a participle: "Jones, the director, *confirmed* in a letter that …"."""
    tree = scene.tree
    if form is not Form.PAST or tree.child(verb, "aux", "aux:pass", "nsubj:pass") is not None or verb == 0:
        return False
    return tree.text[verb - 1] == "," and _that(scene, verb, sentence_end(scene, verb)) is not None


def _inside_commas(scene: Scene, verb: int, source: Source | None) -> Source | None:
    """The subject of a tag between commas, taken for that of the main clause: "The test, *Seoul* said, was"."""
    tree = scene.tree
    if source is None or source.end > verb or tree.text[verb + 1 : verb + 2] != [","]:
        return source
    if "," in tree.text[source.end : verb] and tree.pos[verb - 1] in ("NOUN", "PROPN", "PRON"):
        return subject_beside(tree, verb, source.end) or source
    return source


def _looks_like_tag(scene: Scene, verb: int, source: Source | None) -> bool:
    """Whether a comma follows the verb at once, or the tag's commas hold it apart from a clause that goes on."""
    tree = scene.tree
    if tree.text[verb + 1 : verb + 2] == [","]:
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


def _is_nobody(scene: Scene, verb: int, source: Source) -> bool:
    """ "It is hard to *say* whether …", "do you *remember* that …" outside of quoted speech: nobody's words."""
    word = scene.tree.lower[source.head]
    return word == "you" or (word in ("it", "there") and scene.tree.tag[verb] == "VB")


def _name(use: Use, passive: bool) -> str:
    kind = "thought" if use & Use.THOUGHT else "said"
    return f"{kind}-passive-clause" if passive else f"{kind}-clause"


def _beside(scene: Scene, verb: int, form: Form) -> Source | None:
    limit = scene.tree.sentence[verb][0]
    if form is Form.ING:
        return subject_of_participle(scene.tree, verb, limit)
    return subject_beside(scene.tree, verb, limit)


def _complement(scene: Scene, verb: int, passive: bool) -> int | None:
    """The head of the reported clause to the right of a verb."""
    tree = scene.tree
    for child in tree.children[verb]:
        if child < verb:
            continue
        dep = tree.dep[child]
        if dep in ("ccomp", "csubj", "csubj:pass") and (tree.is_finite(child) or _has_own_subject(scene, child)):
            return child
        if dep == "xcomp" and not passive and _has_own_subject(scene, child):
            return child
        if dep in ("parataxis", "dep", "advcl") and _follows_closely(scene, verb, child):
            return child
    return None


def _has_own_subject(scene: Scene, clause: int) -> bool:
    return scene.tree.child(clause, "nsubj", "nsubj:pass") is not None


def _follows_closely(scene: Scene, verb: int, clause: int) -> bool:
    tree = scene.tree
    left = tree.left[clause]
    if left <= verb or not _has_own_subject(scene, clause):
        return False
    return tree.lower[left] == "that" or (left == tree.skip_right(verb + 1, ":") and tree.dep[clause] != "advcl")


def _after(scene: Scene, verb: int, clause: int, use: Use) -> Chars | None:
    tree = scene.tree
    start = max(tree.left[clause], verb + 1)
    that = _that(scene, verb, sentence_end(scene, verb))
    if that is not None and that <= clause:
        start = that
    elif not use & Use.TOLD:
        start = min(start, _first_of_content(scene, verb, start))
    while start < clause and (tree.dep[start] == "punct" and not tree.quote[start]):
        start += 1
    if tree.quote[start] in scene.placed and tree.quote[start]:
        return None
    end = clause_end(scene, verb, start, max(tree.right[clause] + 1, start + 1), clause)
    chars = scene.chars(start, end)
    return chars if chars[1] > chars[0] else None


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


def _surface_clause(scene: Scene, verb: int, use: Use) -> Chars | None:
    """The clause after a verb by its words alone, where the parse shows none: said (on Monday) (that) they would …"""
    tree = scene.tree
    end = sentence_end(scene, verb)
    that = _that(scene, verb, end)
    if that is not None:
        return scene.chars(that, clause_end(scene, verb, that, that + 1))
    i = verb + 1
    if use & Use.TOLD:
        i = _skip_listener(scene, i, end)
    for _ in range(3):
        i = _skip_time(scene, i, end)
    if i >= end or tree.quote[i]:
        return None
    if tree.pos[i] in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ") and _starts_clause(scene, i, end):
        return scene.chars(i, clause_end(scene, verb, i, i + 1))
    return _whole_rest(scene, i, end) if tree.lower[verb] in ("said", "says") and i == verb + 1 else None


def _that(scene: Scene, verb: int, end: int) -> int | None:
    """A "that" which begins a clause, behind nothing but adverbials and a listener."""
    tree = scene.tree
    has_preposition = False
    for i in range(verb + 1, min(verb + 22, end)):
        if tree.quote[i] or tree.tag[i] in _FINITE or tree.text[i] in ":;":
            return None
        if tree.tag[i] == "TO" and tree.tag[min(i + 1, tree.size - 1)] == "VB":
            return None
        if scene.verb(i, Use.CLAUSE) is not None:
            return None
        has_preposition = has_preposition or tree.pos[i] == "ADP"
        if tree.lower[i] != "that":
            continue
        opens_clause = i + 1 < end and tree.pos[i + 1] not in ("VERB", "AUX", "ADP") and tree.tag[i + 1] not in _FINITE
        follows_noun = i - 1 > verb and tree.pos[i - 1] in ("NOUN", "DET")
        entry = scene.verb(verb, Use.TOLD)
        if opens_clause and (
            not follows_noun or has_preposition or entry is not None or tree.lower[i - 1] in _DAYS_AND
        ):
            return i
        return None
    return None


def _whole_rest(scene: Scene, i: int, end: int) -> Chars | None:
    """The rest of a sentence after "said", where no verb was seen in it: the tagger took one for a noun."""
    tree = scene.tree
    if end - i < _LEAST_REST or tree.pos[i] not in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "CCONJ"):
        return None
    return scene.chars(i, end)


def _skip_listener(scene: Scene, i: int, end: int) -> int:
    tree = scene.tree
    while i < end and tree.pos[i] in ("PRON", "DET", "ADJ", "NOUN", "PROPN") and tree.lower[i] != "that":
        if tree.pos[i] == "PRON" and tree.tag[i] == "PRP":
            return i + 1
        i += 1
    return i


def _skip_time(scene: Scene, i: int, end: int) -> int:
    """Past an adverb, a weekday, or a short phrase with a preposition."""
    tree = scene.tree
    if i >= end:
        return i
    if tree.pos[i] == "ADV" or tree.lower[i] in _DAYS:
        return i + 1
    if tree.lower[i] in ("on", "in", "at", "during", "last", "this", "late", "early"):
        for j in range(i + 1, min(i + 7, end)):
            if tree.text[j] == "," or tree.quote[j] or tree.tag[j] in _FINITE:
                return i
            if tree.pos[j] in ("NOUN", "PROPN", "NUM") and (
                j + 1 >= end or tree.lower[j + 1] == "that" or tree.pos[j + 1] in ("PRON", "DET")
            ):
                return j + 1
    return i


def _starts_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a subject and a verb follow; commas before the verb may only hold an apposition."""
    tree = scene.tree
    commas = 0
    for i in range(start, min(start + 22, end)):
        if tree.quote[i] or tree.text[i] in ":;":
            return False
        if tree.text[i] == ",":
            commas += 1
            if tree.pos[start] != "PROPN" or commas > 2:
                return False
        elif i > start and tree.tag[i] in _FINITE and tree.pos[i] in ("VERB", "AUX"):
            return commas != 1 and tree.lower[i - 1] not in ("who", "which", "that")
        elif commas == 2 and tree.text[i - 1] == "," and scene.verb(i, Use.CLAUSE) is not None:
            return True
    return False


def _tag(scene: Scene, verb: int, lemma: str, source: Source | None) -> Draft | None:
    """A tag after, or in the middle of, what is said: "The bill, she said on Monday, would fail"."""
    tree = scene.tree
    start = tree.sentence[verb][0]
    first = _tag_start(scene, verb, source, start)
    if source is None or first is None:
        return None
    comma = tree.skip_left(first, "")
    if comma <= start or tree.text[comma] not in ",—–" or tree.quote[comma]:
        return None
    last = max(verb, source.end - 1) + 1
    end = sentence_end(scene, verb)
    resume = next((i for i in range(last, end) if tree.text[i] in ",—–" and not tree.quote[i]), end)
    if _has_argument(scene, verb, last, resume):
        return None
    contents = [scene.chars(start, comma)]
    has_verb = _has_finite(scene, start, comma)
    goes_on = resume < end and not _is_aside(scene, resume + 1)
    if goes_on:
        contents.append(scene.chars(resume + 1, end))
        has_verb = has_verb or _has_finite(scene, resume + 1, end)
    contents = [each for each in contents if each[1] > each[0]]
    if not contents or not has_verb:
        return None
    return Draft(tree, "said-tag", (verb, verb + 1), lemma, contents, source, head=verb)


def _tag_start(scene: Scene, verb: int, source: Source | None, start: int) -> int | None:
    """The first token of a tag whose subject stands right beside its verb."""
    tree = scene.tree
    if source is None or tree.lower[source.head] in ("who", "which", "that", "what", "whom"):
        return None
    if source.start > verb:
        first = verb
    elif source.end <= verb and all(tree.pos[i] in ("ADV", "AUX", "PART", "SPACE") for i in range(source.end, verb)):
        first = source.start
    else:
        return None
    while first > start and tree.lower[first - 1] in ("as", "also", "then", "though"):
        first -= 1
    return first


def _has_argument(scene: Scene, verb: int, last: int, resume: int) -> bool:
    """Whether the tag holds more than adverbials: then it is no tag."""
    tree = scene.tree
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in ("obj", "xcomp", "iobj", "compound:prt") and child < resume:
            entry = scene.verb(verb, Use.TOLD)
            if not (entry is not None and tree.dep[child] in ("obj", "iobj")):
                return True
    return any(tree.tag[i] in _FINITE or (tree.lower[i] == "to" and tree.tag[i] == "TO") for i in range(last, resume))


def _is_aside(scene: Scene, i: int) -> bool:
    """Whether what follows a tag is no more of what is said: "adding …", "according to …", "who …"."""
    tree = scene.tree
    i = tree.skip_right(i, "")
    if i >= tree.size:
        return True
    return tree.tag[i] == "VBG" or tree.lower[i] in ("according", "who", "whose", "speaking", "as", "in", "on", "at")


def _has_finite(scene: Scene, start: int, end: int) -> bool:
    return any(scene.tree.tag[i] in _FINITE for i in range(start, end))
