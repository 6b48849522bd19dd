"""A wording of a quote with its speaker, and the fingerprints by which other wordings of the quote are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from etl.link.quote.likeness import information, is_strong, weight
from etl.link.rows import hash_key, mix

#: What a word must tell, in bits above a common word, to take part in a fingerprint.
_TELLING = 2.5
#: Fingerprints that are enough to compare two wordings: a turn of phrase of three telling words gives four.
_ENOUGH = 5
#: A wording shares this part of its fingerprints, one in so many, with any other of its quote.
_ONE_IN = 4
#: What a pair of words must tell together: "prime minister" is in too many quotes to find one by.
_PAIR = 9.0


@dataclass(frozen=True)
class Form:
    """Folded words, and the folded last name of the speaker (empty where nobody is named)."""

    words: tuple[str, ...]
    speaker: str

    @cached_property
    def key(self) -> int:
        return hash_key(self.speaker, *self.words)

    @cached_property
    def information(self) -> float:
        return information(self.words)

    @cached_property
    def is_strong(self) -> bool:
        """Whether the words alone identify the utterance."""
        return is_strong(self.words)

    @cached_property
    def fingerprints(self) -> frozenset[int]:
        return frozenset(fingerprints(self.words))

    @property
    def least_shared(self) -> int:
        """How many fingerprints it shares with another wording of its quote, if that has as many, at least."""
        return min(_ENOUGH, max(1, len(self.fingerprints) // _ONE_IN))


def fingerprints(words: tuple[str, ...]) -> set[int]:
    """Hashes of telling words that follow each other, or all but: two wordings of one quote share some.

    A tenth to a fifth of the words may be other ones, so that longer runs would be broken too often.
    """
    telling = [word for word in words if weight(word) >= _TELLING]
    found = {mix(pair) for pair in _pairs(telling) if sum(map(weight, pair)) >= _PAIR}
    found.update(mix(telling[i : i + 3]) for i in range(len(telling) - 2))
    # a wording of few telling words is found by all of them, and by its plain words in a row
    if len(found) < 4:
        found.update(mix(("", *words[i : i + 4])) for i in range(max(1, len(words) - 3)))
    return found


def _pairs(telling: list[str]) -> Iterator[tuple[str, str]]:
    for place, word in enumerate(telling):
        for other in telling[place + 1 : place + 3]:
            yield word, other
