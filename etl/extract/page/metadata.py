"""What a page says of its article, as supplied metadata: JSON-LD first, then meta tags, then what readers see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from etl.extract.metadata import check
from etl.extract.page.headline import headline_in
from etl.extract.page.linked_data import LinkedArticle
from etl.extract.page.published import modified_in, published_in
from etl.records import SuppliedMetadata

_ADDRESS = re.compile(r"(?:https?:)?//|www\.|@", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|von|por|par|di)\s*:?\s+", re.IGNORECASE)
_MAX_NAME = 100
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "byl")
_OUTLETS = ("og:site_name", "article:publisher", "citation_journal_title", "dc.publisher", "application-name")


def metadata_in(tree: HtmlElement, linked: LinkedArticle, address: str | None) -> SuppliedMetadata:
    """The metadata of the article in ``tree``; ``address`` is where the page was fetched from, where that is known.

    A value that its field can't hold is left out: nobody wrote it here, and the page can't be mended.
    """
    values: dict[str, Any] = {
        "url": _address(tree, linked, address),
        "outlet": linked.publisher or next(_named(tree, _OUTLETS), None),
        "author": list(linked.authors) or list(_authors(tree)) or None,
        "headline": headline_in(tree, linked.headline),
        "language": linked.language or tree.get("lang") or next(_named(tree, ("content-language",)), None),
        "modified_at": modified_in(tree, linked.modified),
        "is_based_on": "; ".join(linked.based_on) or None,
        "is_accessible_for_free": None if linked.is_free is None else str(linked.is_free).lower(),
    }
    checked = check({name: value for name, value in values.items() if value})
    other = {name: value for name, value in checked.metadata.other.items() if name in _OTHER}
    return SuppliedMetadata(
        url=checked.metadata.url,
        outlet=checked.metadata.outlet,
        author=checked.metadata.author,
        published_at=published_in(tree, linked.published),
        language=checked.metadata.language,
        headline=checked.metadata.headline,
        other=other,
    )


_OTHER = frozenset({"modified_at", "is_based_on", "is_accessible_for_free"})


def _address(tree: HtmlElement, linked: LinkedArticle, fetched: str | None) -> str | None:
    """The canonical address, unless it is that of the whole site, which some pages give on every page."""
    canonical = (each.get("href") for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical")
    for found in (next(canonical, None), next(_named(tree, ("og:url",)), None), fetched, linked.url):
        try:
            address = str(urljoin(fetched or "", (found or "").strip()))
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return address
    return fetched


def _authors(tree: HtmlElement) -> Iterator[str]:
    """The authors by meta tags, else by what the markup calls their names."""
    found = [name for each in _named(tree, _AUTHORS) if (name := _name(each))]
    if not found:
        marked = (each for each in tree.iter("a", "span", "div", "p", "address") if _is_author(each))
        found = [name for each in marked if (name := _name(" ".join("".join(each.itertext()).split())))]
    yield from dict.fromkeys(found)


def _is_author(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''} {element.get('class') or ''}".lower().split()
    return any(mark in ("author", "byline", "author-name", "byline__name", "byline-name") for mark in marks)


def _name(words: str) -> str | None:
    words = _BY.sub("", words).strip(" \t\n,;|")
    is_name = words and len(words) <= _MAX_NAME and not _ADDRESS.search(words) and not any(map(str.isdigit, words))
    return words if is_name else None


def _named(tree: HtmlElement, names: tuple[str, ...]) -> Iterator[str]:
    """What the meta tags called ``names`` hold, the first name's before the others'; of one name all of them."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    named = next((found[name] for name in names if any(not _ADDRESS.match(each) for each in found.get(name, ()))), [])
    if any(name.endswith("url") for name in names):
        named = next((found[name] for name in names if name in found), [])
    yield from dict.fromkeys(named)
