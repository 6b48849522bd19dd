"""Processes that annotate: each loads the language pipeline once and sends records back, never spaCy objects."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from etl.records import Article, Document

if TYPE_CHECKING:
    from etl.transform.article import Transformer

log = logging.getLogger(__name__)

#: Documents that travel to a worker together. More would save little and make the last worker wait.
CHUNK = 16


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of one document: its article, or why there is none."""

    document_id: int
    article: Article | None
    failure: str | None = None


Chunk = Sequence[tuple[int, Document]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a process makes its transformer: ``make(pipeline)``, once. Both travel to the workers by name."""

    make: Callable[[str | None], Transformer]
    pipeline: str | None


@cache
def transformer_of(recipe: Recipe) -> Transformer:
    """This process's transformer."""
    return recipe.make(recipe.pipeline)


def _prepare_worker(recipe: Recipe) -> None:
    # The parent decides when to stop: an interrupt in the terminal reaches every process of the group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    transformer_of(recipe)


def _end_with_parent() -> None:
    """A run that is killed cannot close its workers, and they would wait for work, and hold memory, for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def annotate_chunk(recipe: Recipe, chunk: Chunk) -> list[Annotated]:
    """What a worker does: a failure of one document is an outcome, never an exception."""
    transformer = transformer_of(recipe)
    try:
        articles = list(transformer.annotate_many(document for _, document in chunk))
    except Exception:  # one bad document must not lose its neighbours: take them one at a time
        return [_annotate_one(transformer, key, document) for key, document in chunk]
    return [Annotated(key, article) for (key, _), article in zip(chunk, articles, strict=True)]


def _annotate_one(transformer: Transformer, key: int, document: Document) -> Annotated:
    try:
        return Annotated(key, transformer.annotate(document))
    except Exception as error:
        log.exception("document %d could not be annotated", key)
        return Annotated(key, None, f"{type(error).__name__}: {error}")


class Crew(Protocol):
    """Processes that annotate, on this machine or on others."""

    #: Chunks that it can work on at the same time.
    size: int
    #: What a future raises when the process that held its chunk has died.
    deaths: tuple[type[Exception], ...]

    def submit(self, chunk: Chunk) -> Future[list[Annotated]]: ...

    def close(self) -> None: ...


class LocalCrew:
    """Processes of this machine."""

    deaths: tuple[type[Exception], ...] = (BrokenProcessPool,)

    def __init__(self, recipe: Recipe, size: int) -> None:
        self.size = size
        self._recipe = recipe
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # One thread a worker for the numeric libraries: more would fight over the same cores.
        for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(variable, "1")
        # A fork would copy the parent's database connections and locks in mid-air.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.size, context, _prepare_worker, (self._recipe,))

    def submit(self, chunk: Chunk) -> Future[list[Annotated]]:
        try:
            return self._executor.submit(annotate_chunk, self._recipe, chunk)
        except BrokenProcessPool:  # a pool that lost a process takes no more work
            self.close()
            self._executor = self._start()
            return self._executor.submit(annotate_chunk, self._recipe, chunk)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def annotate_documents(
    documents: Iterable[tuple[int, Document]], recipe: Recipe, crew: Crew | None
) -> Generator[Annotated, None, None]:
    """Annotate with ``crew`` (``None``: in this process); results come in the order of the documents.

    At most two chunks a process are held at once, however long ``documents`` is. The crew is closed at the end.
    """
    chunks = _in_chunks(documents)
    if crew is None:
        for chunk in chunks:
            yield from annotate_chunk(recipe, chunk)
        return
    waiting: deque[tuple[Chunk, Future[list[Annotated]]]] = deque()
    try:
        while True:
            waiting.extend((chunk, crew.submit(chunk)) for chunk in islice(chunks, crew.size * 2 - len(waiting)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except crew.deaths:
                yield from _one_by_one(crew, chunk)
    finally:
        crew.close()


def _one_by_one(crew: Crew, chunk: Chunk) -> Iterator[Annotated]:
    """The documents of a chunk that was lost with its process: the one that kills a process again is given up."""
    for each in chunk:
        try:
            yield from crew.submit([each]).result()
        except crew.deaths:
            yield Annotated(each[0], None, "annotating it ended the worker process (out of memory, perhaps)")


def _in_chunks(documents: Iterable[tuple[int, Document]]) -> Iterator[Chunk]:
    source = iter(documents)
    while chunk := list(islice(source, CHUNK)):
        yield chunk
