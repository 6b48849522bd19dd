"""claims of two articles aligned

Rules of the house for a migration:
- It imports nothing of etl: the tables go on changing, this file does not.
- It runs in one transaction with all others, behind a lock timeout (migrations/env.py).
- Every new table and column has a comment. downgrade() takes back all that upgrade() does.
- New columns on tables that hold rows are nullable or have a server default; a big table is never rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aligned_articles",
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that was published first."),
        sa.Column("other_article_id", sa.BigInteger(), nullable=False, comment="The other."),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_aligned_articles_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_article_id"],
            ["news.articles.article_id"],
            name=op.f("fk_aligned_articles_other_article_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "other_article_id", name=op.f("pk_aligned_articles")),
        schema="news",
        comment="Two articles of one story whose claims were compared, each with each.",
    )
    op.create_index(
        op.f("ix_aligned_articles_other_article_id"),
        "aligned_articles",
        ["other_article_id"],
        unique=False,
        schema="news",
    )
    op.create_table(
        "claim_alignments",
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="The article that was published first."),
        sa.Column("other_article_id", sa.BigInteger(), nullable=False, comment="The other."),
        sa.Column("sense_key", sa.BigInteger(), nullable=False, comment="What the one asserts."),
        sa.Column("other_sense_key", sa.BigInteger(), nullable=False, comment="What the other asserts."),
        sa.Column("score", sa.REAL(), nullable=False, comment="How surely both assert the same, 0 to 1."),
        sa.ForeignKeyConstraint(
            ["article_id", "other_article_id"],
            ["news.aligned_articles.article_id", "news.aligned_articles.other_article_id"],
            name=op.f("fk_claim_alignments_article_id"),
            ondelete="cascade",
        ),
        sa.ForeignKeyConstraint(
            ["other_sense_key"],
            ["news.claim_senses.sense_key"],
            name=op.f("fk_claim_alignments_other_sense_key"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sense_key"],
            ["news.claim_senses.sense_key"],
            name=op.f("fk_claim_alignments_sense_key"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "article_id", "other_article_id", "sense_key", "other_sense_key", name=op.f("pk_claim_alignments")
        ),
        schema="news",
        comment="Evidence that two articles of one story assert the same in other words.",
    )
    op.create_index(
        op.f("ix_claim_alignments_other_sense_key"),
        "claim_alignments",
        ["other_sense_key"],
        unique=False,
        schema="news",
    )
    op.create_index(
        op.f("ix_claim_alignments_sense_key"), "claim_alignments", ["sense_key"], unique=False, schema="news"
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_claim_alignments_sense_key"), table_name="claim_alignments", schema="news")
    op.drop_index(op.f("ix_claim_alignments_other_sense_key"), table_name="claim_alignments", schema="news")
    op.drop_table("claim_alignments", schema="news")
    op.drop_index(op.f("ix_aligned_articles_other_article_id"), table_name="aligned_articles", schema="news")
    op.drop_table("aligned_articles", schema="news")
