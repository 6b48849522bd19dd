"""Reads what articles tell of where their words come from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from etl.link.article import LinkedArticle
from etl.link.passage.direction import Standing

_CREDITS = text("""
    select article_id, array_agg(distinct outlet_id) filter (where kind <> 'wire') as credits,
           array_agg(distinct outlet_id) filter (where kind = 'wire') as wires
    from news.citations
    where article_id = any(cast(:ids as bigint[])) and outlet_id is not null
    group by article_id
""")

_FIRST_PERSON = text("""
    select distinct article_id
    from news.attributions
    where article_id = any(cast(:ids as bigint[])) and addressee_kind = 'author'
""")

_QUOTED = text("""
    select s.article_id, s.start_char, s.end_char
    from news.attribution_spans as s
    join news.attributions as a using (attribution_id)
    where s.article_id = any(cast(:ids as bigint[])) and s.role = 'content' and a.type = 'direct'
""")


def read_standings(connection: Connection, articles: Sequence[LinkedArticle]) -> dict[int, Standing]:
    """The standing of each article, by its key."""
    values = {"ids": [article.article_id for article in articles]}
    credits = {row.article_id: row for row in connection.execute(_CREDITS, values)}
    first_person = set(connection.scalars(_FIRST_PERSON, values))
    standings = {}
    for article in articles:
        row = credits.get(article.article_id)
        standings[article.article_id] = Standing(
            outlet_id=article.outlet_id,
            credits=frozenset((row and row.credits) or ()),
            wires=frozenset((row and row.wires) or ()),
            first_person=article.article_id in first_person,
            published_at=article.published_at,
            precision=article.precision,
        )
    return standings


def read_direct_speech(connection: Connection, article_ids: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """The ranges that each article attributes as direct speech."""
    ranges: dict[int, list[tuple[int, int]]] = {}
    for article_id, start, end in connection.execute(_QUOTED, {"ids": list(article_ids)}):
        ranges.setdefault(article_id, []).append((start, end))
    return ranges
