"""Annotation must cost little beside the parsing that it rests on, or a night's run does not end by morning."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from spacy.language import Language
from threadpoolctl import threadpool_limits

from etl.language import load_pipeline, parse
from etl.records import Document
from etl.transform.article import Transformer
from etl.transform.chunk import cut_prose
from etl.transform.layout import lay_out

SAMPLES = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))
#: The least share of parsing's speed that annotation keeps.
LEAST = 0.8


@pytest.mark.benchmark
def test_annotation_keeps_the_pipelines_speed() -> None:
    nlp = load_pipeline()
    documents = [Document(path.read_text("utf-8")) for path in SAMPLES] * 4
    transformer = Transformer(nlp)
    list(transformer.annotate_many(documents[:10]))
    # Many short turns: what else the machine does slows both alike, and the least of many is hardly touched by it.
    rounds = [(_parsing(nlp, documents), _annotating(transformer, documents)) for _ in range(12)]
    parsing, annotating = (min(times) for times in zip(*rounds, strict=True))
    print(f"parsing alone {parsing:.2f} s, annotation {annotating:.2f} s, ratio {parsing / annotating:.2f}")
    assert parsing / annotating >= LEAST


def _parsing(nlp: Language, documents: list[Document]) -> float:
    texts = [
        document.text[chunk.start_char : chunk.end_char]
        for document in documents
        for chunk in cut_prose(document.text, lay_out(document))
    ]
    start = time.process_time()
    # One thread, as the transform stage has it: with more, the processor time would double and flatter the ratio.
    with nlp.memory_zone(), threadpool_limits(limits=1, user_api="blas"):
        for _ in parse(nlp, texts):
            pass
    return time.process_time() - start


def _annotating(transformer: Transformer, documents: list[Document]) -> float:
    start = time.process_time()
    for _ in transformer.annotate_many(documents):
        pass
    return time.process_time() - start
