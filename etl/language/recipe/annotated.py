"""One annotated text, between a corpus file and a spaCy `Doc`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Annotated:
    """A paragraph (or a sentence, where there are no paragraphs) with what its corpus says.

    All lists have one item a token. `heads` are token indices into the same lists (a root is its
    own head). `entities` are half-open token ranges with a label; None means that the corpus says
    nothing about entities, which is not the same as an empty tuple. `source` names the corpus: each
    has its own idea of what a name is.
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
    source: str = ""

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


def split_sentences(paragraph: Annotated, *, longest: int = 120) -> list[Annotated]:
    """The paragraph's sentences as items of their own; those over `longest` tokens are left out.

    Entities that cross a boundary are dropped.
    """
    starts = [i for i, s in enumerate(paragraph.sentence_starts or ()) if s] or [0]
    pieces: list[Annotated] = []
    for first, end in zip(starts, [*starts[1:], len(paragraph.words)], strict=True):
        if end - first > longest:
            continue
        entities = paragraph.entities
        pieces.append(
            Annotated(
                words=paragraph.words[first:end],
                spaces=(*paragraph.spaces[first : end - 1], False),
                tags=paragraph.tags and paragraph.tags[first:end],
                pos=paragraph.pos and paragraph.pos[first:end],
                morphs=paragraph.morphs and paragraph.morphs[first:end],
                lemmas=paragraph.lemmas and paragraph.lemmas[first:end],
                heads=paragraph.heads and tuple(h - first for h in paragraph.heads[first:end]),
                deps=paragraph.deps and paragraph.deps[first:end],
                entities=None
                if entities is None
                else tuple((s - first, e - first, x) for s, e, x in entities if first <= s and e <= end),
                genre=paragraph.genre,
                source=paragraph.source,
            )
        )
    return pieces


def with_names_on(doc: Doc, item: Annotated) -> Annotated:
    """The names of `item` on the tokens of `doc`, the same text; `item` itself where a name ends inside a token.

    Corpora keep "Al-Arabiya" whole, the pipeline does not: it must learn names in the pieces that it will see.
    """
    offsets: list[int] = []
    position = 0
    for word, space in zip(item.words, item.spaces, strict=True):
        offsets.append(position)
        position += len(word) + space
    spans = [
        (doc.char_span(offsets[start], offsets[end - 1] + len(item.words[end - 1])), label)
        for start, end, label in item.entities or ()
    ]
    if doc.text != item.text or any(span is None for span, _ in spans):
        return item
    return Annotated(
        words=tuple(t.text for t in doc),
        spaces=tuple(bool(t.whitespace_) for t in doc),
        entities=tuple((span.start, span.end, label) for span, label in spans if span is not None),
        genre=item.genre,
        source=item.source,
    )


def join_sentences(sentences: Sequence[Annotated]) -> Annotated:
    """Sentences as one paragraph, a space between them.

    What the first sentence lacks (trees, lemmas, entities), the paragraph lacks.
    """
    offsets = [0]
    for sentence in sentences:
        offsets.append(offsets[-1] + len(sentence.words))
    spaces = tuple(space for s in sentences for space in (*s.spaces[:-1], True))

    def all_of(name: str) -> tuple[str, ...] | None:
        if getattr(sentences[0], name) is None:
            return None
        return tuple(value for s in sentences for value in getattr(s, name))

    return Annotated(
        words=tuple(word for s in sentences for word in s.words),
        spaces=(*spaces[:-1], False),
        sentence_starts=tuple(i == 0 for s in sentences for i in range(len(s.words))),
        tags=all_of("tags"),
        pos=all_of("pos"),
        morphs=all_of("morphs"),
        lemmas=all_of("lemmas"),
        heads=None
        if sentences[0].heads is None
        else tuple(at + h for at, s in zip(offsets, sentences, strict=False) for h in s.heads or ()),
        deps=all_of("deps"),
        entities=None
        if sentences[0].entities is None
        else tuple(
            (at + start, at + end, label)
            for at, s in zip(offsets, sentences, strict=False)
            for start, end, label in s.entities or ()
        ),
        genre=sentences[0].genre,
        source=sentences[0].source,
    )
