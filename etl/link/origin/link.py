"""Origins, derivations and independent sources of the stories that new articles touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, text

from etl.link.origin.derivation import Lineage, derive
from etl.link.origin.evidence import Story
from etl.link.origin.reading import read_stories
from etl.link.origin.source import PrintingSource, SourceReader, count_sources
from etl.link.origin.tracing import Origin, StoryOrigin, story_origins, trace
from etl.link.quote.registry import refresh_speakers
from etl.link.rows import set_column
from etl.load.copy import copy_rows
from etl.load.tables import attributions, claim_origins, claim_sources, derivations
from etl.load.tables import story_origins as origins_table
from etl.records import SourceKind, article_key

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
        for story in read_stories(connection, stories[start : start + _AT_A_TIME]):
            touched |= _link_story(connection, story)
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


def _link_story(connection: Connection, story: Story) -> set[int]:
    """Write one story's derivations and origins; the claims whose printings came to other sources."""
    lineage = derive(story)
    traces = trace(story, lineage)
    _write_us(connection, story, lineage)
    _write_derivations(connection, story, lineage)
    _write_story_origins(connection, story, story_origins(story, traces))
    reader = SourceReader(story, lineage, traces)
    return _write_printings(connection, story, [reader.read(printing) for printing in story.printings])


def _write_us(connection: Connection, story: Story, lineage: Lineage) -> None:
    """Whom "us" is in each article: the outlet found, or the article's own; nobody where it is another's "me"."""
    found: dict[int, int | None] = {}
    for saying in story.sayings:
        if saying.is_to_us:
            own = story.articles[saying.article_id].outlet_id
            meant = lineage.us.get(saying.article_id)
            found[saying.attribution_id] = None if saying.is_inside else meant[0] if meant else own
    set_column(connection, attributions.c.attribution_id, attributions.c.addressee_outlet_id, found)


def _write_derivations(connection: Connection, story: Story, lineage: Lineage) -> None:
    rows = [
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
    _replace(connection, derivations, "article_id", list(story.articles), "derivation_id", rows)


def _write_story_origins(connection: Connection, story: Story, found: Sequence[StoryOrigin]) -> None:
    rows = [
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
    _replace(connection, origins_table, "story_id", [story.story_id], "ordinal", rows)


def _write_printings(connection: Connection, story: Story, found: Sequence[PrintingSource]) -> set[int]:
    rows = [
        {
            "claim_occurrence_id": each.occurrence_id,
            "article_id": each.article_id,
            "claim_id": each.claim_id,
            "source_kind": each.kind.value,
            "source": each.source,
            "source_ordinal": 0,
            "relay_outlet_id": each.relay_id,
            "origin_outlet_id": each.origin.outlet_id,
            "origin_article_id": each.origin.article_id,
            "grounds": each.grounds,
        }
        for each in found
    ]
    changed = _replace(
        connection,
        claim_origins,
        "article_id",
        list(story.articles),
        "claim_occurrence_id",
        rows,
        but_for="source_ordinal",
    )
    return {row["claim_id"] for row in changed}


def _replace(
    connection: Connection,
    table: Table,
    scope: str,
    scope_keys: list[int],
    key: str,
    rows: list[dict[str, Any]],
    *,
    but_for: str | None = None,
) -> list[dict[str, Any]]:
    """Make ``rows`` all that ``table`` has in a scope, writing only what differs; the rows written or deleted."""
    columns = [column.name for column in table.columns]
    old = {
        row[key]: dict(row)
        for row in connection.execute(table.select().where(table.c[scope].in_(scope_keys))).mappings()
    }
    new = {row[key]: row for row in rows}
    compared = [name for name in columns if name != but_for]

    def same(one: dict[str, Any], two: dict[str, Any]) -> bool:
        return all(_plain(one[name]) == _plain(two[name]) for name in compared)

    gone = [row for row_key, row in old.items() if row_key not in new or not same(row, new[row_key])]
    fresh = [row for row_key, row in new.items() if row_key not in old or not same(old[row_key], row)]
    if gone:
        keys = [row[key] for row in gone]
        connection.execute(table.delete().where(table.c[scope].in_(scope_keys), table.c[key].in_(keys)))
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
        case when g.source_kind in ('person', 'organization', 'document') then a.speaker_entity_id end as entity_id,
        g.relay_outlet_id, g.origin_outlet_id, g.origin_article_id, g.grounds,
        coalesce(outlet.name, 'article ' || g.origin_article_id || ' (outlet unknown)') as origin_name
    from news.claim_occurrences as o
    inner join news.claim_origins as g using (claim_occurrence_id)
    left join news.attributions as a on a.attribution_id = o.attribution_id
    left join news.entities as e
        on e.entity_id = a.speaker_entity_id and g.source_kind in ('person', 'organization', 'document')
    left join news.outlets as outlet on outlet.outlet_id = g.origin_outlet_id
    where o.claim_id = any(:claims)
    order by o.claim_id, o.claim_occurrence_id
""")


def _count(connection: Connection, claim_ids: Sequence[int]) -> None:
    """Count the independent sources of these claims; each printing says to which it was counted."""
    for start in range(0, len(claim_ids), 1000):
        part = list(claim_ids[start : start + 1000])
        printings: dict[int, list[PrintingSource]] = defaultdict(list)
        for row in connection.execute(_BEHIND, {"claims": part}):
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
