"""``newstrace load PATH...``: the first stage alone."""

from __future__ import annotations

import click

from etl.cli.stages import batch_size_option, carry_out, command_line, limit_option, paths_argument
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings


@click.command()
@paths_argument
@batch_size_option
@limit_option
@click.pass_obj
def load(settings: Settings, /, paths: tuple[str, ...], batch_size: int | None, limit: int | None) -> int:
    """Load files as they are, without annotating or linking them."""
    plan = Plan(command_line("load", *paths), frozenset({Stage.LOAD}), paths, limit)
    return carry_out(settings, plan, batch_size=batch_size)
