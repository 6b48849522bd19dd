"""What a user is told when newstrace itself is at fault: one line, and where the rest was written."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from etl.logs import redact

#: Characters of the exception's own words that are told; the file has them whole.
_MOST = 300


def tell_fault(error: BaseException, home: Path | None) -> str:
    """Write the traceback to a file, and give the line that tells a user what to do.

    The file goes to ``faults`` in ``home``, if there is one, else to the system's folder for temporary files.
    Passwords and tokens are in neither.
    """
    trace = redact("".join(traceback.format_exception(error)))
    place = _write(_report(trace), home)
    notes = getattr(error, "__notes__", ())
    doing = f", {notes[0]}" if notes else ""
    where = f"The traceback is in {place}" if place else f"The traceback:\n{trace.rstrip()}\nIt could not be written"
    return (
        f"this is a fault of newstrace, not of your input: {_name(error)}{doing}. Nothing was lost: what was "
        f"committed stays, and the same command goes on from there. {where}; please report it."
    )


def _name(error: BaseException) -> str:
    words = " ".join(redact(str(error)).split())
    return f"{type(error).__name__}{f': {words[:_MOST]}' if words else ''}".rstrip(".")


def _report(trace: str) -> str:
    head = (
        f"newstrace {version('newstrace')}, Python {platform.python_version()}, {platform.platform()}",
        f"command: {redact(' '.join(sys.argv[1:]))}",
        f"at: {datetime.now(UTC).isoformat(timespec='seconds')}",
    )
    return "\n".join((*head, "", trace))


def _write(report: str, home: Path | None) -> Path | None:
    for choose in (_in_home, _in_temporary):
        try:
            path = choose(home)
            if path is not None:
                path.write_text(report, encoding="utf-8", errors="backslashreplace")
                return path
        except OSError:
            continue
    return None


def _in_home(home: Path | None) -> Path | None:
    # The server makes a home of its own kind: none is made here.
    if home is None or not home.is_dir():
        return None
    folder = home / "faults"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}.txt"


def _in_temporary(_home: Path | None) -> Path:
    handle, name = tempfile.mkstemp(prefix="newstrace-fault-", suffix=".txt")
    os.close(handle)
    return Path(name)
