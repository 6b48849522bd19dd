"""What became of those whom a number counts: killed, injured, missing, detained, displaced or rescued.

News tells a toll in many forms ("26 people were killed", "killing 26", "24 dead", "the death toll rose to 24"). What
makes two tolls comparable is not the noun but what happened. Words alone decide, over Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from etl.records import Outcome
from etl.transform.claim.quantity import Quantity
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedParagraph
from etl.transform.singular import singular
from etl.transform.word import Word, Words


def _by_word(lists: dict[Outcome, str]) -> dict[str, Outcome]:
    return {word: outcome for outcome, words in lists.items() for word in words.split()}


#: Verbs whose object, or subject in the passive, it happens to.
_SUFFERED: Final = _by_word(
    {
        Outcome.KILLED: "kill slay murder execute assassinate massacre behead slaughter",
        Outcome.INJURED: "injure wound hurt maim hospitalise hospitalize",
        Outcome.DETAINED: "arrest detain imprison jail",
        Outcome.DISPLACED: "displace uproot evacuate",
        Outcome.RESCUED: "rescue save",
    }
)
#: Verbs whose subject it happens to.
_UNDERGONE: Final = _by_word({Outcome.KILLED: "die perish drown succumb"})
_STATES: Final = _by_word(
    {
        Outcome.KILLED: "dead killed slain",
        Outcome.INJURED: "injured wounded hurt",
        Outcome.MISSING: "missing unaccounted",
        Outcome.DETAINED: "arrested detained jailed imprisoned",
        Outcome.DISPLACED: "homeless displaced evacuated",
        Outcome.RESCUED: "rescued",
    }
)
#: Nouns that are counted for what they tell.
_NOUNS: Final = _by_word(
    {
        Outcome.KILLED: "death fatality",
        Outcome.INJURED: "injury",
        Outcome.DETAINED: "arrest detainee",
        Outcome.DISPLACED: "evacuee",
    }
)
#: "The death *toll* rose to 24", "the *number* of dead stands at 24".
_TOLLS: Final = word_set("toll number total count tally figure")
_HAVE: Final = frozenset(["has", "have", "had", "having"])
_HELD_FOR: Final = word_set("fear confirm report presume believe declare pronounce list leave")
_LEAVING_HOME: Final = word_set("force drive flee leave abandon")
_TAKING: Final = word_set("claim take cost")
#: What stands before the number in a toll. "From 17" tells what it was before, and is none.
_REACHING: Final = word_set("to at of reach pass hit top exceed surpass be")
_BEHIND: Final = 4
#: Words between a toll and its number.
_LONGEST: Final = 14


def outcome_of(paragraph: ParsedParagraph, quantity: Quantity) -> Outcome | None:
    """What became of those that ``quantity`` counts, ``None`` where the words tell nothing of it."""
    words = paragraph.covering(quantity.start, quantity.end)
    if not words or quantity.value % 1:
        return None  # "the 6.1-magnitude quake left hundreds injured"
    number = _number_in(words)
    after = number.after
    if after is not None and after.lower in _STATES:  # "20 injured", whatever it hangs on
        return _STATES[after.lower]
    for counted in _counted(number):
        if counted.dep == "nmod" and any(child.lower == "of" for child in counted.lefts):
            found = _NOUNS.get(singular(counted.head.lower))
            if found is not None:
                return found  # "the *deaths* of 29 miners"
        found = _NOUNS.get(singular(counted.lower)) or _of_modifier(counted) or _of_verb(counted)
        if found is not None:
            return found
    return _of_state_behind(number) or _of_toll(words[0])


def _number_in(words: Words) -> Word:
    """The last word of the number, without what qualifies it."""
    numbers = [word for word in words if word.tag == "CD" or word.pos == "NUM"]
    return (numbers or words)[-1]


def _first_state(words: Iterable[Word]) -> Outcome | None:
    """What the first of ``words`` that tells a state tells: "dead", "missing"."""
    return next((_STATES[word.lower] for word in words if word.lower in _STATES), None)


def _counted(number: Word) -> Iterator[Word]:
    """The noun that is counted, and what stands for it: "24 *of the miners*", "dozens *of people*"."""
    word = number
    for _ in range(3):
        if word.dep not in ("nummod", "nmod:npmod", "compound"):
            break
        word = word.head
    yield word
    behind = number.after
    if word is number and behind is not None and behind.pos in ("NOUN", "PROPN"):
        yield behind  # "said 1,200 *Palestinians* had been killed", with the number hung on "said"
    inner = next((child for child in word.rights if child.dep == "nmod" and child.i - word.i <= _BEHIND), None)
    if inner is not None and any(child.lower == "of" for child in inner.lefts):
        yield inner


def _of_modifier(counted: Word) -> Outcome | None:
    """ "24 *dead* miners", "five people *killed*"."""
    return _first_state(
        child
        for child in counted.children
        if child.dep in ("amod", "acl", "conj") and abs(child.i - counted.i) <= _BEHIND
    )


def _of_verb(counted: Word) -> Outcome | None:
    verb = counted.head
    lemma = verb.lemma
    is_passive = counted.dep == "nsubj:pass" or (
        counted.dep == "nsubj" and verb.tag == "VBN" and not any(child.lower in _HAVE for child in verb.lefts)
    )
    if is_passive:
        return _SUFFERED.get(lemma) or _STATES.get(verb.lower) or _of_verb_and_words(verb)
    if counted.dep == "nsubj":
        return _UNDERGONE.get(lemma) or _STATES.get(verb.lower) or _of_verb_and_words(verb)
    if counted.dep in ("obj", "nsubj:outer"):
        if (lemma in _TAKING or lemma == "lose") and counted.lemma == "life":
            return Outcome.KILLED
        # "*left* five people dead and two injured"
        behind = verb.words[counted.i + 1 : counted.i + 1 + _BEHIND]
        return _SUFFERED.get(lemma) or (_first_state(behind) if lemma == "leave" else None)
    if counted.dep == "conj":
        # "killed 17 people and 30 cattle" is rare beside "killing five soldiers and two civilians"
        return _of_verb(counted.head) if counted.head.dep in ("obj", "nsubj:pass", "nsubj") else None
    return None


def _of_verb_and_words(verb: Word) -> Outcome | None:
    """ "Are feared *dead*", "fled their *homes*", "lost their *lives*"."""
    behind = verb.words[verb.i + 1 : verb.i + 1 + _BEHIND]
    if verb.lemma == "lose" and [word.lower for word in behind[:2]] == ["their", "lives"]:
        return Outcome.KILLED
    state = _first_state(behind) if verb.lemma in _HELD_FOR else None
    if state is not None:
        return state
    is_home = verb.lemma in _LEAVING_HOME and any(word.lemma == "home" for word in behind)
    return Outcome.DISPLACED if is_home else None


def _of_state_behind(number: Word) -> Outcome | None:
    """ "24 *dead*", "41 still *missing*", "30 were *injured*": the number stands for those it counts."""
    for word in number.words[number.i + 1 : number.i + 1 + _BEHIND]:
        found = _STATES.get(word.lower)
        if found is not None:
            return found
        if word.pos not in ("AUX", "ADV") and word.lower not in ("people", "others", "more", "persons"):
            return None
    return None


def _of_toll(first: Word) -> Outcome | None:
    """ "The death *toll* has risen to 24", "a *toll* of 24", "the *number* of dead stands at 24".

    By the words before the figure, whose first is ``first``: a parser often hangs such a number elsewhere.
    """
    before = first.before
    if before is None or before.lemma not in _REACHING:
        return None
    for i in range(before.i, max(before.i - _LONGEST, -1), -1):
        word = first.words[i]
        if word.lemma in _TOLLS or word.text in (";", ".", ":") or word.is_sent_start:
            return _of_toll_noun(word)
    return None


def _of_toll_noun(toll: Word) -> Outcome | None:
    """What the toll is of: "*death* toll", "number of people *injured*"."""
    if toll.lemma not in _TOLLS:
        return None
    near = toll.words[max(toll.i - 2, 0) : toll.i + _BEHIND]
    found = (_STATES.get(word.lower) or _NOUNS.get(singular(word.lower)) for word in near)
    return next((outcome for outcome in found if outcome is not None), None)
