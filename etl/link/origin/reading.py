"""A story's evidence, read from the database."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, text

from etl.link.origin.bearing import HEAD
from etl.link.origin.body import asks_for_name
from etl.link.origin.crediting import read_credits, shorten
from etl.link.origin.evidence import Article, ClaimPrinting, Credit, NamedBody, Outlet, Saying, Shared, Story
from etl.records import DatePrecision, ParagraphRole, SourceKind

_ARTICLES = text("""
    select s.story_id, a.article_id, a.outlet_id, a.published_at, a.published_precision,
        a.revision_of_article_id, d.text_sha256, a.headline,
        (select count(*) from news.sentences as s where s.article_id = a.article_id) as sentences
    from news.story_articles as s
    inner join news.articles as a using (article_id)
    inner join raw.documents as d using (document_id)
    where s.story_id = any(:stories)
    order by a.article_id
""")

_SENTENCE = """
    left join lateral (
        select ordinal, s.start_char, s.end_char,
            substring(d.text from s.start_char + 1 for s.end_char - s.start_char) as words
        from news.sentences as s
        inner join raw.documents as d on d.document_id = s.article_id
        where {2} and s.article_id = {0}.article_id and s.start_char <= {1} and {1} < s.end_char
        limit 1
    ) as sentence on true
"""
#: Sayings whose words a derivation may show. To cut a sentence out of its text is dear, and most are asked for nothing.
_MAY_BE_SHOWN = "(q.quote_id is not null or a.addressee_kind is not null or a.addressee_outlet_id is not null)"

_CREDITS = text(f"""
    select
        c.article_id, c.outlet_id, c.kind, c.cited_article_id, c.start_char, c.end_char,
        coalesce(sentence.ordinal, 1) as sentence, coalesce(sentence.words, c.text) as words,
        coalesce(sentence.start_char, c.start_char) as sentence_start,
        coalesce(sentence.end_char, c.end_char) as sentence_end,
        opening.words as opening,
        paragraph.role, paragraph.start_char as paragraph_start, paragraph.end_char as paragraph_end,
        paragraph.before, paragraph.behind, paragraph.is_first, paragraph.is_last
    from news.citations as c
    {_SENTENCE.format("c", "c.start_char", "true")}
    left join lateral (
        select substring(d.text from s.start_char + 1 for s.end_char - s.start_char) as words
        from news.sentences as s
        inner join raw.documents as d on d.document_id = s.article_id
        where sentence.ordinal between 2 and {HEAD} and s.article_id = c.article_id and s.ordinal = 1
    ) as opening on true
    left join lateral (
        select
            p.role, p.start_char, p.end_char,
            substring(d.text from p.start_char + 1 for c.start_char - p.start_char) as before,
            substring(d.text from c.end_char + 1 for p.end_char - c.end_char) as behind,
            not exists (
                select from news.paragraphs as o
                where o.article_id = c.article_id and o.role = any(:body) and o.start_char < p.start_char
            ) as is_first,
            not exists (
                select from news.paragraphs as o
                where o.article_id = c.article_id and o.role = any(:prose) and o.start_char > p.start_char
            ) as is_last
        from news.paragraphs as p
        inner join raw.documents as d on d.document_id = p.article_id
        where
            c.kind = 'wire' and p.article_id = c.article_id
            and p.start_char <= c.start_char and c.start_char < p.end_char
        limit 1
    ) as paragraph on true
    where c.article_id = any(:ids) and c.outlet_id is not null
    order by c.citation_id
""")

_SAYINGS = text(f"""
    select
        a.attribution_id, a.article_id, a.source_kind, a.speaker_entity_id, e.outlet_id as speaker_outlet_id,
        a.relay_outlet_id, a.relayed_by_attribution_id, a.addressee_outlet_id, a.addressee_kind, q.quote_id,
        a.source_as_written, a.source_role, a.source_institution, spans.starts, spans.ends, spans.source_start,
        spans.source_end, spans.cue_start,
        coalesce(sentence.words, a.content) as words
    from news.attributions as a
    left join news.entities as e on e.entity_id = a.speaker_entity_id
    left join news.quote_occurrences as q using (attribution_id)
    left join lateral (
        select
            array_agg(s.start_char order by s.ordinal) filter (where s.role = 'content') as starts,
            array_agg(s.end_char order by s.ordinal) filter (where s.role = 'content') as ends,
            min(s.start_char) filter (where s.role = 'source') as source_start,
            max(s.end_char) filter (where s.role = 'source') as source_end,
            min(s.start_char) filter (where s.role = 'cue') as cue_start
        from news.attribution_spans as s
        where s.attribution_id = a.attribution_id
    ) as spans on true
    {_SENTENCE.format("a", "coalesce(spans.cue_start, spans.starts[1])", _MAY_BE_SHOWN)}
    where a.article_id = any(:ids)
    order by a.attribution_id
""")

_SHARED = text("""
    select article_id, other_article_id, start_char, end_char, other_start_char, other_end_char, words, is_quotation,
        case direction when 'article_first' then article_id when 'other_first' then other_article_id end as first,
        direction_grounds
    from news.passages
    where article_id = any(:ids) and other_article_id = any(:ids)
    order by passage_id
""")

_PRINTINGS = text("""
    select claim_occurrence_id, claim_id, article_id, attribution_id, start_char, end_char
    from news.claim_occurrences
    where article_id = any(:ids) and claim_id is not null
    order by claim_occurrence_id
""")

#: Read only where an article has a source that a name may tell more of.
_BODIES = text("""
    select m.article_id, m.entity_id, array_agg(distinct m.name) as names, min(m.mention_id) as mention_id
    from news.mentions as m
    inner join news.entities as e using (entity_id)
    where m.article_id = any(:ids) and m.kind = 'name' and m.label = 'ORG' and e.outlet_id is null
    group by m.article_id, m.entity_id
    order by m.article_id, m.entity_id
""")

_OUTLETS = text("""
    with recursive house as (
        select outlet_id, name, parent_outlet_id from news.outlets where outlet_id = any(:ids)
        union
        select o.outlet_id, o.name, o.parent_outlet_id
        from news.outlets as o
        inner join house on o.outlet_id = house.parent_outlet_id
    )

    select * from house
""")

_PROSE = [role.value for role in ParagraphRole if role.is_prose]
#: What an outlet has got hold of is not its own: "a memo seen by the Echo", "a letter leaked to the Echo".
_HELD = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|verified|examined|read|heard|acquired)\s+by\b"
    r"|\b(?:leaked|shown|sent|given|passed|provided|shared|made available)\s+(?:to|with)\b",
    re.IGNORECASE,
)
_BODY = [role for role in _PROSE if role != ParagraphRole.SUBHEADLINE]
#: Sources that are an outlet where the article credits one at the same place: "the report", "the paper".
_MAY_BE_OUTLET = frozenset(
    {SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.ORGANIZATION, SourceKind.UNKNOWN, SourceKind.GROUP}
)


def read_stories(connection: Connection, story_ids: Sequence[int]) -> list[Story]:
    """All that is known of where the articles of these stories come from."""
    members: dict[int, dict[int, Article]] = defaultdict(dict)
    story_of: dict[int, int] = {}
    for row in connection.execute(_ARTICLES, {"stories": list(story_ids)}).all():
        members[row.story_id][row.article_id] = Article(
            article_id=row.article_id,
            outlet_id=row.outlet_id,
            published_at=row.published_at,
            precision=None if row.published_precision is None else DatePrecision(row.published_precision),
            revision_of=row.revision_of_article_id,
            tie_break=row.text_sha256,
            headline=row.headline,
            sentences=row.sentences,
        )
        story_of[row.article_id] = row.story_id
    ids = {"ids": list(story_of)}
    credit_rows = connection.execute(_CREDITS, ids | {"prose": _PROSE, "body": _BODY}).all()
    credits = read_credits(credit_rows)
    sayings = _sayings(connection.execute(_SAYINGS, ids).all(), credit_rows)
    wanting = {story_of[saying.article_id] for saying in sayings if asks_for_name(saying)}
    wanted = [article_id for article_id, story_id in story_of.items() if story_id in wanting]
    bodies = [
        NamedBody(row.article_id, row.entity_id, tuple(sorted(row.names)), row.mention_id)
        for row in (connection.execute(_BODIES, {"ids": wanted}).all() if wanted else ())
    ]
    shared = (Shared(*row) for row in connection.execute(_SHARED, ids).all())
    printings = (ClaimPrinting(*row) for row in connection.execute(_PRINTINGS, ids).all())
    outlets = _read_outlets(
        connection, chain.from_iterable(each.values() for each in members.values()), sayings, credits
    )
    credits_of, sayings_of = _by_story(credits, story_of), _by_story(sayings, story_of)
    shared_of = _by_story((each for each in shared if story_of[each.article_id] == story_of[each.other_id]), story_of)
    printings_of, bodies_of = _by_story(printings, story_of), _by_story(bodies, story_of)
    return [
        Story(
            story_id=story_id,
            articles=articles,
            outlets=outlets,
            credits=credits_of.get(story_id, ()),
            sayings=sayings_of.get(story_id, ()),
            shared=shared_of.get(story_id, ()),
            printings=printings_of.get(story_id, ()),
            bodies=bodies_of.get(story_id, ()),
        )
        for story_id, articles in sorted(members.items())
    ]


def read_texts(connection: Connection, article_ids: Iterable[int]) -> dict[int, str]:
    """The texts of articles, which the ranges of their rows are of."""
    rows = connection.execute(
        text("select document_id, text from raw.documents where document_id = any(:ids)"), {"ids": sorted(article_ids)}
    )
    return {row.document_id: row.text for row in rows}


class _OfArticle(Protocol):
    @property
    def article_id(self) -> int: ...


_Record = TypeVar("_Record", bound=_OfArticle)


def _by_story(records: Iterable[_Record], story_of: Mapping[int, int]) -> dict[int, list[_Record]]:
    found: dict[int, list[_Record]] = defaultdict(list)
    for record in records:
        found[story_of[record.article_id]].append(record)
    return found


def _read_outlets(
    connection: Connection, articles: Iterable[Article], sayings: Iterable[Saying], credits: Iterable[Credit]
) -> dict[int, Outlet]:
    """The outlets that any of these name, with the houses that they belong to."""
    named = {
        *(article.outlet_id for article in articles),
        *(credit.outlet_id for credit in credits),
        *(each for saying in sayings for each in (saying.outlet_id, saying.relay_id, saying.addressee_outlet_id)),
    }
    rows = connection.execute(_OUTLETS, {"ids": [each for each in named if each is not None]})
    return {row.outlet_id: Outlet(*row) for row in rows}


def _sayings(rows: Sequence[Any], credits: Sequence[Any]) -> list[Saying]:
    credited: dict[int, list[Any]] = defaultdict(list)
    for credit in credits:
        if credit.kind != "addressee":
            credited[credit.article_id].append(credit)
    contents: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for row in rows:
        for start, end in zip(row.starts or (), row.ends or (), strict=True):
            contents[row.article_id].append((start, end, row.attribution_id))
    return [_saying(row, credited[row.article_id], contents[row.article_id]) for row in rows]


def _saying(row: Any, credits: Sequence[Any], contents: Sequence[tuple[int, int, int]]) -> Saying:
    outlet, relay = row.speaker_outlet_id, row.relay_outlet_id
    if SourceKind(row.source_kind) in _MAY_BE_OUTLET and row.source_start is not None:
        named = [c for c in credits if c.start_char < row.source_end and row.source_start < c.end_char]
        if named and _HELD.search(row.source_as_written or ""):
            relay = relay if relay is not None else named[0].outlet_id
            outlet = None
        elif named:
            outlet = named[0].outlet_id
    is_to_us = row.addressee_kind == SourceKind.AUTHOR
    return Saying(
        attribution_id=row.attribution_id,
        article_id=row.article_id,
        kind=row.source_kind,
        entity_id=row.speaker_entity_id,
        outlet_id=outlet,
        relay_id=relay,
        relayed_by=row.relayed_by_attribution_id,
        addressee_outlet_id=row.addressee_outlet_id,
        is_to_us=is_to_us,
        is_inside=is_to_us and _is_inside(row, contents),
        quote_id=row.quote_id,
        source=row.source_as_written or row.source_role or "",
        words=shorten(row.words),
        role=row.source_role,
        institution=row.source_institution,
        start_char=min(
            each for each in (row.source_start, row.cue_start, *(row.starts or ()), 10**9) if each is not None
        ),
    )


def _is_inside(row: Any, contents: Sequence[tuple[int, int, int]]) -> bool:
    start = (row.starts or [0])[0]
    end = (row.ends or [0])[-1]
    return any(
        first <= start and end <= last and last - first > end - start
        for first, last, attribution_id in contents
        if attribution_id != row.attribution_id
    )
