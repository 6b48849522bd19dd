"""Re-DocRED documents: Wikipedia openings with entities and all their mentions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.detokenize import guess_spaces


def read_redocred(path: Path) -> Iterator[Annotated]:
    """One document an item: its sentences' tokens in a row, mentions as token ranges."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        offsets: list[int] = []
        words: list[str] = []
        starts: list[bool] = []
        for sentence in document["sents"]:
            offsets.append(len(words))
            kept = [w if w.strip() else "-" for w in sentence]
            words.extend(kept)
            starts.extend(i == 0 for i in range(len(kept)))
        spans = {
            (offsets[m["sent_id"]] + m["pos"][0], offsets[m["sent_id"]] + m["pos"][1]): m["type"]
            for cluster in document["vertexSet"]
            for m in cluster
        }
        taken: list[tuple[int, int, str]] = []
        for (start, end), label in sorted(spans.items(), key=lambda i: (i[0][0] - i[0][1], i[0])):
            if all(end <= s or start >= e for s, e, _ in taken):
                taken.append((start, end, label))
        yield Annotated(
            words=tuple(words),
            spaces=guess_spaces(tuple(words)),
            sentence_starts=tuple(starts),
            entities=tuple(sorted(taken)),
        )
