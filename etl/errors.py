"""Failures as types: those that a retry may cure, and those that it can't.

Every message says what happened and what to do. The command line prints it without a traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

#: What a reject says where newstrace is at fault, not the input.
REPORT_IT = "Please report it, with the file."


class NewstraceError(Exception):
    """A failure that a user can act on."""

    exit_status = 1


class UsageError(NewstraceError):
    """The command's words are off."""

    exit_status = 2


class SettingsError(UsageError):
    """A setting is missing or wrong."""


class LockHeldError(NewstraceError):
    """Another run holds the lock of this database."""

    exit_status = 75


class TransientError(NewstraceError):
    """It may go through when tried again."""


class DatabaseUnreachableError(TransientError):
    """No connection to the database."""


class ServerError(NewstraceError):
    """The embedded PostgreSQL server could not be started or stopped."""


class SchemaError(NewstraceError):
    """The database's schema is not the one that this version needs."""


@contextmanager
def while_doing(what: str) -> Iterator[None]:
    """Note on whatever is raised in the block what was being worked on: "linking articles 65 to 128".

    The notes go with the exception (PEP 678), the innermost first. A failure of ours (:class:`NewstraceError`) says
    itself what happened.
    """
    try:
        yield
    except NewstraceError:
        raise
    except Exception as error:
        error.add_note(f"while {what}")
        raise
