"""JSON and JSON Lines: a record for each article, with the field names that extractors and archives use."""

from __future__ import annotations

from itertools import count
from typing import Any

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.json_values import parse_json
from etl.extract.reader import Reader, Readout
from etl.extract.record import Found, gather
from etl.extract.record_fields import records_in
from etl.records import SuppliedMetadata

_MAX_BYTES = 64 << 20


def _read_lines(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    lines = ((number, line) for number, line in enumerate(decoded.text.split("\n"), 1) if line.strip())
    records = (Found(f"line {number}: ", *_parsed(line), words=line) for number, line in lines)
    return gather(path, decoded.encoding, records, supplied, JSON_LINES.name)


def _read_json(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    records = records_in(parse_json(decoded.text))
    places = (f"record {number}: " if len(records) > 1 else "" for number in count(1))
    found = (Found(place, record) for place, record in zip(places, records, strict=False))
    return gather(path, decoded.encoding, found, supplied, JSON.name)


# Records may hold whole pages, so a file that is done is not read again.
JSON_LINES = Reader(
    "json-lines/1", "application/x-ndjson", (".jsonl", ".ndjson"), _MAX_BYTES, _read_lines, is_costly=True
)
JSON = Reader("json/1", "application/json", (".json",), _MAX_BYTES, _read_json, is_costly=True)


def _parsed(line: str) -> tuple[Any, tuple[str, ...]]:
    """The value of a line, or what is wrong with it."""
    try:
        return parse_json(line, is_line=True), ()
    except InputFault as fault:
        return None, fault.reasons
