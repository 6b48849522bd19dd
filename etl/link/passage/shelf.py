"""Articles made ready for comparison, kept while they are in use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from etl.link.article import LinkedArticle, read_articles
from etl.link.passage.alignment import Text, make_ready
from etl.link.passage.direction import Standing
from etl.link.passage.quotation import find_quotations, flag_quoted
from etl.link.passage.standing import read_direct_speech, read_standings

#: Articles kept; about 150 kB each.
SIZE = 1024


@dataclass(frozen=True, slots=True)
class Copy:
    """An article made ready for comparison; ``quoted`` tells which of its words stand in quotations."""

    article: LinkedArticle
    text: Text
    quoted: NDArray[np.bool_]
    standing: Standing


class Shelf:
    """Reads articles and keeps the ones used last."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._copies: OrderedDict[int, Copy] = OrderedDict()

    def fetch(self, article_ids: Iterable[int]) -> dict[int, Copy]:
        """The articles with these keys."""
        wanted = sorted(set(article_ids))
        found = {each: self._copies[each] for each in wanted if each in self._copies}
        missing = [each for each in wanted if each not in found]
        if missing:
            found |= self._read(missing)
        for each, copy in found.items():
            self._copies[each] = copy
            self._copies.move_to_end(each)
        while len(self._copies) > SIZE:
            self._copies.popitem(last=False)
        return found

    def forget(self, article_ids: Iterable[int]) -> None:
        """Read these articles anew when they are fetched next."""
        for each in article_ids:
            self._copies.pop(each, None)

    def _read(self, article_ids: list[int]) -> dict[int, Copy]:
        articles = list(read_articles(self._connection, article_ids))
        standings = read_standings(self._connection, articles)
        speech = read_direct_speech(self._connection, article_ids)
        copies = {}
        for article in articles:
            words = article.words()
            attributed = [*speech.get(article.article_id, ()), *article.block_quotations]
            quoted = flag_quoted(words, find_quotations(article.text, article.prose, attributed))
            copies[article.article_id] = Copy(article, make_ready(words), quoted, standings[article.article_id])
        return copies
