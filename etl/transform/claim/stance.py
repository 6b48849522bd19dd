"""How a clause is put: as a fact or its contrary, hedged, as an opinion, a question, a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.records import Polarity
from etl.transform.claim.clause import Clause
from etl.transform.claim.kind import ClauseKind, alleged_in, first_of, own_subject
from etl.transform.lexicon import word_set
from etl.transform.word import Word, written

NEGATIONS: Final = word_set(
    "not n't n’t never no neither nor nobody nothing none hardly scarcely without cannot nowhere"
)
#: "No matter what", "no doubt" deny nothing.
_WHATEVER: Final = word_set("matter doubt wonder")
_BEARING: Final = frozenset(("advmod", "aux", "det", "obj", "nsubj", "nsubj:pass", "expl"))
_NOT_BEARING: Final = frozenset(("discourse", "ccomp", "parataxis", "conj"))
#: Who says so holds that it is not so.
_DENYING: Final = word_set("deny dispute refute rebut reject disavow repudiate dismiss debunk disprove")
#: "Does not think that it will" means that it will not.
_HOLDING: Final = word_set("think believe expect suppose imagine reckon")
#: With "not", they leave open whether it is so: "did not say that it would".
_TELLING: Final = word_set("say confirm claim report mean prove show suggest indicate imply guarantee establish deny")
#: Nouns that have a clause for their content.
_SAYINGS: Final = word_set(
    "accusation allegation assertion charge claim insinuation report rumor rumour speculation suggestion"
)
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
_DENIED: Final = word_set("nothing anything")
_FEELING: Final = word_set(
    "hope wish want love hate like feel think believe guess suppose fear worry doubt wonder expect prefer regret need"
)
_IDLE_SUBJECTS: Final = word_set("it this that there what here you")


def polarity_of(clause: Clause) -> Polarity:
    """Negated where the predicate, its subject or its object is ("did not say", "no evidence", "none of them")."""
    head = clause.head
    children = head.children
    words = [child for child in children if child.dep in _BEARING]
    helpers = [child for child in children if child.dep in ("cop", "aux", "aux:pass")]
    words += [each for child in helpers for each in child.children if each.dep == "advmod"]  # "was not, however, …"
    nouns = [head, *(child for child in children if child.dep in ("obj", "nsubj", "nsubj:pass"))]
    negations = sum(_is_negation(word) for word in words)
    negations += sum(
        any(each.dep == "det" and each.lower == "no" for each in noun.children) and noun.lower not in _WHATEVER
        for noun in nouns
    )
    if _may_or_may_not(head):
        return Polarity.AFFIRMED
    negations += shares_negation(clause)
    negations += head.pos == "VERB" and clause.subject is not None and clause.subject.lower in ("none", "nobody")
    return Polarity.NEGATED if bool(negations) != (denial_of(clause) is not None) else Polarity.AFFIRMED


def shares_negation(clause: Clause) -> bool:
    """Whether the predicate before denies this one as well: "has *not* committed a crime or told a lie"."""
    head = clause.head
    if clause.kind is not ClauseKind.COORDINATED or own_subject(head) is not None or head.dep != "conj":
        return False
    is_of_both = any(child.dep == "cc" and child.lower in ("or", "nor") for child in head.lefts)
    is_own = any(child.dep in ("aux", "aux:pass", "cop") or _is_negation(child) for child in head.lefts)
    return is_of_both and not is_own and any(_is_negation(child) for child in head.head.lefts)


def denial_of(clause: Clause) -> str | None:
    """ "denied" where a verb of denial has the clause for its content ("*denied* that he had left"), "doubted" where a
    negated belief has ("does *not think* that he left")."""
    over = _governor(clause)
    if over is None:
        return None
    if _is_negated(over):
        is_wonder = any(child.lower in ("can", "could", "ca") for child in over.lefts)  # "I can't believe it has come"
        return "doubted" if over.lemma in _HOLDING and not is_wonder else None
    return "denied" if over.lemma in _DENYING else None


def is_left_open(clause: Clause) -> bool:
    """Whether it is only not said that the clause is so: "did *not say* that …", "would neither confirm nor deny …"."""
    over = _governor(clause)
    return over is not None and over.lemma in _TELLING and _is_negated(over)


def _governor(clause: Clause) -> Word | None:
    """The verb whose content the clause is, directly or as what a noun says: "denied *claims* that he had left"."""
    first = first_of(clause.head)
    over, has_that = first.head, _first_word(first) == "that"
    if over.dep == "parataxis" and has_that and over.after is not None and over.after.text == ",":
        return over.head  # "That does not *mean*, the authors insist, that …"
    if over.i > first.i or first.dep not in ("ccomp", "acl", "acl:relcl", "parataxis"):
        return None
    if over.lemma in _SAYINGS and over.dep == "obj" and has_that:
        return over.head
    return over if first.dep == "ccomp" or (first.dep == "parataxis" and has_that) else None


def _may_or_may_not(head: Word) -> bool:
    """ "May or may not have been": nothing is denied."""
    modals = [child for child in head.lefts if child.tag == "MD"]
    return len(modals) > 1 and any(child.lower == "or" for child in head.words[modals[0].i : modals[-1].i])


def _is_negation(token: Word) -> bool:
    if token.lower in NEGATIONS:
        after = token.after
        return not (after is not None and after.lower in ("only", "just", "merely"))
    return token.lemma == "not"


def hedge_of(clause: Clause) -> str | None:
    """The word that hedges the clause: "may", "reportedly", "appears", "alleged", "the accusation"."""
    noun = None if clause.subject is None else alleged_in(clause.subject)
    if noun is not None and noun.i < clause.start:
        return noun.lower
    for token in _near(clause):
        low = token.lower
        if low in _HEDGE_ADVERBS or (low in _HEDGE_MODALS and token.tag == "MD"):
            return low
        if token.dep in ("amod", "advmod") and low in _HEDGE_ADJECTIVES:
            return low
    head = clause.head
    has_complement = any(child.dep in ("xcomp", "ccomp") for child in head.children)
    is_compared = any(child.lower in ("more", "less", "most", "least") for child in head.lefts)
    if has_complement and head.lower in ("likely", "unlikely") and not is_compared:
        return head.lower
    if has_complement and (head.lemma in _HEDGE_VERBS or (head.lower in _HEDGED_PASSIVES and _is_passive(head))):
        return head.lower
    return None


def _near(clause: Clause) -> Iterator[Word]:
    """The words that bear on the predicate: its own, and those of its subject, object and infinitive."""
    for child in clause.head.children:
        if not clause.start <= child.i < clause.end:
            continue
        yield child
        if child.dep in ("nsubj", "nsubj:pass", "obj", "xcomp", "obl:agent"):
            yield from child.children
    subject = clause.subject
    if subject is not None and subject.head.i != clause.head.i:
        yield from subject.children
        # "*Reportedly* the crew left and were picked up": an adverb before the subject bears on both
        first = subject.left_edge.i
        yield from (child for child in subject.head.lefts if child.dep == "advmod" and child.i < first)


def _is_passive(head: Word) -> bool:
    return any(child.dep in ("aux:pass", "nsubj:pass") for child in head.children)


def is_question(clause: Clause) -> bool:
    """Whether the clause asks: its sentence, or its stretch of quoted speech, ends with a question mark."""
    words = clause.head.words
    if _is_asked(clause.head) or _is_turned_round(clause.head):
        return True
    if clause.kind is not ClauseKind.MAIN and words[clause.start].lower in ("why", "how", "whether", "what"):
        return True  # "did not say why it had left"
    for token in words[clause.end : clause.end + 40]:
        if "?" in token.text:
            return True
        if token.text in (".", "!", ";", ":") or token.is_sent_start:
            return False
    return False


def _is_asked(head: Word) -> bool:
    """A question within a sentence, or what is joined to one: "to tell where the army ends and the militia begins"."""
    head = first_of(head)
    if head.dep not in ("ccomp", "csubj"):
        return False
    if any(child.i < head.i and child.lower in _ASKING and child.tag[:1] == "W" for child in head.children):
        return True
    subject = next((child for child in head.lefts if child.dep in ("nsubj", "nsubj:pass")), None)
    opener = next((child.left_edge for child in head.lefts if child.dep == "obj"), head)
    words = [opener] if subject is None else [opener, subject.left_edge, *subject.children]
    is_which = any(each.lower in ("which", "what", "whose") and each.dep in ("det", "nmod:poss") for each in words)
    is_which = is_which or (subject is not None and _chooses(subject))
    return is_which or any(each.lower == "how" for each in words[:2])


def _is_turned_round(head: Word) -> bool:
    """ "*Hasn't* the court ruled", "*Who* is making the choices", whatever mark ends the sentence."""
    subject = own_subject(head)
    if subject is None or subject.i > head.i:
        return False
    first = subject.left_edge
    before = first.before
    is_inverted = before is not None and before.lower in ("n't", "n’t") and not first.is_sent_start
    return is_inverted or (subject.lower == "who" and head.dep == "ROOT" and subject.is_sent_start)


def _chooses(subject: Word) -> bool:
    """ "Nobody knows *which* of the two sank": no noun for which it stands."""
    before = subject.before
    return subject.lower == "which" and before is not None and before.pos in ("VERB", "ADP", "AUX", "ADJ")


def is_instruction(clause: Clause) -> bool:
    """An imperative: a bare verb without a subject, first in its clause."""
    head = clause.head
    if clause.subject is not None or head.pos not in ("VERB", "AUX"):
        return False
    is_bare = head.tag in ("VB", "VBP") and not any(child.dep in ("aux", "aux:pass") for child in head.lefts)
    return is_bare and clause.kind in (ClauseKind.MAIN, ClauseKind.INSERTED, ClauseKind.COORDINATED)


def is_conditional(clause: Clause) -> bool:
    """Whether the clause holds only on a condition, or is one: "could ... unless ...", "even if ..."."""
    head, words = clause.head, clause.head.words
    if any(child.dep == "mark" and child.lower in _CONDITIONS for child in head.lefts):
        return True
    is_pair = written(words[clause.start : clause.start + 2]).lower() in _PAIRS
    if is_pair and words[clause.start + 1].head.i == head.i:
        return True
    if words[clause.start].lower in _CONDITIONS:
        return True
    over = head.head
    if clause.kind is ClauseKind.COMPLEMENT and over.dep == "advcl" and _opens_condition(over):
        return True  # "if it turns out that he left"
    conditions = (child for child in head.children if child.dep == "advcl" and _opens_condition(child))
    return any(_first_word(child) != "even" for child in conditions)  # "even if" grants what follows


def _first_word(token: Word) -> str:
    """The first word under a token, marks left aside."""
    return next((each.lower for each in token.subtree if not each.is_punct and not each.is_space), "")


def _opens_condition(token: Word) -> bool:
    marks = [child.lower for child in token.lefts if child.dep in ("mark", "advmod")]
    return "if" in marks or "unless" in marks or token.left_edge.lower in ("if", "unless", "should", "were")


def is_opinion(clause: Clause) -> bool:
    """A duty, a judgement or a feeling, which no record could confirm."""
    head = clause.head
    lemma = head.lemma
    is_duty = head.lower in _DUTIES or any(child.lower in _DUTIES and child.dep == "aux" for child in head.children)
    is_duty = is_duty or any(_is_preference(child) for child in head.children)
    is_need = lemma in ("have", "need") and _governs_infinitive(head) and _is_generic(clause.subject)
    is_judgement = any(child.dep == "cop" for child in head.children) and _judges(head, clause.subject)
    is_superlative = clause.subject is not None and clause.subject.lower in ("worst", "best")
    is_feeling = lemma in _FEELING and _is_first_person(clause.subject)
    is_feeling = is_feeling or (lemma == "know" and _is_first_person(clause.subject) and _is_negated(head))
    is_meant = is_duty or is_need or is_judgement or is_superlative or is_feeling
    return is_meant or _is_of_weight(head) or _sees_as_judged(head)


def _is_preference(adverb: Word) -> bool:
    """ "I would *rather* go"; "Rather, I went" sets one fact against another."""
    return adverb.lower == "rather" and adverb.dep == "advmod" and not adverb.is_sent_start


def _is_negated(head: Word) -> bool:
    """Whether a verb is denied; "No, I think so" and "thought it *nothing but* a toy" deny nothing."""
    return any(_is_negation(child) for child in head.children if child.dep not in _NOT_BEARING)


def _is_of_weight(head: Word) -> bool:
    """ "Does not seem to matter", "gives an unacceptable appearance"."""
    verbs = [head, *(child for child in head.children if child.dep == "xcomp")]
    if any(verb.lemma in ("matter", "deserve") for verb in verbs):
        return True
    is_light = head.lemma in ("give", "have", "make", "be", "do", "set", "send")
    objects = [child for child in head.children if child.dep == "obj"] if is_light else []
    return any(_is_judged(noun) for noun in objects if noun.lower not in _DENIED)  # "has done *nothing* wrong"


def _is_judged(noun: Word) -> bool:
    own = (each for child in noun.children if child.dep != "conj" for each in child.subtree)
    has_facts = any(char.isdigit() for each in (noun, *own) for char in each.text)
    return not has_facts and any(child.dep == "amod" and child.lower in _JUDGING for child in noun.children)


def _governs_infinitive(head: Word) -> bool:
    return any(child.dep == "xcomp" for child in head.children)


def _is_generic(subject: Word | None) -> bool:
    return subject is not None and subject.lower in ("we", "you", "one", "i", "everybody", "everyone")


def _is_first_person(subject: Word | None) -> bool:
    return subject is not None and subject.lower in ("i", "we", "me", "us")


def _judges(head: Word, subject: Word | None) -> bool:
    if head.tag == "JJR" and head.lemma == "cool":
        return False  # "cooler than the sun"
    if head.lower == "odds":
        return False  # "are at odds"
    is_state_of_mind = head.pos == "ADJ" and _is_first_person(subject)
    return is_state_of_mind or head.lemma in _JUDGING or head.lower in _JUDGING or _is_judged(head)


def _sees_as_judged(head: Word) -> bool:
    """ "Was seen as unavoidable", "call it a betrayal"."""
    if head.lemma not in ("see", "call", "consider", "regard", "view", "deem", "find", "make", "prove"):
        return False
    return any(
        child.dep in ("xcomp", "obl", "advcl", "obj") and (child.lemma in _JUDGING or child.lower in _JUDGING)
        for child in head.children
    )


def is_future(clause: Clause) -> bool:
    return any(child.lower in ("will", "'ll", "’ll", "wo", "shall", "would") for child in clause.head.children) or any(
        child.lower == "going" for child in clause.head.children
    )


def has_idle_subject(clause: Clause) -> bool:
    """Whether the subject alone says nothing: "it", "that"."""
    return clause.subject is not None and clause.subject.lower in _IDLE_SUBJECTS
