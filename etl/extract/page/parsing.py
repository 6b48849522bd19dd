"""HTML to a tree, within bounds: markup that would take hours or gigabytes is refused."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from etl.extract.faults import InputFault

TOO_DEEP = "its tags are nested too deeply to be read"
#: A live blog of a day has 20,000; the time that extraction takes grows with them.
_MAX_ELEMENTS = 100_000
#: libxml2 goes 2,048 deep at most, and says so under this name.
_DEPTH_FAULT = "ERR_RESOURCE_LIMIT"
#: The parser takes quadratic time for the attributes of one tag.
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{65536,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MAX_ATTRIBUTES = 5_000


def parse_page(page: str) -> HtmlElement:
    """The tree of a page, or of a piece of one. Raises ``InputFault`` for what is no HTML or beyond the bounds."""
    for tag in _LONG_TAG.finditer(page):
        if len(_QUOTED.sub("", tag.group()).split()) > _MAX_ATTRIBUTES:
            raise InputFault(f"a tag in it has more than {_MAX_ATTRIBUTES:,} attributes: it is no page of a newspaper")
    parser = html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, encoding="utf-8", collect_ids=False
    )
    try:
        tree = html.document_fromstring(page.encode(), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        raise InputFault("it holds no HTML that can be read") from None
    if any(each.type_name == _DEPTH_FAULT for each in parser.error_log):
        raise InputFault(TOO_DEEP)
    elements = sum(1 for _ in tree.iter())
    if elements > _MAX_ELEMENTS:
        raise InputFault(f"it has {elements:,} elements; up to {_MAX_ELEMENTS:,} are read: split it")
    return tree
