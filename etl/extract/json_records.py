"""JSON and JSON Lines: a record for each article, with the field names that extractors and archives use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from etl.extract.decoding import Decoded, decode, storable
from etl.extract.faults import InputFault
from etl.extract.json_values import JsonObject, parse_json
from etl.extract.length import check_length
from etl.extract.markup import Plain, unescaped, without_markup
from etl.extract.metadata import Supplied, check, merge
from etl.extract.reader import Reader, Readout
from etl.extract.record_fields import TEXT_FIELDS, records_in, take_fields
from etl.records import Document, Reject, Stage, SuppliedMetadata

_MAX_BYTES = 64 << 20
_EXCERPT_CHARS = 200


def _read_lines(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    lines = ((number, line) for number, line in enumerate(decoded.text.split("\n"), 1) if line.strip())
    records = ((f"line {number}: ", line, *_parsed(line)) for number, line in lines)
    return _gather(path, decoded, records, supplied, JSON_LINES.name)


def _read_json(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    records = records_in(parse_json(decoded.text))
    places = (f"record {number}: " if len(records) > 1 else "" for number in count(1))
    found = ((place, None, record, None) for place, record in zip(places, records, strict=False))
    return _gather(path, decoded, found, supplied, JSON.name)


# Records may hold whole pages, so a file that is done is not read again.
JSON_LINES = Reader(
    "json-lines/1", "application/x-ndjson", (".jsonl", ".ndjson"), _MAX_BYTES, _read_lines, is_costly=True
)
JSON = Reader("json/1", "application/json", (".json",), _MAX_BYTES, _read_json, is_costly=True)


def _gather(
    path: str,
    decoded: Decoded,
    records: Iterator[tuple[str, str | None, Any, str | None]],
    supplied: SuppliedMetadata,
    reader: str,
) -> Readout:
    """The documents of ``records``: of each where it stands, its own words, its value, and what is wrong with it.

    Words that are not at hand are written from the value, which only a reject needs.
    """
    documents: list[Document] = []
    rejects: list[Reject] = []
    for position, (place, words, record, fault) in enumerate(records):
        faults = [] if fault is None else [fault]
        if fault is None:
            try:
                plain, own = _article(record)
            except InputFault as wrong:
                faults.extend(wrong.reasons)
            else:
                metadata = merge(own.metadata, supplied)
                reading = f"{reader} {plain.reader}".rstrip()
                documents.append(Document(plain.text, position, reading, decoded.encoding, metadata))
                faults.extend(f"its metadata: {each}" for each in own.faults)
        if faults:
            shown = json.dumps(record, ensure_ascii=False) if words is None else words
            excerpt = storable(shown[:_EXCERPT_CHARS])
            reasons = tuple(f"{place}{each}" for each in faults)
            rejects.append(Reject(path, position, Stage.EXTRACT, reasons, excerpt))
    if not documents and not rejects:
        raise InputFault("it holds no records")
    return Readout(tuple(documents), tuple(rejects))


def _parsed(line: str) -> tuple[Any, str | None]:
    """The value of a line, or what is wrong with it."""
    try:
        return parse_json(line, is_line=True), None
    except InputFault as fault:
        return None, "; ".join(fault.reasons)


def _article(record: Any) -> tuple[Plain, Supplied]:
    """The text and the metadata of one record. Raises ``InputFault`` if it holds no article."""
    if not isinstance(record, dict):
        raise InputFault("it is no JSON object with fields such as text, title and url")
    if isinstance(record, JsonObject):
        record.check()
    taken = take_fields(record)
    if taken.text is None:
        raise InputFault(f"it has no text: one of the fields {', '.join(TEXT_FIELDS)} must hold it")
    if not isinstance(taken.text, str):
        raise InputFault(f"its field {taken.text_field} does not hold text")
    values = {
        field: unescaped(value) if field != "url" and isinstance(value, str) else value
        for field, value in taken.values.items()
    }
    own = check({**taken.rest, **values})
    plain = _without_markup(taken.text, taken.text_field, own.metadata.url)
    check_length(plain.text)
    metadata = merge(own.metadata, plain.metadata)
    return replace(plain, text=storable(plain.text)), replace(own, metadata=metadata)


def _without_markup(text: str, name: str, address: str | None) -> Plain:
    try:
        return without_markup(text, address)
    except InputFault as wrong:
        raise InputFault(*(f"its field {name} is HTML: {each}" for each in wrong.reasons)) from None
