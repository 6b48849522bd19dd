"""A document to its layout."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from etl.records import (
    MARKUP,
    Author,
    CitationKind,
    DatePrecision,
    Document,
    Paragraph,
    ParagraphRole,
    PublicationTime,
    Span,
)
from etl.transform.layout.address import date_in_address
from etl.transform.layout.agency import AGENCY
from etl.transform.layout.block import Block, split
from etl.transform.layout.byline import names_of
from etl.transform.layout.date import dates_of, embedded_dates, month_order, parse_supplied
from etl.transform.layout.headline import Front, normal
from etl.transform.layout.language import identify, language_code
from etl.transform.layout.layout import Credit, Dateline, Layout
from etl.transform.layout.markup import with_marks
from etl.transform.layout.origin import origin_line
from etl.transform.layout.page import roles_of
from etl.transform.layout.place import dateline_of, is_colon_dateline
from etl.transform.layout.publisher import publisher_of

_CORRECTION = re.compile(r"\W?(?:correction|clarification|erratum|errata)s?\b\W*(?:$|[A-Z])", re.IGNORECASE)
_SUPPLIED_SEPARATOR = re.compile(r"\s*(?:;|,\s*(?:and|&)?\s+|\s(?:and|&)\s)\s*")
_LANGUAGE_SAMPLE_CHARS = 2_000
_TRANSCRIPT_BLOCKS = 8


def lay_out(document: Document) -> Layout:
    """The layout of ``document``. Supplied metadata wins over what the text says. Never raises on text.

    Linear in the length of the text.
    """
    supplied = document.metadata
    blocks = split(document.text)
    supposed, front = roles_of(blocks, supplied.headline)
    roles = with_marks(blocks, supposed, supplied.other.get(MARKUP))
    paragraphs = tuple(
        Paragraph(block.start_char, block.end_char, role) for block, role in zip(blocks, roles, strict=True)
    )
    placed = list(zip(blocks, roles, strict=True))
    dateline = _dateline(placed, is_headed=front.headline is not None or supplied.headline is not None)
    return Layout(
        paragraphs=paragraphs,
        headline=_headline(blocks, front, supplied.headline),
        authors=tuple(_authors(placed, supplied.author)),
        published=_published(placed, supplied.published_at, supplied.url) or _dated(dateline),
        language=language_code(supplied.language) or identify(_prose(placed)),
        outlet=supplied.outlet or publisher_of(placed),
        url=supplied.url,
        dateline=dateline,
        credits=tuple(_credits(placed, dateline)),
    )


def _headline(blocks: Sequence[Block], front: Front, supplied: str | None) -> Span | str | None:
    found = _span(blocks[front.headline]) if front.headline is not None else None
    if supplied and (found is None or normal(found.text) != normal(supplied)):
        return supplied
    return found


def _authors(placed: Sequence[tuple[Block, ParagraphRole]], supplied: str | None) -> Iterator[Author]:
    """The authors supplied, with their span where a byline holds them, else those that the bylines name."""
    found: dict[str, Span] = {}
    for block, role in placed:
        if role is ParagraphRole.BYLINE and len(block.text) <= 240:
            for name in names_of(block.text):
                start = block.start_char + name.start
                found.setdefault(name.name, Span(start, start + len(name.name), name.name))
    if supplied:
        given = _SUPPLIED_SEPARATOR.split(re.sub(r"^\s*by\s+", "", supplied, flags=re.IGNORECASE))
        yield from (Author(each, found.get(each)) for each in dict.fromkeys(map(str.strip, given)) if each)
    else:
        yield from (Author(each, span) for each, span in found.items())


def _published(
    placed: Sequence[tuple[Block, ParagraphRole]], supplied: str | None, url: str | None
) -> PublicationTime | None:
    if supplied and (known := parse_supplied(supplied)) is not None:
        return PublicationTime(*known)
    printed, addressed = _printed(placed), date_in_address(url) if url else None
    if printed is None or addressed is None:
        return printed or addressed
    # "04/05/2015" tells only the year; the address may tell the day.
    is_finer = printed.precision is DatePrecision.YEAR and printed.at.year == addressed.at.year
    return addressed if is_finer else printed


def _printed(placed: Sequence[tuple[Block, ParagraphRole]]) -> PublicationTime | None:
    """The date that the page prints."""
    # A date under a correction is the correction's.
    corrected = next((block.start_char for block, _ in placed if _CORRECTION.match(block.text[:40])), sys.maxsize)
    lines = [block for block, role in placed if role is ParagraphRole.DATELINE and block.start_char < corrected]
    orders = {order for block in lines if (order := month_order(block.text)) is not None}
    order = orders.pop() if len(orders) == 1 else None
    found = [(block, date) for block in lines for date in dates_of(block.text, month_first=order)]
    if not found:
        bylines = [block for block, role in placed if role is ParagraphRole.BYLINE]
        found = [(block, date) for block in bylines for date in embedded_dates(block.text)]
    if not found:
        return None
    block, date = min(found, key=lambda each: each[1].is_update)  # stable: the first that is no update
    return PublicationTime(date.at, date.precision, _part(block, date.start, date.end))


def _dated(dateline: Dateline | None) -> PublicationTime | None:
    """The day in a dateline with its year: what was written then is printed the same day or the next."""
    if dateline is None or dateline.date is None:
        return None
    found = next(iter(dates_of(dateline.date.text)), None)
    return None if found is None else PublicationTime(found.at, found.precision, dateline.date)


def _dateline(placed: Sequence[tuple[Block, ParagraphRole]], *, is_headed: bool) -> Dateline | None:
    """The dateline of the first paragraphs; one that ends in a colon only under a headline, which has labels too."""
    body = [block for block, role in placed if role in (ParagraphRole.BODY, ParagraphRole.SUBHEADLINE)]
    found = [dateline_of(block.source, block.start_char, block.end_char) for block in body[:_TRANSCRIPT_BLOCKS]]
    first = next((each for each in found[:2] if each is not None), None)
    if first is None:  # under an agency's points and notes; a place alone would not be enough there
        first = next((each for each in found if each is not None and (each.agency or each.date)), None)
    if first is not None and is_colon_dateline(first):
        colons = [each for each in found if each is not None and is_colon_dateline(each)]
        return first if is_headed and len(colons) == 1 else None  # several are speakers of a transcript
    return first


def _credits(placed: Sequence[tuple[Block, ParagraphRole]], dateline: Dateline | None) -> Iterator[Credit]:
    if dateline is not None and dateline.agency is not None:
        yield Credit(dateline.agency, dateline.agency.text, CitationKind.WIRE)
    for block, role in placed:
        if role is not ParagraphRole.BYLINE:
            continue
        if (origin := origin_line(block.text)) is not None:
            span = _part(block, origin.start, origin.start + len(origin.name))
            yield Credit(span, origin.name, origin.kind)
        else:
            for match in AGENCY.finditer(block.text):
                yield Credit(_part(block, *match.span()), match.group(), CitationKind.WIRE)


def _prose(placed: Sequence[tuple[Block, ParagraphRole]]) -> str:
    """The beginning of the prose; of the whole text, where none of it is prose."""
    pieces: list[str] = []
    length = 0
    for block, role in placed:
        if role.is_prose:
            pieces.append(
                block.source[block.start_char : min(block.end_char, block.start_char + _LANGUAGE_SAMPLE_CHARS)]
            )
            length += len(pieces[-1])
            if length >= _LANGUAGE_SAMPLE_CHARS:
                break
    return "\n".join(pieces) or (placed[0][0].source[:_LANGUAGE_SAMPLE_CHARS] if placed else "")


def _span(block: Block) -> Span:
    return Span(block.start_char, block.end_char, block.text)


def _part(block: Block, start: int, end: int) -> Span:
    return Span(block.start_char + start, block.start_char + end, block.text[start:end])
