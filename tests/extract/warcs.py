"""WARC bytes, as crawlers write them."""

from __future__ import annotations

import gzip
import zlib

DATE = "2024-05-04T06:07:08Z"


def response(
    address: str,
    body: bytes,
    *,
    status: str = "200 OK",
    headers: str = "Content-Type: text/html; charset=utf-8\r\n",
    kind: str = "response",
) -> bytes:
    """A record that holds what a server answered."""
    return record(f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body, kind=kind, address=address)


def record(
    block: bytes, *, kind: str, address: str = "", media_type: str = "application/http; msgtype=response"
) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {DATE}\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(block)}>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def info() -> bytes:
    return record(b"software: a crawler\r\n", kind="warcinfo", media_type="application/warc-fields")


def compressed(*records: bytes) -> list[bytes]:
    """Each record as a gzip member of its own, as the standard advises."""
    return [gzip.compress(each, mtime=0) for each in records]
