"""Articles as the link stage reads them: the text, its prose, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import Connection, text

from etl.link.words import Words, find_words
from etl.records import AnnotationStatus, DatePrecision, ParagraphRole

#: Stands for the day of an article whose publication time is unknown.
NO_DAY = -1_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PROSE = [role.value for role in ParagraphRole if role.is_prose]

_SELECT = text("""
    with wanted as (
        select unnest(cast(:ids as bigint[])) as article_id
    ),
    prose as (
        select p.article_id, array_agg(p.start_char order by p.start_char) as starts,
               array_agg(p.end_char order by p.start_char) as ends,
               array_agg(p.role = 'block_quotation' order by p.start_char) as blocks
        from news.paragraphs as p
        join wanted using (article_id)
        where p.role = any(cast(:roles as text[]))
        group by p.article_id
    )
    select a.article_id, d.text, d.identity_sha256, a.headline, a.published_at, a.published_precision, a.outlet_id,
           a.url, a.status, f.path, d.file_id, d.position, prose.starts, prose.ends, prose.blocks
    from wanted
    join news.articles as a using (article_id)
    join raw.documents as d using (document_id)
    join raw.files as f using (file_id)
    left join prose using (article_id)
    order by a.article_id
""")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What is compared between articles. Ranges are half-open, in characters of ``text``."""

    article_id: int
    text: str
    headline: str | None
    published_at: datetime | None
    precision: DatePrecision | None
    outlet_id: int | None
    url: str | None
    path: str
    file_id: int
    position: int
    priority: int
    is_annotated: bool
    prose: tuple[tuple[int, int], ...]
    block_quotations: tuple[tuple[int, int], ...]

    @property
    def day(self) -> int:
        """The day of publication, counted from 1970-01-01; ``NO_DAY`` where no more than month or year is known."""
        if self.published_at is None or self.precision in (DatePrecision.MONTH, DatePrecision.YEAR):
            return NO_DAY
        return (self.published_at - _EPOCH).days

    @property
    def order(self) -> tuple[int, int]:
        """Sorts articles by publication, in the same way however they were loaded."""
        return self.priority, self.article_id

    def words(self) -> Words:
        """The words of its prose."""
        return _words_of(self.text, self.prose)


# Passages and stories are made of the same words, one after the other.
_words_of = lru_cache(maxsize=128)(find_words)


def priority_of(published_at: datetime | None, identity_sha256: str) -> int:
    """The article's place in the order in which groups are made: by publication, undated last, ties by content.

    A number below 2**63. It does not depend on when or with what the article was loaded.
    """
    minutes = (1 << 31) - 1
    if published_at is not None:
        minutes = min(max(int((published_at - _EPOCH).total_seconds() // 60) + (1 << 30), 0), minutes - 1)
    return (minutes << 32) | int(identity_sha256[:8], 16)


def read_articles(connection: Connection, article_ids: Sequence[int]) -> Iterator[LinkedArticle]:
    """The articles with these keys, by key."""
    for row in connection.execute(_SELECT, {"ids": list(article_ids), "roles": _PROSE}):
        ranges = tuple(zip(row.starts or (), row.ends or (), strict=True))
        yield LinkedArticle(
            article_id=row.article_id,
            text=row.text,
            headline=row.headline,
            published_at=row.published_at,
            precision=None if row.published_precision is None else DatePrecision(row.published_precision),
            outlet_id=row.outlet_id,
            url=row.url,
            path=row.path,
            file_id=row.file_id,
            position=row.position,
            priority=priority_of(row.published_at, row.identity_sha256),
            is_annotated=row.status == AnnotationStatus.ANNOTATED,
            prose=ranges,
            block_quotations=tuple(each for each, is_block in zip(ranges, row.blocks or (), strict=True) if is_block),
        )
