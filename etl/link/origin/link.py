"""Origins, derivations and independent sources of the stories that new articles touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, text

from etl.link.origin.circle import without_circles
from etl.link.origin.counting import count_sources
from etl.link.origin.derivation import Lineage, derive
from etl.link.origin.evidence import Story
from etl.link.origin.reading import read_stories, read_texts
from etl.link.origin.source import PrintingSource, SourceReader
from etl.link.origin.tracing import Origin, StoryOrigin, story_origins, trace
from etl.link.quote.registry import refresh_speakers
from etl.link.rows import set_column
from etl.load.copy import copy_rows
from etl.load.tables import attributions, claim_origins, claim_sources, derivations
from etl.load.tables import story_origins as origins_table
from etl.records import SourceKind, article_key

_Row = dict[str, Any]

#: Stories worked on at a time, so that memory does not grow with the batch.
_AT_A_TIME = 32


def link_origins(connection: Connection, article_ids: Sequence[int]) -> None:
    """Work out anew where the stories of these articles come from, and what their claims rest on."""
    ids = list(article_ids)
    stories = connection.scalars(
        text("select distinct story_id from news.story_articles where article_id = any(:ids) order by 1"), {"ids": ids}
    ).all()
    touched = _claims_of(connection, ids)
    for start in range(0, len(stories), _AT_A_TIME):
        touched |= _link_stories(connection, read_stories(connection, stories[start : start + _AT_A_TIME]))
    touched |= set(connection.scalars(text("select claim_id from news.claims where independent_sources is null")))
    _count(connection, sorted(touched))
    _refresh_speakers(connection, ids)


def recount_speakers(connection: Connection, entity_ids: Iterable[int]) -> None:
    """Count anew what rests on the words of these entities, which have been joined or parted."""
    values = {"ids": sorted(entity_ids)}
    claims = connection.scalars(
        text("""
            select distinct o.claim_id
            from news.attributions as a
            inner join news.claim_occurrences as o using (attribution_id)
            where a.speaker_entity_id = any(:ids) and o.claim_id is not null
            union
            select g.claim_id
            from news.mentions as m
            inner join news.claim_origins as g on g.named_mention_id = m.mention_id
            where m.entity_id = any(:ids)
        """),
        values,
    ).all()
    _count(connection, sorted(claims))
    quotes = connection.scalars(
        text("""
            select distinct o.quote_id
            from news.attributions as a
            inner join news.quote_occurrences as o using (attribution_id)
            where a.speaker_entity_id = any(:ids)
        """),
        values,
    )
    refresh_speakers(connection, set(quotes))


def _link_stories(connection: Connection, stories: Sequence[Story]) -> set[int]:
    """Write the derivations and origins of stories; the claims whose printings came to other sources."""
    us: dict[int, int | None] = {}
    steps: list[_Row] = []
    origins: list[_Row] = []
    printings: list[_Row] = []
    traced = [(story, lineage, trace(story, lineage)) for story in stories for lineage in [_lineage(story)]]
    texts = read_texts(connection, {each for story, lineage, _ in traced for each in _relayed(story, lineage)})
    for story, lineage, traces in traced:
        reader = SourceReader(story, lineage, traces, texts)
        us |= _us(story, lineage)
        steps += _derivation_rows(lineage)
        origins += _origin_rows(story, story_origins(story, traces))
        printings += [_printing_row(reader.read(printing)) for printing in story.printings]
    articles = [article_id for story in stories for article_id in story.articles]
    set_column(connection, attributions.c.attribution_id, attributions.c.addressee_outlet_id, us)
    _replace(connection, derivations, "article_id", articles, ("derivation_id",), steps)
    _replace(
        connection, origins_table, "story_id", [story.story_id for story in stories], ("story_id", "ordinal"), origins
    )
    key = ("claim_occurrence_id",)
    changed = _replace(connection, claim_origins, "article_id", articles, key, printings, but_for="source_ordinal")
    return {row["claim_id"] for row in changed}


def _lineage(story: Story) -> Lineage:
    return without_circles(story, derive(story))


def _relayed(story: Story, lineage: Lineage) -> Iterator[int]:
    """The articles that have matter from a loaded one, and those that they can have it from."""
    houses = set()
    for article_id, steps in lineage.derivations.items():
        for step in steps:
            if step.is_whole or step.source_article_id not in story.articles:
                continue
            assert step.source_article_id is not None
            yield from (article_id, step.source_article_id)
            outlet = story.articles[step.source_article_id].outlet_id
            if outlet is not None:
                houses.add(story.family(outlet))
    for article_id, article in story.articles.items():
        if article.outlet_id is not None and story.family(article.outlet_id) in houses:
            yield article_id


def _us(story: Story, lineage: Lineage) -> dict[int, int | None]:
    """Whom "us" is in each article: the outlet found, or the article's own; nobody where it is another's "me"."""
    found: dict[int, int | None] = {}
    for saying in story.sayings:
        if saying.is_to_us:
            own = story.articles[saying.article_id].outlet_id
            meant = lineage.us.get(saying.article_id)
            found[saying.attribution_id] = None if saying.is_inside else meant[0] if meant else own
    return found


def _derivation_rows(lineage: Lineage) -> list[_Row]:
    return [
        {
            "derivation_id": article_key(article_id, ordinal),
            "article_id": article_id,
            "source_article_id": step.source_article_id,
            "source_outlet_id": step.source_outlet_id,
            "prov_type": step.prov_type.value,
            "evidence": step.evidence,
            "confidence": step.confidence,
        }
        for article_id, steps in lineage.derivations.items()
        for ordinal, step in enumerate(steps, 1)
    ]


def _origin_rows(story: Story, found: Sequence[StoryOrigin]) -> list[_Row]:
    return [
        {
            "story_id": story.story_id,
            "ordinal": ordinal,
            "outlet_id": each.origin.outlet_id,
            "article_id": each.origin.article_id,
            "articles_tracing": each.articles,
            "evidence": each.evidence,
        }
        for ordinal, each in enumerate(found, 1)
    ]


def _printing_row(found: PrintingSource) -> _Row:
    return {
        "claim_occurrence_id": found.occurrence_id,
        "article_id": found.article_id,
        "claim_id": found.claim_id,
        "source_kind": found.kind.value,
        "source": found.source,
        "named_mention_id": found.mention_id,
        "source_ordinal": 0,
        "relay_outlet_id": found.relay_id,
        "origin_outlet_id": found.origin.outlet_id,
        "origin_article_id": found.origin.article_id,
        "grounds": found.grounds,
    }


def _replace(
    connection: Connection,
    table: Table,
    scope: str,
    scope_keys: list[int],
    key: tuple[str, ...],
    rows: list[_Row],
    *,
    but_for: str | None = None,
) -> list[_Row]:
    """Make ``rows`` all that ``table`` has in a scope, writing only what differs; the rows written or deleted."""
    columns = [column.name for column in table.columns]
    compared = [name for name in columns if name != but_for]
    identify, content = itemgetter(*key), itemgetter(*compared)
    stored = connection.execute(
        text(f"select {', '.join(columns)} from {table} where {scope} = any(:keys)"), {"keys": scope_keys}
    )
    old = {identify(row): row for row in map(dict, stored.mappings().all())}
    new = {identify(row): row for row in rows}

    def same(one: _Row, two: _Row) -> bool:
        return bool(content(one) == content(two)) or all(_plain(one[name]) == _plain(two[name]) for name in compared)

    gone = [row for row_key, row in old.items() if row_key not in new or not same(row, new[row_key])]
    fresh = [row for row_key, row in new.items() if row_key not in old or not same(old[row_key], row)]
    if gone:
        connection.execute(
            text(
                f"delete from {table} as t using unnest({', '.join(f'cast(:{name} as bigint[])' for name in key)}) "
                f"as n ({', '.join(key)}) where ({', '.join(f't.{name}' for name in key)}) = "
                f"({', '.join(f'n.{name}' for name in key)})"
            ),
            {name: [row[name] for row in gone] for name in key},
        )
    copy_rows(connection, table, ({name: row[name] for name in columns} for row in fresh))
    return [*gone, *fresh]


def _plain(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


def _claims_of(connection: Connection, ids: list[int]) -> set[int]:
    return set(
        connection.scalars(
            text("select distinct claim_id from news.claim_occurrences where article_id = any(:ids) and claim_id > 0"),
            {"ids": ids},
        )
    )


_BEHIND = text("""
    select
        o.claim_occurrence_id, o.claim_id, g.article_id, g.source_kind, coalesce(e.name, g.source) as source,
        case
            when g.source_kind in ('person', 'organization', 'document') then coalesce(m.entity_id, a.speaker_entity_id)
        end as entity_id,
        g.relay_outlet_id, g.origin_outlet_id, g.origin_article_id, g.grounds,
        coalesce(outlet.name, 'article ' || g.origin_article_id || ' (outlet unknown)') as origin_name
    from news.claim_occurrences as o
    inner join news.claim_origins as g using (claim_occurrence_id)
    left join news.attributions as a on a.attribution_id = o.attribution_id
    left join news.mentions as m on m.mention_id = g.named_mention_id
    left join news.entities as e
        on
            e.entity_id = coalesce(m.entity_id, a.speaker_entity_id)
            and g.source_kind in ('person', 'organization', 'document')
    left join news.outlets as outlet on outlet.outlet_id = g.origin_outlet_id
    where o.claim_id = any(:claims)
    order by o.claim_id, o.claim_occurrence_id
""")


def _count(connection: Connection, claim_ids: Sequence[int]) -> None:
    """Count the independent sources of these claims; each printing says to which it was counted."""
    for start in range(0, len(claim_ids), 1000):
        part = list(claim_ids[start : start + 1000])
        printings: dict[int, list[PrintingSource]] = defaultdict(list)
        for row in connection.execute(_BEHIND, {"claims": part}).all():
            printings[row.claim_id].append(_printing(row))
        _write_sources(connection, part, printings)


def _printing(row: Any) -> PrintingSource:
    return PrintingSource(
        occurrence_id=row.claim_occurrence_id,
        claim_id=row.claim_id,
        article_id=row.article_id,
        kind=SourceKind(row.source_kind),
        source=row.source,
        entity_id=row.entity_id,
        relay_id=row.relay_outlet_id,
        origin=Origin(row.origin_outlet_id, row.origin_article_id),
        origin_name=row.origin_name,
        grounds=row.grounds,
    )


def _write_sources(connection: Connection, claim_ids: list[int], printings: dict[int, list[PrintingSource]]) -> None:
    rows: list[dict[str, Any]] = []
    ordinal_of: dict[int, int | None] = {}
    counts: dict[int, int] = {}
    for claim_id, group in printings.items():
        sources = count_sources(group)
        counts[claim_id] = len(sources)
        for ordinal, source in enumerate(sources, 1):
            ordinal_of.update(dict.fromkeys(source.occurrences, ordinal))
            rows.append(
                {
                    "claim_id": claim_id,
                    "ordinal": ordinal,
                    "source_kind": source.kind.value,
                    "source": source.source,
                    "entity_id": source.entity_id,
                    "outlet_id": source.origin.outlet_id,
                    "origin_article_id": source.origin.article_id,
                    "occurrences": len(source.occurrences),
                    "grounds": source.grounds,
                }
            )
    connection.execute(text("delete from news.claim_sources where claim_id = any(:claims)"), {"claims": claim_ids})
    copy_rows(connection, claim_sources, rows)
    set_column(connection, claim_origins.c.claim_occurrence_id, claim_origins.c.source_ordinal, ordinal_of)
    connection.execute(
        text("""
            update news.claims as c set independent_sources = n.sources
            from unnest(cast(:claims as bigint[]), cast(:sources as int[])) as n (claim_id, sources)
            where c.claim_id = n.claim_id and c.independent_sources is distinct from n.sources
        """),
        {"claims": list(counts), "sources": list(counts.values())},
    )


def _refresh_speakers(connection: Connection, ids: Iterable[int]) -> None:
    """The speakers of the quotes that these articles print: their stories may have told who a last name is."""
    quotes = connection.scalars(
        text("select distinct quote_id from news.quote_occurrences where article_id = any(:ids)"), {"ids": list(ids)}
    )
    refresh_speakers(connection, set(quotes))
