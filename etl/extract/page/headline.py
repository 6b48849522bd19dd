"""A page's headline: what stands large above the article, by what the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from etl.extract.page.white_space import one_line

#: Between a headline and the name of the site in a page's title.
_SITE = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+")
_WORD = re.compile(r"\w+")
_MAX_CHARS = 400
#: Of a first heading's words, those that the page's title has to hold for it to be the headline.
_MIN_SHARED = 0.6


def headline_in(tree: HtmlElement, linked: str | None) -> str | None:
    """The headline in the words of the page: of a first-level heading, if it says what the page's data say.

    Else as JSON-LD (``linked``), the page's meta tags or its title have it, without the site's name.
    """
    titles = [title for title in (linked, *_meta_titles(tree)) if title]
    page_title = _text(tree.find(".//title"))
    headings = [words for each in tree.iter("h1") if (words := _text(each)) and len(words) <= _MAX_CHARS]
    known = [*titles, *([page_title] if page_title else [])]
    for heading in headings:
        if any(_says(title, heading) for title in known):
            return heading
    if titles:
        return _without_site(titles[0], tree)[:_MAX_CHARS]
    if len(headings) == 1:
        return headings[0]
    return _without_site(page_title, tree)[:_MAX_CHARS] if page_title else None


def _meta_titles(tree: HtmlElement) -> Iterator[str]:
    for name in ("og:title", "twitter:title", "parsely-title", "citation_title", "dc.title"):
        for element in tree.iter("meta"):
            if name in ((element.get("property") or "").lower(), (element.get("name") or "").lower()):
                yield one_line(element.get("content") or "")
                break


def _says(title: str, heading: str) -> bool:
    """Whether ``heading`` is what ``title`` says, shortened or followed by the site's name as it may be."""
    words, known = _WORD.findall(heading.casefold()), set(_WORD.findall(title.casefold()))
    if not words:
        return False
    shared = sum(word in known for word in words)
    return shared >= _MIN_SHARED * len(words) and shared >= 0.4 * len(known)


def _without_site(title: str, tree: HtmlElement) -> str:
    """``title`` without the name of the site at its end, or before it."""
    pieces = _SITE.split(title)
    if len(pieces) < 2:
        return title
    site = next((each.get("content") or "" for each in tree.iter("meta") if each.get("property") == "og:site_name"), "")
    for place in (-1, 0):
        is_short = len(pieces[place].split()) <= 3 < len(title.split()) - len(pieces[place].split())
        if (site and pieces[place].casefold() == site.casefold()) or (place == -1 and is_short and "|" in title):
            cut = _SITE.search(title) if place == 0 else list(_SITE.finditer(title))[-1]
            if cut is not None:
                return title[cut.end() :] if place == 0 else title[: cut.start()]
    return title


def _text(element: HtmlElement | None) -> str:
    """The words of ``element`` as they are shown: a break between two of them is a space."""
    if element is None:
        return ""
    pieces: list[str] = []
    for each in element.iter():
        if each.tag in ("br", "div", "p", "span") and each is not element:
            pieces.append(" " if each.tag != "span" else "")
        if isinstance(each.tag, str) and each.tag not in ("script", "style", "svg"):
            pieces.append(each.text or "")
        if each is not element:
            pieces.append(each.tail or "")
    return one_line("".join(pieces))
