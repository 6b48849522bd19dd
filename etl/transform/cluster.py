"""Annotation spread over a Dask cluster; everything else of a run stays where it was started."""

from __future__ import annotations

from concurrent.futures import Future

from distributed import Client
from distributed.scheduler import KilledWorker

from etl.errors import TransientError
from etl.transform.workers import Annotated, Chunk, Recipe, annotate_chunk


class DaskCrew:
    """The workers of the Dask cluster whose scheduler answers at ``address`` ("tcp://host:8786").

    Every worker needs the same version of newstrace. Raises :class:`~etl.errors.TransientError` where no scheduler
    answers or no worker is there.
    """

    deaths: tuple[type[Exception], ...] = (KilledWorker,)

    def __init__(self, recipe: Recipe, address: str) -> None:
        try:
            self._client = Client(address, timeout="10s", set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise TransientError(
                f"no Dask scheduler answers at {address}: {error}. Check the address and that it runs."
            ) from None
        self.size = sum(self._client.nthreads().values())
        if not self.size:
            self._client.close()
            raise TransientError(f"the Dask scheduler at {address} has no workers. Start some: dask worker {address}")
        self._recipe = recipe
        self._executor = self._client.get_executor(pure=False)

    def submit(self, chunk: Chunk) -> Future[list[Annotated]]:
        """Hand ``chunk`` to a worker."""
        future: Future[list[Annotated]] = self._executor.submit(annotate_chunk, self._recipe, chunk)
        return future

    def close(self) -> None:
        """Leave the cluster; what is not done yet is given up."""
        self._executor.shutdown(wait=False)
        self._client.close()
