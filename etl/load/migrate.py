"""The schema brought up to date: migrations, reference data and views, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from etl.errors import SchemaError, TransientError
from etl.house import MIGRATIONS
from etl.load import reference, views
from etl.load.faults import driver_error
from etl.load.schema_lock import take_schema_lock
from etl.load.tables import NEWS, RAW, metadata

if TYPE_CHECKING:  # every command asks where the schema stands, and few change it: Alembic takes 0.1 s to import
    from alembic.config import Config


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """Which migration the database is at (``None``: none), and which this version wants."""

    current: str | None
    wanted: str

    @property
    def is_current(self) -> bool:
        return self.current == self.wanted


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, also for an installed package, which has no pyproject.toml beside it."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection} if connection is not None else {})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def status(connection: Connection) -> SchemaStatus:
    """Where the database's schema stands."""
    known = _revisions()
    if not known:
        raise SchemaError(f"there is no migration in {MIGRATIONS}: the installation is not whole. Install again.")
    table = f"{RAW}.alembic_version"
    if connection.scalar(text("select to_regclass(:name)"), {"name": table}) is None:
        return SchemaStatus(None, known[-1])
    return SchemaStatus(connection.scalar(text(f"select version_num from {table}")), known[-1])


def _revisions() -> list[str]:
    """The migrations that this version knows, by number: each follows the one before it."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def upgrade(engine: Engine) -> SchemaStatus:
    """Bring the database up to date: tables, reference data, views; where it stood before.

    All or nothing, and no lock is taken where nothing has changed. Raises :class:`~etl.errors.SchemaError`, and
    :class:`~etl.errors.TransientError` where somebody holds a lock on our tables.
    """
    with engine.begin() as connection:
        before = _known_status(connection)
        if before.is_current and reference.is_current(connection) and views.are_current(connection):
            return before
    from alembic import command

    try:
        with engine.begin() as connection:
            take_schema_lock(connection)
            # Views go first: a column that a view shows could not be changed.
            rights = views.drop_views(connection)
            command.upgrade(alembic_config(connection), "head")
            _require_columns(connection)
            if not reference.is_current(connection):
                reference.load_reference(connection)
            views.deploy_views(connection, rights)
    except DBAPIError as error:
        raise _explain(error) from error
    return before


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take migrations back, down to ``revision``; with ``base``, every table of newstrace is dropped.

    The views go with them; the next upgrade makes them again.
    """
    from alembic import command

    try:
        with engine.begin() as connection:
            take_schema_lock(connection)
            views.drop_views(connection)
            command.downgrade(alembic_config(connection), revision)
    except DBAPIError as error:
        raise _explain(error) from error


def _known_status(connection: Connection) -> SchemaStatus:
    found = status(connection)
    if found.current is not None and found.current not in _revisions():
        raise SchemaError(
            f"the database is at migration {found.current}, which this version does not know (it wants "
            f"{found.wanted}): a newer newstrace made it. Upgrade newstrace."
        )
    return found


def _require_columns(connection: Connection) -> None:
    """Raise :class:`~etl.errors.SchemaError` where a migration of this number made other tables than ours does."""
    rows = connection.execute(
        text(
            "select table_schema || '.' || table_name || '.' || column_name "
            "from information_schema.columns where table_schema in (:raw, :news)"
        ),
        {"raw": RAW, "news": NEWS},
    )
    wanted = {f"{table.fullname}.{column.name}" for table in metadata.tables.values() for column in table.columns}
    lacking = sorted(wanted - set(rows.scalars()))
    if lacking:
        raise SchemaError(
            f"the database was made by a version from before the tables were settled: it lacks {lacking[0]}"
            f"{f' and {len(lacking) - 1} more columns' if len(lacking) > 1 else ''}. It was left as it was. Load the "
            "articles anew into another database (another NEWSTRACE_HOME or DATABASE_URL), or empty this one first: "
            "newstrace db shell -c 'drop schema raw, news, report cascade'"
        )


def _explain(error: DBAPIError) -> SchemaError | TransientError:
    fault = driver_error(error)
    told = fault.diag.message_primary if fault and fault.diag.message_primary else " ".join(str(error.orig).split())
    if isinstance(fault, psycopg.errors.LockNotAvailable):
        return TransientError(
            f"the schema could not be changed, for another session holds a lock on it ({told}). Nothing was changed: "
            "end that session (pg_stat_activity shows it) or try again."
        )
    if isinstance(fault, psycopg.errors.QueryCanceled):
        return TransientError(f"the change of the schema was cancelled, and nothing was changed: {told}. Try again.")
    return SchemaError(f"the schema could not be brought up to date, and was left as it was: {told}.")


def require_current(connection: Connection) -> None:
    """Raise :class:`~etl.errors.SchemaError` unless the schema is the one that this version needs."""
    found = _known_status(connection)
    if not found.is_current:
        at = found.current or "none"
        raise SchemaError(
            f"the database is at migration {at}, this version wants {found.wanted}: `newstrace db upgrade`."
        )
