"""Schema news: quotes known across articles, and their printings."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Index,
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
    text_of_range,
)
from etl.records import (
    Alteration,
)

quotes = Table(
    "quotes",
    metadata,
    key("quote_id", "Key of the quote: that of its first printing's attribution."),
    Column("text", Text, nullable=False, comment="Its canonical form: the fullest printing."),
    Column("words", Integer, nullable=False, comment="Words of the canonical form."),
    reference(
        "speaker_entity_id",
        "news.entities.entity_id",
        "Who said it, where the printings agree.",
        nullable=True,
        index=True,
    ),
    schema=NEWS,
    comment="One utterance known across articles.",
)

quote_occurrences = Table(
    "quote_occurrences",
    metadata,
    reference("attribution_id", "news.attributions.attribution_id", "The attribution that prints it.", cascade=True),
    reference("quote_id", "news.quotes.quote_id", "The quote that it prints.", cascade=True),
    of_article(),
    start_char(),
    end_char(),
    text_of_range(),
    Column("content", Text, nullable=False, comment="The quoted words alone, without the tag that interrupts them."),
    Column(
        "alteration",
        Text,
        nullable=False,
        comment="Against the canonical form: identical, trimmed, extended or reworded.",
    ),
    Column("similarity", REAL, nullable=False, comment="How like the canonical form it is, 0 to 1."),
    Column("form_key", BigInteger, nullable=False, comment="Its wording: a row of quote_forms."),
    PrimaryKeyConstraint("attribution_id"),
    Index(None, "quote_id", "attribution_id"),
    Index(None, "form_key", "attribution_id"),
    range_check(),
    one_of("alteration", Alteration),
    schema=NEWS,
    comment="One printing of a quote; the range runs from its first quoted word to its last.",
)
