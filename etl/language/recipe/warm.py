"""Go on from a network that was trained without word vectors, now with them.

The first stage learns fast and cheaply from the spelling features alone. The second has the same
layers but two: where features are mixed, columns for the vectors join, and where labels are
chosen, rows for new labels, all starting at zero. So training goes on where it stopped.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from thinc.api import Model

Array = npt.NDArray[np.float32]


def copy_weights(source: Language, target: Language) -> None:
    """Copy every component's weights; raises ValueError where the networks do not match."""
    for name in source.pipe_names:
        if name not in target.pipe_names:
            continue
        old: Any = source.get_pipe(name)
        new: Any = target.get_pipe(name)
        _copy(old.model, new.model, _choices(old), _choices(new))


def _choices(pipe: Any) -> list[str]:
    """What the last layer's rows stand for: a parser's moves, a tagger's labels."""
    moves: list[str] = list(getattr(pipe, "move_names", ()))
    return moves or list(getattr(pipe, "labels", ()))


def _copy(source: Model[Any, Any], target: Model[Any, Any], labels: list[str], new_labels: list[str]) -> None:
    # Depth first: the vectors deepen the tree, which would change a breadth-first order.
    here, there = _layers(source), _layers(target)
    if len(there) == len(here) + 1:
        # The vectors are new. Their own weights stay random: with zeros on both sides of a product
        # neither side would ever get a gradient.
        there = [n for n in there if n.name != "static_vectors"]
    if len(here) != len(there):
        raise ValueError(f"{len(here)} layers with weights can't go into {len(there)}")
    for old, new in zip(here, there, strict=True):
        for key in _keys(old):
            value, room = np.asarray(old.get_param(key)), np.asarray(new.get_param(key))
            if labels != new_labels and value.shape[0] == len(labels):
                value = _rows_by_label(value, labels, new_labels)
            widened: Any = _widened(value, room, old.name)
            new.set_param(key, widened)


def _rows_by_label(value: Array, labels: list[str], new_labels: list[str]) -> Array:
    rows = np.zeros((len(new_labels), *value.shape[1:]), dtype=value.dtype)
    for i, label in enumerate(new_labels):
        if label in labels:
            rows[i] = value[labels.index(label)]
    return rows


def _widened(value: Array, room: Array, layer: str) -> Array:
    if value.shape == room.shape:
        return value.copy()
    if value.shape[:-1] != room.shape[:-1] or value.shape[-1] > room.shape[-1]:
        raise ValueError(f"{layer}: {value.shape} can't become {room.shape}")
    widened = np.zeros_like(room)
    widened[..., : value.shape[-1]] = value
    return widened


def _layers(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    return [n for n in model.walk(order="dfs_pre") if any(n.get_param(k).size for k in _keys(n))]


def _keys(node: Model[Any, Any]) -> list[str]:
    return [key for key in node.param_names if node.has_param(key)]
