"""Schema news: an article's paragraphs, its sentences, and what they mention."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Integer,
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
    text_of_range,
)
from etl.records import (
    EntityLabel,
    MentionKind,
    ParagraphRole,
)

paragraphs = Table(
    "paragraphs",
    metadata,
    key("paragraph_id", "Key of the paragraph."),
    of_article(),
    Column("ordinal", Integer, nullable=False, comment="Its place in the article, from 1."),
    Column("role", Text, nullable=False, comment="What it is in the layout: headline, body, caption, boilerplate..."),
    start_char(),
    end_char(),
    range_check(),
    one_of("role", ParagraphRole),
    schema=NEWS,
    comment="One paragraph with its role in the layout.",
)

sentences = Table(
    "sentences",
    metadata,
    key("sentence_id", "Key of the sentence."),
    of_article(),
    reference(
        "paragraph_id", "news.paragraphs.paragraph_id", "The paragraph that it stands in.", cascade=True, index=True
    ),
    Column("ordinal", Integer, nullable=False, comment="Its place in the article, from 1."),
    start_char(),
    end_char(),
    range_check(),
    schema=NEWS,
    comment="One sentence of a prose paragraph.",
)

mentions = Table(
    "mentions",
    metadata,
    key("mention_id", "Key of the mention."),
    of_article(),
    reference(
        "entity_id",
        "news.entities.entity_id",
        "The entity that it names; null until linked, or if unresolved.",
        nullable=True,
        index=True,
    ),
    Column("label", Text, nullable=False, comment="PERSON, ORG, GPE, LOC, NORP, DATE, MONEY..."),
    Column("kind", Text, nullable=False, comment="name, nominal ('the senator') or pronoun."),
    Column("name", Text, nullable=False, comment="The mention without titles, determiners and possessives."),
    reference(
        "chain_mention_id",
        "news.mentions.mention_id",
        "First mention of the same thing in the article (itself, where it is the first); null if unresolved.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    start_char(),
    end_char(),
    text_of_range(),
    range_check(),
    one_of("label", EntityLabel),
    one_of("kind", MentionKind),
    schema=NEWS,
    comment="One mention of a person, organization, place, date, number...",
)
