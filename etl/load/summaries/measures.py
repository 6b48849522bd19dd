"""Rows of news.article_measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from etl.load.summaries.words import Range, WordCounts, count_words, overlap
from etl.load.tables import article_measures
from etl.records import ParagraphRole

_PROSE = [str(role) for role in ParagraphRole if role.is_prose]

_TEXTS = """
select articles.article_id, documents.text
from news.articles inner join raw.documents on documents.document_id = articles.document_id
where articles.article_id = any(:ids)
order by articles.article_id
"""

# a passage counts as reused in the article that is not known to have had it first
_RANGES = """
select 'prose' as kind, article_id, start_char, end_char
from news.paragraphs
where article_id = any(:ids) and role = any(:prose)
union all
select case attributions.type when 'direct' then 'quoted' else 'attributed' end, spans.article_id,
    spans.start_char, spans.end_char
from news.attribution_spans as spans
inner join news.attributions on attributions.attribution_id = spans.attribution_id
where spans.article_id = any(:ids) and spans.role = 'content'
union all
select 'printed', article_id, start_char, end_char
from news.quote_occurrences
where article_id = any(:ids)
union all
select 'reused', article_id, start_char, end_char
from news.passages
where article_id = any(:ids) and not is_quotation and direction <> 'article_first'
union all
select 'reused', other_article_id, other_start_char, other_end_char
from news.passages
where other_article_id = any(:ids) and not is_quotation and direction <> 'other_first'
"""

_COUNTS = """
with asked as (select unnest(cast(:ids as bigint[])) as article_id)
select asked.article_id,
    (
        select count(*) from news.sentences where sentences.article_id = asked.article_id
    ) as sentences,
    -- each mention looks for its sentence by halves: a long article has ten thousand of both
    (
        select count(*)
        from (
            select distinct width_bucket(mentions.start_char, bounds.starts) as place
            from (
                select
                    array_agg(start_char order by start_char) as starts,
                    array_agg(end_char order by start_char) as ends
                from news.sentences
                where sentences.article_id = asked.article_id
            ) as bounds
            inner join news.mentions on mentions.article_id = asked.article_id
            where bounds.starts is not null
                and mentions.start_char < bounds.ends[width_bucket(mentions.start_char, bounds.starts)]
        ) as found
    ) as sentences_with_mentions,
    (
        select count(*) from news.mentions where mentions.article_id = asked.article_id
    ) as mentions,
    (
        select count(*) from news.claim_occurrences where claim_occurrences.article_id = asked.article_id
    ) as claims,
    sources.*
from asked
cross join lateral (
    select count(*) as attributions,
        count(*) filter (where source_kind in ('person', 'organization', 'outlet', 'document')) as named,
        count(*) filter (where source_kind = 'anonymous') as anonymous,
        count(*) filter (where source_kind = 'group') as groups
    from news.attributions
    where attributions.article_id = asked.article_id
) as sources
"""


@dataclass(slots=True)
class _Ranges:
    prose: list[Range] = field(default_factory=list)
    quoted: list[Range] = field(default_factory=list)
    printed: list[Range] = field(default_factory=list)
    attributed: list[Range] = field(default_factory=list)
    reused: list[Range] = field(default_factory=list)


def measure_articles(connection: Connection, article_ids: Sequence[int]) -> None:
    """Count again the words and the findings of ``article_ids``."""
    if not article_ids:
        return
    asked = {"ids": list(article_ids), "prose": _PROSE}
    ranges = _read_ranges(connection, asked)
    counts = {row["article_id"]: row for row in connection.execute(text(_COUNTS), asked).mappings()}
    rows = [
        {**counts[article_id], **_of_words(_count(whole, ranges[article_id]))}
        for article_id, whole in connection.execute(text(_TEXTS), asked)
    ]
    connection.execute(text("delete from news.article_measures where article_id = any(:ids)"), asked)
    if rows:
        connection.execute(article_measures.insert(), rows)


def _read_ranges(connection: Connection, asked: Mapping[str, object]) -> dict[int, _Ranges]:
    ranges: dict[int, _Ranges] = defaultdict(_Ranges)
    for kind, article_id, start_char, end_char in connection.execute(text(_RANGES), asked):
        getattr(ranges[article_id], kind).append((start_char, end_char))
    return ranges


def _count(whole: str, ranges: _Ranges) -> WordCounts:
    # content that is quoted in part: the part that is printed as a quote
    quoted_parts = overlap(ranges.attributed, ranges.printed)
    return count_words(
        whole,
        ranges.prose,
        quoted=ranges.quoted + quoted_parts,
        reused=ranges.reused,
        attributed=ranges.attributed,
    )


def _of_words(counts: WordCounts) -> dict[str, int]:
    return {
        "words": counts.words,
        "quoted_words": counts.quoted,
        "reused_words": counts.reused,
        "attributed_words": counts.attributed,
        "own_words": counts.own,
    }
