"""JSON and JSON Lines: a record for each article, with the field names that extractors and archives use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from etl.extract.decoding import Decoded, decode, storable
from etl.extract.faults import InputFault
from etl.extract.markup import Plain, unescaped, without_markup
from etl.extract.metadata import Supplied, check, merge
from etl.extract.plain_text import MAX_TEXT_BYTES
from etl.extract.reader import Reader, Readout
from etl.extract.record_fields import TEXT_FIELDS, records_in, take_fields
from etl.records import Document, Reject, Stage, SuppliedMetadata

_MAX_BYTES = 64 << 20
_EXCERPT_CHARS = 200


def _read_lines(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    lines = ((number, line) for number, line in enumerate(decoded.text.split("\n"), 1) if line.strip())
    records = ((f"line {number}: ", line, *_parsed(line, number)) for number, line in lines)
    return _gather(path, decoded, records, supplied, JSON_LINES.name)


def _read_json(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    whole, fault = _parsed(decoded.text)
    if fault is not None:
        raise InputFault(fault)
    records = records_in(whole)
    places = (f"record {number}: " if len(records) > 1 else "" for number in count(1))
    shown = ((place, _shown(record), record, None) for place, record in zip(places, records, strict=False))
    return _gather(path, decoded, shown, supplied, JSON.name)


# Records may hold whole pages, so a file that is done is not read again.
JSON_LINES = Reader(
    "json-lines/1", "application/x-ndjson", (".jsonl", ".ndjson"), _MAX_BYTES, _read_lines, is_costly=True
)
JSON = Reader("json/1", "application/json", (".json",), _MAX_BYTES, _read_json, is_costly=True)


def _gather(
    path: str,
    decoded: Decoded,
    records: Iterator[tuple[str, str, Any, str | None]],
    supplied: SuppliedMetadata,
    reader: str,
) -> Readout:
    """The documents of ``records``: of each where it stands, its own words, its value, and what is wrong with it."""
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
            excerpt = storable(words[:_EXCERPT_CHARS])
            reasons = tuple(f"{place}{each}" for each in faults)
            rejects.append(Reject(path, position, Stage.EXTRACT, reasons, excerpt))
    if not documents and not rejects:
        raise InputFault("it holds no records")
    return Readout(tuple(documents), tuple(rejects))


def _parsed(words: str, line: int | None = None) -> tuple[Any, str | None]:
    """The value, or what is wrong with its words; ``line`` is the one of the file that they are."""
    try:
        return json.loads(words), None
    except json.JSONDecodeError as error:
        row = "" if line else f"line {error.lineno}, "
        return None, f"it is no JSON: {error.msg.removesuffix(' at')} at {row}column {error.colno}"
    except RecursionError:
        return None, "it is no JSON that can be read: it is nested too deeply"
    except ValueError as error:  # a number with thousands of digits
        return None, f"it is no JSON that can be read: {error}"


def _article(record: Any) -> tuple[Plain, Supplied]:
    """The text and the metadata of one record. Raises ``InputFault`` if it holds no article."""
    if not isinstance(record, dict):
        raise InputFault("it is no JSON object with fields such as text, title and url")
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
    if len(plain.text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
        raise InputFault(f"its text has more than {MAX_TEXT_BYTES:,} bytes, which is no article")
    metadata = merge(own.metadata, plain.metadata)
    return replace(plain, text=storable(plain.text)), replace(own, metadata=metadata)


def _without_markup(text: str, name: str, address: str | None) -> Plain:
    try:
        return without_markup(text, address)
    except InputFault as wrong:
        raise InputFault(*(f"its field {name} is HTML: {each}" for each in wrong.reasons)) from None


def _shown(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)[:_EXCERPT_CHARS]
