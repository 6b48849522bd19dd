"""A database is brought up to date, or left as it was."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, func, inspect, select

from etl.load.connection import connect
from etl.load.migrate import downgrade, status, upgrade
from etl.load.tables import NEWS, RAW, articles, metadata


def test_a_new_database_has_every_table_and_no_rows(database: Connection) -> None:
    assert set(inspect(database).get_table_names(NEWS)) == {
        t.name for t in metadata.tables.values() if t.schema == NEWS
    }
    assert database.scalar(select(func.count()).select_from(articles)) == 0


def test_models_and_migrations_say_the_same(database: Connection) -> None:
    """Else the data dictionary would describe columns that the database lacks."""
    context = MigrationContext.configure(
        database,
        opts={
            "include_schemas": True,
            "include_name": lambda name, kind, _: kind != "schema" or name in (RAW, NEWS),
            "version_table_schema": RAW,
            "compare_type": True,
            "compare_server_default": True,
        },
    )
    assert compare_metadata(context, metadata) == []


def test_upgrade_twice_changes_nothing_and_downgrade_leaves_no_table(empty_database_url: URL) -> None:
    engine = connect(empty_database_url)
    assert upgrade(engine).current is None
    assert upgrade(engine).is_current
    downgrade(engine)
    with engine.connect() as connection:
        assert status(connection).current is None
        assert inspect(connection).get_table_names(RAW) == ["alembic_version"]
        assert NEWS not in inspect(connection).get_schema_names()
    upgrade(engine)
    with engine.connect() as connection:
        assert status(connection).is_current
    engine.dispose()
