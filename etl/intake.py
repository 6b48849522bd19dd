"""Input files on their way into a run: found, read and passed over where they are known."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.errors import REPORT_IT
from etl.extract import SeenFile, find_inputs, is_beside, judge, printable, see_file
from etl.load.connection import Connection, Engine
from etl.load.documents import is_unchanged, known_files
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
        for found in find_inputs(self._paths):
            if isinstance(found, Reject):
                self.rejects.append(found)
                continue
            try:
                seen = see_file(found)
                if seen.is_costly and self._is_known(seen):
                    self.known += 1
                    self.rejects.extend(seen.beside)
                    continue
                extracted = seen.extract()
            except Exception as error:  # a reader's bug must not cost the other files
                log.exception("%s could not be read", found)
                fault = f"it could not be read: {type(error).__name__}: {error}. {REPORT_IT}"
                self.rejects.append(Reject(printable(found), None, Stage.EXTRACT, (redact(fault),)))
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

    def _is_known(self, seen: SeenFile) -> bool:
        """Whether the file is done, told before its documents are found, which takes long for pages."""
        if self._engine is None or self._retry or not seen.file.sha256:
            return False
        with self._engine.connect() as connection:
            return is_unchanged(connection, seen.file, seen.beside_sha256)

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
