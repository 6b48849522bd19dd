"""Under which account the server runs: the user's own, or an unprivileged one where the user is root."""

from __future__ import annotations

import contextlib
import errno
import os
import pwd
import stat
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import ServerError

#: PostgreSQL refuses to run as root. This uid lies in the range that systemd's table of uids calls unused
#: (60578-60705, https://systemd.io/UIDS-GIDS), below 65536 so that containers with a small map know it.
SERVER_UID = 60672

_DENIED = "this root may not act as another account ({}). Run newstrace as an ordinary user, or set DATABASE_URL."


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the server; ``uid`` is ``None`` where that is whoever runs newstrace."""

    uid: int | None

    @property
    def is_other(self) -> bool:
        """Whether the server runs as somebody else than newstrace."""
        return self.uid is not None

    def run(self, command: Sequence[str | Path], *, typed: str = "", hand_on: Sequence[int] = ()) -> tuple[int, str]:
        """Run ``command`` to its end as this account; its exit status and all that it printed.

        ``typed`` is its standard input, ``hand_on`` are open files that it and its children get. The output goes to a
        file, for a server that inherited a pipe would keep it open, and the read would never end.
        """
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as keys:
            keys.write(typed.encode())
            keys.seek(0)
            try:
                done = subprocess.run(
                    [str(word) for word in command],
                    stdin=keys,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    cwd="/",  # the account may not be able to enter the user's own folder
                    env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                    user=self.uid,
                    group=self.uid,
                    extra_groups=None if self.uid is None else [],
                    umask=0o077,
                    pass_fds=hand_on,
                    start_new_session=True,  # no terminal: Ctrl-C stays with newstrace, a password is read from stdin
                    check=False,
                )
            except OSError as error:
                if self.uid is not None and error.errno in (errno.EPERM, errno.EINVAL):
                    raise ServerError(_DENIED.format(error.strerror)) from None
                return 126, str(error)
            output.seek(0)
            return done.returncode, output.read().decode(errors="replace").strip()

    def take(self, path: Path) -> None:
        """Make this account the owner of ``path``, which newstrace made, and of all in it."""
        if self.uid is None:
            return
        try:
            os.chown(path, self.uid, self.uid, follow_symlinks=False)
            for folder, folders, files in os.walk(path):
                for name in (*folders, *files):
                    os.chown(Path(folder, name), self.uid, self.uid, follow_symlinks=False)
        except OSError as error:
            raise ServerError(_DENIED.format(error)) from None

    def can_enter(self, folder: Path) -> bool:
        """Whether this account may pass through ``folder`` and all above it."""
        return self.uid is None or all(_may_pass(each, self.uid) for each in (folder, *folder.parents))


def _may_pass(folder: Path, uid: int) -> bool:
    status = folder.stat()
    return bool(status.st_mode & (stat.S_IXUSR if status.st_uid == uid else stat.S_IXOTH))


def server_account() -> Account:
    """The account for the server's own work."""
    return Account(SERVER_UID if os.geteuid() == 0 else None)


def initdb_account() -> Account:
    """The account that makes the data folder: ``initdb`` wants one that has a name."""
    if os.geteuid() != 0:
        return Account(None)
    with contextlib.suppress(KeyError):
        return Account(pwd.getpwuid(SERVER_UID).pw_uid)
    with contextlib.suppress(KeyError):
        return Account(pwd.getpwnam("nobody").pw_uid)
    raise ServerError(
        "as root, newstrace makes its database folder as the account 'nobody', which this machine lacks. "
        "Run newstrace as an ordinary user, or set DATABASE_URL."
    )
