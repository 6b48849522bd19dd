"""Scores of a pipeline on every test set: `python -m etl.language.recipe.evaluate --corpora DIR`.

Everything is scored on running text with the pipeline's own tokens, paragraph by paragraph, as
newstrace feeds it: a wrong token costs here, as it costs a user.

- Syntax: spaCy's scorer. UAS and LAS leave punctuation out. A sentence is right when both its ends
  are; the ends of paragraphs are given.
- Names: exact character ranges. GPE, LOC and FAC count as PLACE, because no test set tells them
  apart as we do. A label that a test set does not mark (NORP in UNER and CrossNER) is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from etl.language.gazetteer import TITLES
from etl.language.pipeline import load_pipeline, parse
from etl.language.recipe import conllu, iob
from etl.language.recipe.annotated import Annotated

SYNTAX_SCORES = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAME_LABELS = ("PERSON", "ORG", "PLACE", "NORP")
_CLASSES = {
    "PER": "PERSON", "per": "PERSON", "person": "PERSON", "politician": "PERSON",
    "ORG": "ORG", "org": "ORG", "organisation": "ORG", "politicalparty": "ORG",
    "LOC": "PLACE", "geo": "PLACE", "country": "PLACE", "location": "PLACE",
    "gpe": "NORP",
}  # fmt: skip
_OURS = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NORP",
}
_GMB_TEST_EVERY = 10  # every tenth sentence


@dataclass(frozen=True)
class NameSet:
    name: str
    items: tuple[Annotated, ...]
    labels: tuple[str, ...]
    titles_outside: bool = False


def syntax_sets(corpora: Path, split: str) -> dict[str, list[Annotated]]:
    ewt = list(conllu.read_paragraphs(corpora / "ewt" / f"{split}.conllu"))
    gum = list(conllu.read_gum(corpora / "gum" / split))
    news = [p for p in gum if p.genre == "news"]
    both = [p for p in gum if p.genre in ("news", "interview")]
    sets = {
        "EWT": ewt,
        "GUM": gum,
        "EWT + GUM": ewt + gum,
        "GUM news": news,
        "GUM news + interview": both,
    }
    if split == "test":
        sets["PUD"] = list(conllu.read_paragraphs(corpora / "pud" / _only(corpora / "pud")))
    return {name: [replace(p, entities=None) for p in items] for name, items in sets.items()}


def _only(folder: Path) -> str:
    return sorted(p.name for p in folder.glob("*.conllu"))[0]


def name_sets(corpora: Path, split: str) -> list[NameSet]:
    plain = ("PERSON", "ORG", "PLACE")
    uner = corpora / "uner"
    sets = [
        NameSet(f"UNER-EWT {split}", tuple(iob.read_uner(uner / f"en_ewt-ud-{split}.iob2")), plain),
        NameSet(
            f"CrossNER politics {split}",
            tuple(iob.read_crossner(corpora / "crossner" / f"{split}.txt")),
            plain,
        ),
    ]
    if split == "test":
        pud = tuple(iob.read_uner(uner / "en_pud-ud-test.iob2"))
        gmb = tuple(iob.read_gmb(corpora / "gmb" / "ner_dataset.csv"))[9::_GMB_TEST_EVERY]
        sets.append(NameSet("UNER-PUD", pud, plain))
        sets.append(NameSet("GMB", gmb, NAME_LABELS))
        sets.append(NameSet("GMB, titles outside names", gmb, NAME_LABELS, titles_outside=True))
    return sets


def score_syntax(nlp: Language, items: Sequence[Annotated]) -> dict[str, float]:
    """spaCy's scores in percent, and `LAS <label>` for the labels that attribution leans on."""
    predicted = list(parse(nlp, (p.text for p in items)))
    examples = [Example(doc, item.to_doc(nlp.vocab)) for doc, item in zip(predicted, items, strict=True)]
    scores = Scorer(nlp).score(examples)
    scores.update(Scorer.score_token_attr(examples, "lemma", missing_values={"", None}))
    kept = {key: 100 * float(scores.get(key) or 0.0) for key in SYNTAX_SCORES}
    by_label = scores.get("dep_las_per_type") or {}
    for label in ("nsubj", "obj", "obl", "ccomp", "appos", "parataxis", "advcl", "nsubj:pass"):
        if label in by_label:
            kept[f"F {label}"] = 100 * float(by_label[label]["f"])
    return kept


def score_names(nlp: Language, test: NameSet) -> dict[str, float]:
    """F1 in percent by label, precision and recall over all of the set's labels."""
    counts: Counter[tuple[str, str]] = Counter()
    docs = parse(nlp, (i.text for i in test.items))
    for item, doc in zip(test.items, docs, strict=True):
        gold = set(_gold_ranges(item, test))
        found = set(_found_ranges(doc, test.labels))
        for kind, ranges in (("gold", gold), ("found", found), ("hit", gold & found)):
            counts.update((kind, label) for _, _, label in ranges)
    scores: dict[str, float] = {}
    for label in test.labels:
        scores[label] = _f1(*(counts[k, label] for k in ("hit", "gold", "found")))
    hit, gold_all, found_all = (sum(counts[k, x] for x in test.labels) for k in ("hit", "gold", "found"))
    scores["precision"] = 100 * hit / max(1, found_all)
    scores["recall"] = 100 * hit / max(1, gold_all)
    scores["F1"] = _f1(hit, gold_all, found_all)
    return scores


def _f1(hit: int, gold: int, found: int) -> float:
    return 200 * hit / max(1, gold + found)


def _gold_ranges(item: Annotated, test: NameSet) -> Iterable[tuple[int, int, str]]:
    offsets: list[int] = []
    position = 0
    for word, space in zip(item.words, item.spaces, strict=True):
        offsets.append(position)
        position += len(word) + space
    for start, end, label in item.entities or ():
        ours = _CLASSES.get(label)
        if ours not in test.labels:
            continue
        first = start
        if test.titles_outside and ours == "PERSON":
            while first < end - 1 and item.words[first].rstrip(".").lower() in TITLES:
                first += 1
        yield offsets[first], offsets[end - 1] + len(item.words[end - 1]), ours


def _found_ranges(doc: Doc, labels: tuple[str, ...]) -> Iterable[tuple[int, int, str]]:
    for span in doc.ents:
        ours = _OURS.get(span.label_)
        if ours in labels:
            yield span.start_char, span.end_char, ours


def tokens_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Tokens that one second of processor time annotates."""
    list(parse(nlp, texts[:50]))
    started = time.process_time()
    tokens = sum(len(doc) for doc in parse(nlp, texts))
    return tokens / (time.process_time() - started)


def speed(nlp: Language, corpora: Path, split: str) -> str:
    """A line on how fast the pipeline is on running text of EWT and GUM, beside the tokenizer alone."""
    texts = [paragraph.text for paragraph in syntax_sets(corpora, split)["EWT + GUM"]][:1200]
    whole, tokenizer = (tokens_per_second(each, texts) for each in (nlp, spacy.blank("en")))
    return f"Tokens a second of processor time: {whole:,.0f}; the tokenizer alone {tokenizer:,.0f}.\n"


def report(nlp: Language, corpora: Path, split: str) -> str:
    """Two tables in Markdown, syntax and names."""
    lines = [
        "| syntax | TAG | POS | lemma | UAS | LAS | sentences F | by label (F) |",
        "|" + "---|" * 8,
    ]
    for name, items in syntax_sets(corpora, split).items():
        scores = score_syntax(nlp, items)
        labels = ", ".join(f"{k[2:]} {v:.0f}" for k, v in scores.items() if k.startswith("F "))
        cells = " | ".join(f"{scores[key]:.1f}" for key in SYNTAX_SCORES)
        lines.append(f"| {name} {split} | {cells} | {labels} |")
    lines += [
        "",
        "| names | F1 | precision | recall | PERSON | ORG | PLACE | NORP |",
        "|" + "---|" * 8,
    ]
    for test in name_sets(corpora, split):
        scores = score_names(nlp, test)
        cells = " | ".join(
            f"{scores[k]:.1f}" if k in scores else "–" for k in ("F1", "precision", "recall", *NAME_LABELS)
        )
        lines.append(f"| {test.name} | {cells} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pipeline", help="name or path; the packaged one by default")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.pipeline)
    sys.stdout.write(report(nlp, options.corpora, options.split))
    sys.stdout.write(f"\n{speed(nlp, options.corpora, options.split)}")


if __name__ == "__main__":
    main()
