"""Corpora with one token and one tag a line: UNER, CrossNER, Wikigold, GMB."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.detokenize import guess_spaces

Spans = tuple[tuple[int, int, str], ...]


def read_uner(path: Path) -> Iterator[Annotated]:
    """UNER's iob2 files; the spaces are taken from each sentence's `# text`."""
    text = ""
    words: list[str] = []
    tags: list[str] = []
    for line in _lines_and_end(path):
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line.startswith("#"):
            continue
        elif line:
            columns = line.split("\t")
            words.append(columns[1])
            tags.append("O" if columns[2] in ("B-O", "I-O") else columns[2])
        elif words:
            yield _sentence(words, tags, _spaces_from(text, words))
            words, tags = [], []


def read_crossner(path: Path) -> Iterator[Annotated]:
    yield from _two_columns(path, separator="\t")


def read_wikigold(path: Path) -> Iterator[Annotated]:
    yield from _two_columns(path, separator=" ")


def read_gmb(path: Path) -> Iterator[Annotated]:
    """GMB's CSV, one sentence an item, in file order."""
    words: list[str] = []
    tags: list[str] = []
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            if row["Sentence #"] and words:
                yield _sentence(words, tags, None)
                words, tags = [], []
            words.append(row["Word"])
            tags.append(row["Tag"])
    if words:
        yield _sentence(words, tags, None)


def _two_columns(path: Path, *, separator: str) -> Iterator[Annotated]:
    words: list[str] = []
    tags: list[str] = []
    for line in _lines_and_end(path):
        if line.strip():
            word, tag = line.rsplit(separator, 1)
            words.append(word)
            tags.append(tag)
        elif words:
            yield _sentence(words, tags, None)
            words, tags = [], []


def _lines_and_end(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")
    yield ""


def _sentence(words: list[str], tags: list[str], spaces: tuple[bool, ...] | None) -> Annotated:
    kept = tuple(words)
    return Annotated(
        words=kept,
        spaces=spaces or guess_spaces(kept),
        entities=_spans(tags),
    )


def _spans(tags: Iterable[str]) -> Spans:
    """IOB1 and IOB2 alike: a span opens at B, or at an I whose label differs from the one open."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, ""
    index = -1
    for index, tag in enumerate(tags):
        prefix, _, name = tag.partition("-")
        if label and (prefix != "I" or name != label):
            spans.append((start, index, label))
            label = ""
        if prefix == "B" or (prefix == "I" and not label):
            start, label = index, name
    if label:
        spans.append((start, index + 1, label))
    return tuple(spans)


def _spaces_from(text: str, words: list[str]) -> tuple[bool, ...] | None:
    spaces: list[bool] = []
    position = 0
    for word in words:
        if not text.startswith(word, position):
            return None
        position += len(word)
        spaces.append(position < len(text) and text[position] == " ")
        while position < len(text) and text[position] == " ":
            position += 1
    spaces[-1] = False
    return tuple(spaces)
