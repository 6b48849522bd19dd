"""Firms that are called by their partners' surnames: "Beame, Locke & Hu"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.records import EntityLabel
from etl.transform.entity.given_names import is_sure_given_name
from etl.transform.entity.known import COUNTRIES
from etl.transform.entity.name import Name
from etl.transform.word import Word, Words


def with_firms(names: Sequence[Name], place: int, words: Words) -> list[Name]:
    """``names`` of the ``place``-th paragraph, in text order, those that a firm's name holds replaced by it."""
    firms = list(_firms(place, words))
    if not firms:
        return list(names)
    kept = [name for name in names if not any(_is_inside(name, firm) for firm in firms)]
    free = [firm for firm in firms if not any(name.start < firm.end and firm.start < name.end for name in kept)]
    return sorted([*kept, *free], key=lambda name: name.start)


def _firms(place: int, words: Words) -> Iterator[Name]:
    for sign in words:
        if sign.text != "&" or sign.before is None or sign.after is None or not sign.before.has_space:
            continue
        if not (_is_surname(sign.before) and _is_surname(sign.after) and sign.has_space):
            continue
        start, end = sign.i - 1, sign.i + 2
        if end < len(words) and words[end].text[:1].isupper() and words[end].label:
            continue  # "Bill & Melinda Gates"
        while start > 1 and words[start - 1].text == "," and _is_surname(words[start - 2]):
            start -= 2
        if start and words[start - 1].text[:1].isupper() and words[start - 1].label and not words[start].is_sent_start:
            continue
        yield Name(place, start, end, EntityLabel.ORG.value)


def _is_surname(word: Word) -> bool:
    """Whether a word is written like a name, and is no given name and no country's."""
    is_written_so = word.text[:1].isupper() and word.text[1:2].islower() and word.text.isalpha()
    is_name = word.pos == "PROPN" or word.label in ("PERSON", "ORG")
    return is_written_so and is_name and not is_sure_given_name(word.text) and word.lower not in COUNTRIES


def _is_inside(name: Name, firm: Name) -> bool:
    return firm.start <= name.start and name.end <= firm.end
