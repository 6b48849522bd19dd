"""Verbs joined to a verb of saying that cannot be its own, and tags and labels that a small parser takes for nouns.

The words leave one reading only: tense, number, a mark or a time between them tell whose a verb is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.transform.arcs import FINITE, SUBJECTS
from etl.transform.lexicon import word_set
from etl.transform.word import Word

#: Tags that may be read as plurals.
_TAGS: Final = word_set("reports notes claims writes says adds warns")
#: Verbs that have with "of" what they tell.
_TELLING_OF: Final = word_set("warn speak complain accuse inform learn hear remind convict boast dream")
_HEARING: Final = word_set("hear learn discover realize realise see find")
_MONTHS: Final = word_set(
    "january february march april may june july august september october november december year month"
)
_SAYING: Final = word_set(
    """tell inform warn assure remind notify advise say state claim report announce confirm argue insist admit concede
    acknowledge explain add note believe think allege maintain contend declare disclose reveal complain suggest estimate
    write"""
)
#: What one does not do who will not tell.
WITHHELD: Final = word_set(
    """answer comment confirm describe detail disclose discuss elaborate explain give identify name predict provide
    release reveal say specify speculate"""
)
#: What somebody asks of others, by the preposition that tells it from what they speak of.
_TURNED: Final = {
    "called": ("on", "for"),
    "apologized": ("to", "for"),
    "apologised": ("to", "for"),
    "appealed": ("to", "for"),
}
_NEAR: Final = 8
_HELPERS: Final = frozenset(["aux", "aux:pass", "cop"])
_NUMBERS: Final = {
    "was": "one",
    "is": "one",
    "has": "one",
    "does": "one",
    "were": "many",
    "are": "many",
    "have": "many",
}


def mend_joined(words: Sequence[Word], heads: list[int]) -> None:
    """Mend the relations of ``words`` and the places of their heads, both in place."""
    for word in words:
        if word.dep in ("conj", "parataxis"):
            _go_on_saying(word, words, heads)
            _join_bare(word, words, heads)
            _leave_heard(word, words, heads)
            _leave_passive(word, words, heads)
            _turn_to_others(word, words, heads)
        elif word.dep in SUBJECTS:
            _label_item(word, words, heads)
        elif word.lower == "of" and word.dep == "case":
            _tell_of(words[heads[word.i]], words, heads)
        if word.tag == "NNS" and word.lower in _TAGS:
            _tag_item(word, words, heads)


def _go_on_saying(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said it was ready but *had not been asked*": a verb joined to the one of saying that can't be its own.

    The tense before what was said, a bare infinitive behind "would", or another number than the speaker's belongs to
    what is said.
    """
    saying = words[heads[verb.i]]
    if saying.dep == "ccomp" and words[heads[saying.i]].lemma in _SAYING:
        _give_tense(verb, saying, words, heads)
    if saying.lemma not in _SAYING or saying.tag not in FINITE or not saying.i < verb.i:
        return
    said = next(
        (each for each in words[saying.i + 1 : verb.i] if each.dep == "ccomp" and heads[each.i] == saying.i), None
    )
    own = [word for word in words[saying.i + 1 : verb.i + 12] if heads[word.i] == verb.i]
    if said is None or any(word.dep in SUBJECTS or word.dep in ("expl", "mark") for word in own):
        return
    helpers = [word for word in own if word.dep in _HELPERS and word.i < verb.i]
    own_helpers = [word for word in words[saying.i + 1 : said.i] if heads[word.i] == said.i and word.dep in _HELPERS]
    is_before = verb.tag == "VBN" and saying.tag == "VBD" and any(word.lower == "had" for word in helpers)
    is_row = any(word.lower == "had" for word in own_helpers) and not any(word.dep == "cc" for word in own)
    is_bare = verb.tag == "VB" and not helpers and any(word.tag == "MD" for word in own_helpers)
    finite = next((word for word in (*helpers, verb) if word.tag in FINITE), None)
    if (
        is_before
        or is_bare
        or (saying.tag == "VBD" and _is_state(verb, own))
        or (is_row and verb.lemma not in _SAYING)
        or (finite is not None and _is_of_other_number(finite, saying, said, words, heads))
    ):
        verb.dep, heads[verb.i] = "conj", said.i


def _join_bare(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said she wanted to speak and *let* them know": a bare infinitive goes on with one, not with a tense."""
    above = words[heads[verb.i]]
    if verb.tag != "VB" or above.tag not in FINITE or above.i > verb.i or words[verb.i - 1].tag != "CC":
        return
    between = words[above.i + 1 : verb.i]
    if any(heads[word.i] == verb.i and word.dep in (*_HELPERS, *SUBJECTS) for word in between):
        return
    first = next(
        (word for word in reversed(between) if word.tag == "VB" and words[word.i - 1].tag in ("TO", "MD")), None
    )
    if first is not None and above.tag == "VBD":
        verb.dep, heads[verb.i] = "conj", first.i


def _leave_heard(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Wept upon hearing that he was held and *said* …": who wept says it, not who is held."""
    heard = words[heads[verb.i]]
    hearing = words[heads[heard.i]]
    root = words[heads[hearing.i]]
    is_hearing = heard.dep == "ccomp" and hearing.lemma in _HEARING and hearing.tag == "VBG" and hearing.dep == "advcl"
    if verb.tag != "VBD" or verb.lemma not in _SAYING or not is_hearing or root.tag != "VBD" or root.i > hearing.i:
        return
    if words[verb.i - 1].tag == "CC" and not any(heads[word.i] == verb.i and word.dep in SUBJECTS for word in words):
        verb.dep, heads[verb.i] = "conj", root.i


def _leave_passive(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said tenders had been floated and *sought* six weeks": what has an object is no part of a passive."""
    said = words[heads[verb.i]]
    saying = words[heads[said.i]]
    if verb.tag not in ("VBN", "VBD") or verb.dep != "conj" or said.tag != "VBN" or said.dep != "ccomp":
        return
    is_passive = any(word.dep == "aux:pass" and heads[word.i] == said.i for word in words[saying.i : said.i])
    own = [word for word in words[said.i : verb.i + _NEAR] if heads[word.i] == verb.i]
    is_alone = not any(word.dep in (*_HELPERS, *SUBJECTS) for word in own)
    has_object = any(word.dep == "obj" and word.i > verb.i for word in own)
    if is_passive and is_alone and has_object and saying.tag == "VBD" and saying.lemma in _SAYING:
        verb.tag, heads[verb.i] = "VBD", saying.i


def _turn_to_others(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Said it was late and *called on* the mayor to go, and *apologized to* the crews, but *would not say* more": who
    spoke does so, not of whom they spoke."""
    said = words[heads[verb.i]]
    saying = words[heads[said.i]]
    if said.dep != "ccomp" or saying.tag != "VBD" or saying.lemma not in _SAYING or not saying.i < said.i < verb.i:
        return
    own = [word for word in words[said.i + 1 : verb.i] if heads[word.i] == verb.i]
    if any(word.dep in SUBJECTS or word.dep == "mark" for word in own) or not any(word.dep == "cc" for word in own):
        return
    following = words[verb.i + 1].lower if verb.i + 1 < len(words) else ""
    is_turned = following in _TURNED.get(verb.lower, ()) and words[verb.i - 1].tag in ("CC", "RB")
    is_withheld = verb.lower in WITHHELD and any(word.lower in ("not", "n't", "n’t") for word in own)
    if is_turned:
        verb.tag, heads[verb.i] = "VBD", saying.i
    elif is_withheld and said.lemma not in _SAYING and any(word.lower == "would" for word in own):
        heads[verb.i] = saying.i


def _is_state(verb: Word, own: Sequence[Word]) -> bool:
    """ "Said it was sorry and *had no plans* to return": to have or to be something is no second deed."""
    if verb.lemma == "have" and verb.tag == "VBD":
        return any(word.dep == "obj" for word in own)
    return any(word.dep == "cop" and word.tag == "VBD" for word in own)


def _is_of_other_number(finite: Word, saying: Word, said: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Whether a verb agrees with the subject of what is said and not with that of the verb of saying."""
    number = _NUMBERS.get(finite.lower) or ("one" if finite.tag == "VBZ" else None)
    return (
        number is not None
        and _number_of(saying, words, heads) not in (None, number)
        and _number_of(said, words, heads) in (None, number)
    )


def _number_of(verb: Word, words: Sequence[Word], heads: Sequence[int]) -> str | None:
    """ "One" or "many", as the subject's form tells; nothing for names, of which some are of bodies and teams."""
    subject = next((word for word in words[: verb.i] if heads[word.i] == verb.i and word.dep in SUBJECTS), None)
    if subject is None or any(word.dep == "conj" and heads[word.i] == subject.i for word in words[: verb.i]):
        return None
    if subject.tag == "PRP":
        return {"he": "one", "she": "one", "it": "one", "we": "many", "they": "many"}.get(subject.lower)
    if subject.tag == "NNP" and subject.label == "PERSON":
        return "one"
    return {"NNS": "many"}.get(subject.tag)


def _give_tense(verb: Word, first: Word, words: Sequence[Word], heads: Sequence[int]) -> None:
    """ "Said there was no need and *dismissed* the reports": a participle that nothing helps is a past tense."""
    if verb.tag != "VBN" or verb.dep != "conj" or first.tag not in FINITE or first.pos not in ("VERB", "AUX"):
        return
    own = [word for word in words[first.i : verb.i] if heads[word.i] == verb.i]
    is_said_of = any(word.dep == "expl" and heads[word.i] == first.i for word in words[: first.i])
    if (first.lemma != "be" or is_said_of) and not any(word.dep in _HELPERS for word in own):
        verb.tag = "VBD"


def _tell_of(noun: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "Warned last week *of* a long winter": what was warned of, rather than whose week."""
    time = words[heads[noun.i]]
    verb = words[heads[time.i]]
    if noun.dep != "nmod" or time.dep not in ("obl:unmarked", "obl:tmod", "obl") or verb.lemma not in _TELLING_OF:
        return
    of = next((each for each in words[time.i + 1 : noun.i] if heads[each.i] == noun.i and each.dep == "case"), None)
    is_time = noun.lower in _MONTHS or noun.label in ("DATE", "TIME")
    if of is not None and of.lower == "of" and verb.i < time.i and time.label in ("DATE", "TIME") and not is_time:
        noun.dep, heads[noun.i] = "obl", verb.i


def _label_item(noun: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "*Rates*: The governor said …": a label that opens an item of a list is no subject."""
    if noun.dep not in SUBJECTS or words[noun.i + 1 : noun.i + 2] == [] or words[noun.i + 1].text != ":":
        return
    verb = heads[noun.i]
    if any(word.dep in SUBJECTS and heads[word.i] == verb for word in words[noun.i + 2 : verb]):
        noun.dep = "dislocated"


def _tag_item(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """ "…, Der Spiegel *reports*.": a tag that ends its sentence, taken for a plural."""
    is_last = verb.i + 1 == len(words) or words[verb.i + 1].text == "."
    first = verb.i
    while first and words[first - 1].pos == "PROPN":
        first -= 1
    if not is_last or first == verb.i or first < 3 or words[first - 1].text != ",":
        return
    root = next((word for word in reversed(words[: first - 1]) if heads[word.i] == word.i), None)
    if root is None or root.tag not in (*FINITE, "VBN", "VB", "VBG"):
        return
    verb.tag, verb.pos, verb.dep, heads[verb.i] = "VBZ", "VERB", "parataxis", root.i
    for word in words[first : verb.i]:
        word.dep, heads[word.i] = ("nsubj", verb.i) if word.i == first else ("flat", first)
