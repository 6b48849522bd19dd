"""What a run is to do, as the command line asks for it; light to import, so that ``--help`` answers at once."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Stage


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do.

    ``limit`` bounds the new files that are taken up. ``reannotate`` takes up articles that another pipeline or other
    rules made; ``retry`` takes up what was rejected before.
    """

    command: str
    stages: frozenset[Stage]
    paths: tuple[str, ...] = ()
    limit: int | None = None
    reannotate: bool = False
    retry: bool = False
