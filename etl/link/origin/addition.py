"""What an article adds of its own to what it has from another: what the other's loaded articles do not tell.

A paper that credits an agency for a fire adds how many people work in the burnt mill. Whether it does is read off the
words: those of a claim, weighed by how rare they are, that none of the outlet's articles in the story holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from etl.link.background.frequency import bits
from etl.link.claim.stem import canonical
from etl.link.origin.derivation import Derivation
from etl.link.origin.evidence import ClaimPrinting, Story
from etl.link.words import fold_words

#: Words more common than this, in bits, are in every article.
_TELLING_BITS = 12.0
#: A number that a claim has and the other articles lack tells more than a word: it has no synonym.
_NUMBER_BITS = 21.0
_LEAST_TELLING = 2


class Additions:
    """Judges what articles add; ``texts`` are the texts of those that have their matter from others, and of these."""

    def __init__(self, story: Story, texts: Mapping[int, str]) -> None:
        self._story = story
        self._texts = texts
        self._words: dict[int, frozenset[str]] = {}

    def is_added(self, printing: ClaimPrinting, step: Derivation, *, by_figure: bool = False) -> bool:
        """Whether a printing tells what the articles at the other end of a step do not tell.

        ``by_figure``: a number that they lack is enough. It is not where an article may have seen a later version.
        """
        sources = self._articles_of(step)
        text = self._texts.get(printing.article_id)
        if step.is_whole or text is None or not sources:
            return False
        telling = {
            word: weight
            for word in _stems(fold_words(text[printing.start_char : printing.end_char]))
            if (weight := _weight(word)) > 0
        }
        if len(telling) < _LEAST_TELLING:
            return False
        told = frozenset().union(*map(self._words_of, sources))
        if by_figure and any(_is_figure(word) and word not in told for word in telling):
            return True
        return 2 * sum(weight for word, weight in telling.items() if word in told) < sum(telling.values())

    def _articles_of(self, step: Derivation) -> list[int]:
        """The loaded article that a step leads to, and the others of its house: nobody knows which was read."""
        source = step.source_article_id
        if source is None or source not in self._texts:
            return []
        outlet = self._story.articles[source].outlet_id
        if outlet is None:
            return [source]
        house = self._story.family(outlet)
        return [
            article_id
            for article_id, article in self._story.articles.items()
            if article_id in self._texts
            and article.outlet_id is not None
            and self._story.family(article.outlet_id) == house
        ]

    def _words_of(self, article_id: int) -> frozenset[str]:
        if article_id not in self._words:
            headline = self._story.articles[article_id].headline or ""
            self._words[article_id] = frozenset(_stems(fold_words(f"{headline} {self._texts[article_id]}")))
        return self._words[article_id]


def _stems(words: Iterable[str]) -> set[str]:
    return {canonical(word) for word in words}


def _weight(word: str) -> int:
    """The worth of a word in tenths of a bit, whole so that sums do not depend on their order; 0 where it is common."""
    if _is_figure(word):
        return round(10 * _NUMBER_BITS)
    worth = bits(word)
    return round(10 * worth) if worth > _TELLING_BITS else 0


def _is_figure(word: str) -> bool:
    return any(character.isdigit() for character in word)
