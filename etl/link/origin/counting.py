"""How many independent sources a claim's printings make (DESIGN.md, section 4).

A named speaker counts once, by entity. Whoever is unnamed counts once per origin that speaks of him; so do the
origin's own voice and all who relay it. Where an origin prints a claim both in its own voice and in a source's mouth,
that source is where it has it from, and the own voice adds none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.link.origin.paper import class_of_paper, writers_of
from etl.link.origin.source import PrintingSource
from etl.link.origin.tracing import Origin
from etl.link.words import fold_words
from etl.records import SourceKind

_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "we", "i", "you", "him", "her", "them"))
_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.DOCUMENT})
_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.GROUP, SourceKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """One independent source of a claim, and the printings that were counted to it."""

    kind: SourceKind
    source: str
    entity_id: int | None
    origin: Origin
    occurrences: tuple[int, ...]
    grounds: str


def count_sources(printings: Iterable[PrintingSource]) -> list[ClaimSource]:
    """The independent sources behind one claim, most printings first; every printing is counted to one."""
    printings = sorted(printings, key=lambda each: each.occurrence_id)
    behind: dict[tuple[object, ...], list[PrintingSource]] = defaultdict(list)
    voices: dict[tuple[str, int], list[PrintingSource]] = defaultdict(list)
    papers = _papers(printings)
    for each in printings:
        if _is_pronoun(each):
            voices[each.origin.key].append(each)
        elif each.kind in _NAMED:
            behind[papers.get(each.occurrence_id) or _named_key(each)].append(each)
        elif each.kind in _UNNAMED:
            behind["unnamed", *each.origin.key].append(each)
        else:
            voices[each.origin.key].append(each)
    for key, own in voices.items():
        behind[_behind_voice(key, behind, own)] += own
    sources = [_source(group) for group in behind.values()]
    return sorted(sources, key=lambda each: (-len(each.occurrences), each.source, each.occurrences))


def _is_pronoun(printing: PrintingSource) -> bool:
    """Whether nobody knows who "he" or "they" is: no source beside those that the same origin names."""
    return printing.entity_id is None and printing.source.lower() in _PRONOUNS


def _named_key(printing: PrintingSource) -> tuple[object, ...]:
    if printing.entity_id is not None:
        return "entity", printing.entity_id
    return ("named", *fold_words(printing.source))


def _papers(printings: Sequence[PrintingSource]) -> dict[int, tuple[object, ...]]:
    """The documents that printings of one claim rest on and that no name tells apart: "a letter" is one letter.

    Two that are said to be of different writers are two, and what names no writer is then neither.
    """
    of_class: dict[str, list[PrintingSource]] = defaultdict(list)
    for each in printings:
        paper = class_of_paper(each.source) if each.kind is SourceKind.DOCUMENT and each.entity_id is None else None
        if paper is not None:
            of_class[paper].append(each)
    found: dict[int, tuple[object, ...]] = {}
    for paper, group in of_class.items():
        named = [writers for each in group if (writers := writers_of(each.source))]
        if all(one & other for one in named for other in named):
            found |= {each.occurrence_id: ("paper", paper) for each in group}
    return found


def _behind_voice(
    key: tuple[str, int], behind: Mapping[tuple[object, ...], list[PrintingSource]], own: Sequence[PrintingSource]
) -> tuple[object, ...]:
    """The source that an origin's own voice rests on: one in whose mouth it puts the claim too, else itself."""
    if ("unnamed", *key) in behind:
        return ("unnamed", *key)
    of_origin = {source: sum(p.origin.key == key for p in group) for source, group in behind.items()}
    named = [source for source, number in of_origin.items() if number]
    if named:
        return min(named, key=lambda source: (-of_origin[source], min(each.source for each in behind[source])))
    return ("voice", *key)


def _source(group: Sequence[PrintingSource]) -> ClaimSource:
    """One source out of its printings.

    It bears the name of the speaker, unless the speaker stands in few of the articles: a comment in one of them, say.
    Then it bears the origin's.
    """
    kinds = (*_NAMED, SourceKind.ANONYMOUS, SourceKind.GROUP)
    spoken = [each for each in group if each.kind in kinds and not _is_pronoun(each)]
    articles = {each.article_id for each in group}
    is_spoken = 2 * len({each.article_id for each in spoken}) >= len(articles)
    origins = Counter(each.origin for each in group)
    names = {each.origin: each.origin_name for each in group}
    origin = min(origins, key=lambda each: (-origins[each], each.article_id is None, names[each]))
    reasons = list(dict.fromkeys(each.grounds for each in group))
    shown = "; ".join(reasons[:3]) + (f"; and {len(reasons) - 3} more" if len(reasons) > 3 else "")
    occurrences = tuple(sorted(each.occurrence_id for each in group))
    if spoken and is_spoken:
        said = Counter(each.source for each in spoken)
        first = min(spoken, key=lambda each: (each.kind is SourceKind.GROUP, -said[each.source], each.source))
        return ClaimSource(first.kind, first.source, first.entity_id, origin, occurrences, shown)
    return ClaimSource(SourceKind.OUTLET, names[origin], None, origin, occurrences, shown)
