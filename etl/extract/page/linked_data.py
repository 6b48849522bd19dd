"""What a page says of its article in JSON-LD, with the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

#: https://schema.org/Article and its kinds, BlogPosting's too.
_ARTICLES = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|\w*BlogPosting|Report)", re.IGNORECASE)
#: Comment and CDATA marks, which older tools put around a script's words.
_WRAPPING = re.compile(
    r"\A\s*(?:(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|-->|;)\s*\Z", re.IGNORECASE
)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_ADDRESS = re.compile(r"(?:https?:)?//", re.IGNORECASE)
#: A page's data hold some hundred objects; more are a catalogue, not one article.
_MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article as JSON-LD tells of it; times are as written. ``is_free`` is ``None`` where nothing says it."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    based_on: tuple[str, ...] = ()
    is_free: bool | None = None


def articles_in(tree: HtmlElement) -> list[LinkedArticle]:
    """The articles that the JSON-LD of ``tree`` describes, in order. Broken data are passed over."""
    nodes = [node for data in _data(tree) for node in _nodes(data)][:_MAX_NODES]
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    return [_article(node, by_id) for node in nodes if _is_article(node)]


def _data(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        words = _WRAPPING.sub("", script.text)
        for each in (words, _TRAILING_COMMA.sub("", words)):
            try:
                yield json.loads(each, strict=False)
            except (ValueError, RecursionError):
                continue
            break


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in ``data``, in the order in which they open."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    is_told = any(name in node for name in ("headline", "name", "datePublished", "articleBody"))
    return is_told and any(isinstance(each, str) and _ARTICLES.fullmatch(each) for each in named)


def _article(node: Mapping[str, Any], by_id: Mapping[str, Any]) -> LinkedArticle:
    authors = tuple(_names(node.get("author") or node.get("creator"), by_id))
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(dict.fromkeys(authors)),
        publisher=next(_names(node.get("publisher"), by_id), None),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        language=next(_names(node.get("inLanguage"), by_id), None),
        url=next(_addresses(node.get("url") or node.get("mainEntityOfPage")), None),
        based_on=tuple(_origins(node.get("isBasedOn") or node.get("isBasedOnUrl"))),
        is_free=_truth(node.get("isAccessibleForFree")),
    )


def _names(value: Any, by_id: Mapping[str, Any]) -> Iterator[str]:
    """The names in a person, an organization, a list of them, or plain words; an address is no name."""
    match value:
        case list():
            for each in value:
                yield from _names(each, by_id)
        case dict():
            node = value if value.get("name") else by_id.get(str(value.get("@id")), {})
            name = node.get("name") or value.get("alternateName")
            for each in name if isinstance(name, list) else [name]:
                if (words := _text(each)) and not _ADDRESS.match(words):
                    yield words
        case str() if (words := _text(value)) and not _ADDRESS.match(words):
            yield words


def _addresses(value: Any) -> Iterator[str]:
    match value:
        case list():
            for each in value:
                yield from _addresses(each)
        case dict():
            yield from _addresses(value.get("@id") or value.get("url"))
        case str() if _ADDRESS.match(value.strip()):
            yield value.strip()


def _origins(value: Any) -> Iterator[str]:
    """Addresses or titles of what an article is based on."""
    for each in value if isinstance(value, list) else [value]:
        found = next(_addresses(each), None) or next(_names(each, {}), None)
        if found:
            yield found


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    return (" ".join(unescape(value).split()) or None) if isinstance(value, str) else None


def _truth(value: Any) -> bool | None:
    match value:
        case bool():
            return value
        case str() if value.strip().lower().rsplit("/", 1)[-1] in ("true", "false"):
            return value.strip().lower().endswith("true")
        case _:
            return None
