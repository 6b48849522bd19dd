"""Connections to the database: the one that DATABASE_URL names, else the embedded server's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlencode

from psycopg.abc import Buffer
from psycopg.types.array import ListDumper
from pydantic import SecretStr
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, OperationalError

from etl.errors import DatabaseUnreachableError, SchemaError, SettingsError
from etl.load.faults import explain_fault
from etl.logs import hide
from etl.settings import Settings

__all__ = [
    "Connection",
    "Engine",
    "connect",
    "database_url",
    "open_connection",
    "open_engine",
    "open_transaction",
    "read_url",
]

#: The oldest PostgreSQL that the schema and the views run on.
OLDEST_MAJOR = 15

_DRIVER = "postgresql+psycopg"
#: Parameters of a URL that have a variable of their own (libpq, "Environment Variables").
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "options": "PGOPTIONS",
    "application_name": "PGAPPNAME",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "channel_binding": "PGCHANNELBINDING",
}
_FORMS = ("postgres", "postgresql", _DRIVER)


def database_url(settings: Settings) -> URL:
    """The address in force, starting the embedded server if none is set.

    Raises :class:`~etl.errors.SettingsError` or :class:`~etl.errors.ServerError`; neither tells the password.
    """
    if settings.database_url is None:
        from etl.load.server import ensure_server

        return read_url(ensure_server(settings.home).url.get_secret_value())
    return read_url(settings.database_url.get_secret_value())


def read_url(text: str) -> URL:
    """A URL in any of the forms in use, for the driver that newstrace uses."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in _FORMS:
        raise SettingsError(
            f"{'DATABASE_URL' if text.strip() else 'DATABASE_URL is empty, which'} is not an address of the form "
            "postgresql://<user>:<password>@<host>:<port>/<database>. Mend it; unset, newstrace starts its own server."
        )
    if url.password:
        hide(str(url.password))
    return url.set(drivername=_DRIVER)


def libpq_url(settings: Settings) -> str:
    """The address in force as psql and BI tools take it, with the password."""
    return _libpq(database_url(settings))


def psql_environment(settings: Settings) -> dict[str, str]:
    """The address in force as the variables that libpq reads, so that no command line shows the password."""
    url = database_url(settings)
    given = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        **{_VARIABLES[name]: value for name, value in url.query.items() if name in _VARIABLES},
    }
    return {name: str(value) for name, value in given.items() if value is not None}


def role_url(engine: Engine, role: str, password: SecretStr | None) -> str | None:
    """The address of the same database for another role; ``None`` without a password."""
    if password is None:
        return None
    return _libpq(engine.url.set(username=role, password=password.get_secret_value()))


def describe(connection: Connection) -> str:
    """The server's version and place, without secrets."""
    version = connection.dialect.server_version_info or ()
    return f"PostgreSQL {'.'.join(map(str, version))} at {_place(connection.engine.url)}"


def _libpq(url: URL) -> str:
    # SQLAlchemy leaves spaces as they are, which libpq refuses.
    user = quote(url.username or "", safe="")
    password = f":{quote(str(url.password), safe='')}" if url.password else ""
    host = f"[{url.host}]" if ":" in (url.host or "") else url.host or ""
    place = f"{user}{password}@{host}" if user or password else host
    query = urlencode(url.query, doseq=True, quote_via=quote)
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{place}{port}/{quote(url.database or '', safe='')}{'?' if query else ''}{query}"


def open_engine(settings: Settings) -> Engine:
    """An engine whose sessions speak UTC, on a server that answered and is recent enough.

    Raises :class:`~etl.errors.DatabaseUnreachableError` or :class:`~etl.errors.SchemaError`.
    """
    return connect(database_url(settings))


@contextmanager
def open_connection(settings: Settings) -> Iterator[Connection]:
    """A connection to a current schema that sees one moment of it and writes nothing; all is closed afterwards."""
    from etl.load.migrate import require_current

    engine = open_engine(settings)
    try:
        reading = engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with reading as connection:
            if not _is_reader(connection):
                require_current(connection)
            yield connection
    finally:
        engine.dispose()


@contextmanager
def open_transaction(settings: Settings) -> Iterator[Connection]:
    """A connection to a current schema whose changes are committed at the end; all is closed afterwards."""
    from etl.load.migrate import require_current

    engine = open_engine(settings)
    try:
        with engine.begin() as connection:
            require_current(connection)
            yield connection
    finally:
        engine.dispose()


def _is_reader(connection: Connection) -> bool:
    """Whether its user may read the views at most: a BI role, which cannot see what is deployed."""
    query = "select not has_schema_privilege(oid, 'usage') from pg_namespace where nspname = 'raw'"
    return bool(connection.scalar(text(query)))


def connect(url: URL) -> Engine:
    """As :func:`open_engine`, for an address already read."""
    engine = create_engine(
        url,
        hide_parameters=True,  # an error's text would hold whole articles
        connect_args={"connect_timeout": 10, "application_name": "newstrace"},
    )
    event.listen(engine, "connect", _prepare)
    try:
        with engine.connect() as connection:
            major = (connection.dialect.server_version_info or (0,))[0]
    except OperationalError as error:
        engine.dispose()
        raise DatabaseUnreachableError(_unreachable(url, str(error.orig))) from None
    event.listen(engine, "handle_error", _explain)
    if major < OLDEST_MAJOR:
        engine.dispose()
        raise SchemaError(f"{_place(url)} runs PostgreSQL {major}; newstrace needs {OLDEST_MAJOR} or later.")
    return engine


class _ListDumper(ListDumper):
    """Whole numbers are written at once: one by one, keys in lists took a twelfth of the link stage's time."""

    def dump(self, obj: list[Any]) -> Buffer | None:
        if set(map(type, obj)) == {int}:
            return f"{{{','.join(map(str, obj))}}}".encode()
        return super().dump(obj)


def _prepare(connection: Any, _record: object) -> None:
    connection.adapters.register_dumper(list, _ListDumper)
    autocommit = connection.autocommit
    connection.autocommit = True
    connection.execute("set time zone 'UTC'")
    connection.autocommit = autocommit


def _explain(context: ExceptionContext) -> None:
    told = explain_fault(context.original_exception)
    if told is not None:
        raise told from context.original_exception


def _place(url: URL) -> str:
    host = url.host or url.query.get("host") or "the local socket"
    return f"{host}{f':{url.port}' if url.port else ''}/{url.database or ''}"


def _unreachable(url: URL, reason: str) -> str:
    told = " ".join(reason.split()).partition(" Is the server running")[0]
    if url.password:
        told = told.replace(str(url.password), "***")
    if "does not exist" in told and "database" in told:
        todo = "Create the database, or mend its name in DATABASE_URL."
    elif "password authentication" in told or "no password supplied" in told:
        todo = "Mend the user or the password in DATABASE_URL."
    else:
        todo = "Check that the server runs and that DATABASE_URL names it; try again."
    return f"no connection to {_place(url)}: {told}. {todo}"
