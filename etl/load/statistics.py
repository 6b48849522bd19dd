"""The planner's statistics, up to date as soon as a run ends: PostgreSQL's own turn may come a minute later."""

from __future__ import annotations

from psycopg import sql
from sqlalchemy import Connection, text

from etl.load.tables import NEWS, RAW

_CHANGED = text(
    """
    select schemaname, relname
    from pg_stat_user_tables
    where schemaname in (:raw, :news) and n_mod_since_analyze > 200 + 0.1 * n_live_tup
    order by schemaname, relname
    """
)


def refresh_statistics(connection: Connection) -> int:
    """Analyze the tables that a run has changed by a tenth; how many. Without it the first reports would be slow."""
    # What this session did is counted now, and not a second later.
    connection.execute(text("select pg_stat_force_next_flush()"))
    connection.commit()
    changed = connection.execute(_CHANGED, {"raw": RAW, "news": NEWS}).all()
    driver = connection.connection.driver_connection
    for schema, table in changed:
        # It waits for nobody and takes a sample: some 0.1 s a table, however large.
        statement = sql.SQL("analyze (skip_locked) {}").format(sql.Identifier(schema, table))
        connection.exec_driver_sql(statement.as_string(driver))
    connection.commit()
    return len(changed)
