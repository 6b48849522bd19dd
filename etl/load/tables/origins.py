"""Schema news: where stories and articles come from."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from etl.load.tables.base import (
    NEWS,
    key,
    metadata,
    of_article,
    one_of,
    reference,
)
from etl.records import (
    ProvType,
)

story_origins = Table(
    "story_origins",
    metadata,
    reference("story_id", "news.stories.story_id", "The story.", cascade=True),
    Column(
        "ordinal", Integer, nullable=False, comment="Its place among the story's origins, from 1, most articles first."
    ),
    reference("outlet_id", "news.outlets.outlet_id", "The outlet that it came from.", nullable=True, index=True),
    reference(
        "article_id", "news.articles.article_id", "The article that it came from, if loaded.", nullable=True, index=True
    ),
    Column("articles_tracing", Integer, nullable=False, comment="Articles of the story that trace to it."),
    Column("evidence", Text, nullable=False, comment="What shows it."),
    PrimaryKeyConstraint("story_id", "ordinal"),
    schema=NEWS,
    comment="One place from which a story came.",
)

derivations = Table(
    "derivations",
    metadata,
    key("derivation_id", "Key of the derivation."),
    of_article(),
    reference(
        "source_article_id",
        "news.articles.article_id",
        "The article that it came from.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    reference(
        "source_outlet_id",
        "news.outlets.outlet_id",
        "The outlet that it came from, also where its article is not loaded.",
        nullable=True,
        index=True,
    ),
    Column(
        "prov_type",
        Text,
        nullable=False,
        comment="W3C PROV: wasQuotedFrom, hadPrimarySource, wasRevisionOf or wasDerivedFrom.",
    ),
    Column("evidence", Text, nullable=False, comment="What shows it."),
    Column("confidence", REAL, nullable=False, comment="How sure, 0 to 1."),
    one_of("prov_type", ProvType),
    CheckConstraint("source_article_id is not null or source_outlet_id is not null", name="source"),
    schema=NEWS,
    comment="One step from an article to what it came from.",
)
