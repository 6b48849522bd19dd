"""What all tables share: schemas, naming of constraints, and the columns that recur."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, MetaData, Text

RAW = "raw"
NEWS = "news"
REPORT = "report"

#: Names that migrations can rely on.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key(name: str, comment: str) -> Column[int]:
    """A primary key; its values are made by the loader, never by a sequence (etl/README.md says why)."""
    return Column(name, BigInteger, primary_key=True, autoincrement=False, comment=comment)


def reference(
    name: str, target: str, comment: str, *, nullable: bool = False, cascade: bool = False, index: bool = False
) -> Column[int]:
    """A foreign key to ``schema.table.column``."""
    foreign = ForeignKey(target, ondelete="CASCADE" if cascade else None)
    return Column(name, BigInteger, foreign, nullable=nullable, comment=comment, index=index)


def of_article(*, index: bool = True) -> Column[int]:
    """The article that a row belongs to and is deleted with."""
    return reference(
        "article_id", "news.articles.article_id", "The article that it stands in.", cascade=True, index=index
    )


def start_char(of: str = "it") -> Column[int]:
    return Column(
        "start_char", Integer, nullable=False, comment=f"Where {of} begins in documents.text, in characters from 0."
    )


def end_char(of: str = "it") -> Column[int]:
    return Column("end_char", Integer, nullable=False, comment=f"Where {of} ends in documents.text (exclusive).")


def text_of_range() -> Column[str]:
    return Column("text", Text, nullable=False, comment="The words of the range, exactly.")


def range_check() -> CheckConstraint:
    return CheckConstraint("0 <= start_char and start_char < end_char", name="range")


def one_of(column: str, vocabulary: type[StrEnum]) -> CheckConstraint:
    """A check that ``column`` holds a word of ``vocabulary``."""
    words = ", ".join(f"'{word}'" for word in vocabulary)
    return CheckConstraint(f"{column} in ({words})", name=column)
