"""The words of a paragraph with what the pipeline says of each, as plain attributes.

Rules ask for them some hundred times a word, and each question to a spaCy token makes new objects or looks up a string.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from etl.transform.parsed import ParsedParagraph


#: Words of one paragraph, in text order.
Words: TypeAlias = Sequence["Word"]


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """One token and its place in the tree of its sentence. A root's head is itself.

    ``i`` counts the words of the paragraph from 0, characters count from the paragraph's first. ``label`` is that of
    the name that the word stands in, or empty. The edges are the first and last word of its subtree.
    """

    paragraph: ParsedParagraph
    i: int
    start_char: int
    end_char: int
    text: str
    lower: str
    lemma: str  # in lower case
    pos: str
    tag: str
    dep: str
    label: str
    has_space: bool  # behind it
    is_punct: bool
    is_space: bool
    is_sent_start: bool = False
    children: Words = ()  # in text order
    head: Word = field(init=False)
    left_edge: Word = field(init=False)
    right_edge: Word = field(init=False)

    @property
    def words(self) -> Words:
        """All words of the paragraph."""
        return self.paragraph.words

    @property
    def before(self) -> Word | None:
        """The word before it in the paragraph."""
        return self.words[self.i - 1] if self.i else None

    @property
    def after(self) -> Word | None:
        """The word behind it in the paragraph."""
        words = self.words
        return words[self.i + 1] if self.i + 1 < len(words) else None

    @property
    def sent_start(self) -> Word:
        """The first word of its sentence."""
        word = self
        while not word.is_sent_start and word.before is not None:
            word = word.before
        return word

    @property
    def lefts(self) -> list[Word]:
        """Its children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """Its children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator[Word]:
        """It and all that hang on it, each word's left children before it and the right ones behind."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def is_sent_end(self) -> bool:
        after = self.after
        return after is None or after.is_sent_start


def written(words: Words) -> str:
    """The characters from the first of ``words`` to the last, as the paragraph has them."""
    return words[0].paragraph.text[words[0].start_char : words[-1].end_char] if words else ""


def root_of(words: Words) -> Word:
    """The word of a phrase that is nearest to the root of its sentence; the first of several."""
    first, last = words[0].i, words[-1].i
    if first == last:
        return words[0]
    root = next((word for word in words if word.head is word), None)
    if root is not None:
        return root
    tops = (word for word in words if not first <= word.head.i <= last)
    return min(tops, key=_depth, default=words[0])


def _depth(word: Word) -> int:
    depth = 0
    while word.head is not word:
        word = word.head
        depth += 1
    return depth
