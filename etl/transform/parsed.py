"""An article on its way through the transform stage: parsed, before attributions and claims are found."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple
from unicodedata import category

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_TYPE,
    HEAD,
    IS_PUNCT,
    IS_SPACE,
    LEMMA,
    LENGTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.tokens import Doc

from etl.records import Mention, Paragraph, Sentence
from etl.transform.joined import mend_joined
from etl.transform.mending import mend
from etl.transform.quotation import Quotation
from etl.transform.reduced import mend_reduced
from etl.transform.reported import mend_reported
from etl.transform.subjects import mend_subjects
from etl.transform.tagged import mend_tagged
from etl.transform.word import Word

_STRINGS: Final = [LEMMA, POS, TAG, DEP, ENT_TYPE]
_NUMBERS: Final = [LENGTH, HEAD]
_FLAGS: Final = [SPACY, IS_PUNCT, IS_SPACE, SENT_START]
_START: Final = attrgetter("start_char")


class Marked(NamedTuple):
    """Words ``start`` to ``end`` (half-open), which the pipeline takes for a name."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParsedParagraph:
    """One piece of prose; a word's place in the document's text is ``offset + word.start_char``."""

    ordinal: int  # into ``ParsedArticle.paragraphs``, from 1
    text: str
    offset: int
    words: list[Word]
    names: Sequence[Marked]
    is_parsed: bool  # whether the words hang on each other, which they do not where parsing failed

    def covering(self, start: int, end: int) -> Sequence[Word]:
        """The words that characters ``start`` to ``end`` touch; none where they reach beyond the paragraph."""
        if start < 0 or end > len(self.text):
            return ()
        first = bisect_right(self.words, start, key=_START) - 1
        last = bisect_right(self.words, end - 1, key=_START)
        if self.words[first].end_char == start:  # the space behind a word is none of it
            first += 1
        return self.words[first:last]

    def unlink(self) -> None:
        """Let go of the words, which hold each other: what waits for the garbage collector costs as much as the rules.

        The paragraph is of no use afterwards.
        """
        for word in self.words:
            word.children = ()
            del word.head, word.left_edge, word.right_edge
        self.words.clear()


class Reader:
    """Makes plain records of what the pipeline says of one article; a string is looked up once."""

    def __init__(self) -> None:
        self._strings: dict[int, str] = {}

    def read(self, ordinal: int, doc: Doc, text: str, offset: int) -> ParsedParagraph:
        """A paragraph. ``text`` is what ``doc`` was made of: ``doc.text`` would join all its tokens each time."""
        words: list[Word] = []
        names = [Marked(name.start, name.end, name.label_) for name in doc.ents]
        paragraph = ParsedParagraph(ordinal, text, offset, words, names, doc.has_annotation("DEP"))
        lemmas, parts, tags, relations, labels = self._decoded(doc)
        lengths, steps = doc.to_array(_NUMBERS).astype(np.int64).T.tolist()
        flags = (doc.to_array(_FLAGS) == 1).tolist()
        start = 0
        for i, (length, (has_space, *others)) in enumerate(zip(lengths, flags, strict=True)):
            end = start + length
            form = text[start:end]
            lower, lemma = form.lower(), lemmas[i].lower()
            strings = (form, lower, lemma, parts[i], tags[i], relations[i], labels[i])
            words.append(Word(paragraph, i, start, end, *strings, has_space, *others))
            start = end + has_space
        heads = [i + step for i, step in enumerate(steps)]
        mend_subjects(words, heads)
        mend(words, heads)
        mend_reduced(words, heads)
        mend_tagged(words, heads)
        mend_reported(words, heads)
        mend_joined(words, heads)
        _attach(words, heads)
        return paragraph

    def _decoded(self, doc: Doc) -> list[list[str]]:
        """The columns of ``_STRINGS``, whose hashes stand for the same strings in every paragraph."""
        columns = doc.to_array(_STRINGS).T.tolist()
        known = self._strings
        for key in set().union(*columns) - known.keys():
            known[key] = doc.vocab.strings[key]
        return [[known[key] for key in column] for column in columns]


def without_parse(ordinal: int, texts: Sequence[str], offset: int) -> ParsedParagraph:
    """The words of a text that the pipeline has not seen, such as a headline; ``texts`` joined are its characters."""
    words: list[Word] = []
    paragraph = ParsedParagraph(ordinal, "".join(texts), offset, words, (), is_parsed=False)
    start = 0
    for i, text in enumerate(texts):
        end, lower = start + len(text), text.lower()
        is_punct = not text.isalnum() and all(category(char).startswith("P") for char in text)
        strings = (text, lower, lower, "", "", "", "")
        words.append(Word(paragraph, i, start, end, *strings, False, is_punct, text.isspace()))
        start = end
    _attach(words, range(len(words)))
    return paragraph


def _attach(words: Sequence[Word], heads: Sequence[int]) -> None:
    """Hang the words on each other; ``heads`` are the places of each word's head."""
    children: defaultdict[int, list[Word]] = defaultdict(list)
    for word, head in zip(words, heads, strict=True):
        word.head = words[head]
        word.left_edge = word.right_edge = word
        if head != word.i:
            children[head].append(word)
    for i, own in children.items():
        words[i].children = own
    for word in words:
        above = word.head
        while above.left_edge.i > word.i:
            above.left_edge = word
            above = above.head
    for word in reversed(words):
        above = word.head
        while above.right_edge.i < word.i:
            above.right_edge = word
            above = above.head


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """What every later step reads. Ordinals count from 1 into the tuple of their kind."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    parsed: tuple[ParsedParagraph, ...]  # prose paragraphs only, in text order
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
