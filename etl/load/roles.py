"""The read-only role for BI tools: it sees the views of report, and nothing else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql
from pydantic import SecretStr
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from etl.errors import SchemaError, UsageError
from etl.house import SQL
from etl.load.faults import driver_error
from etl.load.schema_lock import take_schema_lock
from etl.load.tables import NEWS, RAW

_STATEMENTS = SQL / "roles" / "read_report.sql"
#: Longest name that PostgreSQL keeps whole, in bytes.
_NAME_BYTES = 63


@dataclass(frozen=True, slots=True)
class Grant:
    """What was done; ``password`` is the new role's, told this once. ``also_reads`` should be empty."""

    role: str
    is_new: bool
    password: SecretStr | None
    statements: tuple[str, ...]
    also_reads: tuple[str, ...]


def grant(engine: Engine, role: str, *, can_log_in: bool = True) -> Grant:
    """Let ``role`` read the views of report, making it if need be; running it again changes nothing.

    A new role that can log in gets a generated password; the password of one that exists is left alone.
    ``also_reads`` names tables that the role reads by other rights (a membership, say), which it should not.
    Raises :class:`~etl.errors.UsageError` or :class:`~etl.errors.SchemaError`.
    """
    if not role or len(role.encode()) > _NAME_BYTES or role == "public" or role.startswith("pg_"):
        raise UsageError(f"'{role}' cannot be the name of a role: 1 to {_NAME_BYTES} bytes, not public, not pg_...")
    try:
        with engine.begin() as connection:
            take_schema_lock(connection)
            return _grant(connection, role, can_log_in)
    except (DBAPIError, SchemaError) as error:
        fault = driver_error(error)
        if isinstance(fault, psycopg.errors.InsufficientPrivilege):
            raise SchemaError(
                f"this database user may not do that: {fault.diag.message_primary}. Use one that may create roles "
                f"(CREATEROLE) and owns the database, or have an administrator create the role and run {_STATEMENTS}."
            ) from None
        raise


def _grant(connection: Connection, role: str, can_log_in: bool) -> Grant:
    is_new, password = _make(connection, role, can_log_in)
    database = connection.execute(text("select current_database()")).scalar_one()
    names = {"role": sql.Identifier(role), "database": sql.Identifier(database)}
    statements = []
    for statement in _read_statements():
        done = sql.SQL(statement).format(**names).as_string(_driver(connection))
        connection.exec_driver_sql(done, execution_options={"no_parameters": True})
        statements.append(done)
    return Grant(role, is_new, password, tuple(statements), _other_rights(connection, role))


def _make(connection: Connection, role: str, can_log_in: bool) -> tuple[bool, SecretStr | None]:
    found = connection.execute(text("select rolsuper from pg_roles where rolname = :role"), {"role": role}).first()
    if found is not None:
        if found.rolsuper:
            raise UsageError(f"{role} is a superuser and reads everything. Name another role.")
        return False, None
    create = sql.SQL("create role {} nosuperuser nocreatedb nocreaterole ").format(sql.Identifier(role))
    if not can_log_in:
        connection.exec_driver_sql((create + sql.SQL("nologin")).as_string(_driver(connection)))
        return True, None
    password = secrets.token_urlsafe(18)
    # Hashed here, so that the server's log cannot hold it.
    driver = _driver(connection)
    hashed = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    statement = create + sql.SQL("login password {}").format(sql.Literal(hashed))
    connection.exec_driver_sql(statement.as_string(driver), execution_options={"no_parameters": True})
    return True, SecretStr(password)


def _read_statements() -> list[str]:
    lines = _STATEMENTS.read_text(encoding="utf-8").splitlines()
    bare = "\n".join(line for line in lines if not line.startswith("--"))
    return [statement.strip() for statement in bare.split(";") if statement.strip()]


def _other_rights(connection: Connection, role: str) -> tuple[str, ...]:
    rows = connection.execute(
        text(
            """
            select format('%I.%I', nspname, relname) as name
            from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            where nspname in (:raw, :news)
                and relkind in ('r', 'p', 'v', 'm')
                and has_schema_privilege(:role, pg_namespace.oid, 'usage')
                and has_table_privilege(:role, pg_class.oid, 'select')
            order by 1
            """
        ),
        {"role": role, "raw": RAW, "news": NEWS},
    )
    return tuple(rows.scalars())


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
