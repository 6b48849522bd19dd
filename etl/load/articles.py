"""Documents that wait for annotation, and articles written with all that stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, case, delete, select, text, update

from etl.load import tables
from etl.load.article_rows import (
    Row,
    article_row,
    attribution_rows,
    attribution_span_rows,
    author_rows,
    citation_rows,
    claim_rows,
    figure_rows,
    mention_rows,
    paragraph_rows,
    sentence_rows,
)
from etl.load.copy import copy_rows
from etl.load.outlets import OutletBook, find_or_enter_authors
from etl.load.parts import write_parts
from etl.load.rejects import settle_documents
from etl.records import Article, Document, Stage, SuppliedMetadata

#: What stands in an article, in an order in which foreign keys hold.
_INSIDE: Sequence[tuple[Table, Callable[[int, Article], Iterator[Row]]]] = (
    (tables.paragraphs, paragraph_rows),
    (tables.sentences, sentence_rows),
    (tables.mentions, mention_rows),
    (tables.attributions, attribution_rows),
    (tables.attribution_spans, attribution_span_rows),
    (tables.claim_occurrences, claim_rows),
    (tables.figures, figure_rows),
    (tables.citations, citation_rows),
)


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """A document to annotate, as the database holds it."""

    document_id: int
    path: str
    sha256: str
    document: Document


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """What the transform stage made of a document."""

    document_id: int
    article: Article


@dataclass(frozen=True, slots=True)
class WrittenArticles:
    """How many articles were written, and the fault of each that was not, by document."""

    articles: int
    refused: Mapping[int, str]


_WAITING = """
    from raw.documents as document
    join raw.files as file using (file_id)
    where document.document_id > :after
        and not exists (
            select from news.articles as article
            where article.document_id = document.document_id
                and not exists (
                    select from raw.corrections as correction
                    where correction.document_id = document.document_id and correction.run_id > article.run_id
                )
                and (cast(:pipeline as text) is null or article.pipeline = :pipeline)
        )
        and (
            not exists (
                select from raw.rejects as reject
                where (reject.path, reject.sha256, reject.position) = (file.path, file.sha256, document.position)
                    and reject.stage = 'transform'
                    and reject.resolved_at is null
                    and (not :with_rejected or reject.dismissed_at is not null)
            )
        )
"""


def read_waiting(
    connection: Connection,
    *,
    after: int = 0,
    limit: int = 64,
    pipeline: str | None = None,
    with_rejected: bool = False,
) -> list[WaitingDocument]:
    """At most ``limit`` documents without an article, with keys above ``after``, in the order of their keys.

    A document whose metadata were corrected after it was annotated waits too.

    With ``pipeline``, also those whose article another pipeline made. Documents that the transform stage rejected
    wait only ``with_rejected``: a retry takes them up, unless they were dismissed.
    """
    query = text(f"select document.*, file.path, file.sha256 {_WAITING} order by document.document_id limit :limit")
    values = {"after": after, "limit": limit, "pipeline": pipeline, "with_rejected": with_rejected}
    return [_waiting(row) for row in connection.execute(query, values)]


def count_waiting(connection: Connection, *, pipeline: str | None = None, with_rejected: bool = False) -> int:
    """How many documents :func:`read_waiting` would give in all."""
    values = {"after": 0, "pipeline": pipeline, "with_rejected": with_rejected}
    return int(connection.execute(text(f"select count(*) {_WAITING}"), values).scalar_one())


def write_articles(
    connection: Connection, run_id: int, pipeline: str, batch: Sequence[AnnotatedDocument]
) -> WrittenArticles:
    """Write articles with all that stands in them, in the caller's transaction.

    An article that is there already is written over: what stood in it goes, with what the link stage made of that,
    and it waits to be linked again. One that does not fit the tables is refused, and the others are written.
    """
    written = 0
    refused: dict[int, str] = {}
    for part, done in write_parts(connection, batch, lambda part: _write_articles(connection, run_id, pipeline, part)):
        if isinstance(done, str):
            refused |= {each.document_id: done for each in part}
        else:
            written += done
    return WrittenArticles(written, refused)


def _write_articles(connection: Connection, run_id: int, pipeline: str, batch: Sequence[AnnotatedDocument]) -> int:
    ids = [each.document_id for each in batch]
    old = set(connection.scalars(select(tables.articles.c.article_id).where(tables.articles.c.article_id.in_(ids))))
    kept = set(connection.scalars(_SAME_INSIDE, {"ids": sorted(old), "pipeline": pipeline, "beside": _BESIDE}))
    clear_articles(connection, sorted(old - kept))
    rows = _article_rows(connection, run_id, pipeline, batch)
    copy_rows(connection, tables.articles, (row for row in rows if row["article_id"] not in old))
    _rewrite(connection, [row for row in rows if row["article_id"] in old - kept])
    _correct(connection, [row for row in rows if row["article_id"] in kept])
    names = [author.name for each in batch for author in each.article.authors]
    keys = find_or_enter_authors(connection, names)
    copy_rows(
        connection,
        tables.article_authors,
        (row for each in batch for row in author_rows(each.document_id, each.article, keys)),
    )
    made = [each for each in batch if each.document_id not in kept]
    for table, make_rows in _INSIDE:
        copy_rows(connection, table, (row for each in made for row in make_rows(each.document_id, each.article)))
    settle_documents(connection, ids, Stage.TRANSFORM)
    return len(batch)


def clear_articles(connection: Connection, article_ids: Sequence[int]) -> None:
    """Delete what stands in these articles and between them and others; the articles' own rows stay."""
    if not article_ids:
        return
    between = (tables.fingerprints, tables.story_terms, tables.story_vectors, tables.story_articles)
    inside = [table for table, _ in reversed(_INSIDE)]
    for table in (*between, tables.article_authors, *inside):
        connection.execute(delete(table).where(table.c.article_id.in_(article_ids)))
    for table, other in ((tables.passages, "other_article_id"), (tables.derivations, "source_article_id")):
        of_either = table.c.article_id.in_(article_ids) | table.c[other].in_(article_ids)
        connection.execute(delete(table).where(of_either))


def _article_rows(connection: Connection, run_id: int, pipeline: str, batch: Sequence[AnnotatedDocument]) -> list[Row]:
    book = OutletBook(connection)
    book.prepare((each.article.outlet, each.article.url) for each in batch)
    rows = []
    for each in batch:
        outlet_id = book.find_or_enter(each.article.outlet, each.article.url)
        rows.append(article_row(each.document_id, each.article, outlet_id=outlet_id, pipeline=pipeline, run_id=run_id))
    book.write()
    return rows


#: The ``linked_version`` of an article that was linked, and annotated again since: the link stage must know that what
#: it made of it is gone, and then links all of them anew.
ANNOTATED_ANEW = "annotated anew"
_LINKED_BEFORE = case((tables.articles.c.linked_version.is_(None), None), else_=ANNOTATED_ANEW)


def _rewrite(connection: Connection, rows: Sequence[Row]) -> None:
    _write_over(connection, rows, linked_version=_LINKED_BEFORE)


def _write_over(connection: Connection, rows: Sequence[Row], **others: Any) -> None:
    if not rows:
        return
    articles = tables.articles
    columns = [name for name in rows[0] if name not in ("article_id", "document_id")]
    statement = (
        update(articles)
        .where(articles.c.article_id == bindparam("key"))
        .values({name: bindparam(name) for name in columns} | others)
    )
    connection.execute(statement, [{"key": row["article_id"]} | {name: row[name] for name in columns} for row in rows])


#: Metadata on which nothing depends that stands in an article.
_BESIDE = ["published_at", "author"]
#: Articles of which only such metadata were corrected since: what the same pipeline would make of them is there.
_SAME_INSIDE = text("""
    select article.article_id
    from news.articles as article
    where article.article_id = any(cast(:ids as bigint[]))
        and article.pipeline = :pipeline
        and (
            select bool_and(correction.field = any(:beside))
            from raw.corrections as correction
            where correction.document_id = article.document_id and correction.run_id > article.run_id
        )
""")
#: Follows the ``linked_version`` of an article that was linked, and has another time of publication since.
DATED_ANEW = ", dated anew"


def _correct(connection: Connection, rows: Sequence[Row]) -> None:
    """Write articles over of which only metadata beside the text were corrected; what stands in them stays."""
    if not rows:
        return
    articles = tables.articles
    keys = [row["article_id"] for row in rows]
    dates = select(articles.c.article_id, articles.c.published_at, articles.c.published_precision)
    before = {row.article_id: row[1:] for row in connection.execute(dates.where(articles.c.article_id.in_(keys)))}
    _write_over(connection, rows)
    connection.execute(delete(tables.article_authors).where(tables.article_authors.c.article_id.in_(keys)))
    dated = [row["article_id"] for row in rows if _date_of(row) != before[row["article_id"]]]
    linked = articles.c.linked_version
    connection.execute(
        update(articles)
        .where(articles.c.article_id.in_(dated), linked.is_not(None), linked.not_like(f"%{DATED_ANEW}"))
        .values(linked_version=case((linked == ANNOTATED_ANEW, linked), else_=linked + DATED_ANEW))
    )


def _date_of(row: Row) -> tuple[Any, Any]:
    return row["published_at"], row["published_precision"]


def _waiting(row: Any) -> WaitingDocument:
    metadata = SuppliedMetadata(
        url=row.supplied_url,
        outlet=row.supplied_outlet,
        author=row.supplied_author,
        published_at=row.supplied_published_at,
        language=row.supplied_language,
        headline=row.supplied_headline,
        other=row.supplied_other,
    )
    document = Document(row.text, row.position, row.reader, row.encoding, metadata)
    return WaitingDocument(row.document_id, row.path, row.sha256, document)
