"""Abbreviations whose long form stands anywhere in an article: "Transport for the North … *TfN*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from etl.records import EntityLabel
from etl.transform.entity.given_names import is_given_name
from etl.transform.entity.known import BODY_NAMES, COUNTRIES
from etl.transform.entity.name import Name, words_of
from etl.transform.entity.nouns import PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.word import Word, Words

_WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
_SMALL: Final = word_set("of for and on in to the a an at & de la du des und y")
_SHORTEST: Final = 3
_LONGEST: Final = 7
#: What has a name and an acronym, and is no body: "the Defense of Marriage *Act*".
_THINGS: Final = word_set(
    """act bill law treaty agreement pact syndrome disease virus disorder index standard time theory programme program
    product equipment tax"""
)
#: Tokens of a long form at most.
_REACH: Final = 12


def is_acronym(word: str) -> bool:
    """Whether ``word`` is written as an abbreviation: "DAIB", or "MoD" with small words' letters small."""
    letters = word.replace(".", "")
    is_written_so = letters.isalpha() and letters[:1].isupper() and letters[-1:].isupper()
    return is_written_so and _SHORTEST <= len(letters) <= _LONGEST and sum(map(str.isupper, letters)) > 1


def with_acronyms(names: Sequence[Name], paragraphs: Sequence[Words]) -> list[Name]:
    """``names`` with the acronyms and long forms that the article has both of, in text order.

    A long form takes the place of its pieces ("Médecins *Sans Frontières*"); a longer name that holds it stays.
    """
    found: dict[tuple[int, int], Name] = {}
    things: set[tuple[int, int]] = set()
    for short, places in _shorts(paragraphs).items():
        longs = [
            Name(place, start, end, EntityLabel.ORG.value)
            for place, words in enumerate(paragraphs)
            for start, end in _long_forms(short, words)
        ]
        heads = {paragraphs[each.paragraph][each.end - 1].lower for each in longs}
        if heads & _THINGS:
            things.update(places)
        if heads & (_THINGS | PERSON_NOUNS | _WEEKDAYS) or any(_is_person(each, paragraphs) for each in longs):
            continue
        acronyms = [Name(place, i, i + 1, EntityLabel.ORG.value) for place, i in places] if longs else []
        found.update({(each.paragraph, each.start): each for each in longs + acronyms})
    names = [name for name in names if (name.paragraph, name.start) not in things or name.end > name.start + 1]
    if not found:
        return names
    return sorted(_without_pieces(names, list(found.values())), key=lambda name: (name.paragraph, name.start))


def _is_person(name: Name, paragraphs: Sequence[Words]) -> bool:
    """Whether a model sees a person in the words, and they are written as one's: "William S. Saturn (*WSS*)"."""
    words = paragraphs[name.paragraph][name.start : name.end]
    is_written_so = is_given_name(words[0].text) or any(len(word.text.rstrip(".")) == 1 for word in words)
    return is_written_so and any(word.label == EntityLabel.PERSON for word in words)


def _without_pieces(names: Sequence[Name], found: Sequence[Name]) -> Iterator[Name]:
    by_paragraph: defaultdict[int, list[Name]] = defaultdict(list)
    for each in found:
        by_paragraph[each.paragraph].append(each)
    for name in names:
        over = [each for each in by_paragraph[name.paragraph] if each.start < name.end and name.start < each.end]
        if any(each.start < name.start or name.end < each.end for each in over) and all(
            each.start <= name.start and name.end <= each.end for each in over
        ):
            continue
        for each in over:
            by_paragraph[name.paragraph].remove(each)
        is_same = len(over) == 1 and (over[0].start, over[0].end) == (name.start, name.end)
        yield replace(name, label=over[0].label) if is_same else name
    for rest in by_paragraph.values():
        yield from rest


def _shorts(paragraphs: Sequence[Words]) -> dict[str, list[tuple[int, int]]]:
    """Acronyms that nobody knows for something else, each with its places."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, words in enumerate(paragraphs):
        is_shouted = "".join(word.text for word in words).isupper()
        for word in words if not is_shouted else ():
            if is_acronym(word.text) and " ".join(words_of(word.text)) not in COUNTRIES | BODY_NAMES:
                found[word.text.replace(".", "")].append((place, word.i))
    return found


def _long_forms(short: str, words: Words) -> Iterator[tuple[int, int]]:
    first = short[0]
    for word in words:
        if word.text[:1] == first and word.text[1:2].islower() and not _continues(word):
            end = _end(short, word.i, words)
            if end is not None and not _goes_on(end, words):
                yield word.i, end


def _end(letters: str, place: int, words: Words, used: int = 0) -> int | None:
    """The end of the words from ``place`` whose initials are ``letters``; small words may be left out of them."""
    if not letters:
        return place if used > 1 else None
    if place >= len(words) or used > _REACH:
        return None
    word = words[place]
    is_next = word.text[:1].upper() == letters[0].upper()
    if word.lower in _SMALL or word.text == "-":
        end = _end(letters[1:], place + 1, words, used + 1) if is_next and len(letters) > 1 else None
        return end or (_end(letters, place + 1, words, used + 1) if used else None)
    is_written_so = is_next and word.text[:1].isupper() and letters[0].isupper()
    return _end(letters[1:], place + 1, words, used + 1) if is_written_so else None


def _continues(word: Word) -> bool:
    """Whether a capitalised word before makes ``word`` the middle of a longer name."""
    before = word.before
    if before is None or word.is_sent_start or not before.text[:1].isupper() or before.is_sent_start:
        return False
    return before.label not in ("GPE", "NORP")


def _goes_on(end: int, words: Words) -> bool:
    after = words[end] if end < len(words) else None
    return after is not None and after.text[:1].isupper() and not after.is_sent_start and after.pos == "PROPN"
