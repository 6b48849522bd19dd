"""Deploy the views of sql/ into the schema report, with their comments and the grants that they had."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from etl.errors import SchemaError
from etl.load.deployments import read_deployed, write_deployed
from etl.load.faults import driver_error
from etl.load.tables import RAW, REPORT
from etl.load.view_files import View, read_views


@dataclass(frozen=True, slots=True)
class Right:
    """A right that somebody was given on a view."""

    view: str
    role: str
    right: str
    is_grantable: bool

    def grant(self) -> sql.Composed:
        return sql.SQL("grant {} on {} to {}{}").format(
            sql.SQL(self.right),  # a keyword from the catalogue
            sql.Identifier(REPORT, self.view),
            sql.SQL("public") if self.role == "" else sql.Identifier(self.role),
            sql.SQL(" with grant option" if self.is_grantable else ""),
        )


def are_current(connection: Connection) -> bool:
    """Whether the views in the database were made from today's files."""
    wanted = {view.name: view.sha256 for view in read_views()}
    return read_deployed(connection, "view") == wanted and wanted.keys() <= _existing(connection)


def drop_views(connection: Connection, also: Collection[str] = ()) -> list[Right]:
    """Drop the views that newstrace made, and those named; the rights that others had on them.

    Views that others put into the schema stay, unless they stand on ours: then it raises
    :class:`~etl.errors.SchemaError`, and nothing is dropped.
    """
    if not inspect(connection).has_table("deployments", schema=RAW):
        return []
    names = (read_deployed(connection, "view").keys() | set(also)) & _existing(connection)
    rights = [right for right in _read_rights(connection) if right.view in names]
    if names:
        _drop(connection, sorted(names))
    return rights


def deploy_views(
    connection: Connection, rights: Iterable[Right] = (), views: Collection[View] | None = None
) -> tuple[View, ...]:
    """Build the views in place of those that are there, and give back the rights that others had.

    Runs in the caller's transaction, behind its lock (:mod:`etl.load.schema_lock`). ``rights`` are those of views
    dropped earlier in it. Raises :class:`~etl.errors.SchemaError`, naming file and line.
    """
    wanted = read_views() if views is None else tuple(views)
    names = {view.name for view in wanted}
    all_rights = [*rights, *drop_views(connection, names)]
    for view in wanted:
        _create(connection, view)
    for right in all_rights:
        if right.view in names:
            _execute(connection, right.grant())
    write_deployed(connection, "view", {view.name: view.sha256 for view in wanted})
    return wanted


def _existing(connection: Connection) -> set[str]:
    return set(inspect(connection).get_view_names(REPORT))


def _read_rights(connection: Connection) -> list[Right]:
    rows = connection.execute(
        text(
            """
            select class.relname, coalesce(role.rolname, '') as role, acl.privilege_type, acl.is_grantable
            from pg_class as class
            cross join aclexplode(class.relacl) as acl
            left join pg_roles as role on role.oid = acl.grantee
            where class.relnamespace = to_regnamespace(:schema)
                and class.relkind = 'v'
                and acl.grantee <> class.relowner
            order by 1, 2, 3
            """
        ),
        {"schema": REPORT},
    )
    return [Right(*row) for row in rows]


def _drop(connection: Connection, names: Iterable[str]) -> None:
    # One statement, for they stand on each other.
    identifiers = sql.SQL(", ").join(sql.Identifier(REPORT, name) for name in names)
    try:
        _execute(connection, sql.SQL("drop view {}").format(identifiers))
    except DBAPIError as error:
        fault = driver_error(error)
        if not isinstance(fault, psycopg.errors.DependentObjectsStillExist):
            raise
        detail = " ".join((fault.diag.message_detail or "").split())
        raise SchemaError(
            f"a view of your own stands on one of ours, which must be rebuilt: {detail}. "
            "Drop yours, upgrade, and make it again."
        ) from None


def _create(connection: Connection, view: View) -> None:
    name = sql.Identifier(REPORT, view.name)
    opening = sql.SQL("create view {} as\n").format(name)
    try:
        _execute(connection, opening + sql.SQL(view.select))
    except (DBAPIError, SchemaError) as error:
        fault = driver_error(error)
        if fault is None or isinstance(fault, psycopg.errors.InsufficientPrivilege):
            raise
        raise _fault(view, fault) from None
    made = [column["name"] for column in inspect(connection).get_columns(view.name, schema=REPORT)]
    unexplained, missing = set(made) - view.columns.keys(), view.columns.keys() - set(made)
    if unexplained or missing:
        raise SchemaError(
            f"{view.path}: columns without an @column line: {', '.join(sorted(unexplained)) or 'none'}; "
            f"@column lines without a column: {', '.join(sorted(missing)) or 'none'}."
        )
    comment = sql.SQL("comment on view {} is {}").format(name, sql.Literal(view.question))
    _execute(connection, comment)
    for column, meaning in view.columns.items():
        target = sql.Identifier(REPORT, view.name, column)
        _execute(connection, sql.SQL("comment on column {} is {}").format(target, sql.Literal(meaning)))


def _fault(view: View, fault: psycopg.Error) -> SchemaError:
    """The server's complaint, at its line of the file."""
    line = view.first_line
    if fault.diag.statement_position:
        # The statement opens with a line of ours: 'create view "report"."..." as'.
        statement = f'create view "{REPORT}"."{view.name}" as\n{view.select}'
        line += statement.count("\n", 0, int(fault.diag.statement_position) - 1) - 1
    hint = f" ({fault.diag.message_hint})" if fault.diag.message_hint else ""
    return SchemaError(f"{view.path}:{max(line, view.first_line)}: {fault.diag.message_primary or fault}{hint}")


def _execute(connection: Connection, statement: sql.Composable) -> None:
    driver: Any = connection.connection.driver_connection
    # No parameters, so that a '%' in a view is a '%'.
    connection.exec_driver_sql(statement.as_string(driver), execution_options={"no_parameters": True})
