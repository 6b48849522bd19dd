"""Reads corpora of news whose events people marked, as a user would load them.

- ``basil``: https://github.com/launchnlp/BASIL, ``articles/``: triplets of articles about one event, with dates. One
  half, by the hash of the event, served to choose the weights and the threshold; the other is the test.
- ``ecb+``: ECB+ (CC BY 3.0), the XML files in ``ECB+/`` of https://github.com/cltl/ECB-parser. Its 43 topics hold two
  events of one kind each. The newer event's articles mostly have an address and print a date, the older one's have
  neither. Topics with an odd number served to choose.
- ``newswcl50``: ten events in five papers: ``NewsWCL50-prep/output_data/conll.csv`` of
  https://github.com/anastasia-zhukova/Diverse_CDCR_datasets, and the addresses in ``urls.tsv`` of
  https://github.com/fhamborg/NewsWCL50. The texts have no dates; some of the addresses have.
- ``coverage``: written for this repository and kept in ``coverage/``: invented events, each told by several outlets
  over two to seven days, beside events that look alike. One half served to choose, the other did not.

What is beside a text is given as supplied metadata; the rest is left to the layout stage. ECB+ and NewsWCL50 come in
tokens, which are put together again.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from html import unescape
from pathlib import Path

from etl.records import Document, SuppliedMetadata

COVERAGE = Path(__file__).parent / "coverage"

_TOKEN = re.compile(r'<token t_id="\d+" sentence="(\d+)" number="\d+">(.*)</token>')


@dataclass(frozen=True, slots=True)
class NewsArticle:
    document: Document
    event: str


def read_basil(root: Path, half: int) -> Iterator[NewsArticle]:
    for path in sorted(root.glob("basil/articles/*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        event = record["triplet-uuid"]
        if sha256(event.encode()).digest()[0] % 2 == half:
            text = "\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])
            supplied = SuppliedMetadata(headline=record["title"], published_at=record["date"][:10])
            yield NewsArticle(Document(text, metadata=supplied), event)


def read_ecb(root: Path, half: int) -> Iterator[NewsArticle]:
    for path in sorted(root.glob("ECB+/*/*.xml")):
        topic = int(path.parent.name)
        if topic % 2 == half:
            lines = _sentences(path.read_text(encoding="utf-8"))
            url = None
            if lines[0].replace(" ", "").startswith("http"):
                url = lines.pop(0).replace(" ", "")
            text = "\n".join(map(_untokenize, lines))
            event = f"{topic}{'plus' if path.stem.endswith('plus') else ''}"
            yield NewsArticle(Document(text, metadata=SuppliedMetadata(url=url)), event)


def _sentences(xml: str) -> list[str]:
    sentences: dict[int, list[str]] = {}
    for number, token in _TOKEN.findall(xml):
        sentences.setdefault(int(number), []).append(unescape(token))
    return [" ".join(tokens) for tokens in sentences.values()]


def read_newswcl50(root: Path) -> Iterator[NewsArticle]:
    with (root / "newswcl50/urls.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        urls = {f"{row['Event ID']}_{row['Outlet']}": row["URL"] for row in rows}
    documents: dict[str, dict[str, list[str]]] = {}
    with (root / "newswcl50/conll.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            documents.setdefault(row["doc_id"], {}).setdefault(row["sent_id"], []).append(row["token"])
    for key, sentences in documents.items():
        text = "\n".join(_untokenize(" ".join(tokens)) for tokens in sentences.values())
        yield NewsArticle(Document(text, metadata=SuppliedMetadata(url=urls[key])), key.split("_")[0])


def read_coverage(root: Path, half: str) -> Iterator[NewsArticle]:
    """Texts beside this file, not in ``root``. An article begins with "=== event | outlet | day | headline"."""
    for path in sorted((COVERAGE / half).glob("*.txt")):
        for article in path.read_text(encoding="utf-8").removeprefix("=== ").split("\n=== "):
            head, text = article.split("\n", 1)
            event, outlet, day, headline = head.split(" | ")
            supplied = SuppliedMetadata(headline=headline, published_at=day, outlet=outlet)
            yield NewsArticle(Document(text.strip() + "\n", metadata=supplied), f"{path.stem}/{event}")


def _untokenize(text: str) -> str:
    text = re.sub(r"``\s?", "“", re.sub(r"\s?''", "”", text))
    text = re.sub(r"([(\[$£€#]) ", r"\1", re.sub(r" ([.,;:!?%)\]])", r"\1", text))
    text = re.sub(r" ('s|n't|'re|'ve|'ll|'d|'m|')\b", r"\1", text)
    text = re.sub(r" ([-/–_]) ", r"\1", text)
    return re.sub(r"(?<=\d), (?=\d{3}\b)", ",", re.sub(r"(?<=\d)([:.]) (?=\d)", r"\1", text))


CORPORA: dict[str, Callable[[Path], Iterator[NewsArticle]]] = {
    "basil (choice)": partial(read_basil, half=0),
    "ecb+ (choice)": partial(read_ecb, half=1),
    "coverage (choice)": partial(read_coverage, half="choice"),
    "basil (test)": partial(read_basil, half=1),
    "ecb+ (test)": partial(read_ecb, half=0),
    "newswcl50 (test)": read_newswcl50,
    "coverage (test)": partial(read_coverage, half="kept"),
}
