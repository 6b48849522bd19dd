"""``newstrace report [VIEW]``: saved questions and their answers, and a story told for a person."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from etl.cli.output import Format, format_option, show_rows
from etl.errors import UsageError
from etl.settings import Settings

if TYPE_CHECKING:
    from etl.load.view_files import View
    from etl.report.story import Story

#: Rows that a terminal gets where no limit is given.
TABLE_ROWS = 50


class _Reports(click.Group):
    """A verb for each view, made from the view's own file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["story", *_views()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "story":
            return story
        view = _views().get(cmd_name)
        return None if view is None else _command(view)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise UsageError(f"there is no view {args[0]}. {hint}`newstrace report` lists the views.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Views"):
            formatter.write_dl([(name, self._question(name)) for name in self.list_commands(ctx)])

    @staticmethod
    def _question(name: str) -> str:
        return "One story told for a person." if name == "story" else _views()[name].question


@click.group(cls=_Reports, invoke_without_command=True, subcommand_metavar="[VIEW] [OPTIONS]")
@format_option
@click.pass_context
def report(ctx: click.Context, /, form: Format) -> None:
    """Ask a saved view. Without a name: the list of views and their questions."""
    if ctx.invoked_subcommand is None:
        rows = [(view.group, view.name, view.question) for view in _views().values()]
        show_rows(("group", "view", "question"), rows, form)


@click.command()
@click.argument("story_id", type=int)
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to this file.")
@click.pass_obj
def story(settings: Settings, /, story_id: int, page: Path | None) -> None:
    """Tell a story: what happened, who says so, where it came from, who copied, what differs, what was left out.

    STORY_ID is a number from `newstrace report story_coverage`.
    """
    from etl.load.connection import open_connection
    from etl.report.story_reading import read_story

    with open_connection(settings) as connection:
        told = read_story(connection, story_id)
    if page is None:
        _print_story(told)
        return
    from etl.report.page import render_page

    try:
        page.write_text(render_page(told), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{page} cannot be written: {error.strerror}.") from None
    click.echo(f"Wrote {page}. Open it in a browser; it needs no network.")


def _print_story(told: Story) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from etl.cli.output import visible, width
    from etl.report.telling import summarize_story, tell_story

    console = Console(highlight=False, width=width(most=100))
    console.print(Text(visible(told.title), style="bold"))
    console.print(Text(visible(summarize_story(told))))
    for section in tell_story(told):
        console.print()
        console.print(Text(section.heading, style="bold"))
        for item in section.items:
            console.print(Padding(Text(visible(item.text)), (0, 0, 0, 2)))
            for detail in item.details:
                console.print(Padding(Text(visible(f"– {detail}")), (0, 0, 0, 4)))
    console.print()
    console.print(
        "Words in [ ] are put in from the text around; what follows [Denied:] or [Doubted:] is what its source denies "
        "or does not believe.",
        markup=False,
    )
    console.print(
        Text(f"As a page, with the evidence in the texts: newstrace report story {told.story_id} --html FILE")
    )


def _command(view: View) -> click.Command:
    from etl.report.query import Filter, filters_of

    parameters: list[click.Parameter] = [
        click.Option(
            [f"--{each.noun}", each.value], type=int, metavar="KEY", help=f"Only what concerns this {each.noun}."
        )
        for each in filters_of(view)
    ]
    parameters += [
        click.Option(
            ["--limit"],
            type=click.IntRange(min=1),
            help=f"At most this many rows. [default: {TABLE_ROWS} in a table, else all]",
        ),
        click.Option(["--columns"], metavar="NAME,...", help="Only these columns."),
        click.Option(["--wide"], is_flag=True, help="Show every column in the table."),
    ]
    columns = "\n".join(f"  {name}: {meaning}" for name, meaning in view.columns.items())
    command = click.Command(
        view.name,
        params=parameters,
        callback=click.pass_obj(partial(_ask, view, Filter)),
        help=f"{view.question}\n\n\b\nColumns:\n{columns}",
        short_help=view.question,
    )
    return format_option(command)


def _ask(view: View, filters: Any, settings: Settings, /, **given: Any) -> None:
    from etl.report.query import ask_view

    form, limit, wide = given.pop("form"), given.pop("limit"), given.pop("wide")
    chosen = _chosen(view, given.pop("columns"))
    narrowed = {filters(column): key for column, key in given.items() if key is not None}
    most = TABLE_ROWS + 1 if form is Format.TABLE and limit is None else limit
    from etl.load.connection import open_connection

    everything = wide or form is not Format.TABLE
    columns = chosen or (tuple(view.columns) if everything else view.shown)
    with open_connection(settings) as connection:
        answer = ask_view(connection, view, narrowed, most, columns)
        if form is not Format.TABLE:
            show_rows(answer.columns, answer.rows, form)
            return
        kept = list(answer.rows)
    show_rows(answer.columns, kept[: limit or TABLE_ROWS], form)
    if limit is None and len(kept) > TABLE_ROWS:
        click.echo(f"There are more than {TABLE_ROWS} rows: --limit shows more, --format csv all.", err=True)


def _chosen(view: View, columns: str | None) -> tuple[str, ...]:
    chosen = tuple(name.strip() for name in columns.split(",")) if columns else ()
    for name in chosen:
        if name not in view.columns:
            raise UsageError(f"{view.name} has no column {name!r}. It has {', '.join(view.columns)}.")
    return chosen


def _views() -> dict[str, View]:
    from etl.load.view_files import VIEW_FOLDERS, read_views

    views = sorted(read_views(), key=lambda view: (VIEW_FOLDERS.index(view.group), view.name))
    return {view.name: view for view in views}
