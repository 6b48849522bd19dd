"""Schema news: claims as an article prints them, with their numbers, and as articles share them."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Numeric,
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
    FigureKind,
    Outcome,
    Polarity,
    SourceKind,
    Voice,
)

claim_occurrences = Table(
    "claim_occurrences",
    metadata,
    key("claim_occurrence_id", "Key of the occurrence."),
    reference(
        "claim_id", "news.claims.claim_id", "The claim that it prints; null until linked.", nullable=True, index=True
    ),
    of_article(),
    reference("sentence_id", "news.sentences.sentence_id", "The sentence that it stands in.", cascade=True, index=True),
    reference(
        "attribution_id",
        "news.attributions.attribution_id",
        "The attribution that it is the content of, if any.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    start_char(),
    end_char(),
    text_of_range(),
    Column(
        "statement",
        Text,
        nullable=False,
        comment="The claim to be read alone: its words, and in [ ] what they leave to the words around them.",
    ),
    Column("voice", Text, nullable=False, comment="author (the article asserts it itself) or attributed."),
    Column("polarity", Text, nullable=False, comment="affirmed or negated."),
    Column("is_hedged", Boolean, nullable=False, comment="Whether it is hedged: reportedly, alleged, may."),
    Column("hedge", Text, comment="The word that hedges it."),
    Column("subject", Text, comment="What it is about, as written."),
    Column("predicate", Text, comment="What it says of the subject: the verb in its base form, with its particle."),
    Column("object", Text, comment="The object or complement, as written."),
    reference(
        "subject_mention_id", "news.mentions.mention_id", "The mention that is its subject.", nullable=True, index=True
    ),
    Column("checkworthiness", REAL, nullable=False, comment="How much it is worth checking, 0 to 1."),
    Column("checkworthiness_reasons", Text, nullable=False, comment="What that score rests on, comma-separated."),
    Column("stance", Text, comment="Against its claim's canonical form: agrees, contradicts or differs_in_number."),
    Column("similarity", REAL, comment="How like the claim's canonical form it is, 0 to 1."),
    Column("sense_key", BigInteger, comment="What its wording asserts: a row of claim_senses; null until linked."),
    Index(None, "sense_key", "claim_occurrence_id"),
    range_check(),
    one_of("voice", Voice),
    one_of("polarity", Polarity),
    CheckConstraint("stance in ('agrees', 'contradicts', 'differs_in_number')", name="stance"),
    schema=NEWS,
    comment="One printing of an assertion: in whose voice, how hedged.",
)

figures = Table(
    "figures",
    metadata,
    key("figure_id", "Key of the figure."),
    of_article(),
    reference(
        "claim_occurrence_id",
        "news.claim_occurrences.claim_occurrence_id",
        "The claim that it stands in, if any.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    start_char(),
    end_char(),
    text_of_range(),
    Column("kind", Text, nullable=False, comment="count, money, percent, duration, quantity or age."),
    Column("value", Numeric, nullable=False, comment="Its value; the lower bound where the words allow a range."),
    Column("value_high", Numeric, nullable=False, comment="The upper bound; equals value where the number is plain."),
    Column("unit", Text, comment="Its unit, a singular noun: month, kilometre, percent."),
    Column("currency", Text, comment="ISO 4217 code, for money."),
    Column("counted", Text, comment="What is counted: soldiers."),
    Column(
        "is_approximate",
        Boolean,
        nullable=False,
        comment="Whether the text calls it approximate: about, up to, tens of.",
    ),
    Column("modifier", Text, comment="The word that says so."),
    Column(
        "outcome",
        Text,
        comment="What became of those counted: killed, injured, missing, detained, displaced or rescued; null if not told.",
    ),
    range_check(),
    one_of("kind", FigureKind),
    one_of("outcome", Outcome),
    schema=NEWS,
    comment="One number in the prose: value, unit, what is counted.",
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
    reference(
        "named_mention_id",
        "news.mentions.mention_id",
        "Where the story names the body that this article does not: the NYPD, for 'police'.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    PrimaryKeyConstraint("claim_occurrence_id"),
    schema=NEWS,
    comment="Where one printing of a claim came from.",
)
