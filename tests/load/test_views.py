"""Views: rebuilt with comments and rights, all or nothing, and a fault is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from etl.errors import SchemaError, TransientError
from etl.load import schema_lock, views
from etl.load.migrate import upgrade
from etl.load.view_files import read_view, read_views
from etl.load.views import are_current, deploy_views, drop_views

HEAD = "-- What is it?\n-- It goes on.\n-- @column id: Its key.\n-- @column name: Its 100 % name.\n-- @order id\n"


def write(folder: Path, name: str, text_of_file: str) -> Path:
    path = folder / "quality" / f"{name}.sql"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text_of_file)
    return path


def comments(connection: Connection, view: str) -> dict[int, str]:
    """By number of the column; 0 is the view's own."""
    query = "select objsubid, description from pg_description where objoid = cast(:view as regclass)"
    return {row.objsubid: row.description for row in connection.execute(text(query), {"view": f"report.{view}"})}


def test_a_new_database_has_every_view_with_its_question_and_columns(database: Connection) -> None:
    assert are_current(database)
    for view in read_views():
        found = comments(database, view.name)
        assert found.pop(0) == view.question
        assert sorted(found.values()) == sorted(view.columns.values()), view.name


def test_a_file_becomes_a_view(database: Connection, tmp_path: Path) -> None:
    write(tmp_path, "a_names", HEAD + "select id, name from report.b_base\nwhere name like '%o%';\n")
    write(tmp_path, "b_base", HEAD + "select 1 as id, 'one'::text as name\nunion all\nselect 2, 'six'\n")
    found = read_views(tmp_path)
    assert [view.name for view in found] == ["b_base", "a_names"], "what a view stands on comes first"
    deploy_views(database, views=found)
    assert database.execute(text("select id, name from report.a_names")).all() == [(1, "one")]
    assert comments(database, "a_names") == {0: "What is it? It goes on.", 1: "Its key.", 2: "Its 100 % name."}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("select 1 as id,\n    'x'::text as name,\n    nothing\n", r"odd\.sql:8: column \"nothing\" does not exist"),
        ("select 1 as id, 'é😀'::text as name\nform x\n", r"odd\.sql:7: syntax error"),
        ("select 1 as id, 'x'::text as nom\n", r"odd\.sql: columns without an @column line: nom; .*column: name"),
        ("select 1 as id, report.missing.x from report.missing\n", r"odd\.sql: there is no view report\.missing"),
        ("", r"odd\.sql: a view has a question"),
    ],
)
def test_a_fault_is_named_by_its_file_and_line(database: Connection, tmp_path: Path, body: str, message: str) -> None:
    write(tmp_path, "odd", HEAD + body)
    with pytest.raises(SchemaError, match=message):
        deploy_views(database, views=read_views(tmp_path))


@pytest.mark.parametrize(
    "head",
    ["select 1 as id\n", "-- @column id: Key.\nselect 1 as id\n", "-- Why?\n-- @colum id: Key.\nselect 1 as id\n"],
)
def test_a_head_that_is_not_as_agreed_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(SchemaError, match=r"odd\.sql"):
        read_view(write(tmp_path, "odd", head))


def test_views_in_a_circle_are_refused(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("b", "a")):
        write(tmp_path, one, HEAD + f"select id, name from report.{other}\n")
    with pytest.raises(SchemaError, match="circle"):
        read_views(tmp_path)


def test_rights_given_on_a_view_survive(database: Connection) -> None:
    database.execute(text("create role nt_test_reader"))
    try:
        database.execute(text("grant select on report.run_history to nt_test_reader with grant option"))
        database.execute(text("grant select on report.articles to public"))
        deploy_views(database)
        query = text("select relacl::text from pg_class where oid = cast(:view as regclass)")
        assert "nt_test_reader=r*/" in database.scalar(query, {"view": "report.run_history"})
        assert "{=r/" in database.scalar(query, {"view": "report.articles"}) or ",=r/" in database.scalar(
            query, {"view": "report.articles"}
        )
    finally:
        database.rollback()


def test_views_of_others_stay_and_those_that_stand_on_ours_are_named(database: Connection) -> None:
    database.execute(text("create view report.mine as select 1 as one"))
    deploy_views(database)
    assert database.scalar(text("select one from report.mine")) == 1
    database.execute(text("create schema desk"))
    database.execute(text("create view desk.board as select headline from report.articles"))
    with pytest.raises(SchemaError, match=r"view desk\.board depends on view report\.articles"):
        deploy_views(database)


def test_a_view_that_is_no_longer_in_a_file_goes(database: Connection, tmp_path: Path) -> None:
    write(tmp_path, "only", HEAD + "select 1 as id, 'x'::text as name\n")
    deploy_views(database, views=read_views(tmp_path))
    assert database.execute(text("select viewname from pg_views where schemaname = 'report'")).scalars().all() == [
        "only"
    ]
    assert not are_current(database)


def test_an_upgrade_without_news_takes_no_lock_and_one_with_news_gives_up_soon(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dashboard that keeps a query open must neither be disturbed nor hold up everybody else."""
    monkeypatch.setattr(schema_lock, "_WAIT_FOR_TABLE", "200ms")
    with engine.connect() as reader:
        reader.execute(text("select * from report.run_history"))
        upgrade(engine)
        monkeypatch.setattr(views, "are_current", lambda _: False)
        with pytest.raises(TransientError, match="another session holds a lock"):
            upgrade(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("select count(*) from report.run_history")) == 0


def test_a_view_that_somebody_dropped_is_built_again(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("drop view report.run_history"))
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("select count(*) from report.run_history")) == 0


def test_nothing_to_drop_in_a_database_without_schema(empty_database_url: object) -> None:
    from sqlalchemy import URL

    from etl.load.connection import connect

    assert isinstance(empty_database_url, URL)
    engine = connect(empty_database_url)
    with engine.connect() as connection:
        assert drop_views(connection) == []
    engine.dispose()
