"""Articles taken out from among those that passages are looked for in, as if they had never been loaded.

What an early holder of a fingerprint kept out of the earliest comes among them again, and is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, text

from etl.link.passage import candidates
from etl.link.passage.candidates import (
    Pair,
    are_pairs,
    pair_of,
    read_earliest,
    read_holders,
    read_shared,
)
from etl.link.passage.link import compare_pairs, find_revisions
from etl.link.passage.shelf import Shelf

_REVISIONS = text("select article_id from news.articles where revision_of_article_id = any(:ids)")
_WITHDRAW = (
    text("delete from news.passages where article_id = any(:ids) or other_article_id = any(:ids)"),
    text("delete from news.fingerprints where article_id = any(:ids)"),
    text("update news.articles set revision_of_article_id = null where article_id = any(:ids)"),
)


def withdraw_passages(connection: Connection, article_ids: Collection[int], shelf: Shelf) -> set[int]:
    """Take back what these articles share with others; the others whose passages changed."""
    gone = set(article_ids)
    values = {"ids": sorted(gone)}
    earliest = read_earliest(connection, sorted(gone))
    crowded = [
        each for each, first in earliest.items() if len(first) == candidates.FIRST and not gone.isdisjoint(first)
    ]
    holders = read_holders(connection, crowded)
    affected = {each for pair in read_shared(connection, gone) for each in pair}
    revisions = set(connection.scalars(_REVISIONS, values)) - gone
    for statement in _WITHDRAW:
        connection.execute(statement, values)
    affected |= compare_pairs(connection, _find_gained(connection, gone, holders), shelf)
    find_revisions(connection, revisions, read_shared(connection, revisions), shelf)
    return affected - gone


def _find_gained(connection: Connection, gone: set[int], holders: dict[int, list[int]]) -> set[Pair]:
    """Pairs of those who are among the earliest now, which were no pairs before."""
    doubtful: dict[int, set[int]] = defaultdict(set)
    for before in holders.values():
        left = [each for each in before if each not in gone]
        for gained in set(left[: candidates.FIRST]) - set(before[: candidates.FIRST]):
            doubtful[gained].update(left)
    pairs = {pair_of(one, other) for one, others in doubtful.items() for other in others if other != one}
    return are_pairs(connection, pairs - read_shared(connection, doubtful)) if pairs else set()
