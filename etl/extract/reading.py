"""One input file to documents."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.formats import READERS, reader_of, reader_of_stream
from etl.extract.manifest import read_manifest
from etl.extract.metadata import Supplied, merge
from etl.extract.plain_text import TEXT
from etl.extract.reader import Reader
from etl.extract.sidecar import read_sidecar
from etl.extract.signature import binary_kind
from etl.records import ExtractedFile, InputFile, Reject, Stage, SuppliedMetadata

#: The path that stands for standard input.
STANDARD_INPUT = "-"

_CHUNK_BYTES = 1 << 20
_EXCERPT_CHARS = 200
_UNKNOWN_MEDIA_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's bytes; ``data`` stops after the first ``limit`` + 1 bytes, the other two tell of all of them."""

    data: bytes
    sha256: str
    size_bytes: int


def read_file(path: str) -> ExtractedFile:
    """All documents in the file at ``path`` (``-``: standard input), with what came beside them.

    Never raises on what a file holds or lacks: whatever can't be read is a reject with every reason. Where the bytes
    themselves could not be read, ``file.sha256`` is empty.
    """
    shown = printable(path)
    unread = InputFile(shown, "", 0, _UNKNOWN_MEDIA_TYPE)
    faults: list[str] = []
    reader = TEXT
    try:
        reader = TEXT if path == STANDARD_INPUT else reader_of(Path(path).name)
    except InputFault as fault:
        faults.extend(fault.reasons)
    try:
        content = _content(
            path, max(each.max_bytes for each in READERS) if path == STANDARD_INPUT else reader.max_bytes
        )
    except InputFault as fault:
        return ExtractedFile(unread, rejects=(_reject(shown, fault),))
    if path == STANDARD_INPUT:
        reader = reader_of_stream(content.data)
    media_type = _UNKNOWN_MEDIA_TYPE if faults else reader.media_type
    file = InputFile(shown, content.sha256, content.size_bytes, media_type)
    return _documents(path, file, reader, content, faults)


def printable(path: str) -> str:
    """``path`` as it can be stored: bytes of the name that are not UTF-8 become escapes such as ``\\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _documents(path: str, file: InputFile, reader: Reader, content: _Content, faults: list[str]) -> ExtractedFile:
    metadata, beside = (SuppliedMetadata(), ()) if path == STANDARD_INPUT else _beside(Path(path))
    try:
        _check_whole(content, reader, faults)
        readout = reader.read(file.path, content.data, metadata)
    except InputFault as fault:
        if not fault.excerpt:
            fault.excerpt = _excerpt(content.data)
        return ExtractedFile(file, rejects=(_reject(file.path, fault), *beside))
    return ExtractedFile(file, readout.documents, (*readout.rejects, *beside))


def _check_whole(content: _Content, reader: Reader, faults: list[str]) -> None:
    """Raise ``InputFault`` with all that is wrong with the file as a whole."""
    found = []
    if content.size_bytes == 0:
        found.append("it is empty (0 bytes)")
    elif (kind := binary_kind(content.data)) is not None:
        found.append(f"it looks like {kind}, not text")
    if content.size_bytes > reader.max_bytes:
        found.append(
            f"it has {content.size_bytes:,} bytes; {reader.media_type} is read up to {reader.max_bytes:,}:"
            " split it into a file for each article"
        )
    if faults or found:
        raise InputFault(*faults, *found)


def _content(path: str, limit: int) -> _Content:
    if path == STANDARD_INPUT:
        return _read_stream(sys.stdin.buffer, limit)
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for ever for somebody to write to it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise InputFault(_open_fault(error)) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise InputFault(f"it is {_kind_of(mode)}, not a file")
    with os.fdopen(descriptor, "rb") as stream:
        try:
            return _read_stream(stream, limit)
        except OSError as error:
            raise InputFault(f"it can't be read: {error.strerror}") from None


def _read_stream(stream: BinaryIO, limit: int) -> _Content:
    digest = hashlib.sha256()
    kept = bytearray()
    size = 0
    while chunk := stream.read(_CHUNK_BYTES):
        digest.update(chunk)
        kept += chunk[: max(0, limit + 1 - size)]
        size += len(chunk)
    return _Content(bytes(kept), digest.hexdigest(), size)


def _open_fault(error: OSError | ValueError) -> str:
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return "it is not there (any more), or is a link to something that is not"
        case errno.EACCES | errno.EPERM:
            return "permission denied: let this account read it"
        case errno.ELOOP:
            return "it is a symbolic link that leads back to itself"
        case errno.ENAMETOOLONG:
            return "its name is too long for this system"
        case errno.ENXIO:
            return "it is a socket or a device, not a file"
        case _:
            return f"it can't be opened: {getattr(error, 'strerror', None) or error}"


def _kind_of(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((kind for test, kind in kinds if test(mode)), "a device")


def _beside(path: Path) -> tuple[SuppliedMetadata, tuple[Reject, ...]]:
    """The metadata of the file at ``path``: its sidecar's before the manifest's."""
    metadata = SuppliedMetadata()
    rejects = []
    sidecars = read_sidecar(path)
    for number, (place, supplied) in enumerate(sidecars.items()):
        metadata = merge(metadata, supplied.metadata)
        faults = supplied.faults
        if number:
            first = next(iter(sidecars))
            faults = (*faults, f"{first.name} describes {path.name} too, and wins where both hold a field")
        rejects += _metadata_reject(place, path, Supplied(supplied.metadata, faults))
    manifest = read_manifest(path.parent)
    if manifest is not None:
        supplied = manifest.describe(path.name)
        metadata = merge(metadata, supplied.metadata)
        rejects += _metadata_reject(manifest.path, path, supplied)
    return metadata, tuple(rejects)


def _metadata_reject(place: Path, path: Path, supplied: Supplied) -> list[Reject]:
    if not supplied.faults:
        return []
    reasons = tuple(f"metadata of {printable(path.name)}: {each}" for each in supplied.faults)
    return [Reject(printable(str(place)), None, Stage.EXTRACT, reasons)]


def _reject(path: str, fault: InputFault) -> Reject:
    return Reject(path, None, Stage.EXTRACT, fault.reasons, fault.excerpt[:_EXCERPT_CHARS])


def _excerpt(data: bytes) -> str:
    head = data[:_EXCERPT_CHARS]
    try:
        return decode(head).text
    except InputFault:
        return head.decode("ascii", "backslashreplace").replace("\x00", "\\x00")
