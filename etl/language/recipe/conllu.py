"""Universal Dependencies files (CoNLL-U) as annotated paragraphs.

Format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.gum_entities import named_entities
from etl.language.word_lists import words_of

# What the attribution rules and the lemmatizer can use. Every further feature multiplies the
# morphologizer's classes (and its time) for distinctions that no rule asks for.
FEATURES = frozenset(
    words_of(
        """
Case Definite Degree Gender Mood Number Person Polarity Poss PronType Tense VerbForm Voice
NumType Reflex
"""
    )
)

_MEMBER = re.compile(r"^(\d+)-(\d+)$")


def read_paragraphs(path: Path, *, genre: str = "") -> Iterator[Annotated]:
    """Paragraphs in file order, split where the file says `# newpar` or `# newdoc`."""
    block: list[list[str]] = []
    for sentence in _sentences(path):
        starts_paragraph = any(c.startswith(("# newpar", "# newdoc")) for c in sentence[0])
        # `# newpar_block` only describes the block that `# newpar` opened.
        if starts_paragraph and block:
            yield _join(block, genre)
            block = []
        block.append(sentence[1])
    if block:
        yield _join(block, genre)


def read_gum(folder: Path, genres: Iterable[str] | None = None) -> Iterator[Annotated]:
    """Paragraphs of every GUM file in a split's folder, with the named entities of its NPs."""
    wanted = set(genres) if genres is not None else None
    for path in sorted(folder.glob("GUM_*.conllu")):
        genre = path.stem.split("_")[1]
        if wanted is None or genre in wanted:
            yield from read_paragraphs(path, genre=genre)


def _sentences(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    comments: list[str] = []
    rows: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line)
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def _join(block: list[list[str]], genre: str) -> Annotated:
    path_has_entities = bool(genre)  # only GUM files come with a genre, and all have entities
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    misc: list[str] = []
    for rows in block:
        offset = len(words)
        unspaced_until = 0
        space_after_member = True
        for row in rows:
            columns = row.split("\t")
            member = _MEMBER.match(columns[0])
            if member:
                unspaced_until = int(member.group(2))
                space_after_member = "SpaceAfter=No" not in columns[9]
                continue
            if not columns[0].isdigit():  # an empty node of the enhanced graph
                continue
            index = int(columns[0])
            if index < unspaced_until:
                space = False
            elif index == unspaced_until:
                space = space_after_member
            else:
                space = "SpaceAfter=No" not in columns[9]
            words.append(columns[1])
            spaces.append(space)
            starts.append(index == 1)
            tags.append(columns[4])
            pos.append(columns[3])
            morphs.append(_features(columns[5]))
            lemmas.append(columns[1] if columns[2] == "_" else columns[2])
            head = int(columns[6])
            heads.append(offset + (head - 1 if head else index - 1))
            deps.append("ROOT" if columns[7] == "root" else columns[7])
            misc.append(columns[9])
    spaces[-1] = False
    annotated = Annotated(
        words=tuple(words),
        spaces=tuple(spaces),
        sentence_starts=tuple(starts),
        tags=tuple(tags),
        pos=tuple(pos),
        morphs=tuple(morphs),
        lemmas=tuple(lemmas),
        heads=tuple(heads),
        deps=tuple(deps),
        genre=genre,
    )
    if path_has_entities:
        return annotated.with_entities(named_entities(annotated, misc))
    return annotated


def _features(column: str) -> str:
    if column == "_":
        return ""
    return "|".join(f for f in column.split("|") if f.split("=")[0] in FEATURES)
