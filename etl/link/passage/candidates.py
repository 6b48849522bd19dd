"""Which pairs of articles are compared: a function of all that is loaded, whatever the order in which it came.

Two articles are a pair if they share two fingerprints of which one of them is among the ``FIRST`` earliest holders.
So a text that a thousand outlets print is tied to its earliest printings, not to a thousand others, and what one new
article costs does not grow with the corpus. A plain cap on the number of holders would make the most copied text of
all look original, and would leave pairs that were found before the cap was reached.

An article that is loaded late but was published early can push another out of the earliest: pairs that rested on that
one alone are given up. This is rare where articles come about in order of publication, and costs a constant per
article where they come in random order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, TextClause, text

#: Holders of a fingerprint that all other holders are compared with.
FIRST = 20
#: Fingerprints that a pair has to share. Twelve words in a row always give two; one may be a stock phrase.
LEAST_SHARED = 2

_EARLIEST = text("""
    with held as (
        select distinct fingerprint
        from news.fingerprints
        where article_id = any(cast(:ids as bigint[]))
    )
    select held.fingerprint, holder.article_id
    from held
    cross join lateral (
        select f.article_id, f.priority
        from news.fingerprints as f
        where f.fingerprint = held.fingerprint
        order by f.priority, f.article_id
        limit :first
    ) as holder
    order by held.fingerprint, holder.priority, holder.article_id
""")

_HOLDERS = text("""
    select fingerprint, article_id
    from news.fingerprints
    where fingerprint = any(cast(:fingerprints as bigint[]))
    order by fingerprint, priority, article_id
""")

_FINGERPRINTS = text("""
    select fingerprint, article_id
    from news.fingerprints
    where article_id = any(cast(:ids as bigint[]))
""")

_SHARED = text("""
    select least(p.article_id, p.other_article_id) as article_id,
           greatest(p.article_id, p.other_article_id) as other_article_id
    from news.passages as p
    where p.article_id = any(cast(:ids as bigint[])) or p.other_article_id = any(cast(:ids as bigint[]))
    group by 1, 2
""")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of article keys, the smaller first: those to compare, and those that are pairs no more."""

    found: frozenset[Pair]
    lost: frozenset[Pair]


def find_pairs(connection: Connection, new: Sequence[int]) -> Pairs:
    """The pairs that the ``new`` articles, whose fingerprints are entered, make and unmake."""
    fresh = set(new)
    earliest = read_earliest(connection, new)
    held = read_fingerprints(connection, new)
    crowded = [
        fingerprint
        for fingerprint, holders in earliest.items()
        if len(holders) == FIRST and not fresh.isdisjoint(holders)
    ]
    everyone = read_holders(connection, crowded)
    found: set[Pair] = set()
    for article_id in new:
        shared: Counter[int] = Counter()
        for fingerprint in held[article_id]:
            first = earliest[fingerprint]
            shared.update(everyone[fingerprint] if fingerprint in everyone and article_id in first else first)
        found.update(
            pair_of(article_id, other)
            for other, count in shared.items()
            if count >= LEAST_SHARED and other != article_id
        )
    return Pairs(frozenset(found), frozenset(_find_lost(connection, fresh, everyone)))


def _find_lost(connection: Connection, fresh: set[int], everyone: dict[int, list[int]]) -> set[Pair]:
    """Pairs that rested on an article's being among the earliest, where a new one took its place."""
    doubtful: dict[int, set[int]] = defaultdict(set)
    for holders in everyone.values():
        before = [holder for holder in holders if holder not in fresh]
        for pushed_out in set(before[:FIRST]) - set(holders[:FIRST]):
            doubtful[pushed_out].update(before)
    if not doubtful:
        return set()
    known = read_shared(connection, doubtful)
    pairs = {pair for one, others in doubtful.items() for other in others if (pair := pair_of(one, other)) in known}
    return pairs - are_pairs(connection, pairs)


def read_holders(connection: Connection, fingerprints: Collection[int]) -> dict[int, list[int]]:
    """All holders of these fingerprints, the earliest first."""
    return _group(connection, _HOLDERS, {"fingerprints": list(fingerprints)}) if fingerprints else {}


def read_shared(connection: Connection, article_ids: Collection[int]) -> set[Pair]:
    """The pairs of these articles with any that share passages."""
    return {(one, other) for one, other in connection.execute(_SHARED, {"ids": list(article_ids)})}


def are_pairs(connection: Connection, pairs: Collection[Pair]) -> set[Pair]:
    """Those of ``pairs`` that share enough fingerprints of which one of the two is among the earliest holders."""
    articles = sorted({article for pair in pairs for article in pair})
    held = read_fingerprints(connection, articles)
    earliest = read_earliest(connection, articles)
    return {
        (one, other)
        for one, other in pairs
        if sum(not {one, other}.isdisjoint(earliest[each]) for each in held[one] & held[other]) >= LEAST_SHARED
    }


def read_earliest(connection: Connection, article_ids: Sequence[int]) -> dict[int, list[int]]:
    """The earliest holders of each fingerprint of the articles."""
    return _group(connection, _EARLIEST, {"ids": list(article_ids), "first": FIRST})


def read_fingerprints(connection: Connection, article_ids: Sequence[int]) -> dict[int, set[int]]:
    held: dict[int, set[int]] = defaultdict(set)
    for fingerprint, article_id in connection.execute(_FINGERPRINTS, {"ids": list(article_ids)}).all():
        held[article_id].add(fingerprint)
    return held


def _group(connection: Connection, query: TextClause, values: dict[str, object]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = defaultdict(list)
    # read at once, as all queries of many rows: row by row takes the client twice as long
    for key, value in connection.execute(query, values).all():
        grouped[key].append(value)
    return grouped


def pair_of(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
