"""An HTTP response as a crawler kept it: its status, its type, and its body as it was meant."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from etl.extract.faults import InputFault

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(?P<status>\d{3})\b")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"(?:\r?\n)?(?P<size>[0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_MAX_HEAD_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Response:
    """``status``, the media type in small letters and its charset where the server told them, and the body."""

    status: int
    media_type: str
    charset: str | None
    coding: str
    is_chunked: bool
    raw: bytes

    def body(self, max_bytes: int) -> bytes:
        """The body without chunks and compression. Raises ``InputFault`` above ``max_bytes`` and for damage."""
        data = _unchunked(self.raw) if self.is_chunked else self.raw
        for coding in reversed([each.strip() for each in self.coding.split(",")]):
            data = _decoded(data, coding, max_bytes)
        if len(data) > max_bytes:
            raise InputFault(f"its page has more than {max_bytes:,} bytes")
        return data


def read_response(block: bytes) -> Response:
    """The response in the block of a record. Raises ``InputFault`` where it holds none."""
    status = _STATUS.match(block)
    end = _HEAD_END.search(block, 0, _MAX_HEAD_BYTES)
    if status is None:
        raise InputFault("it holds no HTTP response: crawl the page again")
    fields: dict[str, str] = {}
    for line in block[: end.start() if end else 0].decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    kind = fields.get("content-type", "")
    charset = _CHARSET.search(kind)
    return Response(
        status=int(status["status"]),
        media_type=kind.split(";", 1)[0].strip().lower(),
        charset=charset[1] if charset else None,
        coding=fields.get("content-encoding", "").lower(),
        is_chunked="chunked" in fields.get("transfer-encoding", "").lower(),
        raw=block[end.end() :] if end else b"",
    )


def _unchunked(data: bytes) -> bytes:
    """The chunks of ``data`` joined; ``data`` itself, where the crawler has joined them and left the header."""
    pieces: list[bytes] = []
    place = 0
    while match := _CHUNK.match(data, place):
        size = int(match["size"], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(data[match.end() : match.end() + size])
        place = match.end() + size
    return b"".join(pieces) if pieces and place >= len(data) else data


def _decoded(data: bytes, coding: str, max_bytes: int) -> bytes:
    match coding:
        case "" | "identity" | "none" | "utf-8":
            return data
        case "gzip" | "x-gzip":
            # Many crawlers keep the page inflated, and the header as it came.
            return _inflated(data, 31, max_bytes) if data.startswith(b"\x1f\x8b") else data
        case "deflate":
            try:
                return _inflated(data, 15, max_bytes)
            except InputFault:
                return _inflated(data, -15, max_bytes)
        case "br":
            return _unbrotlied(data, max_bytes)
        case _:
            raise InputFault(f"its page is compressed as {coding!r}, which is not read: keep pages inflated")


def _inflated(data: bytes, window: int, max_bytes: int) -> bytes:
    inflate = zlib.decompressobj(window)
    try:
        found = inflate.decompress(data, max_bytes + 1)
    except zlib.error as error:
        raise InputFault(f"its page's compression is damaged ({error}): crawl it again") from None
    if not inflate.eof and len(found) <= max_bytes:
        raise InputFault("its page breaks off in its compressed data: crawl it again")
    return found


def _unbrotlied(data: bytes, max_bytes: int) -> bytes:
    import brotli

    inflate = brotli.Decompressor()
    try:
        found: bytes = inflate.process(data, output_buffer_limit=max_bytes + 1)
    except brotli.error:
        if data.lstrip()[:1] == b"<":  # kept inflated, with the header as it came
            return data
        raise InputFault("its page's compression is damaged: crawl it again") from None
    return found
