"""Every corpus' entity labels in ours: PERSON, ORG, GPE, LOC, FAC, NORP, EVENT."""

from __future__ import annotations

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.gazetteer import TITLES, is_event, is_norp, place_label

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")

_PERSONS = frozenset({"PER", "PERSON", "person", "politician", "per", "writer", "musicalartist", "scientist", "researcher"})
_ORGANIZATIONS = frozenset({"ORG", "organisation", "politicalparty", "org", "university", "band"})
_PUBLICATIONS = frozenset({"magazine", "academicjournal"})  # media outlets are ORG
_PLACES = frozenset({"LOC", "GPE", "location", "country", "geo"})
_EVENTS = frozenset({"EVENT", "event", "election", "conference", "eve"})
_MIXED = frozenset({"MISC", "misc", "OTH"})


def to_ours(annotated: Annotated) -> Annotated:
    """Map the labels, split places, move peoples to NORP, and mark the peoples left unmarked."""
    assert annotated.entities is not None
    words = annotated.words
    mapped: list[tuple[int, int, str]] = []
    for start, end, label in annotated.entities:
        ours = _label(label, tuple(words[start:end]))
        if ours is None:
            continue
        first = start
        if ours == "PERSON":
            # Corpora disagree on titles; ours leaves them outside, whoever marked them.
            while first < end - 1 and words[first].rstrip(".").lower() in TITLES and (
                words[first][0].isupper()
            ):
                first += 1
        mapped.append((first, end, ours))
    inside = {i for start, end, _ in mapped for i in range(start, end)}
    for i, word in enumerate(words):
        if i not in inside and is_norp((word,)):
            start = i
            if i and i - 1 not in inside and is_norp((words[i - 1], word)):
                start = i - 1
            mapped.append((start, i + 1, "NORP"))
            inside.update(range(start, i + 1))
    unique: list[tuple[int, int, str]] = []
    for span in sorted(mapped):
        if not unique or span[0] >= unique[-1][1]:
            unique.append(span)
    return annotated.with_entities(tuple(unique))


def _label(label: str, words: tuple[str, ...]) -> str | None:
    if label in LABELS and label != "LOC":
        return label
    if label in _PERSONS:
        return "PERSON"
    if label in _ORGANIZATIONS or label in _PUBLICATIONS:
        return "ORG"
    if label in _EVENTS:
        return "EVENT"
    if is_norp(words) and (label in _PLACES or label in _MIXED or label == "gpe"):
        return "NORP"
    if label in _PLACES:
        return place_label(words)
    if label == "gpe":  # GMB's word for peoples
        return "NORP"
    if label in _MIXED and is_event(words):
        return "EVENT"
    return None
