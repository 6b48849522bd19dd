"""A page's bytes to its document."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from etl.extract.decoding import Decoded
from etl.extract.faults import InputFault
from etl.extract.length import check_length
from etl.extract.page.encoding import decode_page
from etl.extract.page.kind import why_no_article
from etl.extract.page.linked_data import LinkedArticle, articles_in
from etl.extract.page.metadata import metadata_in
from etl.extract.page.parsing import parse_page
from etl.extract.page.text import article_text
from etl.records import SuppliedMetadata, write_marks

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})")
_SAMPLE_CHARS = 2_000

# What a library thinks of a page is told in the reject, or is no concern of who reads the log.
for _name in ("trafilatura", "htmldate", "justext", "readability", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_page(
    data: bytes, *, address: str | None = None, charset: str | None = None
) -> tuple[Decoded, SuppliedMetadata]:
    """The article in the page ``data``: its text with the encoding of the page, and what the page says of it.

    ``address`` is where the page was fetched from and ``charset`` the encoding that the server named. Nothing is
    fetched. Raises ``InputFault`` for a page without an article, or one that can't be read.
    """
    decoded = decode_page(data, charset)
    tree = parse_page(decoded.text)
    articles = articles_in(tree)
    metadata = metadata_in(tree, _told_here(articles, address), address)
    found = article_text(tree, metadata.headline)
    if (reason := why_no_article(tree, found, articles, metadata.url or address)) is not None:
        raise InputFault(reason, excerpt=found.text)
    text = found.text
    check_length(text)
    other = dict(metadata.other)
    if found.marks:
        other["markup"] = write_marks(found.marks)
    language = metadata.language
    if language is not None and not _is_written_in(text, language):
        other["declared_language"], language = language, None
    return Decoded(text, decoded.encoding), replace(metadata, language=language, other=other)


def _told_here(articles: Sequence[LinkedArticle], address: str | None) -> LinkedArticle:
    """The article that the page is about: the one with its address, else the first that tells a time."""
    same = [each for each in articles if address is not None and each.url == address]
    dated = [each for each in articles if each.published]
    return next(iter([*same, *dated, *articles]), LinkedArticle())


def _is_written_in(text: str, declared: str) -> bool:
    """Whether ``text`` is in the language that its page declares; templates declare English for any of them."""
    from py3langid import classify

    match = _LANGUAGE.match(declared)
    found, _ = classify(text[:_SAMPLE_CHARS])
    return match is not None and match[1].lower() == found
