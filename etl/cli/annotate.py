"""``newstrace annotate``: the second stage alone."""

from __future__ import annotations

import click

from etl.cli.stages import batch_size_option, carry_out, command_line, dask_option, reannotate_option, workers_option
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings


@click.command()
@workers_option
@dask_option
@batch_size_option
@reannotate_option
@click.pass_obj
def annotate(
    settings: Settings, /, workers: int | None, dask: str | None, batch_size: int | None, reannotate: bool
) -> int:
    """Annotate the documents that were loaded: mentions, attributions, claims, figures, citations."""
    plan = Plan(command_line("annotate"), frozenset({Stage.TRANSFORM}), reannotate=reannotate)
    return carry_out(settings, plan, workers=workers, dask=dask, batch_size=batch_size)
