"""Reads GUM (github amir-zeldes/gum): text with gold coreference in the ``Entity=`` column.

The corpus is not kept here; ``NEWSTRACE_GUM`` names a folder with ``dev`` and ``test`` of its CoNLL-U files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OPEN = re.compile(r"\((\d+)-([a-z]+)")


@dataclass(frozen=True)
class GoldMention:
    """One mention; characters of the text."""

    start: int
    end: int
    entity: int
    is_person: bool


@dataclass(frozen=True)
class GoldText:
    name: str
    text: str
    mentions: tuple[GoldMention, ...]


def read_texts(folder: Path, genres: tuple[str, ...]) -> Iterator[GoldText]:
    for path in sorted(folder.glob("GUM_*.conllu")):
        if path.stem.split("_")[1] in genres:
            yield _read(path)


def _read(path: Path) -> GoldText:
    text = ""
    mentions: list[GoldMention] = []
    opened: dict[int, list[tuple[int, bool]]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newpar") for line in lines) and text:
            text = text.rstrip() + "\n\n"
        skip_until, tight_at_end = 0, False
        for line in lines:
            fields = line.split("\t")
            if len(fields) != 10 or "." in fields[0]:
                continue
            if "-" in fields[0]:
                skip_until = int(fields[0].split("-")[1])
                tight_at_end = "SpaceAfter=No" in fields[9]
                continue
            number = int(fields[0])
            start = len(text)
            text += fields[1]
            _follow(fields[9], start, len(text), opened, mentions)
            is_tight = number < skip_until or (tight_at_end if number == skip_until else "SpaceAfter=No" in fields[9])
            text += "" if is_tight else " "
    return GoldText(path.stem, text, tuple(sorted(mentions, key=lambda each: (each.start, -each.end))))


def _follow(
    misc: str, start: int, end: int, opened: dict[int, list[tuple[int, bool]]], mentions: list[GoldMention]
) -> None:
    """Opens and closes mentions by one token's ``Entity=`` value."""
    value = next((each[7:] for each in misc.split("|") if each.startswith("Entity=")), "")
    for part in re.findall(r"\([^()]*\)?|\d+\)", value):
        match = _OPEN.match(part)
        if match:
            entity, is_person = int(match.group(1)), match.group(2) == "person"
            if part.endswith(")"):
                mentions.append(GoldMention(start, end, entity, is_person))
            else:
                opened.setdefault(entity, []).append((start, is_person))
        else:
            entity = int(part[:-1])
            if opened.get(entity):
                first, is_person = opened[entity].pop()
                mentions.append(GoldMention(first, end, entity, is_person))
