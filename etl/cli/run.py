"""``newstrace run PATH...``: the main job."""

from __future__ import annotations

import click

from etl.cli.output import visible
from etl.cli.stages import (
    DONE_WITH_REJECTS,
    batch_size_option,
    carry_out,
    command_line,
    dask_option,
    limit_option,
    paths_argument,
    reannotate_option,
    workers_option,
)
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings


@click.command()
@paths_argument
@workers_option
@dask_option
@batch_size_option
@limit_option
@reannotate_option
@click.option("--dry-run", is_flag=True, help="Only read the files and say what would be loaded.")
@click.pass_obj
def run(
    settings: Settings,
    /,
    paths: tuple[str, ...],
    workers: int | None,
    dask: str | None,
    batch_size: int | None,
    limit: int | None,
    reannotate: bool,
    dry_run: bool,
) -> int:
    """Load articles, annotate them, link them, and say what stands out.

    PATH is a file, a folder (searched to the bottom), a quoted glob, or - for standard input. Files that were loaded
    before are passed over, so the same command can run on a schedule.

    Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some input was not loaded, 75 another run is at work.
    """
    if dry_run:
        return _preview(settings, paths, limit)
    plan = Plan(
        command=command_line("run", *paths),
        stages=frozenset({Stage.LOAD, Stage.TRANSFORM, Stage.LINK}),
        paths=paths,
        limit=limit,
        reannotate=reannotate,
    )
    return carry_out(settings, plan, workers=workers, dask=dask, batch_size=batch_size)


def _preview(settings: Settings, paths: tuple[str, ...], limit: int | None) -> int:
    from etl import pipeline
    from etl.report.words import tally

    found = pipeline.preview(settings, paths, limit)
    known = f"; {tally(found.known, 'file')} {'is' if found.known == 1 else 'are'} known" if found.known else ""
    click.echo(f"Would load {tally(found.documents, 'document')} from {tally(found.files, 'file')}{known}.")
    for reject in found.rejects:
        click.echo(visible(f"Would reject {reject.path}: {'; '.join(reject.reasons)}"))
    return DONE_WITH_REJECTS if found.rejects else 0
