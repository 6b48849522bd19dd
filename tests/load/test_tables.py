"""The definitions: everything explained, and everything that is looked up by a key has an index."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Table, UniqueConstraint, text

from etl.load.dictionary import PAGE, read_dictionary, render_dictionary
from etl.load.tables import metadata

#: Their rows stay, whatever is annotated or linked again.
NEVER_DELETED = {
    "raw.runs",
    "raw.files",
    "raw.documents",
    "news.articles",
    "news.authors",
    "news.outlets",
    "news.name_nodes",
}
TABLES = sorted(metadata.tables.values(), key=lambda table: table.fullname)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.fullname)
def test_everything_is_explained_in_a_sentence(table: Table) -> None:
    for comment in (table.comment, *(column.comment for column in table.columns)):
        assert comment, "a BI tool would show nothing"
        assert comment.endswith((".", "...")), comment


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.fullname)
def test_every_reference_has_an_index(table: Table) -> None:
    """Else to annotate one article again would read whole tables: rows that go are looked for where they are used."""
    indexes = [index.columns for index in table.indexes] + [table.primary_key.columns]
    indexes += [each.columns for each in table.constraints if isinstance(each, UniqueConstraint)]
    beginnings = {
        tuple(column.name for column in index)[:size] for index in indexes for size in range(1, len(index) + 1)
    }
    missing = {
        tuple(each.column_keys)
        for each in table.foreign_key_constraints
        if each.referred_table.fullname not in NEVER_DELETED
    }
    assert missing <= beginnings


def test_the_database_carries_the_same_comments(database: Connection) -> None:
    query = """
        select pg_class.oid::regclass::text as name, objsubid, description
        from pg_description
        join pg_class on pg_class.oid = objoid and classoid = 'pg_class'::regclass
        where relnamespace in ('raw'::regnamespace, 'news'::regnamespace) and relkind = 'r'
    """
    found = {(row.name, row.objsubid): row.description for row in database.execute(text(query))}
    for table in read_dictionary():
        assert found[table.name, 0] == table.meaning
        for number, column in enumerate(table.columns, 1):
            assert found[table.name, number] == column.meaning


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_dictionary(), "run python -m etl.load.new_migration"
