"""Rows of ``entities`` and ``entity_names``, and the mentions and speakers that point at them."""

from __future__ import annotations

from collections.abc import Mapping, Set

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT

from etl.link.entity.chain import fullness
from etl.link.entity.known import canonical_name, is_known
from etl.link.entity.name import class_of, fold_name, sound, split_name
from etl.link.quote.registry import refresh_speakers
from etl.link.rows import insert_missing, set_column, write_columns
from etl.load.names import fold_outlet_name
from etl.load.tables import entities, entity_names

_CHAINS = (
    text("""
        update news.mentions as t set entity_id = n.entity_id
        from unnest(:chains, :entities) as n (chain_id, entity_id)
        where t.chain_mention_id = n.chain_id and t.entity_id is distinct from n.entity_id
    """),
    text("""
        update news.attributions as t set speaker_entity_id = n.entity_id
        from unnest(:chains, :entities) as n (chain_id, entity_id)
        inner join news.mentions as mention on mention.chain_mention_id = n.chain_id
        where t.speaker_mention_id = mention.mention_id and t.speaker_entity_id is distinct from n.entity_id
    """),
    # a claim without a count is counted anew with the origins
    text("""
        update news.claims as t set independent_sources = null
        from unnest(:chains, :entities) as n (chain_id, entity_id)
        inner join news.mentions as mention on mention.chain_mention_id = n.chain_id
        inner join news.attributions as a on a.speaker_mention_id = mention.mention_id
        inner join news.claim_occurrences as o on o.attribution_id = a.attribution_id
        where t.claim_id = o.claim_id
    """),
)

_QUOTES = text("""
    select distinct o.quote_id
    from unnest(:chains) as n (chain_id)
    inner join news.mentions as mention on mention.chain_mention_id = n.chain_id
    inner join news.attributions as a on a.speaker_mention_id = mention.mention_id
    inner join news.quote_occurrences as o on o.attribution_id = a.attribution_id
""")


def assign_chains(connection: Connection, entity_of: Mapping[int, int], *, are_new: bool = False) -> None:
    """Point the mentions of these chains, and what they say, at their entities.

    ``are_new``: of articles whose quotes and claims are not linked yet, so that none has to be written anew.
    """
    if not entity_of:
        return
    chains = bindparam("chains", list(entity_of), type_=ARRAY(BIGINT))
    found = bindparam("entities", list(entity_of.values()), type_=ARRAY(BIGINT))
    for statement in _CHAINS[:2] if are_new else _CHAINS:
        connection.execute(statement.bindparams(chains, found))
    if are_new:
        return
    refresh_speakers(connection, set(connection.scalars(_QUOTES.bindparams(chains))))


def refresh_entities(connection: Connection, touched: Set[int]) -> None:
    """Write the names of these entities anew from their nodes and chains; drop those that have none."""
    if not touched:
        return
    ids = sorted(touched)
    rows = connection.execute(
        text("""
            select entity_id, name, true as is_node from news.name_nodes where entity_id = any(:ids)
            union
            select distinct entity_id, name, false from news.name_chains
            where entity_id = any(:ids) and is_bare
        """),
        {"ids": ids},
    )
    nodes: dict[int, set[str]] = {}
    others: dict[int, set[str]] = {}
    for row in rows:
        (nodes if row.is_node else others).setdefault(row.entity_id, set()).add(row.name)
    labels = dict(
        connection.execute(text("select entity_id, label from news.entities where entity_id = any(:ids)"), {"ids": ids})
        .tuples()
        .all()
    )
    live = sorted(nodes.keys() | others.keys())
    gone = sorted(set(ids) - set(live))
    connection.execute(text("delete from news.entity_names where entity_id = any(:ids)"), {"ids": ids})
    insert_missing(
        connection,
        entity_names,
        [
            {"entity_id": each, "name": name, "name_key": name_key(name)}
            for each in live
            for name in sorted(nodes.get(each, set()) | others.get(each, set()))
        ],
    )
    usual = {each: _fullest(nodes.get(each) or others[each], class_of(labels[each])) for each in live}
    keys = [
        (each, fold_outlet_name(name))
        for each in live
        if labels[each] == "ORG"
        for name in sorted(nodes.get(each, set()) | others.get(each, set()))
    ]
    outlet_of = _outlets(connection, keys)
    write_columns(
        connection,
        entities,
        "entity_id",
        [{"entity_id": each, "name": usual[each], "outlet_id": outlet_of.get(each)} for each in live],
    )
    if gone:
        _let_go(connection, gone)
        connection.execute(text("delete from news.entities where entity_id = any(:ids)"), {"ids": gone})


def refresh_outlets(connection: Connection, entity_ids: Set[int]) -> None:
    """Tie these organizations to the outlets of their names, which may have been entered since."""
    if not entity_ids:
        return
    rows = connection.execute(
        text("select entity_id, name from news.entity_names where entity_id = any(:ids)"), {"ids": sorted(entity_ids)}
    )
    found = _outlets(connection, [(entity_id, fold_outlet_name(name)) for entity_id, name in rows])
    set_column(
        connection, entities.c.entity_id, entities.c.outlet_id, {each: found.get(each) for each in sorted(entity_ids)}
    )


def _let_go(connection: Connection, gone: list[int]) -> None:
    """Take entities that go out of quotes and counted sources; those claims are counted anew with the origins."""
    for statement in (
        "update news.quotes set speaker_entity_id = null where speaker_entity_id = any(:ids)",
        """
        update news.claims set independent_sources = null
        where claim_id in (select claim_id from news.claim_sources where entity_id = any(:ids))
        """,
        "update news.claim_sources set entity_id = null where entity_id = any(:ids)",
    ):
        connection.execute(text(statement), {"ids": gone})


def _outlets(connection: Connection, keys: list[tuple[int, str]]) -> dict[int, int]:
    """The outlets that entities are, by the look-up keys of their names."""
    if not keys:
        return {}
    rows = connection.execute(
        text("select name_key, outlet_id from news.outlet_names where name_key = any(cast(:keys as text[]))"),
        {"keys": sorted({key for _, key in keys})},
    )
    known = {row.name_key: row.outlet_id for row in rows}
    found: dict[int, int] = {}
    for entity_id, key in keys:
        if key in known:
            found[entity_id] = min(known[key], found.get(entity_id, known[key]))
    return found


def _fullest(names: set[str], name_class: str) -> str:
    known = [name for name in names if canonical_name(name_class, node := fold_name(name, name_class)) == node]
    usual = [name for name in known if is_known(name_class, fold_name(name, name_class))]
    return min(usual or names, key=lambda name: fullness(name, name_class))


def name_key(name: str) -> str:
    """The look-up key of a name: no case or marks, transliterations alike."""
    return " ".join(sound(word) for word in split_name(name))
