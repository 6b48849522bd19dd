"""How a clause is put: as a fact or its contrary, hedged, as an opinion, a question, a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from etl.records import Polarity
from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import ClauseKind
from etl.transform.lexicon import word_set

NEGATIONS: Final = word_set(
    "not n't n’t never no neither nor nobody nothing none hardly scarcely without cannot nowhere"
)
#: "No matter what", "no doubt" deny nothing.
_WHATEVER: Final = word_set("matter doubt wonder")
_BEARING: Final = frozenset(("advmod", "aux", "det", "obj", "nsubj", "nsubj:pass", "expl"))
_HEDGE_ADVERBS: Final = word_set(
    """reportedly allegedly apparently supposedly purportedly likely probably possibly perhaps maybe presumably
    seemingly ostensibly potentially arguably conceivably unlikely"""
)
_HEDGE_MODALS: Final = word_set("may might could")
_HEDGE_VERBS: Final = word_set("appear seem tend")
_HEDGED_PASSIVES: Final = word_set(
    "believed thought said alleged reported rumored rumoured expected suspected considered understood feared claimed"
)
_HEDGE_ADJECTIVES: Final = word_set(
    "alleged suspected purported supposed apparent reported potential possible likely unlikely unconfirmed"
)
_ASKING: Final = word_set("where why how when who whom")
_LONGEST_ROW: Final = 12
_CONDITIONS: Final = word_set("if unless whether")
_PAIRS: Final = frozenset(("even if", "only if", "as if"))
_DUTIES: Final = word_set("should must ought shall")
_JUDGING: Final = word_set(
    """good bad great terrible awful wonderful horrible fantastic amazing excellent poor wrong right fair unfair best
    worst better worse important crucial vital essential critical necessary understandable unacceptable
    acceptable reasonable unreasonable ridiculous absurd outrageous disgraceful shameful sad tragic calamitous
    disastrous dangerous beautiful ugly nice lovely interesting boring strange odd weird funny sorry proud happy
    glad lucky unlucky wise foolish stupid smart brilliant hard easy difficult clear obvious surprising
    disappointing encouraging worrying troubling concerned afraid confident hopeful thrilled delighted grateful
    honored toxic unfortunate inevitable appropriate inappropriate irresponsible reckless hypocritical pathetic
    nonsense shame insult betrayal tragedy disaster disgrace joke mess scandal honor honour privilege pleasure
    hope mistake problem nightmare miracle parade counterproductive unavoidable incredible affront ready
    disappointed pleased unclear unknown uncertain misguided ashamed silly crazy sick perfect cool"""
)
_FEELING: Final = word_set(
    "hope wish want love hate like feel think believe guess suppose fear worry doubt wonder expect prefer regret need"
)
_IDLE_SUBJECTS: Final = word_set("it this that there what here you")


def polarity_of(clause: Clause) -> Polarity:
    """Negated where the predicate, its subject or its object is ("did not say", "no evidence", "none of them")."""
    head = clause.head
    children = list(head.children)
    words = [
        child for child in children if child.dep_ in ("advmod", "aux", "det", "obj", "nsubj", "nsubj:pass", "expl")
    ]
    nouns = [head, *(child for child in children if child.dep_ in ("obj", "nsubj", "nsubj:pass"))]
    negations = sum(_is_negation(word) for word in words)
    negations += sum(
        any(each.dep_ == "det" and each.lower_ == "no" for each in noun.children) and noun.lower_ not in _WHATEVER
        for noun in nouns
    )
    negations += head.pos_ == "VERB" and clause.subject is not None and clause.subject.lower_ in ("none", "nobody")
    return Polarity.NEGATED if negations else Polarity.AFFIRMED


def _is_negation(token: Token) -> bool:
    if token.lower_ in NEGATIONS:
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        return not (following is not None and following.lower_ in ("only", "just", "merely"))
    return token.lemma_.lower() == "not"


def hedge_of(clause: Clause) -> str | None:
    """The word that hedges the clause: "may", "reportedly", "appears", "alleged"."""
    for token in _near(clause):
        low = token.lower_
        if low in _HEDGE_ADVERBS or (low in _HEDGE_MODALS and token.tag_ == "MD"):
            return low
        if token.dep_ in ("amod", "advmod") and low in _HEDGE_ADJECTIVES:
            return low
    head = clause.head
    has_complement = any(child.dep_ in ("xcomp", "ccomp") for child in head.children)
    if has_complement and (
        head.lemma_.lower() in _HEDGE_VERBS or (head.lower_ in _HEDGED_PASSIVES and _is_passive(head))
    ):
        return head.lower_
    return None


def _near(clause: Clause) -> Iterator[Token]:
    """The words that bear on the predicate: its own, and those of its subject, object and infinitive."""
    for child in clause.head.children:
        if not clause.start <= child.i < clause.end:
            continue
        yield child
        if child.dep_ in ("nsubj", "nsubj:pass", "obj", "xcomp", "obl:agent"):
            yield from child.children
    if clause.subject is not None and clause.subject.head.i != clause.head.i:
        yield from clause.subject.children


def _is_passive(head: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in head.children)


def is_question(clause: Clause) -> bool:
    """Whether the clause asks: its sentence, or its stretch of quoted speech, ends with a question mark."""
    doc = clause.head.doc
    if _is_asked(clause.head):
        return True
    if clause.kind is not ClauseKind.MAIN and doc[clause.start].lower_ in ("why", "how", "whether", "what"):
        return True  # "did not say why it had left"
    for token in doc[clause.end : min(clause.end + 40, len(doc))]:
        if "?" in token.text:
            return True
        if token.text in (".", "!", ";", ":") or token.is_sent_start:
            return False
    return False


def _is_asked(head: Token) -> bool:
    """A question within a sentence, or what is joined to one: "to tell where the army ends and the militia begins"."""
    for _ in range(_LONGEST_ROW):
        if head.dep_ != "conj":
            break
        head = head.head
    if head.dep_ not in ("ccomp", "csubj"):
        return False
    if any(child.i < head.i and child.lower_ in _ASKING and child.tag_[:1] == "W" for child in head.children):
        return True
    subject = next((child for child in head.lefts if child.dep_ in ("nsubj", "nsubj:pass")), None)
    opener = next((child.left_edge for child in head.lefts if child.dep_ == "obj"), head)
    words = [opener] if subject is None else [opener, subject.left_edge, *subject.children]
    is_which = any(each.lower_ in ("which", "what", "whose") and each.dep_ in ("det", "nmod:poss") for each in words)
    return is_which or any(each.lower_ == "how" for each in words[:2])


def is_instruction(clause: Clause) -> bool:
    """An imperative: a bare verb without a subject, first in its clause."""
    head = clause.head
    if clause.subject is not None or head.pos_ not in ("VERB", "AUX"):
        return False
    is_bare = head.tag_ in ("VB", "VBP") and not any(child.dep_ in ("aux", "aux:pass") for child in head.lefts)
    return is_bare and clause.kind in (ClauseKind.MAIN, ClauseKind.INSERTED, ClauseKind.COORDINATED)


def is_conditional(clause: Clause) -> bool:
    """Whether the clause holds only on a condition, or is one: "could ... unless ...", "even if ..."."""
    head, doc = clause.head, clause.head.doc
    if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in head.lefts):
        return True
    is_pair = doc[clause.start : clause.start + 2].text.lower() in _PAIRS
    if is_pair and doc[clause.start + 1].head.i == head.i:
        return True
    if doc[clause.start].lower_ in _CONDITIONS:
        return True
    conditions = (child for child in head.children if child.dep_ == "advcl" and _opens_condition(child))
    return any(_first_word(child) != "even" for child in conditions)  # "even if" grants what follows


def _first_word(token: Token) -> str:
    """The first word under a token, marks left aside."""
    return next((each.lower_ for each in token.subtree if not each.is_punct and not each.is_space), "")


def _opens_condition(token: Token) -> bool:
    marks = [child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod")]
    return "if" in marks or "unless" in marks or token.left_edge.lower_ in ("if", "unless", "should", "were")


def is_opinion(clause: Clause) -> bool:
    """A duty, a judgement or a feeling, which no record could confirm."""
    head = clause.head
    lemma = head.lemma_.lower()
    is_duty = head.lower_ in _DUTIES or any(child.lower_ in _DUTIES and child.dep_ == "aux" for child in head.children)
    is_duty = is_duty or any(child.lower_ == "rather" and child.dep_ == "advmod" for child in head.children)
    is_need = lemma in ("have", "need") and _governs_infinitive(head) and _is_generic(clause.subject)
    is_judgement = any(child.dep_ == "cop" for child in head.children) and _judges(head, clause.subject)
    is_superlative = clause.subject is not None and clause.subject.lower_ in ("worst", "best")
    is_feeling = lemma in _FEELING and _is_first_person(clause.subject)
    is_feeling = is_feeling or (lemma == "know" and _is_first_person(clause.subject) and _is_negated(head))
    is_meant = is_duty or is_need or is_judgement or is_superlative or is_feeling
    return is_meant or _is_of_weight(head) or _sees_as_judged(head)


def _is_negated(head: Token) -> bool:
    return any(_is_negation(child) for child in head.children)


def _is_of_weight(head: Token) -> bool:
    """ "Does not seem to matter", "gives an unacceptable appearance"."""
    verbs = [head, *(child for child in head.children if child.dep_ == "xcomp")]
    if any(verb.lemma_.lower() in ("matter", "deserve") for verb in verbs):
        return True
    is_light = head.lemma_.lower() in ("give", "have", "make", "be", "do", "set", "send")
    objects = [child for child in head.children if child.dep_ == "obj"] if is_light else []
    return any(_is_judged(noun) for noun in objects)


def _is_judged(noun: Token) -> bool:
    own = (each for child in noun.children if child.dep_ != "conj" for each in child.subtree)
    has_facts = any(char.isdigit() for each in (noun, *own) for char in each.text)
    return not has_facts and any(child.dep_ == "amod" and child.lower_ in _JUDGING for child in noun.children)


def _governs_infinitive(head: Token) -> bool:
    return any(child.dep_ == "xcomp" for child in head.children)


def _is_generic(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in ("we", "you", "one", "i", "everybody", "everyone")


def _is_first_person(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in ("i", "we", "me", "us")


def _judges(head: Token, subject: Token | None) -> bool:
    is_state_of_mind = head.pos_ == "ADJ" and _is_first_person(subject)
    return is_state_of_mind or head.lemma_.lower() in _JUDGING or head.lower_ in _JUDGING or _is_judged(head)


def _sees_as_judged(head: Token) -> bool:
    """ "Was seen as unavoidable", "call it a betrayal"."""
    if head.lemma_.lower() not in ("see", "call", "consider", "regard", "view", "deem", "find", "make", "prove"):
        return False
    return any(
        child.dep_ in ("xcomp", "obl", "advcl", "obj")
        and (child.lemma_.lower() in _JUDGING or child.lower_ in _JUDGING)
        for child in head.children
    )


def is_future(clause: Clause) -> bool:
    return any(child.lower_ in ("will", "'ll", "’ll", "wo", "shall", "would") for child in clause.head.children) or any(
        child.lower_ == "going" for child in clause.head.children
    )


def has_idle_subject(clause: Clause) -> bool:
    """Whether the subject alone says nothing: "it", "that"."""
    return clause.subject is not None and clause.subject.lower_ in _IDLE_SUBJECTS
