"""Files, their documents, their rejects and their done marks, written together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select, text, update

from etl.load.copy import copy_rows, storable
from etl.load.ledger import RunCounts
from etl.load.parts import write_parts
from etl.load.rejects import settle_files, write_rejects
from etl.load.supplied import find_corrections, identity_sha256, sha256_of, supplied_columns, write_corrections
from etl.load.tables import documents, files
from etl.records import BESIDE, Document, ExtractedFile, FileStatus, InputFile, Reject, Stage


def known_files(connection: Connection, asked: Sequence[ExtractedFile]) -> set[tuple[str, str]]:
    """Path and SHA-256 of those files that are done: loaded, or rejected for what they hold.

    A file beside which other metadata stand than when it was loaded is not done.
    """
    keys = _file_keys(connection, [each.file for each in asked])
    loaded = {key: each for each in asked if (key := keys.get(_as_stored(each.file))) is not None}
    corrected = {each.file_id for each in find_corrections(connection, loaded)}
    done = {stored for stored, key in keys.items() if key not in corrected}
    return {(each.file.path, each.file.sha256) for each in asked if _as_stored(each.file) in done}


def unchanged_files(connection: Connection, asked: Sequence[tuple[InputFile, str | None]]) -> set[tuple[str, str]]:
    """Path and SHA-256 of those files that are done and beside which the same metadata stand, told by their digest.

    For formats whose documents bear that digest: their documents need not be found for it.
    """
    query = text(
        """
        select files.path, files.sha256
        from raw.files
        join unnest(cast(:paths as text[]), cast(:hashes as text[]), cast(:besides as text[]))
            as asked (path, sha256, beside_sha256) using (path, sha256)
        where not exists (
            select
            from raw.documents
            where documents.file_id = files.file_id
                and documents.supplied_other ->> :name is distinct from asked.beside_sha256
        )
        """
    )
    given = {
        "paths": [storable(file.path) for file, _ in asked],
        "hashes": [file.sha256 for file, _ in asked],
        "besides": [beside_sha256 for _, beside_sha256 in asked],
        "name": BESIDE,
    }
    done = {(row.path, row.sha256) for row in connection.execute(query, given)}
    return {(file.path, file.sha256) for file, _ in asked if _as_stored(file) in done}


def _file_keys(connection: Connection, asked: Sequence[InputFile]) -> dict[tuple[str, str], int]:
    """``file_id`` of those files that are in the table, by path as stored and SHA-256."""
    rows = connection.execute(
        text(
            """
            select path, sha256, file_id
            from raw.files
            join unnest(cast(:paths as text[]), cast(:hashes as text[])) as asked (path, sha256) using (path, sha256)
            """
        ),
        {"paths": [storable(file.path) for file in asked], "hashes": [file.sha256 for file in asked]},
    )
    return {(row.path, row.sha256): row.file_id for row in rows}


def _as_stored(file: InputFile) -> tuple[str, str]:
    return storable(file.path), file.sha256


def write_files(connection: Connection, run_id: int, batch: Sequence[ExtractedFile]) -> RunCounts:
    """Write files with their documents, rejects and done marks, under the run lock; what was new.

    A document that is known already, from this file or another, is counted as a duplicate and not written again.
    Of a known document, metadata that were corrected are taken over.
    A file that is written a second time (a retry) keeps its key. One that does not fit the tables is rejected, and
    the others are written. All in the caller's transaction.
    """
    total = RunCounts()
    for part, done in write_parts(connection, batch, lambda part: _FileWriter(connection, run_id, part).write()):
        if isinstance(done, RunCounts):
            total += done
            continue
        faults = [Reject(each.file.path, None, Stage.LOAD, (f"it does not fit the database: {done}",)) for each in part]
        hashes = {each.file.path: each.file.sha256 for each in part}
        total += RunCounts(files=len(part), rejects=write_rejects(connection, run_id, faults, hashes))
    return total


@dataclass(frozen=True, slots=True)
class _NewDocument:
    """A document by its place among those of its file: the texts of an archive of pages are more than memory takes."""

    file_id: int
    documents: Sequence[Document]
    place: int
    identity: str

    @property
    def document(self) -> Document:
        return self.documents[self.place]


class _FileWriter:
    """One batch on its way into raw."""

    def __init__(self, connection: Connection, run_id: int, batch: Sequence[ExtractedFile]) -> None:
        self.connection = connection
        self.run_id = run_id
        # The same path twice in one batch (given twice on the command line) is one file.
        self.batch = list({(each.file.path, each.file.sha256): each for each in batch}.values())

    def write(self) -> RunCounts:
        keys, old_keys = self._file_keys()
        loaded = {key: each for key, each in zip(keys, self.batch, strict=True) if key in old_keys}
        corrected = write_corrections(self.connection, self.run_id, loaded)
        new, duplicates = self._new_documents(keys)
        retried = select(documents.c.file_id).where(documents.c.file_id.in_(old_keys))
        holders = {each.file_id for each in new} | set(self.connection.scalars(retried))
        self._write_files(keys, old_keys, holders)
        self._write_documents(new)
        rejects = [reject for each in self.batch for reject in each.rejects]
        hashes = {each.file.path: each.file.sha256 for each in self.batch}
        settle_files(self.connection, rejects, hashes)
        rejected = write_rejects(self.connection, self.run_id, rejects, hashes)
        return RunCounts(files=len(self.batch), documents=len(new), duplicates=duplicates - corrected, rejects=rejected)

    def _file_keys(self) -> tuple[list[int], set[int]]:
        """A key for each file of the batch, and which of them are in the table already."""
        inputs = [each.file for each in self.batch]
        known = _file_keys(self.connection, inputs)
        following = self._next(files.c.file_id)
        keys = [known.get(_as_stored(file)) or next(following) for file in inputs]
        return keys, set(known.values())

    def _next(self, column: Any) -> Iterator[int]:
        """Keys that follow the largest in use; the run lock keeps others from taking them."""
        highest = self.connection.scalar(select(func.max(column))) or 0
        while True:
            highest += 1
            yield highest

    def _new_documents(self, keys: Sequence[int]) -> tuple[list[_NewDocument], int]:
        """The documents that the database does not hold yet, and the number of the others."""
        found = [
            _NewDocument(key, each.documents, place, identity_sha256(document))
            for key, each in zip(keys, self.batch, strict=True)
            for place, document in enumerate(each.documents)
        ]
        identities = sorted({each.identity for each in found})
        # One array: a statement takes 65,535 parameters, and an archive may hold more documents.
        in_table = text("select identity_sha256 from raw.documents where identity_sha256 = any(:identities)")
        seen = set(self.connection.scalars(in_table, {"identities": identities})) if found else set()
        new = []
        for each in found:
            if each.identity not in seen:
                seen.add(each.identity)
                new.append(each)
        return new, len(found) - len(new)

    def _write_files(self, keys: Sequence[int], old_keys: set[int], holders: set[int]) -> None:
        now = datetime.now(UTC)
        rows = []
        for key, each in zip(keys, self.batch, strict=True):
            status = _status(each, is_holder=key in holders)
            if key in old_keys:
                retried = update(files).where(files.c.file_id == key)
                self.connection.execute(retried.values(status=status.value, run_id=self.run_id, loaded_at=now))
                continue
            rows.append(
                {
                    "file_id": key,
                    "path": storable(each.file.path),
                    "sha256": each.file.sha256,
                    "size_bytes": each.file.size_bytes,
                    "media_type": each.file.media_type,
                    "status": status.value,
                    "run_id": self.run_id,
                    "loaded_at": now,
                }
            )
        copy_rows(self.connection, files, rows)

    def _write_documents(self, new: Sequence[_NewDocument]) -> None:
        following = self._next(documents.c.document_id)
        copy_rows(self.connection, documents, (_row(next(following), self.run_id, each) for each in new))


def _status(extracted: ExtractedFile, *, is_holder: bool) -> FileStatus:
    """``is_holder``: whether a document in the table came in this file. What is wrong beside it is no fault of its."""
    if any(reject.path == extracted.file.path for reject in extracted.rejects):
        return FileStatus.PARTIAL if extracted.documents else FileStatus.REJECTED
    return FileStatus.LOADED if is_holder or not extracted.documents else FileStatus.DUPLICATE


def _row(document_id: int, run_id: int, new: _NewDocument) -> dict[str, Any]:
    document, metadata = new.document, new.document.metadata
    decoded = storable(document.text)
    return {
        "document_id": document_id,
        "file_id": new.file_id,
        "position": document.position,
        "text": decoded,
        "text_sha256": sha256_of(decoded),
        "identity_sha256": new.identity,
        "reader": document.reader,
        "encoding": document.encoding,
        **supplied_columns(metadata),
        "run_id": run_id,
    }
