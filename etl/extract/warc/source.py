"""Bytes that come in pieces, with a place among them: what a WARC's records are read from."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol

PIECE_BYTES = 1 << 20
MAGIC = b"\x1f\x8b\x08"
#: No page, film or disk image in a crawl is larger; what inflates to more is a bomb.
_MAX_MEMBER_BYTES = 8 << 30


class DamageError(Exception):
    """The bytes can't be read on from here; the message says why."""


class Pieces(Protocol):
    """Gives the next piece, empty at the end. Raises :class:`DamageError`."""

    def __call__(self) -> bytes: ...


class Source:
    """A buffer over ``pieces``. ``position`` counts the bytes taken so far.

    ``go_back``, where the pieces can be had again, takes them up at a position.
    """

    def __init__(self, pieces: Pieces, go_back: Callable[[int], None] | None = None) -> None:
        self._pieces = pieces
        self._go_back = go_back
        self._buffer = bytearray()
        self.position = 0

    def peek(self, count: int) -> bytes:
        """The next ``count`` bytes, fewer at the end, which stay."""
        while len(self._buffer) < count and (piece := self._pieces()):
            self._buffer += piece
        return bytes(self._buffer[:count])

    def take(self, count: int) -> bytes:
        taken = self.peek(count)
        del self._buffer[: len(taken)]
        self.position += len(taken)
        return taken

    def skip(self, count: int) -> int:
        """Pass over ``count`` bytes, a piece in memory at a time; how many there were."""
        left = count
        while left:
            piece = self.take(min(left, PIECE_BYTES))
            if not piece:
                break
            left -= len(piece)
        return count - left

    def give_back(self, taken: bytes) -> None:
        self._buffer[:0] = taken
        self.position -= len(taken)

    def return_to(self, position: int) -> bool:
        """Go back to ``position``; whether that was possible."""
        if self._go_back is None:
            return False
        self._go_back(position)
        self._buffer.clear()
        self.position = position
        return True

    def go_to(self, words: bytes) -> bool:
        """Pass over what stands before ``words``; whether they were found."""
        while True:
            place = self._buffer.find(words)
            if place >= 0:
                self.take(place)
                return True
            self.take(max(0, len(self._buffer) - len(words)))
            before = len(self._buffer)
            if len(self.peek(before + 1)) == before:
                self.take(before)
                return False


def plain_source(stream: BinaryIO) -> Source:
    """A source of the bytes of ``stream``, from its beginning."""

    def go_back(position: int) -> None:
        stream.seek(position)

    stream.seek(0)
    return Source(lambda: stream.read(PIECE_BYTES), go_back)


class GzipMember:
    """The bytes in the gzip member that begins at ``offset``; called for a piece at a time.

    ``end`` is where the next member begins, once all is read. A checksum that does not fit is damage.
    """

    def __init__(self, stream: BinaryIO, offset: int) -> None:
        self._stream = stream
        self._stream.seek(offset)
        self._inflate = zlib.decompressobj(31)
        self._left = b""
        self._given = 0
        self.end = offset

    def __call__(self) -> bytes:
        while not self._inflate.eof:
            if not self._left:
                self._left = self._stream.read(PIECE_BYTES >> 4)
                self.end += len(self._left)
                if not self._left:
                    raise DamageError("the file breaks off inside it: fetch the rest of the file")
            try:
                piece = self._inflate.decompress(self._left, PIECE_BYTES)
            except zlib.error as error:
                raise DamageError(f"its gzip data are damaged ({error}): fetch the file again") from None
            self._left = self._inflate.unconsumed_tail
            if self._inflate.eof:
                self.end -= len(self._inflate.unused_data)
            self._given += len(piece)
            if self._given > _MAX_MEMBER_BYTES:
                raise DamageError(f"it inflates to more than {_MAX_MEMBER_BYTES:,} bytes, as bombs do")
            if piece:
                return piece
        return b""


def next_member(stream: BinaryIO, start: int, opening: bytes) -> int | None:
    """Where from ``start`` on a gzip member begins whose bytes begin with ``opening``; ``None`` if none does."""
    kept, offset = b"", start
    stream.seek(start)
    while piece := stream.read(PIECE_BYTES):
        window = kept + piece
        place = window.find(MAGIC)
        while place >= 0:
            if _opens(stream, offset + place, opening):
                return offset + place
            place = window.find(MAGIC, place + 1)
        kept = window[-len(MAGIC) + 1 :]
        offset += len(window) - len(kept)
        stream.seek(offset + len(kept))
    return None


def _opens(stream: BinaryIO, offset: int, opening: bytes) -> bool:
    stream.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(stream.read(4096), len(opening)) == opening
    except zlib.error:
        return False
