"""Rejects can be dismissed

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

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "rejects",
        sa.Column(
            "dismissed_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When somebody decided that it need not load; null if nobody did.",
        ),
        schema="raw",
    )
    op.add_column(
        "rejects", sa.Column("dismissed_reason", sa.Text(), nullable=True, comment="Why, in their words."), schema="raw"
    )
    op.alter_column(
        "rejects",
        "resolved_at",
        existing_type=postgresql.TIMESTAMP(timezone=True),
        comment="When a later try loaded it; null if none did.",
        existing_comment="When a later try loaded it; null while it is open.",
        existing_nullable=True,
        schema="raw",
    )


def downgrade() -> None:
    op.alter_column(
        "rejects",
        "resolved_at",
        existing_type=postgresql.TIMESTAMP(timezone=True),
        comment="When a later try loaded it; null while it is open.",
        existing_comment="When a later try loaded it; null if none did.",
        existing_nullable=True,
        schema="raw",
    )
    op.drop_column("rejects", "dismissed_reason", schema="raw")
    op.drop_column("rejects", "dismissed_at", schema="raw")
