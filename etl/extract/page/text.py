"""The text of a page's article: trafilatura finds it, and its paragraphs are written a block each.

No word is changed. White space inside a paragraph is one space, as a browser shows it; a line break stays one. Between
paragraphs stands an empty line. What the markup says of a paragraph is kept beside the text as marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from lxml.etree import _Element
from lxml.html import HtmlElement

from etl.extract.decoding import storable
from etl.extract.faults import InputFault
from etl.extract.page.parsing import TOO_DEEP
from etl.extract.page.white_space import one_line
from etl.records import Mark, MarkedRange

_BULLET = re.compile(r"[-*•·–—▪►‣●○]|\(?\d{1,3}[.)]")
#: A table whose cells hold more words than this is one that an old page is laid out with.
_MAX_CELL_WORDS = 25


@dataclass
class ArticleText:
    """The text, and which of its ranges the markup says something of, in order."""

    pieces: list[str] = field(default_factory=list)
    marks: list[MarkedRange] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, block: str, mark: Mark | None = None, *, apart: bool = True) -> None:
        """Append ``block``, an empty line after the last one unless it belongs to the same list or table."""
        gap = "" if not self.pieces else "\n\n" if apart else "\n"
        self.pieces += (gap, block)
        start = self.length + len(gap)
        self.length = start + len(block)
        if mark is not None:
            self.marks.append(MarkedRange(start, self.length, mark))


def extractor() -> str:
    """What finds the article's text, with its version: other versions find other text."""
    return f"trafilatura/{version('trafilatura')}"


def article_text(tree: HtmlElement, headline: str | None) -> ArticleText:
    """The text of the article in ``tree``, under its ``headline``; empty where there is none.

    Raises ``InputFault`` for a page that is nested too deeply. ``tree`` stays as it is.
    """
    found = ArticleText()
    blocks = list(_blocks(_body(tree)))
    if not blocks:
        return found
    if headline is not None:
        found.add(storable(headline), Mark.HEADLINE)
    for block, mark, apart in blocks:
        if headline is None or _plain(block) != _plain(headline):
            found.add(storable(block), mark, apart=apart)
    return found


def _body(tree: HtmlElement) -> _Element | None:
    import trafilatura  # takes half a second, which no other command needs to wait for

    try:
        found: Any = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False)
    except RecursionError:
        raise InputFault(TOO_DEEP) from None
    return None if found is None else found.body


def _blocks(body: _Element | None) -> Iterator[tuple[str, Mark | None, bool]]:
    """Each paragraph of trafilatura's tree, what it is, and whether it stands apart from the one before it."""
    for element in body if body is not None else ():
        match element.tag:
            case "head":
                yield from ((line, Mark.HEADING, True) for line in _lines(element))
            case "quote":
                yield from ((line, Mark.QUOTATION, True) for line in _paragraphs(element))
            case "list":
                yield from _items(element)
            case "table":
                yield from _rows(element)
            case "graphic":
                continue
            case _:
                yield from ((line, None, True) for line in _paragraphs(element))
        if element.tail and (line := one_line(element.tail)):
            yield line, None, True


def _paragraphs(element: _Element) -> Iterator[str]:
    """The paragraphs in ``element``: those that it holds, or itself."""
    if any(child.tag in ("p", "head", "quote", "list") for child in element):
        if element.text and (line := one_line(element.text)):
            yield line
        for child in element:
            yield from _paragraphs(child)
            if child.tail and (line := one_line(child.tail)):
                yield line
    else:
        yield from _lines(element)


def _items(element: _Element) -> Iterator[tuple[str, Mark | None, bool]]:
    is_first = True
    for item in element.iter("item"):
        line = " ".join(_lines(item, within="list"))
        if line:
            yield as_item(line), Mark.ITEM, is_first
            is_first = False


def _rows(element: _Element) -> Iterator[tuple[str, Mark | None, bool]]:
    rows = [[" ".join(_lines(cell)) for cell in row.iter("cell")] for row in element.iter("row")]
    if not is_table_of_data(rows):
        yield from ((cell, None, True) for row in rows for cell in row if cell)
        return
    is_first = True
    for row in rows:
        if any(row):
            yield " | ".join(row), Mark.ROW, is_first
            is_first = False


def _lines(element: _Element, within: str | None = None) -> Iterator[str]:
    """The lines of one paragraph; line breaks part them. What is nested as ``within`` is left to itself."""
    line: list[str] = []
    for words in _words(element, within):
        if words is None:
            if found := one_line("".join(line)):
                yield found
            line = []
        else:
            line.append(words)
    if found := one_line("".join(line)):
        yield found


def _words(element: _Element, within: str | None) -> Iterator[str | None]:
    """The pieces of text in ``element``; ``None`` for a line break."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag == "lb":
            yield None
        elif child.tag in ("p", "head", "quote"):
            yield " "
            yield from _words(child, within)
            yield " "
        elif child.tag != within:
            yield from _words(child, within)
        if child.tail:
            yield child.tail


def as_item(line: str) -> str:
    """An item of a list, behind a hyphen where it has no mark or number of its own."""
    return line if _BULLET.match(line) else f"- {line}"


def is_table_of_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of ``rows`` belong together; many old pages are laid out with tables."""
    cells_are_short = all(len(cell.split()) <= _MAX_CELL_WORDS for row in rows for cell in row)
    return cells_are_short and any(len(row) > 1 for row in rows)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
