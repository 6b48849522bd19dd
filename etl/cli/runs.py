"""``newstrace runs list|show``: what each run did."""

from __future__ import annotations

import click

from etl.cli.output import Format, format_option, show_rows
from etl.errors import UsageError
from etl.settings import Settings


@click.group()
def runs() -> None:
    """What each run did, newest first."""


@runs.command("list")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Runs to show.")
@format_option
@click.pass_obj
def list_runs(settings: Settings, /, limit: int, form: Format) -> None:
    """The latest runs: when, how they ended, and how much they did."""
    from etl.load.connection import open_connection
    from etl.report.ledger import read_runs

    with open_connection(settings) as connection:
        columns, rows = read_runs(connection, limit)
        show_rows(columns, rows, form, nothing="No run yet: `newstrace run PATH`.")


@runs.command("show")
@click.argument("run_id", type=int)
@format_option
@click.pass_obj
def show_run(settings: Settings, /, run_id: int, form: Format) -> None:
    """All that the ledger knows of one run."""
    from etl.load.connection import open_connection
    from etl.report.ledger import read_run

    with open_connection(settings) as connection:
        found = read_run(connection, run_id)
    if found is None:
        raise UsageError(f"there is no run {run_id}. `newstrace runs list` names them.")
    if form is Format.TABLE:
        show_rows(("field", "value"), list(found.items()), form)
    else:
        show_rows(tuple(found), [tuple(found.values())], form)
