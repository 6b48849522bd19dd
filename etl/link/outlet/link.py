"""Citations, addressees and relays of new articles tied to rows of ``news.outlets``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, text

from etl.link.outlet.address import plain_url, url_spellings
from etl.link.outlet.naming import FIRST_PERSON, resolve_name, spellings
from etl.link.rows import set_column
from etl.load.names import fold_outlet_name
from etl.load.outlets import OutletBook
from etl.load.tables import attributions, citations

_NAMES = text("""
    select article_id, 'citation' as place, citation_id as key, outlet_as_written as name, true as is_outlet
    from news.citations
    where article_id = any(:ids) and outlet_as_written is not null
    union all
    select article_id, 'addressee', attribution_id, addressee, addressee_kind = 'outlet'
    from news.attributions
    where article_id = any(:ids) and addressee is not null
    union all
    -- "the reports said Clapper wrote": who relays is whom "the reports" goes back to
    select a.article_id, 'relay', a.attribution_id, coalesce(meant.outlet_as_written, a.relayed_via), false
    from news.attributions as a
    left join lateral (
        select c.outlet_as_written
        from news.attribution_spans as s
        inner join news.citations as c
            on c.article_id = s.article_id and c.start_char < s.end_char and s.start_char < c.end_char
        where
            s.attribution_id = a.relayed_by_attribution_id and s.role = 'source'
            and c.kind = 'reference' and c.outlet_as_written is not null
        order by c.citation_id
        limit 1
    ) as meant on true
    where a.article_id = any(:ids) and a.relayed_via is not null
    order by article_id, place, key
""")


_OWN = text("""
    select a.article_id, n.name_key, a.outlet_id
    from news.articles as a
    join news.outlet_names as n using (outlet_id)
    where a.article_id = any(:ids)
""")

_ADDRESSES = text("""
    select article_id, url from news.articles where article_id = any(:ids) and url is not null
    union all
    select article_id, url from news.articles where url = any(cast(:urls as text[]))
""")
_CITED = text("""
    select citation_id, article_id, url from news.citations where article_id = any(:ids) and url is not null
    union all
    select citation_id, article_id, url from news.citations where url = any(cast(:urls as text[]))
""")


@dataclass(frozen=True, slots=True)
class OutletName:
    """One place where an article names an outlet: a citation's or attribution's key, and the name as written."""

    article_id: int
    place: str  # citation, addressee or relay
    key: int
    name: str
    is_outlet: bool  # said to be one, so that an unknown name is entered


def link_outlets(connection: Connection, article_ids: Sequence[int]) -> None:
    """Tie citations, addressees and relays of these articles to outlets; enter those not known yet.

    "us" and "me" are left to the origins, which know whose words they are.
    """
    ids = list(article_ids)
    names = [OutletName(*row) for row in connection.execute(_NAMES, {"ids": ids})]
    names = [each for each in names if each.name.strip().casefold() not in FIRST_PERSON]
    book = OutletBook(connection)
    book.prepare((key, None) for each in names for key in spellings(each.name))
    own: dict[int, dict[str, int]] = defaultdict(dict)
    for article_id, key, outlet_id in connection.execute(_OWN, {"ids": ids}):
        own[article_id][key] = outlet_id
    found: dict[str, dict[int, int | None]] = {"citation": {}, "addressee": {}, "relay": {}}
    for article_id, group in groupby(names, attrgetter("article_id")):
        for each, outlet in _resolve_article(list(group), book, own[article_id]):
            found[each.place][each.key] = outlet
    book.write()
    set_column(connection, citations.c.citation_id, citations.c.outlet_id, found["citation"])
    set_column(connection, attributions.c.attribution_id, attributions.c.addressee_outlet_id, found["addressee"])
    set_column(connection, attributions.c.attribution_id, attributions.c.relay_outlet_id, found["relay"])
    _tie_to_articles(connection, ids)


def _resolve_article(
    names: list[OutletName], book: OutletBook, own: Mapping[str, int]
) -> Iterator[tuple[OutletName, int]]:
    """The outlets of one article's names: full names first, then what is short for one of them.

    ``own``: the names of the article's own outlet, which its readers know in full.
    """
    said = {key for each in names if each.is_outlet for key in spellings(each.name)}

    beside = dict(own) | {
        key: found for each in names for key in spellings(each.name) if (found := book.find(key)) is not None
    }
    for each in sorted(names, key=lambda name: (-len(name.name.split()), name.place, name.key)):
        outlet = resolve_name(each.name, book.find, beside.items())
        if outlet is None and said.intersection(spellings(each.name)):
            outlet = book.find_or_enter(_plain(each.name), None)
        if outlet is not None:
            beside.setdefault(fold_outlet_name(each.name), outlet)
            yield each, outlet


def _plain(name: str) -> str:
    return " ".join(name.split()).strip(" .,;:\"“”‘’'")


def _tie_to_articles(connection: Connection, ids: list[int]) -> None:
    """Citations by address: of these articles to any, and of any to these."""
    new_citations = connection.execute(_CITED, {"ids": ids, "urls": []}).all()
    new_articles = connection.execute(_ADDRESSES, {"ids": ids, "urls": []}).all()
    targets = [spelling for row in new_citations for spelling in url_spellings(row.url)]
    sought = [spelling for row in new_articles for spelling in url_spellings(row.url)]
    all_articles, all_citations = {*new_articles}, {*new_citations}
    if targets:
        all_articles.update(connection.execute(_ADDRESSES, {"ids": [], "urls": targets}))
    if sought:
        all_citations.update(connection.execute(_CITED, {"ids": [], "urls": sought}))
    at: dict[str, int] = {}
    for row in sorted(all_articles, reverse=True):
        at[plain_url(row.url)] = row.article_id
    found: dict[int, int | None] = {
        row.citation_id: at[plain_url(row.url)]
        for row in all_citations
        if at.get(plain_url(row.url), row.article_id) != row.article_id
    }
    set_column(connection, citations.c.citation_id, citations.c.cited_article_id, found)
