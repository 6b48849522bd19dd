"""Which names are those of newspapers, broadcasters, agencies and news sites.

Known names come from the reference data (``outlets.csv``); others are recognised by how they are built ("the Tulsa
Herald", "Al-Sumaria TV", "politico.com"). The cue around a name is weighed elsewhere.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.house import REFERENCE
from etl.transform.lexicon import word_set

_FILE = "outlets.csv"

#: Last words of publications' names. Those of the second group need another word before them.
_SURE_HEADS = word_set(
    """times post tribune herald gazette chronicle courier examiner inquirer enquirer dispatch telegraph bulletin news
    newspaper tv television radio magazine weekly newswire newsline journal reporter newsroom"""
)
_HEADS_OF_SEVERAL = word_set(
    """press daily review observer sentinel star sun globe mirror standard express mail record argus advocate register
    republic democrat citizen independent leader ledger mercury monitor nation bee plain-dealer digest today
    wire broadcasting network channel online morning-post echo age world union-tribune post-dispatch
    post-gazette sun-sentinel news-leader times-picayune journal-constitution mail-tribune"""
)
#: Names built like outlets' that are bodies of another kind.
_NOT_OUTLETS = re.compile(
    r"\b(?:committee|council|association|union|department|party|university|college|center|centre|institute|club|"
    r"corporation for|ministry|secretary|conference|times square|world trade|workers|olympics|cup)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"^(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|news|tv|co\.[a-z]{2}|[a-z]{2})$",
    re.IGNORECASE,
)
_MEDIA_WORD = re.compile(r"(?:news|times|post|tribune|herald|daily|radio|tv)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_OWNED = re.compile(r"(?P<owner>[^'’]{2,40})['’]s?\s+[A-Z0-9]")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the reference data."""

    name: str
    kind: str
    domain: str
    parent: str


def outlet_key(name: str) -> str:
    """A name folded for look-up: lower case, no article, no possessive, single spaces."""
    folded = " ".join(_POSSESSIVE.sub("", name.strip(' \t\r\n.,;:()[]"“”‘’')).lower().split())
    return _FIRST_WORD.sub("", folded)


@lru_cache(maxsize=1 << 14)
def known_outlet(name: str) -> Outlet | None:
    """The outlet of the reference data that ``name`` names."""
    return _reference(REFERENCE / _FILE).get(outlet_key(name))


def owner_of_programme(name: str) -> Outlet | None:
    """The broadcaster or paper whose programme or column ``name`` is: "the BBC's Sunday with Ada Roe"."""
    match = _OWNED.match(name)
    return known_outlet(match.group("owner")) if match is not None else None


def is_outlet(name: str) -> bool:
    """Whether ``name`` is an outlet's: known, or built like one."""
    return known_outlet(name) is not None or is_built_like_outlet(name)


def tells_medium(name: str) -> bool:
    """Whether a word for news or newspapers is part of ``name``: "Wikinews"."""
    return _MEDIA_WORD.search(name) is not None


@lru_cache(maxsize=1 << 14)
def is_built_like_outlet(name: str) -> bool:
    """Whether ``name`` is built like an outlet's: its head is a word for publications, or it is a news domain."""
    if _DOMAIN.match(name.strip()):
        return tells_medium(name) or known_outlet(name.split(".")[-2]) is not None
    if _NOT_OUTLETS.search(name):
        return False
    words = outlet_key(name).split()
    if not words or not _capitalised(name):
        return False
    if words[-1] in _SURE_HEADS:
        return len(words) > 1 or words[-1] in ("times", "post", "tribune", "herald", "journal", "telegraph")
    if words[-1] in _HEADS_OF_SEVERAL:
        return len(words) > 1
    return len(words) > 1 and words[0] in ("daily", "radio") and len(words) <= 3


def _capitalised(name: str) -> bool:
    words = [word for word in name.split() if word[:1].isalpha()]
    return bool(words) and words[-1][:1].isupper()


@lru_cache(maxsize=2)
def _reference(path: Path) -> dict[str, Outlet]:
    if not path.is_file():
        return {}
    outlets: dict[str, Outlet] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            outlet = Outlet(row["name"], row.get("kind") or "", row.get("domain") or "", row.get("parent") or "")
            names = [outlet.name, outlet.domain, *(row.get("other_names") or "").split(";")]
            for name in names:
                if outlet_key(name):
                    outlets.setdefault(outlet_key(name), outlet)
    return outlets
