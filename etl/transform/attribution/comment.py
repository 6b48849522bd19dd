"""What the writer says of the words that somebody said: "…, she said, *an account that others dispute*"."""

from __future__ import annotations

from etl.transform.attribution.tree import Tree
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: What is made of words.
_WORDS = word_set(
    """account allegation answer argument assertion assessment charge claim comment complaint criticism denial
    description estimate expression figure line message move phrase prediction promise remark reply slogan statement
    suggestion term version warning word"""
)


def is_comment(tree: Tree, i: int) -> bool:
    """Whether a phrase tells of what was said, in the writer's words: "…, she said, *an account that* they dispute"."""
    noun = i + 1
    while noun < tree.size - 1 and tree.pos[noun] in ("ADJ", "NOUN") and tree.pos[noun + 1] in ("ADJ", "NOUN"):
        noun += 1
    is_told_of = tree.lower[noun + 1 : noun + 2] in (["that"], ["which"])
    return tree.lower[i] in ("a", "an") and singular(tree.lower[noun]) in _WORDS and is_told_of
