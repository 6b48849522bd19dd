"""Paragraphs of somebody else's words behind a colon: if one of these fails, they are told as the author's own."""

from __future__ import annotations

import pytest

from etl.records import Document, ParagraphRole, SuppliedMetadata
from etl.transform.article import Transformer

_QUOTED = (
    "Growth on the lines that were opened again is uncertain. In the central case the number of journeys will reach "
    "310,000 a year by 2034. Higher outcomes cannot be ruled out."
)


@pytest.mark.parametrize(
    "introduction",
    [
        "The department’s own forecast says something rather different:",
        "The old chairman put it well:",
        "In May the auditor wrote as much:",
    ],
)
def test_an_introduction_that_says_how_it_was_said(transformer: Transformer, introduction: str) -> None:
    parts = ("The minister’s arithmetic", "Ministers like round numbers.", introduction, _QUOTED, "So much for it.")
    text = "\n\n".join(parts)
    article = transformer.annotate(Document(text, 0, "a", "utf-8", SuppliedMetadata()))
    start = text.index(_QUOTED)
    (role,) = (each.role for each in article.paragraphs if each.start_char == start)
    assert role is ParagraphRole.BLOCK_QUOTATION
