"""Reads found relations back from the database, so that what is scored is what users get."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select

from etl.load.tables import articles, attribution_spans, attributions, documents, files
from tests.accuracy.attribution.relation import Range, Relation


def read_relations(connection: Connection) -> dict[str, list[Relation]]:
    """File name without its ending -> the article's relations."""
    span = attribution_spans
    query = (
        select(
            files.c.path,
            attributions.c.attribution_id,
            attributions.c.rule,
            attributions.c.cue_lemma,
            attributions.c.relayed_by_attribution_id,
            span.c.role,
            span.c.start_char,
            span.c.end_char,
        )
        .select_from(files)
        .join(documents, documents.c.file_id == files.c.file_id)
        .outerjoin(articles, articles.c.document_id == documents.c.document_id)
        .outerjoin(attributions, attributions.c.article_id == articles.c.article_id)
        .outerjoin(span, span.c.attribution_id == attributions.c.attribution_id)
        .order_by(files.c.path, attributions.c.attribution_id, span.c.ordinal)
    )
    found: dict[str, dict[int, tuple[str, bool, dict[str, list[Range]]]]] = {}
    for path, key, rule, lemma, carrier, role, start, end in connection.execute(query):
        article = found.setdefault(Path(path).stem, {})
        if key is not None:
            _, _, roles = article.setdefault(key, (f"{rule}|{lemma}", carrier is not None, {}))
            roles.setdefault(role, []).append((start, end))
    return {
        name: [
            Relation(*(tuple(roles.get(role, ())) for role in ("content", "source", "cue")), rule, is_nested)
            for rule, is_nested, roles in article.values()
        ]
        for name, article in found.items()
    }
