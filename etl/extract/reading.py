"""One input file to documents."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from etl.extract.beside import printable, read_beside
from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.formats import READERS, reader_of, reader_of_stream
from etl.extract.plain_text import TEXT
from etl.extract.reader import Reader
from etl.extract.signature import binary_kind
from etl.records import BESIDE, ExtractedFile, InputFile, Reject, Stage, SuppliedMetadata

#: The path that stands for standard input.
STANDARD_INPUT = "-"

_CHUNK_BYTES = 1 << 20
#: What tells a page or a WARC archive, whatever its name.
_HEAD_BYTES = 8192
_EXCERPT_CHARS = 200
_UNKNOWN_MEDIA_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's bytes; ``data`` stops after the first ``limit`` + 1 bytes, the next two tell of all of them.

    A file that is streamed is opened again for its documents; ``changed_ns`` tells whether it is still the same.
    """

    data: bytes
    sha256: str
    size_bytes: int
    is_streamed: bool = False
    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class SeenFile:
    """An input file whose bytes are known, and not yet its documents: those of a page take time to find.

    ``file.sha256`` is empty where the bytes could not be read. ``is_costly`` is for formats whose documents take so
    long to find that a known file should not be read again; ``beside_sha256`` then tells the metadata that stand
    beside it, ``None`` for none, and stands in the documents' ``other`` under :data:`BESIDE`. ``beside`` is what is
    wrong with those metadata.
    """

    file: InputFile
    is_costly: bool
    beside_sha256: str | None
    beside: tuple[Reject, ...]
    _extract: Callable[[], ExtractedFile]

    def extract(self) -> ExtractedFile:
        """All documents in the file, with what came beside them. Never raises on what a file holds or lacks."""
        return self._extract()


def read_file(path: str) -> ExtractedFile:
    """All documents in the file at ``path`` (``-``: standard input), with what came beside them.

    Never raises on what a file holds or lacks: whatever can't be read is a reject with every reason. Where the bytes
    themselves could not be read, ``file.sha256`` is empty.
    """
    return see_file(path).extract()


def see_file(path: str) -> SeenFile:
    """The file at ``path`` (``-``: standard input) before it is read: its bytes, and what stands beside it."""
    shown = printable(path)
    try:
        head = b"" if path == STANDARD_INPUT else _head(path)
        reader, faults = _reader_of(path, head)
        content = _content(path, reader.max_bytes if reader is not None else TEXT.max_bytes, reader)
    except InputFault as fault:
        unread = InputFile(shown, "", 0, _UNKNOWN_MEDIA_TYPE)
        lost = ExtractedFile(unread, rejects=(_reject(shown, fault),))
        return SeenFile(unread, False, None, (), lambda: lost)
    if path == STANDARD_INPUT:
        reader = reader_of_stream(content.data)
    metadata, beside = (SuppliedMetadata(), ()) if path == STANDARD_INPUT else read_beside(Path(path))
    media_type = reader.media_type if reader is not None else _UNKNOWN_MEDIA_TYPE
    file = InputFile(shown, content.sha256, content.size_bytes, media_type)
    is_costly = reader is not None and reader.is_costly
    beside_sha256 = _sha256_of(metadata) if is_costly and metadata != SuppliedMetadata() else None
    if beside_sha256 is not None:
        metadata = replace(metadata, other={**metadata.other, BESIDE: beside_sha256})
    return SeenFile(
        file,
        is_costly,
        beside_sha256,
        beside,
        lambda: _documents(path, file, reader or TEXT, content, faults, metadata, beside),
    )


def _sha256_of(metadata: SuppliedMetadata) -> str:
    told = asdict(metadata) | {"other": sorted(metadata.other.items())}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _reader_of(path: str, head: bytes) -> tuple[Reader | None, tuple[str, ...]]:
    """The reader for the file, or why there is none. For a stream the one that takes most."""
    if path == STANDARD_INPUT:
        return max(READERS, key=lambda each: each.max_bytes), ()
    try:
        return reader_of(Path(path).name, head), ()
    except InputFault as fault:
        return None, fault.reasons


def _documents(
    path: str,
    file: InputFile,
    reader: Reader,
    content: _Content,
    faults: tuple[str, ...],
    metadata: SuppliedMetadata,
    beside: tuple[Reject, ...],
) -> ExtractedFile:
    try:
        _check_whole(content, reader, faults)
        if reader.read_stream is None or path == STANDARD_INPUT:
            readout = reader.read(file.path, content.data, metadata)
        else:
            with _open(path) as stream:
                _check_unchanged(stream, content)
                readout = reader.read_stream(file.path, stream, metadata)
    except InputFault as fault:
        if not fault.excerpt:
            fault.excerpt = _excerpt(content.data)
        return ExtractedFile(file, rejects=(_reject(file.path, fault), *beside))
    except OSError as error:
        lost = InputFault(f"it can't be read: {error.strerror}")
        return ExtractedFile(file, rejects=(_reject(file.path, lost), *beside))
    return ExtractedFile(file, readout.documents, (*readout.rejects, *beside))


def _check_unchanged(stream: BinaryIO, content: _Content) -> None:
    state = os.fstat(stream.fileno())
    if (state.st_size, state.st_mtime_ns) != (content.size_bytes, content.changed_ns):
        raise InputFault("it changed while it was read: run again when nobody writes to it")


def _check_whole(content: _Content, reader: Reader, faults: tuple[str, ...]) -> None:
    """Raise ``InputFault`` with all that is wrong with the file as a whole."""
    found = []
    if content.size_bytes == 0:
        found.append("it is empty (0 bytes)")
    elif (kind := binary_kind(content.data)) is not None and kind != reader.kind:
        found.append(f"it looks like {kind}, not {reader.kind}")
    if content.size_bytes > reader.max_bytes and not content.is_streamed:
        found.append(
            f"it has {content.size_bytes:,} bytes; {reader.media_type} is read up to {reader.max_bytes:,}:"
            " split it into a file for each article"
        )
    if faults or found:
        raise InputFault(*faults, *found)


def _content(path: str, limit: int, reader: Reader | None) -> _Content:
    if path == STANDARD_INPUT:
        return _read_stream(sys.stdin.buffer, limit)
    is_streamed = reader is not None and reader.read_stream is not None
    with _open(path) as stream:
        try:
            content = _read_stream(stream, _CHUNK_BYTES if is_streamed else limit)
            return replace(content, is_streamed=is_streamed, changed_ns=os.fstat(stream.fileno()).st_mtime_ns)
        except OSError as error:
            raise InputFault(f"it can't be read: {error.strerror}") from None


def _head(path: str) -> bytes:
    with _open(path) as stream:
        try:
            return stream.read(_HEAD_BYTES)
        except OSError as error:
            raise InputFault(f"it can't be read: {error.strerror}") from None


def _open(path: str) -> BinaryIO:
    """The file at ``path``, to read. Raises ``InputFault`` for what is no file, or can't be opened."""
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for ever for somebody to write to it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise InputFault(_open_fault(error)) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise InputFault(f"it is {_kind_of(mode)}, not a file")
    return os.fdopen(descriptor, "rb")


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


def _reject(path: str, fault: InputFault) -> Reject:
    return Reject(path, None, Stage.EXTRACT, fault.reasons, fault.excerpt[:_EXCERPT_CHARS])


def _excerpt(data: bytes) -> str:
    head = data[:_EXCERPT_CHARS]
    try:
        return decode(head).text
    except InputFault:
        return head.decode("ascii", "backslashreplace").replace("\x00", "\\x00")
