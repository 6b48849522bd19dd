"""Pages that hold no article: lists of links, walls in front of one, and errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from etl.extract.page.linked_data import LinkedArticle
from etl.extract.page.text import ArticleText
from etl.records import Mark

#: Words of prose under which a page tells nothing that could be compared.
_MIN_WORDS = 15
#: Words of prose above which a page that speaks of cookies is an article about them.
_MAX_WALL_WORDS = 100
_WALL = re.compile(
    r"""\b(?:we\s(?:and\sour\s(?:\w+\s)?partners|use\scookies)|(?:accept|manage|reject)\s(?:all\s)?cookies
    |before\syou\scontinue|your\s(?:privacy|consent)|cookie\s(?:policy|settings|preferences)
    |(?:enable|turn\son)\sjavascript|checking\syour\sbrowser|verify\s(?:that\s)?you\sare\s(?:a\s)?human|are\syou\sa\srobot
    |unusual\straffic|access\s(?:to\sthis\spage\s)?(?:has\sbeen\s)?denied|log\sin\sto\scontinue|subscribe\sto\s(?:continue|read|keep\sreading)
    |(?:already\sa|become\sa)\s(?:subscriber|member))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GONE = re.compile(
    r"\b(?:404|page\s(?:not\sfound|cannot\sbe\sfound|you\sare\slooking\sfor)|no\slonger\s(?:available|exists))\b", re.I
)
_SENTENCE = re.compile(r"[.!?…。][\"'”’)\]]*$")


def why_no_article(
    tree: HtmlElement, found: ArticleText, articles: Sequence[LinkedArticle], address: str | None
) -> str | None:
    """What the page is instead of an article, and what to do; ``None`` where it may hold one."""
    prose = _prose(found)
    words = sum(len(each.split()) for each in prose)
    told = " ".join(prose)
    if words < _MAX_WALL_WORDS and _GONE.search(_title(tree)):
        return "the page says that there is no article at its address"
    if words < _MAX_WALL_WORDS and len(_WALL.findall(told)) * 30 > words:
        return (
            "it holds a wall (consent, login or a check for robots) instead of an article: fetch it as a reader sees it"
        )
    if words < _MIN_WORDS and any(each.is_free is False for each in articles):
        return f"it holds {words} words of an article that is not free: fetch it with a subscription"
    if words < _MIN_WORDS:
        return f"no article was found in it: {words} words of prose, at least {_MIN_WORDS} are needed"
    if not articles and _is_index(tree, found, prose, address):
        return "it is a list of articles, not one: load their own pages"
    return None


def _prose(found: ArticleText) -> list[str]:
    """The paragraphs that are neither the headline nor headings, list items or rows of tables."""
    marked = {each.start_char for each in found.marks if each.mark is not Mark.QUOTATION}
    prose: list[str] = []
    start = 0
    for piece in found.pieces:
        if piece.strip() and start not in marked:
            prose.append(piece)
        start += len(piece)
    return prose or [piece for place, piece in enumerate(found.pieces) if piece.strip() and place > 1]


def _title(tree: HtmlElement) -> str:
    return " ".join(
        " ".join(each.itertext()) for each in (tree.find(".//title"), tree.find(".//h1")) if each is not None
    )


def _is_index(tree: HtmlElement, found: ArticleText, prose: Sequence[str], address: str | None) -> bool:
    """Whether a page that does not call itself an article looks like a front page.

    It says that it is a site, or stands at the root of one; and it holds as many headings that lead elsewhere, list
    items and lines that are no sentences as paragraphs.
    """
    kind = next((each.get("content") or "" for each in tree.iter("meta") if each.get("property") == "og:type"), "")
    if kind.lower() == "article" or any(_is_dated(each) for each in tree.iter("meta")):
        return False
    try:
        path = urlsplit(address or "").path.strip("/") if address else None
    except ValueError:
        path = None
    listed = sum(each.mark in (Mark.HEADING, Mark.ITEM) for each in found.marks)
    unfinished = sum(not _SENTENCE.search(each) for each in prose)
    is_site = kind.lower() == "website" or path in ("", "index.html", "index.php", "home", "news")
    return is_site and max(listed + unfinished, _linked_headings(tree)) >= max(8, len(prose))


def _linked_headings(tree: HtmlElement) -> int:
    """How many headings lead to other pages, each with words enough for a headline."""
    headings = (each for each in tree.iter("h2", "h3", "h4") if each.find(".//a") is not None)
    return sum(len(" ".join(each.itertext()).split()) >= 4 for each in headings)


def _is_dated(meta: HtmlElement) -> bool:
    return (meta.get("property") or "").lower() in ("article:published_time", "og:published_time")
