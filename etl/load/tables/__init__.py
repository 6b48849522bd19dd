"""Table definitions: the one source of the DDL, of ``COMMENT ON`` and of the data dictionary.

The key of a group that the link stage finds (an entity, a quote, a claim, a story) is the smallest key of its members,
so that it does not depend on the order in which groups were made: an entity is numbered by its first mention, a quote
by its first printing, a story by its first article.
"""

from etl.load.tables.attributions import attribution_spans, attributions, citations
from etl.load.tables.base import NEWS, RAW, REPORT, metadata
from etl.load.tables.claims import claim_occurrences, claim_origins, claim_sources, claims, figures
from etl.load.tables.entities import entities, entity_merges, entity_names
from etl.load.tables.forms import (
    aligned_articles,
    claim_alignments,
    claim_fingerprints,
    claim_forms,
    claim_links,
    claim_senses,
    name_blocks,
    name_chains,
    name_nodes,
    quote_fingerprints,
    quote_forms,
)
from etl.load.tables.origins import derivations, story_origins
from etl.load.tables.passages import fingerprints, passages
from etl.load.tables.prose import mentions, paragraphs, sentences
from etl.load.tables.publication import article_authors, articles, authors, outlet_names, outlets
from etl.load.tables.quotes import quote_occurrences, quotes
from etl.load.tables.raw import corrections, deployments, documents, files, rejects, runs
from etl.load.tables.stories import stories, story_articles, story_terms, story_vectors
from etl.load.tables.summaries import article_measures, story_claims

__all__ = [
    "NEWS",
    "RAW",
    "REPORT",
    "aligned_articles",
    "article_authors",
    "article_measures",
    "articles",
    "attribution_spans",
    "attributions",
    "authors",
    "citations",
    "claim_alignments",
    "claim_fingerprints",
    "claim_forms",
    "claim_links",
    "claim_occurrences",
    "claim_origins",
    "claim_senses",
    "claim_sources",
    "claims",
    "corrections",
    "deployments",
    "derivations",
    "documents",
    "entities",
    "entity_merges",
    "entity_names",
    "figures",
    "files",
    "fingerprints",
    "mentions",
    "metadata",
    "name_blocks",
    "name_chains",
    "name_nodes",
    "outlet_names",
    "outlets",
    "paragraphs",
    "passages",
    "quote_fingerprints",
    "quote_forms",
    "quote_occurrences",
    "quotes",
    "rejects",
    "runs",
    "sentences",
    "stories",
    "story_articles",
    "story_claims",
    "story_origins",
    "story_terms",
    "story_vectors",
]
