"""Schema news: outlets, authors and articles."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Index, Integer, PrimaryKeyConstraint, Table, Text, false

from etl.load.tables.base import NEWS, key, metadata, of_article, one_of, reference
from etl.records import AnnotationStatus, DatePrecision

outlets = Table(
    "outlets",
    metadata,
    key("outlet_id", "Key of the outlet."),
    Column("name", Text, nullable=False, unique=True, comment="Its usual name."),
    Column("kind", Text, nullable=False, comment="newspaper, agency, broadcaster, magazine, website, blog or other."),
    Column("country", Text, comment="ISO 3166 code of its country."),
    Column("domain", Text, comment="Host of its site."),
    reference(
        "parent_outlet_id",
        "news.outlets.outlet_id",
        "The outlet that it belongs to, such as a section or column.",
        nullable=True,
    ),
    Column(
        "is_reference",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="Whether it came with the reference data (else it was met in an article).",
    ),
    schema=NEWS,
    comment="One publisher.",
)

outlet_names = Table(
    "outlet_names",
    metadata,
    Column(
        "name_key",
        Text,
        primary_key=True,
        comment="The name folded for look-up: lower case, no marks, no leading 'the'.",
    ),
    reference("outlet_id", "news.outlets.outlet_id", "The outlet that it names.", cascade=True, index=True),
    Column("name", Text, nullable=False, comment="The name as written."),
    Column("kind", Text, nullable=False, comment="name, alias, abbreviation or domain."),
    schema=NEWS,
    comment="One way in which an outlet is written.",
)

authors = Table(
    "authors",
    metadata,
    key("author_id", "Key of the author."),
    Column("name", Text, nullable=False, unique=True, comment="The name as the byline has it."),
    schema=NEWS,
    comment="One name met in a byline.",
)

articles = Table(
    "articles",
    metadata,
    key("article_id", "Key of the article; it equals its document's key."),
    reference("document_id", "raw.documents.document_id", "The document that it is.", index=True),
    reference("outlet_id", "news.outlets.outlet_id", "Who published it; null if unknown.", nullable=True, index=True),
    Column("url", Text, comment="Its address."),
    Column("headline", Text, comment="Its headline."),
    Column(
        "headline_start_char", Integer, comment="Where the headline begins in documents.text; null if it was supplied."
    ),
    Column("headline_end_char", Integer, comment="Where the headline ends (exclusive)."),
    Column("published_at", DateTime(timezone=True), comment="When it was published; UTC where no zone is given."),
    Column("published_precision", Text, comment="How exactly that is known: second, minute, hour, day, month or year."),
    Column("published_start_char", Integer, comment="Where the publication time stands in documents.text."),
    Column("published_end_char", Integer, comment="Where it ends (exclusive)."),
    Column("language", Text, comment="ISO 639-1 code of its language."),
    Column("word_count", Integer, nullable=False, comment="Words in its prose."),
    Column("status", Text, nullable=False, comment="annotated, other_language (not annotated) or empty."),
    Column("pipeline", Text, nullable=False, comment="Fingerprint of the pipeline and rules that annotated it."),
    reference(
        "revision_of_article_id",
        "news.articles.article_id",
        "The earlier version of the same article.",
        nullable=True,
        index=True,
    ),
    Column(
        "linked_version", Text, comment="Version of the link rules that took it in; null while it waits to be linked."
    ),
    reference("run_id", "raw.runs.run_id", "The run that annotated it.", index=True),
    Index(None, "published_at"),
    Index(None, "url", postgresql_using="hash"),  # a citation looks for the article at its address
    Index("ix_articles_to_link", "article_id", postgresql_where="linked_version is null"),
    one_of("status", AnnotationStatus),
    one_of("published_precision", DatePrecision),
    schema=NEWS,
    comment="One article: what the transform stage made of a document.",
)

article_authors = Table(
    "article_authors",
    metadata,
    of_article(index=False),
    reference("author_id", "news.authors.author_id", "The author.", index=True),
    Column("ordinal", BigInteger, nullable=False, comment="Place in the byline, from 1."),
    Column("start_char", Integer, comment="Where the name begins in documents.text; null if it was supplied."),
    Column("end_char", Integer, comment="Where the name ends (exclusive)."),
    PrimaryKeyConstraint("article_id", "author_id"),
    schema=NEWS,
    comment="One author of one article.",
)
