"""Reads PolNeAR (GitHub networkdynamics/PolNeAR): brat stand-off beside plain text.

The corpus has no licence, so nothing of it is kept here; ``NEWSTRACE_POLNEAR`` names a checkout or a bare clone.
Its test split is closed and refused.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.attribution.relation import Range, Relation

SPLITS = ("dev", "train")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    name: str
    text: str
    relations: tuple[Relation, ...]


def read_split(root: Path, split: str) -> Iterator[GoldArticle]:
    """The articles of a split by name; of several annotators of one article, the first by name."""
    if split not in SPLITS:
        raise ValueError(f"split {split!r} is not one of {SPLITS}")
    files = _contents(root, f"data/{split}/text/") | _contents(root, f"data/{split}/attributions/")
    annotations: dict[str, str] = {}
    for path in sorted(files):
        if path.endswith(".ann"):
            annotations.setdefault(Path(path).stem.rsplit("_", 1)[0], path)
    for name, path in annotations.items():
        text = files.get(f"data/{split}/text/{name}.txt")
        if text is not None:
            yield GoldArticle(name, text, tuple(parse_brat(files[path])))


def parse_brat(annotation: str) -> Iterator[Relation]:
    """The relations of one stand-off file; those without content are left out."""
    places: dict[str, tuple[Range, ...]] = {}
    events: list[str] = []
    for line in annotation.splitlines():
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            ranges = fields[1].split(" ", 1)[1]
            places[fields[0]] = tuple(_range(each) for each in ranges.split(";"))
        elif fields[0].startswith("E"):
            events.append(fields[1])
    for event in events:
        roles: dict[str, list[Range]] = {}
        for argument in event.split():
            role, place = argument.split(":")
            roles.setdefault(role.rstrip("0123456789"), []).extend(places.get(place, ()))
        if roles.get("Content"):
            source, cue, content = (tuple(sorted(roles.get(role, ()))) for role in ("Source", "Cue", "Content"))
            yield Relation(content, source, cue)


def _range(written: str) -> Range:
    start, end = written.split()
    return int(start), int(end)


def _contents(root: Path, folder: str) -> dict[str, str]:
    """Path -> text of the files under ``folder``, from a checkout or a bare clone; absent blobs are left out."""
    if (root / folder).is_dir():
        return {f"{folder}{each.name}": each.read_bytes().decode() for each in (root / folder).iterdir()}
    listing = _git(root, "ls-tree", "-r", "HEAD", folder).decode()
    entries = [(line.split("\t")[1], line.split()[2]) for line in listing.splitlines()]
    request = "".join(f"{blob}\n" for _, blob in entries).encode()
    answer = _git(root, "cat-file", "--batch", given=request)
    found: dict[str, str] = {}
    at = 0
    for path, _ in entries:
        head_end = answer.index(b"\n", at)
        head = answer[at:head_end].split()
        at = head_end + 1
        if head[1] != b"missing":
            size = int(head[2])
            found[path] = answer[at : at + size].decode()
            at += size + 1
    return found


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout
