"""An article's body that is HTML, as feeds and content systems hand it out: all of it is the article.

The text is written as `text.py` writes that of pages: a block for each paragraph, nothing changed but white space.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from etl.extract.decoding import storable
from etl.extract.faults import InputFault
from etl.extract.page.parsing import TOO_DEEP, parse_page
from etl.extract.page.text import ArticleText, as_item, is_table_of_data
from etl.extract.page.white_space import one_line
from etl.records import Mark

_LEFT_OUT = frozenset((
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "video",
    "audio", "figure", "figcaption", "form", "button", "select", "textarea", "nav", "aside",
))  # fmt: skip
_BLOCKS = frozenset((
    "html", "body", "p", "div", "section", "article", "main", "header", "footer", "address", "center", "details",
    "summary", "blockquote", "pre", "ul", "ol", "dl", "dt", "dd", "li", "table", "caption", "thead", "tbody", "tfoot",
    "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br",
))  # fmt: skip
_MARKS = {"blockquote": Mark.QUOTATION, "li": Mark.ITEM} | {f"h{n}": Mark.HEADING for n in range(1, 7)}


def read_body(body: str) -> ArticleText:
    """The text of ``body``, with what its markup says of each paragraph; empty where it holds no words.

    Scripts, frames, forms, asides and figures with their captions are left out. Raises ``InputFault`` for a body that
    can't be parsed.
    """
    found = ArticleText()
    before: Mark | None = None
    try:
        for words, mark in _lines(parse_page(body), None):
            runs_on = mark is before and mark in (Mark.ITEM, Mark.ROW)
            found.add(storable(as_item(words) if mark is Mark.ITEM else words), mark, apart=not runs_on)
            before = mark
    except RecursionError:
        raise InputFault(TOO_DEEP) from None
    return found


def _lines(element: HtmlElement, mark: Mark | None) -> Iterator[tuple[str, Mark | None]]:
    """Each line of the blocks in ``element``, with the mark of the innermost block that has one."""
    pending: list[str] = []
    for part in _parts(element):
        if isinstance(part, str):
            pending.append(part)
            continue
        if words := one_line("".join(pending)):
            yield words, mark
        pending = []
        if part.tag == "table" and is_table_of_data(rows := _rows(part)):
            yield from ((" | ".join(cells), Mark.ROW) for cells in rows if any(cells))
        else:
            yield from _lines(part, _MARKS.get(part.tag, mark))
    if words := one_line("".join(pending)):
        yield words, mark


def _parts(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """The words right in ``element`` and in its spans and links, and the blocks between them."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _parts(child)
        if child.tail:
            yield child.tail


def _rows(table: HtmlElement) -> list[list[str]]:
    """The words of each cell, by row."""
    return [[one_line(cell.text_content()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
