"""What wordings assert, as the database has it: rows of ``claim_senses``, and the printings that they are of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from etl.link.claim.grouping import Pair
from etl.link.claim.sense import ANY_STORY, Sense
from etl.link.rows import insert_missing, write_columns
from etl.load.copy import copy_rows
from etl.load.tables import claim_occurrences, claim_senses, claims

_STORIES = text("select article_id, story_id from news.story_articles where article_id = any(:ids)")
_PRINTED = text("""
    select o.claim_occurrence_id, o.article_id, o.claim_id, s.form_key, s.story_id
    from news.claim_occurrences as o
    inner join news.claim_senses as s using (sense_key)
    where o.article_id = any(:ids)
""")


@dataclass(slots=True)
class Move:
    """What articles that came to another story assert there.

    ``senses`` and ``left`` are of printings that assert another thing now: what, and what they did before;
    ``articles`` and ``rewritten`` are their articles, and the claims that they were of. ``claims`` are those of all
    printings, as what such an article prints shows the stories of its wordings.
    """

    senses: dict[int, Sense] = field(default_factory=dict)
    left: set[Sense] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    rewritten: set[int] = field(default_factory=set)
    claims: set[int] = field(default_factory=set)


def read_stories(connection: Connection, article_ids: Collection[int]) -> dict[int, int]:
    """The story of each article; its own key where it has none, which is no other story's."""
    found = {article_id: article_id for article_id in article_ids}
    return found | {row.article_id: row.story_id for row in connection.execute(_STORIES, {"ids": list(article_ids)})}


def read_move(connection: Connection, article_ids: Collection[int]) -> Move:
    """What the printings of these linked articles assert in the stories that they have now."""
    move = Move()
    if not article_ids:
        return move
    stories = read_stories(connection, article_ids)
    for row in connection.execute(_PRINTED, {"ids": list(article_ids)}):
        before = Sense(row.form_key, row.story_id)
        move.claims.add(row.claim_id)
        if before.story_id not in (ANY_STORY, stories[row.article_id]):
            move.senses[row.claim_occurrence_id] = Sense(row.form_key, stories[row.article_id])
            move.left.add(before)
            move.articles.add(row.article_id)
            move.rewritten.add(row.claim_id)
    return move


def claims_of(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    rows = connection.execute(
        text("select sense_key, claim_id from news.claim_senses where sense_key = any(:keys)"), {"keys": list(keys)}
    )
    return {row.sense_key: row.claim_id for row in rows}


#: A wording that no article of the story prints any more asserts nothing there.
_DROP_UNPRINTED = text("""
    delete from news.claim_senses as s
    where sense_key = any(:keys)
        and not exists (select from news.claim_occurrences as o where o.sense_key = s.sense_key)
""")


def enter_senses(connection: Connection, senses: Mapping[int, Sense], move: Move) -> dict[int, int]:
    """Write what each printing asserts, a new sense as a claim of its own for now; the claim of each sense."""
    by_key = {each.key: each for each in senses.values()}
    first: dict[int, int] = {}
    for occurrence, sense in sorted(senses.items()):
        first.setdefault(sense.key, occurrence)
    claim_of = claims_of(connection, by_key)
    new = {key: first[key] for key in by_key if key not in claim_of}
    insert_claims(connection, new.values())
    copy_rows(
        connection,
        claim_senses,
        (
            {"sense_key": key, "form_key": by_key[key].form_key, "story_id": by_key[key].story_id, "claim_id": claim_id}
            for key, claim_id in new.items()
        ),
    )
    claim_of |= new
    write_columns(
        connection,
        claim_occurrences,
        "claim_occurrence_id",
        [
            {"claim_occurrence_id": occurrence, "sense_key": sense.key, "claim_id": claim_of[sense.key]}
            for occurrence, sense in senses.items()
        ],
    )
    if move.left:
        connection.execute(_DROP_UNPRINTED, {"keys": [each.key for each in move.left]})
    return claim_of


def insert_claims(connection: Connection, ids: Iterable[int]) -> None:
    rows = [{"claim_id": each, "text": "", "checkworthiness": 0.0} for each in sorted(set(ids))]
    insert_missing(connection, claims, rows)


def parted_senses(connection: Connection, pairs: Sequence[Pair]) -> set[Sense]:
    """The senses of wordings that are one claim, and are not compared any more."""
    if not pairs:
        return set()
    rows = connection.execute(
        text("""
            select one.form_key, one.story_id, other.form_key as other_form_key, other.story_id as other_story_id
            from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as parted (form_key, other_form_key)
            inner join news.claim_senses as one on one.form_key = parted.form_key
            inner join news.claim_senses as other
                on other.form_key = parted.other_form_key and other.claim_id = one.claim_id
        """),
        {"ones": [one for one, _ in pairs], "others": [other for _, other in pairs]},
    ).all()
    return {
        each
        for row in rows
        for each in (Sense(row.form_key, row.story_id), Sense(row.other_form_key, row.other_story_id))
    }


def senses_of(connection: Connection, claim_ids: Collection[int]) -> set[Sense]:
    if not claim_ids:
        return set()
    query = text("select form_key, story_id from news.claim_senses where claim_id = any(:ids)")
    return {Sense(row.form_key, row.story_id) for row in connection.execute(query, {"ids": list(claim_ids)})}


def senses_with(connection: Connection, keys: Collection[int]) -> set[Sense]:
    """The senses with these keys that some article prints."""
    if not keys:
        return set()
    query = text("select form_key, story_id from news.claim_senses where sense_key = any(:keys)")
    return {Sense(row.form_key, row.story_id) for row in connection.execute(query, {"keys": list(keys)})}


def first_printings(connection: Connection, keys: Collection[int]) -> dict[int, int]:
    if not keys:
        return {}
    rows = connection.execute(
        text("""
            select keys.sense_key, first.claim_occurrence_id
            from unnest(cast(:keys as bigint[])) as keys (sense_key)
            cross join lateral (
                select claim_occurrence_id from news.claim_occurrences as o
                where o.sense_key = keys.sense_key
                order by claim_occurrence_id
                limit 1
            ) as first
        """),
        {"keys": list(keys)},
    )
    return {row.sense_key: row.claim_occurrence_id for row in rows}
