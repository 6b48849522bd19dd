"""Scores on PolNeAR without a database, and the peers that are installed, in one table.

    NEWSTRACE_POLNEAR=path/to/PolNeAR python -m tests.accuracy.attribution [dev|train] [--peers]

``pytest -m accuracy`` scores the rows of the database; this is for developing rules. A third table tells, rule by
rule, how many statements were found and how many were right.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from etl.language import load_pipeline
from etl.records import Article, Document, SpanRole
from etl.transform.article import Transformer
from tests.accuracy.attribution.peers import installed
from tests.accuracy.attribution.polnear import GoldArticle, read_split
from tests.accuracy.attribution.relation import Range, Relation
from tests.accuracy.attribution.scoring import match, score, table


def relations_of(article: Article) -> list[Relation]:
    """An article's attributions as they are scored."""
    relations = []
    for each in article.attributions:
        roles: dict[SpanRole, list[Range]] = {}
        for part in each.spans:
            roles.setdefault(part.role, []).append((part.span.start_char, part.span.end_char))
        content, source, cue = (
            tuple(roles.get(role, ())) for role in (SpanRole.CONTENT, SpanRole.SOURCE, SpanRole.CUE)
        )
        relations.append(Relation(content, source, cue, each.rule, each.relayed_by is not None))
    return relations


def main() -> None:
    split = next((each for each in sys.argv[1:] if not each.startswith("-")), "dev")
    nlp = load_pipeline()
    transformer = Transformer(nlp)
    gold = list(read_split(Path(os.environ["NEWSTRACE_POLNEAR"]), split))
    annotated = transformer.annotate_many(Document(each.text) for each in gold)
    ours = [(each.text, relations_of(article), each.relations) for each, article in zip(gold, annotated, strict=True)]
    scores = [("newstrace", score(ours, threshold)) for threshold in (0.5, 0.8)]
    if "--peers" in sys.argv:
        for name, peer in installed().items():
            theirs = [(each.text, peer(nlp(each.text)), each.relations) for each in gold]
            scores += [(name, score(theirs, threshold)) for threshold in (0.5, 0.8)]
    print(table(scores))
    print("\n" + _rules(gold, [found for _, found, _ in ours]))


def _rules(gold: list[GoldArticle], found: list[list[Relation]]) -> str:
    counts: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    speakers: Counter[str] = Counter()
    for article, relations in zip(gold, found, strict=True):
        outer = [each for each in relations if not each.is_nested]
        counts.update(each.rule for each in outer)
        matches = match(outer, article.relations, 0.5)
        hits.update(each.found.rule for each in matches)
        speakers.update(each.found.rule for each in matches if each.has_speaker)
    lines = ["| rule | found | content | with speaker |", "|---|---|---|---|"]
    lines += [
        f"| {rule} | {number} | {hits[rule] / number:.2f} | {speakers[rule] / number:.2f} |"
        for rule, number in counts.most_common()
    ]
    return "\n".join(lines)


main()
