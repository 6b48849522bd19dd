"""Web pages: one article a file."""

from __future__ import annotations

from etl.extract.metadata import merge
from etl.extract.reader import Reader, Readout
from etl.records import Document, SuppliedMetadata

#: A large page has 2 MiB, most of it scripts.
MAX_PAGE_BYTES = 16 << 20


def _read(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    # lxml and trafilatura take half a second, which a run over texts need not wait for.
    from etl.extract.page import extractor, read_page

    decoded, own = read_page(data, address=supplied.url, charset=supplied.other.get("encoding"))
    # Who writes a sidecar beside a page knows better than what a program finds in it.
    metadata = merge(supplied, own)
    return Readout((Document(decoded.text, 0, f"{HTML.name} {extractor()}", decoded.encoding, metadata),))


HTML = Reader("html/1", "text/html", (".html", ".htm", ".xhtml"), MAX_PAGE_BYTES, _read, "an HTML page", is_costly=True)
