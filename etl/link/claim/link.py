"""Claims of new articles tied to claims known across articles: rows of ``claims`` and ``claim_forms``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, text

from etl.link.claim.candidates import Holders
from etl.link.claim.content import Content, fingerprints
from etl.link.claim.grouping import KEEP_FROM, Pair, group_forms
from etl.link.claim.likeness import score
from etl.link.claim.pairs import Pairs, read_contents
from etl.link.claim.printing import Printing, printing_of
from etl.link.claim.registry import refresh_claims
from etl.link.rows import insert_missing, set_column, write_columns
from etl.load.copy import copy_numbers, copy_rows
from etl.load.tables import claim_fingerprints, claim_forms, claim_links, claim_occurrences, claims

_NEW = text("""
    select
        o.claim_occurrence_id, o.article_id, o.statement as text, o.subject, c.name as subject_name, o.predicate,
        o.polarity = 'negated' as is_negated, o.is_hedged, o.checkworthiness, f.numbers, f.counted
    from news.claim_occurrences as o
    left join news.mentions as m on m.mention_id = o.subject_mention_id
    left join news.name_chains as c on c.chain_mention_id = m.chain_mention_id
    left join lateral (
        select
            array_agg(f.value order by f.value) as numbers,
            array_agg(f.counted order by f.counted) filter (where f.counted is not null) as counted
        from news.figures as f where f.claim_occurrence_id = o.claim_occurrence_id
    ) as f on true
    where o.article_id = any(:ids)
    order by o.claim_occurrence_id
""")


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The claims that gained or lost wordings, and the articles whose printings came to another claim."""

    claims: Set[int] = frozenset()
    articles: Set[int] = frozenset()


def link_claims(connection: Connection, article_ids: Sequence[int], moved: Collection[int] = ()) -> Set[int]:
    """Tie the claims of these articles to claims, old and new; each printing says how it stands to its claim.

    The articles have their stories. ``moved`` are older ones that came to another story: what tells little is one
    claim within a story only. Returns the articles whose printings came to another claim.
    """
    printings = read_printings(connection, article_ids)
    if not printings and not moved:
        return frozenset()
    contents: dict[int, Content] = {}
    form_of: dict[int, int] = {}
    first: dict[int, int] = {}
    for printing in printings:
        content = printing.content
        key = printing.form_key(content)
        contents[key] = content
        form_of[printing.occurrence_id] = key
        first.setdefault(key, printing.occurrence_id)
    claim_of = _known(connection, contents)
    new = {key: content for key, content in contents.items() if key not in claim_of}
    prints = {key: fingerprints(content) for key, content in new.items()}
    _enter(connection, new, first, prints)
    claim_of |= {key: first[key] for key in new}
    write_columns(
        connection,
        claim_occurrences,
        "claim_occurrence_id",
        [
            {"claim_occurrence_id": occurrence, "form_key": key, "claim_id": claim_of[key]}
            for occurrence, key in form_of.items()
        ],
    )
    holders = Holders(connection, prints)
    _find_like(connection, new, holders.pairs())
    parted = holders.take_back()
    regrouped = _regroup(connection, contents.keys() | parted | _forms_of(connection, moved), claim_of)
    touched = set(regrouped.claims)
    refresh_claims(connection, touched | {claim_of[key] for key in contents}, set(contents), touched)
    return regrouped.articles


def _forms_of(connection: Connection, article_ids: Collection[int]) -> set[int]:
    if not article_ids:
        return set()
    query = text(
        "select distinct form_key from news.claim_occurrences where article_id = any(:ids) and form_key is not null"
    )
    return set(connection.scalars(query, {"ids": list(article_ids)}))


def read_printings(connection: Connection, article_ids: Sequence[int]) -> list[Printing]:
    """The printings of claims in these articles, in the order of their keys."""
    rows = connection.execute(_NEW, {"ids": list(article_ids)}).all()
    return [printing_of(row, row.numbers or (), row.counted or ()) for row in rows]


def _known(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    rows = connection.execute(
        text("select form_key, claim_id from news.claim_forms where form_key = any(:keys)"), {"keys": list(keys)}
    )
    return {row.form_key: row.claim_id for row in rows}


def _enter(
    connection: Connection, new: dict[int, Content], first: dict[int, int], prints: Mapping[int, Collection[int]]
) -> None:
    """Each new wording as a claim of its own, for now."""
    ids = sorted({first[key] for key in new})
    insert_missing(connection, claims, [{"claim_id": each, "text": "", "checkworthiness": 0.0} for each in ids])
    copy_rows(
        connection,
        claim_forms,
        ({"form_key": key, "content": content.written, "claim_id": first[key]} for key, content in new.items()),
    )
    copy_numbers(
        connection,
        claim_fingerprints,
        ("fingerprint", "form_key"),
        ((each, key) for key, found in prints.items() for each in found),
    )


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


def _first_printings(connection: Connection, keys: Collection[int]) -> dict[int, int]:
    if not keys:
        return {}
    rows = connection.execute(
        text("""
            select keys.form_key, first.claim_occurrence_id
            from unnest(cast(:keys as bigint[])) as keys (form_key)
            cross join lateral (
                select claim_occurrence_id from news.claim_occurrences as o
                where o.form_key = keys.form_key
                order by claim_occurrence_id
                limit 1
            ) as first
        """),
        {"keys": list(keys)},
    )
    return {row.form_key: row.claim_occurrence_id for row in rows}


def _regroup(connection: Connection, start: set[int], claim_of: dict[int, int]) -> Regrouped:
    """Group anew all that good pairs connect with these wordings."""
    if not start:
        return Regrouped()
    pairs = Pairs(connection)
    component = pairs.component(start)
    scores = pairs.among(component)
    before = _known(connection, component)
    first = _first_printings(connection, component)
    component &= first.keys()
    moves: dict[int, int | None] = {}
    for group in group_forms(component, scores):
        claim_id = min(first[form] for form in group)
        moves |= {form: claim_id for form in group if before[form] != claim_id}
    return _write(connection, moves, before, claim_of)


#: Printings follow their wordings, with their origins; claims that changed are counted anew.
_FOLLOW = (
    text("""
        update news.claim_occurrences as t set claim_id = f.claim_id
        from news.claim_forms as f
        where t.form_key = any(:forms) and f.form_key = t.form_key and t.claim_id is distinct from f.claim_id
        returning t.article_id
    """),
    text("""
        update news.claim_origins as t set claim_id = o.claim_id
        from news.claim_occurrences as o
        where o.form_key = any(:forms) and t.claim_occurrence_id = o.claim_occurrence_id and t.claim_id <> o.claim_id
    """),
    text("update news.claims set independent_sources = null where claim_id = any(:claims)"),
)


def _write(
    connection: Connection, moves: dict[int, int | None], before: dict[int, int], claim_of: dict[int, int]
) -> Regrouped:
    if not moves:
        return Regrouped()
    ids = sorted({each for each in moves.values() if each is not None})
    insert_missing(connection, claims, [{"claim_id": each, "text": "", "checkworthiness": 0.0} for each in ids])
    set_column(connection, claim_forms.c.form_key, claim_forms.c.claim_id, moves)
    values = {"forms": list(moves), "claims": [*ids, *{before[form] for form in moves}]}
    articles = set(connection.scalars(_FOLLOW[0], values))
    for statement in _FOLLOW[1:]:
        connection.execute(statement, values)
    claim_of.update({form: claim for form, claim in moves.items() if form in claim_of and claim is not None})
    return Regrouped({before[form] for form in moves} | set(ids), articles)
