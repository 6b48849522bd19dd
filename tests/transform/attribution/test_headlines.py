"""What a headline says that somebody said: if one of these fails, a user misses, or reads wrongly, the line that most
readers of an article read."""

from __future__ import annotations

import pytest

from etl.records import Article, AttributionType, Document, ParagraphRole, SourceKind
from tests.transform.reading import pieces, transformer

_BODY = """

By Jonas Berg

OSLO, Norway, May 3, 2016 (Reuters) - The harbor of Oslo will stay open, Mayor Ingrid Olsen told the city council. The \
council had asked for a report on its safety after a storm in spring.

The ferry company and the Norwegian Labour Party welcomed the decision. The owners of the ferries had feared for the \
summer, which is their best season. Nobody was hurt in the storm.
"""


def _annotate(headline: str) -> Article:
    article = transformer().annotate(Document(headline + _BODY))
    assert article.paragraphs[0].role is ParagraphRole.HEADLINE
    return article


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Olsen: Harbor of Oslo is safe for the summer", "Olsen", "Harbor of Oslo is safe for the summer"),
        ("Olsen on storm: Harbor of Oslo is safe", "Olsen", "Harbor of Oslo is safe"),
        ("Survey: Most ferries in Oslo run late", "Survey", "Most ferries in Oslo run late"),
        ("Ingrid Olsen says harbor will stay open", "Ingrid Olsen", "harbor will stay open"),
        ("Harbor Will Stay Open All Summer, Olsen Says", "Olsen", "Harbor Will Stay Open All Summer"),
        ("The Latest: Olsen vows to keep harbor open", "Olsen", "to keep harbor open"),
        ("Olsen tells council she will keep harbor open", "Olsen", "she will keep harbor open"),
        ("Harbor may close for good, say engineers", "engineers", "Harbor may close for good"),
        ("Mayor took cash in biscuit tin, court hears", "court", "Mayor took cash in biscuit tin"),
        ("Lawmakers slam harbor plan during debate", "Lawmakers", "harbor plan"),
        ("Mayor finds harbor unsafe, then opens it", "Mayor", "harbor unsafe"),
        ("Mayor calls for new study of harbor", "Mayor", "new study of harbor"),
        ("After storm, Olsen urges owners to stay calm", "Olsen", "owners to stay calm"),
    ],
)
def test_said(headline: str, source: str, content: str) -> None:
    first = _annotate(headline).attributions[0]
    assert (first.source_as_written, pieces(first)) == (source, (content,))


def test_speaker_is_the_body_s() -> None:
    article = _annotate("Olsen says harbor will stay open")
    first = article.attributions[0]
    assert first.speaker is not None
    assert (first.source_kind, article.mentions[first.speaker - 1].name) == (SourceKind.PERSON, "Ingrid Olsen")


def test_marks_tell_the_type() -> None:
    first = _annotate("Olsen: ‘The harbor is safe for all of us’").attributions[0]
    assert first.type is AttributionType.DIRECT
    assert _annotate("Olsen says harbor is ‘as safe as ever’").attributions[0].type is AttributionType.MIXED


@pytest.mark.parametrize(
    "headline",
    [
        "Oslo keeps its harbor open",
        "Beyond the storm: A harbor in danger",  # no source, a rubric
        "Olsen tax plans worry owners of ferries",  # plans are hers, but nobody says anything
        "Harbor rules face key test in court",
    ],
)
def test_nobody_said(headline: str) -> None:
    assert [each.rule for each in _annotate(headline).attributions if each.rule.startswith("headline")] == []
