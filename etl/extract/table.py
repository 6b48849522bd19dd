"""Tables (CSV, TSV) whose rows are articles, under the column names that archives and exports use."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.reader import Reader, Readout
from etl.extract.record import Found, gather
from etl.extract.record_fields import TEXT_FIELDS, known_name
from etl.records import SuppliedMetadata

_MAX_BYTES = 64 << 20
_DELIMITERS = ",;\t|"


def _read(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    return gather(path, decoded.encoding, _rows(decoded.text), supplied, TABLE.name)


TABLE = Reader("table/1", "text/csv", (".csv", ".tsv"), _MAX_BYTES, _read, is_costly=True)


def _rows(text: str) -> Iterator[Found]:
    """The rows below the header. Raises ``InputFault`` for a header that names no column of texts, or one twice."""
    csv.field_size_limit(_MAX_BYTES)  # the module's own limit, 128 KiB, is less than a long article
    first = text.lstrip("\r\n").split("\n", 1)[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        columns = next((cells for cells in lines if any(cells)), [])
    except csv.Error as error:
        raise InputFault(f"it is no table: line {lines.line_num}: {error}") from None
    names = [known_name(cell) for cell in columns]
    _check_header(columns, names)
    while True:
        start = lines.line_num + 1  # a cell may hold line ends
        try:
            cells = next(lines, None)
        except csv.Error as error:  # where a quotation mark is missing, no later row can be told
            yield Found(f"line {start}: ", None, (f"it is no row, and nothing after it was read: {error}",), "")
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _row(f"line {start}: ", names, cells)


def _check_header(columns: Sequence[str], names: Sequence[str]) -> None:
    if not set(names) & set(TEXT_FIELDS):
        told = ", ".join(cell.strip() for cell in columns if cell.strip()) or "none"
        raise InputFault(
            f"none of its columns holds the articles' texts: name one text (its first row names: {told[:500]})"
        )
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise InputFault(f"it has the column {', '.join(twice)} more than once")


def _row(place: str, names: Sequence[str], cells: Sequence[str]) -> Found:
    record = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    if len(cells) <= len(names):
        return Found(place, record)
    fault = f"it has {len(cells)} cells, the header {len(names)}: a cell that holds a delimiter needs quotes"
    return Found(place, record, (fault,))
