"""Open text labelled by the teacher, for the small networks to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

from etl.language.gazetteer import is_norp
from etl.language.recipe.annotated import Annotated, join_sentences
from etl.language.recipe.batches import batches
from etl.language.recipe.labels import to_ours

if TYPE_CHECKING:  # torch is needed only where a teacher is
    from etl.language.recipe.teacher import Teacher

LONGEST = 90
SHORTEST = 4
_BATCH_WORDS = 3000


def tokenize(groups: Iterable[Sequence[str]]) -> list[list[Annotated]]:
    """Sentences with the pipeline's own tokens, still grouped as they stood together."""
    blank = spacy.blank("en")
    tokenized: list[list[Annotated]] = []
    for group in groups:
        sentences: list[Annotated] = []
        for text in group:
            doc = blank.make_doc(text.strip())
            if not SHORTEST <= len(doc) <= LONGEST or any(t.is_space for t in doc):
                continue
            sentences.append(
                Annotated(
                    words=tuple(t.text for t in doc),
                    spaces=(*(bool(t.whitespace_) for t in doc[:-1]), False),
                )
            )
        if sentences:
            tokenized.append(sentences)
    return tokenized


def label(teacher: Teacher, groups: Sequence[Sequence[Annotated]]) -> list[list[Annotated]]:
    """Every sentence with the teacher's annotation, in the groups that were given.

    A sentence that is too long for the teacher is left out, and a group of which nothing remains.
    """
    return _labelled(groups, teacher.label)


def label_names(teacher: Teacher, groups: Sequence[Sequence[Annotated]]) -> list[list[Annotated]]:
    """Every sentence with the teacher's names alone, as :func:`label` gives them."""
    return _labelled(groups, teacher.label_names)


def _labelled(
    groups: Sequence[Sequence[Annotated]], annotate: Callable[[list[Annotated]], list[Annotated]]
) -> list[list[Annotated]]:
    flat = [sentence for group in groups for sentence in group]
    numbered = {id(sentence): i for i, sentence in enumerate(flat)}
    found: dict[int, Annotated] = {}
    for batch in batches(flat, _BATCH_WORDS, None):
        for sentence, labelled in zip(batch, annotate(batch), strict=True):
            if labelled.entities is not None:
                found[numbered[id(sentence)]] = labelled
    at, labelled_groups = 0, []
    for group in groups:
        kept = [found[i] for i in range(at, at + len(group)) if i in found]
        at += len(group)
        if kept:
            labelled_groups.append(kept)
    return labelled_groups


def with_trees(groups: Iterable[Sequence[Annotated]]) -> Iterator[Annotated]:
    """Paragraphs with the teacher's trees and no entities."""
    for group in groups:
        yield join_sentences([replace(sentence, entities=None) for sentence in group])


def with_names(groups: Iterable[Sequence[Annotated]]) -> Iterator[Annotated]:
    """Paragraphs with the teacher's names and no trees, titles outside of names, all peoples marked."""
    for group in groups:
        item = join_sentences([_names_alone(sentence) for sentence in group])
        yield to_ours(item.with_entities(_with_peoples(item)))


def _names_alone(sentence: Annotated) -> Annotated:
    return Annotated(words=sentence.words, spaces=sentence.spaces, entities=sentence.entities)


def _with_peoples(sentence: Annotated) -> tuple[tuple[int, int, str], ...]:
    spans = list(sentence.entities or ())
    inside = {i for start, end, _ in spans for i in range(start, end)}
    spans += [(i, i + 1, "NORP") for i, word in enumerate(sentence.words) if i not in inside and is_norp((word,))]
    return tuple(sorted(spans))


def split_prose(paragraphs: Iterable[str]) -> list[list[str]]:
    """Sentences of edited prose by its full stops; "U.S." is one token and ends none."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return [[s.text for s in doc.sents] for doc in nlp.pipe(paragraphs)]


def write(items: Iterable[Annotated], path: Path) -> int:
    """A DocBin of the items; returns the number of tokens."""
    vocab = spacy.blank("en").vocab
    bin_ = DocBin(store_user_data=False)
    tokens = 0
    for item in items:
        bin_.add(item.to_doc(vocab))
        tokens += len(item.words)
    bin_.to_disk(path)
    return tokens
