"""Names that the world has for one thing and that no rule can derive: "UK", "Britain"; "ISIS", "Islamic State"."""

from __future__ import annotations

import csv
from functools import lru_cache

from etl.house import REFERENCE
from etl.link.entity.name import fold_name, read_person, split_name

_FILE = REFERENCE / "entities.csv"


@lru_cache(maxsize=1)
def _canonical() -> dict[tuple[str, str], str]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        (row["class"], fold_name(name, row["class"])): fold_name(row["name"], row["class"])
        for row in rows
        for name in (row["name"], *filter(None, row["other_names"].split(";")))
    }


@lru_cache(maxsize=1)
def _by_last_name() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        " ".join(split_name(name)): fold_name(row["name"], "PERSON")
        for row in rows
        if row["class"] == "PERSON"
        for name in filter(None, row["bare_names"].split(";"))
    }


def canonical_name(name_class: str, node: str) -> str:
    """The usual name of what ``node`` names, folded: itself where the reference data say nothing."""
    forms = _forms(name_class, node)
    return next((found for form in forms if (found := _canonical().get((name_class, form)))), forms[0])


def person_by_last_name(last: str) -> str | None:
    """The node of the person whom the world means by this last name alone, where there is one."""
    return _by_last_name().get(last)


def is_known(name_class: str, node: str) -> bool:
    """Whether the reference data have the name."""
    return any((name_class, form) in _canonical() for form in _forms(name_class, node))


def _forms(name_class: str, node: str) -> tuple[str, ...]:
    """``node`` with its country written one way, and without it: "us department of state", "department of state"."""
    for country in ("united states ", "us "):
        if name_class == "ORG" and node.startswith(country):
            rest = node.removeprefix(country)
            return f"us {rest}", rest
    if name_class == "PERSON" and (person := read_person(node)).generation and len(person.given) > 1:
        return node, node.rpartition(" ")[0]  # "Joseph R. Biden Jr."
    return (node,)
