"""All that the link stage made, taken back: what remains is what a database has whose articles wait to be linked.

Outlets that articles named stay, and so do the decisions on entities that a person made.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

_STATEMENTS = (
    "truncate news.passages, news.fingerprints, news.story_terms, news.story_vectors, news.derivations",
    "truncate news.claim_sources, news.claim_origins",
    """
    truncate news.aligned_articles, news.claim_alignments, news.claim_links, news.claim_fingerprints,
        news.claim_senses, news.claim_forms
    """,
    "truncate news.quote_occurrences, news.quote_fingerprints, news.name_chains, news.name_blocks, news.entity_names",
    "delete from news.stories",
    "update news.articles set linked_version = null, revision_of_article_id = null",
    "update news.citations set outlet_id = null, cited_article_id = null",
    "update news.mentions set entity_id = null where entity_id is not null",
    """
    update news.attributions set speaker_entity_id = null, addressee_outlet_id = null, relay_outlet_id = null
    where speaker_entity_id is not null or addressee_outlet_id is not null or relay_outlet_id is not null
    """,
    """
    update news.claim_occurrences set claim_id = null, sense_key = null, stance = null, similarity = null
    where claim_id is not null
    """,
    "delete from news.claims",
    "delete from news.quotes",
    "delete from news.entity_merges where not is_manual",
    "delete from news.entities",  # its names go with it
)


def clear_links(connection: Connection) -> None:
    """Take back all that was linked, in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(text(statement))
