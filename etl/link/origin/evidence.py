"""What a story's articles say about where they come from: the records that origins are worked out from.

All of it is facts of single articles, or of pairs that share words; nothing here depends on the order of arrival.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from etl.records import DatePrecision


@dataclass(frozen=True, slots=True)
class Outlet:
    outlet_id: int
    name: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """``tie_break`` orders articles whose times are unknown, and comes from their texts."""

    article_id: int
    outlet_id: int | None
    published_at: datetime | None
    precision: DatePrecision | None
    revision_of: int | None
    tie_break: str
    headline: str | None = None
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where an article credits an outlet.

    ``sentence`` is its sentence's place in the article, from 1, and ``within`` that sentence's range in characters.
    ``is_whole``: the article as a whole is the outlet's (a mark in its byline). ``paragraph``: the range that a mark
    speaks of, where it stands at one paragraph of several. ``opening``: the article's first sentence, where the credit
    stands soon after it.
    """

    article_id: int
    outlet_id: int
    kind: str
    cited_article_id: int | None
    start_char: int
    sentence: int
    within: tuple[int, int]
    words: str
    is_whole: bool = False
    paragraph: tuple[int, int] | None = None
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution. ``outlet_id`` is the outlet that speaks, if one does; ``relay_id`` the outlet that carries it.

    ``is_to_us``: said to "us" or "me". ``is_inside``: and stands inside another's block quotation, whose "me" it is.
    ``words`` are its sentence where it is a quote or says to whom, else its content. ``start_char`` is where the first
    of its parts begins.
    """

    attribution_id: int
    article_id: int
    kind: str
    entity_id: int | None
    outlet_id: int | None
    relay_id: int | None
    relayed_by: int | None
    addressee_outlet_id: int | None
    is_to_us: bool
    is_inside: bool
    quote_id: int | None
    source: str
    words: str
    start_char: int = 0
    role: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class NamedBody:
    """An organization that an article names: its entity, all its names there, and its first mention."""

    article_id: int
    entity_id: int
    names: tuple[str, ...]
    mention_id: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of two articles; ``first`` had it first, if that is known."""

    article_id: int
    other_id: int
    start_char: int
    end_char: int
    other_start: int
    other_end: int
    words: int
    is_quotation: bool
    first: int | None
    grounds: str

    @property
    def pair(self) -> tuple[int, int]:
        """Both articles, the smaller key first."""
        return min(self.article_id, self.other_id), max(self.article_id, self.other_id)


@dataclass(frozen=True, slots=True)
class ClaimPrinting:
    """One printing of a claim, in whose mouth (``attribution_id``) and where it stands."""

    occurrence_id: int
    claim_id: int
    article_id: int
    attribution_id: int | None
    start_char: int
    end_char: int


@dataclass(frozen=True)
class Story:
    """All of a story's evidence."""

    story_id: int
    articles: Mapping[int, Article]
    outlets: Mapping[int, Outlet]
    credits: Sequence[Credit] = ()
    sayings: Sequence[Saying] = ()
    shared: Sequence[Shared] = ()
    printings: Sequence[ClaimPrinting] = field(default=())
    bodies: Sequence[NamedBody] = ()

    @cached_property
    def credits_of(self) -> Mapping[int, Sequence[Credit]]:
        """The credits by article."""
        found: dict[int, list[Credit]] = defaultdict(list)
        for credit in self.credits:
            found[credit.article_id].append(credit)
        return found

    @cached_property
    def sayings_of(self) -> Mapping[int, Sequence[Saying]]:
        """The sayings by article."""
        found: dict[int, list[Saying]] = defaultdict(list)
        for saying in self.sayings:
            found[saying.article_id].append(saying)
        return found

    def name(self, outlet_id: int) -> str:
        return self.outlets[outlet_id].name

    def family(self, outlet_id: int) -> int:
        """The outlet at the head of the house that an outlet belongs to: Bloomberg's for BloombergView."""
        seen = {outlet_id}
        while (parent := self.outlets[outlet_id].parent) is not None and parent not in seen and parent in self.outlets:
            outlet_id = parent
            seen.add(parent)
        return outlet_id

    def order(self, article_id: int) -> tuple[bool, float, str]:
        """Sorts earlier articles first; those without a time last, by their texts."""
        article = self.articles[article_id]
        at = article.published_at
        return at is None, at.timestamp() if at else 0.0, article.tie_break
