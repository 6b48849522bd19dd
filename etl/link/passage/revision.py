"""Tells versions of one article from copies by others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.link.article import LinkedArticle
from etl.link.passage.alignment import Passage
from etl.link.words import fold_words

#: Shares of the words, of the shorter and of the longer article, that two versions have in common.
OF_SHORTER, OF_LONGER = 0.6, 0.4
#: Two headlines of one article share at least this much of their words (Dice).
HEADLINE_LIKENESS = 0.5
#: Days within which an article without an address is revised.
DAYS = 7

_SCHEME = re.compile(r"^[a-z]+://(?:www\.|m\.|amp\.)?", re.IGNORECASE)
_TAIL = re.compile(r"(?:[?#].*|/amp/?|/)+$", re.IGNORECASE)


def is_same_article(
    one: LinkedArticle, other: LinkedArticle, passages: Sequence[Passage], words: int, other_words: int
) -> bool:
    """Whether two articles are versions of one.

    They have mostly the same words, and stand at the same address, came in the same file, or appeared in the same
    outlet under nearly the same headline within a week. ``words`` and ``other_words``: the words of their prose.
    """
    shared = sum(passage.matches for passage in passages)
    shorter, longer = sorted((words, other_words))
    if not shorter or shared < OF_SHORTER * shorter or shared < OF_LONGER * longer:
        return False
    return _same_address(one, other) or _same_file(one, other) or _same_headline(one, other)


def is_later(one: LinkedArticle, other: LinkedArticle) -> bool | None:
    """Whether ``one`` is the later version; ``None`` where nothing tells.

    Publication times decide; where one file was overwritten, the file that was read later.
    """
    if one.published_at is not None and other.published_at is not None and one.published_at != other.published_at:
        return one.published_at > other.published_at
    if _same_file(one, other):
        return one.file_id > other.file_id
    return None


def _same_address(one: LinkedArticle, other: LinkedArticle) -> bool:
    return bool(one.url and other.url) and _plain(one.url or "") == _plain(other.url or "")


def _plain(url: str) -> str:
    return _TAIL.sub("", _SCHEME.sub("", url.strip()))


def _same_file(one: LinkedArticle, other: LinkedArticle) -> bool:
    return one.path != "-" and (one.path, one.position) == (other.path, other.position) and one.file_id != other.file_id


def _same_headline(one: LinkedArticle, other: LinkedArticle) -> bool:
    if one.outlet_id is None or one.outlet_id != other.outlet_id or not one.headline or not other.headline:
        return False
    if one.published_at is None or other.published_at is None or abs(one.day - other.day) > DAYS:
        return False
    words, other_words = set(fold_words(one.headline)), set(fold_words(other.headline))
    return 2 * len(words & other_words) >= HEADLINE_LIKENESS * (len(words) + len(other_words))
