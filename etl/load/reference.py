"""Reference data: the outlets of seeds/reference, entered with the schema and kept up to date with it."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from etl.errors import SchemaError
from etl.house import REFERENCE
from etl.load.copy import copy_rows
from etl.load.deployments import read_deployed, write_deployed
from etl.load.names import fold_host, fold_outlet_name
from etl.load.tables import metadata, outlet_names, outlets

_COLUMNS = ("name", "kind", "country", "domain", "other_names", "parent")


@dataclass(frozen=True, slots=True)
class ReferenceOutlet:
    """One line of outlets.csv; ``parent`` names another line."""

    name: str
    kind: str
    country: str | None
    domain: str | None
    other_names: tuple[str, ...]
    parent: str | None

    def spellings(self) -> Iterator[tuple[str, str, str]]:
        """Look-up key, name as written, and kind of each way to write it; a key once."""
        written = [(self.name, "name"), *((name, "alias") for name in self.other_names)]
        found: dict[str, tuple[str, str]] = {}
        for name, kind in written:
            is_short = kind == "alias" and name.isupper() and " " not in name and len(name) <= 6
            found.setdefault(fold_outlet_name(name), (name, "abbreviation" if is_short else kind))
        if self.domain:
            found.setdefault(fold_host(self.domain), (self.domain, "domain"))
        return ((key, name, kind) for key, (name, kind) in found.items() if key)


def read_outlets(path: Path) -> tuple[ReferenceOutlet, ...]:
    """The lines of outlets.csv. Raises :class:`~etl.errors.SchemaError`, naming the line."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise SchemaError(f"{path}:1: the columns are not {', '.join(_COLUMNS)}.")
        lines = [_read_line(path, reader.line_num, line) for line in reader]
    names = {line.name for line in lines}
    for line in lines:
        if line.parent is not None and line.parent not in names:
            raise SchemaError(f"{path}: {line.name} belongs to {line.parent}, which has no line of its own.")
    return tuple(lines)


def _read_line(path: Path, number: int, line: Mapping[str, str]) -> ReferenceOutlet:
    if None in line or None in line.values() or not line["name"].strip():
        raise SchemaError(f"{path}:{number}: not a name with {len(_COLUMNS)} columns.")
    cells = {name: cell.strip() or None for name, cell in line.items()}
    others = tuple(name.strip() for name in line["other_names"].split(";") if name.strip())
    return ReferenceOutlet(
        line["name"].strip(), cells["kind"] or "other", cells["country"], cells["domain"], others, cells["parent"]
    )


def is_current(connection: Connection) -> bool:
    """Whether the database holds what today's files say."""
    return read_deployed(connection, "reference") == _hashes()


def load_reference(connection: Connection) -> int:
    """Enter the outlets of the reference data, in the caller's transaction; how many there are.

    An outlet that was met in an article under one of these names, or at this address, becomes the reference outlet;
    where several were, they become one.
    """
    path = REFERENCE / "outlets.csv"
    lines = read_outlets(path) if path.is_file() else ()
    keys = _enter_outlets(connection, lines)
    parents = [{"key": keys[line.name], "parent": keys[line.parent]} for line in lines if line.parent]
    for pair in parents:
        connection.execute(
            update(outlets).where(outlets.c.outlet_id == pair["key"]).values(parent_outlet_id=pair["parent"])
        )
    write_deployed(connection, "reference", _hashes())
    return len(lines)


def _hashes() -> dict[str, str]:
    path = REFERENCE / "outlets.csv"
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()} if path.is_file() else {}


def _enter_outlets(connection: Connection, lines: Sequence[ReferenceOutlet]) -> dict[str, int]:
    """Their keys by name."""
    owners = {row.name_key: row.outlet_id for row in connection.execute(select(outlet_names))}
    fixed = set(connection.scalars(select(outlets.c.outlet_id).where(outlets.c.is_reference)))
    following = (connection.scalar(select(func.max(outlets.c.outlet_id))) or 0) + 1
    keys: dict[str, int] = {}
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    new_names: list[dict[str, Any]] = []
    for line in lines:
        spellings = list(line.spellings())
        met = dict.fromkeys(owners[key] for key, _, _ in spellings if key in owners)
        free = [outlet_id for outlet_id in met if outlet_id not in keys.values()]
        outlet_id = keys[line.name] = free[0] if free else following
        following += 0 if free else 1
        for other in set(free[1:]) - fixed:
            merge_outlets(connection, keep=outlet_id, drop=other)
            owners = {key: outlet_id if owner == other else owner for key, owner in owners.items()}
        values = {"name": line.name, "kind": line.kind, "country": line.country, "domain": line.domain}
        (changed if free else new).append({"outlet_id": outlet_id, "is_reference": True} | values)
        for key, name, kind in spellings:
            if key not in owners:
                owners[key] = outlet_id
                new_names.append({"name_key": key, "outlet_id": outlet_id, "name": name, "kind": kind})
    _change(connection, changed)
    copy_rows(connection, outlets, new)
    copy_rows(connection, outlet_names, new_names)
    return keys


def _change(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Update outlets, in two steps, for one may take the name that another gives up."""
    for row in rows:
        held = outlets.c.outlet_id == row["outlet_id"]
        connection.execute(
            update(outlets).where(held, outlets.c.name != row["name"]).values(name=f" {row['outlet_id']}")
        )
    for row in rows:
        connection.execute(update(outlets).where(outlets.c.outlet_id == row["outlet_id"]).values(**row))


def merge_outlets(connection: Connection, *, keep: int, drop: int) -> None:
    """Make outlet ``drop`` one with ``keep``: all that points to it, its names, then the row itself."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if any(foreign.column is outlets.c.outlet_id for foreign in column.foreign_keys):
                connection.execute(update(table).where(column == drop).values({column.name: keep}))
    connection.execute(delete(outlets).where(outlets.c.outlet_id == drop))
