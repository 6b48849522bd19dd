"""The ``newstrace`` command: one file a verb.

A verb's module is imported when it is called, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from etl.errors import NewstraceError
from etl.logs import configure_logs, redact
from etl.settings import read_settings

#: Verb -> module of this package that defines it, in the order that ``--help`` shows.
VERBS = {
    "run": "run",
    "load": "load",
    "annotate": "annotate",
    "link": "link",
    "report": "report",
    "runs": "runs",
    "rejects": "rejects",
    "entities": "entities",
    "db": "db",
}


class _Verbs(click.Group):
    """A group that knows its verbs by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"etl.cli.{VERBS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("newstrace"), message="%(prog)s %(version)s")
@click.option(
    "--database-url", metavar="URL", help="PostgreSQL 15+ to use. [default: $DATABASE_URL, else our own server]"
)
@click.option("--home", type=click.Path(path_type=Path), help="Folder of our own server. [default: $NEWSTRACE_HOME]")
@click.option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline. [default: the packaged one]")
@click.option("--log-format", type=click.Choice(["text", "json"]), help="Form of the logs on standard error.")
@click.option("--log-level", type=click.Choice(["debug", "info", "warning", "error"]), help="How much to log.")
@click.pass_context
def newstrace(ctx: click.Context, /, **flags: Any) -> None:
    """Load news articles into PostgreSQL and ask who said it first, who copied whom, who left what out."""
    settings = read_settings(**flags)
    configure_logs(settings.log_format, settings.log_level)
    ctx.obj = settings


def main() -> None:
    """Run the command line; a failure that a user can act on is one message, without a traceback."""
    try:
        status = newstrace.main(standalone_mode=False)
    except NewstraceError as error:
        click.echo(f"newstrace: {redact(str(error))}", err=True)
        sys.exit(error.exit_status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("newstrace: interrupted; what was committed stays, run it again to go on.", err=True)
        sys.exit(130)
    sys.exit(status if isinstance(status, int) else 0)
