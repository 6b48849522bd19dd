"""Lemmas by tag: learned exceptions first, then WordNet's word lists and suffix rules.

A table is faster than a trained lemmatizer and scores as well on news; it follows the lemmas of
Universal Dependencies English ("them" -> "they", "n't" -> "not", proper nouns as written).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

FACTORY = "newstrace_lemmas"
_FILE = "tables.json.gz"

_KIND_OF_TAG = {
    "NNS": "noun", "NNPS": "noun", "VBD": "verb", "VBN": "verb", "VBG": "verb", "VBZ": "verb",
    "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv",
}  # fmt: skip
#: A lemma that the corpora give so often is none of their slips.
_SURE = 3
_AS_WRITTEN = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE"})


class Lemmas:
    """`learned`: "TAG form" -> lemma. `words`: kind -> known base forms. `irregular` and `rules`
    are spaCy's English tables: kind -> form -> bases, and kind -> (suffix, replacement) pairs."""

    def __init__(self) -> None:
        self.learned: dict[str, str] = {}
        self.words: dict[str, frozenset[str]] = {}
        self.irregular: dict[str, dict[str, list[str]]] = {}
        self.rules: dict[str, list[list[str]]] = {}
        self._cache: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self.lemma_of(token)
        return doc

    def lemma_of(self, token: Token) -> str:
        key = (token.orth, token.tag, token.pos)
        lemma = self._cache.get(key)
        if lemma is None:
            if len(self._cache) > 200_000:  # rows of names must not grow the process
                self._cache.clear()
            lemma = self._cache[key] = self.lemma(token.text, token.tag_, token.pos_)
        return lemma

    def lemma(self, form: str, tag: str, pos: str) -> str:
        """The lemma of a form with its Penn tag and universal part of speech."""
        lower = form.lower().replace("’", "'").replace("‘", "'")
        learned = self.learned.get(f"{tag} {lower}")
        if learned is not None:
            return learned
        kind = _KIND_OF_TAG.get(tag)
        if tag == "NNPS":
            return self._singular_name(form)
        if pos in _AS_WRITTEN or tag == "NNP":
            return form
        if kind is None:
            return form if tag == "NN" and self._is_acronym(form, lower) else lower
        return self._base(form, lower, kind)

    def _singular_name(self, form: str) -> str:
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        return form[:-1] if form.endswith("s") and not form.endswith("ss") else form

    def _is_acronym(self, form: str, lower: str) -> bool:
        return len(form) > 1 and form.isupper() and not any(lower in w for w in self.words.values())

    def _base(self, form: str, lower: str, kind: str) -> str:
        irregular = self.irregular.get(kind, {}).get(lower)
        if irregular:
            return irregular[0]
        known = self.words.get(kind, frozenset())
        unknown: str | None = None
        for suffix, replacement in self.rules.get(kind, []):
            if lower.endswith(suffix) and len(lower) > len(suffix):
                base = lower[: len(lower) - len(suffix)] + replacement
                if base in known:
                    return base
                unknown = unknown or base
        if kind == "noun" and unknown is not None:
            return form[:-1] if form[:-1].isupper() and form.endswith("s") else unknown
        return unknown or lower

    def learn(self, examples: Iterable[tuple[str, str, str, str]]) -> None:
        """Keep what the rules get wrong: (form, tag, pos, lemma), the commonest lemma a form."""
        counts: dict[tuple[str, str], dict[str, int]] = {}
        pos_of: dict[tuple[str, str], str] = {}
        for form, tag, pos, lemma in examples:
            if tag in {"NNP", "NNPS", "CD", "ADD", "FW", "GW"}:
                continue
            key = (tag, form.lower().replace("’", "'").replace("‘", "'"))
            counts.setdefault(key, {})[lemma] = counts.setdefault(key, {}).get(lemma, 0) + 1
            pos_of[key] = pos
        for (tag, form), lemmas in sorted(counts.items()):
            best = max(sorted(lemmas), key=lambda x: lemmas[x])
            by_rule = self.lemma(form, tag, pos_of[tag, form])
            if by_rule != best and not self._is_slip(form, tag, best, by_rule, lemmas[best]):
                self.learned[f"{tag} {form}"] = best

    def _is_slip(self, form: str, tag: str, learned: str, by_rule: str, times: int) -> bool:
        """Whether a verb's lemma in the corpora is a slip beside WordNet's: "fled" of "flead", "freed" of "fre"."""
        known = self.words.get("verb", frozenset())
        if _KIND_OF_TAG.get(tag) != "verb" or by_rule not in known or learned in known:
            return False
        return times < _SURE or form in self.irregular.get("verb", {})

    def to_disk(self, path: Path | str, **_: Any) -> None:
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        tables = {
            "learned": self.learned,
            "words": {kind: sorted(words) for kind, words in self.words.items()},
            "irregular": self.irregular,
            "rules": self.rules,
        }
        text = json.dumps(tables, ensure_ascii=False, sort_keys=True)
        # Without a time stamp the same tables give the same bytes, and the same fingerprint.
        (folder / _FILE).write_bytes(gzip.compress(text.encode(), mtime=0))

    def from_disk(self, path: Path | str, **_: Any) -> Lemmas:
        self._read((Path(path) / _FILE).read_bytes())
        return self

    def to_bytes(self, **_: Any) -> bytes:
        words = {kind: sorted(words) for kind, words in self.words.items()}
        return json.dumps([self.learned, words, self.irregular, self.rules], sort_keys=True).encode()

    def from_bytes(self, data: bytes, **_: Any) -> Lemmas:
        self.learned, words, self.irregular, self.rules = json.loads(data)
        self.words = {kind: frozenset(each) for kind, each in words.items()}
        return self

    def _read(self, data: bytes) -> None:
        tables = json.loads(gzip.decompress(data))
        self.learned = tables["learned"]
        self.words = {kind: frozenset(words) for kind, words in tables["words"].items()}
        self.irregular = tables["irregular"]
        self.rules = tables["rules"]


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.tag", "token.pos"])
def create_lemmas(nlp: Language, name: str) -> Lemmas:
    return Lemmas()
