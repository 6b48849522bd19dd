"""The stage joined: an article must come out whole, whatever came in."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.records import AnnotationStatus, Article, Document, Span
from etl.transform.article import Transformer

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"
ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\"“”‘’«»'()[]…—–-.,;:?!\n\r\t\u2028\u200f\u202e 0123456789$£%"),
)
PIECES = st.sampled_from(
    [
        "“", "”", "he said", "according to", "the report", "$5 billion", "Mr.", "al-", "(IS)", "h/t", "\n\n", "5-",
        "of", "Reuters", "tens of thousands", "said", ":", "and a half", "U.S.", "I", "שלום", "🙂", "\x00",
        "\ufeff", "if",
    ]
)  # fmt: skip


def check(article: Article, text: str) -> None:
    """Every range holds its words, and every ordinal leads to a record."""
    spans = [mention.span for mention in article.mentions]
    spans += [claim.span for claim in article.claims]
    spans += [figure.span for figure in article.figures]
    spans += [citation.span for citation in article.citations]
    spans += [each.span for attribution in article.attributions for each in attribution.spans]
    for span in spans:
        assert text[span.start_char : span.end_char] == span.text
        assert span.text
    for sentence in article.sentences:
        assert 0 <= sentence.start_char < sentence.end_char <= len(text)
        assert 0 < sentence.paragraph <= len(article.paragraphs)
    for ordinal, mention in enumerate(article.mentions, start=1):
        assert mention.chain is None or 0 < mention.chain <= ordinal
        assert mention.name
    for claim in article.claims:
        assert 0 < claim.sentence <= len(article.sentences)
        assert claim.attribution is None or 0 < claim.attribution <= len(article.attributions)
        assert claim.subject_mention is None or 0 < claim.subject_mention <= len(article.mentions)
    for figure in article.figures:
        assert figure.value <= figure.value_high
        assert figure.claim is None or 0 < figure.claim <= len(article.claims)
    for place, citation in enumerate(article.citations, start=1):
        assert citation.refers_to is None or 0 < citation.refers_to < place


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(ALPHABET, max_size=400), st.lists(PIECES, max_size=60).map(" ".join)))
def test_no_text_raises(transformer: Transformer, text: str) -> None:
    check(transformer.annotate(Document(text)), text)
    check(transformer.annotate_prose(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "One line.",
        "no punctuation at all " * 400,
        "x" * 50_000,
        "“" * 3000,
        "(" * 3000,
        "5 " * 3000,
        "He said " * 2000,
        "Ali " * 3000,
        "a\x00b\x0b\x1f\u2028c " * 500,
        "שלום עולם. " * 300,
        "🙂" * 2000,
        "$" * 2000 + "5 million",
        "1," * 3000,
        "the report " * 1500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_texts_come_out_whole(transformer: Transformer, text: str) -> None:
    check(transformer.annotate(Document(text)), text)
    check(transformer.annotate_prose(text), text)


def test_the_samples_come_out_whole(samples: dict[str, Article]) -> None:
    for path in SAMPLES.glob("*.txt"):
        article = samples[path.name[:3]]
        check(article, path.read_text("utf-8"))
        assert article.status is AnnotationStatus.ANNOTATED
        assert article.sentences
        assert article.claims


def test_the_same_article_comes_out_whatever_its_company(transformer: Transformer) -> None:
    documents = [Document(path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.txt"))]
    together = list(transformer.annotate_many(documents))
    assert together == [transformer.annotate(document) for document in documents]
    assert list(transformer.annotate_many(reversed(documents))) == together[::-1]


def test_a_parsed_text_lets_go_of_what_the_networks_computed(transformer: Transformer) -> None:
    """Eight kilobytes a word: an article of a megabyte would take two gigabytes, and a batch half a one."""
    with transformer._nlp.memory_zone():
        docs = list(transformer._parse(["The mill burned.", "Nobody was hurt."]))
        assert [(doc.tensor.size, doc.tensor.base) for doc in docs] == [(0, None), (0, None)]


def test_another_language_is_loaded_and_not_annotated(transformer: Transformer) -> None:
    text = (
        "La ministre a déclaré lundi que le gouvernement ne reviendrait pas sur sa décision.\n\n"
        "Les syndicats, eux, appellent à une nouvelle journée de grève jeudi dans tout le pays."
    )
    article = transformer.annotate(Document(text))
    assert article.status is AnnotationStatus.OTHER_LANGUAGE
    assert article.paragraphs
    assert article.sentences == article.mentions == article.claims == ()


def test_a_pipeline_without_parser_still_gives_sentences() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    text = "Twelve people died. The mayor said so."
    article = Transformer(nlp).annotate_prose(text)
    check(article, text)
    assert len(article.sentences) == 2
    assert [figure.value for figure in article.figures] == [12]


def test_a_paragraph_that_fails_does_not_lose_the_article() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    @spacy.Language.component("fails_on_bad")
    def fails_on_bad(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        if "bad" in doc.text:
            raise RuntimeError("bad")
        return doc

    nlp.add_pipe("fails_on_bad")
    article = Transformer(nlp).annotate_prose("A good one.\nA bad one.\nAnother good one.")
    assert [sentence.paragraph for sentence in article.sentences] == [1, 2, 3]


def test_the_fingerprint_names_pipeline_and_rules(transformer: Transformer) -> None:
    pipeline, rules = transformer.fingerprint.split(" rules-")
    assert pipeline
    assert len(rules) == 12
    assert transformer.fingerprint == Transformer(transformer._nlp).fingerprint


def test_spans_refuse_words_that_are_not_there() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Span(0, 3, "four")
