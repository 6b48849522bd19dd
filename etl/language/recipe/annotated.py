"""One annotated text, between a corpus file and a spaCy `Doc`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Annotated:
    """A paragraph (or a sentence, where a corpus has no paragraphs) with what its corpus says of it.

    All lists have one item a token. `heads` are token indices into the same lists (a root is its
    own head). `entities` are half-open token ranges with a label; None means that the corpus says
    nothing about entities, which is not the same as an empty tuple.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    sentence_starts: tuple[bool, ...] | None = None
    tags: tuple[str, ...] | None = None
    pos: tuple[str, ...] | None = None
    morphs: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deps: tuple[str, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None
    genre: str = ""

    @property
    def text(self) -> str:
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True))

    def with_entities(self, entities: tuple[tuple[int, int, str], ...]) -> Annotated:
        return replace(self, entities=entities)

    def to_doc(self, vocab: Vocab) -> Doc:
        """The same as a `Doc` on gold tokens; what the corpus does not say stays unset."""
        doc = Doc(
            vocab,
            words=list(self.words),
            spaces=list(self.spaces),
            tags=list(self.tags) if self.tags else None,
            pos=list(self.pos) if self.pos else None,
            morphs=list(self.morphs) if self.morphs else None,
            lemmas=list(self.lemmas) if self.lemmas else None,
            heads=list(self.heads) if self.heads else None,
            deps=list(self.deps) if self.deps else None,
            sent_starts=list(self.sentence_starts) if self.sentence_starts and not self.heads else None,
        )
        if self.entities is not None:
            spans = [Span(doc, start, end, label=label) for start, end, label in self.entities]
            doc.set_ents(spans, default="outside")
        return doc
