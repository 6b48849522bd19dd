"""A WARC file to the documents in it."""

from __future__ import annotations

import hashlib
import io
import logging
from collections import Counter
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import urlsplit

from etl.extract.faults import InputFault
from etl.extract.html import MAX_PAGE_BYTES
from etl.extract.metadata import merge
from etl.extract.reader import Reader, Readout
from etl.extract.signature import is_html
from etl.extract.warc.http import Response, read_response
from etl.extract.warc.records import Damage, WarcRecord, read_records
from etl.extract.warc.spill import SpilledDocuments
from etl.records import Document, Reject, Stage, SuppliedMetadata

log = logging.getLogger(__name__)

_EXCERPT_CHARS = 200
_HTML = ("text/html", "application/xhtml+xml")
#: Without a file name, a WARC is held in memory.
_MAX_STREAM_BYTES = 64 << 20


def _read(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    return _read_stream(path, io.BytesIO(data), supplied)


def _read_stream(path: str, stream: BinaryIO, supplied: SuppliedMetadata) -> Readout:
    """The articles of the pages in ``stream``; what is damaged or holds no article is a reject with its offset.

    ``position`` counts the records, for a byte in a large archive is more than its column holds.
    """
    documents = SpilledDocuments()
    rejects: list[Reject] = []
    passed_over: Counter[str] = Counter()
    for position, each in enumerate(read_records(stream, MAX_PAGE_BYTES)):
        try:
            page = _page(each)
            if isinstance(page, str):
                passed_over[page] += 1
            else:
                documents.append(_document(page, position, supplied))
        except InputFault as fault:
            excerpt = fault.excerpt[:_EXCERPT_CHARS]
            reasons = tuple(f"record at byte {each.offset:,}{_at(each)}: {reason}" for reason in fault.reasons)
            rejects.append(Reject(path, position, Stage.EXTRACT, reasons, excerpt))
    if not documents and not rejects and not passed_over:
        raise InputFault("it holds no records")
    log.info("%s: %d articles, %d rejects; passed over: %s", path, len(documents), len(rejects), _told(passed_over))
    return Readout(documents, tuple(rejects))


WARC = Reader(
    "warc/1", "application/warc", (".warc", ".warc.gz"), _MAX_STREAM_BYTES, _read, "a WARC archive", True, _read_stream
)


class _Page:
    """A page as it was fetched."""

    def __init__(self, record: WarcRecord, body: bytes, charset: str | None) -> None:
        self.offset = record.offset
        self.address = _address(record)
        self.fetched_at = record.fields.get("warc-date")
        self.body = body
        self.charset = charset


def _page(record: WarcRecord | Damage) -> _Page | str:
    """The page in ``record``, or the kind of thing that it is instead. Raises ``InputFault``."""
    if isinstance(record, Damage):
        raise InputFault(record.reason)
    kind = record.fields.get("warc-type", "record without a type").lower()
    if kind not in ("response", "resource"):
        return kind
    if not _address(record).startswith(("http://", "https://")):
        return "not of the web"
    if urlsplit(_address(record)).path.lower() == "/robots.txt":
        return "robots.txt"
    response = _direct(record) if kind == "resource" else read_response(record.block)
    if (other := _other_than_a_page(response)) is not None:
        return other
    if record.is_cut:
        raise InputFault(f"its page has more than {MAX_PAGE_BYTES:,} bytes")
    body = response.body(MAX_PAGE_BYTES)
    if not response.media_type and not is_html(body):
        return "other media"
    return _Page(record, body, response.charset)


def _direct(record: WarcRecord) -> Response:
    """What a crawler kept without the words of a server."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {record.fields.get('content-type', '')}\r\n\r\n"
    return replace(read_response(head.encode("utf-8", "replace")), raw=record.block)


def _other_than_a_page(response: Response) -> str | None:
    if 300 <= response.status < 400:
        return "redirect"
    if not 200 <= response.status < 300:
        return "error status"
    if response.media_type and response.media_type not in _HTML:
        return "other media"
    return None if response.raw.strip() else "empty response"


def _document(page: _Page, position: int, supplied: SuppliedMetadata) -> Document:
    from etl.extract.page import extractor, read_page  # takes half a second, which a run over texts need not wait for

    decoded, own = read_page(page.body, address=page.address, charset=page.charset)
    other = {
        "record_offset": str(page.offset),
        "payload_sha256": hashlib.sha256(page.body).hexdigest(),
        **own.other,
    }
    if page.fetched_at:
        other["fetched_at"] = page.fetched_at  # when a crawler came by: no time of publication
    if own.url != page.address:
        other["fetched_url"] = page.address
    metadata = merge(replace(own, other=other), supplied)
    return Document(decoded.text, position, f"{WARC.name} {extractor()}", decoded.encoding, metadata)


def _address(record: WarcRecord) -> str:
    return record.fields.get("warc-target-uri", "").strip("<> ")


def _at(record: WarcRecord | Damage) -> str:
    address = "" if isinstance(record, Damage) else _address(record)
    return f" ({address})" if address else ""


def _told(passed_over: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in sorted(passed_over.items())) or "nothing"
