"""Pairs of like wordings that the database has, and where both assert the same of the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, TextClause, text

from etl.link.claim.content import Content
from etl.link.claim.grouping import APART, JOIN_FROM, SensePair
from etl.link.claim.likeness import differ_in_number
from etl.link.claim.sense import ANY_STORY, Sense
from etl.link.claim.telling import is_telling

#: Senses in one component; beyond it only close likeness is followed.
MOST_IN_COMPONENT = 2000
_CLOSE = 0.8
#: What more stories print word for word is a stock phrase; the short wordings of a story do not join it.
MOST_STORIES = 8

#: Like wordings of articles that were set side by side are one claim only if they came nearly as near to it there.
_NEARLY = JOIN_FROM - 0.06

_REACHED = text("""
    select form_key, other_form_key, score from news.claim_links where form_key = any(:keys) and score >= :least
    union
    select form_key, other_form_key, score from news.claim_links where other_form_key = any(:keys) and score >= :least
""")
_AMONG = text("""
    select form_key, other_form_key, score from news.claim_links
    where form_key = any(:keys) and other_form_key = any(:keys)
""")
_ALIGNED = text("""
    with pairs as (
        select sense_key, other_sense_key, score
        from news.claim_alignments
        where sense_key = any(:keys) and score >= :least
        union
        select sense_key, other_sense_key, score
        from news.claim_alignments
        where other_sense_key = any(:keys) and score >= :least
    )
    select
        one.form_key, one.story_id, other.form_key as other_form_key, other.story_id as other_story_id,
        max(pairs.score) as score
    from pairs
    inner join news.claim_senses as one on one.sense_key = pairs.sense_key
    inner join news.claim_senses as other on other.sense_key = pairs.other_sense_key
    group by one.form_key, one.story_id, other.form_key, other.story_id
""")
_KNOWN = text("select sense_key from news.claim_senses where sense_key = any(:keys)")
_STORIES = text("""
    select distinct o.sense_key, s.story_id
    from news.claim_occurrences as o
    inner join news.story_articles as s using (article_id)
    where o.sense_key = any(:keys)
""")
_TOGETHER = text("""
    select distinct asked.sense_key, asked.other_sense_key
    from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (sense_key, other_sense_key)
    inner join news.claim_occurrences as o on o.sense_key = asked.sense_key
    inner join news.claim_occurrences as t on t.sense_key = asked.other_sense_key and t.article_id = o.article_id
""")
_ABREAST = text("""
    select distinct asked.sense_key, asked.other_sense_key
    from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (sense_key, other_sense_key)
    inner join news.claim_occurrences as o on o.sense_key = asked.sense_key
    inner join news.claim_occurrences as t on t.sense_key = asked.other_sense_key
    inner join news.aligned_articles as a
        on (a.article_id, a.other_article_id) in ((o.article_id, t.article_id), (t.article_id, o.article_id))
""")
_CONTENTS = text("select form_key, content from news.claim_forms where form_key = any(:keys)")
_ORDER = text("""
    select s.story_id, v.priority
    from news.stories as s
    inner join news.story_vectors as v on v.article_id = s.first_article_id
    where s.story_id = any(:stories)
""")


def read_contents(connection: Connection, keys: Collection[int]) -> dict[int, Content]:
    """The contents of these wordings."""
    if not keys:
        return {}
    rows = connection.execute(_CONTENTS, {"keys": list(keys)}).all()
    return {key: Content.from_json(written) for key, written in rows}


class Pairs:
    """Senses of like wordings that are one claim: of one story, or so telling that they are one in any."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stories: dict[Sense, set[int]] = {}
        self._is_one: dict[SensePair, bool] = {}
        self._contents: dict[int, Content] = {}

    def component(self, start: Collection[Sense]) -> set[Sense]:
        """All senses that good pairs connect with ``start``; close pairs only, where that is too many."""
        found: set[Sense] = set()
        for least in (JOIN_FROM, _CLOSE):
            found, frontier = set(start), set(start)
            while frontier and len(found) <= max(MOST_IN_COMPONENT, 4 * len(start)):
                frontier = {sense for pair in self._reached(frontier, least) for sense in pair} - found
                found |= frontier
            if not frontier:
                return found
        return found

    def among(self, senses: Collection[Sense]) -> dict[SensePair, float]:
        """The scores of the pairs within ``senses``; ``APART`` for two that can't be one claim."""
        links = self._connection.execute(_AMONG, {"keys": list({each.form_key for each in senses})}).all()
        known = set(senses)
        scores = self._hold({pair: score for pair, score in self._meet(senses, links) if known.issuperset(pair)})
        aligned = {pair: each for pair, each in self._aligned(senses, _NEARLY).items() if known.issuperset(pair)}
        for pair in self._set_abreast(scores.keys() - aligned.keys()):
            del scores[pair]
        for pair, score in aligned.items():
            if score >= JOIN_FROM:
                scores[pair] = max(score, scores.get(pair, 0.0))
        return scores | dict.fromkeys(self._told_together(scores), APART)

    def in_order(self, senses: Collection[Sense]) -> list[Sense]:
        """The senses in an order that does not depend on loading: by wording, then by when their stories began."""
        stories = {each.story_id for each in senses}
        began: dict[int, int] = {}
        if len(stories) > 1:
            rows = self._connection.execute(_ORDER, {"stories": list(stories)})
            began = {row.story_id: row.priority for row in rows}
        return sorted(senses, key=lambda each: (each.form_key, began.get(each.story_id, 0), each.story_id))

    def _reached(self, senses: Collection[Sense], least: float) -> dict[SensePair, float]:
        keys = list({each.form_key for each in senses})
        links = self._connection.execute(_REACHED, {"keys": keys, "least": least}).all()
        met = dict(self._meet(senses, links))
        known = self._read_known({sense.key for pair in met for sense in pair})
        held = self._hold({pair: met[pair] for pair in met if known.issuperset(each.key for each in pair)})
        return self._aligned(senses, least) | held

    def _aligned(self, senses: Collection[Sense], least: float) -> dict[SensePair, float]:
        """What these are tied to as two articles of a story tell it, each in its words."""
        values = {"keys": [each.key for each in senses], "least": least}
        found: dict[SensePair, float] = {}
        for row in self._connection.execute(_ALIGNED, values):
            one, other = Sense(row.form_key, row.story_id), Sense(row.other_form_key, row.other_story_id)
            pair = (one, other) if one.form_key < other.form_key else (other, one)
            found[pair] = max(row.score, found.get(pair, 0.0))
        return found

    def _meet(self, senses: Collection[Sense], links: Iterable[Any]) -> Iterator[tuple[SensePair, float]]:
        """Each of ``senses`` with what the wordings that are like its own may assert in its stories, and the score."""
        likes: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for one, other, score in links:
            likes[one].append((other, score))
            likes[other].append((one, score))
        linked = [each for each in senses if each.form_key in likes]
        self._read_stories(linked)
        for sense in linked:
            for form_key, score in likes[sense.form_key]:
                for story_id in (ANY_STORY, *self._own_stories(sense)):
                    other = Sense(form_key, story_id)
                    yield ((sense, other) if sense.form_key < form_key else (other, sense)), score

    def _own_stories(self, sense: Sense) -> set[int]:
        """The stories of which it tells, and not a stock phrase that any may print."""
        stories = self._stories[sense]
        return stories if len(stories) <= MOST_STORIES else set()

    def _set_abreast(self, pairs: Collection[SensePair]) -> list[SensePair]:
        """Those that one article prints, or two that were set side by side."""
        return self._those(_ABREAST, pairs)

    def _told_together(self, scores: Collection[SensePair]) -> list[SensePair]:
        """Pairs with different numbers that one article prints: it tells of two things, or of a part and the whole.

        "Two people died when a tree fell" beside "at least four were killed".
        """
        contents = self._read_contents(scores)
        differing = [
            (one, other) for one, other in scores if differ_in_number(contents[one.form_key], contents[other.form_key])
        ]
        return self._those(_TOGETHER, differing)

    def _those(self, query: TextClause, pairs: Collection[SensePair]) -> list[SensePair]:
        """Those of ``pairs`` that a query over the keys of two senses finds."""
        by_key = {(one.key, other.key): (one, other) for one, other in pairs}
        if not by_key:
            return []
        values = {"ones": [one for one, _ in by_key], "others": [other for _, other in by_key]}
        return [by_key[one, other] for one, other in self._connection.execute(query, values)]

    def _hold(self, scores: dict[SensePair, float]) -> dict[SensePair, float]:
        """Those that assert the same of the same event."""
        self._judge({pair: score for pair, score in scores.items() if pair not in self._is_one})
        return {pair: score for pair, score in scores.items() if self._is_one[pair]}

    def _judge(self, scores: dict[SensePair, float]) -> None:
        self._read_stories({sense for pair in scores for sense in pair})
        apart = []
        for one, other in scores:
            if one.story_id == other.story_id == ANY_STORY:
                self._is_one[one, other] = not self._stories[one].isdisjoint(self._stories[other])
                if not self._is_one[one, other]:
                    apart.append((one, other))
            else:
                self._is_one[one, other] = not self._own_stories(one).isdisjoint(self._own_stories(other))
        contents = self._read_contents(apart)
        for one, other in apart:
            self._is_one[one, other] = is_telling(contents[one.form_key], contents[other.form_key], scores[one, other])

    def _read_contents(self, pairs: Collection[SensePair]) -> Mapping[int, Content]:
        """The contents of the wordings of ``pairs``, among others: each is read once."""
        asked = {sense.form_key for pair in pairs for sense in pair}
        self._contents |= read_contents(self._connection, asked - self._contents.keys())
        return self._contents

    def _read_known(self, keys: Collection[int]) -> set[int]:
        return set(self._connection.scalars(_KNOWN, {"keys": list(keys)})) if keys else set()

    def _read_stories(self, senses: Iterable[Sense]) -> None:
        """The stories in which these are printed."""
        unread = {each.key: each for each in senses if each not in self._stories}
        for each in unread.values():
            self._stories[each] = set() if each.story_id == ANY_STORY else {each.story_id}
        anywhere = [key for key, each in unread.items() if each.story_id == ANY_STORY]
        if anywhere:
            for key, story_id in self._connection.execute(_STORIES, {"keys": anywhere}):
                self._stories[unread[key]].add(story_id)
