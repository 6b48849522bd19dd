"""One paragraph's parse as lists by the index of a word, with the quotations that its words stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.transform.parsed import ParsedParagraph
from etl.transform.quotation import Quotation

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_ENDS = frozenset(".?!:;…\"”’')]}»*—–")
_ELLIPSES = frozenset(["...", "…", "...."])
_OPENERS = frozenset('“"‘«')
_STOPS = frozenset([".", "?", "!", ";", "...", "…", "...."])


class Tree:
    """Tokens of a paragraph by index. Edges are inclusive; ``starts`` and ``ends`` are characters of the document.

    ``quote[i]`` is the ordinal of the outermost quotation with marks that token ``i`` (a mark too) stands in, or 0.
    A root's head is itself.
    """

    def __init__(self, paragraph: ParsedParagraph, quotations: Sequence[tuple[int, Quotation]]) -> None:
        words, offset = paragraph.words, paragraph.offset
        self.words = words
        self.ordinal = paragraph.ordinal
        self.size = len(words)
        self.offset = offset
        self.text = [word.text for word in words]
        self.lower = [word.lower for word in words]
        self.pos = [word.pos for word in words]
        self.tag = [word.tag for word in words]
        self.dep = [word.dep for word in words]
        self.starts = [offset + word.start_char for word in words]
        self.ends = [offset + word.end_char for word in words]
        self.has_brackets = "[" in self.text
        self.is_space = [word.is_space for word in words]
        self.head = [word.head.i for word in words]
        # A word without children needs no list of its own, and most have none.
        self.children: list[Sequence[int]] = [
            [child.i for child in word.children] if word.children else () for word in words
        ]
        self.left = [word.left_edge.i for word in words]
        self.right = [word.right_edge.i for word in words]
        self.sentence = self._sentences([word.is_sent_start for word in words])
        self.quote = self._quotes(quotations)

    def _sentences(self, parsed_starts: list[bool]) -> list[tuple[int, int]]:
        """For each token the first token of its sentence and the one after its last.

        The parser's sentences, less those that begin in the middle of a line of text, and cut after dots of omission.
        """
        starts = [0]
        before = ""
        for i, parsed_start in enumerate(parsed_starts):
            is_start = parsed_start and (not before or before[-1] in _ENDS)
            if i and (is_start or (before in _ELLIPSES and self.text[i][0] in _OPENERS)):
                starts.append(i)
            if not self.is_space[i]:
                before = self.text[i]
        bounds: list[tuple[int, int]] = []
        for start, end in zip(starts, [*starts[1:], self.size], strict=True):
            bounds.extend([(start, end)] * (end - start))
        return bounds

    def _quotes(self, quotations: Sequence[tuple[int, Quotation]]) -> list[int]:
        quote = [0] * self.size
        i = 0
        for ordinal, each in quotations:
            while i < self.size and self.ends[i] <= each.start_char:
                i += 1
            while i < self.size and self.starts[i] < each.end_char:
                quote[i] = ordinal
                i += 1
        return quote

    def child(self, i: int, *deps: str) -> int | None:
        """The first child with one of the relations."""
        for child in self.children[i]:
            if self.dep[child] in deps:
                return child
        return None

    def all_children(self, i: int, *deps: str) -> Iterator[int]:
        return (child for child in self.children[i] if self.dep[child] in deps)

    def case(self, i: int) -> str:
        """The preposition of a noun phrase, in lower case, or the empty string."""
        mark = self.child(i, "case")
        return self.lower[mark] if mark is not None else ""

    def is_finite(self, i: int) -> bool:
        """Whether a clause head is finite: by its own tag or an auxiliary's."""
        if self.tag[i] in _FINITE:
            return True
        return any(self.tag[child] in _FINITE for child in self.all_children(i, "aux", "aux:pass", "cop"))

    def is_stop(self, i: int) -> bool:
        """Whether a token outside quotation marks ends a sentence by its sign alone."""
        return self.text[i] in _STOPS and not self.quote[i]

    def skip_left(self, i: int, signs: str = ",") -> int:
        """The nearest token before ``i`` that is neither space nor one of ``signs``; -1 if there is none."""
        i -= 1
        while i >= 0 and (self.is_space[i] or self.text[i] in signs):
            i -= 1
        return i

    def skip_right(self, i: int, signs: str = ",") -> int:
        """``i`` or the nearest token after it that is neither space nor one of ``signs``; ``size`` if there is none."""
        while i < self.size and (self.is_space[i] or self.text[i] in signs):
            i += 1
        return i

    def phrase(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens ``start`` up to, not including, ``end``, and of the other bracket of an editor's
        insertion that they cut: "**[**O]fficial policy", "the [Iraqi**]** army"."""
        first, last = self.starts[start], self.ends[end - 1]
        if not self.has_brackets:
            return first, last
        words = "".join(self.text[start:end])
        opened, closed = words.rfind("["), words.find("]")
        if closed >= 0 and "[" not in words[:closed] and start and self.text[start - 1] == "[":
            first = self.starts[start - 1]
        if opened >= 0 and "]" not in words[opened:] and end < self.size and self.text[end] == "]":
            last = self.ends[end]
        return first, last
