"""Pairs of printings made from real speech: one utterance printed twice, or two utterances of one speaker.

A printing is trimmed, split, cut in its middle, re-punctuated, and reworded in up to a fifth of its words, as
reporters and editors do. Everything is drawn from a seeded generator, so that the figures can be had again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.link.words import find_words


@dataclass(frozen=True)
class Pair:
    """Two wordings with their speakers, and whether they print one utterance."""

    one: str
    speaker: str
    two: str
    other_speaker: str
    is_same: bool
    kind: str

    @property
    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Both wordings as the link stage sees them."""
        return find_words(self.one).folded, find_words(self.two).folded


def cut_utterances(sentences: Sequence[str], generator: random.Random) -> list[str]:
    """Consecutive sentences gathered into utterances of 7 to 60 words."""
    utterances, held = [], ""
    for sentence in sentences:
        held = f"{held} {sentence}".strip()
        if len(held.split()) >= generator.choice((7, 10, 14, 20, 30)):
            utterances.append(" ".join(held.split()[:60]))
            held = ""
    return utterances


def make_pairs(documents: Sequence[Sequence[str]], seed: int = 7) -> Iterator[Pair]:
    """Pairs from documents (each the sentences of one speaker, in order)."""
    generator = random.Random(seed)
    vocabulary = sorted({word for sentences in documents for line in sentences for word in line.split()})
    for number, sentences in enumerate(documents):
        speaker = f"speaker{number}"
        utterances = cut_utterances(sentences, generator)
        for place, utterance in enumerate(utterances):
            for kind, altered in _alterations(utterance, vocabulary, generator):
                other = speaker if generator.random() > 0.1 else ""
                yield Pair(utterance, speaker, altered, other, True, kind)
            for other_place in {place + 1, place + 2, generator.randrange(len(utterances))} - {place}:
                if other_place < len(utterances):
                    rival = utterances[other_place]
                    if rival.casefold() != utterance.casefold():
                        cut = _trim(rival, generator) if generator.random() > 0.5 else rival
                        yield Pair(utterance, speaker, cut, speaker, False, "another of the speaker's")


def _alterations(utterance: str, vocabulary: list[str], generator: random.Random) -> Iterator[tuple[str, str]]:
    words = utterance.split()
    yield "repunctuated", _repunctuate(utterance)
    if len(words) >= 9:
        yield "trimmed", _trim(utterance, generator)
        half = generator.randrange(4, len(words) - 4)
        yield "split", " ".join(words[:half] if generator.random() > 0.5 else words[half:])
    if len(words) >= 14:
        first, second = sorted(generator.sample(range(4, len(words) - 4), 2))
        yield "cut in the middle", " ".join(words[:first]) + " ... " + " ".join(words[second:])
        yield "trimmed and reworded", _reword(_trim(utterance, generator), vocabulary, generator)
    yield "reworded", _reword(utterance, vocabulary, generator)


def _trim(utterance: str, generator: random.Random) -> str:
    """At least two fifths of the words, and six, in one stretch."""
    words = utterance.split()
    kept = generator.randint(max(6, round(0.4 * len(words))), max(6, len(words)))
    start = generator.randint(0, max(0, len(words) - kept))
    return " ".join(words[start : start + kept])


def _reword(utterance: str, vocabulary: list[str], generator: random.Random) -> str:
    """A tenth to a fifth of the words put in, left out or replaced."""
    words = utterance.split()
    for _ in range(max(1, int(len(words) * generator.uniform(0.1, 0.2)))):
        place = generator.randrange(len(words))
        match generator.randrange(4):
            case 0 if len(words) > 5:
                del words[place]
            case 1:
                words.insert(place, generator.choice(vocabulary))
            case _:
                words[place] = generator.choice(vocabulary)
    return " ".join(words)


def _repunctuate(utterance: str) -> str:
    return re.sub(r"[,;:.!?–—-]+", " — ", utterance).replace("'", "’").upper()
