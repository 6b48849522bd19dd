"""Worker processes: the same results in the same order, and one that dies takes one document with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest

from etl.records import AnnotationStatus, Article, Document
from etl.transform.workers import Crew, LocalCrew, Recipe, annotate_documents


class Counter:
    """A transformer that counts words; a text can make it fail or kill its process."""

    fingerprint = "counter"

    def annotate(self, document: Document) -> Article:
        if document.text == "fail":
            raise ValueError("no such text")
        if document.text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        return Article(None, None, None, None, "en", len(document.text.split()), AnnotationStatus.ANNOTATED)

    def annotate_many(self, documents: Iterable[Document]) -> Iterator[Article]:
        return map(self.annotate, documents)


def make(_pipeline: str | None) -> Counter:
    return Counter()


RECIPE = Recipe(make, None)  # type: ignore[arg-type] # it has what workers ask of a transformer


def outcomes(texts: list[str], crew: Crew | None) -> list[tuple[int, int | str | None]]:
    documents = ((number, Document(text)) for number, text in enumerate(texts, 1))
    found = annotate_documents(documents, RECIPE, crew)
    return [(each.document_id, each.article.word_count if each.article else each.failure) for each in found]


@pytest.mark.parametrize("processes", [0, 2])
def test_results_come_in_the_order_of_the_documents(processes: int) -> None:
    texts = ["word " * number for number in range(100)]
    crew = LocalCrew(RECIPE, processes) if processes else None
    assert outcomes(texts, crew) == [(number + 1, number) for number in range(100)]


@pytest.mark.parametrize("processes", [0, 2])
def test_a_text_that_fails_loses_only_itself(processes: int) -> None:
    crew = LocalCrew(RECIPE, processes) if processes else None
    assert outcomes(["a", "fail", "b c"], crew) == [(1, 1), (2, "ValueError: no such text"), (3, 2)]


def test_a_text_that_kills_its_process_loses_only_itself() -> None:
    texts = ["a b"] * 40
    texts[20] = "kill"
    expected: list[tuple[int, int | str | None]] = [(number, 2) for number in range(1, 41)]
    expected[20] = (21, "annotating it ended the worker process (out of memory, perhaps)")
    assert outcomes(texts, LocalCrew(RECIPE, 2)) == expected


def test_a_run_that_is_killed_leaves_no_process_behind() -> None:
    """They would wait for work for ever, each with the pipeline in memory."""
    script = (
        "import time; from etl.records import Document; from tests.transform import test_workers as here\n"
        "if __name__ == '__main__':\n"
        "    crew = here.LocalCrew(here.RECIPE, 2)\n"
        "    chunks = [crew.submit([(1, Document('a'))]) for _ in range(8)]\n"
        "    print(len([chunk.result() for chunk in chunks]), flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "8\n"
        run.kill()
        # The workers hold the same end of the pipe: it is closed when the last of them is gone.
        assert run.communicate(timeout=60)[0] == ""


def test_few_documents_are_held_however_many_there_are() -> None:
    taken = 0

    def documents() -> Iterator[tuple[int, Document]]:
        nonlocal taken
        for number in range(10_000):
            taken = number
            yield number, Document("a")

    results = annotate_documents(documents(), RECIPE, LocalCrew(RECIPE, 2))
    next(results)
    assert taken < 200
    results.close()


def test_a_dask_cluster_annotates_as_local_processes_do() -> None:
    distributed = pytest.importorskip("distributed")
    from etl.transform.cluster import DaskCrew

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        texts = ["a", "fail", *["b c"] * 30]
        found = outcomes(texts, DaskCrew(RECIPE, cluster.scheduler_address))
    assert found == outcomes(texts, None)
