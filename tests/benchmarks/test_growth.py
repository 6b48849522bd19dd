"""Time that grows with the square of a text's length would let one page stop a night's run."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from etl.language import load_pipeline
from etl.records import Document, Paragraph, ParagraphRole
from etl.transform.article import Transformer
from etl.transform.layout import lay_out
from etl.transform.quotation import find_quotations
from tests.transform.layout.repeated import REPEATED, SENTENCE

pytestmark = pytest.mark.benchmark

SAMPLE = Path(__file__).parents[2] / "seeds" / "articles" / "003_6b2b1d0975729418.txt"
MARK_PIECES = ("“a ", "” b", "'x ", "“a” ", "« ", "‘“", 'said, "No. ')
ATTRIBUTION_PIECE = "“It is so,” Mr. Jones said, according to the report, which said that “he wants to go. "
#: Most that ten times the text may cost; its square would cost a hundred times as much.
MOST = 30


def growth(read: Callable[[str], object], piece: str, characters: int) -> float:
    """How many times the processor time grows when a text of repeated pieces gets ten times as long; prints it."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        read(text)
        return time.process_time() - started

    seconds(characters // 10)
    small, large = (min(seconds(length) for _ in range(3)) for length in (characters, 10 * characters))
    print(f"{piece[:40]!r}: {small * 1000:.1f} ms, ten times the text {large * 1000:.1f} ms")
    # Below a few milliseconds the clock tells nothing.
    return large / max(small, 0.005)


@pytest.mark.parametrize("piece", REPEATED)
def test_layout(piece: str) -> None:
    assert growth(lambda text: lay_out(Document(text)), piece, 20_000) < MOST


@pytest.mark.parametrize("piece", MARK_PIECES)
def test_quotation_marks(piece: str) -> None:
    def read(text: str) -> object:
        return find_quotations(text, (Paragraph(0, len(text), ParagraphRole.BODY),))

    assert growth(read, piece, 20_000) < MOST


def test_rules_on_one_long_line() -> None:
    """Full of marks and cues, and no parse, so that only the rules are timed."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    transformer = Transformer(nlp)
    assert growth(lambda text: transformer.annotate(Document(text)), ATTRIBUTION_PIECE, 20_000) < MOST


def test_annotation() -> None:
    transformer = Transformer(load_pipeline())
    text = SAMPLE.read_text("utf-8") + "\n\n"
    assert growth(transformer.annotate_prose, text, 2 * len(text)) < MOST


def test_five_megabytes_on_one_line() -> None:
    started = time.process_time()
    lay_out(Document(SENTENCE * 52_000))
    seconds = time.process_time() - started
    print(f"layout of five megabytes on one line: {seconds:.2f} s")
    assert seconds < 10
