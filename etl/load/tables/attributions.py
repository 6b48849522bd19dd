"""Schema news: who says what in an article, and whom the article credits."""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    Boolean,
    CheckConstraint,
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
    AttributionType,
    CitationKind,
    Medium,
    QuotationEnd,
    SourceKind,
    SpanRole,
)

attributions = Table(
    "attributions",
    metadata,
    key("attribution_id", "Key of the attribution."),
    of_article(),
    Column("type", Text, nullable=False, comment="direct (one quotation), mixed (holds some) or indirect (none)."),
    Column("cue", Text, comment="The words that attribute: 'said', 'according to', 'in a letter'."),
    Column("cue_lemma", Text, comment="The cue's head word in its base form."),
    Column("source_as_written", Text, comment="The source in the article's words; null if it is left out."),
    Column(
        "source_kind",
        Text,
        nullable=False,
        comment="person, organization, outlet, document, anonymous, group, author or unknown.",
    ),
    reference(
        "speaker_mention_id",
        "news.mentions.mention_id",
        "The mention of the speaker; null if unresolved.",
        nullable=True,
        index=True,
    ),
    reference(
        "speaker_entity_id",
        "news.entities.entity_id",
        "The resolved speaker across articles.",
        nullable=True,
        index=True,
    ),
    Column("unresolved_reason", Text, comment="Why the speaker could not be resolved."),
    Column("source_number", Integer, comment="How many unnamed sources: 2 for 'two senior officials'."),
    Column("source_role", Text, comment="What the unnamed source is: 'senior administration official'."),
    Column("source_institution", Text, comment="Where the unnamed source belongs: 'Pentagon'."),
    Column("addressee", Text, comment="To whom it was said, as written: 'the WSJ', 'us'."),
    Column("addressee_kind", Text, comment="What the addressee is, in the words of source_kind."),
    reference(
        "addressee_outlet_id",
        "news.outlets.outlet_id",
        "The outlet that it was said to, 'us' resolved.",
        nullable=True,
        index=True,
    ),
    Column("medium", Text, comment="interview, letter, email, report, speech, statement, broadcast..."),
    Column(
        "relayed_via",
        Text,
        comment="Who relays it, as written: 'Bloomberg' in 'Bloomberg quoted an official as saying'.",
    ),
    reference("relay_outlet_id", "news.outlets.outlet_id", "The outlet that relays it.", nullable=True, index=True),
    reference(
        "relayed_by_attribution_id",
        "news.attributions.attribution_id",
        "The attribution that carries this one.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    Column(
        "is_hedged", Boolean, nullable=False, comment="Whether the attribution is hedged: 'reportedly', 'is said to'."
    ),
    Column("is_denied", Boolean, nullable=False, comment="Whether the source denies or refuses the content."),
    Column("content", Text, nullable=False, comment="The content's spans, joined by ' ... '."),
    Column(
        "quotation_end",
        Text,
        nullable=False,
        comment="How its quotation ends: closed, reopened, unclosed_paragraph, block, none...",
    ),
    Column("confidence", REAL, nullable=False, comment="How sure the rule is, 0 to 1."),
    Column("rule", Text, nullable=False, comment="The rule that made it."),
    Index(None, "source_kind"),
    one_of("type", AttributionType),
    one_of("source_kind", SourceKind),
    one_of("addressee_kind", SourceKind),
    one_of("medium", Medium),
    one_of("quotation_end", QuotationEnd),
    CheckConstraint("confidence between 0 and 1", name="confidence"),
    schema=NEWS,
    comment="One statement that the article puts in somebody's mouth: source, cue and content.",
)

attribution_spans = Table(
    "attribution_spans",
    metadata,
    reference(
        "attribution_id", "news.attributions.attribution_id", "The attribution that it is part of.", cascade=True
    ),
    Column(
        "ordinal", Integer, nullable=False, comment="Its place among the attribution's spans, from 1, in text order."
    ),
    of_article(),
    Column("role", Text, nullable=False, comment="source, cue, content, addressee, medium or relay."),
    start_char(),
    end_char(),
    text_of_range(),
    PrimaryKeyConstraint("attribution_id", "ordinal"),
    range_check(),
    one_of("role", SpanRole),
    schema=NEWS,
    comment="One range of an attribution's source, cue, content...; content may be several.",
)

citations = Table(
    "citations",
    metadata,
    key("citation_id", "Key of the citation."),
    of_article(),
    start_char(),
    end_char(),
    text_of_range(),
    Column("kind", Text, nullable=False, comment="credit, addressee, wire, hat_tip, reprint, link or reference."),
    Column(
        "outlet_as_written", Text, comment="The outlet's name, as written there or where 'the report' goes back to."
    ),
    reference(
        "outlet_id",
        "news.outlets.outlet_id",
        "The outlet credited; null until linked, or if unknown.",
        nullable=True,
        index=True,
    ),
    Column("url", Text, comment="The address credited."),
    reference(
        "cited_article_id",
        "news.articles.article_id",
        "The article credited, if it is loaded.",
        nullable=True,
        index=True,
    ),
    reference(
        "refers_to_citation_id",
        "news.citations.citation_id",
        "The citation that 'the report' goes back to.",
        nullable=True,
        cascade=True,
        index=True,
    ),
    range_check(),
    Index(None, "url", postgresql_using="hash"),  # a new article looks for those who cite its address
    one_of("kind", CitationKind),
    schema=NEWS,
    comment="One place where an article credits another outlet, article or link.",
)
