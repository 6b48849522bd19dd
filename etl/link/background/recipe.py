"""Makes ``words.tsv``: how often each word occurs in a million words of openly licensed English.

    python -m etl.link.background.recipe GMB_CSV WIKISPLIT_TSV... EWT_CONLLU... > etl/link/background/words.tsv

Three kinds of text, told apart by their suffix: news (Groningen Meaning Bank, texts in the public domain),
encyclopedia (WikiSplit, CC BY-SA 4.0) and web (UD English EWT, CC BY-SA 4.0). A word is as common as in the kind
where it is most common, so that "said" weighs as little as it does in news, and "county" as little as in Wikipedia.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from etl.link.words import find_words

#: Words met less often than this in a kind of text say nothing about it.
LEAST = 3


def _news(path: Path) -> Iterator[str]:
    with path.open(encoding="cp1252", errors="replace", newline="") as lines:
        yield " ".join(row["Word"] for row in csv.DictReader(lines))


def _encyclopedia(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t", 1)[0]


def _web(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


KINDS = {".csv": _news, ".tsv": _encyclopedia, ".conllu": _web}


def count(paths: list[Path]) -> dict[str, float]:
    """Occurrences in a million words, by folded word."""
    kinds: dict[str, Counter[str]] = {}
    for path in paths:
        for text in KINDS[path.suffix](path):
            kinds.setdefault(path.suffix, Counter()).update(find_words(text).folded)
    rates: dict[str, float] = {}
    for counts in kinds.values():
        total = counts.total()
        for word, number in counts.items():
            if number >= LEAST and not any(letter.isdigit() for letter in word):
                rates[word] = max(rates.get(word, 0.0), number / total * 1e6)
    return rates


if __name__ == "__main__":
    rates = count([Path(each) for each in sys.argv[1:]])
    sys.stdout.write("# folded word, occurrences in a million words; made by recipe.py (CC BY-SA 4.0)\n")
    for word, rate in sorted(rates.items(), key=lambda item: (-item[1], item[0])):
        sys.stdout.write(f"{word}\t{rate:.3g}\n")
