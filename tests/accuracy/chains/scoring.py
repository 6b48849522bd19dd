"""Scores pronouns, role nouns and short names against GUM's gold coreference.

Run ``NEWSTRACE_GUM=... python -m tests.accuracy.chains.scoring [SPLIT...]``. A pronoun is right if the chain that it
was given holds a name of the same gold entity, wrong if it was given another, also where it stands for somebody whom
the text never names.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

from etl.language import load_pipeline
from etl.records import EntityLabel, Mention, MentionKind
from etl.transform.article import Transformer
from tests.accuracy.chains.gum import GoldMention, GoldText, read_texts

GENRES = ("news", "interview", "bio")


def gold_of(text: GoldText) -> dict[int, list[GoldMention]]:
    """The gold mentions that cover a character, by character; the innermost first."""
    covering: defaultdict[int, list[GoldMention]] = defaultdict(list)
    for mention in sorted(text.mentions, key=lambda each: each.end - each.start):
        for place in range(mention.start, mention.end):
            covering[place].append(mention)
    return covering


def entity_of(mention: Mention, gold: dict[int, list[GoldMention]]) -> int | None:
    """The gold entity of the largest gold mention whose words are the mention's, or that ends with them."""
    span = mention.span
    inner = [each for each in gold[span.start_char] if each.end >= span.end_char]
    if mention.kind is not MentionKind.NAME:
        exact = [each for each in inner if (each.start, each.end) == (span.start_char, span.end_char)]
        return exact[0].entity if exact else None
    return inner[0].entity if inner else None


def score(transformer: Transformer, folder: Path) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for text in read_texts(folder, GENRES):
        article = transformer.annotate_prose(text.text)
        gold = gold_of(text)
        named: defaultdict[int, set[int]] = defaultdict(set)
        for mention in article.mentions:
            if mention.kind is MentionKind.NAME and mention.label.is_name and mention.chain is not None:
                entity = entity_of(mention, gold)
                if entity is not None:
                    named[mention.chain].add(entity)
        all_named = {entity for entities in named.values() for entity in entities}
        for mention in article.mentions:
            kind = _kind(mention)
            entity = entity_of(mention, gold) if kind else None
            if kind is None or entity is None or (entity not in all_named and mention.chain is None):
                continue
            if mention.chain is None:
                counts[f"{kind} open"] += 1
            elif entity in named[mention.chain]:
                counts[f"{kind} right"] += 1
            else:
                counts[f"{kind} wrong"] += 1
                chain = article.mentions[mention.chain - 1].name
                around = text.text[max(0, mention.span.start_char - 150) : mention.span.end_char + 40]
                errors.append(f"{text.name} {mention.span.text!r} -> {chain!r}: …{around!r}")
        _score_names(article.mentions, gold, counts)
    return counts, errors


def _kind(mention: Mention) -> str | None:
    if mention.kind is MentionKind.NOMINAL:
        return "role noun"
    if mention.kind is MentionKind.PRONOUN:
        word = mention.name.lower()
        return "he/she" if word in ("he", "she", "him", "her") else "it/they" if word in ("it", "they") else None
    return None


def _score_names(mentions: tuple[Mention, ...], gold: dict[int, list[GoldMention]], counts: Counter[str]) -> None:
    """Links between neighbouring names of persons in a chain: right if they are of one gold entity."""
    last: dict[int, int] = {}
    seen: set[int] = set()
    for mention in mentions:
        if mention.kind is not MentionKind.NAME or mention.label is not EntityLabel.PERSON or mention.chain is None:
            continue
        entity = entity_of(mention, gold)
        if entity is None:
            continue
        if mention.chain in last:
            counts[f"person name {'right' if last[mention.chain] == entity else 'wrong'}"] += 1
        elif entity in seen:
            counts["person name open"] += 1
        last[mention.chain] = entity
        seen.add(entity)


def main() -> None:
    transformer = Transformer(load_pipeline())
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for split in sys.argv[1:] or ("dev", "test"):
        more, misses = score(transformer, Path(os.environ["NEWSTRACE_GUM"]) / split)
        counts += more
        errors += misses
    for kind in ("he/she", "role noun", "it/they", "person name"):
        right, wrong, left = (counts[f"{kind} {what}"] for what in ("right", "wrong", "open"))
        total = max(right + wrong + left, 1)
        precision = right / max(right + wrong, 1)
        print(f"{kind:12} {total:5} precision {precision:.3f} recall {right / total:.3f}")
    if os.environ.get("NEWSTRACE_ERRORS"):
        print("\n".join(errors))


if __name__ == "__main__":
    main()
