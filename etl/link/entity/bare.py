"""Last names alone: who is meant by "Amiri" in an article that gives no more.

In this order: the one person of that name in the article's story; the person whom the reference data know by it; the
one person of that name in the corpus, unless the name is common. Where two persons could be meant, or the name is
common, the article's is an entity of its own. A last name that nobody has in full is one entity in all articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from etl.link.entity.chain import Chain
from etl.link.entity.known import person_by_last_name
from etl.link.entity.name import read_person
from etl.link.entity.registry import assign_chains
from etl.link.entity.surnames import COMMON
from etl.link.rows import insert_missing
from etl.load.tables import entities

IN_STORY = "the one person of that name in the story"
KNOWN = "whom the world knows by this name"
IN_CORPUS = "the one person of that name in the corpus"
NAME_ALONE = "a last name that nobody has in full"
AMBIGUOUS = "several persons have this last name"
IS_COMMON = "a common last name"


@dataclass(frozen=True, slots=True)
class BareChain:
    """A last name alone in one article, with what it is settled as so far."""

    chain_id: int
    article_id: int
    node: str
    name: str
    surname_key: str
    entity_id: int | None
    grounds: str


def choose(  # noqa: PLR0911, one line a rule
    chain: BareChain, in_story: set[int], known: int | None, in_corpus: set[int], alone: int
) -> tuple[int, str]:
    """The entity of a last name and the grounds; ``alone`` is the entity of all that have the last name only."""
    if len(in_story) == 1:
        return next(iter(in_story)), IN_STORY
    if in_story:
        return chain.chain_id, AMBIGUOUS
    if known is not None:
        return known, KNOWN
    if read_person(chain.node).last in COMMON:
        return chain.chain_id, IS_COMMON
    if len(in_corpus) == 1:
        return next(iter(in_corpus)), IN_CORPUS
    if in_corpus:
        return chain.chain_id, AMBIGUOUS
    return alone, NAME_ALONE


def count_persons(connection: Connection, surname_keys: Iterable[str | None]) -> dict[str, set[int]]:
    """The persons who have these last names in full names, by the last name's key; at most three of each."""
    keys = sorted({key for key in surname_keys if key})
    if not keys:
        return {}
    rows = connection.execute(
        text("""
            select keys.key, persons.entity_id
            from unnest(cast(:keys as text[])) as keys (key)
            cross join lateral (
                select distinct entity_id from news.name_nodes where surname_key = keys.key
                order by entity_id limit 3
            ) as persons
        """),
        {"keys": keys},
    )
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        found[row.key].add(row.entity_id)
    return dict(found)


def settle_by_corpus(connection: Connection, new: Sequence[Chain], before: Mapping[str, set[int]]) -> set[int]:
    """Settle new last names, and old ones whose bearers in the corpus changed; the entities touched."""
    if not new and not before:
        return set()
    now = count_persons(connection, {chain.surname_key for chain in new} | set(before))
    changed = {key for key in now if now[key] != before.get(key, set()) and len(before.get(key, set())) < 3}
    chains = _read(connection, [chain.chain_id for chain in new], sorted(changed))
    return _settle(connection, [chain for chain in chains if chain.grounds != IN_STORY], {}, now)


def settle_by_story(connection: Connection, article_ids: Sequence[int]) -> set[int]:
    """Settle the last names in the stories of these articles by who is named there in full; the entities touched."""
    rows = connection.execute(
        text("""
            with touched as (
                select distinct story_id from news.story_articles where article_id = any(:ids)
            ),

            named as (
                select distinct story_articles.story_id, chain.surname_key
                from touched
                inner join news.story_articles using (story_id)
                inner join news.name_chains as chain using (article_id)
                where chain.surname_key is not null and story_articles.article_id = any(:ids)
            )

            select named.story_id, chain.surname_key, chain.chain_mention_id, chain.is_bare, chain.entity_id
            from named
            inner join news.story_articles using (story_id)
            inner join news.name_chains as chain
                on chain.article_id = story_articles.article_id and chain.surname_key = named.surname_key
        """),
        {"ids": list(article_ids)},
    ).all()
    in_story: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in rows:
        if not row.is_bare and row.entity_id is not None:
            in_story[row.story_id, row.surname_key].add(row.entity_id)
    of_chain = {row.chain_mention_id: in_story[row.story_id, row.surname_key] for row in rows if row.is_bare}
    chains = _read(connection, list(of_chain), [])
    return _settle(connection, chains, of_chain, count_persons(connection, {chain.surname_key for chain in chains}))


def _read(connection: Connection, chain_ids: Sequence[int], surname_keys: Sequence[str]) -> list[BareChain]:
    if not chain_ids and not surname_keys:
        return []
    rows = connection.execute(
        text("""
            select chain_mention_id, article_id, node, name, surname_key, entity_id, grounds
            from news.name_chains
            where is_bare and (chain_mention_id = any(:ids) or surname_key = any(cast(:keys as text[])))
            order by chain_mention_id
        """),
        {"ids": list(chain_ids), "keys": list(surname_keys)},
    )
    return [BareChain(*row) for row in rows]


def _settle(
    connection: Connection,
    chains: Sequence[BareChain],
    in_story: Mapping[int, set[int]],
    in_corpus: Mapping[str, set[int]],
) -> set[int]:
    if not chains:
        return set()
    known = _known_persons(connection, {chain.node for chain in chains})
    alone = _entities_of_names_alone(connection, {chain.node for chain in chains})
    touched: set[int] = set()
    chosen: dict[int, int] = {}
    grounds: dict[int, str] = {}
    arrived: set[tuple[int, str]] = set()
    for chain in chains:
        smallest = min(alone.get(chain.node, chain.chain_id), chain.chain_id)
        entity_id, why = choose(
            chain,
            in_story.get(chain.chain_id, set()),
            known.get(chain.node),
            in_corpus.get(chain.surname_key, set()),
            alone.setdefault(chain.node, smallest),
        )
        if entity_id != chain.entity_id or why != chain.grounds:
            chosen[chain.chain_id], grounds[chain.chain_id] = entity_id, why
            if chain.entity_id is None:
                arrived.add((entity_id, chain.name))
            else:
                touched |= {entity_id, chain.entity_id}
    if not chosen:
        return set()
    touched |= {entity_id for entity_id, _ in arrived - _read_names(connection, {each for each, _ in arrived})}
    own = [chain for chain in chains if chain.chain_id in chosen and chosen[chain.chain_id] == chain.chain_id]
    insert_missing(
        connection, entities, [{"entity_id": each.chain_id, "name": each.name, "label": "PERSON"} for each in own]
    )
    connection.execute(
        text("""
            update news.name_chains as t set entity_id = n.entity_id, grounds = n.grounds
            from unnest(cast(:chains as bigint[]), cast(:entities as bigint[]), cast(:grounds as text[]))
                as n (chain_id, entity_id, grounds)
            where t.chain_mention_id = n.chain_id
        """),
        {"chains": list(chosen), "entities": list(chosen.values()), "grounds": list(grounds.values())},
    )
    assign_chains(connection, chosen)
    return touched


def _read_names(connection: Connection, entity_ids: set[int]) -> set[tuple[int, str]]:
    """The names that these entities have already."""
    rows = connection.execute(
        text("select entity_id, name from news.entity_names where entity_id = any(:ids)"), {"ids": sorted(entity_ids)}
    )
    return {(entity_id, name) for entity_id, name in rows}


def _known_persons(connection: Connection, names: set[str]) -> dict[str, int]:
    """The entities of those whom the reference data know by a last name, where the corpus has their full name."""
    full = {name: person for name in names if (person := person_by_last_name(name)) is not None}
    rows = connection.execute(
        text("select node, entity_id from news.name_nodes where name_class = 'PERSON' and node = any(:nodes)"),
        {"nodes": sorted(full.values())},
    )
    entity_of = {row.node: row.entity_id for row in rows}
    return {name: entity_of[person] for name, person in full.items() if person in entity_of}


def _entities_of_names_alone(connection: Connection, names: set[str]) -> dict[str, int]:
    rows = connection.execute(
        text("""
            select asked.node, alone.entity_id
            from unnest(cast(:nodes as text[])) as asked (node)
            cross join lateral (
                select entity_id
                from news.name_chains
                where is_bare and node = asked.node and grounds = :grounds
                order by entity_id
                limit 1
            ) as alone
        """),
        {"nodes": sorted(names), "grounds": NAME_ALONE},
    )
    return {row.node: row.entity_id for row in rows}
