"""One story with all that the views say of it: what the telling and the page are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, text

from etl.errors import UsageError
from etl.report.words import in_brief

#: What a page or a telling holds of a large story; what is beyond is told as a number.
MOST_ARTICLES = 60
MOST_CLAIMS = 400
MOST_QUOTES = 40


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
    seen_order: int | None
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
    asserted_by: str | None
    asserted_kind: str
    relayed_via: str | None
    origin: str | None
    is_hedged: bool
    stance: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source of a claim."""

    claim_id: int
    source: str
    source_kind: str
    through: str | None
    occurrences: int
    grounds: str


@dataclass(frozen=True, slots=True)
class Claim:
    claim_id: int
    claim: str
    articles: int
    outlets: int
    independent_sources: int
    origin: str | None
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
    start_char: int
    end_char: int
    text: str
    other_article_id: int
    other_start_char: int
    other_end_char: int
    other_text: str
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
    last_published_at: datetime | None
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

    @cached_property
    def card(self) -> Mapping[int, Card]:
        """The articles by key."""
        return {card.article_id: card for card in self.cards}

    def name(self, article_id: int) -> str:
        """How an article is called."""
        card = self.card.get(article_id)
        return card.name if card else f"article {article_id}"

    @cached_property
    def shared_claims(self) -> tuple[Claim, ...]:
        """Claims that two articles or more carry."""
        return tuple(claim for claim in self.claims if claim.articles > 1)

    def omissions(self, article_id: int) -> tuple[Claim, ...]:
        """Claims that two other articles or more carry and this one does not."""
        return tuple(
            claim
            for claim in self.shared_claims
            if all(printing.article_id != article_id for printing in claim.printings)
        )

    def exclusives(self, article_id: int) -> tuple[Claim, ...]:
        """Claims that only this article carries."""
        return tuple(
            claim for claim in self.claims if claim.articles == 1 and claim.printings[0].article_id == article_id
        )


_STORY = """
select title, articles, outlets, first_published_at, last_published_at, undated_articles,
    claims as claim_count, quotes as quote_count
from report.story_coverage where story_id = :story
"""
_CARDS = """
select articles.article_id, articles.headline, articles.outlet, articles.published_at, articles.published_precision,
    articles.url, articles.path, coalesce(originality.words, articles.words) as words,
    coalesce(originality.quoted_words, 0) as quoted_words, coalesce(originality.reused_words, 0) as reused_words,
    coalesce(originality.attributed_words, 0) as attributed_words,
    coalesce(originality.own_words, articles.words) as own_words, originality.originality,
    coalesce(transparency.attributions, 0) as attributions, coalesce(transparency.anonymous, 0) as anonymous,
    lag.seen_order, lag.hours_after_first, lag.is_exact, documents.text
from report.articles
inner join raw.documents on documents.document_id = articles.article_id
inner join report.pickup_lag as lag on lag.article_id = articles.article_id and lag.story_id = :story
left join report.article_originality as originality on originality.article_id = articles.article_id
left join report.source_transparency as transparency on transparency.article_id = articles.article_id
where articles.story_id = :story
order by articles.published_at nulls last, articles.article_id limit :most_articles
"""
_CLAIMS = """
select claim_id, claim, articles, outlets, independent_sources, origin, checkworthiness
from report.claim_support where story_id = :story
order by articles desc, checkworthiness desc, claim_id limit :most_claims
"""
_PRINTINGS = """
select claim_id, article_id, start_char, end_char, text, asserted_by, asserted_kind, relayed_via, origin, is_hedged,
    stance
from report.claim_provenance where story_id = :story and claim_id = any(:claims)
order by claim_id, published_at nulls last, article_id, start_char
"""
_SOURCES = """
select claim_id, source, source_kind, through, occurrences, grounds
from report.claim_sources where claim_id = any(:claims) order by claim_id, ordinal
"""
_QUOTINGS = """
select quote_id, quote, article_id, start_char, end_char, content, alteration, speaker, speaker_kind,
    source_as_written, addressee, medium, relayed_via
from report.quote_provenance where story_id = :story
order by articles desc, quote_id, published_at nulls last, article_id, start_char
"""
_VARIANTS = """
select quote_id, aspect, variant, articles
from report.quote_conflicts where quote_id = any(:quotes)
order by quote_id, aspect, articles desc, variant
"""
_STEPS = """
select article_id, derived_from_article_id, derived_from_outlet, prov_type, evidence
from report.article_lineage where story_id = :story and depth = 1
order by article_id, confidence desc, derived_from_outlet
"""
_PASSAGES = """
select article_id, start_char, end_char, text, other_article_id, other_start_char, other_end_char, other_text, words,
    direction, is_quotation
from report.passage_reuse where story_id = :story
order by is_quotation, words desc, passage_id
"""
_NUMBERS = """
select claim_id, claim, unit, place, counted, value_as_written, articles, example_article_id
from report.figure_discrepancies where story_id = :story
order by claim_id, unit nulls first, place, articles desc, value
"""
_TOLLS = """
select outcome, value_as_written, article_id, start_char, end_char
from report.tolls
where
    story_id = :story and is_first
    and outcome in (select outcome from report.tolls where story_id = :story and differs)
order by outcome = 'killed' desc, outcome, published_at nulls last, article_id
"""
_ORIGINS = """
select origin, origin_article_id, is_in_corpus, articles_tracing, evidence
from report.story_origins where story_id = :story order by articles_tracing desc, origin
"""
_SPEAKERS = """
select speaker, speaker_kind, quotes, words, share, articles
from report.story_speakers where story_id = :story order by share desc, speaker
"""


def read_story(connection: Connection, story_id: int) -> Story:
    """All that the views say of a story. Raises :class:`~etl.errors.UsageError` where there is none of this number."""
    ask = _Asking(connection, story_id)
    found = next(ask(_STORY), None)
    if found is None:
        raise UsageError(f"there is no story {story_id}. `newstrace report story_coverage` lists the stories.")
    cards = tuple(Card(**row) for row in ask(_CARDS, most_articles=MOST_ARTICLES))
    return Story(
        story_id=story_id,
        **found,
        cards=cards,
        origins=tuple(Origin(**row) for row in ask(_ORIGINS)),
        claims=_read_claims(ask),
        quotes=_read_quotes(ask),
        steps=tuple(Step(**row) for row in ask(_STEPS)),
        passages=tuple(Passage(**row) for row in ask(_PASSAGES)),
        numbers=_group([Number(**row) for row in ask(_NUMBERS)]),
        speakers=tuple(Speaker(**row) for row in ask(_SPEAKERS)),
        tolls=tuple(
            tuple(group) for _, group in groupby((Toll(**row) for row in ask(_TOLLS)), key=lambda toll: toll.outcome)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    connection: Connection
    story_id: int

    def __call__(self, query: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        rows = self.connection.execute(text(query), {"story": self.story_id, **parameters})
        return (dict(row) for row in rows.mappings())


def _read_claims(ask: _Asking) -> tuple[Claim, ...]:
    rows = list(ask(_CLAIMS, most_claims=MOST_CLAIMS))
    keys = [row["claim_id"] for row in rows]
    printings: dict[int, list[Printing]] = defaultdict(list)
    for row in ask(_PRINTINGS, claims=keys):
        printings[row["claim_id"]].append(Printing(**row))
    sources: dict[int, list[Source]] = defaultdict(list)
    for row in ask(_SOURCES, claims=keys):
        sources[row["claim_id"]].append(Source(**row))
    return tuple(
        Claim(**row, printings=tuple(printings[row["claim_id"]]), sources=tuple(sources[row["claim_id"]]))
        for row in rows
    )


def _read_quotes(ask: _Asking) -> tuple[Quote, ...]:
    printings: dict[int, list[Quoting]] = defaultdict(list)
    for row in ask(_QUOTINGS):
        printings[row["quote_id"]].append(Quoting(**row))
    kept = list(printings)[:MOST_QUOTES]
    conflicts: dict[int, dict[str, list[Variant]]] = defaultdict(lambda: defaultdict(list))
    for row in ask(_VARIANTS, quotes=kept):
        conflicts[row["quote_id"]][row["aspect"]].append(Variant(**row))
    return tuple(
        Quote(
            key,
            printings[key][0].quote,
            tuple(printings[key]),
            {aspect: tuple(variants) for aspect, variants in conflicts[key].items()},
        )
        for key in kept
    )


def _group(numbers: list[Number]) -> tuple[tuple[Number, ...], ...]:
    groups: dict[tuple[int, str | None, int], list[Number]] = defaultdict(list)
    for number in numbers:
        groups[number.claim_id, number.unit, number.place].append(number)
    return tuple(tuple(group) for group in groups.values())
