"""sources that the story names

Rules of the house for a migration:
- It imports nothing of etl: the tables go on changing, this file does not.
- It runs in one transaction with all others, behind a lock timeout (migrations/env.py).
- Every new table and column has a comment. downgrade() takes back all that upgrade() does.
- New columns on tables that hold rows are nullable or have a server default; a big table is never rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "claim_origins",
        sa.Column(
            "named_mention_id",
            sa.BigInteger(),
            nullable=True,
            comment="Where the story names the body that this article does not: the NYPD, for 'police'.",
        ),
        schema="news",
    )
    op.create_index(
        op.f("ix_claim_origins_named_mention_id"), "claim_origins", ["named_mention_id"], unique=False, schema="news"
    )
    op.create_foreign_key(
        op.f("fk_claim_origins_named_mention_id"),
        "claim_origins",
        "mentions",
        ["named_mention_id"],
        ["mention_id"],
        source_schema="news",
        referent_schema="news",
        ondelete="CASCADE",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_claim_origins_named_mention_id"), "claim_origins", schema="news", type_="foreignkey")
    op.drop_index(op.f("ix_claim_origins_named_mention_id"), table_name="claim_origins", schema="news")
    op.drop_column("claim_origins", "named_mention_id", schema="news")
