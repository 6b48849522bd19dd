"""Which field of a record holds what: the names that extractors, archives, feeds and interfaces of news use."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from etl.extract.faults import InputFault

#: Where each field may stand, the more telling name first: our own names, and those of trafilatura, newspaper4k,
#: news-please, Media Cloud, NewsAPI, JSON Feed, schema.org, ninjs, the Guardian, WordPress, NewsData, Event Registry.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "articleBody", "bodyText", "body", "content", "content_text", "raw_text", "content_html",
        "body_html", "html",
    ),
    "url": ("url", "source", "canonical_link", "link", "webUrl", "uri"),
    "outlet": (
        "outlet", "sitename", "source-hostname", "meta_site_name", "media_name", "publisher", "publication", "source",
        "source_name", "infoSources", "source_domain", "hostname",
    ),
    "author": ("author", "authors", "creator", "byline", "by"),
    "published_at": (
        "published_at", "publish_date", "date_publish", "date_published", "datePublished", "publishedAt",
        "webPublicationDate", "pubDate", "dateTimePub", "date_gmt", "date", "firstCreated", "contentCreated",
        "versionCreated",
    ),
    "language": ("language", "meta_lang", "lang", "inLanguage"),
    "headline": ("headline", "title", "webTitle"),
}  # fmt: skip
TEXT_FIELDS = _NAMES["text"]
#: The names as people write them over a column: "Publish Date", "URL".
_FOLDED = {name.casefold().replace("-", "_"): name for names in reversed(_NAMES.values()) for name in reversed(names)}
#: Where an answer or a feed keeps its records, and what such lists stand in.
_LISTS = ("articles", "items", "results", "stories")
_WRAPPERS = ("response", "data")
_JSON_FEED = "https://jsonfeed.org/version/"
#: Where an object says what it is: a person (schema.org), a title or text (WordPress), a paper (Event Registry).
_SPOKEN = ("name", "rendered", "title")
#: ninjs keeps these as lists of objects with a role and a value ...
_NINJS = {"headlines": "headline", "bodies": "text"}
#: ... in media types, those that lose least first.
_READABLE = (("text/plain", "text"), ("text/html", "application/xhtml+xml"))


@dataclass(frozen=True, slots=True)
class Taken:
    """What a record holds: its text as it stands, the values of known fields by our names, and all others."""

    text: Any
    text_field: str
    values: dict[str, Any]
    rest: dict[str, Any]


def known_name(heading: str) -> str:
    """The name of a field that the heading of a column stands for; any other heading as it is."""
    name = heading.strip()
    return _FOLDED.get("_".join(name.casefold().replace("-", " ").split()), name)


def records_in(whole: Any) -> list[Any]:
    """The records of a file: a list, one alone, or those that an answer or a feed lists among other things."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and _first(whole, "text") is None:
        for name in (*_LISTS, *_WRAPPERS):
            if isinstance(whole.get(name), list | dict) and (listed := records_in(whole[name])) != [whole[name]]:
                return [_of_feed(whole, each) for each in listed]
    return [whole]


def _of_feed(feed: Mapping[str, Any], record: Any) -> Any:
    """An item of a JSON Feed, whose title and language are those of its items where these have none."""
    if not isinstance(record, dict) or not str(feed.get("version", "")).startswith(_JSON_FEED):
        return record
    told = {"outlet": feed.get("title"), "language": feed.get("language")}
    item = copy(record)
    item.update({name: value for name, value in told.items() if value and _first(record, name) is None})
    return item


def take_fields(record: Mapping[str, Any]) -> Taken:
    """The fields of one record. Raises ``InputFault`` for a text that is in none of the media types that are read."""
    flat = _flat(record)
    names = {field: name for field in _NAMES if (name := _first(flat, field)) is not None}
    values = {field: _value(flat[name]) for field, name in names.items()}
    if isinstance(values.get("outlet"), list) and len(values["outlet"]) == 1:
        values["outlet"] = values["outlet"][0]  # ninjs lists where the text came from
    text = values.pop("text", None)
    rest = {name: value for name, value in flat.items() if name not in names.values() and name not in values}
    return Taken(text, names.get("text", ""), values, rest)


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
    if isinstance(value, dict):
        return next((value[name] for name in _SPOKEN if isinstance(value.get(name), str)), value)
    if isinstance(value, list):
        return [_value(each) for each in value]
    return value


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """``record`` with the headline and body of ninjs, and the inner fields of the Guardian, as fields of its own."""
    inner = record.get("fields")
    flat = {**inner, **record} if isinstance(inner, dict) else dict(record)
    if flat.get("fields") is inner and isinstance(inner, dict):
        del flat["fields"]
    if isinstance(flat.get("author"), int):  # WordPress numbers its authors
        flat["author_id"] = flat.pop("author")
    for name, field in _NINJS.items():
        entries = record.get(name)
        if field in flat or not isinstance(entries, list):
            continue
        texts = [each for each in entries if isinstance(each, dict) and isinstance(each.get("value"), str)]
        readable = [each for kinds in _READABLE for each in texts if _media_type(each) in kinds]
        if readable:
            flat[field] = next((each for each in readable if each.get("role") == "main"), readable[0])["value"]
            del flat[name]
        elif texts:
            kinds = ", ".join(sorted(map(_media_type, texts)))
            raise InputFault(f"its {name} are {kinds}, not text/plain or text/html")
    return flat


def _media_type(entry: Mapping[str, Any]) -> str:
    """ninjs 2 and 3 spell the field differently."""
    return str(entry.get("contentType") or entry.get("contenttype") or "text/plain")
