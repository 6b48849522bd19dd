"""What the packaged pipeline reads in a text, and what tests ask of it. The pipeline is loaded once a worker."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from etl.language import load_pipeline
from etl.records import Article, Attribution, SpanRole
from etl.transform.article import Transformer


@cache
def packaged() -> Language:
    """The pipeline that ships; a test that changes a pipeline loads its own."""
    return load_pipeline(None)


@cache
def transformer() -> Transformer:
    return Transformer(packaged())


def read(*lines: str) -> Article:
    """The article whose paragraphs are ``lines``, all of them prose."""
    return transformer().annotate_prose("\n".join(lines))


def pieces(attribution: Attribution) -> tuple[str, ...]:
    """What is said, piece by piece."""
    return tuple(span.text for span in attribution.of_role(SpanRole.CONTENT))


def statements(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Who says what in ``text``, as it is written there."""
    return [(each.source_as_written, pieces(each)) for each in read(text).attributions]


def name_of(article: Article, mention: int | None) -> str | None:
    """The name of who is meant by a mention, which is an ordinal; ``None`` where nobody known is."""
    chain = article.mentions[mention - 1].chain if mention is not None else None
    return article.mentions[chain - 1].name if chain is not None else None
