"""The names of older articles, each one entity: made-up names are never two spellings of one."""

from __future__ import annotations

from sqlalchemy import Connection, text

from etl.link.entity.chain import Chain, NamedMention, read_chain
from etl.link.entity.evidence import blocks
from etl.link.entity.registry import name_key
from etl.load.copy import copy_rows
from etl.load.tables import entities, entity_names, name_blocks, name_nodes

# The generator writes a name in one way in all its articles, so one look at each is enough.
_NAMES = text("""
    select min(mention_id) as mention_id, min(article_id), min(mention_id) as chain_mention_id, label, name
    from news.mentions
    where article_id <= :last and mention_id = chain_mention_id
    group by label, name
    order by 1
""")
_CHAINS = text("""
    insert into news.name_chains
        (chain_mention_id, article_id, name_class, node, name, surname_key, is_bare, entity_id, grounds)
    select m.mention_id, m.article_id, n.name_class, n.node, m.name, n.surname_key, false, n.entity_id, 'its full name'
    from unnest(
        cast(:labels as text[]), cast(:names as text[]), cast(:classes as text[]), cast(:nodes as text[])
    ) as asked (label, name, name_class, node)
    inner join news.name_nodes as n using (name_class, node)
    inner join news.mentions as m on m.label = asked.label and m.name = asked.name
    where m.article_id <= :last and m.mention_id = m.chain_mention_id
    order by m.mention_id
""")


def fill(connection: Connection, last: int) -> None:
    """Enter the names in articles up to ``last``, which no other article has been linked with."""
    found = (read_chain([NamedMention(*row)]) for row in connection.execute(_NAMES, {"last": last}))
    chains = [chain for chain in found if chain is not None]
    nodes: dict[tuple[str, str], Chain] = {}
    for chain in chains:
        nodes.setdefault((chain.name_class, chain.node), chain)
    first = list(nodes.values())
    copy_rows(
        connection, entities, ({"entity_id": each.chain_id, "name": each.name, "label": each.label} for each in first)
    )
    copy_rows(
        connection,
        entity_names,
        ({"entity_id": each.chain_id, "name": each.name, "name_key": name_key(each.name)} for each in first),
    )
    copy_rows(connection, name_nodes, (_node_row(each) for each in first))
    copy_rows(
        connection,
        name_blocks,
        (
            {"block": block, "name_class": each.name_class, "node": each.node}
            for each in first
            for block in sorted(set(blocks(each.name_class, each.node)))
        ),
    )
    connection.execute(
        _CHAINS,
        {
            "labels": [each.label for each in chains],
            "names": [each.name for each in chains],
            "classes": [each.name_class for each in chains],
            "nodes": [each.node for each in chains],
            "last": last,
        },
    )


def _node_row(chain: Chain) -> dict[str, object]:
    return {
        "name_class": chain.name_class,
        "node": chain.node,
        "name": chain.name,
        "surname_key": chain.surname_key,
        "first_chain_id": chain.chain_id,
        "entity_id": chain.chain_id,
    }
