"""One story with all that the views say of it: what the telling and the page are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from etl.report.words import in_brief, listing

#: Steps from article to article that are told all; of more, only the surest of each article.
MOST_STEPS = 40
#: Articles that are named in a row.
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Card:
    """One article of the story. Ranges elsewhere are half-open, in characters of ``text`` from 0."""

    article_id: int
    headline: str | None
    outlet: str
    published_at: datetime | None
    published_precision: str | None
    url: str | None
    path: str
    words: int
    quoted_words: int
    reused_words: int
    attributed_words: int
    own_words: int
    originality: Decimal | None
    attributions: int
    anonymous: int
    hours_after_first: Decimal | None
    is_exact: bool | None
    text: str

    @property
    def name(self) -> str:
        """How it is called: its outlet, else its headline, with its number."""
        if self.outlet != "unknown":
            return f"{self.outlet} [{self.article_id}]"
        return f"“{in_brief(self.headline, 32)}” [{self.article_id}]" if self.headline else f"article {self.article_id}"


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a claim."""

    claim_id: int
    article_id: int
    start_char: int
    end_char: int
    text: str
    statement: str
    voice: str
    asserted_by: str | None
    is_hedged: bool
    stance: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """What an article tells that comes nearest to a claim which it does not carry."""

    claim_id: int
    article_id: int
    start_char: int
    end_char: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source of a claim."""

    claim_id: int
    source: str
    source_kind: str
    through: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    claim_id: int
    claim: str
    articles: int
    outlets: int
    independent_sources: int
    checkworthiness: float
    printings: tuple[Printing, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Quoting:
    """One printing of a quote."""

    quote_id: int
    quote: str
    article_id: int
    start_char: int
    end_char: int
    content: str
    alteration: str
    speaker: str | None
    speaker_kind: str
    source_as_written: str | None
    addressee: str | None
    medium: str | None
    relayed_via: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One version of what articles disagree about in a quote."""

    quote_id: int
    aspect: str
    variant: str
    articles: int


@dataclass(frozen=True, slots=True)
class Quote:
    quote_id: int
    quote: str
    printings: tuple[Quoting, ...]
    conflicts: Mapping[str, tuple[Variant, ...]]

    @property
    def articles(self) -> int:
        return len({each.article_id for each in self.printings})


@dataclass(frozen=True, slots=True)
class Step:
    """One step from an article of the story to what it came from."""

    article_id: int
    derived_from_article_id: int | None
    derived_from_outlet: str | None
    prov_type: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share."""

    article_id: int
    outlet: str
    start_char: int
    end_char: int
    text: str
    other_article_id: int
    other_outlet: str
    other_start_char: int
    other_end_char: int
    words: int
    direction: str
    is_quotation: bool


@dataclass(frozen=True, slots=True)
class Number:
    """One of the values that articles give for the same thing."""

    claim_id: int
    claim: str
    unit: str | None
    place: int
    counted: str | None
    value_as_written: str
    articles: int
    example_article_id: int


@dataclass(frozen=True, slots=True)
class Toll:
    """How many an article says were killed, injured or missing, with the place where it says so."""

    outcome: str
    value_as_written: str
    article_id: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Origin:
    origin: str
    origin_article_id: int | None
    is_in_corpus: bool
    articles_tracing: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Speaker:
    speaker: str | None
    as_written: str | None
    speaker_kind: str
    quotes: int
    words: int
    share: Decimal
    articles: int


@dataclass(frozen=True)
class Story:
    """A story; everything comes most telling first, articles by publication."""

    story_id: int
    title: str
    articles: int
    outlets: int
    first_published_at: datetime | None
    undated_articles: int
    claim_count: int
    quote_count: int
    cards: tuple[Card, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[Step, ...]
    passages: tuple[Passage, ...]
    numbers: tuple[tuple[Number, ...], ...]
    speakers: tuple[Speaker, ...]
    tolls: tuple[tuple[Toll, ...], ...] = ()  # those that differ, an outcome each
    near: Mapping[tuple[int, int], Near] = field(default_factory=dict)  # by claim and article

    @cached_property
    def card(self) -> Mapping[int, Card]:
        """The articles by key."""
        return {card.article_id: card for card in self.cards}

    def name(self, article_id: int) -> str:
        """How an article is called."""
        card = self.card.get(article_id)
        return card.name if card else self._elsewhere.get(article_id, f"article {article_id}")

    def names(self, article_ids: Sequence[int]) -> str:
        """How several are called; of many, how the first are."""
        named = [self.name(article_id) for article_id in article_ids[:MOST_NAMED]]
        more = len(article_ids) - len(named)
        return listing([*named, f"{more:,} more"] if more else named)

    @cached_property
    def _elsewhere(self) -> Mapping[int, str]:
        """How articles of other stories are called that share words with one of this."""
        outlets = {passage.article_id: passage.outlet for passage in self.passages}
        outlets |= {passage.other_article_id: passage.other_outlet for passage in self.passages}
        return {
            article_id: f"{outlet} [{article_id}, in another story]"
            for article_id, outlet in outlets.items()
            if outlet != "unknown"
        }

    @cached_property
    def shared_claims(self) -> tuple[Claim, ...]:
        """Claims that two articles or more carry."""
        return tuple(claim for claim in self.claims if claim.articles > 1)

    @cached_property
    def told_steps(self) -> tuple[Step, ...]:
        """The steps, or where they are many the surest of each article."""
        if len(self.steps) <= MOST_STEPS:
            return self.steps
        surest: dict[int, Step] = {}
        for step in self.steps:
            surest.setdefault(step.article_id, step)
        return tuple(surest.values())

    def omissions(self, article_id: int) -> tuple[Claim, ...]:
        """Claims that two other articles or more carry, and this one does not, in other words either."""
        return tuple(
            claim
            for claim in self.shared_claims
            if (claim.claim_id, article_id) not in self.near
            and all(printing.article_id != article_id for printing in claim.printings)
        )

    def exclusives(self, article_id: int) -> tuple[Claim, ...]:
        """Claims that only this article carries, and no other one in other words."""
        told_elsewhere = {claim_id for claim_id, _ in self.near}
        return tuple(
            claim
            for claim in self.claims
            if claim.articles == 1
            and claim.printings[0].article_id == article_id
            and claim.claim_id not in told_elsewhere
        )
