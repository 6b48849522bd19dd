"""The records of a WARC file, one after the other, and what of it is damaged.

Written here, because the libraries for it stop at the first damage: FastWARC 2.0 ends with an error that names no
place, takes a record that breaks off for a whole one, gives all records of a file compressed as a whole one offset,
and loses without a word whatever a wrong length swallows. WARC's own rules are few
(https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from etl.extract.warc.source import MAGIC, DamageError, GzipMember, Source, next_member, plain_source

OPENING = b"WARC/1."
_MAX_HEAD_BYTES = 1 << 16
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: ``offset`` as below, its fields (names in small letters), and its block.

    Of a block larger than was asked for only the beginning is kept, and of a record of another kind nothing.
    """

    offset: int
    fields: Mapping[str, str]
    block: bytes = b""
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Damage:
    """A place from which no record could be read, and why."""

    offset: int
    reason: str


def read_records(stream: BinaryIO, max_block: int) -> Iterator[WarcRecord | Damage]:
    """The records in ``stream``, with the blocks of responses and resources up to ``max_block`` bytes.

    A record's offset is where it begins in the file; in a file compressed record by record, where its gzip member
    begins. A record that is not the first of its member has the bytes before it in the member added. After damage,
    reading goes on at the next place where a record begins. Holds one block in memory.
    """
    stream.seek(0)
    if stream.read(len(MAGIC)) == MAGIC:
        yield from _read_members(stream, max_block)
    else:
        yield from _read_plain(plain_source(stream), 0, max_block)


def _read_members(stream: BinaryIO, max_block: int) -> Iterator[WarcRecord | Damage]:
    offset: int | None = 0
    while offset is not None:
        stream.seek(offset)
        head = stream.read(4096)
        if not head.strip(b"\0"):  # some writers fill up the last block
            return
        if not head.startswith(MAGIC):
            yield Damage(offset, "no record begins there: fetch the file again")
            offset = next_member(stream, offset + 1, OPENING)
            continue
        member = GzipMember(stream, offset)
        try:
            yield from _read_plain(Source(member), offset, max_block)
        except DamageError as error:
            yield Damage(offset, str(error))
            offset = next_member(stream, offset + len(MAGIC), OPENING)
        else:
            offset = member.end


def _read_plain(source: Source, base: int, max_block: int) -> Iterator[WarcRecord | Damage]:
    while source.peek(1):
        if source.peek(1) in (b"\r", b"\n"):
            source.take(1)
            continue
        offset = base + source.position
        record = _read_record(source, offset, max_block)
        yield record
        if isinstance(record, Damage) and not source.go_to(b"\n" + OPENING):
            return


def _read_record(source: Source, offset: int, max_block: int) -> WarcRecord | Damage:
    """The record that begins where ``source`` is. After damage, ``source`` is as far back as it can go."""
    head = source.peek(_MAX_HEAD_BYTES)
    end = _HEAD_END.search(head)
    if not head.startswith(OPENING) or end is None:
        source.take(1)
        return Damage(offset, "no record begins there: fetch the file again")
    fields = _fields(head[: end.start()])
    source.take(end.end())
    if not (written := fields.get("content-length", "")).isdecimal() or len(written) > 15:
        return Damage(offset, f"its Content-Length is {written!r}, not a number: write the file again")
    length, start = int(written), source.position
    is_wanted = fields.get("warc-type", "").lower() in ("response", "resource")
    kept = 0 if not is_wanted else length if length <= max_block else _MAX_HEAD_BYTES
    block = source.take(min(kept, length))
    found = len(block) + source.skip(length - len(block))
    fault = None
    if found < length:
        fault = f"it breaks off: {found:,} of {length:,} bytes are there; fetch the rest of the file"
    elif not _ends(source):
        fault = f"its Content-Length of {length:,} is wrong: no record ends there; write the file again"
    if fault is None:
        return WarcRecord(offset, fields, block, is_cut=is_wanted and len(block) < length)
    if not source.return_to(start) and len(block) == found:
        source.give_back(block)
    return Damage(offset, fault)


def _ends(source: Source) -> bool:
    """Whether the empty lines that end a record follow, or another record, or nothing."""
    following = source.peek(16)
    if following.startswith(b"\r\n\r\n"):
        return True
    rest = following.lstrip(b"\r\n\0")[: len(OPENING)]
    return rest == OPENING[: len(rest)]


def _fields(head: bytes) -> dict[str, str]:
    """The named fields; a line that begins with white space goes on with the one before it."""
    fields: dict[str, str] = {}
    name = None
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        if line[:1] in (" ", "\t") and name is not None:
            fields[name] += " " + line.strip()
        elif ":" in line:
            name, value = line.split(":", 1)
            name = name.strip().lower()
            fields[name] = value.strip()
    return fields
