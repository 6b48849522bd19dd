"""Schema news: stretches that articles share, and the index in which they are found."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from etl.load.tables.base import (
    NEWS,
    end_char,
    key,
    metadata,
    of_article,
    one_of,
    range_check,
    reference,
    start_char,
)
from etl.records import (
    Direction,
)

passages = Table(
    "passages",
    metadata,
    key("passage_id", "Key of the passage."),
    reference("article_id", "news.articles.article_id", "The article with the smaller key.", cascade=True, index=True),
    start_char(),
    end_char(),
    reference("other_article_id", "news.articles.article_id", "The other article.", cascade=True, index=True),
    Column("other_start_char", Integer, nullable=False, comment="Where it begins in the other article's text."),
    Column("other_end_char", Integer, nullable=False, comment="Where it ends there (exclusive)."),
    Column("words", Integer, nullable=False, comment="Words that the two stretches share."),
    Column("similarity", REAL, nullable=False, comment="Shared words over all, 0 to 1 (2 x matches / words of both)."),
    Column(
        "is_quotation", Boolean, nullable=False, comment="Whether both stretches are quotations, which is not copying."
    ),
    Column("direction", Text, nullable=False, comment="article_first, other_first, common_origin or unknown."),
    Column("direction_grounds", Text, nullable=False, comment="What the direction rests on."),
    range_check(),
    CheckConstraint("article_id < other_article_id", name="pair"),
    CheckConstraint("0 <= other_start_char and other_start_char < other_end_char", name="other_range"),
    one_of("direction", Direction),
    schema=NEWS,
    comment="One stretch that two articles share.",
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("fingerprint", BigInteger, nullable=False, comment="64-bit hash of five words in a row."),
    Column(
        "priority",
        BigInteger,
        nullable=False,
        comment="Rank among the articles that hold the fingerprint: earliest publication first, then a hash of the text.",
    ),
    of_article(),
    PrimaryKeyConstraint("fingerprint", "priority", "article_id"),
    schema=NEWS,
    comment="One fingerprint of an article's words: the index in which shared passages are found.",
)
