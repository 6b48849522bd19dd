"""Alembic's environment: runs migrations over a connection of newstrace, under a lock, in one transaction.

Rules that hold for every migration:

- One transaction for all of them: a failed upgrade leaves nothing behind. So no ``create index concurrently`` here.
- An advisory lock: two upgrades at once run one after the other.
- A lock timeout: a migration that waits for a reader would make every later reader wait behind it.
- A statement timeout: a migration that takes longer than this is wrong for a table of this size.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from etl.load.tables import NEWS, RAW, metadata

#: Taken by whoever changes the schema; released with the transaction.
ADVISORY_LOCK = 7_402_116_501
ADVISORY_LOCK_TIMEOUT = "10min"
LOCK_TIMEOUT = "10s"
STATEMENT_TIMEOUT = "30min"


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Only our schemas are compared; the database may hold others."""
    return kind != "schema" or name in (RAW, NEWS)


def migrate(connection: Connection) -> None:
    connection.execute(text(f"set local lock_timeout = '{ADVISORY_LOCK_TIMEOUT}'"))
    connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": ADVISORY_LOCK})
    connection.execute(text(f"set local lock_timeout = '{LOCK_TIMEOUT}'"))
    connection.execute(text(f"set local statement_timeout = '{STATEMENT_TIMEOUT}'"))
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
