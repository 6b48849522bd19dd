"""What was supplied beside a text: as columns, and anew where a sidecar or a manifest was corrected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text, update

from etl.load.copy import copy_rows, storable
from etl.load.tables import corrections, documents
from etl.records import Document, ExtractedFile, SuppliedMetadata

_COLUMNS = ("url", "outlet", "author", "published_at", "language", "headline")


def supplied_columns(metadata: SuppliedMetadata) -> dict[str, Any]:
    """The columns of ``raw.documents`` that hold ``metadata``; what else came is JSON text."""
    values = _values(metadata)
    return values | {"supplied_other": json.dumps(values["supplied_other"])}


def identity_sha256(document: Document) -> str:
    """What makes two documents the same one: their text with the URL and the outlet supplied beside it."""
    parts = (document.text, document.metadata.url or "", document.metadata.outlet or "")
    return _sha256("\0".join(map(storable, parts)))


@dataclass(frozen=True, slots=True)
class Correction:
    """A document that is loaded and now came with other metadata: from which file, and what is new."""

    document_id: int
    path: str
    sha256: str
    identity_sha256: str
    #: Before and after, by column.
    changes: dict[str, tuple[Any, Any]]


def find_corrections(connection: Connection, batch: Sequence[ExtractedFile]) -> list[Correction]:
    """The documents of ``batch`` that are in the database with the same text and other metadata.

    Left out is one whose new URL and outlet make it the same document as another one: that one has the metadata.
    """
    came = {
        (storable(each.file.path), each.file.sha256, document.position): document
        for each in batch
        for document in each.documents
    }
    found = []
    for row in _stored(connection, batch):
        document = came.get((row.path, row.sha256, row.position))
        if document is None or _sha256(storable(document.text)) != row.text_sha256:
            continue
        new = _values(document.metadata)
        changes = {name: (getattr(row, name), new[name]) for name in new if getattr(row, name) != new[name]}
        if changes:
            found.append(Correction(row.document_id, row.path, row.sha256, identity_sha256(document), changes))
    return _without_doubles(connection, found)


def write_corrections(connection: Connection, run_id: int, batch: Sequence[ExtractedFile]) -> int:
    """Take over the new metadata of known documents, which then wait to be annotated anew; how many there were.

    What they were before stays in ``raw.corrections``.
    """
    found = find_corrections(connection, batch)
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


def _stored(connection: Connection, batch: Sequence[ExtractedFile]) -> list[Any]:
    rows = connection.execute(
        text(
            """
            select
                file.path, file.sha256, document.document_id, document.position, document.text_sha256,
                document.supplied_url, document.supplied_outlet, document.supplied_author,
                document.supplied_published_at, document.supplied_language, document.supplied_headline,
                document.supplied_other
            from raw.files as file
            join unnest(cast(:paths as text[]), cast(:hashes as text[])) as asked (path, sha256) using (path, sha256)
            join raw.documents as document using (file_id)
            order by document.document_id
            """
        ),
        {
            "paths": [storable(each.file.path) for each in batch],
            "hashes": [each.file.sha256 for each in batch],
        },
    )
    return list(rows)


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


def _sha256(decoded: str) -> str:
    return hashlib.sha256(decoded.encode()).hexdigest()
