"""``newstrace db``: the database's server, its schema, and who may read it."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from etl.errors import ServerError
from etl.settings import Settings


@click.group()
def db() -> None:
    """Look after the database: schema, server, shell, read-only roles."""


@db.command()
@click.pass_obj
def upgrade(settings: Settings) -> None:
    """Bring schema, reference data and views up to date. All or nothing; again, it changes nothing."""
    from etl.load.connection import open_engine
    from etl.load.migrate import status, upgrade

    engine = open_engine(settings)
    try:
        before = upgrade(engine)
        with engine.connect() as connection:
            after = status(connection)
    finally:
        engine.dispose()
    if before.current == after.current:
        click.echo(f"The database is at migration {after.current}, and its views are today's.")
    else:
        click.echo(f"The database went from migration {before.current or 'none'} to {after.current}.")


@db.command()
@click.pass_obj
def status(settings: Settings) -> None:
    """Say what runs where, and which schema it has. Starts nothing."""
    if settings.database_url is None:
        from etl.load.server import server_status

        found = server_status(settings.home)
        if found.running is None:
            click.echo("server     our own, stopped" if found.has_data else "server     our own, not made yet")
            click.echo(f"data       {found.data_folder}")
            click.echo("Any command that needs it starts it; so does `newstrace db start`.")
            return
        click.echo(f"server     our own, PostgreSQL {found.running.version}, running (process {found.running.pid})")
        click.echo(f"address    127.0.0.1:{found.running.port}")
        click.echo(f"socket     {found.running.socket_folder or 'none: no short enough folder'}")
        click.echo(f"data       {found.data_folder}")
    _show_schema(settings)


def _show_schema(settings: Settings) -> None:
    from etl.load.connection import describe, open_engine
    from etl.load.migrate import status

    engine = open_engine(settings)
    try:
        with engine.connect() as connection:
            schema = status(connection)
            if settings.database_url is not None:
                click.echo(f"server     {describe(connection)}, from DATABASE_URL")
            if schema.current is None:
                click.echo("schema     none yet: `newstrace db upgrade` makes it")
            elif schema.is_current:
                click.echo(f"schema     migration {schema.current}, current")
            else:
                click.echo(f"schema     migration {schema.current}; this version wants {schema.wanted}")
    finally:
        engine.dispose()


@db.command()
@click.pass_obj
def url(settings: Settings) -> None:
    """Print the database's address, password and all, as psql takes it: psql "$(newstrace db url)"."""
    from etl.load.connection import libpq_url

    click.echo(libpq_url(settings))


@db.command()
@click.pass_obj
def start(settings: Settings) -> None:
    """Start our own PostgreSQL; it stays up until `newstrace db stop`."""
    if settings.database_url is not None:
        click.echo("DATABASE_URL is set: that server is used, and there is nothing to start.")
        return
    from etl.load.server import ensure_server

    info = ensure_server(settings.home)
    click.echo(f"PostgreSQL {info.version} listens on 127.0.0.1:{info.port} (process {info.pid}).")


@db.command()
@click.pass_obj
def stop(settings: Settings) -> None:
    """Stop our own PostgreSQL. Open sessions end, unfinished transactions roll back."""
    if settings.database_url is not None:
        click.echo("DATABASE_URL is set: newstrace did not start that server, and does not stop it.")
        return
    from etl.load.server import stop_server

    click.echo("Stopped." if stop_server(settings.home) else "It was not running.")


@db.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[PSQL OPTION]...")
@click.pass_obj
def shell(settings: Settings, words: tuple[str, ...]) -> None:
    """Open psql on the database, with any options of psql: newstrace db shell -c 'select 1'."""
    from etl.load.connection import psql_environment
    from etl.load.server.binaries import find_psql

    program = find_psql()
    if program is None:
        raise ServerError("there is no psql here. Install a PostgreSQL client, or use `newstrace report`.")
    # By environment, for everybody on the machine can read a command line.
    # The views first, so that \\dv lists them and a query need not name the schema.
    environment = {"PGOPTIONS": "-c search_path=report,news,raw,public"} | os.environ | psql_environment(settings)
    if os.name != "posix":  # there, exec gives the prompt back while psql runs
        sys.exit(subprocess.run([program, *words], env=environment, check=False).returncode)
    os.execve(program, ["psql", *words], environment)


@db.command()
@click.argument("role")
@click.option("--no-login", is_flag=True, help="Make a role that others are members of, without a password.")
@click.pass_obj
def grant(settings: Settings, role: str, no_login: bool) -> None:
    """Let ROLE read the views of report, and nothing else. A new role's password is printed, this once."""
    from etl.load.connection import open_engine, role_url
    from etl.load.migrate import require_current
    from etl.load.roles import grant

    engine = open_engine(settings)
    try:
        with engine.connect() as connection:
            require_current(connection)
        done = grant(engine, role, can_log_in=not no_login)
        address = role_url(engine, role, done.password)
    finally:
        engine.dispose()
    click.echo(f"{'Made' if done.is_new else 'Found'} the role {role}. It reads the views of report. Done:")
    for statement in done.statements:
        click.echo(f"  {statement};")
    if address is not None:
        click.echo(f"Its address, with its password, which is not kept anywhere: {address}")
    for table in done.also_reads:
        click.echo(f"warning: {role} also reads {table}, by rights that newstrace did not give.", err=True)
