"""Logs: to standard error, as text or as JSON lines, with secrets taken out."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime

#: ``user:password@`` of any URL, and ``password=...`` of any connection string.
_SECRETS = (
    (re.compile(r"(?P<keep>[a-z][a-z0-9+.-]*://[^\s:/@]*:)[^\s@]+(?=@)", re.IGNORECASE), r"\g<keep>***"),
    (re.compile(r"(?P<keep>\bpassword\s*[=:]\s*)('[^']*'|\"[^\"]*\"|[^\s&,;]+)", re.IGNORECASE), r"\g<keep>***"),
)


def redact(text: str) -> str:
    """``text`` without the passwords of URLs and connection strings."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class _TextFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


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
    handler.setFormatter(_JsonFormatter() if log_format == "json" else _TextFormatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("etl")
    logger.handlers[:] = [handler]
    logger.setLevel(level.upper())
    logger.propagate = False
