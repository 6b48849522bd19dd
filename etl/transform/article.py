"""One document -> one article: the steps of the transform stage joined."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from etl.language import AT_ONCE, parse, pipeline_fingerprint
from etl.records import AnnotationStatus, Article, Document, Paragraph, ParagraphRole, Sentence
from etl.transform.attribution import find_attributions
from etl.transform.chunk import Chunk, cut_prose
from etl.transform.citation import find_citations
from etl.transform.claim import find_claims, read_numbers
from etl.transform.entity import find_mentions, resolve_speakers
from etl.transform.layout import lay_out
from etl.transform.layout.layout import Layout
from etl.transform.parsed import ParsedArticle, ParsedParagraph, Reader
from etl.transform.quotation import find_quotations
from etl.transform.version import with_rules
from etl.transform.word import written

log = logging.getLogger(__name__)

#: Characters of the paragraphs that the pipeline takes at once.
_BATCH_CHARACTERS: Final = 16_000
#: Articles, and characters of prose, that are parsed together; both bound the memory that is held.
_ARTICLES: Final = 32
_CHARACTERS: Final = 400_000
_WORD: Final = re.compile(r"\w+(?:['’.-]\w+)*")
_ENGLISH: Final = "en"
#: A no-break space would be a token of its own, and the tagger takes it for a name. One character for one.
_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "))


class Transformer:
    """Annotates documents with ``nlp``, a pipeline with Universal Dependencies labels (:mod:`etl.language`)."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @cached_property
    def fingerprint(self) -> str:
        """What made the rows: the pipeline's fingerprint and that of the rules' source files."""
        return with_rules(pipeline_fingerprint(self._nlp))

    def annotate(self, document: Document) -> Article:
        """The article that ``document`` holds."""
        return next(self.annotate_many([document]))

    def annotate_many(self, documents: Iterable[Document]) -> Iterator[Article]:
        """The articles of ``documents``, in their order. Memory does not grow with their number."""
        for batch in _batches(documents):
            # What the zone holds dies with it: no Doc, Span or Token may leave the block, only records.
            with self._nlp.memory_zone():
                articles = list(self._annotate_batch(batch))
            yield from articles

    def annotate_prose(self, text: str) -> Article:
        """The article of a text that is prose throughout, one paragraph a line: nothing is taken for a headline."""
        lines = (match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text))
        layout = Layout(paragraphs=tuple(Paragraph(start, end, ParagraphRole.BODY) for start, end in lines))
        chunks = tuple(cut_prose(text, layout))
        status = AnnotationStatus.ANNOTATED if chunks else AnnotationStatus.EMPTY
        with self._nlp.memory_zone():
            return next(self._annotate_batch([_LaidOut(text, layout, status, chunks)]))

    def _annotate_batch(self, batch: Sequence[_LaidOut]) -> Iterator[Article]:
        texts = [
            each.text[chunk.start_char : chunk.end_char].translate(_SPACES) for each in batch for chunk in each.chunks
        ]
        pairs = zip(texts, self._parse(texts), strict=True)
        for each in batch:
            yield _annotate(each, tuple(islice(pairs, len(each.chunks))))

    def _parse(self, texts: Sequence[str]) -> Iterator[Doc]:
        try:
            docs = []
            # More threads would double the processor time of products this small, and end no sooner.
            with _blas().limit(limits=1, user_api="blas"):
                for batch in _parse_batches(texts):
                    for doc in parse(self._nlp, batch):
                        # 8 KB a word that nothing here reads; without the copy the batch's whole array would stay
                        doc.tensor = doc.tensor[:0].copy()
                        docs.append(doc)
            yield from docs
        except Exception:  # one paragraph must not lose its article, nor the articles beside it
            log.exception("a batch of paragraphs could not be parsed; they are taken one at a time")
            for text in texts:
                yield self._parse_alone(text)

    def _parse_alone(self, text: str) -> Doc:
        try:
            return self._nlp(text)
        except Exception:
            log.exception(
                "a paragraph of %d characters could not be parsed; its words stay without annotation", len(text)
            )
            return self._nlp.make_doc(text)


@cache
def _blas() -> ThreadpoolController:
    """The numeric libraries of this process; looking for them takes some milliseconds."""
    return ThreadpoolController()


@dataclass(frozen=True, slots=True)
class _LaidOut:
    text: str
    layout: Layout
    status: AnnotationStatus
    chunks: tuple[Chunk, ...]


def _lay_out(document: Document) -> _LaidOut:
    layout = lay_out(document)
    chunks = tuple(cut_prose(document.text, layout))
    if layout.language not in (None, _ENGLISH):
        return _LaidOut(document.text, layout, AnnotationStatus.OTHER_LANGUAGE, ())
    status = AnnotationStatus.ANNOTATED if chunks else AnnotationStatus.EMPTY
    return _LaidOut(document.text, layout, status, chunks)


def _batches(documents: Iterable[Document]) -> Iterator[list[_LaidOut]]:
    batch: list[_LaidOut] = []
    characters = 0
    for document in documents:
        laid_out = _lay_out(document)
        batch.append(laid_out)
        characters += sum(chunk.end_char - chunk.start_char for chunk in laid_out.chunks)
        if len(batch) == _ARTICLES or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _parse_batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts of which each ``AT_ONCE`` in turn, which the pipeline takes at once, have few enough characters."""
    run: list[str] = []
    count = characters = 0
    for text in texts:
        if count == AT_ONCE:
            count = characters = 0
        elif count and characters + len(text) > _BATCH_CHARACTERS:
            yield run
            run, count, characters = [], 0, 0
        run.append(text)
        count += 1
        characters += len(text)
    if run:
        yield run


def _annotate(laid_out: _LaidOut, docs: Sequence[tuple[str, Doc]]) -> Article:
    layout, text = laid_out.layout, laid_out.text
    pairs = zip(laid_out.chunks, docs, strict=True)
    reader = Reader()
    parsed = tuple(reader.read(chunk.paragraph, doc, words, chunk.start_char) for chunk, (words, doc) in pairs)
    sentences = tuple(sentence for paragraph in parsed for sentence in _sentences(paragraph))
    quotations = tuple(find_quotations(text, layout.paragraphs)) if parsed else ()
    numbers = [read_numbers(paragraph) for paragraph in parsed]
    article = ParsedArticle(text, layout.paragraphs, parsed, sentences, (), quotations)
    article = replace(article, mentions=find_mentions(article, numbers))
    attributions = tuple(find_attributions(article))
    article = replace(article, mentions=resolve_speakers(article, attributions))
    claims, figures = find_claims(article, numbers, attributions)
    annotated = Article(
        headline=layout.headline,
        url=layout.url,
        outlet=layout.outlet,
        published=layout.published,
        language=layout.language,
        word_count=count_words(text, layout),
        status=laid_out.status,
        authors=layout.authors,
        paragraphs=layout.paragraphs,
        sentences=sentences,
        mentions=article.mentions,
        attributions=attributions,
        claims=claims,
        figures=figures,
        citations=find_citations(article, layout, attributions),
    )
    for paragraph in parsed:
        paragraph.unlink()
    return annotated


def count_words(text: str, layout: Layout) -> int:
    """Words of the prose; "U.S." and "Iran-backed" are one each."""
    prose = (each for each in layout.paragraphs if each.role.is_prose)
    return sum(1 for each in prose for _ in _WORD.finditer(text, each.start_char, each.end_char))


def _sentences(paragraph: ParsedParagraph) -> Iterator[Sentence]:
    words = paragraph.words
    starts = [0, *(word.i for word in words[1:] if word.is_sent_start)]
    for first, end in zip(starts, [*starts[1:], len(words)], strict=True):
        text = written(words[first:end])
        start_char = paragraph.offset + words[first].start_char + len(text) - len(text.lstrip())
        if text.strip():
            yield Sentence(start_char, start_char + len(text.strip()), paragraph.ordinal)
