"""Articles of one story set side by side, and what their claims have in common: rows of ``claim_alignments``.

In a story of many articles each is compared with the first ones and with those that were published next to it: what
is news at one time is told by the articles of that time. Each is compared with itself as well, for what it tells
twice. Which these are depends on the members of the story alone, so pairs that are none any more (an older article was
loaded, an article went to another story) are taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, text

from etl.link.claim.alignment import Told, align, find_repeated
from etl.link.claim.content import Content
from etl.load.copy import copy_rows
from etl.load.tables import aligned_articles, claim_alignments

#: The first articles of a story, with which all others are compared.
FIRST = 6
#: How many that were published before it, and after it, an article is compared with.
NEXT = 6

#: The article that was published first, and the other.
ArticlePair = tuple[int, int]

_OF_ARTICLES = text("""
    select article_id, other_article_id from news.aligned_articles where article_id = any(:ids)
    union
    select article_id, other_article_id from news.aligned_articles where other_article_id = any(:ids)
""")
_MEMBERS = text("""
    select members.story_id, members.article_id
    from news.story_articles as asked
    inner join news.story_articles as members using (story_id)
    inner join news.story_vectors as vectors on vectors.article_id = members.article_id
    where asked.article_id = any(:ids)
    group by members.story_id, members.article_id, vectors.priority
    order by members.story_id, vectors.priority, members.article_id
""")
_TOLD = text("""
    with told as (
        select
            article_id,
            sense_key,
            sentence_id = min(sentence_id) over (partition by article_id) as is_opening
        from news.claim_occurrences
        where article_id = any(:ids)
    )

    select t.article_id, t.sense_key, bool_or(t.is_opening) as is_opening, f.content
    from told as t
    inner join news.claim_senses as s using (sense_key)
    inner join news.claim_forms as f using (form_key)
    group by t.article_id, t.sense_key, f.form_key
    order by t.article_id, t.sense_key
""")
_ALIGNED = text("""
    select a.sense_key, a.other_sense_key
    from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as pairs (article_id, other_article_id)
    inner join news.claim_alignments as a using (article_id, other_article_id)
""")
_LIKENED = text("""
    with pairs as (
        select article_id, other_article_id
        from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (article_id, other_article_id)
        union all
        select other_article_id, article_id
        from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (article_id, other_article_id)
    )

    select o.sense_key, t.sense_key as other_sense_key
    from pairs
    inner join news.claim_occurrences as o using (article_id)
    inner join news.claim_senses as s on s.sense_key = o.sense_key
    inner join news.claim_links as l on l.form_key = s.form_key
    inner join news.claim_senses as u on u.form_key = l.other_form_key
    inner join news.claim_occurrences as t on t.sense_key = u.sense_key and t.article_id = pairs.other_article_id
""")
_DROP = text("""
    delete from news.aligned_articles as a
    using unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as gone (article_id, other_article_id)
    where a.article_id = gone.article_id and a.other_article_id = gone.other_article_id
""")


def take_apart(connection: Connection, article_ids: Collection[int]) -> tuple[set[int], set[int]]:
    """Forget with what these articles were compared: the other articles, and the keys of the senses tied by it."""
    if not article_ids:
        return set(), set()
    pairs = [(one, other) for one, other in connection.execute(_OF_ARTICLES, {"ids": list(article_ids)})]
    return {article for pair in pairs for article in pair} - set(article_ids), _drop(connection, pairs)


def set_abreast(connection: Connection, article_ids: Collection[int], changed: Collection[int] = ()) -> set[int]:
    """Compare the articles of the stories of all these that are to be compared.

    Returns the keys of the senses tied, parted, or judged otherwise as their articles are compared now, or no more:
    those of ``article_ids``, which are new, left aside. The printings of the articles have their senses.
    """
    entering = set(article_ids)
    article_ids = entering.union(changed)
    rows = connection.execute(_MEMBERS, {"ids": list(article_ids)}).all()
    stories = [[row.article_id for row in members] for _, members in groupby(rows, attrgetter("story_id"))]
    wanted = {pair for members in stories for pair in pairs_of(members)}
    together = [article for members in stories for article in members]
    known = {(one, other) for one, other in connection.execute(_OF_ARTICLES, {"ids": together})}
    new = sorted(wanted - known)
    parted = _likened(connection, [*(known - wanted), *(pair for pair in new if entering.isdisjoint(pair))])
    parted |= _drop(connection, sorted(known - wanted))
    copy_rows(connection, aligned_articles, ({"article_id": one, "other_article_id": other} for one, other in new))
    found = list(_compare(connection, new))
    copy_rows(connection, claim_alignments, found)
    return parted | {row[name] for row in found for name in ("sense_key", "other_sense_key")}


def pairs_of(members: Sequence[int]) -> set[ArticlePair]:
    """The pairs to compare among the articles of a story, which come in the order of publication."""
    return {
        (members[i], members[j])
        for j in range(len(members))
        for i in {*range(min(FIRST, j)), *range(max(0, j - NEXT), j), j}
    }


def _compare(connection: Connection, pairs: Sequence[ArticlePair]) -> Iterable[dict[str, Any]]:
    told = _read_told(connection, {article for pair in pairs for article in pair}) if pairs else {}
    for one, other in pairs:
        scores = find_repeated(told[one]) if one == other else align(told[one], told[other])
        for (sense_key, other_sense_key), score in scores.items():
            yield {
                "article_id": one,
                "other_article_id": other,
                "sense_key": sense_key,
                "other_sense_key": other_sense_key,
                "score": score,
            }


def _read_told(connection: Connection, article_ids: Collection[int]) -> Mapping[int, Mapping[int, Told]]:
    """What each article asserts, by sense."""
    told: dict[int, dict[int, Told]] = defaultdict(dict)
    for row in connection.execute(_TOLD, {"ids": list(article_ids)}):
        told[row.article_id][row.sense_key] = Told(Content.from_json(row.content), row.is_opening)
    return told


def _likened(connection: Connection, pairs: Sequence[ArticlePair]) -> set[int]:
    """The keys of the senses that these pairs of articles print in like words."""
    return {key for row in connection.execute(_LIKENED, _values(pairs)) for key in row} if pairs else set()


def _drop(connection: Connection, pairs: Sequence[ArticlePair]) -> set[int]:
    """Take pairs of articles apart; the keys of the senses that they tied."""
    if not pairs:
        return set()
    keys = {key for row in connection.execute(_ALIGNED, _values(pairs)) for key in row}
    connection.execute(_DROP, _values(pairs))
    return keys


def _values(pairs: Sequence[ArticlePair]) -> dict[str, list[int]]:
    return {"ones": [one for one, _ in pairs], "others": [other for _, other in pairs]}
