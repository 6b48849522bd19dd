"""The reference page of all commands, made from the commands themselves: ``python -m etl.cli.reference``."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from etl.cli import newstrace

PAGE = Path(__file__).parent / "README.md"

_HEAD = """\
# Commands

Made from the commands' own help by `python -m etl.cli.reference`; a test fails when it is stale.

A flag beats the environment, which beats the TOML file (`$NEWSTRACE_CONFIG`, else `newstrace/newstrace.toml` in the
user's configuration folder), which beats the default. Each flag of `newstrace` itself is also `NEWSTRACE_<NAME>` in
the environment and `<name>` in the TOML file; the database is `DATABASE_URL` in both.

Rows go to standard output, logs and progress to standard error. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done
but some input was not loaded, 75 another run is at work on the same database, 130 and 143 stopped by Ctrl-C and
SIGTERM.
"""


def write_reference() -> str:
    """The whole page."""
    parts = [_HEAD]
    parts.extend(_describe(newstrace, click.Context(newstrace, info_name="newstrace")))
    return "\n".join(parts).rstrip() + "\n"


def _describe(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield f"## {ctx.command_path}\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    yield f"```\n{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}\n```\n"
    options = [each for each in command.get_params(ctx) if isinstance(each, click.Option) and "--help" not in each.opts]
    told = [record for each in options if (record := each.get_help_record(ctx))]
    if told:
        yield "| option | meaning |\n|---|---|"
        yield "\n".join(f"| `{_cell(name)}` | {_cell(meaning)} |" for name, meaning in told) + "\n"
    if ctx.command_path == "newstrace report":
        yield "Each view takes the filters that its columns allow: see [the page of views](../../sql/README.md).\n"
        yield from _describe_inner(command, ctx, ["story"])
    elif isinstance(command, click.Group):
        yield from _describe_inner(command, ctx, command.list_commands(ctx))


def _describe_inner(group: click.Command, ctx: click.Context, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        inner = group.get_command(ctx, name) if isinstance(group, click.Group) else None
        if inner is not None:
            yield from _describe(inner, click.Context(inner, info_name=name, parent=ctx))


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(write_reference(), encoding="utf-8")
