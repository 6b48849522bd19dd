"""``newstrace rejects list|retry``: what was not loaded, why, and the way back."""

from __future__ import annotations

import click

from etl.cli.output import Format, format_option, show_rows
from etl.cli.stages import DONE_WITH_REJECTS, carry_out, command_line, workers_option
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings


@click.group()
def rejects() -> None:
    """What was not loaded, why, and the way back."""


@rejects.command("list")
@click.option("--all", "with_resolved", is_flag=True, help="Also those that a later try settled.")
@format_option
@click.pass_obj
def list_rejects(settings: Settings, /, with_resolved: bool, form: Format) -> None:
    """What is still not loaded, with every reason."""
    from etl.load.connection import open_connection
    from etl.report.ledger import read_rejects

    with open_connection(settings) as connection:
        columns, rows = read_rejects(connection, with_resolved=with_resolved)
    show_rows(columns, rows, form, shown=("reject_id", "path", "stage", "reason"), nothing="Nothing was rejected.")


@rejects.command("retry")
@workers_option
@click.pass_obj
def retry(settings: Settings, /, workers: int | None) -> int:
    """Try again what was rejected, after the cause was mended; link what comes of it."""
    from etl.load.connection import open_connection
    from etl.load.rejects import list_open

    with open_connection(settings) as connection:
        found = list_open(connection)
    if not found:
        click.echo("Nothing to retry.")
        return 0
    paths = tuple(sorted({each.reject.path for each in found if each.reject.stage is not Stage.TRANSFORM} - {"-"}))
    if not paths and all(each.reject.stage is not Stage.TRANSFORM for each in found):
        click.echo("Nothing to retry: what came by standard input has to be given to `newstrace run -` again.")
        return DONE_WITH_REJECTS
    plan = Plan(
        command=command_line("rejects", "retry"),
        stages=frozenset({Stage.LOAD, Stage.TRANSFORM, Stage.LINK}),
        paths=paths,
        retry=True,
    )
    return carry_out(settings, plan, workers=workers)
