"""What a file is by its first bytes, where that is not text."""

from __future__ import annotations

import re
import zlib

#: First bytes, with their offset, and what they give away. The first that fits wins.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"fLaC", "a FLAC recording"),
    (8, b"WAVE", "a WAV recording"),
    (8, b"AVI ", "an AVI film"),
    (4, b"ftyp", "an MP4 film"),
    (0, b"\x1aE\xdf\xa3", "a Matroska film"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
)

#: Names inside a ZIP archive that tell which kind of document it is.
_ZIP_CONTENTS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/epub", "an EPUB book"),
    (b"application/vnd.oasis", "an OpenDocument file"),
)

#: Markup that a text would carry into sentences.
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype\s+html|html[\s>]|\?xml\s)", re.IGNORECASE)
_HEAD_BYTES = 8192
_CONTROL_BYTES = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


_WARC = b"WARC/1."


def is_html(data: bytes) -> bool:
    """Whether ``data`` begins as a web page does."""
    markup = _MARKUP.match(data)
    if markup is None:
        return False
    return b"html" in markup.group().lower() or re.search(rb"<(?:!doctype\s+)?html\b", data[:2048], re.I) is not None


def is_warc(data: bytes) -> bool:
    """Whether ``data`` begins as a WARC archive does, compressed or not."""
    if data.startswith(b"\x1f\x8b\x08"):
        try:
            return zlib.decompressobj(31).decompress(data[:_HEAD_BYTES], len(_WARC)) == _WARC
        except zlib.error:
            return False
    return data.startswith(_WARC)


def binary_kind(data: bytes) -> str | None:
    """What ``data`` looks like ("a PNG image"), or ``None`` if it may be text.

    Bytes without a known signature are judged by their control characters, of which text has none.
    """
    if is_warc(data):
        return "a WARC archive"
    kind = next((kind for offset, magic, kind in _SIGNATURES if data.startswith(magic, offset)), None)
    return kind if kind is not None else _kind_by_contents(data)


def _kind_by_contents(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in _ZIP_CONTENTS if name in data[:_HEAD_BYTES]), "a ZIP archive")
    if data.startswith(b"BM") and len(data) > 6 and int.from_bytes(data[2:6], "little") == len(data):
        return "a BMP image"
    if _MARKUP.match(data) is not None:
        return "an HTML page" if is_html(data) else "an XML document"
    if data.startswith(b"MZ") and b"This program" in data[:_HEAD_BYTES]:
        return "a program"
    return None


def control_share(data: bytes) -> float:
    """The share of control characters, tabs and line ends aside, in the beginning of ``data``."""
    head = data[:_HEAD_BYTES]
    return sum(byte in _CONTROL_BYTES for byte in head) / max(len(head), 1)
