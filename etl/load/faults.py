"""What the database's own troubles mean for a user: a lost connection, a full disk, missing rights."""

from __future__ import annotations

import psycopg
from sqlalchemy.exc import DBAPIError

from etl.errors import DatabaseUnreachableError, NewstraceError, SchemaError, TransientError

_GO_ON = "What was committed stays; run it again to go on."

#: SQLSTATE, or its class (two characters), and what to say. PostgreSQL, appendix A.
_MEANINGS: dict[str, tuple[type[NewstraceError], str]] = {
    "08": (DatabaseUnreachableError, f"the connection to the database was lost ({{}}). {_GO_ON}"),
    "57P01": (DatabaseUnreachableError, f"the database server ended the connection ({{}}). {_GO_ON}"),
    "57P02": (DatabaseUnreachableError, f"the database server crashed ({{}}). {_GO_ON}"),
    "57P03": (DatabaseUnreachableError, f"the database server is starting or stopping ({{}}). {_GO_ON}"),
    "53100": (TransientError, f"the database's disk is full ({{}}). Make room. {_GO_ON}"),
    "53200": (TransientError, f"the database server has no memory left ({{}}). {_GO_ON}"),
    "53300": (TransientError, f"the database server takes no more connections ({{}}). {_GO_ON}"),
    "40": (TransientError, f"the database undid the transaction ({{}}). {_GO_ON}"),
    "25006": (SchemaError, "this database can only be read ({}). Name one that can be written in DATABASE_URL."),
    "42501": (SchemaError, "this database user may not do that ({}). Use the owner of the database."),
    "42P01": (SchemaError, "the database lacks a table or view ({}). `newstrace db upgrade` makes it."),
    "42703": (SchemaError, "the database lacks a column ({}). `newstrace db upgrade` makes it."),
    "58": (TransientError, f"the database server has trouble with its files ({{}}); its log says more. {_GO_ON}"),
    "XX": (TransientError, f"the database server found damage or a bug of its own ({{}}); its log says more. {_GO_ON}"),
}


def explain_fault(fault: BaseException | None) -> NewstraceError | None:
    """The driver's exception as one that tells what to do; ``None`` where it says nothing of the database's state."""
    if not isinstance(fault, psycopg.Error):
        return None
    state = fault.sqlstate or ("08" if isinstance(fault, psycopg.OperationalError) else "")
    meaning = _MEANINGS.get(state) or _MEANINGS.get(state[:2])
    if meaning is None:
        return None
    kind, words = meaning
    primary = fault.diag.message_primary or " ".join(str(fault).split())
    return kind(words.format(primary))


def driver_error(error: DBAPIError | NewstraceError) -> psycopg.Error | None:
    """The driver's exception under SQLAlchemy's, or under what :func:`explain_fault` made of it."""
    fault = error.orig if isinstance(error, DBAPIError) else error.__cause__
    return fault if isinstance(fault, psycopg.Error) else None
