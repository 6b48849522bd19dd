"""The formats that can be read, and the reader for a file."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from etl.extract.faults import InputFault
from etl.extract.html import HTML
from etl.extract.json_records import JSON, JSON_LINES
from etl.extract.plain_text import TEXT
from etl.extract.reader import Reader
from etl.extract.signature import is_html, is_warc
from etl.extract.table import TABLE
from etl.extract.warc import WARC

#: What is read, for whoever gave something else.
SUPPORTED = "text (.txt), web pages (.html), JSON, JSON Lines (.jsonl), tables (.csv, .tsv) and WARC (.warc, .warc.gz)"

READERS: tuple[Reader, ...] = (TEXT, HTML, JSON, JSON_LINES, TABLE, WARC)

#: What looks like a file name extension: "Mr. Smith" and "2015.06.22" have none.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9_-]{0,9}", re.IGNORECASE)


def reader_of(name: str, head: bytes = b"") -> Reader:
    """The reader for a file called ``name`` whose contents begin with ``head``.

    A name without an extension is text, unless it holds a page or a WARC archive; so is one in ".txt" or in an
    extension that programs on servers have (".php"), for crawlers keep pages under such names. Raises ``InputFault``.
    """
    suffix = PurePath(name).suffix
    named = next((each for each in READERS if name.lower().endswith(each.suffixes)), None)
    if named is not None and named is not TEXT:
        return named
    if is_warc(head):
        return WARC
    if is_html(head):
        return HTML
    if named is TEXT or not _SUFFIX.fullmatch(suffix):
        return TEXT
    raise InputFault(f"{suffix} files are not supported; what is: {SUPPORTED}")


def reader_of_stream(data: bytes) -> Reader:
    """The reader for a stream without a name: by how it begins; JSON only if it can be parsed, else text."""
    if is_warc(data):
        return WARC
    if is_html(data):
        return HTML
    if data.lstrip()[:1] not in (b"{", b"["):
        return TEXT
    if _is_json(data.lstrip().split(b"\n", 1)[0]):
        return JSON_LINES if data.lstrip()[:1] == b"{" and data.strip().count(b"\n") else JSON
    return JSON if _is_json(data) else TEXT


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
