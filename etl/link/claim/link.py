"""Claims of new articles tied to claims known across articles: rows of ``claims`` and what wordings assert."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, text

from etl.link.claim.abreast import set_abreast, take_apart
from etl.link.claim.candidates import Holders
from etl.link.claim.content import Content, fingerprints
from etl.link.claim.grouping import KEEP_FROM, Pair, group_senses
from etl.link.claim.likeness import score
from etl.link.claim.pairs import Pairs, read_contents
from etl.link.claim.printing import Printing, printing_of
from etl.link.claim.registry import refresh_claims
from etl.link.claim.sense import ANY_STORY, Sense, sense_of
from etl.link.claim.store import (
    Move,
    claims_of,
    enter_senses,
    first_printings,
    insert_claims,
    parted_senses,
    read_move,
    read_stories,
    senses_of,
    senses_with,
)
from etl.link.rows import set_column
from etl.load.copy import copy_numbers, copy_rows
from etl.load.tables import claim_fingerprints, claim_forms, claim_links, claim_senses

_NEW = text("""
    select
        o.claim_occurrence_id, o.article_id, o.statement as text, o.subject, c.name as subject_name, o.predicate,
        o.polarity = 'negated' as is_negated, o.is_hedged, o.checkworthiness, f.numbers, f.counted
    from news.claim_occurrences as o
    left join news.mentions as m on m.mention_id = o.subject_mention_id
    left join news.name_chains as c on c.chain_mention_id = m.chain_mention_id
    left join lateral (
        select
            -- "hundreds of thousands" is no number to find again
            array_agg(f.value order by f.value) filter (where f.value_high < 2 * f.value or f.value <= 0) as numbers,
            array_agg(f.counted order by f.counted) filter (where f.counted is not null) as counted
        from news.figures as f where f.claim_occurrence_id = o.claim_occurrence_id
    ) as f on true
    where o.article_id = any(:ids)
    order by o.claim_occurrence_id
""")


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The claims that gained or lost senses, what came to another claim, and the articles that print it."""

    claims: Set[int] = frozenset()
    senses: Set[int] = frozenset()
    articles: Set[int] = frozenset()


def link_claims(connection: Connection, article_ids: Sequence[int], moved: Collection[int] = ()) -> Set[int]:
    """Tie the claims of these articles to claims, old and new; each printing says how it stands to its claim.

    The articles have their stories. ``moved`` are articles that came to another story: what tells little is one
    claim within a story only. Returns the articles whose printings came to another claim.
    """
    printings = read_printings(connection, article_ids)
    move = read_move(connection, set(moved) - set(article_ids))
    stories = read_stories(connection, {each.article_id for each in printings})
    left, lost = take_apart(connection, set(moved) - set(article_ids))
    contents: dict[int, Content] = {}
    senses: dict[int, Sense] = {}
    for printing in printings:
        content = printing.content
        key = printing.form_key(content)
        contents[key] = content
        senses[printing.occurrence_id] = sense_of(key, content, stories[printing.article_id])
    parted = _enter_wordings(connection, contents)
    senses |= move.senses
    claim_of = enter_senses(connection, senses, move)
    aligned = set_abreast(connection, article_ids, {*moved, *left})
    # One more story may part what a wording asserts in any from what is asserted in one.
    spread = {claim_of[each.key] for each in senses.values() if each.story_id == ANY_STORY}
    start = {*senses.values(), *parted_senses(connection, parted), *senses_of(connection, move.claims | spread)}
    start |= senses_with(connection, aligned | lost)
    regrouped = _regroup(connection, start, move)
    printed = {each.key for each in senses.values()}
    touched = set(regrouped.claims) | {claim_of[key] for key in printed}
    refresh_claims(connection, touched, printed | regrouped.senses, set(regrouped.claims))
    return regrouped.articles


def read_printings(connection: Connection, article_ids: Sequence[int]) -> list[Printing]:
    """The printings of claims in these articles, in the order of their keys."""
    rows = connection.execute(_NEW, {"ids": list(article_ids)}).all()
    return [printing_of(row, row.numbers or (), row.counted or ()) for row in rows]


def _enter_wordings(connection: Connection, contents: Mapping[int, Content]) -> Sequence[Pair]:
    """Enter the wordings that are new, and compare them; the pairs of old ones that are not compared any more."""
    query = text("select form_key from news.claim_forms where form_key = any(:keys)")
    known = set(connection.scalars(query, {"keys": list(contents)}))
    new = {key: content for key, content in contents.items() if key not in known}
    prints = {key: fingerprints(content) for key, content in new.items()}
    copy_rows(connection, claim_forms, ({"form_key": key, "content": each.written} for key, each in new.items()))
    copy_numbers(
        connection,
        claim_fingerprints,
        ("fingerprint", "form_key"),
        ((each, key) for key, found in prints.items() for each in found),
    )
    holders = Holders(connection, prints)
    _find_like(connection, new, holders.pairs())
    return holders.take_back()


def _find_like(connection: Connection, new: dict[int, Content], pairs: Set[Pair]) -> None:
    """Judge the new wordings against all that may be like them."""
    contents = new | read_contents(connection, {key for pair in pairs for key in pair} - new.keys())
    found: dict[Pair, float] = {}
    for one, two in sorted(pairs):
        if one not in contents or two not in contents:
            continue
        likeness = score(contents[one], contents[two])
        if likeness >= KEEP_FROM:
            found[one, two] = round(likeness, 4)
    copy_rows(
        connection,
        claim_links,
        ({"form_key": one, "other_form_key": two, "score": value} for (one, two), value in found.items()),
    )


def _regroup(connection: Connection, start: set[Sense], move: Move) -> Regrouped:
    """Group anew all that good pairs connect with these senses."""
    pairs = Pairs(connection)
    component = pairs.component(start)
    scores = pairs.among(component)
    keys = [each.key for each in component]
    before = claims_of(connection, keys)
    first = first_printings(connection, keys)
    moves: dict[int, int] = {}
    for group in group_senses(pairs.in_order(component), scores):
        claim_id = min(first[sense.key] for sense in group)
        moves |= {sense.key: claim_id for sense in group if before[sense.key] != claim_id}
    return _write(connection, moves, before, move)


#: Printings follow what they assert, with their origins; claims that changed are counted anew.
_FOLLOW = (
    text("""
        update news.claim_occurrences as t set claim_id = s.claim_id
        from news.claim_senses as s
        where t.sense_key = any(:senses) and s.sense_key = t.sense_key and t.claim_id is distinct from s.claim_id
        returning t.article_id
    """),
    text("""
        update news.claim_origins as t set claim_id = o.claim_id
        from news.claim_occurrences as o
        where o.sense_key = any(:senses) and t.claim_occurrence_id = o.claim_occurrence_id and t.claim_id <> o.claim_id
    """),
    text("update news.claims set independent_sources = null where claim_id = any(:claims)"),
)


def _write(connection: Connection, moves: dict[int, int], before: dict[int, int], move: Move) -> Regrouped:
    changed = moves.keys() | {each.key for each in move.senses.values()}
    if not changed:
        return Regrouped()
    insert_claims(connection, moves.values())
    set_column(connection, claim_senses.c.sense_key, claim_senses.c.claim_id, moves)
    concerned = {before[key] for key in changed} | set(moves.values()) | move.rewritten
    values = {"senses": list(changed), "claims": list(concerned)}
    articles = set(connection.scalars(_FOLLOW[0], values))
    for statement in _FOLLOW[1:]:
        connection.execute(statement, values)
    return Regrouped(concerned, changed, articles | move.articles)
