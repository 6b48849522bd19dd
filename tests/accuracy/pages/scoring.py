"""How much of an article's text comes out of its page, and how little else; trafilatura alone beside it.

    NEWSTRACE_PAGES=FOLDER python -m tests.accuracy.pages.scoring [--errors] [--dates]

The folder is a checkout of https://github.com/scrapinghub/article-extraction-benchmark: 181 pages in ``html/*.html.gz``
with the text of their articles in ``ground-truth.json``. The pages belong to their papers, and none is kept here. The
measure is the benchmark's: shingles of four words, precision and recall averaged over the pages. Its gold holds no
headlines, so the text is scored without the headline that it begins with.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from etl.extract.faults import InputFault
from etl.extract.page import read_page
from etl.records import MARKUP, Document, Mark, SuppliedMetadata, read_marks
from etl.transform.layout import lay_out

SHINGLE = 4


@dataclass(frozen=True)
class Page:
    key: str
    url: str
    data: bytes
    gold: str


@dataclass(frozen=True)
class Scores:
    precision: float
    recall: float
    pages_a_second: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.4f}, precision {self.precision:.4f}, recall {self.recall:.4f},"
            f" {self.pages_a_second:.1f} pages a second of processor time"
        )


def read_pages(root: Path) -> list[Page]:
    gold = json.loads((root / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Page(key, each["url"], gzip.decompress((root / "html" / f"{key}.html.gz").read_bytes()), each["articleBody"])
        for key, each in sorted(gold.items())
    ]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[place : place + SHINGLE]) for place in range(max(1, len(words) - SHINGLE + 1)))


def measure(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, given = shingles(gold), shingles(found)
    hits = (wanted & given).total()
    return (hits / given.total() if given else 0.0, hits / wanted.total() if wanted else 1.0)


def score(pages: list[Page], extract: Callable[[bytes], str], *, errors: bool = False) -> Scores:
    extract(pages[0].data)  # what loads at the first page is no cost of a page
    begun = time.process_time()
    texts = [extract(page.data) for page in pages]
    spent = time.process_time() - begun
    measured = [measure(page.gold, text) for page, text in zip(pages, texts, strict=True)]
    if errors:
        for page, (precision, recall) in zip(pages, measured, strict=True):
            if min(precision, recall) < 0.8:
                print(f"  precision {precision:.2f} recall {recall:.2f} {page.url}")
    precisions, recalls = zip(*measured, strict=True)
    return Scores(sum(precisions) / len(pages), sum(recalls) / len(pages), len(pages) / spent)


def loaded(data: bytes) -> str:
    """The text that newstrace loads, without its headline."""
    try:
        decoded, metadata = read_page(data)
    except InputFault:
        return ""
    marks = read_marks(metadata.other.get(MARKUP))
    is_headed = bool(marks) and marks[0].mark is Mark.HEADLINE and marks[0].start_char == 0
    return decoded.text[marks[0].end_char :] if is_headed else decoded.text


def alone(data: bytes) -> str:
    """What trafilatura gives with the same settings."""
    return trafilatura.extract(data, favor_precision=True, include_comments=False) or ""


def dates(pages: list[Page]) -> None:
    """The publication time of each page, to be held against the page by eye."""
    for page in pages:
        try:
            decoded, metadata = read_page(page.data)
        except InputFault as fault:
            print(page.url, "|", *fault.reasons)
            continue
        told = SuppliedMetadata(url=metadata.url, published_at=metadata.published_at)
        found = lay_out(Document(decoded.text, metadata=told)).published
        shown = f"{found.at.isoformat()} {found.precision}" if found else "none"
        print(page.url, "|", metadata.published_at, "|", shown)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true", help="name the pages below .8")
    parser.add_argument("--dates", action="store_true", help="the publication times instead")
    options = parser.parse_args()
    pages = read_pages(Path(os.environ["NEWSTRACE_PAGES"]))
    if options.dates:
        dates(pages)
        return
    print(f"{len(pages)} pages")
    print("as loaded:        ", score(pages, loaded, errors=options.errors))
    print("trafilatura alone:", score(pages, alone))


if __name__ == "__main__":
    main()
