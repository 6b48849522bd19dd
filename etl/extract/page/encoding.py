"""A page's bytes to text, as browsers do it, and better where pages are wrong about themselves."""

from __future__ import annotations

import codecs
import re

from etl.extract.decoding import Decoded, decode, storable
from etl.extract.faults import InputFault

#: Bytes in which a page may name its encoding; browsers look at 1,024, and many pages name it later.
_HEAD_BYTES = 8192
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*(?P<meta>[\w:.-]{2,40})
    |^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'](?P<xml>[\w:.-]{2,40})""",
    re.IGNORECASE | re.VERBOSE,
)
#: What browsers read under a name (https://encoding.spec.whatwg.org/#names-and-labels), where Python reads less.
_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "shift_jis": "cp932", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",  # a page whose meta tag could be read is neither
}  # fmt: skip
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_page(data: bytes, transport: str | None = None) -> Decoded:
    """``data`` as text: by a byte order mark, UTF-8 where it fits, the encoding declared, or detection.

    ``transport`` is the encoding that the server named; it comes before the one in the page. Bytes that do not fit
    become U+FFFD, as in a browser: one of them in an advertisement must not lose the article. Raises ``InputFault``
    for what is no text.
    """
    if data.startswith(_BYTE_ORDER_MARKS) or data[:64].count(0) > 16:
        return decode(data)
    try:
        return Decoded(storable(data.decode("utf-8")), "utf-8")  # text in another encoding never fits by chance
    except UnicodeDecodeError:
        pass
    for label in (transport, _declared(data[:_HEAD_BYTES])):
        if label is not None and (encoding := _known(label)) is not None and encoding != "utf-8":
            return Decoded(storable(data.decode(encoding, "replace")), encoding)
    try:
        return decode(data)
    except InputFault:  # UTF-8 with damage, or nothing that fits
        return Decoded(storable(data.decode("utf-8", "replace")), "utf-8")


def _declared(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    return (match["meta"] or match["xml"]).decode("ascii") if match else None


def _known(label: str) -> str | None:
    """The codec for what a page or a server calls its encoding; ``None`` for names that mean nothing."""
    try:
        found = codecs.lookup(label.strip(" \t\"'"))
    except (LookupError, ValueError):
        return None
    return _READ_AS.get(found.name, found.name) if found._is_text_encoding else None
