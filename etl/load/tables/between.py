"""Schema news: what the link stage finds between articles.

A group's key is the smallest key of its members (an entity is numbered by its first mention, a quote by its first
printing, a story by its first article), so that it does not depend on the order in which groups were made.
"""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    REAL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
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
from etl.records import Alteration, Direction, EntityLabel, ProvType, SourceKind

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

claims = Table(
    "claims",
    metadata,
    key("claim_id", "Key of the claim: that of its first printing."),
    Column("text", Text, nullable=False, comment="Its canonical form: the statement of its clearest printing."),
    Column("subject", Text, comment="What it is about."),
    Column("predicate", Text, comment="What it says of it."),
    Column("checkworthiness", REAL, nullable=False, comment="The highest of its printings, 0 to 1."),
    Column(
        "independent_sources",
        Integer,
        comment="Distinct ultimate sources: the rows of claim_sources; null until counted.",
    ),
    Index("ix_claims_to_count", "claim_id", postgresql_where="independent_sources is null"),
    schema=NEWS,
    comment="One assertion known across articles.",
)

claim_sources = Table(
    "claim_sources",
    metadata,
    reference("claim_id", "news.claims.claim_id", "The claim.", cascade=True),
    Column("ordinal", Integer, nullable=False, comment="Its place among the claim's sources, from 1."),
    Column(
        "source_kind",
        Text,
        nullable=False,
        comment="person, organization, outlet, document, anonymous, group, author or unknown.",
    ),
    Column("source", Text, nullable=False, comment="The source's name, or its description where it is unnamed."),
    reference("entity_id", "news.entities.entity_id", "The named source.", nullable=True, index=True),
    reference(
        "outlet_id",
        "news.outlets.outlet_id",
        "The outlet that is the source or the only one that speaks of it.",
        nullable=True,
        index=True,
    ),
    reference(
        "origin_article_id",
        "news.articles.article_id",
        "The article that is the origin, if it is loaded.",
        nullable=True,
        index=True,
    ),
    Column("occurrences", Integer, nullable=False, comment="Printings that rest on it."),
    Column("grounds", Text, nullable=False, comment="Why these printings count as this one source."),
    PrimaryKeyConstraint("claim_id", "ordinal"),
    one_of("source_kind", SourceKind),
    schema=NEWS,
    comment="One independent source behind a claim, as counted.",
)

claim_origins = Table(
    "claim_origins",
    metadata,
    reference("claim_occurrence_id", "news.claim_occurrences.claim_occurrence_id", "The printing.", cascade=True),
    of_article(),
    reference("claim_id", "news.claims.claim_id", "The claim.", cascade=True, index=True),
    Column(
        "source_kind",
        Text,
        nullable=False,
        comment="Who stands behind this printing: person, organization, outlet, document, anonymous, group or unknown.",
    ),
    Column("source", Text, nullable=False, comment="The source as this article has it."),
    Column("source_ordinal", Integer, nullable=False, comment="The row of claim_sources that it was counted to."),
    reference(
        "relay_outlet_id",
        "news.outlets.outlet_id",
        "The outlet through which the article got it.",
        nullable=True,
        index=True,
    ),
    reference(
        "origin_outlet_id", "news.outlets.outlet_id", "The outlet that it goes back to.", nullable=True, index=True
    ),
    reference(
        "origin_article_id",
        "news.articles.article_id",
        "The article that it goes back to, if loaded.",
        nullable=True,
        index=True,
    ),
    Column("grounds", Text, nullable=False, comment="What shows it."),
    PrimaryKeyConstraint("claim_occurrence_id"),
    schema=NEWS,
    comment="Where one printing of a claim came from.",
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
