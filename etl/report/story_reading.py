"""Reads a story from the views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, text

from etl.errors import UsageError
from etl.report.story import (
    Card,
    Claim,
    Near,
    Number,
    Origin,
    Passage,
    Printing,
    Quote,
    Quoting,
    Source,
    Speaker,
    Step,
    Story,
    Toll,
    Variant,
)

#: What is read of a large story; what is beyond is told as a number.
MOST_ARTICLES = 60
MOST_CLAIMS = 400
MOST_QUOTES = 40

_STORY = """
select title, articles, outlets, first_published_at, undated_articles, claims as claim_count, quotes as quote_count
from report.story_coverage where story_id = :story
"""
_CARDS = """
select articles.article_id, articles.headline, articles.outlet, articles.published_at, articles.published_precision,
    articles.url, articles.path, coalesce(originality.words, articles.words) as words,
    coalesce(originality.quoted_words, 0) as quoted_words, coalesce(originality.reused_words, 0) as reused_words,
    coalesce(originality.attributed_words, 0) as attributed_words,
    coalesce(originality.own_words, articles.words) as own_words, originality.originality,
    coalesce(transparency.attributions, 0) as attributions, coalesce(transparency.anonymous, 0) as anonymous,
    lag.hours_after_first, lag.is_exact
from report.articles
inner join report.pickup_lag as lag on lag.article_id = articles.article_id and lag.story_id = :story
left join report.article_originality as originality on originality.article_id = articles.article_id
left join report.source_transparency as transparency on transparency.article_id = articles.article_id
where articles.story_id = :story
order by articles.published_at nulls last, articles.article_id limit :most_articles
"""
# A role that reads the views alone has no text as a whole: paragraphs hold all of it but the white space between them.
_TEXTS = """
select article_id, start_char, text
from report.row_lineage where row_kind = 'paragraph' and article_id = any(:articles)
order by article_id, start_char
"""
_CLAIMS = """
select claim_id, claim, articles, outlets, independent_sources, checkworthiness
from report.claim_support where story_id = :story
order by articles desc, checkworthiness desc, claim_id limit :most_claims
"""
_PRINTINGS = """
select claim_id, article_id, start_char, end_char, text, statement, voice, asserted_by, is_hedged, stance
from report.claim_provenance where story_id = :story and claim_id = any(:claims)
order by claim_id, published_at nulls last, article_id, start_char
"""
_NEAR = """
select distinct on (claim_id, article_id) claim_id, article_id, start_char, end_char, near_text as text
from report.near_claims where story_id = :story and claim_id = any(:claims)
order by claim_id, article_id, likeness desc, start_char
"""
_SOURCES = """
select claim_id, source, source_kind, through
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
select article_id, outlet, start_char, end_char, text, other_article_id, other_outlet, other_start_char, other_end_char,
    words, direction, is_quotation
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
select speaker, as_written, speaker_kind, quotes, words, share, articles
from report.story_speakers where story_id = :story order by share desc, speaker
"""


def read_story(connection: Connection, story_id: int) -> Story:
    """All that the views say of a story. Raises :class:`~etl.errors.UsageError` where there is none of this number."""
    ask = _Asking(connection, story_id)
    found = next(ask(_STORY), None)
    if found is None:
        raise UsageError(f"there is no story {story_id}. `newstrace report story_coverage` lists the stories.")
    cards = _read_cards(ask)
    claims = _read_claims(ask)
    near = [Near(**row) for row in ask(_NEAR, claims=[claim.claim_id for claim in claims])]
    return Story(
        story_id=story_id,
        **found,
        cards=cards,
        origins=tuple(Origin(**row) for row in ask(_ORIGINS)),
        claims=claims,
        quotes=_read_quotes(ask),
        steps=tuple(Step(**row) for row in ask(_STEPS)),
        passages=tuple(Passage(**row) for row in ask(_PASSAGES)),
        numbers=_group([Number(**row) for row in ask(_NUMBERS)]),
        speakers=tuple(Speaker(**row) for row in ask(_SPEAKERS)),
        tolls=tuple(
            tuple(group) for _, group in groupby((Toll(**row) for row in ask(_TOLLS)), key=lambda toll: toll.outcome)
        ),
        near={(each.claim_id, each.article_id): each for each in near},
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    connection: Connection
    story_id: int

    def __call__(self, query: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        rows = self.connection.execute(text(query), {"story": self.story_id, **parameters})
        return (dict(row) for row in rows.mappings())


def _read_cards(ask: _Asking) -> tuple[Card, ...]:
    rows = list(ask(_CARDS, most_articles=MOST_ARTICLES))
    texts: dict[int, str] = defaultdict(str)
    for piece in ask(_TEXTS, articles=[row["article_id"] for row in rows]):
        texts[piece["article_id"]] = texts[piece["article_id"]].ljust(piece["start_char"], "\n") + piece["text"]
    return tuple(Card(**row, text=texts[row["article_id"]]) for row in rows)


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
