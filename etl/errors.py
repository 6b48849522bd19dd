"""Failures as types: those that a retry may cure, and those that it can't.

Every message says what happened and what to do. The command line prints it without a traceback.
"""

from __future__ import annotations


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
