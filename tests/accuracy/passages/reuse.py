"""Finds the pairs of articles that passim finds, and takes the time.

    NEWSTRACE_REUSE=FOLDER python -m tests.accuracy.passages.reuse

The folder holds ``helsinki_articles.csv`` of https://github.com/asprout/ArticleComparisons (612 articles of two days;
the texts belong to their papers, and none is kept here) and passim's answer to it, ``align.json/part-*.json``: version
2.0.1 of https://github.com/dasmiq/passim, ``--pairwise``, all else as it comes, each text with its " ### " as line
ends. A pair counts where passim aligned 150 characters or more of both sides with 70 % of them alike.
"""

from __future__ import annotations

import csv
import json
import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from etl.link.passage.alignment import Passage, align, make_ready
from etl.link.passage.candidates import FIRST, LEAST_SHARED
from etl.link.passage.fingerprint import select
from etl.link.words import find_words

LEAST_CHARACTERS, LEAST_IDENTITY = 150, 0.70
#: Seconds that passim took on this corpus, on two cores.
PASSIM_SECONDS = 12 * 60 + 57

Pair = tuple[str, str]


def read_articles(root: Path) -> dict[str, str]:
    csv.field_size_limit(1 << 24)
    with (root / "helsinki_articles.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["text"].replace(" ### ", "\n") for row in csv.DictReader(lines)}


def read_passim(root: Path) -> set[Pair]:
    """The pairs that passim aligns well."""
    return {
        _pair(record["id"], record["id2"])
        for path in sorted(root.glob("align.json/part-*.json"))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if _is_good(record)
    }


def _is_good(record: dict[str, object]) -> bool:
    one, other = str(record["s1"]), str(record["s2"])
    alike = sum(a.lower() == b.lower() or (a.isspace() and b.isspace()) for a, b in zip(one, other, strict=True))
    shorter = min(len(text) - text.count("-") for text in (one, other))
    return shorter >= LEAST_CHARACTERS and alike >= LEAST_IDENTITY * len(one)


def find(articles: dict[str, str]) -> dict[Pair, list[Passage]]:
    """Pairs that share passages, as the link stage would find them; articles were published in order of their keys."""
    texts = {key: make_ready(find_words(text, _lines(text))) for key, text in articles.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    for key in sorted(articles):
        for fingerprint in select(texts[key].words).tolist():
            holders[fingerprint].append(key)
    ranked = (each for keys in holders.values() for each in _ranked_pairs(keys))
    shared = Counter(_pair(*pair) for place, pair in ranked if place < FIRST)
    pairs = [pair for pair, count in shared.items() if count >= LEAST_SHARED]
    return {pair: found for pair in sorted(pairs) if (found := align(*(texts[key] for key in pair)))}


def _ranked_pairs(keys: list[str]) -> Iterator[tuple[int, Pair]]:
    for (place, one), (_, other) in combinations(enumerate(keys), 2):
        yield place, (one, other)


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def main() -> None:
    root = Path(os.environ["NEWSTRACE_REUSE"])
    articles, gold = read_articles(root), read_passim(root)
    begun = time.process_time()
    found = find(articles)
    spent = time.process_time() - begun
    words = sum(len(text.split()) for text in articles.values())
    print(f"{len(articles)} articles, {words} words: {spent:.1f} s of processor time, one process")
    print(f"passim took {PASSIM_SECONDS} s on two cores: {PASSIM_SECONDS / spent:.0f} times as long")
    print(f"of {len(gold)} pairs that passim aligns well, found {len(gold & found.keys()) / len(gold):.4f}")
    print(f"{len(found)} pairs in all")


if __name__ == "__main__":
    main()
