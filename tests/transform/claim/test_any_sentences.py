"""A claim stands in its sentence, wherever the parser sees one end: if this fails, `sql/checks` reports the rows, and a
claim is shown beside the wrong sentence."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from etl.language import load_pipeline
from etl.records import Article, Document
from etl.transform.article import Transformer

#: A sentence is made to begin at each token whose place divided by the first number leaves the second.
_CUTS = [(1_000, 0)]

PIECES = st.sampled_from(
    [
        "“[T]he bridge will close in May,” Olsen said.",
        "Olsen said “[t]he bridge” would cost about $3.5 million (£2.8m).",
        "The mayor wrote #DemDebate was a farce and that 1,200 people had left.",
        "According to Reuters, 72 unarmed men were shot; the army denied it.",
        "The port, which was built in 1920, will close, and the ferry (late again) will not sail.",
        "She said: “We have no money. Nobody asked us.”",
        "[T]he council [of Bergen] knew.",
        "U.S. troops were told to leave, the Pentagon said in an emailed statement.",
        "…",
        "(",
        "[",
        "]",
        "”",
        "\n",
        "No. 5 fell 3 percent, down from 7 percent in March, he added",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda glue: glue.join(pieces))
)


@Language.component("cut_sentences_anywhere")
def _cut(doc: Doc) -> Doc:
    every, at = _CUTS[0]
    for token in doc[1:]:
        if token.i % every == at:
            token.is_sent_start = True
    return doc


@cache
def _transformer() -> Transformer:
    nlp = load_pipeline(None)
    nlp.add_pipe("cut_sentences_anywhere", before="parser")
    return Transformer(nlp)


def _check(text: str, article: Article) -> None:
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph - 1]
        assert paragraph.start_char <= sentence.start_char < sentence.end_char <= paragraph.end_char
    for claim in article.claims:
        sentence = article.sentences[claim.sentence - 1]
        assert sentence.start_char <= claim.span.start_char < claim.span.end_char <= sentence.end_char
        assert text[claim.span.start_char : claim.span.end_char] == claim.span.text
    for attribution in article.attributions:
        for each in attribution.spans:
            assert text[each.span.start_char : each.span.end_char] == each.span.text != ""


@settings(max_examples=60)
@given(text=TEXTS, every=st.integers(2, 30), at=st.integers(0, 29))
def test_any_boundaries(text: str, every: int, at: int) -> None:
    _CUTS[0] = (every, at % every)
    _check(text, _transformer().annotate(Document(text)))


def test_a_very_long_line() -> None:
    _CUTS[0] = (1_000, 0)
    text = "He said that the [O]fficial plan, down 3% from May, was late and that 40 men had left " * 200
    article = _transformer().annotate(Document(text))
    assert article.claims
    _check(text, article)
