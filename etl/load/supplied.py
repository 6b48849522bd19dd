"""What was supplied beside a text: as columns, and anew where a sidecar or a manifest was corrected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from etl.load.copy import copy_rows, storable
from etl.load.tables import corrections, documents
from etl.records import Document, ExtractedFile, SuppliedMetadata

_COLUMNS = ("url", "outlet", "author", "published_at", "language", "headline")
_SUPPLIED = [documents.c[f"supplied_{name}"] for name in (*_COLUMNS, "other")]


def supplied_columns(metadata: SuppliedMetadata) -> dict[str, Any]:
    """The columns of ``raw.documents`` that hold ``metadata``; what else came is JSON text."""
    values = _values(metadata)
    return values | {"supplied_other": json.dumps(values["supplied_other"])}


def identity_sha256(document: Document) -> str:
    """What makes two documents the same one: their text with the URL and the outlet supplied beside it."""
    parts = (document.text, document.metadata.url or "", document.metadata.outlet or "")
    return sha256_of("\0".join(map(storable, parts)))


def sha256_of(stored: str) -> str:
    """The digest of a text as it is stored, in hexadecimal digits."""
    return hashlib.sha256(stored.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Correction:
    """A document that is loaded and now came with other metadata: from which file, and what is new."""

    document_id: int
    file_id: int
    identity_sha256: str
    #: Before and after, by column.
    changes: dict[str, tuple[Any, Any]]


def find_corrections(connection: Connection, loaded: Mapping[int, ExtractedFile]) -> list[Correction]:
    """The documents of files that are in the database (by ``file_id``) with the same text and other metadata.

    Left out is one whose new URL and outlet make it the same document as another one: that one has the metadata.
    """
    came = {(key, document.position): document for key, each in loaded.items() for document in each.documents}
    told = (documents.c.document_id, documents.c.file_id, documents.c.position, documents.c.text_sha256, *_SUPPLIED)
    stored = select(*told).where(documents.c.file_id.in_(loaded)).order_by(documents.c.document_id)
    found = []
    for row in connection.execute(stored) if loaded else ():
        document = came.get((row.file_id, row.position))
        if document is None or sha256_of(storable(document.text)) != row.text_sha256:
            continue
        new = _values(document.metadata)
        changes = {name: (getattr(row, name), new[name]) for name in new if getattr(row, name) != new[name]}
        if changes:
            found.append(Correction(row.document_id, row.file_id, identity_sha256(document), changes))
    return _without_doubles(connection, found)


def write_corrections(connection: Connection, run_id: int, loaded: Mapping[int, ExtractedFile]) -> int:
    """Take over the new metadata of known documents, which then wait to be annotated anew; how many there were.

    What they were before stays in ``raw.corrections``.
    """
    found = find_corrections(connection, loaded)
    for each in found:
        change = update(documents).where(documents.c.document_id == each.document_id)
        values = {name: after for name, (_, after) in each.changes.items()}
        connection.execute(change.values(values | {"identity_sha256": each.identity_sha256}))
    rows = [
        {
            "document_id": each.document_id,
            "run_id": run_id,
            "field": name.removeprefix("supplied_"),
            "value_before": _told(before),
            "value_after": _told(after),
        }
        for each in found
        for name, (before, after) in each.changes.items()
    ]
    copy_rows(connection, corrections, rows)
    return len(found)


def _without_doubles(connection: Connection, found: list[Correction]) -> list[Correction]:
    identities = [each.identity_sha256 for each in found]
    known = select(documents.c.identity_sha256, documents.c.document_id).where(
        documents.c.identity_sha256.in_(identities)
    )
    holders = {row.identity_sha256: row.document_id for row in connection.execute(known)} if found else {}
    return [each for each in found if holders.setdefault(each.identity_sha256, each.document_id) == each.document_id]


def _values(metadata: SuppliedMetadata) -> dict[str, Any]:
    values: dict[str, Any] = {f"supplied_{name}": _storable(getattr(metadata, name)) for name in _COLUMNS}
    other = {storable(key): storable(value) for key, value in sorted(metadata.other.items())}
    return values | {"supplied_other": other}


def _told(value: Any) -> str | None:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, dict) else value


def _storable(value: str | None) -> str | None:
    return None if value is None else storable(value)
