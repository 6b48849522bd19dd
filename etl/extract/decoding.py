"""Bytes to text, once."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from etl.extract.faults import InputFault
from etl.extract.signature import control_share

#: Byte order marks, the longer first: UTF-32's little-endian mark begins with UTF-16's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf0[\x90-\xbf][\x80-\xbf]{2}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_TYPOGRAPHY = "‘’“”–—…•«»‹›€£¥¢©®™°·§¶½¼¾\u00a0\u00ad´¿¡ªº"
_UNLIKELY_IN_WESTERN_TEXT = re.compile(
    rf"[^\x00-\x7fÀ-ÏÑ-ÖØ-Üß-ïñ-öø-üÿŠšŽžŒœŸ{_TYPOGRAPHY}]"  # what Western prose does not use, Icelandic aside
    r"|(?<=[a-z])[À-ÖØ-ÞŠŽŒŸ]"  # a capital inside a word
    r"|[À-ÖØ-Þ](?=[A-Z][a-z])"  # two capitals, as when a mark is taken for a letter
)
_DETECTION_BYTES = 1 << 18
#: Encodings of texts that are not UTF-8, the more frequent first.
_USUAL_ENCODINGS = (
    "cp1251", "cp1254", "cp1250", "cp1252", "cp932", "gb18030", "euc_jp", "big5", "cp949", "cp1256", "koi8_r", "cp1253",
    "cp1255", "iso8859_2", "cp874", "cp1257", "cp1258", "koi8_u", "iso8859_15", "cp866", "cp850", "cp437",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, storable in PostgreSQL, and the name of the encoding that gave it."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as text.

    In this order: a byte order mark, the ``declared`` encoding, UTF-16 or UTF-32 by their zero bytes, UTF-8, then
    detection. A byte order mark is no part of the text; line ends are kept. Raises ``InputFault``, with the place of
    the first byte that does not fit.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, "its byte order mark says", len(mark))
    if declared is not None:
        return _decode_as(data, _known(declared), "its metadata says")
    if (wide := _wide_encoding(data)) is not None:
        return _decode_as(data, wide, "its zero bytes say")
    if control_share(data) > 0.02:
        raise InputFault("it does not look like text: too many control characters")
    if b"\x1b$" in data or b"\x1b(J" in data:
        return _decode_as(data, "iso2022_jp", "its escape sequences say")
    try:
        return Decoded(storable(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError as error:
        return _detect(data, error)


def storable(text: str) -> str:
    """``text`` with U+FFFD for each character that PostgreSQL cannot store: NUL and lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise InputFault(f"its metadata names the encoding {encoding!r}, which does not exist") from None
    if not found._is_text_encoding:
        raise InputFault(f"its metadata names the encoding {encoding!r}, which is not one of text")
    return found.name


def _decode_as(data: bytes, encoding: str, says: str, offset: int = 0) -> Decoded:
    try:
        return Decoded(storable(data.decode(encoding)), encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + offset:,} of {len(data) + offset:,}"
        raise InputFault(f"{says} {encoding}, but {place} does not fit: {error.reason}") from None
    except UnicodeError as error:
        raise InputFault(f"{says} {encoding}, but it does not decode: {error}") from None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: ASCII characters leave zeros in the same byte of each unit."""
    head = data[:4096]
    if head.count(0) < len(head) / 4:
        return None
    quarters = [head[place::4].count(0) / max(len(head) // 4, 1) for place in range(4)]
    if len(data) % 4 == 0 and min(quarters[2:]) > 0.9:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(quarters[:2]) > 0.9:
        return "utf-32-be"
    even, odd = quarters[0] + quarters[2], quarters[1] + quarters[3]
    if even < 0.6 and odd > 1.4:
        return "utf-16-le"
    return "utf-16-be" if odd < 0.6 and even > 1.4 else None


def _detect(data: bytes, error: UnicodeDecodeError) -> Decoded:
    valid = sum(1 for _ in _MULTIBYTE.finditer(data))
    stray = len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", data)))
    if valid >= 2 * stray:
        raise InputFault(
            f"it is UTF-8 with damage: {stray} byte(s) do not fit, the first is byte {error.start:,} of {len(data):,}",
            excerpt=data[max(0, error.start - 40) : error.start + 40].decode("utf-8", "replace"),
        )
    for encoding in ("cp1252", "mac_roman"):
        if (text := _western(data, encoding)) is not None:
            return Decoded(storable(text), encoding)
    for encoding in _detected(data):
        try:
            return Decoded(storable(data.decode(encoding)), encoding)
        except UnicodeError:
            continue
    raise InputFault(
        f"no encoding fits it: it is not UTF-8 (byte {error.start:,} of {len(data):,}: {error.reason}), and nothing"
        " else gives readable text; convert it to UTF-8, or name its encoding in a sidecar"
    )


def _detected(data: bytes) -> list[str]:
    """The usual encodings that give readable text, the most likely first.

    charset-normalizer finds several as good as each other; then the one in which more pages are written is taken.
    """
    found = list(from_bytes(data[:_DETECTION_BYTES], cp_isolation=list(_USUAL_ENCODINGS)))
    clear = [match for match in found if match.chaos < 0.05 and not _is_in_capitals(str(match))] or found
    best = max((match.coherence for match in clear), default=0.0)
    likely = [match.encoding for match in clear if match.coherence > best - 0.05]
    ranked = [encoding for encoding in _USUAL_ENCODINGS if encoding in likely]
    return ranked + [match.encoding for match in found if match.encoding not in ranked]


def _is_in_capitals(text: str) -> bool:
    """Whether capitals outnumber small letters, as when Hebrew is taken for KOI8."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _western(data: bytes, encoding: str) -> str | None:
    """``data`` in a Western encoding, if that gives what Western prose has: few accents, in likely places."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    accented = sum(character.isalpha() and not character.isascii() for character in text)
    if accented > 0.15 * letters or _UNLIKELY_IN_WESTERN_TEXT.search(text):
        return None
    return text
