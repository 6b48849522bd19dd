"""A person's decisions on entities: two names are one, or are not. They outweigh every rule, in later runs too."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import insert

from etl.errors import UsageError
from etl.link.entity import bare
from etl.link.entity.grouping import pair_of
from etl.link.entity.name import class_of, fold_name
from etl.link.entity.node import Key, NodeStore
from etl.link.entity.registry import refresh_entities
from etl.link.origin.link import recount_speakers
from etl.link.rows import hash_key
from etl.load.tables import entity_merges


def decide(connection: Connection, name: str, other: str, *, is_same: bool, label: str | None = None) -> str:
    """Record that two names are one thing's, or two things', and group them so; what was done, in a sentence.

    Raises :class:`~etl.errors.UsageError` where a name is not known, or the two are one name.
    """
    name_class = _find_class(connection, name, other, label)
    one, two = fold_name(name, name_class), fold_name(other, name_class)
    if one == two:
        raise UsageError(f"'{name}' and '{other}' are one name to newstrace, which cannot tell two of that name apart.")
    pair = pair_of(one, two)
    _record(connection, name_class, pair, is_same)
    _regroup(connection, [(name_class, one), (name_class, two)])
    rows = connection.execute(
        text("select distinct entity_id from news.name_nodes where name_class = :c and node = any(:nodes)"),
        {"c": name_class, "nodes": list(pair)},
    ).all()
    if len(rows) == 1:
        return f"'{name}' and '{other}' are one entity ({rows[0].entity_id})."
    return f"'{name}' and '{other}' are two entities ({', '.join(str(row.entity_id) for row in rows)})."


def _find_class(connection: Connection, name: str, other: str, label: str | None) -> str:
    """The class in which both names are known."""
    classes = [class_of(label)] if label else ["PERSON", "ORG", "PLACE", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART"]
    found = []
    missing = {name, other}
    for name_class in classes:
        nodes = {each: fold_name(each, name_class) for each in (name, other)}
        known = set(
            connection.scalars(
                text("select node from news.name_nodes where name_class = :c and node = any(:nodes)"),
                {"c": name_class, "nodes": list(nodes.values())},
            )
        )
        missing -= {each for each, node in nodes.items() if node in known}
        if set(nodes.values()) <= known:
            found.append(name_class)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"both names are known as {' and as '.join(found)}: say which with --label.")
    if missing:
        raise UsageError(
            f"no entity has the full name {' or '.join(repr(each) for each in sorted(missing))}. "
            "`newstrace report entity_coverage` lists the names."
        )
    raise UsageError(f"'{name}' and '{other}' are names of different kinds of things, which are never one.")


def _record(connection: Connection, name_class: str, pair: tuple[str, str], is_same: bool) -> None:
    row = {
        "merge_id": abs(hash_key(name_class, *pair, "by hand")),
        "label": name_class,
        "name": pair[0],
        "other_name": pair[1],
        "decision": "merged" if is_same else "split",
        "reason": "decided by hand",
        "score": None,
        "is_manual": True,
        "decided_at": datetime.now(UTC),
    }
    statement = insert(entity_merges).values(row)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["label", "name", "other_name", "is_manual"],
            set_={"decision": statement.excluded.decision, "decided_at": statement.excluded.decided_at},
        )
    )


def _regroup(connection: Connection, keys: list[Key]) -> None:
    """Group anew what two names belong to, with the last names, quotes and claims that hang on it."""
    rows = connection.execute(
        text("""
            select distinct n.name_class, n.node, n.surname_key
            from news.name_nodes as n
            where n.entity_id in (
                select entity_id from news.name_nodes where name_class = :c and node = any(:nodes)
            )
        """),
        {"c": keys[0][0], "nodes": [node for _, node in keys]},
    ).all()
    surnames = {row.surname_key for row in rows if row.surname_key}
    before = bare.count_persons(connection, surnames)
    store = NodeStore(connection)
    touched = store.regroup({(row.name_class, row.node) for row in rows})
    touched |= bare.settle_by_corpus(connection, [], before)
    articles = connection.scalars(
        text("select distinct article_id from news.name_chains where is_bare and surname_key = any(:keys)"),
        {"keys": sorted(surnames)},
    ).all()
    touched |= bare.settle_by_story(connection, articles)
    refresh_entities(connection, touched)
    recount_speakers(connection, touched)
