"""From the corpora to the packaged pipeline.

    python -m etl.language.recipe --corpora DIR --out DIR

Each step leaves its result in the out folder and is skipped when the result is there, so that a
run that was stopped goes on where it was. The packaged pipeline is out/english.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from etl.language import pipeline as _registers_factories  # noqa: F401
from etl.language.recipe import augment, corpora, evaluate, package, silver
from etl.language.recipe.annotated import Annotated, split_sentences
from etl.language.recipe.warm import copy_weights

SEED = 20150622
HERE = Path(__file__).parent
EMBEDS = {
    "syntax": "components.tok2vec.model.embed",
    "ner": "components.ner.model.tok2vec.embed",
}


@dataclass(frozen=True)
class Stage:
    """`texts`: which training sets; `steps`: batches of some 1,000 words, by part."""

    name: str
    texts: str
    with_vectors: bool
    steps: dict[str, int]
    rate: float
    warmup: int


# All stages were cut short by the clock, not by the scores: they were still rising (README.md).
STAGES = (
    Stage("first", "plain", False, {"syntax": 2000, "ner": 1800}, 0.0015, 250),
    Stage("second", "varied", False, {"syntax": 900, "ner": 1600}, 0.001, 40),
    Stage("third", "varied", True, {"syntax": 450, "ner": 500}, 0.0014, 40),
)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="see recipe/corpora.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--until", choices=[name for name, _ in STEPS], default=STEPS[-1][0])
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, step in STEPS:
        sys.stderr.write(f"recipe: {name}\n")
        step(options.corpora, options.out)
        if name == options.until:
            break


def make_vectors(data: Path, out: Path) -> None:
    if (out / "vectors").exists():
        return
    from etl.language.recipe.vectors import build_vectors

    texts: list[Sequence[str]] = [p.words for p in corpora.trees(data, "train")]
    texts += [i.words for i in corpora.name_items(data)]
    texts += [text.split() for group in corpora.open_texts(data) for text in group]
    forenames, surnames = corpora.person_names(data)
    names = {w for table in (forenames, surnames) for n in table.values() for x in n for w in x.split()}
    vectors = build_vectors(texts, names | set(corpora.factbook_names(data)))
    (out / "vectors").mkdir()
    vectors.to_disk(out / "vectors")


def make_teacher(data: Path, out: Path) -> None:
    if (out / "teacher.pt").exists():
        return
    from etl.language.recipe.teaching import teach

    trees = [s for p in corpora.trees(data, "train") for s in split_sentences(p)]
    names = [s for i in corpora.name_items(data) for s in split_sentences(i)]
    teach(trees, names, out / "teacher.pt", SEED)


def make_silver(data: Path, out: Path) -> None:
    if (out / "silver.spacy").exists():
        return
    from etl.language.recipe.teacher import load

    prose = silver.split_prose(corpora.factbook_paragraphs(data))
    groups = silver.tokenize([*prose, *corpora.open_texts(data)])
    silver.write(silver.label_names(load(out / "teacher.pt"), groups), out / "silver.spacy")


def make_plain_sets(data: Path, out: Path) -> None:
    """Plain gold, for the first stage."""
    if (out / "ner-plain.spacy").exists():
        return
    rng = random.Random(SEED)
    trees, names = corpora.trees(data, "train"), corpora.name_items(data)
    rng.shuffle(trees)
    rng.shuffle(names)
    silver.write(corpora.trees(data, "dev"), out / "syntax-dev.spacy")
    silver.write(corpora.name_dev_items(data), out / "ner-dev.spacy")
    silver.write(trees, out / "syntax-plain.spacy")
    silver.write(names, out / "ner-plain.spacy")


def make_varied_sets(data: Path, out: Path) -> None:
    """Gold with variants in writing; for names also swapped copies and silver."""
    if (out / "ner-varied.spacy").exists():
        return
    rng = random.Random(SEED)
    trees = list(augment.vary(corpora.trees(data, "train"), rng, share=0.3))
    rng.shuffle(trees)
    silver.write(trees, out / "syntax-varied.spacy")
    swapper = augment.Swapper(corpora.person_names(data), rng)
    gold: list[Annotated] = []
    for item in corpora.name_items(data):
        for sentence in split_sentences(item):
            # Of the sentences without a name, a third is enough.
            if sentence.entities or rng.random() < 0.35:
                gold.append(sentence)
            if sentence.entities and rng.random() < 0.4:
                gold.append(swapper.swap(sentence))
    vocab = spacy.blank("en").vocab
    docs = [item.to_doc(vocab) for item in augment.vary(gold, rng, share=0.15)]
    docs += DocBin().from_disk(out / "silver.spacy").get_docs(vocab)
    rng.shuffle(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(out / "ner-varied.spacy")


def train_stages(data: Path, out: Path) -> None:
    """Each stage goes on from the one before; the last has the vectors."""
    before: str | None = None
    for stage in STAGES:
        for part, steps in stage.steps.items():
            overrides: dict[str, Any] = {
                f"{EMBEDS[part]}.include_static_vectors": stage.with_vectors,
                "training.max_steps": steps,
                "training.optimizer.learn_rate.initial_rate": stage.rate,
                "training.optimizer.learn_rate.warmup_steps": stage.warmup,
            }
            if stage.with_vectors:
                overrides["nlp.vectors.path"] = str(out / "vectors")
            source = out / f"{part}-{before}" / "model-best" if before else None
            _train(out, part, stage, overrides, source)
        before = stage.name


def _train(out: Path, part: str, stage: Stage, overrides: dict[str, Any], source: Path | None) -> None:
    folder = out / f"{part}-{stage.name}"
    if (folder / "done").exists():
        return
    paths = {
        "paths.train": str(out / f"{part}-{stage.texts}.spacy"),
        "paths.dev": str(out / f"{part}-dev.spacy"),
        "system.seed": SEED,
    }
    nlp = init_nlp(load_config(HERE / f"{part}.cfg", overrides={**paths, **overrides}))
    if source is not None:
        copy_weights(spacy.load(source), nlp)
    folder.mkdir(exist_ok=True)
    train(nlp, folder, stdout=sys.stdout, stderr=sys.stderr)
    (folder / "done").touch()


def make_package(data: Path, out: Path) -> None:
    package.assemble(
        out / f"syntax-{STAGES[-1].name}" / "model-best",
        out / f"ner-{STAGES[-1].name}" / "model-best",
        out / "english",
        corpora.trees(data, "train"),
    )


def score(data: Path, out: Path) -> None:
    nlp = spacy.load(out / "english")
    for split in ("dev", "test"):
        (out / f"scores-{split}.md").write_text(evaluate.report(nlp, data, split), encoding="utf-8")


STEPS: tuple[tuple[str, Callable[[Path, Path], None]], ...] = (
    ("vectors", make_vectors),
    ("teacher", make_teacher),
    ("silver", make_silver),
    ("plain", make_plain_sets),
    ("varied", make_varied_sets),
    ("stages", train_stages),
    ("package", make_package),
    ("scores", score),
)

if __name__ == "__main__":
    main()
