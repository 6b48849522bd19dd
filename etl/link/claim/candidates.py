"""Which wordings are compared: two that share a fingerprint of which one of them is among the *first holders*.

A fingerprint that very many wordings have tells little, and each new wording would meet all of them. The first holders
are those with the smallest keys. Keys are hashes, so who is first does not depend on who came first, and the later a
wording comes the less likely it is to be among them: the cost of a new wording does not grow. One that comes among them
all the same meets every other holder, and pushes one out. What rested on that one is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from sqlalchemy import Connection, text

from etl.link.claim.content import fingerprints
from etl.link.claim.grouping import Pair
from etl.link.claim.pairs import read_contents

#: The first holders of a fingerprint.
MOST_FORMS = 200

_FIRST = text("""
    select asked.fingerprint, first.keys
    from unnest(cast(:fingerprints as bigint[])) as asked (fingerprint)
    cross join lateral (
        select array_agg(holder.form_key order by holder.form_key) as keys
        from (
            select f.form_key
            from news.claim_fingerprints as f
            where f.fingerprint = asked.fingerprint
            order by f.form_key
            limit :most
        ) as holder
    ) as first
""")
_OTHERS = text("""
    select f.fingerprint, f.form_key
    from unnest(cast(:fingerprints as bigint[]), cast(:lasts as bigint[])) as asked (fingerprint, last)
    join news.claim_fingerprints as f on f.fingerprint = asked.fingerprint and f.form_key > asked.last
    order by f.fingerprint, f.form_key
""")
_LINKS = text("""
    select form_key, other_form_key
    from news.claim_links
    where form_key = any(:keys) or other_form_key = any(:keys)
""")
_DROP = text("""
    delete from news.claim_links as l
    using unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as gone (form_key, other_form_key)
    where l.form_key = gone.form_key and l.other_form_key = gone.other_form_key
""")


class Holders:
    """Who has the fingerprints of new wordings, which are in the index already."""

    def __init__(self, connection: Connection, prints: Mapping[int, Collection[int]]) -> None:
        """``prints``: the fingerprints of each new wording."""
        self._connection = connection
        self._new = prints
        self._first = _read_first(connection, {each for found in prints.values() for each in found})
        self._others = self._read_others()

    def pairs(self) -> set[Pair]:
        """The wordings to compare; of each pair, one is new."""
        found: set[Pair] = set()
        for key, prints in self._new.items():
            for fingerprint in prints:
                first = self._first[fingerprint]
                found.update(_in_order(key, other) for other in first if other != key)
                if key <= first[-1]:
                    found.update(_in_order(key, other) for other in self._others.get(fingerprint, ()))
        return found

    def take_back(self) -> list[Pair]:
        """Drop the links of wordings that were pushed out, if nothing else supports them; those that are dropped."""
        lost = self._lost()
        if lost:
            values = {"ones": [one for one, _ in lost], "others": [other for _, other in lost]}
            self._connection.execute(_DROP, values)
        return lost

    def _read_others(self) -> dict[int, list[int]]:
        """The holders after the first ones, where a new wording is among the first."""
        lasts = {
            fingerprint: first[-1]
            for fingerprint, first in self._first.items()
            if len(first) == MOST_FORMS and not self._new.keys().isdisjoint(first)
        }
        found: dict[int, list[int]] = defaultdict(list)
        if lasts:
            values = {"fingerprints": list(lasts), "lasts": list(lasts.values())}
            for fingerprint, key in self._connection.execute(_OTHERS, values):
                found[fingerprint].append(key)
        return found

    def _lost(self) -> list[Pair]:
        """The links that only a fingerprint supported of which neither wording is a first holder any more."""
        pushed = {fingerprint: set(self._pushed_out(fingerprint)) for fingerprint in self._others}
        keys = {key for each in pushed.values() for key in each}
        if not keys:
            return []
        linked = [_in_order(one, other) for one, other in self._connection.execute(_LINKS, {"keys": list(keys)})]
        in_doubt = {
            pair
            for fingerprint, out in pushed.items()
            for others in (set(self._others[fingerprint]),)
            for pair in linked
            if not out.isdisjoint(pair) and others.issuperset(pair)
        }
        contents = read_contents(self._connection, {key for pair in in_doubt for key in pair})
        prints = {key: set(fingerprints(content)) for key, content in contents.items()}
        shared = {pair: prints[pair[0]] & prints[pair[1]] for pair in in_doubt}
        first = _read_first(self._connection, {each for found in shared.values() for each in found})
        return sorted(pair for pair, found in shared.items() if not any(_is_first(min(pair), first[f]) for f in found))

    def _pushed_out(self, fingerprint: int) -> Iterable[int]:
        """As many as are new among the first holders: the next ones that were there before."""
        count = sum(key in self._new for key in self._first[fingerprint])
        return islice((key for key in self._others[fingerprint] if key not in self._new), count)


def _read_first(connection: Connection, prints: Collection[int]) -> dict[int, list[int]]:
    """The first holders of each of these fingerprints, by key."""
    if not prints:
        return {}
    rows = connection.execute(_FIRST, {"fingerprints": list(prints), "most": MOST_FORMS})
    return {fingerprint: keys for fingerprint, keys in rows if keys}


def _is_first(key: int, first: Collection[int]) -> bool:
    return len(first) < MOST_FORMS or key in first


def _in_order(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
