"""Rows of ``claims`` kept true to their printings: canonical form, and how each wording stands to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

from sqlalchemy import Connection, text

from etl.link.claim.content import Content
from etl.link.claim.likeness import Stance, score, stance_of
from etl.link.claim.printing import Printing, clarity, printing_of
from etl.link.rows import write_columns
from etl.load.tables import claims

#: Printings among which the clearest is looked for: the first of each wording.
MOST_COMPARED = 100

_DROP_EMPTY = text("""
    delete from news.claims as c
    where claim_id = any(:ids) and not exists (select from news.claim_senses as s where s.claim_id = c.claim_id)
""")

_FIRST_OF_FORMS = text("""
    select
        senses.claim_id, claims.text as claim_text, senses.sense_key, f.content, o.claim_occurrence_id, o.article_id,
        o.statement as text, o.subject, c.name as subject_name, o.predicate, o.polarity = 'negated' as is_negated,
        o.is_hedged, o.checkworthiness
    from unnest(cast(:ids as bigint[])) as asked (claim_id)
    inner join news.claims using (claim_id)
    cross join lateral (
        select claim_id, sense_key, form_key from news.claim_senses
        where claim_senses.claim_id = asked.claim_id
        order by form_key, story_id
        limit :most
    ) as senses
    inner join news.claim_forms as f using (form_key)
    cross join lateral (
        select * from news.claim_occurrences as o
        where o.sense_key = senses.sense_key
        order by claim_occurrence_id
        limit 1
    ) as o
    left join news.mentions as m on m.mention_id = o.subject_mention_id
    left join news.name_chains as c on c.chain_mention_id = m.chain_mention_id
    order by senses.claim_id, o.claim_occurrence_id
""")

_NESTED = text("""
    select distinct asked.sense_key
    from unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as asked (sense_key, other_sense_key)
    inner join news.claim_occurrences as o on o.sense_key = asked.sense_key
    inner join news.claim_occurrences as t
        on t.sense_key = asked.other_sense_key and t.article_id = o.article_id
        and ((o.start_char >= t.start_char and o.end_char <= t.end_char)
            or (t.start_char >= o.start_char and t.end_char <= o.end_char))
""")


def refresh_claims(connection: Connection, touched: Set[int], printed: Set[int], regrouped: Set[int]) -> None:
    """Write these claims anew; ``printed`` are the wordings with new printings.

    Of those ``regrouped``, one without wordings goes. Where the clearest printing is another, every wording is
    compared with it anew; else only the printed ones are.
    """
    ids = sorted(touched)
    if regrouped:
        connection.execute(_DROP_EMPTY, {"ids": sorted(regrouped)})
    old: dict[int, str] = {}
    stances: dict[int, tuple[str, float]] = {}
    canonical: dict[int, int] = {}
    rows: list[dict[str, Any]] = []
    for claim_id, forms in _claims(connection, ids, old):
        printing, key = max(((p, key) for key, (p, _) in forms.items()), key=lambda each: clarity(each[0]))
        content = forms[key][1]
        rows.append(
            {
                "claim_id": claim_id,
                "text": printing.text,
                "subject": printing.subject_name or printing.subject,
                "predicate": printing.predicate,
                "checkworthiness": max(p.checkworthiness for p, _ in forms.values()),
            }
        )
        compared = forms if old.get(claim_id) != printing.text else {k: f for k, f in forms.items() if k in printed}
        stances |= {k: _stand(other, content, k == key) for k, (_, other) in compared.items()}
        canonical |= dict.fromkeys(compared, key)
    write_columns(connection, claims, "claim_id", rows)
    opposed = [(form, canonical[form]) for form, (stance, _) in stances.items() if stance != Stance.AGREES.value]
    for form in _read_nested(connection, opposed):
        stances[form] = (Stance.AGREES.value, stances[form][1])
    _write_stances(connection, stances)


def _read_nested(connection: Connection, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """The first of each pair of wordings of which an article has one inside the other.

    It says both at once: "Ramos, who sits in parliament, denied it" does not deny that he sits there.
    """
    if not pairs:
        return []
    values = {"ones": [one for one, _ in pairs], "others": [other for _, other in pairs]}
    return list(connection.scalars(_NESTED, values))


def _claims(
    connection: Connection, ids: list[int], texts: dict[int, str]
) -> Iterator[tuple[int, dict[int, tuple[Printing, Content]]]]:
    """Each claim's wordings with their first printings; the claims' canonical texts are put in ``texts``."""
    found: dict[int, dict[int, tuple[Printing, Content]]] = defaultdict(dict)
    for row in connection.execute(_FIRST_OF_FORMS, {"ids": ids, "most": MOST_COMPARED}).all():
        found[row.claim_id][row.sense_key] = (printing_of(row), Content.from_json(row.content))
        texts[row.claim_id] = row.claim_text
    yield from sorted(found.items())


def _stand(content: Content, canonical: Content, is_canonical: bool) -> tuple[str, float]:
    likeness = 1.0 if is_canonical else round(score(content, canonical), 4)
    return stance_of(content, canonical).value, likeness


_WRITE_STANCES = text("""
    update news.claim_occurrences as t set stance = n.stance, similarity = n.similarity
    from unnest(cast(:keys as bigint[]), cast(:stances as text[]), cast(:similarities as real[]))
        as n (sense_key, stance, similarity)
    where t.sense_key = n.sense_key
        and (t.stance is distinct from n.stance or t.similarity is distinct from n.similarity)
""")


def _write_stances(connection: Connection, stances: dict[int, tuple[str, float]]) -> None:
    connection.execute(
        _WRITE_STANCES,
        {
            "keys": list(stances),
            "stances": [stance for stance, _ in stances.values()],
            "similarities": [similarity for _, similarity in stances.values()],
        },
    )
