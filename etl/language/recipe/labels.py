"""Every corpus' entity labels in ours: PERSON, ORG, GPE, LOC, FAC, NORP, EVENT."""

from __future__ import annotations

from etl.language.gazetteer import TITLES, is_event, is_norp, place_label
from etl.language.recipe.annotated import Annotated

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")

_PERSONS = frozenset(
    {
        "PER",
        "PERSON",
        "person",
        "politician",
        "per",
        "writer",
        "musicalartist",
        "scientist",
        "researcher",
    }
)
_ORGANIZATIONS = frozenset({"ORG", "organisation", "politicalparty", "org", "university", "band"})
_PUBLICATIONS = frozenset({"magazine", "academicjournal"})  # media outlets are ORG
_PLACES = frozenset({"LOC", "GPE", "location", "country", "geo"})
_EVENTS = frozenset({"EVENT", "event", "election", "conference", "eve"})
_MIXED = frozenset({"MISC", "misc", "OTH"})
_PLAIN = (
    (_PERSONS, "PERSON"),
    (_ORGANIZATIONS | _PUBLICATIONS, "ORG"),
    (_EVENTS, "EVENT"),
)


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
            while first < end - 1 and words[first].rstrip(".").lower() in TITLES and (words[first][0].isupper()):
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
    for labels, ours in _PLAIN:
        if label in labels:
            return ours
    if (is_norp(words) and label in _PLACES | _MIXED) or label == "gpe":
        return "NORP"  # GMB's "gpe" are peoples
    if label in _PLACES:
        return place_label(words)
    return "EVENT" if label in _MIXED and is_event(words) else None
