"""``newstrace rejects list|retry|dismiss|reopen``: what was not loaded, why, and the way back."""

from __future__ import annotations

from pathlib import Path

import click

from etl.cli.output import Format, format_option, show_rows
from etl.cli.stages import DONE_WITH_REJECTS, carry_out, command_line, workers_option
from etl.errors import UsageError
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings

_NOTHING = "Nothing to change: that is how it was."


@click.group()
def rejects() -> None:
    """What was not loaded, why, and the way back."""


@rejects.command("list")
@click.option("--all", "with_closed", is_flag=True, help="Also those that a later try loaded or that were dismissed.")
@format_option
@click.pass_obj
def list_rejects(settings: Settings, /, with_closed: bool, form: Format) -> None:
    """What is still not loaded, with every reason."""
    from etl.load.connection import open_connection
    from etl.report.ledger import read_rejects

    with open_connection(settings) as connection:
        columns, rows = read_rejects(connection, with_closed=with_closed)
    closing = ("state", "dismissed_reason") if with_closed else ()
    shown = ("reject_id", "path", "stage", "reason", *closing)
    show_rows(columns, rows, form, shown=shown, nothing="Nothing is rejected.")


@rejects.command("retry")
@workers_option
@click.pass_obj
def retry(settings: Settings, /, workers: int | None) -> int:
    """Try again what was rejected, after the cause was mended; link what comes of it."""
    from etl.extract import described_by, is_beside
    from etl.load.connection import open_connection
    from etl.load.rejects import list_open

    with open_connection(settings) as connection:
        found = list_open(connection)
    if not found:
        click.echo("Nothing to retry.")
        return 0
    of_files = [each.reject for each in found if each.reject.stage in (Stage.EXTRACT, Stage.LOAD)]
    named = {reject.path for reject in of_files} - {"-"}
    if not named and len(of_files) == len(found):
        click.echo(
            "Nothing to retry: what came by standard input has to be given to `newstrace run -` again, "
            "or dismissed (`newstrace rejects dismiss`)."
        )
        return DONE_WITH_REJECTS
    beside = {path for path in named if is_beside(Path(path).name)}
    described = {str(path) for path in described_by(map(Path, beside))}
    plan = Plan(
        command=command_line("rejects", "retry"),
        stages=frozenset({Stage.LOAD, Stage.TRANSFORM, Stage.LINK}),
        paths=tuple(sorted(named - beside | described)),
        retry=True,
    )
    return carry_out(settings, plan, workers=workers)


@rejects.command("dismiss")
@click.argument("reject_ids", nargs=-1, type=int, metavar="ID...")
@click.option("--all", "every", is_flag=True, help="Every reject that is open.")
@click.option("--reason", metavar="TEXT", help="Why, for those who come after you.")
@click.pass_obj
def dismiss_rejects(settings: Settings, /, reject_ids: tuple[int, ...], every: bool, reason: str | None) -> None:
    """Say that a file need not load: no summary tells it again, and no retry takes it up.

    ID is a number from `newstrace rejects list`. It holds for these bytes: if the file changes, it is tried anew.
    """
    from etl.load.connection import open_transaction
    from etl.load.rejects import dismiss, list_open

    if bool(reject_ids) == every:
        raise UsageError("name the rejects to dismiss, or say --all. `newstrace rejects list` names them.")
    with open_transaction(settings) as connection:
        asked = reject_ids or tuple(each.reject_id for each in list_open(connection))
        dismissed = dismiss(connection, asked, reason)
    click.echo(f"Dismissed {dismissed}. `newstrace rejects reopen ID` takes it back." if dismissed else _NOTHING)


@rejects.command("reopen")
@click.argument("reject_ids", nargs=-1, type=int, required=True, metavar="ID...")
@click.pass_obj
def reopen_rejects(settings: Settings, /, reject_ids: tuple[int, ...]) -> None:
    """Take back that a reject was dismissed: it is told again, and a retry takes it up."""
    from etl.load.connection import open_transaction
    from etl.load.rejects import reopen

    with open_transaction(settings) as connection:
        reopened = reopen(connection, reject_ids)
    click.echo(f"Reopened {reopened}. `newstrace rejects retry` tries again." if reopened else _NOTHING)
