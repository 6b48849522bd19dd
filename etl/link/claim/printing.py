"""One printing of a claim, as the database has it, and which of several says it most clearly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from etl.link.claim.content import Content, read_content
from etl.link.lexicon import word_set
from etl.link.rows import hash_key
from etl.link.words import fold_words

_PRONOUNS = word_set("he she it they we i you this that these those who which some one both all many")
#: Contents that tell less than this say nothing by themselves: two such are two claims.
_LEAST = 12.0
#: That it is denied is its polarity, and no part of what it says.
_DENIAL = re.compile(r"^\[(?:Denied|Doubted):\] ")
#: A statement of fewer words may lack something.
_WHOLE = 9
_OPENING = 20
#: A subject that opens so was named before: "both forces", "these same militias".
_POINTING = word_set("this that these those both such another")
_ARTICLES = word_set("the a an")


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a claim.

    ``text`` is the statement that can be read alone, ``subject_name`` the article's fullest name for the subject,
    ``numbers`` are the values of its figures.
    """

    occurrence_id: int
    article_id: int
    text: str
    subject: str | None
    subject_name: str | None
    predicate: str | None
    is_negated: bool
    is_hedged: bool
    checkworthiness: float
    numbers: tuple[Decimal, ...]
    counted: tuple[str, ...] = ()

    @property
    def subject_is_open(self) -> bool:
        """Whether only the words around it tell what its subject is."""
        words = fold_words(self.subject or "")
        return self.subject_name is None and (not words or all(word in _PRONOUNS for word in words))

    @property
    def content(self) -> Content:
        subject = self.subject_name if self.subject_name and self._subject_is_pronoun() else self.subject
        text = _DENIAL.sub("", self.text)
        named = f"{self.subject_name}: {text}" if subject is self.subject_name and subject else text
        return read_content(
            named,
            subject=subject,
            predicate=self.predicate,
            is_negated=self.is_negated,
            numbers=[f"{number.normalize():f}" for number in self.numbers],
            counted=self.counted,
        )

    def _subject_is_pronoun(self) -> bool:
        return all(word in _PRONOUNS for word in fold_words(self.subject or ""))

    def form_key(self, content: Content) -> int:
        """The key of its wording, its content; its own where the wording alone would not tell what is asserted."""
        tells = content.information
        if tells < _LEAST or (self.subject_is_open and tells < 2 * _LEAST):
            return hash_key(self.occurrence_id, content.written)
        return content.key


def printing_of(row: Any, numbers: Sequence[Decimal] = (), counted: Sequence[str] = ()) -> Printing:
    """The printing in a row of the queries of :mod:`etl.link.claim`."""
    return Printing(
        occurrence_id=row.claim_occurrence_id,
        article_id=row.article_id,
        text=row.text,
        subject=row.subject,
        subject_name=row.subject_name,
        predicate=row.predicate,
        is_negated=row.is_negated,
        is_hedged=row.is_hedged,
        checkworthiness=row.checkworthiness,
        numbers=tuple(numbers),
        counted=tuple(counted),
    )


def clarity(printing: Printing) -> tuple[bool, bool, bool, bool, bool, int, float, int]:
    """Sorts the clearest printing last.

    It is affirmed and not hedged, names its subject, opens with it (and not with when, or who reported it), in the
    article's own words, and is as short as a whole sentence can be.
    """
    words = len(fold_words(printing.text))
    return (
        not printing.is_negated,
        not printing.is_hedged,
        not printing.subject_is_open,
        _opens_with_subject(printing),
        not printing.text.startswith("[") and "[" not in printing.text[:_OPENING],
        -words if words >= _WHOLE else words - 2 * _WHOLE,
        round(printing.checkworthiness, 2),
        -printing.occurrence_id,
    )


def _opens_with_subject(printing: Printing) -> bool:
    subject = fold_words(f"{printing.subject or ''} {printing.subject_name or ''}")
    opening = [word for word in fold_words(printing.text) if word not in _ARTICLES]
    return bool(opening) and opening[0] in subject and opening[0] not in _POINTING
