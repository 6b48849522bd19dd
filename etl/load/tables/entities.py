"""Schema news: who and what is known across articles, by which names."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from etl.load.tables.base import (
    NEWS,
    key,
    metadata,
    one_of,
    reference,
)
from etl.records import (
    EntityLabel,
)

entities = Table(
    "entities",
    metadata,
    key("entity_id", "Key of the entity: that of its first mention (of a person: the first in full, if there is one)."),
    Column("name", Text, nullable=False, comment="Its fullest usual name."),
    Column("label", Text, nullable=False, comment="PERSON, ORG, GPE, LOC, NORP, FAC, EVENT..."),
    reference("outlet_id", "news.outlets.outlet_id", "The outlet that it is, if it is one.", nullable=True, index=True),
    Index(None, "name"),
    one_of("label", EntityLabel),
    schema=NEWS,
    comment="One person, organization, place... known across articles.",
)

entity_names = Table(
    "entity_names",
    metadata,
    reference("entity_id", "news.entities.entity_id", "The entity that it names.", cascade=True),
    Column("name", Text, nullable=False, comment="One of its names."),
    Column(
        "name_key",
        Text,
        nullable=False,
        comment="The name folded for look-up: lower case, no marks, transliterations alike.",
    ),
    PrimaryKeyConstraint("entity_id", "name"),
    Index(None, "name_key"),
    schema=NEWS,
    comment="One way in which an entity is written.",
)

entity_merges = Table(
    "entity_merges",
    metadata,
    key("merge_id", "Key of the decision."),
    Column("label", Text, nullable=False, comment="Label of both names."),
    Column("name", Text, nullable=False, comment="The name that was judged."),
    Column("other_name", Text, nullable=False, comment="The name that it was judged against."),
    Column("decision", Text, nullable=False, comment="merged or split."),
    Column("reason", Text, nullable=False, comment="On what grounds."),
    Column("score", REAL, comment="How sure, 0 to 1; null for a person's decision."),
    Column(
        "is_manual", Boolean, nullable=False, comment="Whether a person decided; such a decision outweighs the rules."
    ),
    Column("decided_at", DateTime(timezone=True), nullable=False, comment="When."),
    UniqueConstraint("label", "name", "other_name", "is_manual"),
    CheckConstraint("decision in ('merged', 'split')", name="decision"),
    schema=NEWS,
    comment="One decision that two names are, or are not, the same entity.",
)
