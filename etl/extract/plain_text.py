"""Plain text: one article a file."""

from __future__ import annotations

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.length import MAX_TEXT_BYTES
from etl.extract.reader import Reader, Readout
from etl.records import Document, SuppliedMetadata


def _read(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    if not decoded.text.strip():
        raise InputFault("it holds nothing but white space")
    return Readout((Document(decoded.text, 0, TEXT.name, decoded.encoding, supplied),))


TEXT = Reader("text/1", "text/plain", (".txt", ".text", ".asc", ".story"), MAX_TEXT_BYTES, _read)
