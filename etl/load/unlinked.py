"""Articles that wait to be linked, and what tells where one of them came from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text

from etl.load.articles import ANNOTATED_ANEW

_WAITING = """
    from news.articles as article
    where article.linked_version is null
        and article.article_id > :after
        and not exists (
            select
            from raw.rejects as reject
            join raw.files as file using (path, sha256)
            join raw.documents as document using (file_id, position)
            where document.document_id = article.document_id
                and reject.stage = 'link'
                and reject.resolved_at is null
                and (not :with_rejected or reject.dismissed_at is not null)
        )
"""


@dataclass(frozen=True, slots=True)
class ArticleOrigin:
    """Where an article came in: file, its SHA-256, place in it, and how the text begins."""

    path: str
    sha256: str
    position: int
    excerpt: str


def read_unlinked(connection: Connection, *, after: int = 0, limit: int, with_rejected: bool = False) -> list[int]:
    """At most ``limit`` articles that wait to be linked, with keys above ``after``, in the order of their keys.

    Those that the link stage rejected wait only ``with_rejected``, unless they were dismissed.
    """
    values = {"after": after, "limit": limit, "with_rejected": with_rejected}
    query = f"select article.article_id {_WAITING} order by article.article_id limit :limit"
    return list(connection.scalars(text(query), values))


def count_unlinked(connection: Connection, *, with_rejected: bool = False) -> int:
    """How many articles :func:`read_unlinked` would give in all."""
    values = {"after": 0, "with_rejected": with_rejected}
    return int(connection.scalar(text(f"select count(*) {_WAITING}"), values) or 0)


def count_annotated_anew(connection: Connection) -> int:
    """How many articles were annotated again since they were linked: then all are linked again."""
    query = text("select count(*) from news.articles where linked_version = :anew")
    return int(connection.scalar(query, {"anew": ANNOTATED_ANEW}) or 0)


def read_origin(connection: Connection, article_id: int, excerpt: int) -> ArticleOrigin:
    """Where an article came in, with the first ``excerpt`` characters of its text."""
    query = """
        select file.path, file.sha256, document.position, left(document.text, :excerpt) as excerpt
        from news.articles as article
        join raw.documents as document using (document_id)
        join raw.files as file using (file_id)
        where article.article_id = :article_id
    """
    row = connection.execute(text(query), {"article_id": article_id, "excerpt": excerpt}).one()
    return ArticleOrigin(*row)
