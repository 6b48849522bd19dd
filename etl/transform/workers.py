"""Processes that annotate: each loads the language pipeline once and sends records back, never spaCy objects."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

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
    transformer_of(recipe)


def _annotate_chunk(recipe: Recipe, chunk: Chunk) -> list[Annotated]:
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


def annotate_documents(
    documents: Iterable[tuple[int, Document]], recipe: Recipe, workers: int
) -> Generator[Annotated, None, None]:
    """Annotate in ``workers`` processes (1: in this one); results come in the order of the documents.

    At most a few chunks a worker are held at once, however long ``documents`` is.
    """
    chunks = _in_chunks(documents)
    if workers == 1:
        for chunk in chunks:
            yield from _annotate_chunk(recipe, chunk)
        return
    yield from _Pool(recipe, workers).annotate(chunks)


def _in_chunks(documents: Iterable[tuple[int, Document]]) -> Iterator[Chunk]:
    source = iter(documents)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


class _Pool:
    """A process pool that survives the death of a worker: the document that killed it is found and given up."""

    def __init__(self, recipe: Recipe, workers: int) -> None:
        self._recipe = recipe
        self._workers = workers

    def _start(self, workers: int) -> ProcessPoolExecutor:
        # One thread a worker for the numeric libraries: more would fight over the same cores.
        for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(variable, "1")
        return ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_prepare_worker,
            initargs=(self._recipe,),
        )

    def annotate(self, chunks: Iterator[Chunk]) -> Iterator[Annotated]:
        waiting: deque[tuple[Chunk, Future[list[Annotated]]]] = deque()
        executor = self._start(self._workers)
        try:
            submit = _submitter(executor, self._recipe)
            for chunk in islice(chunks, self._workers * 2):
                waiting.append((chunk, submit(chunk)))
            while waiting:
                chunk, future = waiting.popleft()
                try:
                    results = future.result()
                except BrokenProcessPool:
                    executor.shutdown(cancel_futures=True)
                    lost = [chunk, *(each for each, _ in waiting)]
                    waiting.clear()
                    results = [one for each in lost for one in self._one_by_one(each)]
                    executor = self._start(self._workers)
                    submit = _submitter(executor, self._recipe)
                yield from results
                for following in islice(chunks, self._workers * 2 - len(waiting)):
                    waiting.append((following, submit(following)))
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _one_by_one(self, chunk: Chunk) -> Iterator[Annotated]:
        executor = self._start(1)
        try:
            for each in chunk:
                try:
                    yield from _submitter(executor, self._recipe)([each]).result()
                except BrokenProcessPool:
                    yield Annotated(each[0], None, "annotating it ended the worker process (out of memory, perhaps)")
                    executor.shutdown(cancel_futures=True)
                    executor = self._start(1)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


def _submitter(executor: Executor, recipe: Recipe) -> Callable[[Chunk], Future[list[Annotated]]]:
    return lambda chunk: executor.submit(_annotate_chunk, recipe, chunk)
