"""What ``run`` and its single stages share: their options, and carrying out a plan."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

import click

from etl.cli.output import visible
from etl.cli.progress import show_progress
from etl.logs import tell_end
from etl.plan import Plan
from etl.records import RunStatus
from etl.settings import Settings
from etl.stop import stop_on_signals

#: Exit status when all went through but some input could not be loaded.
DONE_WITH_REJECTS = 3

_Command = Callable[..., Any]

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
limit_option = click.option("--limit", type=click.IntRange(min=1), help="Take up at most this many new files.")
workers_option = click.option("--workers", type=click.IntRange(min=1), help="Processes. [default: one a core]")
dask_option = click.option("--dask", metavar="ADDRESS", help="Annotate on the workers of this Dask scheduler.")
batch_size_option = click.option(
    "--batch-size", type=click.IntRange(min=1), help="Files or articles in one transaction. [default: 64]"
)
reannotate_option = click.option(
    "--reannotate", is_flag=True, help="Annotate again what another pipeline or older rules annotated."
)


def carry_out(settings: Settings, plan: Plan, **overrides: int | str | None) -> int:
    """Run ``plan``, print its summary to standard output, and give the exit status.

    ``overrides`` are settings given as flags of the command; ``None`` was not given.
    """
    from etl import pipeline

    given = {name: value for name, value in overrides.items() if value is not None}
    with stop_on_signals(tell_end) as stop, show_progress() as progress:
        outcome = pipeline.run(settings.model_copy(update=given), plan, progress, stop)
    for line in outcome.summary:
        click.echo(visible(line))
    return DONE_WITH_REJECTS if outcome.status is RunStatus.DONE_WITH_REJECTS else 0


def command_line(verb: str, *words: str) -> str:
    """How the ledger tells what was asked for, as a shell takes it: names can hold spaces."""
    return shlex.join(("newstrace", verb, *words))
