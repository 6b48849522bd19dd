"""Documents on disk: a WARC's may be more than memory takes."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from etl.records import Document


class SpilledDocuments(Sequence[Document]):
    """Documents in a temporary file, which goes with this object; one is in memory at a time."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._file = tempfile.TemporaryFile(prefix="newstrace-")  # noqa: SIM115 - closed on the next line
        weakref.finalize(self, self._file.close)
        self._places: list[int] = []
        for each in documents:
            self.append(each)

    def append(self, document: Document) -> None:
        self._places.append(self._file.seek(0, 2))
        pickle.dump(document, self._file, protocol=pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Document]: ...
    def __getitem__(self, place: int | slice) -> Document | Sequence[Document]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        self._file.seek(self._places[place])
        document: Document = pickle.load(self._file)
        return document

    def __iter__(self) -> Iterator[Document]:
        return (self[place] for place in range(len(self)))
