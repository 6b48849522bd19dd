"""Logs: to standard error, as text or as JSON lines, with secrets taken out."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from urllib.parse import quote

#: ``user:password@`` of any URL, ``password=...`` of any connection string, and tokens by the words before them.
_SECRETS = (
    (re.compile(r"(?P<keep>[a-z][a-z0-9+.-]*://[^\s:/@]*:)(?!<password>@)[^\s@]+(?=@)", re.IGNORECASE), r"\g<keep>***"),
    (
        re.compile(
            r"(?P<keep>(?:\b|_)(?:password|passwd|pwd|secret|token|api[_-]?key)\b[\"']?\s*[=:]\s*)"
            r"('[^']*'|\"[^\"]*\"|[^\s&,;]+)",
            re.IGNORECASE,
        ),
        r"\g<keep>***",
    ),
    (re.compile(r"(?P<keep>\b(?:bearer|basic)\s+)[\w.~+/=-]{12,}", re.IGNORECASE), r"\g<keep>***"),
)
#: Secrets known by their very words, which could stand anywhere. Shorter ones would black out innocent words.
_KNOWN: set[str] = set()
_SHORTEST = 6


def hide(secret: str) -> None:
    """From now on ``secret`` stands in no log."""
    if len(secret) >= _SHORTEST:
        _KNOWN.update((secret, quote(secret, safe="")))


def redact(text: str) -> str:
    """``text`` without passwords and tokens, as far as their place or their words are known."""
    for known in sorted(_KNOWN, key=len, reverse=True):
        text = text.replace(known, "***")
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class _TextFormatter(logging.Formatter):
    """One line a record; tracebacks are for whoever asks for everything (``--log-level debug``)."""

    def __init__(self, *, with_traces: bool) -> None:
        super().__init__("%(levelname)s: %(message)s")
        self._with_traces = with_traces

    def format(self, record: logging.LogRecord) -> str:
        if self._with_traces or not record.exc_info:
            return redact(super().format(record))
        error = record.exc_info[1]
        return redact(f"{record.levelname}: {record.getMessage()} ({type(error).__name__}: {error})")


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            entry["exception"] = redact(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def configure_logs(log_format: str, level: str) -> None:
    """Send newstrace's logs to standard error, in ``text`` or ``json``."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter() if log_format == "json" else _TextFormatter(with_traces=level == "debug"))
    logger = logging.getLogger("etl")
    logger.handlers[:] = [handler]
    logger.setLevel(level.upper())
    logger.propagate = False


def tell_end(message: str) -> None:
    """Say on standard error why a command ends without success: a line, or one record where logs are JSON."""
    handlers = logging.getLogger("etl").handlers
    if handlers and isinstance(handlers[0].formatter, _JsonFormatter):
        record = logging.LogRecord("etl", logging.ERROR, "", 0, message, None, None)
        message = handlers[0].format(record)
    else:
        message = f"newstrace: {redact(message)}"
    sys.stderr.write(f"{message}\n")
