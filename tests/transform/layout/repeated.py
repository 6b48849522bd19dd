"""Pieces of which a page may hold thousands, and which a rule could be tempted to look for again and again."""

from __future__ import annotations

SENTENCE = "The minister said on Tuesday that the plan would go ahead despite the protests in the capital. "
REPEATED = (
    SENTENCE,
    SENTENCE + "\n\n",
    "\n",
    " ",
    "x\n",
    "He said:\n\n",
    "“",
    "a:",
    "Al Bo Ce De ",
    "AL BO CE\n",
    "((((\n",
    "12.03.15, ",
    "Comments\n\n",
    "Watch: this is it\n",
    "Anne Roe is an editor at X.\n\n",
    "A B\n\n",
    "By Al Bo, ",
)
