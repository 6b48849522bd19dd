# ruff: noqa: E501, PLR0915
"""Initial schema

Rules of the house for a migration:
- It imports nothing of etl: the tables go on changing, this file does not.
- It runs in one transaction with all others, behind a lock timeout (migrations/env.py).
- Every new table and column has a comment. downgrade() takes back all that upgrade() does.
- New columns on tables that hold rows are nullable or have a server default; a big table is never rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create schema if not exists news")
    op.execute("create schema if not exists report")
    op.execute(
        "comment on schema raw is 'What came in. Texts are never edited; metadata that were corrected leave their history in corrections.'"
    )
    op.execute("comment on schema news is 'Articles, normalized: what stands in them and between them.'")
    op.execute("comment on schema report is 'Views that answer questions; the only schema that a BI role sees.'")
    op.create_table(
        "authors",
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the author."),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as the byline has it."),
        sa.PrimaryKeyConstraint("author_id", name=op.f("pk_authors")),
        sa.UniqueConstraint("name", name=op.f("uq_authors_name")),
        schema="news",
        comment="One name met in a byline.",
    )
    op.create_table(
        "claim_fingerprints",
        sa.Column("fingerprint", sa.BigInteger(), nullable=False, comment="64-bit hash of telling words of the claim."),
        sa.Column(
            "form_key", sa.BigInteger(), nullable=False, comment="The wording that has them: a row of claim_forms."
        ),
        sa.PrimaryKeyConstraint("fingerprint", "form_key", name=op.f("pk_claim_fingerprints")),
        schema="news",
        comment="The index in which wordings of one claim are found.",
    )
    op.create_table(
        "claims",
        sa.Column(
            "claim_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the claim: that of its first printing.",
        ),
        sa.Column(
            "text", sa.Text(), nullable=False, comment="Its canonical form: the statement of its clearest printing."
        ),
        sa.Column("subject", sa.Text(), nullable=True, comment="What it is about."),
        sa.Column("predicate", sa.Text(), nullable=True, comment="What it says of it."),
        sa.Column("checkworthiness", sa.REAL(), nullable=False, comment="The highest of its printings, 0 to 1."),
        sa.Column(
            "independent_sources",
            sa.Integer(),
            nullable=True,
            comment="Distinct ultimate sources: the rows of claim_sources; null until counted.",
        ),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claims")),
        schema="news",
        comment="One assertion known across articles.",
    )
    op.create_index(
        "ix_claims_to_count",
        "claims",
        ["claim_id"],
        unique=False,
        schema="news",
        postgresql_where="independent_sources is null",
    )
    op.create_table(
        "entity_merges",
        sa.Column("merge_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the decision."),
        sa.Column("label", sa.Text(), nullable=False, comment="Label of both names."),
        sa.Column("name", sa.Text(), nullable=False, comment="The name that was judged."),
        sa.Column("other_name", sa.Text(), nullable=False, comment="The name that it was judged against."),
        sa.Column("decision", sa.Text(), nullable=False, comment="merged or split."),
        sa.Column("reason", sa.Text(), nullable=False, comment="On what grounds."),
        sa.Column("score", sa.REAL(), nullable=True, comment="How sure, 0 to 1; null for a person's decision."),
        sa.Column(
            "is_manual",
            sa.Boolean(),
            nullable=False,
            comment="Whether a person decided; such a decision outweighs the rules.",
        ),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False, comment="When."),
        sa.CheckConstraint("decision in ('merged', 'split')", name=op.f("ck_entity_merges_decision")),
        sa.PrimaryKeyConstraint("merge_id", name=op.f("pk_entity_merges")),
        sa.UniqueConstraint(
            "label", "name", "other_name", "is_manual", name=op.f("uq_entity_merges_label_name_other_name_is_manual")
        ),
        schema="news",
        comment="One decision that two names are, or are not, the same entity.",
    )
    op.create_table(
        "outlets",
        sa.Column("outlet_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the outlet."),
        sa.Column("name", sa.Text(), nullable=False, comment="Its usual name."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="newspaper, agency, broadcaster, magazine, website, blog or other.",
        ),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166 code of its country."),
        sa.Column("domain", sa.Text(), nullable=True, comment="Host of its site."),
        sa.Column(
            "parent_outlet_id",
            sa.BigInteger(),
            nullable=True,
            comment="The outlet that it belongs to, such as a section or column.",
        ),
        sa.Column(
            "is_reference",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Whether it came with the reference data (else it was met in an article).",
        ),
        sa.ForeignKeyConstraint(
            ["parent_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_outlets_parent_outlet_id")
        ),
        sa.PrimaryKeyConstraint("outlet_id", name=op.f("pk_outlets")),
        sa.UniqueConstraint("name", name=op.f("uq_outlets_name")),
        schema="news",
        comment="One publisher.",
    )
    op.create_table(
        "quote_fingerprints",
        sa.Column(
            "fingerprint", sa.BigInteger(), nullable=False, comment="64-bit hash of telling words that stand together."
        ),
        sa.Column(
            "form_key", sa.BigInteger(), nullable=False, comment="The wording that has them: a row of quote_forms."
        ),
        sa.Column(
            "least_shared",
            sa.SmallInteger(),
            nullable=False,
            comment="How many fingerprints it has in common with another wording of its quote, at least.",
        ),
        sa.PrimaryKeyConstraint("fingerprint", "form_key", "least_shared", name=op.f("pk_quote_fingerprints")),
        schema="news",
        comment="The index in which wordings of one quote are found.",
    )
    op.create_table(
        "deployments",
        sa.Column("part", sa.Text(), nullable=False, comment="view, or reference, and its name."),
        sa.Column(
            "sha256", sa.Text(), nullable=False, comment="SHA-256 of the file that it was made from, in hexadecimal."
        ),
        sa.Column("version", sa.Text(), nullable=False, comment="Version of newstrace that deployed it."),
        sa.Column("deployed_at", sa.DateTime(timezone=True), nullable=False, comment="When."),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_deployments")),
        schema="raw",
        comment="One part of the database that is rebuilt when its file changes.",
    )
    op.create_table(
        "runs",
        sa.Column("run_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the run."),
        sa.Column("command", sa.Text(), nullable=False, comment="The command that started it, without secrets."),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, comment="When it began."),
        sa.Column(
            "ended_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When it ended; null while it runs or when it was killed.",
        ),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="running, done, done_with_rejects, interrupted, failed or killed.",
        ),
        sa.Column("version", sa.Text(), nullable=False, comment="Version of newstrace."),
        sa.Column(
            "pipeline",
            sa.Text(),
            nullable=False,
            comment="Fingerprint of the language pipeline and the rules that annotate.",
        ),
        sa.Column("files", sa.Integer(), server_default="0", nullable=False, comment="Input files that it took up."),
        sa.Column("documents", sa.Integer(), server_default="0", nullable=False, comment="Documents that it loaded."),
        sa.Column(
            "duplicates", sa.Integer(), server_default="0", nullable=False, comment="Documents that were known already."
        ),
        sa.Column("articles", sa.Integer(), server_default="0", nullable=False, comment="Articles that it annotated."),
        sa.Column(
            "rejects", sa.Integer(), server_default="0", nullable=False, comment="Things that it could not load."
        ),
        sa.Column("error", sa.Text(), nullable=True, comment="What ended it, if it failed."),
        sa.CheckConstraint(
            "status in ('running', 'done', 'done_with_rejects', 'interrupted', 'failed', 'killed')",
            name=op.f("ck_runs_status"),
        ),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_runs")),
        schema="raw",
        comment="One run of the pipeline.",
    )
    op.create_table(
        "claim_forms",
        sa.Column(
            "form_key", sa.BigInteger(), autoincrement=False, nullable=False, comment="Hash of what is asserted."
        ),
        sa.Column(
            "content",
            sa.Text(),
            nullable=False,
            comment="What pairs are judged by: stems, names, numbers, parts of the sentence.",
        ),
        sa.Column("claim_id", sa.BigInteger(), nullable=False, comment="The claim."),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["news.claims.claim_id"], name=op.f("fk_claim_forms_claim_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("form_key", name=op.f("pk_claim_forms")),
        schema="news",
        comment="One wording of a claim, however often printed.",
    )
    op.create_index(op.f("ix_claim_forms_claim_id"), "claim_forms", ["claim_id"], unique=False, schema="news")
    op.create_table(
        "entities",
        sa.Column(
            "entity_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the entity: that of its first mention (of a person: the first in full, if there is one).",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="Its fullest usual name."),
        sa.Column("label", sa.Text(), nullable=False, comment="PERSON, ORG, GPE, LOC, NORP, FAC, EVENT..."),
        sa.Column("outlet_id", sa.BigInteger(), nullable=True, comment="The outlet that it is, if it is one."),
        sa.CheckConstraint(
            "label in ('PERSON', 'ORG', 'GPE', 'LOC', 'NORP', 'FAC', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL')",
            name=op.f("ck_entities_label"),
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_entities_outlet_id")),
        sa.PrimaryKeyConstraint("entity_id", name=op.f("pk_entities")),
        schema="news",
        comment="One person, organization, place... known across articles.",
    )
    op.create_index(op.f("ix_entities_name"), "entities", ["name"], unique=False, schema="news")
    op.create_index(op.f("ix_entities_outlet_id"), "entities", ["outlet_id"], unique=False, schema="news")
    op.create_table(
        "outlet_names",
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name folded for look-up: lower case, no marks, no leading 'the'.",
        ),
        sa.Column("outlet_id", sa.BigInteger(), nullable=False, comment="The outlet that it names."),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as written."),
        sa.Column("kind", sa.Text(), nullable=False, comment="name, alias, abbreviation or domain."),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_outlet_names_outlet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("name_key", name=op.f("pk_outlet_names")),
        schema="news",
        comment="One way in which an outlet is written.",
    )
    op.create_index(op.f("ix_outlet_names_outlet_id"), "outlet_names", ["outlet_id"], unique=False, schema="news")
    op.create_table(
        "files",
        sa.Column("file_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the file."),
        sa.Column("path", sa.Text(), nullable=False, comment="Absolute path, or - for standard input."),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of its bytes, in hexadecimal."),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False, comment="Its size in bytes."),
        sa.Column("media_type", sa.Text(), nullable=False, comment="Its media type, such as text/plain."),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="loaded, duplicate (all in it was known already), rejected or partial.",
        ),
        sa.Column("run_id", sa.BigInteger(), nullable=False, comment="The run that took it up."),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False, comment="When its rows were committed."),
        sa.CheckConstraint("status in ('loaded', 'duplicate', 'rejected', 'partial')", name=op.f("ck_files_status")),
        sa.ForeignKeyConstraint(["run_id"], ["raw.runs.run_id"], name=op.f("fk_files_run_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_files")),
        sa.UniqueConstraint("path", "sha256", name=op.f("uq_files_path_sha256")),
        schema="raw",
        comment="One input file as a run saw it: the same path with other bytes is another row.",
    )
    op.create_index(op.f("ix_files_run_id"), "files", ["run_id"], unique=False, schema="raw")
    op.create_index(op.f("ix_files_sha256"), "files", ["sha256"], unique=False, schema="raw")
    op.create_table(
        "rejects",
        sa.Column("reject_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the reject."),
        sa.Column("path", sa.Text(), nullable=False, comment="The file in question."),
        sa.Column("sha256", sa.Text(), nullable=True, comment="SHA-256 of its bytes, where they could be read."),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=True,
            comment="The document's place in the file, from 0; null for the whole file.",
        ),
        sa.Column("stage", sa.Text(), nullable=False, comment="extract, transform, load or link."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Every reason, a line each."),
        sa.Column(
            "excerpt", sa.Text(), server_default="", nullable=False, comment="The beginning of what was rejected."
        ),
        sa.Column("run_id", sa.BigInteger(), nullable=False, comment="The run that rejected it."),
        sa.Column("rejected_at", sa.DateTime(timezone=True), nullable=False, comment="When it was rejected."),
        sa.Column(
            "resolved_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When a later try loaded it; null while it is open.",
        ),
        sa.CheckConstraint("stage in ('extract', 'transform', 'load', 'link')", name=op.f("ck_rejects_stage")),
        sa.ForeignKeyConstraint(["run_id"], ["raw.runs.run_id"], name=op.f("fk_rejects_run_id")),
        sa.PrimaryKeyConstraint("reject_id", name=op.f("pk_rejects")),
        schema="raw",
        comment="One thing that could not be loaded, and why.",
    )
    op.create_index(op.f("ix_rejects_path"), "rejects", ["path"], unique=False, schema="raw", postgresql_using="hash")
    op.create_index(op.f("ix_rejects_run_id"), "rejects", ["run_id"], unique=False, schema="raw")
    op.create_table(
        "claim_links",
        sa.Column("form_key", sa.BigInteger(), nullable=False, comment="One wording, with the smaller key."),
        sa.Column("other_form_key", sa.BigInteger(), nullable=False, comment="Another."),
        sa.Column("score", sa.REAL(), nullable=False, comment="How surely both assert the same, 0 to 1."),
        sa.ForeignKeyConstraint(
            ["form_key"], ["news.claim_forms.form_key"], name=op.f("fk_claim_links_form_key"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_form_key"],
            ["news.claim_forms.form_key"],
            name=op.f("fk_claim_links_other_form_key"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("form_key", "other_form_key", name=op.f("pk_claim_links")),
        schema="news",
        comment="Evidence that two wordings assert the same.",
    )
    op.create_index(
        op.f("ix_claim_links_other_form_key"), "claim_links", ["other_form_key"], unique=False, schema="news"
    )
    op.create_table(
        "entity_names",
        sa.Column("entity_id", sa.BigInteger(), nullable=False, comment="The entity that it names."),
        sa.Column("name", sa.Text(), nullable=False, comment="One of its names."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name folded for look-up: lower case, no marks, transliterations alike.",
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["news.entities.entity_id"], name=op.f("fk_entity_names_entity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entity_id", "name", name=op.f("pk_entity_names")),
        schema="news",
        comment="One way in which an entity is written.",
    )
    op.create_index(op.f("ix_entity_names_name_key"), "entity_names", ["name_key"], unique=False, schema="news")
    op.create_table(
        "name_nodes",
        sa.Column(
            "name_class",
            sa.Text(),
            nullable=False,
            comment="What kind of thing it names: PERSON, ORG, PLACE (GPE, LOC, FAC), NORP, EVENT...",
        ),
        sa.Column("node", sa.Text(), nullable=False, comment="The name folded: lower case, no accents or marks."),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as written, in its most usual capitals."),
        sa.Column(
            "surname_key", sa.Text(), nullable=True, comment="Last name with transliterations alike, for persons."
        ),
        sa.Column(
            "first_chain_id",
            sa.BigInteger(),
            nullable=False,
            comment="Smallest key of the mentions that first name it so.",
        ),
        sa.Column("entity_id", sa.BigInteger(), nullable=False, comment="The entity that it names."),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["news.entities.entity_id"], name=op.f("fk_name_nodes_entity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("name_class", "node", name=op.f("pk_name_nodes")),
        schema="news",
        comment="One full name known across articles; names found to be one entity's share it.",
    )
    op.create_index(op.f("ix_name_nodes_entity_id"), "name_nodes", ["entity_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_name_nodes_surname_key_entity_id"),
        "name_nodes",
        ["surname_key", "entity_id"],
        unique=False,
        schema="news",
    )
    op.create_table(
        "quotes",
        sa.Column(
            "quote_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the quote: that of its first printing's attribution.",
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="Its canonical form: the fullest printing."),
        sa.Column("words", sa.Integer(), nullable=False, comment="Words of the canonical form."),
        sa.Column(
            "speaker_entity_id", sa.BigInteger(), nullable=True, comment="Who said it, where the printings agree."
        ),
        sa.ForeignKeyConstraint(
            ["speaker_entity_id"], ["news.entities.entity_id"], name=op.f("fk_quotes_speaker_entity_id")
        ),
        sa.PrimaryKeyConstraint("quote_id", name=op.f("pk_quotes")),
        schema="news",
        comment="One utterance known across articles.",
    )
    op.create_index(op.f("ix_quotes_speaker_entity_id"), "quotes", ["speaker_entity_id"], unique=False, schema="news")
    op.create_table(
        "documents",
        sa.Column("document_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the document."),
        sa.Column("file_id", sa.BigInteger(), nullable=False, comment="The file that it came in."),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Its place among the documents of the file, from 0."
        ),
        sa.Column(
            "text",
            sa.Text(),
            nullable=False,
            comment="The decoded text, unchanged; every range counts its characters from 0.",
        ),
        sa.Column("text_sha256", sa.Text(), nullable=False, comment="SHA-256 of the text in UTF-8, in hexadecimal."),
        sa.Column(
            "identity_sha256",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the text with its supplied URL and outlet: the same one twice is the same document.",
        ),
        sa.Column("reader", sa.Text(), nullable=False, comment="Which reader made it, with its version."),
        sa.Column("encoding", sa.Text(), nullable=False, comment="The encoding that the bytes were decoded with."),
        sa.Column("supplied_url", sa.Text(), nullable=True, comment="URL, as supplied beside the text."),
        sa.Column("supplied_outlet", sa.Text(), nullable=True, comment="Outlet, as supplied."),
        sa.Column("supplied_author", sa.Text(), nullable=True, comment="Author, as supplied."),
        sa.Column("supplied_published_at", sa.Text(), nullable=True, comment="Publication time, as supplied."),
        sa.Column("supplied_language", sa.Text(), nullable=True, comment="Language, as supplied."),
        sa.Column("supplied_headline", sa.Text(), nullable=True, comment="Headline, as supplied."),
        sa.Column(
            "supplied_other",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
            comment="Whatever else was supplied.",
        ),
        sa.Column("run_id", sa.BigInteger(), nullable=False, comment="The run that loaded it."),
        sa.ForeignKeyConstraint(["file_id"], ["raw.files.file_id"], name=op.f("fk_documents_file_id")),
        sa.ForeignKeyConstraint(["run_id"], ["raw.runs.run_id"], name=op.f("fk_documents_run_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_documents")),
        sa.UniqueConstraint("identity_sha256", name=op.f("uq_documents_identity_sha256")),
        schema="raw",
        comment="One decoded text.",
    )
    op.create_index(op.f("ix_documents_file_id"), "documents", ["file_id"], unique=False, schema="raw")
    op.create_index(op.f("ix_documents_run_id"), "documents", ["run_id"], unique=False, schema="raw")
    op.create_index(op.f("ix_documents_text_sha256"), "documents", ["text_sha256"], unique=False, schema="raw")
    op.create_table(
        "articles",
        sa.Column(
            "article_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the article; it equals its document's key.",
        ),
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document that it is."),
        sa.Column("outlet_id", sa.BigInteger(), nullable=True, comment="Who published it; null if unknown."),
        sa.Column("url", sa.Text(), nullable=True, comment="Its address."),
        sa.Column("headline", sa.Text(), nullable=True, comment="Its headline."),
        sa.Column(
            "headline_start_char",
            sa.Integer(),
            nullable=True,
            comment="Where the headline begins in documents.text; null if it was supplied.",
        ),
        sa.Column("headline_end_char", sa.Integer(), nullable=True, comment="Where the headline ends (exclusive)."),
        sa.Column(
            "published_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When it was published; UTC where no zone is given.",
        ),
        sa.Column(
            "published_precision",
            sa.Text(),
            nullable=True,
            comment="How exactly that is known: second, minute, hour, day, month or year.",
        ),
        sa.Column(
            "published_start_char",
            sa.Integer(),
            nullable=True,
            comment="Where the publication time stands in documents.text.",
        ),
        sa.Column("published_end_char", sa.Integer(), nullable=True, comment="Where it ends (exclusive)."),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1 code of its language."),
        sa.Column("word_count", sa.Integer(), nullable=False, comment="Words in its prose."),
        sa.Column("status", sa.Text(), nullable=False, comment="annotated, other_language (not annotated) or empty."),
        sa.Column(
            "pipeline", sa.Text(), nullable=False, comment="Fingerprint of the pipeline and rules that annotated it."
        ),
        sa.Column(
            "revision_of_article_id", sa.BigInteger(), nullable=True, comment="The earlier version of the same article."
        ),
        sa.Column(
            "linked_version",
            sa.Text(),
            nullable=True,
            comment="Version of the link rules that took it in; null while it waits to be linked.",
        ),
        sa.Column("run_id", sa.BigInteger(), nullable=False, comment="The run that annotated it."),
        sa.CheckConstraint(
            "published_precision in ('second', 'minute', 'hour', 'day', 'month', 'year')",
            name=op.f("ck_articles_published_precision"),
        ),
        sa.CheckConstraint("status in ('annotated', 'other_language', 'empty')", name=op.f("ck_articles_status")),
        sa.ForeignKeyConstraint(["document_id"], ["raw.documents.document_id"], name=op.f("fk_articles_document_id")),
        sa.ForeignKeyConstraint(["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_articles_outlet_id")),
        sa.ForeignKeyConstraint(
            ["revision_of_article_id"], ["news.articles.article_id"], name=op.f("fk_articles_revision_of_article_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["raw.runs.run_id"], name=op.f("fk_articles_run_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_articles")),
        schema="news",
        comment="One article: what the transform stage made of a document.",
    )
    op.create_index(op.f("ix_articles_document_id"), "articles", ["document_id"], unique=False, schema="news")
    op.create_index(op.f("ix_articles_outlet_id"), "articles", ["outlet_id"], unique=False, schema="news")
    op.create_index(op.f("ix_articles_published_at"), "articles", ["published_at"], unique=False, schema="news")
    op.create_index(
        op.f("ix_articles_revision_of_article_id"), "articles", ["revision_of_article_id"], unique=False, schema="news"
    )
    op.create_index(op.f("ix_articles_run_id"), "articles", ["run_id"], unique=False, schema="news")
    op.create_index(
        "ix_articles_to_link",
        "articles",
        ["article_id"],
        unique=False,
        schema="news",
        postgresql_where="linked_version is null",
    )
    op.create_index(op.f("ix_articles_url"), "articles", ["url"], unique=False, schema="news", postgresql_using="hash")
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.Text(), nullable=False, comment="What names that may be the same have in common."),
        sa.Column(
            "name_class",
            sa.Text(),
            nullable=False,
            comment="What kind of thing it names: PERSON, ORG, PLACE (GPE, LOC, FAC), NORP, EVENT...",
        ),
        sa.Column("node", sa.Text(), nullable=False, comment="The name folded."),
        sa.ForeignKeyConstraint(
            ["name_class", "node"],
            ["news.name_nodes.name_class", "news.name_nodes.node"],
            name="fk_name_blocks_node",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("block", "name_class", "node", name=op.f("pk_name_blocks")),
        schema="news",
        comment="The index in which names that may be the same are found.",
    )
    op.create_index(
        op.f("ix_name_blocks_name_class_node"), "name_blocks", ["name_class", "node"], unique=False, schema="news"
    )
    op.create_table(
        "quote_forms",
        sa.Column(
            "form_key",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the words and the speaker's last name.",
        ),
        sa.Column(
            "speaker", sa.Text(), nullable=False, comment="The speaker's last name, folded; empty where there is none."
        ),
        sa.Column("words", sa.Text(), nullable=False, comment="The folded words, with spaces between them."),
        sa.Column(
            "information", sa.REAL(), nullable=False, comment="How telling the words are, in bits above common words."
        ),
        sa.Column(
            "parent_form_key",
            sa.BigInteger(),
            nullable=True,
            comment="The fuller form that a short one was found to be part of.",
        ),
        sa.Column("score", sa.REAL(), nullable=False, comment="How well it fits that form, 0 to 1."),
        sa.Column("quote_id", sa.BigInteger(), nullable=False, comment="The quote."),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["news.quotes.quote_id"], name=op.f("fk_quote_forms_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("form_key", name=op.f("pk_quote_forms")),
        schema="news",
        comment="One wording of a quote with one speaker, however often printed.",
    )
    op.create_index(
        op.f("ix_quote_forms_parent_form_key"), "quote_forms", ["parent_form_key"], unique=False, schema="news"
    )
    op.create_index(op.f("ix_quote_forms_quote_id"), "quote_forms", ["quote_id"], unique=False, schema="news")
    op.create_table(
        "corrections",
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document."),
        sa.Column("run_id", sa.BigInteger(), nullable=False, comment="The run that found it changed."),
        sa.Column(
            "field",
            sa.Text(),
            nullable=False,
            comment="What was corrected: url, outlet, author, published_at and so on.",
        ),
        sa.Column("value_before", sa.Text(), nullable=True, comment="What was supplied before; null if nothing was."),
        sa.Column("value_after", sa.Text(), nullable=True, comment="What is supplied now; null if nothing is."),
        sa.ForeignKeyConstraint(
            ["document_id"], ["raw.documents.document_id"], name=op.f("fk_corrections_document_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["raw.runs.run_id"], name=op.f("fk_corrections_run_id")),
        sa.PrimaryKeyConstraint("document_id", "run_id", "field", name=op.f("pk_corrections")),
        schema="raw",
        comment="One field of the metadata beside a text that a later run found changed and took over.",
    )
    op.create_index(op.f("ix_corrections_document_id"), "corrections", ["document_id"], unique=False, schema="raw")
    op.create_index(op.f("ix_corrections_run_id"), "corrections", ["run_id"], unique=False, schema="raw")
    op.create_table(
        "article_authors",
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("author_id", sa.BigInteger(), nullable=False, comment="The author."),
        sa.Column("ordinal", sa.BigInteger(), nullable=False, comment="Place in the byline, from 1."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=True,
            comment="Where the name begins in documents.text; null if it was supplied.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=True, comment="Where the name ends (exclusive)."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_article_authors_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["author_id"], ["news.authors.author_id"], name=op.f("fk_article_authors_author_id")),
        sa.PrimaryKeyConstraint("article_id", "author_id", name=op.f("pk_article_authors")),
        schema="news",
        comment="One author of one article.",
    )
    op.create_index(op.f("ix_article_authors_author_id"), "article_authors", ["author_id"], unique=False, schema="news")
    op.create_table(
        "article_measures",
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article."),
        sa.Column(
            "words",
            sa.Integer(),
            nullable=False,
            comment="Words in its prose: the sum of the four kinds of words below.",
        ),
        sa.Column("quoted_words", sa.Integer(), nullable=False, comment="Words inside quotations."),
        sa.Column(
            "reused_words",
            sa.Integer(),
            nullable=False,
            comment="Words outside quotations that another article has as well, and that this article is not known to have had first.",
        ),
        sa.Column(
            "attributed_words",
            sa.Integer(),
            nullable=False,
            comment="Words, not among these, that the article puts in somebody's mouth in its own phrasing.",
        ),
        sa.Column("own_words", sa.Integer(), nullable=False, comment="The other words."),
        sa.Column("sentences", sa.Integer(), nullable=False, comment="Sentences of its prose."),
        sa.Column(
            "sentences_with_mentions", sa.Integer(), nullable=False, comment="Sentences with at least one mention."
        ),
        sa.Column("mentions", sa.Integer(), nullable=False, comment="Mentions."),
        sa.Column("attributions", sa.Integer(), nullable=False, comment="Attributions."),
        sa.Column(
            "named",
            sa.Integer(),
            nullable=False,
            comment="Attributions to a person, an organization, an outlet or a document.",
        ),
        sa.Column("anonymous", sa.Integer(), nullable=False, comment="Attributions to an unnamed source."),
        sa.Column(
            "groups", sa.Integer(), nullable=False, comment="Attributions to a group without a name, such as critics."
        ),
        sa.Column("claims", sa.Integer(), nullable=False, comment="Claims printed."),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_article_measures_article_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_measures")),
        schema="news",
        comment="Counts over one article.",
    )
    op.create_table(
        "citations",
        sa.Column("citation_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the citation."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.Column(
            "kind", sa.Text(), nullable=False, comment="credit, addressee, wire, hat_tip, reprint, link or reference."
        ),
        sa.Column(
            "outlet_as_written",
            sa.Text(),
            nullable=True,
            comment="The outlet's name, as written there or where 'the report' goes back to.",
        ),
        sa.Column(
            "outlet_id",
            sa.BigInteger(),
            nullable=True,
            comment="The outlet credited; null until linked, or if unknown.",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="The address credited."),
        sa.Column("cited_article_id", sa.BigInteger(), nullable=True, comment="The article credited, if it is loaded."),
        sa.Column(
            "refers_to_citation_id",
            sa.BigInteger(),
            nullable=True,
            comment="The citation that 'the report' goes back to.",
        ),
        sa.CheckConstraint(
            "kind in ('credit', 'addressee', 'wire', 'hat_tip', 'reprint', 'link', 'reference')",
            name=op.f("ck_citations_kind"),
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_citations_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_citations_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["cited_article_id"], ["news.articles.article_id"], name=op.f("fk_citations_cited_article_id")
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_citations_outlet_id")),
        sa.ForeignKeyConstraint(
            ["refers_to_citation_id"],
            ["news.citations.citation_id"],
            name=op.f("fk_citations_refers_to_citation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("citation_id", name=op.f("pk_citations")),
        schema="news",
        comment="One place where an article credits another outlet, article or link.",
    )
    op.create_index(op.f("ix_citations_article_id"), "citations", ["article_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_citations_cited_article_id"), "citations", ["cited_article_id"], unique=False, schema="news"
    )
    op.create_index(op.f("ix_citations_outlet_id"), "citations", ["outlet_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_citations_refers_to_citation_id"), "citations", ["refers_to_citation_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_citations_url"), "citations", ["url"], unique=False, schema="news", postgresql_using="hash"
    )
    op.create_table(
        "claim_sources",
        sa.Column("claim_id", sa.BigInteger(), nullable=False, comment="The claim."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Its place among the claim's sources, from 1."),
        sa.Column(
            "source_kind",
            sa.Text(),
            nullable=False,
            comment="person, organization, outlet, document, anonymous, group, author or unknown.",
        ),
        sa.Column(
            "source", sa.Text(), nullable=False, comment="The source's name, or its description where it is unnamed."
        ),
        sa.Column("entity_id", sa.BigInteger(), nullable=True, comment="The named source."),
        sa.Column(
            "outlet_id",
            sa.BigInteger(),
            nullable=True,
            comment="The outlet that is the source or the only one that speaks of it.",
        ),
        sa.Column(
            "origin_article_id",
            sa.BigInteger(),
            nullable=True,
            comment="The article that is the origin, if it is loaded.",
        ),
        sa.Column("occurrences", sa.Integer(), nullable=False, comment="Printings that rest on it."),
        sa.Column("grounds", sa.Text(), nullable=False, comment="Why these printings count as this one source."),
        sa.CheckConstraint(
            "source_kind in ('person', 'organization', 'outlet', 'document', 'anonymous', 'group', 'author', 'unknown')",
            name=op.f("ck_claim_sources_source_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["news.claims.claim_id"], name=op.f("fk_claim_sources_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["news.entities.entity_id"], name=op.f("fk_claim_sources_entity_id")),
        sa.ForeignKeyConstraint(
            ["origin_article_id"], ["news.articles.article_id"], name=op.f("fk_claim_sources_origin_article_id")
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_claim_sources_outlet_id")),
        sa.PrimaryKeyConstraint("claim_id", "ordinal", name=op.f("pk_claim_sources")),
        schema="news",
        comment="One independent source behind a claim, as counted.",
    )
    op.create_index(op.f("ix_claim_sources_entity_id"), "claim_sources", ["entity_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_claim_sources_origin_article_id"), "claim_sources", ["origin_article_id"], unique=False, schema="news"
    )
    op.create_index(op.f("ix_claim_sources_outlet_id"), "claim_sources", ["outlet_id"], unique=False, schema="news")
    op.create_table(
        "derivations",
        sa.Column(
            "derivation_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the derivation."
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("source_article_id", sa.BigInteger(), nullable=True, comment="The article that it came from."),
        sa.Column(
            "source_outlet_id",
            sa.BigInteger(),
            nullable=True,
            comment="The outlet that it came from, also where its article is not loaded.",
        ),
        sa.Column(
            "prov_type",
            sa.Text(),
            nullable=False,
            comment="W3C PROV: wasQuotedFrom, hadPrimarySource, wasRevisionOf or wasDerivedFrom.",
        ),
        sa.Column("evidence", sa.Text(), nullable=False, comment="What shows it."),
        sa.Column("confidence", sa.REAL(), nullable=False, comment="How sure, 0 to 1."),
        sa.CheckConstraint(
            "prov_type in ('wasQuotedFrom', 'hadPrimarySource', 'wasRevisionOf', 'wasDerivedFrom')",
            name=op.f("ck_derivations_prov_type"),
        ),
        sa.CheckConstraint(
            "source_article_id is not null or source_outlet_id is not null", name=op.f("ck_derivations_source")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_derivations_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_derivations_source_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["source_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_derivations_source_outlet_id")
        ),
        sa.PrimaryKeyConstraint("derivation_id", name=op.f("pk_derivations")),
        schema="news",
        comment="One step from an article to what it came from.",
    )
    op.create_index(op.f("ix_derivations_article_id"), "derivations", ["article_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_derivations_source_article_id"), "derivations", ["source_article_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_derivations_source_outlet_id"), "derivations", ["source_outlet_id"], unique=False, schema="news"
    )
    op.create_table(
        "fingerprints",
        sa.Column("fingerprint", sa.BigInteger(), nullable=False, comment="64-bit hash of five words in a row."),
        sa.Column(
            "priority",
            sa.BigInteger(),
            nullable=False,
            comment="Rank among the articles that hold the fingerprint: earliest publication first, then a hash of the text.",
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_fingerprints_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("fingerprint", "priority", "article_id", name=op.f("pk_fingerprints")),
        schema="news",
        comment="One fingerprint of an article's words: the index in which shared passages are found.",
    )
    op.create_index(op.f("ix_fingerprints_article_id"), "fingerprints", ["article_id"], unique=False, schema="news")
    op.create_table(
        "mentions",
        sa.Column("mention_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the mention."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "entity_id",
            sa.BigInteger(),
            nullable=True,
            comment="The entity that it names; null until linked, or if unresolved.",
        ),
        sa.Column("label", sa.Text(), nullable=False, comment="PERSON, ORG, GPE, LOC, NORP, DATE, MONEY..."),
        sa.Column("kind", sa.Text(), nullable=False, comment="name, nominal ('the senator') or pronoun."),
        sa.Column(
            "name", sa.Text(), nullable=False, comment="The mention without titles, determiners and possessives."
        ),
        sa.Column(
            "chain_mention_id",
            sa.BigInteger(),
            nullable=True,
            comment="First mention of the same thing in the article (itself, where it is the first); null if unresolved.",
        ),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.CheckConstraint("kind in ('name', 'nominal', 'pronoun')", name=op.f("ck_mentions_kind")),
        sa.CheckConstraint(
            "label in ('PERSON', 'ORG', 'GPE', 'LOC', 'NORP', 'FAC', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL')",
            name=op.f("ck_mentions_label"),
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_mentions_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_mentions_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chain_mention_id"],
            ["news.mentions.mention_id"],
            name=op.f("fk_mentions_chain_mention_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["news.entities.entity_id"], name=op.f("fk_mentions_entity_id")),
        sa.PrimaryKeyConstraint("mention_id", name=op.f("pk_mentions")),
        schema="news",
        comment="One mention of a person, organization, place, date, number...",
    )
    op.create_index(op.f("ix_mentions_article_id"), "mentions", ["article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_mentions_chain_mention_id"), "mentions", ["chain_mention_id"], unique=False, schema="news")
    op.create_index(op.f("ix_mentions_entity_id"), "mentions", ["entity_id"], unique=False, schema="news")
    op.create_table(
        "paragraphs",
        sa.Column(
            "paragraph_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the paragraph."
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Its place in the article, from 1."),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="What it is in the layout: headline, body, caption, boilerplate...",
        ),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.CheckConstraint(
            "role in ('headline', 'subheadline', 'heading', 'dateline', 'byline', 'section', 'body', 'block_quotation', 'caption', 'credit', 'boilerplate')",
            name=op.f("ck_paragraphs_role"),
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_paragraphs_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_paragraphs_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("paragraph_id", name=op.f("pk_paragraphs")),
        schema="news",
        comment="One paragraph with its role in the layout.",
    )
    op.create_index(op.f("ix_paragraphs_article_id"), "paragraphs", ["article_id"], unique=False, schema="news")
    op.create_table(
        "passages",
        sa.Column("passage_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the passage."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article with the smaller key."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("other_article_id", sa.BigInteger(), nullable=False, comment="The other article."),
        sa.Column(
            "other_start_char", sa.Integer(), nullable=False, comment="Where it begins in the other article's text."
        ),
        sa.Column("other_end_char", sa.Integer(), nullable=False, comment="Where it ends there (exclusive)."),
        sa.Column("words", sa.Integer(), nullable=False, comment="Words that the two stretches share."),
        sa.Column(
            "similarity",
            sa.REAL(),
            nullable=False,
            comment="Shared words over all, 0 to 1 (2 x matches / words of both).",
        ),
        sa.Column(
            "is_quotation",
            sa.Boolean(),
            nullable=False,
            comment="Whether both stretches are quotations, which is not copying.",
        ),
        sa.Column(
            "direction", sa.Text(), nullable=False, comment="article_first, other_first, common_origin or unknown."
        ),
        sa.Column("direction_grounds", sa.Text(), nullable=False, comment="What the direction rests on."),
        sa.CheckConstraint(
            "direction in ('article_first', 'other_first', 'common_origin', 'unknown')",
            name=op.f("ck_passages_direction"),
        ),
        sa.CheckConstraint(
            "0 <= other_start_char and other_start_char < other_end_char", name=op.f("ck_passages_other_range")
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_passages_range")),
        sa.CheckConstraint("article_id < other_article_id", name=op.f("ck_passages_pair")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_passages_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_passages_other_article_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_passages")),
        schema="news",
        comment="One stretch that two articles share.",
    )
    op.create_index(op.f("ix_passages_article_id"), "passages", ["article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_passages_other_article_id"), "passages", ["other_article_id"], unique=False, schema="news")
    op.create_table(
        "stories",
        sa.Column(
            "story_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the story: that of its first article.",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="A headline of one of its articles."),
        sa.Column("title_article_id", sa.BigInteger(), nullable=False, comment="The article that the title is from."),
        sa.Column("first_article_id", sa.BigInteger(), nullable=False, comment="Its earliest article."),
        sa.Column(
            "gathering_id",
            sa.BigInteger(),
            nullable=False,
            comment="First of the articles gathered by likeness, of which the story is one part, or all: what tells of two events of one kind is parted.",
        ),
        sa.ForeignKeyConstraint(
            ["first_article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_stories_first_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["news.articles.article_id"], name=op.f("fk_stories_gathering_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["title_article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_stories_title_article_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_stories")),
        schema="news",
        comment="One event, as a group of articles about it.",
    )
    op.create_index(op.f("ix_stories_first_article_id"), "stories", ["first_article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_stories_gathering_id"), "stories", ["gathering_id"], unique=False, schema="news")
    op.create_index(op.f("ix_stories_title_article_id"), "stories", ["title_article_id"], unique=False, schema="news")
    op.create_table(
        "story_terms",
        sa.Column("term", sa.BigInteger(), nullable=False, comment="64-bit hash of a word or name."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "day",
            sa.Integer(),
            nullable=False,
            comment="Day on which the article was published, counted from 1970-01-01; -1000000 where that is unknown.",
        ),
        sa.Column(
            "weight",
            sa.SmallInteger(),
            nullable=False,
            comment="Its weight in the article's unit vector, in ten-thousandths.",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_story_terms_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "day", "article_id", "weight", name=op.f("pk_story_terms")),
        schema="news",
        comment="One of the heaviest terms of an article: the index in which stories are found.",
    )
    op.create_index(op.f("ix_story_terms_article_id"), "story_terms", ["article_id"], unique=False, schema="news")
    op.create_table(
        "story_vectors",
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article."),
        sa.Column(
            "priority",
            sa.BigInteger(),
            nullable=False,
            comment="Its place in the order in which stories are formed: by publication, undated last, ties by content.",
        ),
        sa.Column(
            "day",
            sa.Integer(),
            nullable=False,
            comment="Its day, counted from 1970-01-01; -1000000 where that is unknown.",
        ),
        sa.Column(
            "terms",
            sa.ARRAY(sa.BigInteger()),
            nullable=False,
            comment="64-bit hashes of its terms; those that are in story_terms come first.",
        ),
        sa.Column(
            "weights",
            sa.ARRAY(sa.SmallInteger()),
            nullable=False,
            comment="Their weights in the article's unit vector, in ten-thousandths: whole, so that sums do not depend on their order.",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_story_vectors_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_story_vectors")),
        schema="news",
        comment="What an article is about, as a vector of terms: the heaviest of them are in story_terms.",
    )
    op.create_table(
        "attributions",
        sa.Column(
            "attribution_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the attribution."
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "type", sa.Text(), nullable=False, comment="direct (one quotation), mixed (holds some) or indirect (none)."
        ),
        sa.Column(
            "cue", sa.Text(), nullable=True, comment="The words that attribute: 'said', 'according to', 'in a letter'."
        ),
        sa.Column("cue_lemma", sa.Text(), nullable=True, comment="The cue's head word in its base form."),
        sa.Column(
            "source_as_written",
            sa.Text(),
            nullable=True,
            comment="The source in the article's words; null if it is left out.",
        ),
        sa.Column(
            "source_kind",
            sa.Text(),
            nullable=False,
            comment="person, organization, outlet, document, anonymous, group, author or unknown.",
        ),
        sa.Column(
            "speaker_mention_id",
            sa.BigInteger(),
            nullable=True,
            comment="The mention of the speaker; null if unresolved.",
        ),
        sa.Column("speaker_entity_id", sa.BigInteger(), nullable=True, comment="The resolved speaker across articles."),
        sa.Column("unresolved_reason", sa.Text(), nullable=True, comment="Why the speaker could not be resolved."),
        sa.Column(
            "source_number",
            sa.Integer(),
            nullable=True,
            comment="How many unnamed sources: 2 for 'two senior officials'.",
        ),
        sa.Column(
            "source_role",
            sa.Text(),
            nullable=True,
            comment="What the unnamed source is: 'senior administration official'.",
        ),
        sa.Column(
            "source_institution", sa.Text(), nullable=True, comment="Where the unnamed source belongs: 'Pentagon'."
        ),
        sa.Column("addressee", sa.Text(), nullable=True, comment="To whom it was said, as written: 'the WSJ', 'us'."),
        sa.Column(
            "addressee_kind", sa.Text(), nullable=True, comment="What the addressee is, in the words of source_kind."
        ),
        sa.Column(
            "addressee_outlet_id",
            sa.BigInteger(),
            nullable=True,
            comment="The outlet that it was said to, 'us' resolved.",
        ),
        sa.Column(
            "medium",
            sa.Text(),
            nullable=True,
            comment="interview, letter, email, report, speech, statement, broadcast...",
        ),
        sa.Column(
            "relayed_via",
            sa.Text(),
            nullable=True,
            comment="Who relays it, as written: 'Bloomberg' in 'Bloomberg quoted an official as saying'.",
        ),
        sa.Column("relay_outlet_id", sa.BigInteger(), nullable=True, comment="The outlet that relays it."),
        sa.Column(
            "relayed_by_attribution_id",
            sa.BigInteger(),
            nullable=True,
            comment="The attribution that carries this one.",
        ),
        sa.Column(
            "is_hedged",
            sa.Boolean(),
            nullable=False,
            comment="Whether the attribution is hedged: 'reportedly', 'is said to'.",
        ),
        sa.Column(
            "is_denied", sa.Boolean(), nullable=False, comment="Whether the source denies or refuses the content."
        ),
        sa.Column("content", sa.Text(), nullable=False, comment="The content's spans, joined by ' ... '."),
        sa.Column(
            "quotation_end",
            sa.Text(),
            nullable=False,
            comment="How its quotation ends: closed, reopened, unclosed_paragraph, block, none...",
        ),
        sa.Column("confidence", sa.REAL(), nullable=False, comment="How sure the rule is, 0 to 1."),
        sa.Column("rule", sa.Text(), nullable=False, comment="The rule that made it."),
        sa.CheckConstraint(
            "addressee_kind in ('person', 'organization', 'outlet', 'document', 'anonymous', 'group', 'author', 'unknown')",
            name=op.f("ck_attributions_addressee_kind"),
        ),
        sa.CheckConstraint(
            "medium in ('interview', 'letter', 'email', 'report', 'speech', 'statement', 'broadcast', 'press_conference', 'social_media', 'testimony', 'article', 'book', 'document', 'call', 'other')",
            name=op.f("ck_attributions_medium"),
        ),
        sa.CheckConstraint(
            "quotation_end in ('closed', 'reopened', 'unclosed_paragraph', 'unclosed_sentence', 'block', 'none')",
            name=op.f("ck_attributions_quotation_end"),
        ),
        sa.CheckConstraint(
            "source_kind in ('person', 'organization', 'outlet', 'document', 'anonymous', 'group', 'author', 'unknown')",
            name=op.f("ck_attributions_source_kind"),
        ),
        sa.CheckConstraint("type in ('direct', 'mixed', 'indirect')", name=op.f("ck_attributions_type")),
        sa.CheckConstraint("confidence between 0 and 1", name=op.f("ck_attributions_confidence")),
        sa.ForeignKeyConstraint(
            ["addressee_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_attributions_addressee_outlet_id")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_attributions_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["relay_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_attributions_relay_outlet_id")
        ),
        sa.ForeignKeyConstraint(
            ["relayed_by_attribution_id"],
            ["news.attributions.attribution_id"],
            name=op.f("fk_attributions_relayed_by_attribution_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_entity_id"], ["news.entities.entity_id"], name=op.f("fk_attributions_speaker_entity_id")
        ),
        sa.ForeignKeyConstraint(
            ["speaker_mention_id"], ["news.mentions.mention_id"], name=op.f("fk_attributions_speaker_mention_id")
        ),
        sa.PrimaryKeyConstraint("attribution_id", name=op.f("pk_attributions")),
        schema="news",
        comment="One statement that the article puts in somebody's mouth: source, cue and content.",
    )
    op.create_index(
        op.f("ix_attributions_addressee_outlet_id"),
        "attributions",
        ["addressee_outlet_id"],
        unique=False,
        schema="news",
    )
    op.create_index(op.f("ix_attributions_article_id"), "attributions", ["article_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_attributions_relay_outlet_id"), "attributions", ["relay_outlet_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_attributions_relayed_by_attribution_id"),
        "attributions",
        ["relayed_by_attribution_id"],
        unique=False,
        schema="news",
    )
    op.create_index(op.f("ix_attributions_source_kind"), "attributions", ["source_kind"], unique=False, schema="news")
    op.create_index(
        op.f("ix_attributions_speaker_entity_id"), "attributions", ["speaker_entity_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_attributions_speaker_mention_id"), "attributions", ["speaker_mention_id"], unique=False, schema="news"
    )
    op.create_table(
        "name_chains",
        sa.Column("chain_mention_id", sa.BigInteger(), nullable=False, comment="First mention of the chain."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "name_class",
            sa.Text(),
            nullable=False,
            comment="What kind of thing it names: PERSON, ORG, PLACE (GPE, LOC, FAC), NORP, EVENT...",
        ),
        sa.Column("node", sa.Text(), nullable=False, comment="Its fullest name, folded."),
        sa.Column("name", sa.Text(), nullable=False, comment="Its fullest name, as written."),
        sa.Column(
            "surname_key", sa.Text(), nullable=True, comment="Last name with transliterations alike, for persons."
        ),
        sa.Column("is_bare", sa.Boolean(), nullable=False, comment="Whether the article has a last name alone."),
        sa.Column("entity_id", sa.BigInteger(), nullable=True, comment="The entity that it is."),
        sa.Column("grounds", sa.Text(), nullable=False, comment="What ties it to that entity."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_name_chains_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chain_mention_id"],
            ["news.mentions.mention_id"],
            name=op.f("fk_name_chains_chain_mention_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["news.entities.entity_id"], name=op.f("fk_name_chains_entity_id")),
        sa.PrimaryKeyConstraint("chain_mention_id", name=op.f("pk_name_chains")),
        schema="news",
        comment="All mentions of one thing in one article, under the fullest name that the article gives it.",
    )
    op.create_index(op.f("ix_name_chains_article_id"), "name_chains", ["article_id"], unique=False, schema="news")
    op.create_index(
        "ix_name_chains_bare", "name_chains", ["surname_key"], unique=False, schema="news", postgresql_where="is_bare"
    )
    op.create_index(
        "ix_name_chains_bare_entity",
        "name_chains",
        ["entity_id", "name"],
        unique=False,
        schema="news",
        postgresql_where="is_bare",
    )
    op.create_index(
        "ix_name_chains_bare_node",
        "name_chains",
        ["node", "grounds", "entity_id"],
        unique=False,
        schema="news",
        postgresql_where="is_bare",
    )
    op.create_index(op.f("ix_name_chains_entity_id"), "name_chains", ["entity_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_name_chains_name_class_node"), "name_chains", ["name_class", "node"], unique=False, schema="news"
    )
    op.create_table(
        "sentences",
        sa.Column("sentence_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the sentence."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("paragraph_id", sa.BigInteger(), nullable=False, comment="The paragraph that it stands in."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Its place in the article, from 1."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_sentences_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_sentences_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"],
            ["news.paragraphs.paragraph_id"],
            name=op.f("fk_sentences_paragraph_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sentence_id", name=op.f("pk_sentences")),
        schema="news",
        comment="One sentence of a prose paragraph.",
    )
    op.create_index(op.f("ix_sentences_article_id"), "sentences", ["article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_sentences_paragraph_id"), "sentences", ["paragraph_id"], unique=False, schema="news")
    op.create_table(
        "story_articles",
        sa.Column("story_id", sa.BigInteger(), nullable=False, comment="The story."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article."),
        sa.Column(
            "similarity",
            sa.REAL(),
            nullable=False,
            comment="How like the articles are that it was gathered with, 0 to 1.",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_story_articles_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["news.stories.story_id"], name=op.f("fk_story_articles_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_story_articles")),
        schema="news",
        comment="One article of one story; every annotated article has one.",
    )
    op.create_index(op.f("ix_story_articles_story_id"), "story_articles", ["story_id"], unique=False, schema="news")
    op.create_table(
        "story_claims",
        sa.Column("story_id", sa.BigInteger(), nullable=False, comment="The story."),
        sa.Column("claim_id", sa.BigInteger(), nullable=False, comment="The claim."),
        sa.Column("articles", sa.Integer(), nullable=False, comment="Articles of the story that carry the claim."),
        sa.Column(
            "outlets",
            sa.Integer(),
            nullable=False,
            comment="Outlets that carry it; an article whose outlet is unknown counts as an outlet of its own.",
        ),
        sa.Column("story_articles", sa.Integer(), nullable=False, comment="Articles of the story."),
        sa.Column("story_outlets", sa.Integer(), nullable=False, comment="Outlets of the story, counted likewise."),
        sa.Column(
            "named_sources",
            sa.Integer(),
            nullable=False,
            comment="Independent sources with a name: persons, organizations, outlets, documents.",
        ),
        sa.Column(
            "anonymous_sources",
            sa.Integer(),
            nullable=False,
            comment="Independent sources without a name: unnamed persons, groups, and who is not told.",
        ),
        sa.Column("independent_sources", sa.Integer(), nullable=False, comment="Distinct ultimate sources."),
        sa.Column("hedged_occurrences", sa.Integer(), nullable=False, comment="Printings that are hedged."),
        sa.Column(
            "origin",
            sa.Text(),
            nullable=True,
            comment="The outlet that most of its printings go back to; null if none is known.",
        ),
        sa.Column(
            "origin_article_id", sa.BigInteger(), nullable=True, comment="That origin's article, if it is loaded."
        ),
        sa.Column(
            "first_seen_at", sa.DateTime(timezone=True), nullable=True, comment="The earliest known publication of it."
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["news.claims.claim_id"], name=op.f("fk_story_claims_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["origin_article_id"], ["news.articles.article_id"], name=op.f("fk_story_claims_origin_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["news.stories.story_id"], name=op.f("fk_story_claims_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", "claim_id", name=op.f("pk_story_claims")),
        schema="news",
        comment="One claim in one story, counted.",
    )
    op.create_index(op.f("ix_story_claims_claim_id"), "story_claims", ["claim_id"], unique=False, schema="news")
    op.create_table(
        "story_origins",
        sa.Column("story_id", sa.BigInteger(), nullable=False, comment="The story."),
        sa.Column(
            "ordinal",
            sa.Integer(),
            nullable=False,
            comment="Its place among the story's origins, from 1, most articles first.",
        ),
        sa.Column("outlet_id", sa.BigInteger(), nullable=True, comment="The outlet that it came from."),
        sa.Column("article_id", sa.BigInteger(), nullable=True, comment="The article that it came from, if loaded."),
        sa.Column("articles_tracing", sa.Integer(), nullable=False, comment="Articles of the story that trace to it."),
        sa.Column("evidence", sa.Text(), nullable=False, comment="What shows it."),
        sa.ForeignKeyConstraint(["article_id"], ["news.articles.article_id"], name=op.f("fk_story_origins_article_id")),
        sa.ForeignKeyConstraint(["outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_story_origins_outlet_id")),
        sa.ForeignKeyConstraint(
            ["story_id"], ["news.stories.story_id"], name=op.f("fk_story_origins_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", "ordinal", name=op.f("pk_story_origins")),
        schema="news",
        comment="One place from which a story came.",
    )
    op.create_index(op.f("ix_story_origins_article_id"), "story_origins", ["article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_story_origins_outlet_id"), "story_origins", ["outlet_id"], unique=False, schema="news")
    op.create_table(
        "attribution_spans",
        sa.Column("attribution_id", sa.BigInteger(), nullable=False, comment="The attribution that it is part of."),
        sa.Column(
            "ordinal",
            sa.Integer(),
            nullable=False,
            comment="Its place among the attribution's spans, from 1, in text order.",
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("role", sa.Text(), nullable=False, comment="source, cue, content, addressee, medium or relay."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.CheckConstraint(
            "role in ('source', 'cue', 'content', 'addressee', 'medium', 'relay')",
            name=op.f("ck_attribution_spans_role"),
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_attribution_spans_range")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_attribution_spans_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["news.attributions.attribution_id"],
            name=op.f("fk_attribution_spans_attribution_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attribution_id", "ordinal", name=op.f("pk_attribution_spans")),
        schema="news",
        comment="One range of an attribution's source, cue, content...; content may be several.",
    )
    op.create_index(
        op.f("ix_attribution_spans_article_id"), "attribution_spans", ["article_id"], unique=False, schema="news"
    )
    op.create_table(
        "claim_occurrences",
        sa.Column(
            "claim_occurrence_id",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Key of the occurrence.",
        ),
        sa.Column("claim_id", sa.BigInteger(), nullable=True, comment="The claim that it prints; null until linked."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("sentence_id", sa.BigInteger(), nullable=False, comment="The sentence that it stands in."),
        sa.Column(
            "attribution_id",
            sa.BigInteger(),
            nullable=True,
            comment="The attribution that it is the content of, if any.",
        ),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.Column(
            "statement",
            sa.Text(),
            nullable=False,
            comment="The claim to be read alone: its words, and in [ ] what they leave to the words around them.",
        ),
        sa.Column("voice", sa.Text(), nullable=False, comment="author (the article asserts it itself) or attributed."),
        sa.Column("polarity", sa.Text(), nullable=False, comment="affirmed or negated."),
        sa.Column("is_hedged", sa.Boolean(), nullable=False, comment="Whether it is hedged: reportedly, alleged, may."),
        sa.Column("hedge", sa.Text(), nullable=True, comment="The word that hedges it."),
        sa.Column("subject", sa.Text(), nullable=True, comment="What it is about, as written."),
        sa.Column(
            "predicate",
            sa.Text(),
            nullable=True,
            comment="What it says of the subject: the verb in its base form, with its particle.",
        ),
        sa.Column("object", sa.Text(), nullable=True, comment="The object or complement, as written."),
        sa.Column("subject_mention_id", sa.BigInteger(), nullable=True, comment="The mention that is its subject."),
        sa.Column("checkworthiness", sa.REAL(), nullable=False, comment="How much it is worth checking, 0 to 1."),
        sa.Column(
            "checkworthiness_reasons", sa.Text(), nullable=False, comment="What that score rests on, comma-separated."
        ),
        sa.Column(
            "stance",
            sa.Text(),
            nullable=True,
            comment="Against its claim's canonical form: agrees, contradicts or differs_in_number.",
        ),
        sa.Column("similarity", sa.REAL(), nullable=True, comment="How like the claim's canonical form it is, 0 to 1."),
        sa.Column(
            "form_key", sa.BigInteger(), nullable=True, comment="Its wording: a row of claim_forms; null until linked."
        ),
        sa.CheckConstraint("polarity in ('affirmed', 'negated')", name=op.f("ck_claim_occurrences_polarity")),
        sa.CheckConstraint(
            "stance in ('agrees', 'contradicts', 'differs_in_number')", name=op.f("ck_claim_occurrences_stance")
        ),
        sa.CheckConstraint("voice in ('author', 'attributed')", name=op.f("ck_claim_occurrences_voice")),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_claim_occurrences_range")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_claim_occurrences_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["news.attributions.attribution_id"],
            name=op.f("fk_claim_occurrences_attribution_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["news.claims.claim_id"], name=op.f("fk_claim_occurrences_claim_id")),
        sa.ForeignKeyConstraint(
            ["sentence_id"],
            ["news.sentences.sentence_id"],
            name=op.f("fk_claim_occurrences_sentence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["subject_mention_id"], ["news.mentions.mention_id"], name=op.f("fk_claim_occurrences_subject_mention_id")
        ),
        sa.PrimaryKeyConstraint("claim_occurrence_id", name=op.f("pk_claim_occurrences")),
        schema="news",
        comment="One printing of an assertion: in whose voice, how hedged.",
    )
    op.create_index(
        op.f("ix_claim_occurrences_article_id"), "claim_occurrences", ["article_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_claim_occurrences_attribution_id"),
        "claim_occurrences",
        ["attribution_id"],
        unique=False,
        schema="news",
    )
    op.create_index(
        op.f("ix_claim_occurrences_claim_id"), "claim_occurrences", ["claim_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_claim_occurrences_form_key_claim_occurrence_id"),
        "claim_occurrences",
        ["form_key", "claim_occurrence_id"],
        unique=False,
        schema="news",
    )
    op.create_index(
        op.f("ix_claim_occurrences_sentence_id"), "claim_occurrences", ["sentence_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_claim_occurrences_subject_mention_id"),
        "claim_occurrences",
        ["subject_mention_id"],
        unique=False,
        schema="news",
    )
    op.create_table(
        "quote_occurrences",
        sa.Column("attribution_id", sa.BigInteger(), nullable=False, comment="The attribution that prints it."),
        sa.Column("quote_id", sa.BigInteger(), nullable=False, comment="The quote that it prints."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.Column(
            "content",
            sa.Text(),
            nullable=False,
            comment="The quoted words alone, without the tag that interrupts them.",
        ),
        sa.Column(
            "alteration",
            sa.Text(),
            nullable=False,
            comment="Against the canonical form: identical, trimmed, extended or reworded.",
        ),
        sa.Column("similarity", sa.REAL(), nullable=False, comment="How like the canonical form it is, 0 to 1."),
        sa.Column("form_key", sa.BigInteger(), nullable=False, comment="Its wording: a row of quote_forms."),
        sa.CheckConstraint(
            "alteration in ('identical', 'trimmed', 'extended', 'reworded')",
            name=op.f("ck_quote_occurrences_alteration"),
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_quote_occurrences_range")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_quote_occurrences_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["news.attributions.attribution_id"],
            name=op.f("fk_quote_occurrences_attribution_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["news.quotes.quote_id"], name=op.f("fk_quote_occurrences_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attribution_id", name=op.f("pk_quote_occurrences")),
        schema="news",
        comment="One printing of a quote; the range runs from its first quoted word to its last.",
    )
    op.create_index(
        op.f("ix_quote_occurrences_article_id"), "quote_occurrences", ["article_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_quote_occurrences_form_key_attribution_id"),
        "quote_occurrences",
        ["form_key", "attribution_id"],
        unique=False,
        schema="news",
    )
    op.create_index(
        op.f("ix_quote_occurrences_quote_id_attribution_id"),
        "quote_occurrences",
        ["quote_id", "attribution_id"],
        unique=False,
        schema="news",
    )
    op.create_table(
        "claim_origins",
        sa.Column("claim_occurrence_id", sa.BigInteger(), nullable=False, comment="The printing."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column("claim_id", sa.BigInteger(), nullable=False, comment="The claim."),
        sa.Column(
            "source_kind",
            sa.Text(),
            nullable=False,
            comment="Who stands behind this printing: person, organization, outlet, document, anonymous, group or unknown.",
        ),
        sa.Column("source", sa.Text(), nullable=False, comment="The source as this article has it."),
        sa.Column(
            "source_ordinal", sa.Integer(), nullable=False, comment="The row of claim_sources that it was counted to."
        ),
        sa.Column(
            "relay_outlet_id", sa.BigInteger(), nullable=True, comment="The outlet through which the article got it."
        ),
        sa.Column("origin_outlet_id", sa.BigInteger(), nullable=True, comment="The outlet that it goes back to."),
        sa.Column(
            "origin_article_id", sa.BigInteger(), nullable=True, comment="The article that it goes back to, if loaded."
        ),
        sa.Column("grounds", sa.Text(), nullable=False, comment="What shows it."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_claim_origins_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["news.claims.claim_id"], name=op.f("fk_claim_origins_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claim_occurrence_id"],
            ["news.claim_occurrences.claim_occurrence_id"],
            name=op.f("fk_claim_origins_claim_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["origin_article_id"], ["news.articles.article_id"], name=op.f("fk_claim_origins_origin_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["origin_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_claim_origins_origin_outlet_id")
        ),
        sa.ForeignKeyConstraint(
            ["relay_outlet_id"], ["news.outlets.outlet_id"], name=op.f("fk_claim_origins_relay_outlet_id")
        ),
        sa.PrimaryKeyConstraint("claim_occurrence_id", name=op.f("pk_claim_origins")),
        schema="news",
        comment="Where one printing of a claim came from.",
    )
    op.create_index(op.f("ix_claim_origins_article_id"), "claim_origins", ["article_id"], unique=False, schema="news")
    op.create_index(op.f("ix_claim_origins_claim_id"), "claim_origins", ["claim_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_claim_origins_origin_article_id"), "claim_origins", ["origin_article_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_claim_origins_origin_outlet_id"), "claim_origins", ["origin_outlet_id"], unique=False, schema="news"
    )
    op.create_index(
        op.f("ix_claim_origins_relay_outlet_id"), "claim_origins", ["relay_outlet_id"], unique=False, schema="news"
    )
    op.create_table(
        "figures",
        sa.Column("figure_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Key of the figure."),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that it stands in."),
        sa.Column(
            "claim_occurrence_id", sa.BigInteger(), nullable=True, comment="The claim that it stands in, if any."
        ),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where it begins in documents.text, in characters from 0.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where it ends in documents.text (exclusive)."),
        sa.Column("text", sa.Text(), nullable=False, comment="The words of the range, exactly."),
        sa.Column("kind", sa.Text(), nullable=False, comment="count, money, percent, duration, quantity or age."),
        sa.Column(
            "value", sa.Numeric(), nullable=False, comment="Its value; the lower bound where the words allow a range."
        ),
        sa.Column(
            "value_high",
            sa.Numeric(),
            nullable=False,
            comment="The upper bound; equals value where the number is plain.",
        ),
        sa.Column("unit", sa.Text(), nullable=True, comment="Its unit, a singular noun: month, kilometre, percent."),
        sa.Column("currency", sa.Text(), nullable=True, comment="ISO 4217 code, for money."),
        sa.Column("counted", sa.Text(), nullable=True, comment="What is counted: soldiers."),
        sa.Column(
            "is_approximate",
            sa.Boolean(),
            nullable=False,
            comment="Whether the text calls it approximate: about, up to, tens of.",
        ),
        sa.Column("modifier", sa.Text(), nullable=True, comment="The word that says so."),
        sa.CheckConstraint(
            "kind in ('count', 'money', 'percent', 'duration', 'quantity', 'age')", name=op.f("ck_figures_kind")
        ),
        sa.CheckConstraint("0 <= start_char and start_char < end_char", name=op.f("ck_figures_range")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["news.articles.article_id"], name=op.f("fk_figures_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claim_occurrence_id"],
            ["news.claim_occurrences.claim_occurrence_id"],
            name=op.f("fk_figures_claim_occurrence_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("figure_id", name=op.f("pk_figures")),
        schema="news",
        comment="One number in the prose: value, unit, what is counted.",
    )
    op.create_index(op.f("ix_figures_article_id"), "figures", ["article_id"], unique=False, schema="news")
    op.create_index(
        op.f("ix_figures_claim_occurrence_id"), "figures", ["claim_occurrence_id"], unique=False, schema="news"
    )


def downgrade() -> None:
    op.execute("drop schema if exists report cascade")
    op.drop_index(op.f("ix_figures_claim_occurrence_id"), table_name="figures", schema="news")
    op.drop_index(op.f("ix_figures_article_id"), table_name="figures", schema="news")
    op.drop_table("figures", schema="news")
    op.drop_index(op.f("ix_claim_origins_relay_outlet_id"), table_name="claim_origins", schema="news")
    op.drop_index(op.f("ix_claim_origins_origin_outlet_id"), table_name="claim_origins", schema="news")
    op.drop_index(op.f("ix_claim_origins_origin_article_id"), table_name="claim_origins", schema="news")
    op.drop_index(op.f("ix_claim_origins_claim_id"), table_name="claim_origins", schema="news")
    op.drop_index(op.f("ix_claim_origins_article_id"), table_name="claim_origins", schema="news")
    op.drop_table("claim_origins", schema="news")
    op.drop_index(op.f("ix_quote_occurrences_quote_id_attribution_id"), table_name="quote_occurrences", schema="news")
    op.drop_index(op.f("ix_quote_occurrences_form_key_attribution_id"), table_name="quote_occurrences", schema="news")
    op.drop_index(op.f("ix_quote_occurrences_article_id"), table_name="quote_occurrences", schema="news")
    op.drop_table("quote_occurrences", schema="news")
    op.drop_index(op.f("ix_claim_occurrences_subject_mention_id"), table_name="claim_occurrences", schema="news")
    op.drop_index(op.f("ix_claim_occurrences_sentence_id"), table_name="claim_occurrences", schema="news")
    op.drop_index(
        op.f("ix_claim_occurrences_form_key_claim_occurrence_id"), table_name="claim_occurrences", schema="news"
    )
    op.drop_index(op.f("ix_claim_occurrences_claim_id"), table_name="claim_occurrences", schema="news")
    op.drop_index(op.f("ix_claim_occurrences_attribution_id"), table_name="claim_occurrences", schema="news")
    op.drop_index(op.f("ix_claim_occurrences_article_id"), table_name="claim_occurrences", schema="news")
    op.drop_table("claim_occurrences", schema="news")
    op.drop_index(op.f("ix_attribution_spans_article_id"), table_name="attribution_spans", schema="news")
    op.drop_table("attribution_spans", schema="news")
    op.drop_index(op.f("ix_story_origins_outlet_id"), table_name="story_origins", schema="news")
    op.drop_index(op.f("ix_story_origins_article_id"), table_name="story_origins", schema="news")
    op.drop_table("story_origins", schema="news")
    op.drop_index(op.f("ix_story_claims_claim_id"), table_name="story_claims", schema="news")
    op.drop_table("story_claims", schema="news")
    op.drop_index(op.f("ix_story_articles_story_id"), table_name="story_articles", schema="news")
    op.drop_table("story_articles", schema="news")
    op.drop_index(op.f("ix_sentences_paragraph_id"), table_name="sentences", schema="news")
    op.drop_index(op.f("ix_sentences_article_id"), table_name="sentences", schema="news")
    op.drop_table("sentences", schema="news")
    op.drop_index(op.f("ix_name_chains_name_class_node"), table_name="name_chains", schema="news")
    op.drop_index(op.f("ix_name_chains_entity_id"), table_name="name_chains", schema="news")
    op.drop_index("ix_name_chains_bare_node", table_name="name_chains", schema="news", postgresql_where="is_bare")
    op.drop_index("ix_name_chains_bare_entity", table_name="name_chains", schema="news", postgresql_where="is_bare")
    op.drop_index("ix_name_chains_bare", table_name="name_chains", schema="news", postgresql_where="is_bare")
    op.drop_index(op.f("ix_name_chains_article_id"), table_name="name_chains", schema="news")
    op.drop_table("name_chains", schema="news")
    op.drop_index(op.f("ix_attributions_speaker_mention_id"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_speaker_entity_id"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_source_kind"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_relayed_by_attribution_id"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_relay_outlet_id"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_article_id"), table_name="attributions", schema="news")
    op.drop_index(op.f("ix_attributions_addressee_outlet_id"), table_name="attributions", schema="news")
    op.drop_table("attributions", schema="news")
    op.drop_table("story_vectors", schema="news")
    op.drop_index(op.f("ix_story_terms_article_id"), table_name="story_terms", schema="news")
    op.drop_table("story_terms", schema="news")
    op.drop_index(op.f("ix_stories_title_article_id"), table_name="stories", schema="news")
    op.drop_index(op.f("ix_stories_gathering_id"), table_name="stories", schema="news")
    op.drop_index(op.f("ix_stories_first_article_id"), table_name="stories", schema="news")
    op.drop_table("stories", schema="news")
    op.drop_index(op.f("ix_passages_other_article_id"), table_name="passages", schema="news")
    op.drop_index(op.f("ix_passages_article_id"), table_name="passages", schema="news")
    op.drop_table("passages", schema="news")
    op.drop_index(op.f("ix_paragraphs_article_id"), table_name="paragraphs", schema="news")
    op.drop_table("paragraphs", schema="news")
    op.drop_index(op.f("ix_mentions_entity_id"), table_name="mentions", schema="news")
    op.drop_index(op.f("ix_mentions_chain_mention_id"), table_name="mentions", schema="news")
    op.drop_index(op.f("ix_mentions_article_id"), table_name="mentions", schema="news")
    op.drop_table("mentions", schema="news")
    op.drop_index(op.f("ix_fingerprints_article_id"), table_name="fingerprints", schema="news")
    op.drop_table("fingerprints", schema="news")
    op.drop_index(op.f("ix_derivations_source_outlet_id"), table_name="derivations", schema="news")
    op.drop_index(op.f("ix_derivations_source_article_id"), table_name="derivations", schema="news")
    op.drop_index(op.f("ix_derivations_article_id"), table_name="derivations", schema="news")
    op.drop_table("derivations", schema="news")
    op.drop_index(op.f("ix_claim_sources_outlet_id"), table_name="claim_sources", schema="news")
    op.drop_index(op.f("ix_claim_sources_origin_article_id"), table_name="claim_sources", schema="news")
    op.drop_index(op.f("ix_claim_sources_entity_id"), table_name="claim_sources", schema="news")
    op.drop_table("claim_sources", schema="news")
    op.drop_index(op.f("ix_citations_url"), table_name="citations", schema="news", postgresql_using="hash")
    op.drop_index(op.f("ix_citations_refers_to_citation_id"), table_name="citations", schema="news")
    op.drop_index(op.f("ix_citations_outlet_id"), table_name="citations", schema="news")
    op.drop_index(op.f("ix_citations_cited_article_id"), table_name="citations", schema="news")
    op.drop_index(op.f("ix_citations_article_id"), table_name="citations", schema="news")
    op.drop_table("citations", schema="news")
    op.drop_table("article_measures", schema="news")
    op.drop_index(op.f("ix_article_authors_author_id"), table_name="article_authors", schema="news")
    op.drop_table("article_authors", schema="news")
    op.drop_index(op.f("ix_corrections_run_id"), table_name="corrections", schema="raw")
    op.drop_index(op.f("ix_corrections_document_id"), table_name="corrections", schema="raw")
    op.drop_table("corrections", schema="raw")
    op.drop_index(op.f("ix_quote_forms_quote_id"), table_name="quote_forms", schema="news")
    op.drop_index(op.f("ix_quote_forms_parent_form_key"), table_name="quote_forms", schema="news")
    op.drop_table("quote_forms", schema="news")
    op.drop_index(op.f("ix_name_blocks_name_class_node"), table_name="name_blocks", schema="news")
    op.drop_table("name_blocks", schema="news")
    op.drop_index(op.f("ix_articles_url"), table_name="articles", schema="news", postgresql_using="hash")
    op.drop_index(
        "ix_articles_to_link", table_name="articles", schema="news", postgresql_where="linked_version is null"
    )
    op.drop_index(op.f("ix_articles_run_id"), table_name="articles", schema="news")
    op.drop_index(op.f("ix_articles_revision_of_article_id"), table_name="articles", schema="news")
    op.drop_index(op.f("ix_articles_published_at"), table_name="articles", schema="news")
    op.drop_index(op.f("ix_articles_outlet_id"), table_name="articles", schema="news")
    op.drop_index(op.f("ix_articles_document_id"), table_name="articles", schema="news")
    op.drop_table("articles", schema="news")
    op.drop_index(op.f("ix_documents_text_sha256"), table_name="documents", schema="raw")
    op.drop_index(op.f("ix_documents_run_id"), table_name="documents", schema="raw")
    op.drop_index(op.f("ix_documents_file_id"), table_name="documents", schema="raw")
    op.drop_table("documents", schema="raw")
    op.drop_index(op.f("ix_quotes_speaker_entity_id"), table_name="quotes", schema="news")
    op.drop_table("quotes", schema="news")
    op.drop_index(op.f("ix_name_nodes_surname_key_entity_id"), table_name="name_nodes", schema="news")
    op.drop_index(op.f("ix_name_nodes_entity_id"), table_name="name_nodes", schema="news")
    op.drop_table("name_nodes", schema="news")
    op.drop_index(op.f("ix_entity_names_name_key"), table_name="entity_names", schema="news")
    op.drop_table("entity_names", schema="news")
    op.drop_index(op.f("ix_claim_links_other_form_key"), table_name="claim_links", schema="news")
    op.drop_table("claim_links", schema="news")
    op.drop_index(op.f("ix_rejects_run_id"), table_name="rejects", schema="raw")
    op.drop_index(op.f("ix_rejects_path"), table_name="rejects", schema="raw", postgresql_using="hash")
    op.drop_table("rejects", schema="raw")
    op.drop_index(op.f("ix_files_sha256"), table_name="files", schema="raw")
    op.drop_index(op.f("ix_files_run_id"), table_name="files", schema="raw")
    op.drop_table("files", schema="raw")
    op.drop_index(op.f("ix_outlet_names_outlet_id"), table_name="outlet_names", schema="news")
    op.drop_table("outlet_names", schema="news")
    op.drop_index(op.f("ix_entities_outlet_id"), table_name="entities", schema="news")
    op.drop_index(op.f("ix_entities_name"), table_name="entities", schema="news")
    op.drop_table("entities", schema="news")
    op.drop_index(op.f("ix_claim_forms_claim_id"), table_name="claim_forms", schema="news")
    op.drop_table("claim_forms", schema="news")
    op.drop_table("runs", schema="raw")
    op.drop_table("deployments", schema="raw")
    op.drop_table("quote_fingerprints", schema="news")
    op.drop_table("outlets", schema="news")
    op.drop_table("entity_merges", schema="news")
    op.drop_index(
        "ix_claims_to_count", table_name="claims", schema="news", postgresql_where="independent_sources is null"
    )
    op.drop_table("claims", schema="news")
    op.drop_table("claim_fingerprints", schema="news")
    op.drop_table("authors", schema="news")
    op.execute("drop schema news")
