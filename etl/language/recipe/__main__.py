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
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from spacy.vocab import Vocab

from etl.language.arithmetic import numpy_blas
from etl.language.pipeline import load_pipeline
from etl.language.recipe import augment, corpora, evaluate, package, silver
from etl.language.recipe.annotated import Annotated, split_sentences

SEED = 20150622
HERE = Path(__file__).parent
PARTS = ("syntax", "ner")
# How often each gold paragraph stands among the silver ones, which are five times as many.
GOLD_TREES = 3
# Share of the sentences in which the teacher of names reads other names.
SWAPPED = 0.3


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="see recipe/corpora.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--until", choices=[name for name, _ in STEPS], default=STEPS[-1][0], help="the last step")
    parser.add_argument(
        "--only", choices=[name for name, _ in STEPS], help="one step alone; the two networks can run side by side"
    )
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, step in STEPS:
        if options.only not in (None, name):
            continue
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
    texts += [text.split() for text in corpora.open_paragraphs(data)]
    forenames, surnames = corpora.person_names(data)
    names = {w for table in (forenames, surnames) for n in table.values() for x in n for w in x.split()}
    vectors = build_vectors(texts, names | set(corpora.factbook_names(data)))
    (out / "vectors").mkdir()
    vectors.to_disk(out / "vectors")


def make_teacher(data: Path, out: Path) -> None:
    if (out / "teacher.pt").exists():
        return
    from etl.language.recipe.teacher import load
    from etl.language.recipe.teaching import score, teach

    trees = [s for p in corpora.trees(data, "train") for s in split_sentences(p)]
    names = [s for i in corpora.name_items(data) for s in split_sentences(i)]
    teach(trees, names, out / "teacher.pt", SEED)
    dev_trees = [s for p in corpora.trees(data, "dev") for s in split_sentences(p)]
    dev_names = [s for i in corpora.name_dev_items(data) for s in split_sentences(i)]
    (out / "scores-teacher.txt").write_text(score(load(out / "teacher.pt"), dev_trees, dev_names), encoding="utf-8")


def make_names_teacher(data: Path, out: Path) -> None:
    """A teacher of names alone, which reads other names in a part of the sentences in each pass."""
    if (out / "teacher-names.pt").exists():
        return
    from etl.language.recipe.teaching import teach_names

    rng = random.Random(SEED)
    gold = corpora.name_sentences(data)
    swapper = augment.Swapper(corpora.person_names(data), rng)
    dev = [s for i in corpora.name_dev_items(data) for s in split_sentences(i)]

    def sentences() -> list[Annotated]:
        return [swapper.swap(s) if s.entities and rng.random() < SWAPPED else s for s in gold]

    teach_names(sentences, dev, out / "teacher-names.pt", SEED)


def make_silver(data: Path, out: Path) -> None:
    """One teacher's names on raw text; the other's trees on that and on the corpora that only mark names."""
    from etl.language.recipe.teacher import load

    raw = silver.tokenize(silver.split_prose(corpora.open_paragraphs(data)))
    if not (out / "silver-names.spacy").exists():
        labelled = silver.label_names(load(out / "teacher-names.pt"), raw)
        silver.write(silver.with_names(labelled), out / "silver-names.spacy")
    if not (out / "silver-trees.spacy").exists():
        known = [split_sentences(item, longest=silver.LONGEST) for item in corpora.treeless_texts(data)]
        labelled = silver.label(load(out / "teacher.pt"), [*raw, *filter(None, known)])
        silver.write(silver.with_trees(labelled), out / "silver-trees.spacy")


def make_sets(data: Path, out: Path) -> None:
    """Gold with variants in writing, names swapped in part, and silver."""
    if (out / "ner-train.spacy").exists():
        return
    rng = random.Random(SEED)
    vocab = spacy.blank("en").vocab
    silver.write(corpora.trees(data, "dev"), out / "syntax-dev.spacy")
    silver.write(corpora.name_dev_items(data), out / "ner-dev.spacy")
    gold_trees = corpora.trees(data, "train")
    trees = [t.to_doc(vocab) for _ in range(GOLD_TREES) for t in augment.vary(gold_trees, rng, share=0.3)]
    _write_mixed(trees, out / "silver-trees.spacy", out / "syntax-train.spacy", vocab, rng)
    swapper = augment.Swapper(corpora.person_names(data), rng)
    gold: list[Annotated] = []
    for sentence in corpora.name_sentences(data):
        # Of the sentences without a name, a third is enough.
        if sentence.entities or rng.random() < 0.35:
            gold.append(sentence)
        if sentence.entities and rng.random() < 0.4:
            gold.append(swapper.swap(sentence))
    names = [item.to_doc(vocab) for item in augment.vary(gold, rng, share=0.15)]
    _write_mixed(names, out / "silver-names.spacy", out / "ner-train.spacy", vocab, rng)


def _write_mixed(gold: list[Doc], silver_path: Path, path: Path, vocab: Vocab, rng: random.Random) -> None:
    docs = [*gold, *DocBin().from_disk(silver_path).get_docs(vocab)]
    rng.shuffle(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def train_syntax(data: Path, out: Path) -> None:
    _train("syntax", out)


def train_ner(data: Path, out: Path) -> None:
    _train("ner", out)


def _train(part: str, out: Path) -> None:
    folder = out / part
    if (folder / "done").exists():
        return
    overrides = {
        "paths.train": str(out / f"{part}-train.spacy"),
        "paths.dev": str(out / f"{part}-dev.spacy"),
        "nlp.vectors.path": str(out / "vectors"),
        "system.seed": SEED,
    }
    with numpy_blas():
        nlp = init_nlp(load_config(HERE / f"{part}.cfg", overrides=overrides))
        if not nlp.vocab.vectors.n_keys:
            raise ValueError(f"no word vectors came from {out / 'vectors'}")
        folder.mkdir(exist_ok=True)
        train(nlp, folder, stdout=sys.stdout, stderr=sys.stderr)
    (folder / "done").touch()


def make_package(data: Path, out: Path) -> None:
    syntax, ner = (out / part / "model-best" for part in PARTS)
    package.assemble(syntax, ner, out / "english", corpora.trees(data, "train"))


def score_package(data: Path, out: Path) -> None:
    nlp = load_pipeline(str(out / "english"))
    for split in ("dev", "test"):
        table = evaluate.report(nlp, data, split) + "\n" + evaluate.speed(nlp, data, split)
        (out / f"scores-{split}.md").write_text(table, encoding="utf-8")


STEPS: tuple[tuple[str, Callable[[Path, Path], None]], ...] = (
    ("vectors", make_vectors),
    ("teacher", make_teacher),
    ("names-teacher", make_names_teacher),
    ("silver", make_silver),
    ("sets", make_sets),
    ("syntax", train_syntax),
    ("ner", train_ner),
    ("package", make_package),
    ("scores", score_package),
)

if __name__ == "__main__":
    main()
