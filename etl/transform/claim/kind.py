"""What kind of clause a predicate heads, if it may assert something; most rules here mend what a parser does wrong."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from etl.transform.entity.anaphor import SPEAKING
from etl.transform.lexicon import word_set
from etl.transform.word import Word

SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"))
_FINITE_TAGS: Final = frozenset(("VBD", "VBP", "VBZ", "MD"))
#: What opens an adverbial clause that asserts what it says.
_ASSERTING: Final = word_set("although though while whereas because since after as before even when where")
#: What opens a clause of time, which states a fact only of the past.
_TIMES: Final = word_set("when as after before once")
_COMPLEMENTS: Final = frozenset(("obj", "obl", "ccomp", "xcomp", "obl:agent", "iobj", "advcl", "obl:unmarked"))
#: With these a predicate says something whole.
_SAYING_SO: Final = _COMPLEMENTS | {"cop", "aux:pass"}
LONGEST_ROW: Final = 12
#: So many words between two joined verbs are a clause of the first, too, however they were parsed.
_APART: Final = 4
RELATIVES: Final = frozenset(("who", "which", "that", "whom"))
#: Adverbs that stand before a verb with a tense.
_OF_VERBS: Final = word_set("also both later then never")
#: Their passive may have an object: "a man given a medal".
_OF_TWO: Final = word_set(
    """give pay award offer name call send show tell teach ask grant hand lend owe promise deny sell cost leave make
    consider elect appoint deem declare find keep allow charge fine"""
)
#: What the words below a picture say of whom they name.
_OF_PICTURES: Final = word_set("pictured shown seen")
#: What says that somebody says so.
_ALLEGED: Final = word_set("accusation allegation assertion charge claim insinuation rumor rumour suggestion suspicion")


class ClauseKind(StrEnum):
    """How a clause hangs on the rest of its sentence."""

    MAIN = "main"
    COORDINATED = "coordinated"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    INSERTED = "inserted"


def is_predicate(token: Word) -> bool:
    """A verb, what a copula joins to its subject, or a main verb that the tagger took for something else."""
    if token.pos in ("VERB", "AUX") or any(child.dep == "cop" for child in token.children):
        return True
    return token.dep == "ROOT" and any(child.dep == "nsubj" and child.i < token.i for child in token.children)


def is_finite(token: Word) -> bool:
    """Whether the predicate has a tense: itself, by an auxiliary or by its copula ("'s" may carry any tag)."""
    if token.tag in _FINITE_TAGS:
        return True
    helpers = [child for child in token.children if child.dep in ("aux", "cop", "aux:pass")]
    is_past = token.tag == "VBN" or (token.tag == "JJ" and token.pos == "VERB")
    if is_past and not helpers and token.dep in ("ROOT", "ccomp"):  # "said demand *weakened*": a past tense
        return any(child.dep == "nsubj" and child.i < token.i for child in token.children)
    return any(child.tag in _FINITE_TAGS or child.text[:1] in ("'", "’") for child in helpers)


def own_subject(token: Word) -> Word | None:
    found = [child for child in token.children if child.dep in SUBJECTS]
    real = [child for child in found if child.dep not in ("expl", "nsubj:outer")]
    named = [child for child in real if child.lower not in RELATIVES]  # "that" beside a subject only joins
    return next(iter(named or real or found), None)


_KINDS: Final = {
    "ROOT": ClauseKind.MAIN,
    "conj": ClauseKind.COORDINATED,
    "ccomp": ClauseKind.COMPLEMENT,
    "parataxis": ClauseKind.INSERTED,
    "acl:relcl": ClauseKind.RELATIVE,
    "advcl": ClauseKind.ADVERBIAL,
    "advcl:relcl": ClauseKind.RELATIVE,
}


def find_kind(token: Word) -> ClauseKind | None:
    kind = _KINDS.get(token.dep) or _kind_of_misplaced(token)
    if is_said_of_root(token):
        kind = ClauseKind.MAIN
    if kind is None or not is_predicate(token) or _is_of_a_claim(token):
        return None
    is_main = token.dep in ("ROOT", "parataxis") and own_subject(token) is not None
    is_main = is_main or (kind is ClauseKind.MAIN and token.dep == "acl")
    if not is_finite(token) and not is_main and not _shares_auxiliary(token):
        return None
    if kind is ClauseKind.COMPLEMENT and is_of_several(own_subject(token)):
        return ClauseKind.RELATIVE
    if kind is ClauseKind.ADVERBIAL and (
        _is_unmarked(token) or _is_that(token)
    ):  # "has shown the tumour is growing", hung up wrongly
        return ClauseKind.COMPLEMENT
    if kind is ClauseKind.RELATIVE and _is_whole(token):
        return ClauseKind.COMPLEMENT
    return kind if _tells_its_own(kind, token) else None


def _tells_its_own(kind: ClauseKind, token: Word) -> bool:
    match kind:
        case ClauseKind.COORDINATED:
            return _is_coordinated(token)
        case ClauseKind.RELATIVE:
            return _is_told_beside(token)
        case ClauseKind.ADVERBIAL:
            return _asserts(token)
        case ClauseKind.MAIN | ClauseKind.COMPLEMENT | ClauseKind.INSERTED:
            return True


def _shares_auxiliary(token: Word) -> bool:
    """ "Will close two plants and sell its office": "will" bears on both."""
    first = token.head
    if token.dep != "conj" or token.tag != "VB" or first.tag != "VB" or own_subject(token) is not None:
        return False
    is_denied = any(child.lemma == "not" or child.lower in ("not", "n't", "n’t") for child in first.lefts)
    return not is_denied and any(child.dep == "aux" and child.tag == "MD" for child in first.lefts)


def is_of_several(subject: Word | None) -> bool:
    """ "Some of which", "two of whom"."""
    return subject is not None and any(child.lower in ("which", "whom") for child in subject.children)


def alleged_in(subject: Word) -> Word | None:
    """The noun that has a clause for its content, without "that" between them: "denied *the claim* he had lied"."""
    first = subject.left_edge.i
    if subject.pos != "PRON" or first < 2:
        return None
    opener, noun = subject.words[first - 2 : first]
    return noun if noun.lower in _ALLEGED and opener.pos in ("DET", "ADJ", "PRON") else None


def find_kind_of_count(token: Word, counts: Collection[int]) -> ClauseKind | None:
    """A relative clause without a comma that has a subject of its own and gives a figure tells it for its own sake."""
    if not counts or token.dep != "acl:relcl" or not is_predicate(token) or not is_finite(token):
        return None
    subject = own_subject(token)
    if subject is None or subject.lower in RELATIVES or subject.pos == "PRON":
        return None
    return ClauseKind.RELATIVE if any(each.start_char in counts for each in token.subtree) else None


def is_said_of_root(token: Word) -> bool:
    """Whether the main verb was hung on its subject: "The refugees, most of them women, crossed the river"."""
    if token.dep not in ("acl", "parataxis"):
        return False
    noun = token.head
    is_bare = noun.dep == "ROOT" and noun.pos in ("NOUN", "PROPN") and own_subject(noun) is None
    if not is_bare or token.i < noun.i or own_subject(token) is not None:
        return False
    if token.tag in ("VBD", "VBP", "VBZ"):
        return token.dep == "acl" or any(child.dep == "acl:relcl" for child in noun.children)
    return token.tag == "VBN" and _follows_aside(token, noun)


def _follows_aside(participle: Word, noun: Word) -> bool:
    """Whether what looks like a participle behind a noun is a past tense: behind an aside ("Roe, a lawyer, *seized* the
    chance"), with an adverb that only a verb has ("Roe also *called* for it"), or with an object ("a fire last night
    *destroyed* ten homes")."""
    if any(child.dep == "cop" or (child.i > participle.i and is_predicate(child)) for child in noun.children):
        return False
    is_sentence = noun.words[noun.right_edge.i].text == "."
    if is_sentence and participle.lemma not in _OF_TWO and any(child.dep == "obj" for child in participle.rights):
        return True
    if any(child.lower in _OF_VERBS for child in participle.lefts):
        return is_sentence
    if participle.lower in _OF_PICTURES:
        return False
    is_aside = any(child.dep in ("acl:relcl", "appos") and child.i < participle.i for child in noun.children)
    first = next((child for child in participle.lefts if child.dep == "advmod"), participle)
    return is_aside and first.words[first.i - 1].text in (",", "–", "—")


def _kind_of_misplaced(token: Word) -> ClauseKind | None:
    """A clause that the parser hung up as part of a noun phrase: it has a subject and a copula all the same."""
    if token.dep not in ("amod", "nmod", "dep", "appos", "obl", "obj", "list"):
        return None
    lefts = token.lefts
    has_copula = any(child.dep == "cop" and child.tag in _FINITE_TAGS for child in lefts)
    has_subject = any(child.dep in ("nsubj", "nsubj:pass") for child in lefts)
    return ClauseKind.COMPLEMENT if has_copula and has_subject else None


def _is_that(token: Word) -> bool:
    that = _first_word(token)
    if that.lower != "that" or own_subject(token) is None or token.i < token.head.i:
        return False
    return token.head.lemma in SPEAKING or that.words[that.i - 1].pos not in ("NOUN", "PROPN")


def _is_unmarked(token: Word) -> bool:
    is_opened = any(child.dep in ("mark", "advmod") for child in token.lefts)
    return own_subject(token) is not None and not is_opened and token.tag != "VBG" and token.i > token.head.i


def _is_whole(token: Word) -> bool:
    """Whether what was parsed as a relative clause lacks nothing: "confirmed in a letter that Iran has used them"."""
    opener = _first_word(token)
    subject = own_subject(token)
    if opener.lower != "that" or opener.dep == "obj" or subject is None or subject.lower in RELATIVES:
        return False
    return any(child.dep == "obj" and child.i > token.i for child in token.children)


def _is_coordinated(token: Word) -> bool:
    """Whether a coordinated predicate says something of its own: it has a subject, or both have complements."""
    if _is_named_by(token) or _is_of_condition(token) or any(child.lower == "as" for child in token.lefts):
        return False  # "a sore point, *as are* many others"
    if _opens_anew(token):
        return True
    first_kind = find_kind(governor_of_row(token))
    if first_kind is None:  # joined to what asserts nothing: a condition, a purpose
        return False
    subject = own_subject(token)
    if subject is not None:
        return subject.lower not in RELATIVES or first_kind is ClauseKind.RELATIVE or _is_told_beside(token)
    first = token.head
    if not is_predicate(first) or _is_bare(token):
        return False
    is_apart = token.left_edge.i - first.i > _APART
    has_said = is_apart or any(child.dep in _SAYING_SO and child.i < token.i for child in first.children)
    return _has_complement(token) and has_said


def _is_bare(token: Word) -> bool:
    """Whether nothing joins it to the verb before, so that one of the two was misread."""
    before = token.left_edge.before
    is_joined = token.left_edge.is_punct or any(child.dep == "cc" for child in token.lefts)
    return not is_joined and before is not None and not before.is_punct


def _is_of_condition(token: Word) -> bool:
    """Whether it goes on with a condition or question: "a calamity if the talks fail and the army attacks"."""
    before = token.left_edge.before
    if before is None or before.is_punct:
        return False
    for _ in range(LONGEST_ROW):
        if before.i == token.head.i or before.dep == "ROOT":
            return False
        if any(each.lower in ("if", "unless") or each.tag == "WRB" for each in before.lefts):
            return is_predicate(before)
        before = before.head
    return False


def _is_named_by(token: Word) -> bool:
    """Whether the predicate belongs to a "what" right before it: "units of what are known as the reserves"."""
    first = next((child for child in token.lefts if child.dep in ("aux", "aux:pass", "cop")), token)
    return first.before is not None and first.before.lower in ("what", "whatever", "whoever")


def _opens_anew(token: Word) -> bool:
    """Whether a comma, "and" or "but", and a subject open it: a clause of the sentence, whatever it was hung on."""
    subject = own_subject(token)
    link = next((child for child in token.lefts if child.dep == "cc"), None)
    if subject is None or link is None or subject.i > token.i or subject.lower in RELATIVES:
        return False
    is_joined = link.before is not None and link.before.text in (",", ";", "...", "…", "–", "—")
    is_condition = any(child.dep == "mark" for child in token.lefts)
    row = first_of(token)
    return is_joined and not is_condition and row.dep not in ("advcl", "ccomp") and _is_stated(row)


def _is_stated(token: Word) -> bool:
    """Whether no condition or question stands above a word."""
    for _ in range(LONGEST_ROW):
        if token.dep == "ROOT":
            break
        if token.dep in ("advcl", "ccomp") and find_kind(token) is None:
            return False
        token = token.head
    return True


def first_of(token: Word) -> Word:
    """The first of a row of coordinated words."""
    for _ in range(LONGEST_ROW):
        if token.dep != "conj":
            break
        token = token.head
    return token


def governor_of_row(token: Word) -> Word:
    """The first of a row of predicates, or the verb with a tense that governs it: "*happened* to see it and called"."""
    first = first_of(token)
    if token.tag not in ("VBD", "VBZ") or first.dep != "xcomp" or first.tag != "VB":
        return first
    is_of_another = any(child.dep in ("obj", "iobj") for child in first.head.children)  # "saw *him* fall and called"
    return first if is_of_another else first.head


def _has_complement(token: Word) -> bool:
    return any(child.dep in _COMPLEMENTS or child.dep == "cop" for child in token.children)


def _is_of_a_claim(token: Word) -> bool:
    """ "The claim, *that he lied*, was debunked": what a claim beside it holds, and nobody here asserts."""
    if token.dep not in ("acl", "acl:relcl"):
        return False
    first = _first_word(token)
    comma = first.before
    noun = None if comma is None or comma.text != "," else comma.before
    return first.lower == "that" and first.dep == "mark" and noun is not None and noun.lemma in _ALLEGED


def _is_told_beside(token: Word) -> bool:
    """Whether a relative clause adds a statement (a comma or dash before it) rather than telling which one is meant."""
    first = _first_word(token)
    before = first.before
    return before is not None and before.text in (",", "–", "—", "-", "(") and token.right_edge.i - first.i >= 3


def _first_word(token: Word) -> Word:
    """The first word under ``token``, marks left aside."""
    first = token.left_edge
    while first.is_punct and first.i < token.i:
        first = first.words[first.i + 1]
    return first


def _asserts(token: Word) -> bool:
    if own_subject(token) is None:
        return False
    marks = [child.lower for child in token.children if child.dep in ("mark", "advmod") and child.i < token.i]
    first = _first_word(token).lower
    if first in ("if", "unless", "whether", "until", "till", "lest") or "if" in marks:
        return False
    is_asserting = first in _ASSERTING or any(mark in _ASSERTING for mark in marks)
    is_example = first == "as" and "when" in marks
    if first in _TIMES and not is_example and not _is_past(token):  # "when habitat is destroyed": whenever it is
        return False
    return is_asserting and token.right_edge.i > token.left_edge.i


def _is_past(token: Word) -> bool:
    helpers = [child for child in token.children if child.dep in ("aux", "cop", "aux:pass")]
    return any(each.tag == "VBD" or (each.tag == "VBN" and not helpers) for each in (token, *helpers)) or any(
        each.lower in ("has", "have", "’ve", "'ve") for each in helpers
    )
