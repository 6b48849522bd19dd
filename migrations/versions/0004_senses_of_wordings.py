"""A wording that tells little is another claim in each story

Rules of the house for a migration:
- It imports nothing of etl: the tables go on changing, this file does not.
- It runs in one transaction with all others, behind a lock timeout (migrations/env.py).
- Every new table and column has a comment. downgrade() takes back all that upgrade() does.
- New columns on tables that hold rows are nullable or have a server default; a big table is never rewritten.
"""

# ruff: noqa: E501
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim_senses",
        sa.Column(
            "sense_key",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="That of the wording; where it means this in one story only, a hash of it and the story.",
        ),
        sa.Column("form_key", sa.BigInteger(), nullable=False, comment="The wording."),
        sa.Column(
            "story_id",
            sa.BigInteger(),
            nullable=False,
            comment="The story in which it means this (an article's own key, if it has no story); 0: it means this in any.",
        ),
        sa.Column("claim_id", sa.BigInteger(), nullable=False, comment="The claim."),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["news.claims.claim_id"], name=op.f("fk_claim_senses_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["form_key"], ["news.claim_forms.form_key"], name=op.f("fk_claim_senses_form_key"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("sense_key", name=op.f("pk_claim_senses")),
        schema="news",
        comment="What one wording asserts: where it tells little, it is another claim in each story.",
    )
    # Until the next run links all anew, by the rules of now, each wording means one thing in any story, as it did.
    op.execute("insert into news.claim_senses select form_key, form_key, 0, claim_id from news.claim_forms")
    op.create_index(op.f("ix_claim_senses_claim_id"), "claim_senses", ["claim_id"], unique=False, schema="news")
    op.create_index(op.f("ix_claim_senses_form_key"), "claim_senses", ["form_key"], unique=False, schema="news")
    op.drop_index(op.f("ix_claim_forms_claim_id"), table_name="claim_forms", schema="news")
    op.drop_constraint(op.f("fk_claim_forms_claim_id"), "claim_forms", schema="news", type_="foreignkey")
    op.drop_column("claim_forms", "claim_id", schema="news")
    op.alter_column(
        "claim_occurrences",
        "form_key",
        new_column_name="sense_key",
        comment="What its wording asserts: a row of claim_senses; null until linked.",
        existing_comment="Its wording: a row of claim_forms; null until linked.",
        existing_type=sa.BigInteger(),
        existing_nullable=True,
        schema="news",
    )
    op.execute(
        "alter index news.ix_claim_occurrences_form_key_claim_occurrence_id "
        "rename to ix_claim_occurrences_sense_key_claim_occurrence_id"
    )


def downgrade() -> None:
    op.add_column(
        "claim_forms", sa.Column("claim_id", sa.BigInteger(), nullable=True, comment="The claim."), schema="news"
    )
    op.execute("""
        update news.claim_forms as f set claim_id = s.claim_id
        from (select form_key, min(claim_id) as claim_id from news.claim_senses group by form_key) as s
        where s.form_key = f.form_key
    """)
    op.execute("delete from news.claim_forms where claim_id is null")
    op.execute("""
        update news.claim_occurrences as o set sense_key = s.form_key
        from news.claim_senses as s
        where s.sense_key = o.sense_key and s.story_id <> 0
    """)
    op.alter_column("claim_forms", "claim_id", nullable=False, existing_type=sa.BigInteger(), schema="news")
    op.create_foreign_key(
        op.f("fk_claim_forms_claim_id"),
        "claim_forms",
        "claims",
        ["claim_id"],
        ["claim_id"],
        source_schema="news",
        referent_schema="news",
        ondelete="CASCADE",
    )
    op.create_index(op.f("ix_claim_forms_claim_id"), "claim_forms", ["claim_id"], unique=False, schema="news")
    op.alter_column(
        "claim_occurrences",
        "sense_key",
        new_column_name="form_key",
        comment="Its wording: a row of claim_forms; null until linked.",
        existing_comment="What its wording asserts: a row of claim_senses; null until linked.",
        existing_type=sa.BigInteger(),
        existing_nullable=True,
        schema="news",
    )
    op.execute(
        "alter index news.ix_claim_occurrences_sense_key_claim_occurrence_id "
        "rename to ix_claim_occurrences_form_key_claim_occurrence_id"
    )
    op.drop_table("claim_senses", schema="news")
