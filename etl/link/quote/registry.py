"""Rows of ``quotes`` kept true to their printings: key, canonical form, speaker, and each printing's alteration."""

from __future__ import annotations

from collections.abc import Mapping, Set

from sqlalchemy import Connection, text

from etl.link.quote.printing import differ
from etl.link.rows import insert_missing, write_columns
from etl.link.words import fold_words
from etl.load.tables import quotes

_DROP_EMPTY = text("""
    delete from news.quotes as q
    where quote_id = any(:ids) and not exists (select from news.quote_occurrences as o where o.quote_id = q.quote_id)
""")
_STATE = text("""
    select q.quote_id, q.text, q.words, keys.smallest, fullest.attribution_id, fullest.content
    from unnest(cast(:ids as bigint[])) as asked (quote_id)
    inner join news.quotes as q using (quote_id)
    cross join lateral (
        select min(o.attribution_id) as smallest from news.quote_occurrences as o where o.quote_id = q.quote_id
    ) as keys
    left join lateral (
        select o.attribution_id, o.content
        from news.quote_forms as f
        cross join lateral (
            select attribution_id, content from news.quote_occurrences as o
            where o.form_key = f.form_key
            order by attribution_id
            limit 1
        ) as o
        where f.quote_id = q.quote_id
        order by cardinality(string_to_array(f.words, ' ')) desc, o.attribution_id
        limit 1
    ) as fullest on true
""")


def drop_empty(connection: Connection, quote_ids: Set[int]) -> None:
    """Delete those of these quotes that have no printings left."""
    if quote_ids:
        connection.execute(_DROP_EMPTY, {"ids": sorted(quote_ids)})


def refresh_quotes(connection: Connection, touched: Set[int], printed: Set[int]) -> None:
    """Write these quotes anew; ``printed`` are the attributions whose printings are new.

    One whose smallest printing changed gets that key. Where the fullest printing is
    another, every printing is compared with it; else only the new ones are.
    """
    rows = connection.execute(_STATE, {"ids": sorted(touched)}).all()
    _rekey(connection, {row.quote_id: row.smallest for row in rows if row.smallest != row.quote_id})
    changed = {row.smallest: row.content for row in rows if row.content != row.text or row.smallest != row.quote_id}
    write_columns(
        connection,
        quotes,
        "quote_id",
        [{"quote_id": key, "text": words, "words": len(fold_words(words))} for key, words in changed.items()],
    )
    live = {row.smallest for row in rows}
    _compare(connection, live, changed.keys(), printed)
    refresh_speakers(connection, live)


def _rekey(connection: Connection, new_of: Mapping[int, int]) -> None:
    """Give quotes other keys, by way of keys that nobody has: two may trade theirs."""
    steps = [(old, -new) for old, new in new_of.items()], [(-new, new) for new in new_of.values()]
    for step in steps:
        for old, new in step:
            insert_missing(connection, quotes, [{"quote_id": new, "text": "", "words": 0}])
            for statement in _REKEY:
                connection.execute(text(statement), {"old": old, "new": new})


_REKEY = (
    "update news.quote_forms set quote_id = :new where quote_id = :old",
    "update news.quote_occurrences set quote_id = :new where quote_id = :old",
    "delete from news.quotes where quote_id = :old",
)


def _compare(connection: Connection, live: Set[int], changed: Set[int], printed: Set[int]) -> None:
    rows = connection.execute(
        text("""
            select o.attribution_id, o.content, q.text, o.alteration, o.similarity
            from news.quote_occurrences as o
            inner join news.quotes as q using (quote_id)
            where o.quote_id = any(:changed) or (o.quote_id = any(:live) and o.attribution_id = any(:printed))
        """),
        {"changed": sorted(changed), "live": sorted(live), "printed": sorted(printed)},
    ).all()
    found = {row.attribution_id: differ(fold_words(row.content), fold_words(row.text)) for row in rows}
    connection.execute(
        text("""
            update news.quote_occurrences as t set alteration = n.alteration, similarity = n.similarity
            from unnest(cast(:keys as bigint[]), cast(:alterations as text[]), cast(:similarities as real[]))
                as n (key, alteration, similarity)
            where t.attribution_id = n.key
        """),
        {
            "keys": list(found),
            "alterations": [each.alteration.value for each in found.values()],
            "similarities": [each.similarity for each in found.values()],
        },
    )


def refresh_speakers(connection: Connection, quote_ids: Set[int]) -> None:
    """The speaker of each of these quotes, where the printings that name one agree; null where they do not."""
    if not quote_ids:
        return
    connection.execute(
        text("""
            update news.quotes as q set speaker_entity_id = n.speaker
            from (
                select o.quote_id,
                    case when min(a.speaker_entity_id) = max(a.speaker_entity_id) then min(a.speaker_entity_id) end
                        as speaker
                from news.quote_occurrences as o
                inner join news.attributions as a using (attribution_id)
                where o.quote_id = any(:ids)
                group by o.quote_id
            ) as n
            where q.quote_id = n.quote_id and q.speaker_entity_id is distinct from n.speaker
        """),
        {"ids": sorted(quote_ids)},
    )
