"""Quotations of new articles tied to quotes: rows of ``quotes``, ``quote_occurrences`` and ``quote_forms``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, delete, text

from etl.link.quote.form import Form
from etl.link.quote.grouping import Hold, Unions, better, fit, is_fuller
from etl.link.quote.printing import Printing, Range, is_utterance, quoted_ranges, without_inner
from etl.link.quote.registry import drop_empty, refresh_quotes
from etl.link.rows import insert_missing, set_column
from etl.load.copy import copy_numbers, copy_rows
from etl.load.tables import quote_fingerprints, quote_forms, quote_occurrences, quotes

#: A fingerprint that more wordings have than this is a turn of phrase, and is followed no further.
MOST_FORMS = 400

_CONTENTS = text("""
    select
        a.attribution_id, a.article_id, a.type, s.start_char, s.end_char, s.text,
        exists (
            select from news.paragraphs as p
            where p.article_id = s.article_id and p.role = 'block_quotation'
                -- all of it but its marks: who is quoted inside a block quotation has marks of his own
                and p.start_char between s.start_char - 2 and s.end_char
                and p.end_char between s.start_char and s.end_char + 2
        ) as is_block,
        case c.name_class when 'PERSON' then c.surname_key else c.node end as speaker
    from news.attributions as a
    inner join news.attribution_spans as s on s.attribution_id = a.attribution_id and s.role = 'content'
    left join news.mentions as m on m.mention_id = a.speaker_mention_id
    left join news.name_chains as c on c.chain_mention_id = m.chain_mention_id
    where a.article_id = any(:ids) and a.type in ('direct', 'mixed')
    order by a.attribution_id, s.ordinal
""")

_CANDIDATES = text("""
    select own.form_key, near.form_key as other_form_key
    from unnest(cast(:fingerprints as bigint[]), cast(:forms as bigint[]), cast(:least as smallint[]))
        as own (fingerprint, form_key, least_shared)
    cross join lateral (
        select form_key, least_shared from news.quote_fingerprints as near
        where near.fingerprint = own.fingerprint and near.form_key <> own.form_key
        order by near.form_key
        limit :most
    ) as near
    group by own.form_key, near.form_key
    having count(*) >= least(min(own.least_shared), min(near.least_shared))
""")


def link_quotes(connection: Connection, article_ids: Sequence[int]) -> None:
    """Tie the quotations of these articles to quotes, old and new; each printing says how it differs."""
    connection.execute(delete(quote_occurrences).where(quote_occurrences.c.article_id.in_(list(article_ids))))
    printings = read_printings(connection, article_ids)
    if not printings:
        return
    forms: dict[int, Form] = {}
    form_of: dict[int, int] = {}
    first: dict[int, int] = {}
    for printing in printings:
        form = Form(printing.words, printing.speaker)
        forms[form.key] = form
        form_of[printing.attribution_id] = form.key
        first.setdefault(form.key, printing.attribution_id)
    known = _known(connection, forms)
    new = {key: form for key, form in forms.items() if key not in known}
    _enter(connection, new, first)
    quote_of = known | {key: first[key] for key in new}
    moved = _gather(connection, new, quote_of)
    _print(connection, printings, form_of, quote_of)
    drop_empty(connection, moved)
    refresh_quotes(connection, moved | {quote_of[key] for key in forms}, set(form_of))


def read_printings(connection: Connection, article_ids: Sequence[int]) -> list[Printing]:
    """The quotations of these articles, in the order of their attributions."""
    rows = connection.execute(_CONTENTS, {"ids": list(article_ids)})
    printings = []
    for attribution_id, group in groupby(rows, attrgetter("attribution_id")):
        spans = list(group)
        contents = [Range(row.start_char, row.end_char, row.text, row.is_block) for row in spans]
        ranges = quoted_ranges(spans[0].type, contents)
        width = sum(len(each.text) for each in contents)
        printing = Printing(attribution_id, spans[0].article_id, tuple(ranges), spans[0].speaker or "", width)
        if is_utterance(spans[0].type, ranges) and printing.words:
            printings.append(printing)
    return without_inner(printings)


def _known(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    rows = connection.execute(
        text("select form_key, quote_id from news.quote_forms where form_key = any(:keys)"), {"keys": list(keys)}
    )
    return {row.form_key: row.quote_id for row in rows}


def _enter(connection: Connection, new: dict[int, Form], first: dict[int, int]) -> None:
    """Each new wording as a quote of its own, for now."""
    ids = sorted({first[key] for key in new})
    insert_missing(connection, quotes, [{"quote_id": each, "text": "", "words": 0} for each in ids])
    copy_rows(
        connection,
        quote_forms,
        (
            {
                "form_key": key,
                "speaker": form.speaker,
                "words": " ".join(form.words),
                "information": form.information,
                "score": 0.0,
                "quote_id": first[key],
            }
            for key, form in new.items()
        ),
    )
    copy_numbers(
        connection,
        quote_fingerprints,
        ("fingerprint", "form_key", "least_shared"),
        ((each, key, form.least_shared) for key, form in new.items() for each in form.fingerprints),
    )


def _gather(connection: Connection, new: dict[int, Form], quote_of: dict[int, int]) -> set[int]:
    """Join new wordings with those that they print too; the quotes that gained or lost wordings."""
    pairs = find_candidates(connection, new)
    others = {key for pair in pairs for key in pair} - new.keys()
    forms, holds = _read_forms(connection, others, quote_of)
    forms |= new
    unions = Unions()
    chosen: dict[int, Hold] = {}
    for one, two in sorted(pairs):
        if one not in forms or two not in forms:
            continue
        fitting = fit(forms[one], forms[two])
        if fitting is None:
            continue
        if forms[one].is_strong and forms[two].is_strong:
            unions.join((quote_of[one], quote_of[two]))
            continue
        weak, full = (one, two) if is_fuller(forms[two], forms[one]) else (two, one)
        chosen[weak] = better(chosen.get(weak, holds.get(weak)), Hold(full, fitting), forms)
    changed = {weak: hold for weak, hold in chosen.items() if hold != holds.get(weak)}
    return _move(connection, unions, changed, quote_of)


def find_candidates(connection: Connection, new: Mapping[int, Form]) -> set[tuple[int, int]]:
    """Pairs of wordings that share enough fingerprints to be one quote; of each pair, one is ``new``."""
    if not new:
        return set()
    owners = [key for key, form in new.items() for _ in form.fingerprints]
    rows = connection.execute(
        _CANDIDATES,
        {
            "fingerprints": [each for form in new.values() for each in form.fingerprints],
            "forms": owners,
            "least": [new[key].least_shared for key in owners],
            "most": MOST_FORMS,
        },
    ).all()
    return {(one, two) if one < two else (two, one) for one, two in rows}


def _read_forms(
    connection: Connection, keys: set[int], quote_of: dict[int, int]
) -> tuple[dict[int, Form], dict[int, Hold]]:
    """Wordings that the database has, with the parents that they hang on; their quotes are put in ``quote_of``."""
    rows = _select_forms(connection, keys)
    rows += _select_forms(connection, {row.parent_form_key for row in rows} - keys - {None})
    quote_of.update({row.form_key: row.quote_id for row in rows})
    holds = {row.form_key: Hold(row.parent_form_key, row.score) for row in rows if row.parent_form_key is not None}
    return {row.form_key: Form(tuple(row.words.split(" ")), row.speaker) for row in rows}, holds


def _select_forms(connection: Connection, keys: set[int]) -> list[Any]:
    if not keys:
        return []
    query = text("""
        select form_key, words, speaker, parent_form_key, score, quote_id
        from news.quote_forms
        where form_key = any(:keys)
    """)
    return list(connection.execute(query, {"keys": list(keys)}).all())


def _move(connection: Connection, unions: Unions, changed: dict[int, Hold], quote_of: dict[int, int]) -> set[int]:
    """Write joined quotes and changed parents; the quotes touched, old and new."""
    touched: set[int] = set()
    joined = {each: unions.find(each) for each in sorted(set(quote_of.values())) if unions.find(each) != each}
    touched |= joined.keys() | set(joined.values())
    _rename(connection, joined)
    quote_of.update({key: unions.find(quote_id) for key, quote_id in quote_of.items()})
    if not changed:
        return touched
    connection.execute(
        text("""
            update news.quote_forms as t set parent_form_key = n.parent, score = n.score
            from unnest(cast(:keys as bigint[]), cast(:parents as bigint[]), cast(:scores as real[]))
                as n (key, parent, score)
            where t.form_key = n.key
        """),
        {
            "keys": list(changed),
            "parents": [hold.parent for hold in changed.values()],
            "scores": [hold.score for hold in changed.values()],
        },
    )
    # fuller wordings first, so that a chain of short ones follows the long one that it hangs on
    moves = _hanging(connection, list(changed))
    for key, quote_id in moves.items():
        before = quote_of.get(key)
        touched |= {quote_id} | ({before} if before is not None else set())
        quote_of[key] = quote_id
    set_column(connection, quote_forms.c.form_key, quote_forms.c.quote_id, dict(moves))
    insert_missing(connection, quotes, [{"quote_id": each, "text": "", "words": 0} for each in sorted(touched)])
    connection.execute(
        text("""
            update news.quote_occurrences as t set quote_id = f.quote_id
            from news.quote_forms as f
            where t.form_key = any(:keys) and f.form_key = t.form_key and t.quote_id <> f.quote_id
        """),
        {"keys": list(moves)},
    )
    return touched


def _hanging(connection: Connection, keys: list[int]) -> dict[int, int]:
    """The quote of each of these weak wordings, and of those that hang on them: that of the wording at the top."""
    if not keys:
        return {}
    rows = connection.execute(
        text("""
            with recursive below as (
                select form_key from news.quote_forms where form_key = any(:keys)
                union
                select f.form_key from news.quote_forms as f inner join below on f.parent_form_key = below.form_key
            ),

            above as (
                select below.form_key, f.parent_form_key, f.quote_id
                from below
                inner join news.quote_forms as f using (form_key)
                union
                select above.form_key, f.parent_form_key, f.quote_id
                from above
                inner join news.quote_forms as f on f.form_key = above.parent_form_key
            )

            select form_key, quote_id from above where parent_form_key is null
        """),
        {"keys": keys},
    )
    return {row.form_key: row.quote_id for row in rows}


def _rename(connection: Connection, new_of: dict[int, int]) -> None:
    if not new_of:
        return
    for table in ("quote_forms", "quote_occurrences"):
        connection.execute(
            text(f"""
                update news.{table} as t set quote_id = n.new
                from unnest(cast(:olds as bigint[]), cast(:news as bigint[])) as n (old, new)
                where t.quote_id = n.old
            """),
            {"olds": list(new_of), "news": list(new_of.values())},
        )


def _print(
    connection: Connection, printings: Sequence[Printing], form_of: dict[int, int], quote_of: dict[int, int]
) -> None:
    texts = _texts(connection, printings)
    copy_rows(
        connection,
        quote_occurrences,
        (
            {
                "attribution_id": each.attribution_id,
                "quote_id": quote_of[form_of[each.attribution_id]],
                "article_id": each.article_id,
                "start_char": each.ranges[0].start_char,
                "end_char": each.ranges[-1].end_char,
                "text": texts[each.attribution_id],
                "content": each.content,
                "alteration": "identical",
                "similarity": 1.0,
                "form_key": form_of[each.attribution_id],
            }
            for each in printings
        ),
    )


def _texts(connection: Connection, printings: Sequence[Printing]) -> dict[int, str]:
    """All from the first quoted word to the last, the words between the stretches too."""
    whole = {each.attribution_id: each.ranges[0].text for each in printings if len(each.ranges) == 1}
    several = [each for each in printings if len(each.ranges) > 1]
    wanted: dict[str, list[int]] = defaultdict(list)
    for each in several:
        wanted["keys"].append(each.attribution_id)
        wanted["articles"].append(each.article_id)
        wanted["starts"].append(each.ranges[0].start_char)
        wanted["ends"].append(each.ranges[-1].end_char)
    if several:
        rows = connection.execute(
            text("""
                select n.key, substring(d.text from n.first + 1 for n.last - n.first) as words
                from unnest(
                    cast(:keys as bigint[]), cast(:articles as bigint[]), cast(:starts as int[]), cast(:ends as int[])
                ) as n (key, article_id, first, last)
                inner join raw.documents as d on d.document_id = n.article_id
            """),
            dict(wanted),
        )
        whole |= {row.key: row.words for row in rows}
    return whole
