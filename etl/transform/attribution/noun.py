"""Nouns and adjectives as cues: Jones's claim that … · made a promise to … · is concerned that … · reportedly."""

from __future__ import annotations

from typing import Final

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.phrase import Source, noun_phrase
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.source import subject_of
from etl.transform.attribution.surface import starts_clause
from etl.transform.attribution.verbs import VERBS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: Nouns of saying and thinking, in the singular.
_NOUNS: Final = word_set(
    """claim statement belief view hope fear concern plan promise pledge decision call criticism allegation accusation
    suggestion argument assertion contention warning threat vow prediction proposal desire intention refusal
    announcement opposition demand doubt complaint comment remark opinion insistence denial admission assurance
    conviction expectation suspicion conclusion notion idea request recommendation vote ruling finding charge
    acknowledgment commitment willingness unwillingness reluctance determination confidence worry description defense
    condemnation rejection endorsement support praise question theory position stance point"""
)
#: What somebody does with such a noun to say the thing: "made the claim that".
_LIGHT: Final = word_set(
    """make makes made making issue issues issued issuing express expresses expressed expressing have has had having
    repeat repeats repeated repeating voice voices voiced voicing raise raises raised raising give gives gave given
    giving offer offers offered offering deliver delivered reiterate reiterated echo echoed announce announced reject
    rejected dismiss dismissed deny denied defend defended renew renewed level leveled levelled share shared"""
)
#: "Denied *claims* that …": the other's claim, denied.
_DENYING: Final = word_set("deny denies denied denying reject rejects rejected rejecting dismiss dismissed dismisses")
_ADJECTIVES: Final = word_set(
    """concerned worried confident sure certain convinced afraid optimistic skeptical sceptical hopeful proud glad
    apprehensive wary opposed supportive critical doubtful adamant dismissive fearful uneasy unsure uncertain
    disappointed surprised angry furious upset outraged incensed frustrated alarmed grateful thankful pleased excited
    enthusiastic bullish bearish pessimistic cautious ambivalent"""
)
_LIKELY: Final = frozenset(["sure", "certain"])
_HEARSAY: Final = word_set("reportedly allegedly purportedly supposedly")
_CASES: Final = frozenset(["of", "for", "about", "to", "on", "over", "against", "with", "at", "by"])
_TALKS: Final = frozenset(["call", "calls"])
_FINITE: Final = frozenset(["VBD", "VBP", "VBZ", "MD"])
_CLAUSES: Final = ("acl", "ccomp", "xcomp", "advcl", "csubj", "advcl:relcl", "acl:relcl")


def find_nouns(scene: Scene) -> None:
    tree = scene.tree
    for i in range(tree.size):
        if tree.quote[i] or i in scene.taken:
            continue
        draft = None
        if tree.pos[i] == "NOUN" and singular(tree.lower[i]) in _NOUNS:
            draft = _noun(scene, i)
        elif tree.lower[i] in _ADJECTIVES and tree.pos[i] in ("ADJ", "VERB"):
            draft = _adjective(scene, i)
        elif tree.lower[i] in _HEARSAY:
            draft = _hearsay(scene, i)
        if draft is not None and draft.content[0][1] > draft.content[0][0]:
            scene.add(draft)


def _noun(scene: Scene, noun: int) -> Draft | None:
    tree = scene.tree
    complement = _complement(scene, noun) or _predicate(scene, noun)
    if complement is None:
        return None
    source = _holder(scene, noun)
    if source is None:
        return None
    start, end, kind = complement
    if start <= source.head < end:
        return None
    rule = "noun-clause" if kind == "clause" else "noun-phrase"
    lemma, content = singular(tree.lower[noun]), [scene.chars(start, end)]
    is_denied = tree.dep[noun] == "obj" and tree.lower[tree.head[noun]] in _DENYING and source.head < tree.head[noun]
    return Draft(tree, rule, (noun, noun + 1), lemma, content, source, head=noun, is_denied=is_denied)


def _complement(scene: Scene, head: int) -> tuple[int, int, str] | None:
    """Start, end and kind of what a noun or adjective says: a that-clause, an infinitive, a phrase."""
    tree = scene.tree
    for child in tree.children[head]:
        if child < head:
            continue
        left = tree.left[child]
        if tree.dep[child] in _CLAUSES and (
            tree.lower[left] in ("that", "whether", "how", "what", "why", "if") or _has_to(scene, child)
        ):
            if tree.dep[child] == "acl:relcl" and not _is_content_clause(scene, child):
                continue
            return left, _end(scene, head, left, tree.right[child] + 1), "clause"
        if tree.dep[child] in ("nmod", "obl") and tree.case(child) in _CASES:
            mark = next(tree.all_children(child, "case"))
            if tree.lower[head] in _TALKS and tree.lower[mark] in ("with", "to"):
                continue  # somebody was on the phone
            return mark + 1, tree.right[child] + 1, "phrase"
    return None


def _predicate(scene: Scene, noun: int) -> tuple[int, int, str] | None:
    """What stands behind "is that": the ministry's argument *was that it had no money*."""
    tree = scene.tree
    that = noun + 2
    while that < tree.size and tree.pos[that] == "ADV":
        that += 1
    is_copula = tree.lower[noun + 1 : noun + 2] in (["is"], ["was"])
    if not is_copula or that >= tree.size or tree.lower[that] != "that" or tree.tag[that] != "IN":
        return None
    end = sentence_end(scene, noun)
    return (that, end, "clause") if starts_clause(scene, that + 1, end) else None


def _end(scene: Scene, head: int, start: int, least: int) -> int:
    """Where a noun's clause ends: before the verb of the sentence whose subject the noun is."""
    tree = scene.tree
    if least < tree.size and tree.tag[least] in _FINITE:
        return least
    end = clause_end(scene, head, start, least)
    for i in range(start + 1, end):
        entry = VERBS.get(tree.lower[i]) if tree.text[i - 1] == "," and not tree.quote[i] else None
        if entry is not None and entry[1] is Form.ING and tree.tag[i] == "VBG":
            return i - 1  # "criticized his refusal to meet, *accusing* him of …"
    return end


def _is_content_clause(scene: Scene, clause: int) -> bool:
    """Whether "that" is no subject or object in its clause ("the claim that *he* lied")."""
    tree = scene.tree
    subject = tree.child(clause, "nsubj", "nsubj:pass")
    return subject is not None and tree.lower[subject] not in ("that", "which", "who")


def _has_to(scene: Scene, clause: int) -> bool:
    return any(scene.tree.lower[mark] == "to" for mark in scene.tree.all_children(clause, "mark"))


def _holder(scene: Scene, noun: int) -> Source | None:
    tree = scene.tree
    for child in tree.all_children(noun, "nmod:poss"):
        source = noun_phrase(tree, child)
        end = source.end
        while end > source.head + 1 and tree.tag[end - 1] == "POS":
            end -= 1
        return Source(tree, source.start, end, source.head, source.referent)
    for child in tree.all_children(noun, "nmod"):
        if tree.case(child) in ("by", "from", "among"):
            return noun_phrase(tree, child)
    governor = tree.head[noun]
    if tree.dep[noun] == "obj" and tree.lower[governor] in _LIGHT:
        return subject_of(tree, governor)
    return None


def _adjective(scene: Scene, adjective: int) -> Draft | None:
    tree = scene.tree
    complement = _complement(scene, adjective)
    if complement is None:
        return None
    source = subject_of(tree, adjective)
    if tree.child(adjective, "nsubj:pass") is not None:
        source = noun_phrase(tree, next(tree.all_children(adjective, "nsubj:pass")), before=adjective)
    if source is None or source.end > adjective or tree.lower[source.head] in ("it", "this", "that", "you"):
        return None
    start, end, _ = complement
    if tree.lower[adjective] in _LIKELY and tree.lower[start] == "to":
        return None  # "certain to lose strength" is what somebody else thinks of it
    return Draft(
        tree,
        "attitude",
        (adjective, adjective + 1),
        tree.lower[adjective],
        [scene.chars(start, end)],
        source,
        head=adjective,
    )


def _hearsay(scene: Scene, adverb: int) -> Draft | None:
    tree = scene.tree
    start, end = tree.sentence[adverb][0], sentence_end(scene, adverb)
    head = tree.head[adverb]
    start, end = max(start, tree.left[head]), min(end, tree.right[head] + 1)
    while start < adverb and tree.pos[start] in ("SCONJ", "CCONJ", "PUNCT"):
        start += 1
    pieces = (
        [scene.chars(start, adverb), scene.chars(adverb + 1, end)] if start < adverb else [scene.chars(adverb + 1, end)]
    )
    pieces = [each for each in pieces if each[1] > each[0]]
    if not pieces or head == adverb or head in scene.taken:
        return None  # "reportedly said": a statement that is hedged
    return Draft(tree, "hearsay", (adverb, adverb + 1), tree.lower[adverb], pieces, None, head=adverb)
