"""A database is brought up to date, or left as it was."""

from __future__ import annotations

from hashlib import sha256

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, func, inspect, select, text

from etl.errors import SchemaError
from etl.house import MIGRATIONS
from etl.load.connection import connect
from etl.load.migrate import SchemaStatus, alembic_config, downgrade, status, upgrade
from etl.load.tables import NEWS, RAW, articles, metadata

#: Migrations that users' databases have been through, by SHA-256. A change of a table is a new file, never an edit.
SETTLED = {
    "0001_initial_schema.py": "e28215f51a74c5396d9cb14922fe7ee58865afe5c5c845028376a50812d89f79",
    "0002_rejects_can_be_dismissed.py": "7841f4d9c3c040179b34dc86f852fbf2b1405260ed9e6ad08612aefc3f8605a4",
    "0003_outcome_of_figures.py": "e8917bcb8a508bcdc5642e25ddc5a28fd512365673d140cafa01a9a4824a30d6",
    "0004_senses_of_wordings.py": "7cc6b25856546118edc46239193c3a35cdb187320490ae6e0a360c90cd712487",
}


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


def test_migrations_follow_each_other_by_number(database: Connection) -> None:
    """What a database is at is told from the files' names."""
    scripts = list(ScriptDirectory.from_config(alembic_config()).walk_revisions())
    assert [script.revision for script in scripts] == [f"{n:04}" for n in range(len(scripts), 0, -1)]
    context = MigrationContext.configure(database, opts={"version_table_schema": RAW})
    assert status(database) == SchemaStatus(context.get_current_revision(), scripts[0].revision)


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


def test_settled_migrations_are_not_edited() -> None:
    """A database that went through the old text would lack what the new one makes, and nobody would know."""
    for name, digest in SETTLED.items():
        assert sha256((MIGRATIONS / "versions" / name).read_bytes()).hexdigest() == digest, name


def test_a_database_of_the_first_migration_keeps_its_rows_and_rights(empty_database_url: URL) -> None:
    engine = connect(empty_database_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        connection.execute(text("create view report.rejected_files as select reject_id, path from raw.rejects"))
        connection.execute(text("grant select on report.rejected_files to public"))
        connection.execute(
            text(
                "insert into raw.deployments values ('view rejected_files', 'of another version', '0', now());"
                "insert into raw.runs (run_id, command, started_at, status, version, pipeline) "
                "values (1, 'newstrace run news', now(), 'done_with_rejects', '0', 'p');"
                "insert into raw.rejects (reject_id, path, stage, reason, run_id, rejected_at) "
                "values (1, '/news/1.txt', 'extract', 'the file is empty', 1, now())"
            )
        )
    assert upgrade(engine).current == "0001"
    with engine.connect() as connection:
        assert status(connection).is_current
        rows = connection.execute(text("select path, state, dismissed_reason from report.rejected_files"))
        assert rows.one() == ("/news/1.txt", "open", None)
        told = "select col_description('raw.rejects'::regclass, attnum) from pg_attribute where attrelid = "
        comment = connection.scalar(text(f"{told}'raw.rejects'::regclass and attname = 'dismissed_at'"))
        assert comment == metadata.tables["raw.rejects"].c.dismissed_at.comment
        granted = "select has_table_privilege('public', 'report.rejected_files', 'select')"
        assert connection.scalar(text(granted))
    engine.dispose()


def test_claims_linked_before_wordings_had_senses_stay_until_they_are_linked_anew(empty_database_url: URL) -> None:
    """Else who reads the views between the upgrade and the next run would find claims without printings."""
    engine = connect(empty_database_url)
    printed = "select claim_occurrence_id, {0}_key, claim_id from news.claim_occurrences"
    kept = "select form_key, claim_id from news.{}"
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0003")
        # without the article and the sentence that it would stand in
        connection.execute(text("set session_replication_role = replica"))
        connection.execute(
            text(
                "insert into news.claims (claim_id, text, checkworthiness) values (1, 'Rain fell', 0), (2, 'Ice', 0);"
                "insert into news.claim_forms (form_key, content, claim_id) values (11, '[]', 1), (12, '[1]', 2);"
                "insert into news.claim_occurrences (claim_occurrence_id, claim_id, article_id, sentence_id, "
                "start_char, end_char, text, statement, voice, polarity, is_hedged, checkworthiness, "
                "checkworthiness_reasons, form_key) "
                "values (5, 1, 1, 1, 0, 9, 'Rain fell', 'Rain fell', 'author', 'affirmed', false, 0, '', 11)"
            )
        )
    upgrade(engine)
    with engine.begin() as connection:
        assert connection.execute(text(printed.format("sense"))).all() == [(5, 11, 1)]
        assert connection.execute(text(kept.format("claim_senses order by 1"))).all() == [(11, 1), (12, 2)]
        connection.execute(text("insert into news.claim_senses values (99, 12, 7, 2)"))
        connection.execute(text("delete from news.claim_senses where sense_key = 12"))
        connection.execute(text("set session_replication_role = replica"))
        connection.execute(text("update news.claim_occurrences set sense_key = 99, claim_id = 2"))
    downgrade(engine, "0003")
    with engine.begin() as connection:
        assert connection.execute(text(printed.format("form"))).all() == [(5, 12, 2)]
        assert connection.execute(text(kept.format("claim_forms order by 1"))).all() == [(11, 1), (12, 2)]
    engine.dispose()


def test_tables_from_before_they_were_settled_are_told_and_left(empty_database_url: URL) -> None:
    """Else its views would fail one by one, and nobody would say what to do."""
    engine = connect(empty_database_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        connection.execute(text("alter table news.claims drop column subject"))
    with pytest.raises(SchemaError, match=r"lacks news\.claims\.subject\. It was left as it was\..*drop schema"):
        upgrade(engine)
    with engine.connect() as connection:
        assert status(connection).current == "0001"
    engine.dispose()
