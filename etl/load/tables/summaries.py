"""Schema news: what the views would be too slow to count afresh, kept by the run (etl/load/summaries)."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Index, Integer, PrimaryKeyConstraint, Table, Text

from etl.load.tables.base import NEWS, metadata, reference


def _count(name: str, comment: str) -> Column[int]:
    return Column(name, Integer, nullable=False, comment=comment)


article_measures = Table(
    "article_measures",
    metadata,
    reference("article_id", "news.articles.article_id", "The article.", cascade=True),
    _count("words", "Words in its prose: the sum of the four kinds of words below."),
    _count("quoted_words", "Words inside quotations."),
    _count(
        "reused_words",
        "Words outside quotations that another article has as well, and that this article is not known to have had first.",
    ),
    _count(
        "attributed_words", "Words, not among these, that the article puts in somebody's mouth in its own phrasing."
    ),
    _count("own_words", "The other words."),
    _count("sentences", "Sentences of its prose."),
    _count("sentences_with_mentions", "Sentences with at least one mention."),
    _count("mentions", "Mentions."),
    _count("attributions", "Attributions."),
    _count("named", "Attributions to a person, an organization, an outlet or a document."),
    _count("anonymous", "Attributions to an unnamed source."),
    _count("groups", "Attributions to a group without a name, such as critics."),
    _count("claims", "Claims printed."),
    PrimaryKeyConstraint("article_id"),
    schema=NEWS,
    comment="Counts over one article.",
)

story_claims = Table(
    "story_claims",
    metadata,
    reference("story_id", "news.stories.story_id", "The story.", cascade=True),
    reference("claim_id", "news.claims.claim_id", "The claim.", cascade=True),
    _count("articles", "Articles of the story that carry the claim."),
    _count("outlets", "Outlets that carry it; an article whose outlet is unknown counts as an outlet of its own."),
    _count("story_articles", "Articles of the story."),
    _count("story_outlets", "Outlets of the story, counted likewise."),
    _count("named_sources", "Independent sources with a name: persons, organizations, outlets, documents."),
    _count("anonymous_sources", "Independent sources without a name: unnamed persons, groups, and who is not told."),
    _count("independent_sources", "Distinct ultimate sources."),
    _count("hedged_occurrences", "Printings that are hedged."),
    Column("origin", Text, comment="The outlet that most of its printings go back to; null if none is known."),
    reference(
        "origin_article_id", "news.articles.article_id", "That origin's article, if it is loaded.", nullable=True
    ),
    Column("first_seen_at", DateTime(timezone=True), comment="The earliest known publication of it."),
    PrimaryKeyConstraint("story_id", "claim_id"),
    Index(None, "claim_id"),
    schema=NEWS,
    comment="One claim in one story, counted.",
)
