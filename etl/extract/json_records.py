"""JSON and JSON Lines: a record for each article, with the field names that extractors and archives use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from etl.extract.decoding import Decoded, decode, storable
from etl.extract.faults import InputFault
from etl.extract.markup import Plain, unescaped, without_markup
from etl.extract.metadata import Supplied, check, merge
from etl.extract.plain_text import MAX_TEXT_BYTES
from etl.extract.reader import Reader, Readout
from etl.records import Document, Reject, Stage, SuppliedMetadata

_MAX_BYTES = 64 << 20
_EXCERPT_CHARS = 200

#: Where each field may stand, the more telling name first: our own names, and those of trafilatura, newspaper4k,
#: news-please, Media Cloud, NewsAPI, JSON Feed, schema.org and ninjs.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "articleBody", "body", "content", "content_text", "raw_text", "content_html", "body_html",
        "html",
    ),
    "url": ("url", "source", "canonical_link", "link", "uri"),
    "outlet": (
        "outlet", "sitename", "source-hostname", "meta_site_name", "media_name", "publisher", "source", "infoSources",
        "source_domain", "hostname",
    ),
    "author": ("author", "authors", "byline", "by"),
    "published_at": (
        "published_at", "publish_date", "date_publish", "date_published", "datePublished", "publishedAt", "date",
        "firstCreated", "contentCreated", "versionCreated",
    ),
    "language": ("language", "meta_lang", "lang", "inLanguage"),
    "headline": ("headline", "title"),
}  # fmt: skip
#: Where an answer of NewsAPI, a JSON Feed and their like keep their records.
_LISTS = ("articles", "items", "results", "stories")
#: ninjs keeps these as lists of objects with a role and a value.
_NINJS = {"headlines": "headline", "bodies": "text"}
#: Their media types, those that lose least first.
_READABLE = (("text/plain", "text"), ("text/html", "application/xhtml+xml"))


def _read_lines(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    lines = ((number, line) for number, line in enumerate(decoded.text.split("\n"), 1) if line.strip())
    records = ((f"line {number}: ", line, *_parsed(line, number)) for number, line in lines)
    return _gather(path, decoded, records, supplied, JSON_LINES.name)


def _read_json(path: str, data: bytes, supplied: SuppliedMetadata) -> Readout:
    decoded = decode(data, declared=supplied.other.get("encoding"))
    whole, fault = _parsed(decoded.text)
    if fault is not None:
        raise InputFault(fault)
    records = _records_in(whole)
    places = (f"record {number}: " if len(records) > 1 else "" for number in count(1))
    shown = ((place, _shown(record), record, None) for place, record in zip(places, records, strict=False))
    return _gather(path, decoded, shown, supplied, JSON.name)


# Records may hold whole pages, so a file that is done is not read again.
JSON_LINES = Reader(
    "json-lines/1", "application/x-ndjson", (".jsonl", ".ndjson"), _MAX_BYTES, _read_lines, is_costly=True
)
JSON = Reader("json/1", "application/json", (".json",), _MAX_BYTES, _read_json, is_costly=True)


def _gather(
    path: str,
    decoded: Decoded,
    records: Iterator[tuple[str, str, Any, str | None]],
    supplied: SuppliedMetadata,
    reader: str,
) -> Readout:
    """The documents of ``records``: of each where it stands, its own words, its value, and what is wrong with it."""
    documents: list[Document] = []
    rejects: list[Reject] = []
    for position, (place, words, record, fault) in enumerate(records):
        faults = [] if fault is None else [fault]
        if fault is None:
            try:
                plain, own = _article(record)
            except InputFault as wrong:
                faults.extend(wrong.reasons)
            else:
                metadata = merge(own.metadata, supplied)
                reading = f"{reader} {plain.reader}".rstrip()
                documents.append(Document(plain.text, position, reading, decoded.encoding, metadata))
                faults.extend(f"its metadata: {each}" for each in own.faults)
        if faults:
            excerpt = storable(words[:_EXCERPT_CHARS])
            reasons = tuple(f"{place}{each}" for each in faults)
            rejects.append(Reject(path, position, Stage.EXTRACT, reasons, excerpt))
    if not documents and not rejects:
        raise InputFault("it holds no records")
    return Readout(tuple(documents), tuple(rejects))


def _parsed(words: str, line: int | None = None) -> tuple[Any, str | None]:
    """The value, or what is wrong with its words; ``line`` is the one of the file that they are."""
    try:
        return json.loads(words), None
    except json.JSONDecodeError as error:
        row = "" if line else f"line {error.lineno}, "
        return None, f"it is no JSON: {error.msg.removesuffix(' at')} at {row}column {error.colno}"
    except RecursionError:
        return None, "it is no JSON that can be read: it is nested too deeply"
    except ValueError as error:  # a number with thousands of digits
        return None, f"it is no JSON that can be read: {error}"


def _records_in(whole: Any) -> list[Any]:
    """The records of a file: a list, one alone, or those that an answer or a feed lists among other things."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and _first(whole, "text") is None:
        listed = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), None)
        if listed is not None:
            return list(listed)
    return [whole]


def _article(record: Any) -> tuple[Plain, Supplied]:
    """The text and the metadata of one record. Raises ``InputFault`` if it holds no article."""
    if not isinstance(record, dict):
        raise InputFault("it is no JSON object with fields such as text, title and url")
    record, faults = _plain(record)
    if faults:
        raise InputFault(*faults)
    taken = {field: _first(record, field) for field in _NAMES}
    name = taken["text"]
    if name is None:
        raise InputFault(f"it has no text: one of the fields {', '.join(_NAMES['text'])} must hold it")
    text = record[name]
    if not isinstance(text, str):
        raise InputFault(f"its field {name} does not hold text")
    values = {field: _value(record[name]) for field, name in taken.items() if name is not None and field != "text"}
    if isinstance(values.get("outlet"), list) and len(values["outlet"]) == 1:
        values["outlet"] = values["outlet"][0]  # ninjs lists where the text came from
    values |= {field: unescaped(value) for field, value in values.items() if field != "url" and isinstance(value, str)}
    rest = {name: value for name, value in record.items() if name not in taken.values() and name not in values}
    own = check({**rest, **values})
    plain = _without_markup(text, name, own.metadata.url)
    if len(plain.text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
        raise InputFault(f"its text has more than {MAX_TEXT_BYTES:,} bytes, which is no article")
    metadata = merge(own.metadata, plain.metadata)
    return replace(plain, text=storable(plain.text)), replace(own, metadata=metadata)


def _without_markup(text: str, name: str, address: str | None) -> Plain:
    try:
        return without_markup(text, address)
    except InputFault as wrong:
        raise InputFault(*(f"its field {name} is HTML: {each}" for each in wrong.reasons)) from None


def _first(record: Mapping[str, Any], field: str) -> str | None:
    """The first name of ``field`` under which ``record`` holds something for it."""
    return next((name for name in _NAMES[field] if _may_be(field, name, record.get(name))), None)


def _may_be(field: str, name: str, value: Any) -> bool:
    if value in (None, [], {}) or (isinstance(value, str) and not value.strip()):
        return False
    if name == "source" or (field == "url" and name != "url"):  # the address for some, the outlet for others
        return (field == "url") == (isinstance(value, str) and value.lower().startswith("http"))
    return True


def _value(value: Any) -> Any:
    """schema.org writes people and organizations as objects with a name."""
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"]
    if isinstance(value, list):
        return [_value(each) for each in value]
    return value


def _plain(record: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """``record`` with the headline and the body of ninjs as fields of their own."""
    plain, faults = dict(record), []
    for name, field in _NINJS.items():
        entries = record.get(name)
        if field in plain or not isinstance(entries, list):
            continue
        texts = [each for each in entries if isinstance(each, dict) and isinstance(each.get("value"), str)]
        readable = [each for kinds in _READABLE for each in texts if _media_type(each) in kinds]
        if readable:
            plain[field] = next((each for each in readable if each.get("role") == "main"), readable[0])["value"]
            del plain[name]
        elif texts:
            kinds = ", ".join(sorted(map(_media_type, texts)))
            faults.append(f"its {name} are {kinds}, not text/plain or text/html")
    return plain, faults


def _media_type(entry: Mapping[str, Any]) -> str:
    """ninjs 2 and 3 spell the field differently."""
    return str(entry.get("contentType") or entry.get("contenttype") or "text/plain")


def _shown(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)[:_EXCERPT_CHARS]
