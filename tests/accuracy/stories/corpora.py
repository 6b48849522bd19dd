"""Reads corpora of news whose events people marked.

- ``basil``: https://github.com/launchnlp/BASIL, ``articles/``: triplets of articles about one event, with dates. One
  half, by the hash of the event, served to choose the threshold; the other is the test.
- ``ecb``: ECB+ (CC BY 3.0) as whole texts, in ``ECBplus-prep/output_data/test_parsing`` of
  https://github.com/anastasia-zhukova/Diverse_CDCR_datasets; no dates. Its 43 topics hold two events of one kind each.
  Topics with an odd number served to choose the threshold.
- ``newswcl50``: the same repository, ``NewsWCL50-prep/output_data/conll.csv``: ten events in five papers, no dates.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewsArticle:
    headline: str
    text: str
    published_at: datetime | None
    event: str


def _half(event: str) -> int:
    return sha256(event.encode()).digest()[0] % 2


def read_basil(root: Path, half: int) -> Iterator[NewsArticle]:
    for path in sorted(root.glob("basil/articles/*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        event = record["triplet-uuid"]
        if _half(event) == half:
            text = "\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])
            at = datetime.fromisoformat(record["date"][:10]).replace(tzinfo=UTC)
            yield NewsArticle(record["title"], text, at, event)


def read_ecb(root: Path, half: int) -> Iterator[NewsArticle]:
    for path in sorted(root.glob("ecb/ECBplus-prep/output_data/test_parsing/*/*.json")):
        event = path.parent.name
        if int(re.match(r"\d+", event)[0]) % 2 == half:  # type: ignore[index]
            record = json.loads(path.read_text(encoding="utf-8"))
            yield NewsArticle(_untokenize(record["title"] or ""), _untokenize(record["text"]), None, event)


def read_newswcl50(root: Path) -> Iterator[NewsArticle]:
    documents: dict[tuple[str, str], list[str]] = {}
    with (root / "ecb/NewsWCL50-prep/output_data/conll.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            event = row["topic/subtopic_name"].split("/")[0]
            documents.setdefault((event, row["doc_id"]), []).append(row["token"])
    for (event, _), tokens in documents.items():
        yield NewsArticle("", _untokenize(" ".join(tokens)), None, event)


def _untokenize(text: str) -> str:
    text = re.sub(r" ([.,;:!?%)])", r"\1", text)
    return re.sub(r" ('s|n't|'re|'ve|'ll)", r"\1", re.sub(r"([($]) ", r"\1", text)).replace(" - ", "-")


CORPORA: dict[str, Callable[[Path], Iterator[NewsArticle]]] = {
    "basil (choice)": partial(read_basil, half=0),
    "ecb+ (choice)": partial(read_ecb, half=1),
    "basil (test)": partial(read_basil, half=1),
    "ecb+ (test)": partial(read_ecb, half=0),
    "newswcl50 (test)": read_newswcl50,
}
