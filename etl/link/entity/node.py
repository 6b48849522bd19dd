"""Full names known across articles, and the entities that they make: rows of ``name_nodes`` and ``entity_merges``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import insert as upsert

from etl.link.entity.evidence import Evidence, blocks, conflict, judge, sought
from etl.link.entity.grouping import Decision, Pair, group_names, pair_of
from etl.link.entity.registry import assign_chains
from etl.link.rows import hash_key, insert_missing
from etl.load.tables import entities, entity_merges, name_blocks, name_nodes

Key = tuple[str, str]

#: Nodes that one look-up may bring; a component of names is a handful, and a bigger one is a fault of the blocks.
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Node:
    """One full name. ``entity_id`` is ``None`` until the node is grouped."""

    name_class: str
    node: str
    name: str
    surname_key: str | None
    first_chain_id: int
    label: str
    entity_id: int | None

    @property
    def key(self) -> Key:
        return self.name_class, self.node


@dataclass(slots=True)
class _Writing:
    """What is to be written of a regrouping: entities, and nodes that are new or that moved to another entity."""

    entities: list[dict[str, object]] = field(default_factory=list)
    fresh: list[tuple[Node, int]] = field(default_factory=list)
    moved: list[tuple[Node, int]] = field(default_factory=list)


class NodeStore:
    """The nodes that one batch touches; reads and writes the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._nodes: dict[Key, Node] = {}
        self._is_edited = bool(connection.scalar(_IS_EDITED))

    def entity_of(self, name_class: str, node: str) -> int:
        """The entity of a node that :meth:`add` or :meth:`regroup` has seen."""
        entity_id = self._nodes[name_class, node].entity_id
        if entity_id is None:
            raise LookupError(f"{name_class} {node} was not grouped")
        return entity_id

    def add(self, nodes: Mapping[Key, Node]) -> set[int]:
        """Enter the nodes that are new and group what they touch; the entities that changed."""
        self._read(list(nodes))
        older = {
            key: replace(self._nodes[key], first_chain_id=node.first_chain_id)
            for key, node in nodes.items()
            if key in self._nodes and node.first_chain_id < self._nodes[key].first_chain_id
        }
        new = {key: node for key, node in nodes.items() if key not in self._nodes}
        self._nodes.update(older)
        self._nodes.update(new)
        return self._regroup({**new, **older}, set(new))

    def regroup(self, keys: set[Key]) -> set[int]:
        """Group anew what these nodes, which the database has, belong to; the entities that changed."""
        self._read(list(keys))
        return self._regroup({key: self._nodes[key] for key in keys if key in self._nodes}, set())

    def _regroup(self, start: Mapping[Key, Node], new: set[Key]) -> set[int]:
        changed: set[int] = set()
        writing = _Writing()
        for name_class in sorted({key[0] for key in start}):
            nodes = {key[1] for key in start if key[0] == name_class}
            component, evidence, split = self._component(name_class, nodes)
            parted = [pair for pair in evidence if pair in split]
            groups, decisions = group_names(
                component,
                {pair: found for pair, found in evidence.items() if pair not in split},
                lambda one, two, c=name_class: conflict(c, one, two),  # type: ignore[misc]
                split,
            )
            changed |= self._regroup_nodes(name_class, groups, new, writing)
            self._record(name_class, [each for each in decisions if each.evidence.score <= 1], parted)
        self._write(writing)
        return changed

    def _component(self, name_class: str, start: set[str]) -> tuple[set[str], dict[Pair, Evidence], set[Pair]]:
        """All names that evidence connects with those of ``start``, and the evidence between them."""
        evidence: dict[Pair, Evidence] = {}
        found, frontier = set(start), set(start)
        split: set[Pair] = set()
        while frontier:
            merged, parted = self._manual(name_class, frontier)
            split |= parted
            pairs = {pair_of(one, two) for one, two in self._candidates(name_class, frontier)}
            for one, two in sorted(pairs):
                evidence_found = judge(name_class, one, two)
                if evidence_found is not None:
                    evidence[one, two] = evidence_found
            # a person's decision comes before any rule's
            evidence.update({pair: Evidence(2.0, "decided by hand") for pair in merged})
            reached = {name for pair in evidence for name in pair} - found
            self._read([(name_class, name) for name in reached])
            reached = {name for name in reached if (name_class, name) in self._nodes}
            found |= reached
            frontier = reached
        return found, {pair: e for pair, e in evidence.items() if found.issuperset(pair)}, split

    def _candidates(self, name_class: str, names: set[str]) -> set[Pair]:
        """Pairs of names that share a block; of each, one is in ``names``."""
        seeking: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for block in sought(name_class, name):
                seeking[block].add(name)
        under: dict[str, set[str]] = defaultdict(set)
        for key in self._nodes:
            if key[0] == name_class:
                for block in seeking.keys() & set(blocks(*key)):
                    under[block].add(key[1])
        rows = self._connection.execute(_UNDER_BLOCKS, {"c": name_class, "b": list(seeking), "most": _MOST})
        for block, node in rows:
            under[block].add(node)
        return {(one, two) for block, found in under.items() for one in seeking[block] for two in found if one != two}

    def _manual(self, name_class: str, names: set[str]) -> tuple[set[Pair], set[Pair]]:
        if not self._is_edited:
            return set(), set()
        rows = self._connection.execute(
            text("""
                select name, other_name, decision
                from news.entity_merges
                where label = :c and is_manual and (name = any(:n) or other_name = any(:n))
            """),
            {"c": name_class, "n": list(names)},
        ).all()
        merged = {(row.name, row.other_name) for row in rows if row.decision == "merged"}
        return merged, {(row.name, row.other_name) for row in rows} - merged

    def _read(self, keys: list[Key]) -> None:
        missing = sorted({key for key in keys if key not in self._nodes})
        if not missing:
            return
        rows = self._connection.execute(
            text("""
                select n.name_class, n.node, n.name, n.surname_key, n.first_chain_id, e.label, n.entity_id
                from unnest(cast(:classes as text[]), cast(:nodes as text[])) as asked (name_class, node)
                inner join news.name_nodes as n using (name_class, node)
                inner join news.entities as e using (entity_id)
            """),
            {"classes": [key[0] for key in missing], "nodes": [key[1] for key in missing]},
        )
        self._nodes.update({(row.name_class, row.node): Node(*row) for row in rows})

    def _regroup_nodes(self, name_class: str, groups: list[list[str]], new: set[Key], writing: _Writing) -> set[int]:
        """Give each group its entity; the entities, old and new, whose nodes changed."""
        changed: set[int] = set()
        for group in groups:
            members = [self._nodes[name_class, name] for name in group]
            entity_id = min(node.first_chain_id for node in members)
            label = next(node.label for node in members if node.first_chain_id == entity_id)
            arrived = [(node, entity_id) for node in members if node.key in new]
            others = [(node, entity_id) for node in members if node.key not in new and node.entity_id != entity_id]
            if not arrived and not others:
                continue
            writing.entities.append({"entity_id": entity_id, "name": group[0], "label": label})
            writing.fresh += arrived
            writing.moved += others
            changed |= {entity_id, *(node.entity_id for node, _ in others if node.entity_id is not None)}
            self._nodes.update({node.key: replace(node, entity_id=entity_id) for node in members})
        return changed

    def _write(self, writing: _Writing) -> None:
        insert_missing(self._connection, entities, writing.entities)
        insert_missing(self._connection, name_nodes, [_row(node, entity_id) for node, entity_id in writing.fresh])
        rows = [_block_row(block, node) for node, _ in writing.fresh for block in sorted(set(blocks(*node.key)))]
        insert_missing(self._connection, name_blocks, rows)
        for node, entity_id in writing.moved:
            self._move(node, entity_id)

    def _move(self, node: Node, entity_id: int) -> None:
        values = {"c": node.name_class, "n": node.node, "e": entity_id, "f": node.first_chain_id}
        for statement in _MOVES:
            self._connection.execute(statement, values)
        chains = self._connection.scalars(_CHAINS_OF_NODE, values).all()
        assign_chains(self._connection, dict.fromkeys(chains, entity_id))

    def _record(self, name_class: str, decisions: list[Decision], parted: list[Pair]) -> None:
        rows = [
            {
                "merge_id": abs(hash_key(name_class, *each.pair)),
                "label": name_class,
                "name": each.pair[0],
                "other_name": each.pair[1],
                "decision": "merged" if each.is_merged else "split",
                "reason": each.evidence.reason,
                "score": each.evidence.score,
                "is_manual": False,
                "decided_at": datetime.now(UTC),
            }
            for each in decisions
            if each.pair not in parted
        ]
        if not rows:
            return
        statement = upsert(entity_merges).values(rows)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["label", "name", "other_name", "is_manual"],
                set_={column: statement.excluded[column] for column in ("decision", "reason", "score", "decided_at")},
                where=entity_merges.c.decision.is_distinct_from(statement.excluded.decision),
            )
        )


_IS_EDITED = text("select exists (select from news.entity_merges where is_manual)")
_UNDER_BLOCKS = text("""
    select block, node from news.name_blocks where name_class = :c and block = any(:b) limit :most
""")
_MOVES = (
    text("update news.name_nodes set entity_id = :e, first_chain_id = :f where name_class = :c and node = :n"),
    text("""
        update news.name_chains set entity_id = :e
        where name_class = :c and node = :n and not is_bare and entity_id is distinct from :e
    """),
)
_CHAINS_OF_NODE = text("""
    select chain_mention_id from news.name_chains where name_class = :c and node = :n and not is_bare
""")


def _row(node: Node, entity_id: int) -> dict[str, object]:
    return {
        "name_class": node.name_class,
        "node": node.node,
        "name": node.name,
        "surname_key": node.surname_key,
        "first_chain_id": node.first_chain_id,
        "entity_id": entity_id,
    }


def _block_row(block: str, node: Node) -> dict[str, object]:
    return {"block": block, "name_class": node.name_class, "node": node.node}
