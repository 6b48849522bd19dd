"""A run: the stages in turn, under one lock, each committing as it goes.

Load, annotate and link find out from the rows what there is left to do. So each can be run alone, a run that was
killed goes on where it stopped, and a second run over the same files does nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from glob import has_magic
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from etl.errors import REPORT_IT, while_doing
from etl.intake import Reading, settle_mended
from etl.load import migrate
from etl.load.articles import AnnotatedDocument, WaitingDocument, count_waiting, read_waiting, write_articles
from etl.load.connection import Connection, Engine, open_engine
from etl.load.documents import write_files
from etl.load.ledger import RunCounts, begin_run, count, end_run, read_counts, run_lock
from etl.load.rejects import list_open, write_rejects
from etl.load.statistics import refresh_statistics
from etl.load.unlinked import read_origin
from etl.logs import redact
from etl.plan import Plan
from etl.records import Document, Reject, RunStatus, Stage
from etl.report.summary import Told, summarize
from etl.settings import Settings
from etl.stop import Stop, StoppedError
from etl.transform.workers import CHUNK, Annotated, Crew, LocalCrew, Recipe, annotate_documents, transformer_of

if TYPE_CHECKING:
    from etl.transform.article import Transformer

log = logging.getLogger(__name__)

#: Characters of a text that its reject shows.
_EXCERPT_CHARS = 200


class Progress(Protocol):
    """Where a run tells how far it is."""

    def begin(self, stage: str, total: int | None) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, with its summary, a line each."""

    run_id: int
    status: RunStatus
    summary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would take up, were it no dry run."""

    files: int
    documents: int
    known: int
    rejects: tuple[Reject, ...]


def make_transformer(pipeline: str | None) -> Transformer:
    """A transformer over the packaged pipeline, or over the one named."""
    from etl.language.pipeline import load_pipeline
    from etl.transform.article import Transformer

    return Transformer(load_pipeline(pipeline))


def _fingerprint(recipe: Recipe) -> str:
    """What a run would annotate with. The packaged pipeline is not loaded for it: a run may find nothing to do."""
    from etl.language import packaged_fingerprint
    from etl.transform.version import with_rules

    return with_rules(packaged_fingerprint()) if recipe.pipeline is None else transformer_of(recipe).fingerprint


def run(settings: Settings, plan: Plan, progress: Progress, stop: Stop) -> Outcome:
    """Carry out ``plan``.

    Raises :class:`~etl.errors.LockHeldError` where another run writes to the database, and
    :class:`~etl.stop.StoppedError` after the batch at hand when ``stop`` asks for the end.
    """
    engine = open_engine(settings)
    try:
        with run_lock(engine):
            migrate.upgrade(engine)
            return _Run(engine, settings, plan, progress, stop).carry_out()
    finally:
        engine.dispose()


def preview(settings: Settings, paths: Sequence[str], limit: int | None) -> Preview:
    """Read ``paths`` and tell what a run would load; writes nothing."""
    engine = open_engine(settings)
    try:
        with engine.connect() as connection:
            has_schema = migrate.status(connection).current is not None
        reading = Reading(engine if has_schema else None, paths, limit)
        documents = files = 0
        rejects: list[Reject] = []
        for batch in reading.batches(settings.batch_size):
            files += len(batch)
            documents += sum(len(each.documents) for each in batch)
            rejects += [reject for each in batch for reject in each.rejects]
        return Preview(files, documents, reading.known, (*reading.rejects, *rejects))
    finally:
        engine.dispose()


class _Run:
    """One run under the lock."""

    def __init__(self, engine: Engine, settings: Settings, plan: Plan, progress: Progress, stop: Stop) -> None:
        self.engine = engine
        self.settings = settings
        self.plan = plan
        self.progress = progress
        self.stop = stop
        self.recipe = Recipe(make_transformer, settings.pipeline)
        self.pipeline = _fingerprint(self.recipe) if Stage.TRANSFORM in plan.stages else "none"
        self.run_id = 0
        self.known = 0
        self.linked = 0

    def carry_out(self) -> Outcome:
        with self.engine.begin() as connection:
            self.run_id = begin_run(
                connection, command=self.plan.command, version=version("newstrace"), pipeline=self.pipeline
            )
        log.info("run %d begins: %s", self.run_id, self.plan.command)
        with self._ended_in_the_ledger():
            for stage, work in self._stages():
                if stage in self.plan.stages:
                    work()
                    with self.engine.connect() as connection:
                        refresh_statistics(connection)
            status = self._finish()
        # all is committed and the run has ended: a summary that fails takes nothing back
        with self.engine.connect() as connection:
            summary = tuple(summarize(connection, self.run_id, self._told()))
        return Outcome(self.run_id, status, summary)

    def _told(self) -> Told:
        pipeline = self.pipeline if Stage.TRANSFORM in self.plan.stages else None
        paths = {*self.plan.paths, *map(os.path.abspath, self.plan.paths)}
        done = self.plan.stages
        following = None if Stage.LINK in done else Stage.LINK if Stage.TRANSFORM in done else Stage.TRANSFORM
        return Told(self.known, self.linked, tuple(sorted(paths)), self.plan.retry, pipeline, following)

    def _stages(self) -> Iterator[tuple[Stage, Callable[[], None]]]:
        yield Stage.LOAD, self._load
        yield Stage.TRANSFORM, self._annotate
        yield Stage.LINK, self._link

    @contextmanager
    def _ended_in_the_ledger(self) -> Iterator[None]:
        try:
            yield
        except (StoppedError, KeyboardInterrupt):
            self._end(RunStatus.INTERRUPTED)
            raise
        except Exception as error:
            log.debug("run %d failed", self.run_id, exc_info=True)
            self._end(RunStatus.FAILED, redact(f"{type(error).__name__}: {error}"))
            raise

    def _end(self, status: RunStatus, error: str | None = None) -> None:
        try:
            with self.engine.begin() as connection:
                end_run(connection, self.run_id, status, error=error)
        except Exception:  # the database is gone: the next run marks this one as killed
            log.warning("the end of run %d could not be entered in the ledger", self.run_id)

    def _finish(self) -> RunStatus:
        with self.engine.begin() as connection:
            # What earlier runs rejected is told, but it is no outcome of this one, unless this one tried it again.
            if self.plan.retry:
                rejected = bool(list_open(connection))
            else:
                rejected = bool(read_counts(connection, self.run_id).rejects or self._lacks_paths(connection))
            status = RunStatus.DONE_WITH_REJECTS if rejected else RunStatus.DONE
            end_run(connection, self.run_id, status)
        return status

    def _lacks_paths(self, connection: Connection) -> bool:
        """Whether a path that was named is not there: a schedule with a slip in it must not look well for ever."""
        absent = {path for path in self.plan.paths if path != "-" and not has_magic(path) and not Path(path).exists()}
        return bool(absent) and any(each.reject.path in absent for each in list_open(connection, Stage.EXTRACT))

    # --- load

    def _load(self) -> None:
        self.progress.begin("load", None)
        reading = Reading(self.engine, self.plan.paths, self.plan.limit, retry=self.plan.retry)
        for batch in reading.batches(self.settings.batch_size):
            with (
                while_doing(f"loading {batch[0].file.path} to {batch[-1].file.path}"),
                self.engine.begin() as connection,
            ):
                count(connection, self.run_id, write_files(connection, self.run_id, batch))
            self.progress.advance(len(batch))
            self.stop.check()
        self.known = reading.known
        with self.engine.begin() as connection:
            settle_mended(connection)
            if reading.rejects:
                rejected = write_rejects(connection, self.run_id, reading.rejects)
                count(connection, self.run_id, RunCounts(rejects=rejected))

    # --- annotate

    def _annotate(self) -> None:
        wanted = self.pipeline if self.plan.reannotate else None
        with self.engine.connect() as connection:
            total = count_waiting(connection, pipeline=wanted, with_rejected=self.plan.retry)
        if not total:
            return
        transformer_of(self.recipe)  # a pipeline that cannot be loaded is no fault of a document's
        self.progress.begin("annotate", total)
        waiting = _Waiting(self.engine, wanted, self.settings.batch_size, with_rejected=self.plan.retry)
        crew = self._crew(-(-total // CHUNK))
        with closing(annotate_documents(waiting.documents(), self.recipe, crew)) as results:
            while batch := self._batch(results):
                self._write(batch, waiting)
                self.progress.advance(len(batch))
                self.stop.check()

    def _batch(self, results: Iterator[Annotated]) -> list[Annotated]:
        """The next results, as many as there are by now where the end was asked for: articles can be long."""
        batch: list[Annotated] = []
        for each in results:
            batch.append(each)
            if len(batch) == self.settings.batch_size or self.stop.is_asked:
                break
        return batch

    def _crew(self, chunks: int) -> Crew | None:
        if self.settings.dask is not None:
            from etl.transform.cluster import DaskCrew

            return DaskCrew(self.recipe, self.settings.dask)
        # A process needs seconds to load the pipeline: a few articles are done sooner here.
        workers = min(self.settings.workers, chunks)
        return LocalCrew(self.recipe, workers) if workers > 1 else None

    def _write(self, batch: Sequence[Annotated], waiting: _Waiting) -> None:
        sound = [AnnotatedDocument(each.document_id, each.article) for each in batch if each.article is not None]
        failed = [waiting.reject(each) for each in batch if each.article is None]
        with while_doing(f"writing {waiting.named(batch)}"), self.engine.begin() as connection:
            written = write_articles(connection, self.run_id, self.pipeline, sound)
            failed += [waiting.refuse(document_id, fault) for document_id, fault in written.refused.items()]
            rejects = write_rejects(connection, self.run_id, failed, waiting.hashes)
            count(connection, self.run_id, RunCounts(articles=written.articles, rejects=rejects))
        waiting.forget(batch)

    # --- link

    def _link(self) -> None:
        from etl.link.link import link_pending

        done = 0

        def tell(now: int, total: int) -> None:
            nonlocal done
            if not done:
                self.progress.begin("link", total)
            self.progress.advance(now - done)
            done = now
            self.stop.check()

        with self.engine.connect() as connection:
            self.linked = link_pending(
                connection, progress=tell, refuse=self._refuse_link, with_rejected=self.plan.retry
            ).articles

    def _refuse_link(self, connection: Connection, article_id: int, error: Exception) -> None:
        log.error("article %d could not be linked", article_id, exc_info=error)
        origin = read_origin(connection, article_id, _EXCERPT_CHARS)
        reason = f"it could not be linked: {type(error).__name__}: {error}. {REPORT_IT}"
        reject = Reject(origin.path, origin.position, Stage.LINK, (redact(reason),), origin.excerpt)
        rejects = write_rejects(connection, self.run_id, [reject], {origin.path: origin.sha256})
        count(connection, self.run_id, RunCounts(rejects=rejects))


class _Waiting:
    """Documents that wait for annotation, fetched as they are needed, with what a reject would say of each."""

    def __init__(self, engine: Engine, pipeline: str | None, size: int, *, with_rejected: bool) -> None:
        self._engine = engine
        self._pipeline = pipeline
        self._size = size
        self._with_rejected = with_rejected
        self._underway: dict[int, WaitingDocument] = {}

    def documents(self) -> Iterator[tuple[int, Document]]:
        after = 0
        while found := self._fetch(after):
            for each in found:
                self._underway[each.document_id] = each
                yield each.document_id, each.document
            after = found[-1].document_id

    def _fetch(self, after: int) -> list[WaitingDocument]:
        with self._engine.connect() as connection:
            return read_waiting(
                connection, after=after, limit=self._size, pipeline=self._pipeline, with_rejected=self._with_rejected
            )

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 by path of the files that are under way."""
        return {each.path: each.sha256 for each in self._underway.values()}

    def reject(self, annotated: Annotated) -> Reject:
        return self._reject(annotated.document_id, f"it could not be annotated: {annotated.failure}")

    def refuse(self, document_id: int, fault: str) -> Reject:
        return self._reject(document_id, f"its annotation does not fit the database: {fault}")

    def _reject(self, document_id: int, fault: str) -> Reject:
        origin = self._underway[document_id]
        excerpt = origin.document.text[:_EXCERPT_CHARS]
        reason = redact(f"{fault}. {REPORT_IT}")
        return Reject(origin.path, origin.document.position, Stage.TRANSFORM, (reason,), excerpt)

    def named(self, batch: Sequence[Annotated]) -> str:
        """How a batch is called where it fails as a whole."""
        keys = [each.document_id for each in batch]
        return f"documents {keys[0]} to {keys[-1]}, from {self._underway[keys[0]].path} on"

    def forget(self, batch: Sequence[Annotated]) -> None:
        for each in batch:
            del self._underway[each.document_id]
