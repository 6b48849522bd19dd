"""``newstrace entities split|merge|decisions``: what a person knows better than the rules."""

from __future__ import annotations

import click

from etl.cli.output import Format, format_option, show_rows
from etl.settings import Settings

_LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
_label_option = click.option("--label", type=click.Choice(_LABELS), help="What both name, if the names leave it open.")


@click.group()
def entities() -> None:
    """Join entities that are one, part those that are not."""


@entities.command()
@click.argument("name")
@click.argument("other")
@_label_option
@click.pass_obj
def merge(settings: Settings, /, name: str, other: str, label: str | None) -> None:
    """Two full names are one thing's; later runs keep to it."""
    _decide(settings, name, other, label, is_same=True)


@entities.command()
@click.argument("name")
@click.argument("other")
@_label_option
@click.pass_obj
def split(settings: Settings, /, name: str, other: str, label: str | None) -> None:
    """Two full names are two things'; later runs keep to it."""
    _decide(settings, name, other, label, is_same=False)


@entities.command()
@click.option("--manual", is_flag=True, help="Only what a person decided.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Decisions to show.")
@format_option
@click.pass_obj
def decisions(settings: Settings, /, manual: bool, limit: int, form: Format) -> None:
    """Which names were taken for one, or were not, and on what grounds; newest first."""
    from etl.link.entity.decisions import COLUMNS, read_decisions
    from etl.load.connection import open_connection

    with open_connection(settings) as connection:
        rows = read_decisions(connection, limit, manual_only=manual)
        show_rows(COLUMNS, rows, form, nothing="No two names have been judged yet.")


def _decide(settings: Settings, name: str, other: str, label: str | None, *, is_same: bool) -> None:
    from etl.link.entity.manual import decide
    from etl.load.connection import open_engine
    from etl.load.ledger import run_lock
    from etl.load.migrate import require_current

    engine = open_engine(settings)
    try:
        with run_lock(engine), engine.begin() as connection:
            require_current(connection)
            told = decide(connection, name, other, is_same=is_same, label=label)
    finally:
        engine.dispose()
    click.echo(told)
