"""Mentions of new articles tied to entities.

Full names are *nodes*, known across articles; nodes that evidence connects are grouped anew whenever one joins them.
A last name alone is settled in two steps: here by what the corpus and the reference data know, and after the stories
are made by the story's articles (:mod:`etl.link.entity.bare`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, delete, text

from etl.link.entity import bare
from etl.link.entity.chain import Chain, NamedMention, read_chain
from etl.link.entity.node import Node, NodeStore
from etl.link.entity.registry import assign_chains, refresh_entities, refresh_outlets
from etl.load.copy import copy_rows
from etl.load.tables import name_chains

_NAMED = text("""
    select mention_id, article_id, chain_mention_id, label, name
    from news.mentions
    where
        article_id = any(:ids)
        and kind = 'name'
        and chain_mention_id is not null
        and label not in ('DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL')
    order by chain_mention_id, mention_id
""")


def link_entities(connection: Connection, article_ids: Sequence[int]) -> None:
    """Give the named mentions of these articles, and the speakers of their attributions, an entity."""
    connection.execute(delete(name_chains).where(name_chains.c.article_id.in_(list(article_ids))))
    rows = connection.execute(_NAMED, {"ids": list(article_ids)})
    chains = list(_chains(NamedMention(*row) for row in rows))
    full = [chain for chain in chains if not chain.is_bare]
    known_before = bare.count_persons(connection, {chain.surname_key for chain in chains if chain.surname_key})
    store = NodeStore(connection)
    touched = store.add(_nodes(full))
    copy_rows(connection, name_chains, (_row(chain, store) for chain in chains))
    entity_of = {chain.chain_id: store.entity_of(chain.name_class, chain.node) for chain in full}
    assign_chains(connection, entity_of, are_new=True)
    touched |= bare.settle_by_corpus(connection, [chain for chain in chains if chain.is_bare], known_before)
    refresh_entities(connection, touched)
    organizations = {entity_of[chain.chain_id] for chain in full if chain.name_class == "ORG"}
    refresh_outlets(connection, organizations - touched)


def _chains(mentions: Iterable[NamedMention]) -> Iterator[Chain]:
    for _, group in groupby(mentions, attrgetter("chain_id")):
        chain = read_chain(group)
        if chain is not None:
            yield chain


def _nodes(chains: Sequence[Chain]) -> Mapping[tuple[str, str], Node]:
    """The full names that the chains have, each with its smallest chain."""
    nodes: dict[tuple[str, str], Node] = {}
    for chain in sorted(chains, key=attrgetter("chain_id")):
        key = (chain.name_class, chain.node)
        nodes.setdefault(key, Node(*key, chain.name, chain.surname_key, chain.chain_id, chain.label, None))
    return nodes


def _row(chain: Chain, store: NodeStore) -> dict[str, object]:
    return {
        "chain_mention_id": chain.chain_id,
        "article_id": chain.article_id,
        "name_class": chain.name_class,
        "node": chain.node,
        "name": chain.name,
        "surname_key": chain.surname_key,
        "is_bare": chain.is_bare,
        "entity_id": None if chain.is_bare else store.entity_of(chain.name_class, chain.node),
        "grounds": "" if chain.is_bare else "its full name",
    }


def settle_by_story(connection: Connection, article_ids: Sequence[int]) -> None:
    """Settle the last names of these articles, and of the others in their stories, by who is named there in full."""
    refresh_entities(connection, bare.settle_by_story(connection, article_ids))
