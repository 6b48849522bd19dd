"""Schema news: what the link stage looks things up by, so that a new article meets only what may match it.

A *form* is what many printings share (the folded words of a quote, the content words of a claim, the folded name of
a person): pairs are compared form by form, so that the thousandth copy of a wire story costs no more than the second.
Fingerprints have no foreign key: checking it would cost more than writing the row, and forms go with all others.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from etl.load.tables.base import NEWS, key, metadata, of_article, reference

_CLASS = "What kind of thing it names: PERSON, ORG, PLACE (GPE, LOC, FAC), NORP, EVENT..."

name_nodes = Table(
    "name_nodes",
    metadata,
    Column("name_class", Text, nullable=False, comment=_CLASS),
    Column("node", Text, nullable=False, comment="The name folded: lower case, no accents or marks."),
    Column("name", Text, nullable=False, comment="The name as written, in its most usual capitals."),
    Column("surname_key", Text, comment="Last name with transliterations alike, for persons."),
    Column("first_chain_id", BigInteger, nullable=False, comment="Smallest key of the mentions that first name it so."),
    reference("entity_id", "news.entities.entity_id", "The entity that it names.", cascade=True, index=True),
    PrimaryKeyConstraint("name_class", "node"),
    Index(None, "surname_key", "entity_id"),  # the first few persons of a last name, however many have it
    schema=NEWS,
    comment="One full name known across articles; names found to be one entity's share it.",
)

name_blocks = Table(
    "name_blocks",
    metadata,
    Column("block", Text, nullable=False, comment="What names that may be the same have in common."),
    Column("name_class", Text, nullable=False, comment=_CLASS),
    Column("node", Text, nullable=False, comment="The name folded."),
    PrimaryKeyConstraint("block", "name_class", "node"),
    ForeignKeyConstraint(
        ["name_class", "node"],
        ["news.name_nodes.name_class", "news.name_nodes.node"],
        ondelete="CASCADE",
        name="fk_name_blocks_node",
    ),
    Index(None, "name_class", "node"),
    schema=NEWS,
    comment="The index in which names that may be the same are found.",
)

name_chains = Table(
    "name_chains",
    metadata,
    reference("chain_mention_id", "news.mentions.mention_id", "First mention of the chain.", cascade=True),
    of_article(),
    Column("name_class", Text, nullable=False, comment=_CLASS),
    Column("node", Text, nullable=False, comment="Its fullest name, folded."),
    Column("name", Text, nullable=False, comment="Its fullest name, as written."),
    Column("surname_key", Text, comment="Last name with transliterations alike, for persons."),
    Column("is_bare", Boolean, nullable=False, comment="Whether the article has a last name alone."),
    reference("entity_id", "news.entities.entity_id", "The entity that it is.", nullable=True, index=True),
    Column("grounds", Text, nullable=False, comment="What ties it to that entity."),
    PrimaryKeyConstraint("chain_mention_id"),
    Index(None, "name_class", "node"),
    Index("ix_name_chains_bare", "surname_key", postgresql_where="is_bare"),
    # Whom a last name alone means, and the last names of an entity, without reading all that print them.
    Index("ix_name_chains_bare_node", "node", "grounds", "entity_id", postgresql_where="is_bare"),
    Index("ix_name_chains_bare_entity", "entity_id", "name", postgresql_where="is_bare"),
    schema=NEWS,
    comment="All mentions of one thing in one article, under the fullest name that the article gives it.",
)

quote_forms = Table(
    "quote_forms",
    metadata,
    key("form_key", "Hash of the words and the speaker's last name."),
    Column("speaker", Text, nullable=False, comment="The speaker's last name, folded; empty where there is none."),
    Column("words", Text, nullable=False, comment="The folded words, with spaces between them."),
    Column("information", REAL, nullable=False, comment="How telling the words are, in bits above common words."),
    Column(
        "parent_form_key", BigInteger, index=True, comment="The fuller form that a short one was found to be part of."
    ),
    Column("score", REAL, nullable=False, comment="How well it fits that form, 0 to 1."),
    reference("quote_id", "news.quotes.quote_id", "The quote.", cascade=True, index=True),
    schema=NEWS,
    comment="One wording of a quote with one speaker, however often printed.",
)

quote_fingerprints = Table(
    "quote_fingerprints",
    metadata,
    Column("fingerprint", BigInteger, nullable=False, comment="64-bit hash of telling words that stand together."),
    Column("form_key", BigInteger, nullable=False, comment="The wording that has them: a row of quote_forms."),
    Column(
        "least_shared",
        SmallInteger,
        nullable=False,
        comment="How many fingerprints it has in common with another wording of its quote, at least.",
    ),
    # in the key so that a search reads the index alone
    PrimaryKeyConstraint("fingerprint", "form_key", "least_shared"),
    schema=NEWS,
    comment="The index in which wordings of one quote are found.",
)

claim_forms = Table(
    "claim_forms",
    metadata,
    key("form_key", "Hash of what is asserted."),
    Column(
        "content",
        Text,
        nullable=False,
        comment="What pairs are judged by: stems, names, numbers, parts of the sentence.",
    ),
    schema=NEWS,
    comment="One wording of a claim, however often printed.",
)

claim_senses = Table(
    "claim_senses",
    metadata,
    key("sense_key", "That of the wording; where it means this in one story only, a hash of it and the story."),
    reference("form_key", "news.claim_forms.form_key", "The wording.", cascade=True, index=True),
    Column(
        "story_id",
        BigInteger,
        nullable=False,
        comment="The story in which it means this (an article's own key, if it has no story); 0: it means this in any.",
    ),
    reference("claim_id", "news.claims.claim_id", "The claim.", cascade=True, index=True),
    schema=NEWS,
    comment="What one wording asserts: where it tells little, it is another claim in each story.",
)

claim_fingerprints = Table(
    "claim_fingerprints",
    metadata,
    Column("fingerprint", BigInteger, nullable=False, comment="64-bit hash of telling words of the claim."),
    Column("form_key", BigInteger, nullable=False, comment="The wording that has them: a row of claim_forms."),
    PrimaryKeyConstraint("fingerprint", "form_key"),
    schema=NEWS,
    comment="The index in which wordings of one claim are found.",
)

claim_links = Table(
    "claim_links",
    metadata,
    reference("form_key", "news.claim_forms.form_key", "One wording, with the smaller key.", cascade=True),
    reference("other_form_key", "news.claim_forms.form_key", "Another.", cascade=True, index=True),
    Column("score", REAL, nullable=False, comment="How surely both assert the same, 0 to 1."),
    PrimaryKeyConstraint("form_key", "other_form_key"),
    schema=NEWS,
    comment="Evidence that two wordings assert the same.",
)

aligned_articles = Table(
    "aligned_articles",
    metadata,
    reference("article_id", "news.articles.article_id", "The article that was published first.", cascade=True),
    reference("other_article_id", "news.articles.article_id", "The other.", cascade=True, index=True),
    PrimaryKeyConstraint("article_id", "other_article_id"),
    schema=NEWS,
    comment="Two articles of one story whose claims were compared, each with each.",
)

claim_alignments = Table(
    "claim_alignments",
    metadata,
    Column("article_id", BigInteger, nullable=False, comment="The article that was published first."),
    Column("other_article_id", BigInteger, nullable=False, comment="The other."),
    reference("sense_key", "news.claim_senses.sense_key", "What the one asserts.", cascade=True, index=True),
    reference("other_sense_key", "news.claim_senses.sense_key", "What the other asserts.", cascade=True, index=True),
    Column("score", REAL, nullable=False, comment="How surely both assert the same, 0 to 1."),
    PrimaryKeyConstraint("article_id", "other_article_id", "sense_key", "other_sense_key"),
    ForeignKeyConstraint(
        ["article_id", "other_article_id"],
        ["news.aligned_articles.article_id", "news.aligned_articles.other_article_id"],
        ondelete="cascade",
    ),
    schema=NEWS,
    comment="Evidence that two articles of one story assert the same in other words.",
)
