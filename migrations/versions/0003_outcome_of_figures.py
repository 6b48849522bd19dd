"""Figures tell what became of those they count

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

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OUTCOMES = "outcome in ('killed', 'injured', 'missing', 'detained', 'displaced', 'rescued')"


def upgrade() -> None:
    op.add_column(
        "figures",
        sa.Column(
            "outcome",
            sa.Text(),
            nullable=True,
            comment="What became of those counted: killed, injured, missing, detained, displaced or rescued; null if not told.",
        ),
        schema="news",
    )
    op.create_check_constraint(op.f("ck_figures_outcome"), "figures", OUTCOMES, schema="news")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_figures_outcome"), "figures", schema="news", type_="check")
    op.drop_column("figures", "outcome", schema="news")
