"""HTML in a field of a record: a whole page, an article's body, or text that an export left escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from etl.extract.faults import InputFault
from etl.records import MARKUP, SuppliedMetadata, write_marks

_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|blockquote|h[1-6]|[uo]l|li|table|figure)(?:\s[^<>]*)?>|<br\s*/?>", re.I
)
_INLINE = re.compile(r"<(?P<tag>a|b|i|em|strong|span|u)(?:\s[^<>]*)?>[^<>]*</(?P=tag)>", re.IGNORECASE)
_ESCAPED = re.compile(r"\s*&lt;(?:!doctype|html|p|div|article|section|figure|blockquote|h[1-6]|ul|ol)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[lr][sd]quo|quot|apos|amp|nbsp|[mn]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a field says without its markup; ``reader`` names what took the markup out, and is empty where none was."""

    text: str
    reader: str = ""
    metadata: SuppliedMetadata = field(default_factory=SuppliedMetadata)


def without_markup(words: str, address: str | None) -> Plain:
    """The text of ``words``, which stand at ``address``, and what a page among them says of itself.

    Text without tags stays as it is, but for entities (``&quot;``), which an export has left in it. Raises
    ``InputFault`` for markup that holds no article or can't be read.
    """
    if _ESCAPED.match(words):
        words = unescape(words)
    is_page = _PAGE.match(words) is not None
    if not (is_page or _is_body(words)):
        text = unescaped(words)
        return Plain(text, "entities/1" if text != words else "")
    # lxml and trafilatura take half a second, which a run over texts need not wait for.
    from etl.extract.page import extractor, read_body, read_page

    if is_page:
        decoded, metadata = read_page(words.encode("utf-8", "replace"), address=address, charset="utf-8")
        return Plain(decoded.text, extractor(), metadata)
    if not _BLOCK.search(words):  # content systems keep paragraphs as lines, and make tags of them when they print
        words = "".join(f"<p>{each}</p>" for each in _EMPTY_LINE.split(words))
    found = read_body(words)
    if not found.pieces:
        raise InputFault("it holds no words but in scripts, figures and forms")
    return Plain(
        found.text, "body/1", SuppliedMetadata(other={MARKUP: write_marks(found.marks)} if found.marks else {})
    )


def unescaped(words: str) -> str:
    """``words`` with the characters that entities stand for, as feeds write titles and bylines."""
    return unescape(words) if _ENTITY.search(words) else words


def _is_body(words: str) -> bool:
    """Whether tags mark ``words`` up; a text may name one."""
    first = _BLOCK.search(words)
    if first is None:
        return _INLINE.search(words) is not None
    return not words[: first.start()].strip() or _BLOCK.search(words, first.end()) is not None
