"""Where the embedded server keeps what: its folders, its password, its lock, and what it remembers."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from etl.errors import ServerError
from etl.load.server.account import Account

#: Longest folder of a Unix socket: macOS takes 104 bytes, of which ``/.s.PGSQL.65535`` and a NUL are 17.
_SOCKET_FOLDER_BYTES = 87
#: Data of a root whose own home other accounts cannot enter.
_SYSTEM_DATA = Path("/var/lib/newstrace")


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered between starts."""

    port: int
    version: str


@dataclass(frozen=True, slots=True)
class ServerHome:
    """The server's folders: ``own`` belongs to newstrace's user, ``base`` can be entered by the server's account."""

    own: Path
    base: Path

    @property
    def data(self) -> Path:
        return self.base / "data"

    def read_memory(self) -> Memory | None:
        try:
            return Memory(**json.loads((self.own / "server.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_memory(self, memory: Memory) -> None:
        _write(self.own / "server.json", json.dumps(asdict(memory)) + "\n", 0o644)

    def read_password(self) -> str | None:
        try:
            return (self.own / "password").read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ServerError(f"the server's password cannot be read: {error}. Run as its owner.") from None

    def keep_password(self, password: str) -> None:
        """Keep ``password`` in a file that only its owner can read."""
        _write(self.own / "password", password + "\n", 0o600)

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Only one process at a time starts or stops the server."""
        with (self.own / "lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextlib.contextmanager
    def life_line(self) -> Iterator[int]:
        """An open file whose lock goes to the server and its children, and ends with the last of them.

        A container does not see the processes of another. Two servers on one data folder would destroy it, so that
        this lock, which both see, has the last word. Raises :class:`~etl.errors.ServerError` where one is alive.
        """
        with (self.base / "alive").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ServerError(
                    f"the server of {self.data} runs already, where this process cannot see it: in another container, "
                    "perhaps. Use that one through DATABASE_URL, or stop it first."
                ) from None
            yield file.fileno()

    def socket_folder(self, account: Account) -> Path | None:
        """A folder for the Unix socket, made if need be; ``None`` where no path is short enough and safe."""
        near = self.base / "socket"
        name = f"newstrace-{hashlib.sha256(os.fsencode(self.base)).hexdigest()[:16]}"
        for folder in (near, Path(tempfile.gettempdir()) / name):
            if len(os.fsencode(folder)) > _SOCKET_FOLDER_BYTES:
                continue
            with contextlib.suppress(OSError):
                if not folder.exists():
                    folder.mkdir(mode=0o700)
                    account.take(folder)
                # Anybody can make a folder of this name in /tmp: it serves only if it is ours.
                status = folder.lstat()
                owner = os.geteuid() if account.uid is None else account.uid
                if stat.S_ISDIR(status.st_mode) and status.st_uid == owner and not status.st_mode & 0o077:
                    return folder
        return None


def new_password() -> str:
    """A password that nobody guesses, of characters that need no escape in an address."""
    return secrets.token_urlsafe(24)


def _write(path: Path, text: str, mode: int) -> None:
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), mode)
        file.write(text)
    unfinished.replace(path)


def _make(folder: Path, mode: int) -> None:
    """``folder``, with ``mode`` if it was not there; what others made keeps its permissions."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)


def is_home(home: Path) -> bool:
    """Whether a server was ever made in ``home``."""
    return (home.expanduser() / "server").is_dir()


def open_home(home: Path, account: Account) -> ServerHome:
    """The server's folders under ``home``, made if need be.

    Where root's ``home`` cannot be entered by the server's account (``/root`` is closed, and stays so), the data lies
    under ``/var/lib/newstrace``. Raises :class:`~etl.errors.ServerError`.
    """
    home = home.expanduser().resolve()  # one home, by whichever way one comes to it
    mode = 0o711 if account.is_other else 0o700  # the server's account passes through, and sees nothing
    own = home / "server"
    try:
        _make(home, mode)
        _make(own, mode)
        owner = own.stat().st_uid
        if owner != os.geteuid():
            raise ServerError(
                f"{own} belongs to another account (uid {owner}). Run newstrace as that account, or set "
                "NEWSTRACE_HOME to a folder of your own."
            )
        base = own if account.can_enter(own) else _elsewhere(own)
    except OSError as error:
        raise ServerError(f"the server's folder cannot be used: {error}. Set NEWSTRACE_HOME to another.") from None
    return ServerHome(own, base)


def _elsewhere(own: Path) -> Path:
    """The data folder of a closed home; a file in the home names it, so that it is found when the home moves."""
    pointer = own / "elsewhere"
    if pointer.is_file():
        return Path(pointer.read_text(encoding="utf-8").strip())
    _make(_SYSTEM_DATA, 0o711)
    base = _SYSTEM_DATA / secrets.token_hex(6)
    _make(base, 0o711)
    _write(pointer, f"{base}\n", 0o644)
    return base
