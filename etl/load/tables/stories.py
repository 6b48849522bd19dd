"""Schema news: articles about the same event."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    REAL,
    BigInteger,
    Column,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from etl.load.tables.base import (
    NEWS,
    key,
    metadata,
    of_article,
    reference,
)

stories = Table(
    "stories",
    metadata,
    key("story_id", "Key of the story: that of its first article."),
    Column("title", Text, nullable=False, comment="A headline of one of its articles."),
    reference(
        "title_article_id", "news.articles.article_id", "The article that the title is from.", cascade=True, index=True
    ),
    reference(
        "first_article_id",
        "news.articles.article_id",
        "Its earliest article.",
        cascade=True,
        index=True,
    ),
    reference(
        "gathering_id",
        "news.articles.article_id",
        "First of the articles gathered by likeness, of which the story is one part, or all: what tells of two events of one kind is parted.",
        cascade=True,
        index=True,
    ),
    schema=NEWS,
    comment="One event, as a group of articles about it.",
)

story_articles = Table(
    "story_articles",
    metadata,
    reference("story_id", "news.stories.story_id", "The story.", cascade=True, index=True),
    reference("article_id", "news.articles.article_id", "The article.", cascade=True),
    Column("similarity", REAL, nullable=False, comment="How like the articles are that it was gathered with, 0 to 1."),
    PrimaryKeyConstraint("article_id"),
    schema=NEWS,
    comment="One article of one story; every annotated article has one.",
)

story_terms = Table(
    "story_terms",
    metadata,
    Column("term", BigInteger, nullable=False, comment="64-bit hash of a word or name."),
    of_article(),
    Column(
        "day",
        Integer,
        nullable=False,
        comment="Day on which the article was published, counted from 1970-01-01; -1000000 where that is unknown.",
    ),
    Column(
        "weight", SmallInteger, nullable=False, comment="Its weight in the article's unit vector, in ten-thousandths."
    ),
    # The weight is in the key so that a search reads the index alone: half the time in a large database.
    PrimaryKeyConstraint("term", "day", "article_id", "weight"),
    schema=NEWS,
    comment="One of the heaviest terms of an article: the index in which stories are found.",
)

story_vectors = Table(
    "story_vectors",
    metadata,
    reference("article_id", "news.articles.article_id", "The article.", cascade=True),
    Column(
        "priority",
        BigInteger,
        nullable=False,
        comment="Its place in the order in which stories are formed: by publication, undated last, ties by content.",
    ),
    Column("day", Integer, nullable=False, comment="Its day, counted from 1970-01-01; -1000000 where that is unknown."),
    Column(
        "terms",
        ARRAY(BigInteger),
        nullable=False,
        comment="64-bit hashes of its terms; those that are in story_terms come first.",
    ),
    Column(
        "weights",
        ARRAY(SmallInteger),
        nullable=False,
        comment="Their weights in the article's unit vector, in ten-thousandths: whole, so that sums do not depend on their order.",
    ),
    PrimaryKeyConstraint("article_id"),
    schema=NEWS,
    comment="What an article is about, as a vector of terms: the heaviest of them are in story_terms.",
)
