"""An article on its way through the transform stage: parsed, before attributions and claims are found."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from etl.records import Mention, Paragraph, Sentence
from etl.transform.quotation import Quotation


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """One paragraph of prose; a token's place in the document's text is ``offset + token.idx``.

    ``text`` is what ``doc`` was made of: ``doc.text`` would join all its tokens each time.
    """

    ordinal: int  # into ``ParsedArticle.paragraphs``, from 1
    doc: Doc
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """What every later step reads. Ordinals count from 1 into the tuple of their kind."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    parsed: tuple[ParsedParagraph, ...]  # prose paragraphs only, in text order
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
