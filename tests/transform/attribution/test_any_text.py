"""What a user would lose: a run, to a text that nobody foresaw."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.records import Attribution, Document
from etl.transform.article import Transformer
from tests.transform.reading import transformer

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "''",
        ":",
        ",",
        ".",
        "…",
        "—",
        "\n",
        " ",
        "\u00a0",
        "said",
        "He said",
        "told",
        "according to",
        "Jones",
        "that",
        "the report",
        "as saying",
        "shot back",
        "Asked by",
        "the inquest heard",
        "would not discuss",
        "put to",
        "reports from",
        "in which",
        "quoted",
        "whether",
        "which",
        "who",
        "(",
        ")",
        "not",
        "in a letter to",
        "asked",
        "to go",
        "wants",
        "is expected to",
        "calling",
        "reportedly",
        "his claim that",
        "― A. Name",
        "🙂",
        "שלום",
        "\x00",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n"]).map(lambda glue: glue.join(pieces))
)


@cache
def _blank() -> Transformer:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Transformer(nlp)


PIPELINES = {"packaged": transformer, "blank": _blank}


def check(text: str, attributions: tuple[Attribution, ...]) -> None:
    for ordinal, attribution in enumerate(attributions, 1):
        assert any(each.role == "content" for each in attribution.spans)
        for each in attribution.spans:
            assert text[each.span.start_char : each.span.end_char] == each.span.text
        assert 0 <= attribution.confidence <= 1
        assert attribution.relayed_by is None or 0 < attribution.relayed_by <= len(attributions)
        assert attribution.relayed_by != ordinal


@pytest.mark.parametrize("pipeline", PIPELINES)
@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text(pipeline: str, text: str) -> None:
    check(text, PIPELINES[pipeline]().annotate(Document(text)).attributions)


def test_thousands_of_marks_on_one_line() -> None:
    text = "“It is so,” Mr. Jones said, according to the report, which said that “he wants to go. " * 500
    check(text, _blank().annotate(Document(text)).attributions)
