"""Pairs of like wordings that the database has, and which of them assert the same of the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, text

from etl.link.claim.content import Content
from etl.link.claim.grouping import APART, JOIN_FROM, Pair
from etl.link.claim.likeness import differ_in_number, is_telling

#: Wordings in one component; beyond it only close likeness is followed.
MOST_IN_COMPONENT = 400
_CLOSE = 0.8

_REACHED = text("""
    select form_key, other_form_key, score from news.claim_links where form_key = any(:keys) and score >= :least
    union
    select form_key, other_form_key, score from news.claim_links where other_form_key = any(:keys) and score >= :least
""")
_AMONG = text("""
    select form_key, other_form_key, score from news.claim_links
    where form_key = any(:keys) and other_form_key = any(:keys)
""")
_STORIES = text("""
    select distinct o.form_key, s.story_id
    from news.claim_occurrences as o
    inner join news.story_articles as s using (article_id)
    where o.form_key = any(:keys)
""")
_TOGETHER = text("""
    select distinct asked.form_key, asked.other_form_key
    from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (form_key, other_form_key)
    inner join news.claim_occurrences as o on o.form_key = asked.form_key
    inner join news.claim_occurrences as t on t.form_key = asked.other_form_key and t.article_id = o.article_id
""")
_CONTENTS = text("select form_key, content from news.claim_forms where form_key = any(:keys)")


def read_contents(connection: Connection, keys: Collection[int]) -> dict[int, Content]:
    """The contents of these wordings."""
    if not keys:
        return {}
    rows = connection.execute(_CONTENTS, {"keys": list(keys)}).all()
    return {key: Content.from_json(written) for key, written in rows}


class Pairs:
    """Like wordings that are one claim: printed in one story, or so telling that they are one in any."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stories: dict[int, set[int]] = {}
        self._is_one: dict[Pair, bool] = {}
        self._contents: dict[int, Content] = {}

    def component(self, start: Collection[int]) -> set[int]:
        """All wordings that good pairs connect with ``start``; close pairs only, where that is too many."""
        found: set[int] = set()
        for least in (JOIN_FROM, _CLOSE):
            found, frontier = set(start), set(start)
            while frontier and len(found) <= max(MOST_IN_COMPONENT, 4 * len(start)):
                rows = self._connection.execute(_REACHED, {"keys": list(frontier), "least": least}).all()
                frontier = {form for pair in self._hold(rows) for form in pair} - found
                found |= frontier
            if not frontier:
                return found
        return found

    def among(self, forms: Collection[int]) -> dict[Pair, float]:
        """The scores of the pairs within ``forms``; ``APART`` for two that can't be one claim."""
        scores = self._hold(self._connection.execute(_AMONG, {"keys": list(forms)}).all())
        return scores | dict.fromkeys(self._told_together(scores), APART)

    def _told_together(self, scores: Collection[Pair]) -> list[Pair]:
        """Pairs with different numbers that one article prints: it tells of two things, or of a part and the whole.

        "Two people died when a tree fell" beside "at least four were killed".
        """
        contents = self._read_contents(scores)
        differing = [pair for pair in scores if differ_in_number(*(contents[form] for form in pair))]
        if not differing:
            return []
        values = {"ones": [one for one, _ in differing], "others": [other for _, other in differing]}
        return [(one, other) for one, other in self._connection.execute(_TOGETHER, values)]

    def _hold(self, rows: Iterable[Any]) -> dict[Pair, float]:
        scores: dict[Pair, float] = {(row.form_key, row.other_form_key): row.score for row in rows}
        self._judge({pair: score for pair, score in scores.items() if pair not in self._is_one})
        return {pair: score for pair, score in scores.items() if self._is_one[pair]}

    def _judge(self, scores: dict[Pair, float]) -> None:
        self._read_stories({form for pair in scores for form in pair} - self._stories.keys())
        apart = []
        for one, two in scores:
            self._is_one[one, two] = not self._stories[one].isdisjoint(self._stories[two])
            if not self._is_one[one, two]:
                apart.append((one, two))
        contents = self._read_contents(apart)
        for one, two in apart:
            self._is_one[one, two] = is_telling(contents[one], contents[two], scores[one, two])

    def _read_contents(self, pairs: Collection[Pair]) -> Mapping[int, Content]:
        """The contents of the wordings of ``pairs``, among others: each is read once."""
        asked = {form for pair in pairs for form in pair}
        self._contents |= read_contents(self._connection, asked - self._contents.keys())
        return self._contents

    def _read_stories(self, forms: Collection[int]) -> None:
        found: dict[int, set[int]] = defaultdict(set)
        if forms:
            for form, story_id in self._connection.execute(_STORIES, {"keys": list(forms)}):
                found[form].add(story_id)
        self._stories |= {form: found[form] for form in forms}
