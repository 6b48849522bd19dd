"""Alembic's environment: runs migrations over a connection of newstrace, under a lock, in one transaction.

Rules that hold for every migration:

- One transaction for all of them: a failed upgrade leaves nothing behind. So no ``create index concurrently`` here.
- An advisory lock, a lock timeout and a statement timeout (etl/load/schema_lock.py).
- Views are dropped before and rebuilt after (`newstrace db upgrade` does both), so that a migration sees tables alone.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from etl.load.schema_lock import take_schema_lock
from etl.load.tables import NEWS, RAW, metadata


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Only our schemas are compared; the database may hold others."""
    return kind != "schema" or name in (RAW, NEWS)


def migrate(connection: Connection) -> None:
    take_schema_lock(connection)
    # Alembic's own table lies in raw, so that the schema is there before the first migration.
    connection.execute(text(f"create schema if not exists {RAW}"))
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_schemas=True,
        include_name=is_ours,
        version_table_schema=RAW,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations run over a connection: leave out --sql")

given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    from etl.load.connection import open_engine
    from etl.settings import read_settings

    with open_engine(read_settings()).begin() as own:
        migrate(own)
