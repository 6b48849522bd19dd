"""``newstrace link``: the third stage alone."""

from __future__ import annotations

import click

from etl.cli.stages import carry_out, command_line
from etl.plan import Plan
from etl.records import Stage
from etl.settings import Settings


@click.command()
@click.pass_obj
def link(settings: Settings, /) -> int:
    """Link the articles that were annotated: entities, quotes, claims, passages, stories, origins."""
    return carry_out(settings, Plan(command_line("link"), frozenset({Stage.LINK})))
