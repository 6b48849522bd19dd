"""Named entities out of GUM's entity layer.

GUM marks every noun phrase with a type (person, place, organization…), named or not, nested. A
name is the part of a phrase around a proper-noun head; titles and modifiers that stand outside
the name ("US President", "the former") are left out, as in OntoNotes.
Format: https://wiki.gucorpling.org/gum/entities
"""

from __future__ import annotations

import re

from etl.language.gazetteer import TITLES
from etl.language.recipe.annotated import Annotated

LABELS = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "EVENT"}

_ENTITY = re.compile(r"Entity=([^|]+)")
_BRACKET = re.compile(r"\(([^()]+?)-([a-z]+)-[^()]*?(\))?(?=[()0-9]|$)|(\d+)\)")
_JOINING = frozenset({"flat", "compound", "flat:foreign", "goeswith"})
_PROPER = frozenset({"NNP", "NNPS"})


def named_entities(annotated: Annotated, misc: list[str]) -> tuple[tuple[int, int, str], ...]:
    """Non-overlapping named spans `[start, end)` in tokens, the longer one where two overlap."""
    found: dict[tuple[int, int], str] = {}
    for start, end, kind in _phrases(misc):
        label = LABELS.get(kind)
        if label is None:
            continue
        name = _name_in(annotated, start, end, label)
        if name is not None:
            found.setdefault(name, label)
    taken: list[tuple[int, int, str]] = []
    for (start, end), label in sorted(found.items(), key=lambda i: (i[0][0] - i[0][1], i[0])):
        if all(end <= s or start >= e for s, e, _ in taken):
            taken.append((start, end, label))
    return tuple(sorted(taken))


def _phrases(misc: list[str]) -> list[tuple[int, int, str]]:
    phrases: list[tuple[int, int, str]] = []
    open_phrases: dict[str, list[tuple[int, str]]] = {}
    for index, field in enumerate(misc):
        match = _ENTITY.search(field)
        if not match:
            continue
        for bracket in re.finditer(r"\(([^()]+)(\))?|([^()]+)\)", match.group(1)):
            opening, closed, closing = bracket.groups()
            if opening is not None:
                parts = opening.split("-")
                if closed:
                    phrases.append((index, index + 1, parts[1]))
                else:
                    open_phrases.setdefault(parts[0], []).append((index, parts[1]))
            elif open_phrases.get(closing):
                start, kind = open_phrases[closing].pop()
                phrases.append((start, index + 1, kind))
    return phrases


def _name_in(annotated: Annotated, start: int, end: int, label: str) -> tuple[int, int] | None:
    assert annotated.heads is not None
    assert annotated.tags is not None
    assert annotated.deps is not None
    heads, tags, deps = annotated.heads, annotated.tags, annotated.deps
    tops = [i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i]
    if len(tops) != 1 or tags[tops[0]] not in _PROPER:
        return None
    head = tops[0]
    members = {head}
    grew = True
    while grew:
        grew = False
        for i in range(start, end):
            if i in members or heads[i] not in members:
                continue
            joins = deps[i] in _JOINING or (tags[i] in _PROPER and deps[i] in ("nmod", "amod"))
            if joins and (tags[i] in _PROPER or tags[i] in ("CD", "JJ", "HYPH", "NN", "FW")):
                members.add(i)
                grew = True
    first = last = head
    while first > start and (first - 1 in members or annotated.words[first - 1] in ("-", "of")):
        first -= 1
    while last + 1 < end and (last + 1 in members or annotated.words[last + 1] in ("-", "'s")):
        last += 1
    while first < head and first not in members:
        first += 1
    while last > head and last not in members:
        last -= 1
    if label == "PERSON":
        while first < last and annotated.words[first].rstrip(".").lower() in TITLES:
            first += 1
    while first < last and tags[first] not in _PROPER and not annotated.words[first][0].isupper():
        first += 1
    return first, last + 1
