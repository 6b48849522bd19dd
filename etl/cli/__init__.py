"""The ``newstrace`` command: one file a verb.

A verb's module is imported when it is called, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from etl.errors import NewstraceError
from etl.logs import configure_logs, tell_end
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
    """A group that knows its verbs by name and imports one when it is called.

    ``home`` is the folder of our own server, once the settings are read.
    """

    home: Path | None = None

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
    newstrace.home = settings.home
    ctx.obj = settings


def main() -> None:
    """Run the command line; whatever goes wrong is one message, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # Where a pipe or a terminal takes less than Unicode, a curly mark must not end the command.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = newstrace.main(standalone_mode=False)
    except NewstraceError as error:
        tell_end(str(error))
        sys.exit(error.exit_status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        tell_end("interrupted; what was committed stays, run it again to go on.")
        sys.exit(130)
    except Exception as error:  # nobody below knew what it means: a bug
        from etl.cli.fault import tell_fault

        tell_end(tell_fault(error, newstrace.home))
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
