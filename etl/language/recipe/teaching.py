"""How the teacher is trained: trees and names together."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch  # type: ignore[import-not-found]
from torch import nn

from etl.language.recipe.annotated import Annotated
from etl.language.recipe.batches import batches
from etl.language.recipe.teacher import Classes, Teacher, save

TREE_PASSES = 4
NAME_PASSES = 2
# Of the teacher of names alone; it rises to the last.
ALONE_PASSES = 5
# Sentences without a name teach little: this share of them is kept.
NAMELESS = 0.3
BATCH_WORDS = 1000
KEEP_EVERY = 250


def teach(trees: Sequence[Annotated], names: Sequence[Annotated], out: Path, seed: int) -> None:
    """Train a teacher on sentences with trees and sentences with names; write it to `out`.

    Batches of both kinds alternate at random; the rates fall to nothing at the last one. The
    weights are kept under `out` with the suffix .part while it runs.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    teacher = Teacher(Classes.of(trees))
    plan = [b for _ in range(TREE_PASSES) for b in batches(trees, BATCH_WORDS, rng)]
    for _ in range(NAME_PASSES):
        telling = [s for s in names if len(s.words) <= 60 and (s.entities or rng.random() < NAMELESS)]
        plan += batches(telling, BATCH_WORDS, rng)
    rng.shuffle(plan)
    _run(teacher, plan, *_rates(teacher, len(plan)), keep=out.with_suffix(".part"))
    save(teacher, out)


def teach_names(names: Callable[[], Sequence[Annotated]], dev: Sequence[Annotated], out: Path, seed: int) -> None:
    """Train a teacher of names alone; `names` is asked for the sentences of each pass.

    The dev set is scored after each pass, and the best pass is what stays in `out`.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    teacher = Teacher(Classes.of([]))
    plans: list[list[list[Annotated]]] = []
    for _ in range(ALONE_PASSES):
        telling = [s for s in names() if len(s.words) <= 60 and (s.entities or rng.random() < NAMELESS)]
        plans.append(list(batches(telling, BATCH_WORDS, rng)))
    optimizer, scheduler = _rates(teacher, sum(map(len, plans)))
    best = -1.0
    for number, plan in enumerate(plans, start=1):
        _run(teacher, plan, optimizer, scheduler, keep=out.with_suffix(".part"))
        scores = name_scores(teacher, dev)
        sys.stderr.write(f"teacher of names, pass {number}: {scores}\n")
        if scores["F1"] > best:
            best = scores["F1"]
            save(teacher, out)


def name_scores(teacher: Teacher, dev: Sequence[Annotated]) -> dict[str, float]:
    """F1 in percent, by source and of all, peoples left out."""
    counts: Counter[tuple[str, str]] = Counter()
    for batch in batches(dev, 3000, None):
        for gold, found in zip(batch, teacher.label_names(batch), strict=True):
            expected, given = ({e for e in each.entities or () if e[2] != "NORP"} for each in (gold, found))
            for kind, spans in (("gold", expected), ("found", given), ("hit", expected & given)):
                counts.update({(kind, gold.source): len(spans), (kind, "F1"): len(spans)})
    sources = sorted({source for _, source in counts})
    return {s: round(200 * counts["hit", s] / max(1, counts["gold", s] + counts["found", s]), 1) for s in sources}


def _rates(teacher: Teacher, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Rates for the encoder and for the heads, which rise at first and fall to nothing at the last step."""
    heads = [p for n, p in teacher.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in teacher.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True
    )
    warm = steps // 15
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.0, min((step + 1) / warm, 1 - step / steps))
    )
    return optimizer, scheduler


def _run(
    teacher: Teacher,
    plan: Sequence[Sequence[Annotated]],
    optimizer: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LRScheduler,
    *,
    keep: Path,
) -> None:
    """One pass over the batches of `plan`."""
    started, losses = time.monotonic(), 0.0
    teacher.train()
    for step, batch in enumerate(plan, start=1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = teacher.loss(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        losses += float(loss.detach())
        if step % 100 == 0:
            seconds = time.monotonic() - started
            sys.stderr.write(f"teacher {step}/{len(plan)} loss {losses / 100:.3f} {seconds:.0f} s\n")
            losses = 0.0
        if step % KEEP_EVERY == 0:
            save(teacher, keep)


def score(teacher: Teacher, trees: Sequence[Annotated], names: Sequence[Annotated]) -> str:
    """A line on how well a teacher annotates gold sentences, on gold tokens."""
    tags = tokens = arcs = labelled = attached = 0
    for gold, found in _pairs(teacher, trees):
        if found.heads is None or found.deps is None:  # longer than the encoder reads
            continue
        tokens += len(gold.words)
        tags += sum(a == b for a, b in zip(gold.tags or (), found.tags or (), strict=True))
        for i, label in enumerate(gold.deps or ()):
            if label == "punct" or gold.heads is None:
                continue
            arcs += 1
            attached += gold.heads[i] == found.heads[i]
            labelled += gold.heads[i] == found.heads[i] and label == found.deps[i]
    marked = right = asked = 0
    for gold, found in _pairs(teacher, names):
        expected, given = ({e for e in each.entities or () if e[2] != "NORP"} for each in (gold, found))
        marked, asked, right = marked + len(given), asked + len(expected), right + len(expected & given)
    return (
        f"teacher: TAG {100 * tags / tokens:.1f}, UAS {100 * attached / arcs:.1f}, LAS {100 * labelled / arcs:.1f}, "
        f"names F1 {200 * right / (marked + asked):.1f}\n"
    )


def _pairs(teacher: Teacher, sentences: Sequence[Annotated]) -> Iterator[tuple[Annotated, Annotated]]:
    for batch in batches(sentences, 3000, None):
        yield from zip(batch, teacher.label(batch), strict=True)
