"""Manifests: a ``manifest.csv`` in a folder, one row for each file in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.metadata import Supplied, check

NAME = "manifest.csv"
_MAX_BYTES = 1 << 28
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row: ``number`` is its line's place in the file, counted from 1 with the header."""

    number: int
    file: str
    cells: dict[str, str]
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of one manifest by the name of the file that they describe, and what is wrong with the whole of it."""

    path: Path
    rows: dict[str, tuple[ManifestRow, ...]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    def describe(self, name: str) -> Supplied:
        """The metadata of the file ``name``: of its first row, where it has several."""
        rows = self.rows.get(name, ())
        if not rows:
            return Supplied()
        supplied = check({column: value for column, value in rows[0].cells.items() if column != "file"})
        faults = [f"row {rows[0].number}: {each}" for each in (*rows[0].faults, *supplied.faults)]
        if len(rows) > 1:
            numbers = ", ".join(str(row.number) for row in rows)
            faults.append(f"rows {numbers} all describe {name!r}: row {rows[0].number} was used, delete the others")
        return Supplied(supplied.metadata, tuple(faults))


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of ``folder``, or ``None`` if it has none. Kept while the file does not change."""
    path = folder / NAME
    try:
        state = path.stat()
    except OSError:
        return None
    if not path.is_file():
        return None
    return _read(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, size: int, modified: int) -> Manifest:
    if size > _MAX_BYTES:
        return Manifest(path, faults=(f"it is larger than a manifest may be ({_MAX_BYTES:,} bytes)",))
    try:
        lines = _rows(decode(path.read_bytes()).text)
    except InputFault as fault:
        return Manifest(path, faults=fault.reasons)
    except OSError as error:
        return Manifest(path, faults=(f"it can't be read: {error.strerror}",))
    rows: dict[str, tuple[ManifestRow, ...]] = {}
    try:
        for row in lines:
            rows[row.file] = (*rows.get(row.file, ()), row)
    except (csv.Error, InputFault) as error:
        return Manifest(path, faults=(f"it is no CSV table: {error}",))
    return Manifest(path, rows)


def _rows(text: str) -> Iterator[ManifestRow]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = [name.strip().casefold() for name in next(reader, [])]
    if "file" not in header:
        raise InputFault('its first row must name the columns, "file" among them')
    if twice := sorted({name for name in header if name and header.count(name) > 1}):
        raise InputFault(f"it has the column {', '.join(twice)} more than once")
    return (_row(reader.line_num, header, cells) for cells in reader if any(cell.strip() for cell in cells))


def _row(number: int, header: list[str], cells: list[str]) -> ManifestRow:
    faults: tuple[str, ...] = ()
    if len(cells) > len(header):
        faults = (f"it has {len(cells)} cells, the header {len(header)}: a cell that holds a comma needs quotes",)
    values = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    return ManifestRow(number, values.get("file", "").strip(), values, faults)
