"""The lock that whoever changes the schema holds, and how long such a change may take."""

from __future__ import annotations

from sqlalchemy import Connection, text

SCHEMA_LOCK = 7_402_116_501
#: Another upgrade may be at work: waiting for it is right.
_WAIT_FOR_UPGRADE = "10min"
#: A migration that waits for a reader makes every later reader wait behind it: better give up soon.
_WAIT_FOR_TABLE = "10s"
#: What takes longer than this is wrong for a table of this size.
_LONGEST_STATEMENT = "30min"


def take_schema_lock(connection: Connection) -> None:
    """Hold the lock until the end of the connection's transaction, and bound what follows in it."""
    connection.execute(text(f"set local lock_timeout = '{_WAIT_FOR_UPGRADE}'"))
    connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": SCHEMA_LOCK})
    connection.execute(text(f"set local lock_timeout = '{_WAIT_FOR_TABLE}'"))
    connection.execute(text(f"set local statement_timeout = '{_LONGEST_STATEMENT}'"))
