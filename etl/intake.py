"""Input files on their way into a run: found, read and passed over where they are known."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.errors import REPORT_IT
from etl.extract import SeenFile, find_inputs, is_beside, judge, printable, see_file
from etl.load.connection import Connection, Engine
from etl.load.documents import known_files, unchanged_files
from etl.load.rejects import list_open, settle
from etl.logs import redact
from etl.records import ExtractedFile, Reject, Stage

log = logging.getLogger(__name__)

#: Bytes of input that one transaction takes at most (a single larger file goes alone).
BATCH_BYTES = 32 * 1024 * 1024


class Reading:
    """Input files in batches, without those that are done; counts what it passed over, keeps what it can't take."""

    def __init__(self, engine: Engine | None, paths: Sequence[str], limit: int | None, *, retry: bool = False) -> None:
        self._engine = engine
        self._paths = paths
        self._limit = limit
        self._retry = retry
        self.known = 0
        self.rejects: list[Reject] = []

    def batches(self, size: int) -> Iterator[list[ExtractedFile]]:
        """Batches of at most ``size`` files and about ``BATCH_BYTES`` bytes."""
        left = self._limit
        for read in self._read(size):
            new = self._without_known(read)[:left]
            if new:
                yield new
            if left is not None:
                left -= len(new)
                if left <= 0:
                    return

    def _read(self, size: int) -> Iterator[list[ExtractedFile]]:
        batch: list[ExtractedFile] = []
        size_bytes = 0
        for seen in self._see(size):
            try:
                extracted = seen.extract()
            except Exception as error:  # a reader's bug must not cost the other files
                self._refuse(seen.file.path, error)
                continue
            if not extracted.file.sha256:
                self.rejects.extend(extracted.rejects)
                continue
            batch.append(extracted)
            size_bytes += extracted.file.size_bytes
            if len(batch) == size or size_bytes > BATCH_BYTES:
                yield batch
                batch, size_bytes = [], 0
        if batch:
            yield batch

    def _see(self, size: int) -> Iterator[SeenFile]:
        """Files before they are read, without those that are done and would take long to read."""
        batch: list[SeenFile] = []
        size_bytes = 0
        for found in find_inputs(self._paths):
            if isinstance(found, Reject):
                self.rejects.append(found)
                continue
            try:
                batch.append(see_file(found))
            except Exception as error:
                self._refuse(printable(found), error)
                continue
            size_bytes += batch[-1].file.size_bytes
            if len(batch) == size or size_bytes > BATCH_BYTES:
                yield from self._without_unchanged(batch)
                batch, size_bytes = [], 0
        yield from self._without_unchanged(batch)

    def _refuse(self, path: str, error: Exception) -> None:
        log.error("%s could not be read", path, exc_info=error)
        fault = f"it could not be read: {type(error).__name__}: {error}. {REPORT_IT}"
        self.rejects.append(Reject(path, None, Stage.EXTRACT, (redact(fault),)))

    def _without_unchanged(self, batch: Sequence[SeenFile]) -> Iterator[SeenFile]:
        """Those that are done are told before their documents are found, which takes long for pages."""
        asked = [(each.file, each.beside_sha256) for each in batch if each.is_costly and each.file.sha256]
        known: set[tuple[str, str]] = set()
        if asked and self._engine is not None and not self._retry:
            with self._engine.connect() as connection:
                known = unchanged_files(connection, asked)
        for each in batch:
            if each.is_costly and (each.file.path, each.file.sha256) in known:
                self.known += 1
                self.rejects.extend(each.beside)
            else:
                yield each

    def _without_known(self, batch: list[ExtractedFile]) -> list[ExtractedFile]:
        if self._engine is None or self._retry:
            return batch
        with self._engine.connect() as connection:
            known = known_files(connection, batch)
        new = []
        for each in batch:
            if (each.file.path, each.file.sha256) not in known:
                new.append(each)
                continue
            self.known += 1
            # The file is done; the metadata beside it may have been broken since.
            self.rejects.extend(reject for reject in each.rejects if reject.path != each.file.path)
        return new


def settle_mended(connection: Connection) -> int:
    """Settle the rejects of sidecars and manifests in which by now nothing, or something else, is wrong."""
    found = [each for each in list_open(connection, Stage.EXTRACT) if is_beside(Path(each.reject.path).name)]
    now = judge({Path(each.reject.path) for each in found})
    mended = [
        each.reject_id
        for each in found
        if (wrong := now.get(Path(each.reject.path))) is not None
        and each.reject.reasons not in {reject.reasons for reject in wrong}
    ]
    return settle(connection, mended)
