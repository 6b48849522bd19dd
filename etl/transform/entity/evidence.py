"""The label of a name by all that the article says of it, where the model saw one sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from etl.language.gazetteer import is_norp
from etl.records import EntityLabel
from etl.transform.entity.beside import is_place_beside, is_taken_up_by_it, kind_beside
from etl.transform.entity.given_names import is_given_name, is_sure_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.known import BODY_NAMES, COUNTRIES
from etl.transform.entity.name import Name, canonical, is_storm, text_of, without_suffix, words_of
from etl.transform.entity.titles import NAME_PARTICLES, SURE_TITLES
from etl.transform.lexicon import word_set
from etl.transform.outlets import is_built_like_outlet, known_outlet, tells_medium
from etl.transform.singular import singular
from etl.transform.word import Word, Words, root_of

_PERSON = EntityLabel.PERSON.value
_NORP = EntityLabel.NORP.value
_PLACES = frozenset((EntityLabel.GPE.value, EntityLabel.LOC.value, EntityLabel.FAC.value))
_WEAK_PLACE_HEADS = word_set(
    "lake hill hills valley mountain forest field fields springs heights woods bush rivers banks"
)
_FULL_NAME = re.compile(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.\s+)?((?:al-|de |von |van )?[A-Z][\w'’-]+)")
_SPEAKING = word_set(
    """say tell add ask reply answer explain write argue joke recall insist admit concede acknowledge tweet testify
    note warn state claim continue remark comment quip declare respond report think believe feel know want hope
    write""",
)
_SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson")
_BODIES_OF_EVENTS = word_set("church school college university hospital museum company club")
_AT = word_set("in near across inside outside")
#: What only a firm has: behind its name ("Norsk chief executive", "Norsk's shares"), and before it ("shares in Norsk").
_AT_HOME = word_set("man woman boy girl teenager teen resident couple native family motorist pensioner")
_OF_FIRM = word_set("ceo cfo coo cto chairman chairwoman shares stock shareholder shareholders subsidiary subsidiaries")
_OFFICERS = word_set("executive financial operating technology")
_HELD_IN_FIRM = word_set("shares stock stake subsidiary unit shareholders shareholder")
#: Spellings that the list of peoples lacks.
_SHIITES = word_set("shiia shi'a shi’a shi'ite shi’ite shi'i shi’i")


@dataclass(slots=True)
class _Votes:
    """What speaks for and against a name's being a person's, over all its mentions."""

    labels: Counter[str] = field(default_factory=Counter)
    has_title: bool = False
    speaks: bool = False
    has_age: bool = False
    is_firm: bool = False
    is_home: bool = False
    is_told: bool = False
    is_place: bool = False
    is_it: bool = False
    has_spokesman: bool = False  # "spokeswoman *Dee Park*"
    #: What the words beside it say that it is.
    kinds: set[str] = field(default_factory=set)


def agree_labels(
    names: Sequence[Name], paragraphs: Sequence[Words], surnames_beside: frozenset[str] = frozenset()
) -> list[Name]:
    """``names`` with the labels that the whole article supports.

    ``surnames_beside`` are surnames (folded) that headline, captions and byline tell.
    """
    texts = [text_of(name, paragraphs[name.paragraph]) for name in names]
    keys = [words_of(text) for text in texts]
    votes: defaultdict[tuple[str, ...], _Votes] = defaultdict(_Votes)
    for name, key in zip(names, keys, strict=True):
        _count(votes[key], name, paragraphs[name.paragraph])
    labels = {key: _label(key, each, votes) for key, each in votes.items()}
    surnames = {surname(key) for key, label in labels.items() if label == _PERSON and len(key) > 1} | surnames_beside
    bodies = {key[0] for key, label in labels.items() if label == EntityLabel.ORG and len(key) > 1}
    bodies -= {key[0] for key, label in labels.items() if label == _PERSON and len(key) > 1}
    storms = {key[1] for key, label in labels.items() if label == EntityLabel.EVENT and len(key) == 2 and is_storm(key)}
    storms -= surnames
    peoples = {singular(key[-1]) for key, label in labels.items() if label == _NORP and len(key) == 1}
    agreed = []
    for name, text, key in zip(names, texts, keys, strict=True):
        label = labels[key]
        if is_norp((text,)) and _is_paper_of_people(name, text, paragraphs[name.paragraph]):
            label = EntityLabel.ORG
        elif len(key) == 1 and (singular(key[0]) in peoples or is_norp((text,))):
            label = _NORP
        elif len(key) == 1 and key[0] in storms and not votes[key].has_title:
            label = EntityLabel.EVENT
        elif label != _PERSON and surname(key) in surnames and _may_be_surname(name, key, paragraphs[name.paragraph]):
            label = _PERSON
        elif label == _PERSON and len(key) == 1 and key[0] not in surnames:
            # "Mr Trump" is no short name of the Trump Administration
            is_short = key[0] in bodies and not votes[key].has_title
            is_thing = votes[key].is_it and not votes[key].has_title and not is_given_name(key[0])
            is_body = is_short or is_thing or _names_outlet(text, votes[key]) or _is_firm(key, votes[key])
            label = EntityLabel.ORG if is_body else label
            if votes[key].is_home and not votes[key].has_title and not is_given_name(key[0]):
                label = EntityLabel.GPE  # "a 19-year-old *Millbrook* man"
        agreed.append(name if label == name.label else replace(name, label=label))
    return agreed


def surnames_in(text: str) -> frozenset[str]:
    """Surnames, folded, of the full names in a headline or caption: a sure given name and a capital behind it."""
    return frozenset(
        words_of(match.group(2))[-1]
        for match in _FULL_NAME.finditer(text)
        if is_sure_given_name(match.group(1)) and match.group(2).lower() not in THING_HEADS
    )


def _names_outlet(text: str, own: _Votes) -> bool:
    """Whether a lone word is a known publication: it speaks, where no Mr Bloomberg appears, or its name says so."""
    return (
        (own.speaks or own.is_told or tells_medium(text))
        and not own.has_title
        and known_outlet(canonical(text)) is not None
    )


def _is_paper_of_people(name: Name, text: str, words: Words) -> bool:
    """ "He told The *Hindu*": a people's name behind "The" where no sentence begins is a paper's."""
    before = words[name.start - 1] if name.start else None
    is_named_so = before is not None and before.text == "The" and not before.is_sent_start
    return is_named_so and known_outlet(f"The {text}") is not None


def surname(words: tuple[str, ...]) -> str:
    """The last word of a person's name, suffixes left aside."""
    kept = without_suffix(words)
    return kept[-1] if kept else ""


def _count(votes: _Votes, name: Name, words: Words) -> None:
    votes.labels[name.label] += 1
    votes.has_title |= bool(name.titles) and name.titles[-1] in SURE_TITLES
    head = _head(words, name)
    votes.speaks |= head.dep == "nsubj" and head.head.lemma in _SPEAKING
    votes.is_told |= head.dep in ("obj", "iobj") and head.head.lemma == "tell"
    votes.is_place |= is_place_beside(name, words)
    votes.has_spokesman |= name.start > 0 and words[name.start - 1].lower in _SPOKESPEOPLE
    votes.is_it |= is_taken_up_by_it(head)
    kind = kind_beside(name, words)
    if kind is not None:
        votes.kinds.add(kind)
    after = words[name.end : name.end + 3]
    votes.is_home |= _is_home(words, name)
    votes.is_firm |= _beside_business(words, name)
    votes.has_age |= len(after) == 3 and after[0].text == "," and after[1].text.isdigit() and after[2].text == ","


def _is_home(words: Words, name: Name) -> bool:
    """Whether a name only tells where somebody unnamed is from: "the 40-year-old *Tilton* woman"."""
    behind = words[name.end : name.end + 1]
    before = words[name.start - 1 : name.start]
    is_of_somebody = bool(behind) and behind[0].lower in _AT_HOME and behind[0].pos == "NOUN"
    return is_of_somebody and bool(before) and (before[0].pos == "DET" or before[0].lower == "old")


def _is_firm(key: tuple[str, ...], own: _Votes) -> bool:
    """Whether a lone word, taken for a person, has shares or a chief executive, and nothing of a person."""
    return own.is_firm and not own.has_title and not own.has_age and not is_given_name(key[0])


def _beside_business(words: Words, name: Name) -> bool:
    behind = [word.lower if word.pos != "VERB" else "" for word in words[name.end : name.end + 3]]
    if behind[:1] in (["'s"], ["’s"]):
        behind = behind[1:]
    if behind and (behind[0] in _OF_FIRM or (behind[0] == "chief" and behind[1:2] and behind[1] in _OFFICERS)):
        return True
    before = [word.lower for word in words[max(name.start - 2, 0) : name.start]]
    return len(before) == 2 and before[0] in _HELD_IN_FIRM and before[1] in ("in", "of")


def _head(words: Words, name: Name) -> Word:
    return root_of(words[name.start : name.end])


def _label(key: tuple[str, ...], own: _Votes, votes: dict[tuple[str, ...], _Votes]) -> str:
    commonest = min(own.labels, key=lambda label: (-own.labels[label], label))
    folded = " ".join(key)
    if commonest == _PERSON and key and _is_people(key):
        return _NORP
    if folded in COUNTRIES and commonest != _PERSON:
        return EntityLabel.GPE
    if folded in BODY_NAMES or (key and _is_body(key, commonest, own)):
        return EntityLabel.ORG
    is_person = bool(key) and commonest != _PERSON and _points_for_person(key, own, votes) >= 3
    return _PERSON if is_person else _by_words_beside(key, own, commonest)


def _by_words_beside(key: tuple[str, ...], own: _Votes, label: str) -> str:
    """The label that the words beside a name tell, where all that tell say one thing and the name itself allows it."""
    kind = next(iter(own.kinds)) if len(own.kinds) == 1 else None
    has_given_name = len(key) > 1 and is_given_name(key[0])
    if label == _PERSON:
        if own.has_title or own.has_age or (len(key) > 1 and is_sure_given_name(key[0])):
            return label
        is_place = own.is_place and not own.speaks and not has_given_name
        return kind or (EntityLabel.GPE.value if is_place else label)
    if kind == EntityLabel.ORG and label in _PLACES | {_NORP, EntityLabel.EVENT}:
        return kind
    if kind in _PLACES and label == EntityLabel.ORG and not own.speaks:
        return str(kind)
    is_written_so = len(key) > 1 and (has_given_name or label in _PLACES or own.has_spokesman)
    is_somebody = kind == _PERSON and is_written_so
    return _PERSON if is_somebody and known_outlet(" ".join(key)) is None else label


def _is_people(key: tuple[str, ...]) -> bool:
    """Whether a creed, alone or behind a nationality, was taken for a person: "Iraqi Shia"."""
    *nations, creed = key
    if len(nations) > 1 or any(is_given_name(nation) or not is_norp((nation.title(),)) for nation in nations):
        return False
    return singular(creed) in _SHIITES or (bool(nations) and is_norp((creed.title(),)))


def _is_body(key: tuple[str, ...], label: str, own: _Votes) -> bool:
    """Whether the words themselves tell a body or a publication, whatever the model saw in them."""
    folded = " ".join(key)
    if len(key) == 1:
        return label != _PERSON and own.speaks and known_outlet(folded) is not None
    if label == _PERSON:
        is_credited = (own.speaks or own.is_told) and not own.has_title and known_outlet(folded) is not None
        return (is_credited or key[-1] in THING_HEADS) and not is_given_name(key[0])
    if label == EntityLabel.EVENT and len(key) > 1 and key[-1] in _BODIES_OF_EVENTS:
        return True  # "Wasilla Bible Church", where there was a fire
    return label in _PLACES and (known_outlet(folded) is not None or is_built_like_outlet(folded.title()))


def _points_for_person(key: tuple[str, ...], own: _Votes, votes: dict[tuple[str, ...], _Votes]) -> int:
    points = 3 * own.has_title + 3 * own.has_age + (own.labels[_PERSON] > 0)
    if key[-1] in THING_HEADS or key[-1].isdigit() or not all(word[0].isalpha() for word in key):
        points -= 4
    if not 1 < len(key) <= 4:
        return points
    alone = votes.get((key[-1],))
    points += 2 * is_given_name(key[0]) + is_sure_given_name(key[0]) + 2 * own.speaks
    points += bool(alone and (alone.speaks or alone.labels[_PERSON]))
    return points - (key[-1] in _WEAK_PLACE_HEADS)


def _may_be_surname(name: Name, key: tuple[str, ...], words: Words) -> bool:
    """Whether a short name that ends like a person's may be that person's."""
    if any(word not in NAME_PARTICLES for word in key[:-1]) or " ".join(key) in COUNTRIES:
        return False
    before = words[name.start - 1].lower if name.start else ""
    return not (name.label in _PLACES and before in _AT)
