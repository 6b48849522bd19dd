"""A transformer that learns the corpora first and then labels open text for the small networks.

all-MiniLM-L6-v2 (6 layers, uncased, Apache-2.0) with an embedding for the writing of each word
(lower, capitalized, capitals…) and one for the corpus that a sentence comes from, a biaffine parser (Dozat and
Manning 2017, https://arxiv.org/abs/1611.01734), taggers and a BIO name recognizer. Needed at training time only.

Corpora disagree on what a name is. A teacher that is told the corpus need not mix their ideas, and annotates
open text by the one whose `source` it is given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx
import torch  # type: ignore[import-not-found]
from torch import Tensor, nn
from transformers import (  # type: ignore[import-not-found]
    BertModel,
    BertTokenizerFast,
)

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.labels import LABELS
from etl.language.recipe.vectors import encoder_folder

WRITINGS = 6
_IGNORED = -100
# How often a sentence's corpus is not told in training, so that the teacher knows what to do without.
_UNTOLD = 0.15


@dataclass(frozen=True)
class Classes:
    """What each head chooses from; index = position."""

    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] = ("O", *(f"{p}-{x}" for x in LABELS for p in "BI"))
    sources: tuple[str, ...] = ("", "uner", "gum", "redocred", "crossner", "wikigold")

    @classmethod
    def of(cls, sentences: Sequence[Annotated]) -> Classes:
        trees = [s for s in sentences if s.heads]
        return cls(
            tags=tuple(sorted({t for s in trees for t in s.tags or ()})),
            morphs=tuple(sorted({m for s in trees for m in _pos_and_morph(s)})),
            deps=tuple(sorted({d for s in trees for d in s.deps or ()})),
        )


def _pos_and_morph(sentence: Annotated) -> list[str]:
    assert sentence.pos is not None
    assert sentence.morphs is not None
    return [f"{p} {m}" for p, m in zip(sentence.pos, sentence.morphs, strict=True)]


def writing(word: str) -> int:
    """The encoder folds case; this is what it loses."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper():
        return 4
    return 5 if any(c.isupper() for c in word) else 0


class Teacher(nn.Module):  # type: ignore[misc]
    def __init__(self, classes: Classes, width: int = 384, arc: int = 256, rel: int = 96) -> None:
        super().__init__()
        self.classes = classes
        folder = encoder_folder()
        self.tokenizer = BertTokenizerFast.from_pretrained(folder)
        # PyTorch's own attention takes twice as long backwards on a CPU.
        self.encoder = BertModel.from_pretrained(
            folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.writing = nn.Embedding(WRITINGS, width)
        self.source = nn.Embedding(len(classes.sources), width)
        nn.init.zeros_(self.writing.weight)
        nn.init.zeros_(self.source.weight)
        self.dropout = nn.Dropout(0.2)
        self.tag = nn.Linear(width, len(classes.tags))
        self.morph = nn.Linear(width, len(classes.morphs))
        self.name = nn.Sequential(
            nn.Linear(width, width),
            nn.GELU(),
            nn.Dropout(0.1),
            nn.Linear(width, len(classes.names)),
        )
        self.arc_child, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc)
        self.rel_child, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.rel = nn.Parameter(torch.zeros(len(classes.deps), rel + 1, rel + 1))
        self.root = nn.Parameter(torch.zeros(width))

    def encode(self, sentences: Sequence[Annotated]) -> tuple[Tensor, Tensor]:
        """States of the words, shape (sentences, words, width), and their mask."""
        batch = self.tokenizer(
            [list(s.words) for s in sentences],
            is_split_into_words=True,
            truncation=True,
            max_length=256,
            padding=True,
            return_tensors="pt",
        )
        pieces = batch["input_ids"].shape[1]
        longest = max(len(s.words) for s in sentences)
        first = torch.zeros(len(sentences), longest, dtype=torch.long)
        last = torch.zeros(len(sentences), longest, dtype=torch.long)
        writings = torch.zeros(len(sentences), pieces, dtype=torch.long)
        mask = torch.zeros(len(sentences), longest, dtype=torch.bool)
        for i, sentence in enumerate(sentences):
            for piece, word in enumerate(batch.word_ids(i)):
                if word is None:
                    continue
                if not mask[i, word]:
                    first[i, word] = piece
                mask[i, word] = True
                last[i, word] = piece
                writings[i, piece] = writing(sentence.words[word])
        embedded = self.encoder.embeddings.word_embeddings(batch["input_ids"])
        at = {name: i for i, name in enumerate(self.classes.sources)}
        sources = torch.tensor([at.get(s.source, 0) for s in sentences])
        if self.training:
            sources = sources.masked_fill(torch.rand(len(sentences)) < _UNTOLD, 0)
        states = self.encoder(
            inputs_embeds=embedded + self.writing(writings) + self.source(sources).unsqueeze(1),
            attention_mask=batch["attention_mask"],
        ).last_hidden_state
        rows = torch.arange(len(sentences)).unsqueeze(1)
        return self.dropout((states[rows, first] + states[rows, last]) / 2), mask

    def arcs(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores (sentences, words, 1 + words), and the label vectors of child and head."""
        count = states.shape[0]
        with_root = torch.cat([self.root.expand(count, 1, -1), states], dim=1)
        act = nn.functional.leaky_relu
        child, head = act(self.arc_child(states), 0.1), act(self.arc_head(with_root), 0.1)
        ones = torch.ones_like(child[..., :1])
        scores = (torch.cat([child, ones], -1) @ self.arc) @ head.transpose(1, 2)
        rel_child = act(self.rel_child(states), 0.1)
        rel_head = act(self.rel_head(with_root), 0.1)
        return scores / math.sqrt(child.shape[-1]), rel_child, rel_head

    def rel_scores(self, child: Tensor, head: Tensor) -> Tensor:
        """Label scores of given pairs, shape (pairs, labels)."""
        ones = torch.ones_like(child[..., :1])
        child, head = torch.cat([child, ones], -1), torch.cat([head, ones], -1)
        labels, width, _ = self.rel.shape
        # One product of two factors at a time: torch.einsum over all three builds a huge table.
        mixed = (child @ self.rel.permute(1, 0, 2).reshape(width, -1)).view(-1, labels, width)
        return (mixed * head.unsqueeze(1)).sum(-1)

    def loss(self, sentences: Sequence[Annotated]) -> Tensor:
        states, mask = self.encode(sentences)
        longest = states.shape[1]
        parts: list[Tensor] = []
        cross = nn.functional.cross_entropy

        def padded(rows: list[list[int]]) -> Tensor:
            table = torch.full((len(rows), longest), _IGNORED)
            for i, row in enumerate(rows):
                table[i, : len(row)] = torch.tensor(row)
            return table.masked_fill(~mask, _IGNORED)

        if sentences[0].heads is not None:
            tag_at = {t: i for i, t in enumerate(self.classes.tags)}
            morph_at = {m: i for i, m in enumerate(self.classes.morphs)}
            dep_at = {d: i for i, d in enumerate(self.classes.deps)}
            tags = padded([[tag_at[t] for t in s.tags or ()] for s in sentences])
            morphs = padded([[morph_at[m] for m in _pos_and_morph(s)] for s in sentences])
            heads = padded([[0 if h == i else h + 1 for i, h in enumerate(s.heads or ())] for s in sentences])
            deps = padded([[dep_at[d] for d in s.deps or ()] for s in sentences])
            parts.append(cross(self.tag(states).float().flatten(0, 1), tags.flatten()))
            parts.append(cross(self.morph(states).float().flatten(0, 1), morphs.flatten()))
            scores, child, head = self.arcs(states)
            visible = torch.cat([torch.ones_like(mask[:, :1]), mask], 1).unsqueeze(1)
            scores = scores.float().masked_fill(~visible, -1e4)
            parts.append(cross(scores.flatten(0, 1), heads.flatten()))
            where = (heads >= 0).nonzero(as_tuple=True)
            rel = self.rel_scores(child[where], head[where[0], heads[where]])
            parts.append(cross(rel.float(), deps[where]))
        if sentences[0].entities is not None:
            name_at = {n: i for i, n in enumerate(self.classes.names)}
            names = padded([[name_at[t] for t in bio(s)] for s in sentences])
            parts.append(2 * cross(self.name(states).float().flatten(0, 1), names.flatten()))
        return torch.stack(parts).sum()

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def label(self, sentences: Sequence[Annotated]) -> list[Annotated]:
        """The same sentences with the teacher's annotation; `heads` is None where a sentence is too long for it."""
        self.eval()
        with torch.autocast("cpu", torch.bfloat16):
            states, mask = self.encode(sentences)
            tags, morphs = self.tag(states).argmax(-1), self.morph(states).argmax(-1)
            names = self.name(states).float().log_softmax(-1)
            scores, child, head = self.arcs(states)
            visible = torch.cat([torch.ones_like(mask[:, :1]), mask], 1).unsqueeze(1)
            arcs = scores.float().masked_fill(~visible, -1e4).log_softmax(-1)
            heads = torch.zeros_like(arcs[..., 0], dtype=torch.long)
            for i, sentence in enumerate(sentences):
                size = len(sentence.words)
                heads[i, :size] = torch.tensor(best_tree(arcs[i, :size, : size + 1]))
            where = mask.nonzero(as_tuple=True)
            rel = self.rel_scores(child[where], head[where[0], heads[where]]).argmax(-1)
        deps = torch.zeros_like(heads)
        deps[where] = rel
        labelled: list[Annotated] = []
        for i, sentence in enumerate(sentences):
            size = len(sentence.words)
            if not bool(mask[i, :size].all()):  # longer than the encoder reads
                labelled.append(Annotated(words=sentence.words, spaces=sentence.spaces))
                continue
            found = tuple(j if h == 0 else h - 1 for j, h in enumerate(heads[i, :size].tolist()))
            pairs = [self.classes.morphs[m].split(" ", 1) for m in morphs[i, :size].tolist()]
            labels = [self.classes.deps[d] for d in deps[i, :size].tolist()]
            labels = [
                "ROOT" if h == j else ("dep" if x == "ROOT" else x)
                for j, (h, x) in enumerate(zip(found, labels, strict=True))
            ]
            labelled.append(
                Annotated(
                    words=sentence.words,
                    spaces=sentence.spaces,
                    tags=tuple(self.classes.tags[t] for t in tags[i, :size].tolist()),
                    pos=tuple(p for p, _ in pairs),
                    morphs=tuple(m for _, m in pairs),
                    heads=found,
                    deps=tuple(labels),
                    entities=_best_names(names[i, :size].tolist(), self.classes.names),
                )
            )
        return labelled

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def label_names(self, sentences: Sequence[Annotated]) -> list[Annotated]:
        """The same sentences with the teacher's names alone; `entities` is None where one is too long for it."""
        self.eval()
        with torch.autocast("cpu", torch.bfloat16):
            states, mask = self.encode(sentences)
            names = self.name(states).float().log_softmax(-1)
        sizes = [len(s.words) for s in sentences]
        return [
            replace(
                sentence,
                entities=_best_names(names[i, :size].tolist(), self.classes.names) if mask[i, :size].all() else None,
            )
            for i, (sentence, size) in enumerate(zip(sentences, sizes, strict=True))
        ]


def bio(sentence: Annotated) -> list[str]:
    tags = ["O"] * len(sentence.words)
    for start, end, label in sentence.entities or ():
        tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tags


def best_tree(scores: Tensor) -> list[int]:
    """For each word 1 + the index of its head, 0 for the one root, from log scores of shape (words, 1 + words).

    The best head of each word alone makes a tree of most sentences; where it does not, Chu and Liu's and Edmonds'
    spanning tree below the likeliest root is taken (as in McDonald et al. 2005, https://aclanthology.org/H05-1066).
    """
    heads: list[int] = scores.argmax(-1).tolist()
    if _is_tree(heads):
        return heads
    root = int(scores[:, 0].argmax())
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edge(0, root + 1, weight=0.0)
    for i, row in enumerate(scores.tolist()):
        if i != root:
            graph.add_weighted_edges_from((h, i + 1, row[h]) for h in range(1, len(row)) if h != i + 1)
    tree = nx.maximum_spanning_arborescence(graph)
    return [next(iter(tree.predecessors(i + 1))) for i in range(len(heads))]


def _is_tree(heads: list[int]) -> bool:
    """Whether every word reaches the root, which only one word hangs from."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at:
            at = heads[at - 1]
            steps += 1
            if steps > len(heads):
                return False
    return True


def _best_names(scores: list[list[float]], classes: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Spans of the best tag sequence in which I-X follows only B-X or I-X."""
    best = [s if not c.startswith("I-") else -1e9 for s, c in zip(scores[0], classes, strict=True)]
    back: list[list[int]] = []
    for row in scores[1:]:
        top = max(range(len(best)), key=best.__getitem__)
        pointers, following = [], []
        for i, name in enumerate(classes):
            before = top
            if name.startswith("I-"):  # B-X stands right before I-X in `classes`
                before = max((i - 1, i), key=best.__getitem__)
            pointers.append(before)
            following.append(best[before] + row[i])
        back.append(pointers)
        best = following
    at = max(range(len(best)), key=best.__getitem__)
    path = [at]
    for pointers in reversed(back):
        at = pointers[at]
        path.append(at)
    spans: list[tuple[int, int, str]] = []
    for i, choice in enumerate(reversed(path)):
        prefix, _, label = classes[choice].partition("-")
        if prefix == "B":
            spans.append((i, i + 1, label))
        elif prefix == "I":
            start, _, label = spans.pop()
            spans.append((start, i + 1, label))
    return tuple(spans)


def save(teacher: Teacher, path: Path) -> None:
    torch.save({"classes": teacher.classes, "state": teacher.state_dict()}, path)


def load(path: Path) -> Teacher:
    kept = torch.load(path, weights_only=False)
    teacher = Teacher(kept["classes"])
    teacher.load_state_dict(kept["state"])
    teacher.eval()
    return teacher
