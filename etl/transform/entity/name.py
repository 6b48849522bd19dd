"""A name as it stands in a paragraph, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from etl.transform.entity.titles import FEMALE_TITLES, MALE_TITLES, NAME_SUFFIXES, folded
from etl.transform.lexicon import word_set
from etl.transform.word import Words, written

_DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any either neither both every each no"
)
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
STORMS = word_set("typhoon hurricane cyclone storm")
_POSSESSIVES = ("'s", "’s", "'", "’", "ʼs", "`s")
_DASHES = word_set("- – ‐ ‑")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` (half-open) of the ``paragraph``-th parsed paragraph (from 0)."""

    paragraph: int
    start: int
    end: int
    label: str
    titles: tuple[str, ...] = ()  # title words right before it, in lower case

    def within(self, start: int, end: int) -> Name:
        """The same name over other tokens."""
        is_same = start == self.start and end == self.end
        return self if is_same else Name(self.paragraph, start, end, self.label, self.titles)


def text_of(name: Name, words: Words) -> str:
    """The name's characters in the paragraph."""
    return written(words[name.start : name.end])


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name for comparison: no full stops, no possessive, particles' hyphens kept apart."""
    plain = strip_possessive(_visible(text))
    for dash in _DASHES:
        plain = plain.replace(dash, " ")
    return tuple(word for word in (folded(each).strip(",'’\"“”()") for each in plain.split()) if word)


def _visible(text: str) -> str:
    """``text`` with single spaces, and without the marks that nobody sees (zero width joiners and spaces)."""
    return " ".join(text.translate(_UNSEEN).split())


def strip_possessive(text: str) -> str:
    for ending in _POSSESSIVES:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            is_bare = ending in ("'", "’")
            if not is_bare or text[-2].lower() == "s":
                return text[: -len(ending)]
    return text


def canonical(text: str) -> str:
    """``text`` without determiners, possessive and loose marks, its white space single."""
    plain = strip_possessive(_visible(text).strip('"“”‘()[],;: '))
    head, _, rest = plain.partition(" ")
    return rest if rest and head.lower() in _DETERMINERS else plain


def is_storm(words: tuple[str, ...]) -> bool:
    """Whether a folded name is a storm's: "typhoon haiyan"."""
    return len(words) > 1 and words[-2] in STORMS


def is_determiner(word: str) -> bool:
    return word.lower() in _DETERMINERS


def is_possessive(word: str) -> bool:
    return word in _POSSESSIVES


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's words without "jr", "iii", "phd" at the end."""
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words = words[:-1]
    return words


def title_gender(titles: tuple[str, ...]) -> str | None:
    if any(title in MALE_TITLES for title in titles):
        return "m"
    return "f" if any(title in FEMALE_TITLES for title in titles) else None
