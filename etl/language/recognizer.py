"""The name recognizer: spaCy's network and spaCy's answers, found for a whole batch at once.

spaCy's greedy recognizer decides word by word, as each decision may rest on the one before. But it looks back only
while a name is open (its first word and its last word so far), so all else can be decided at once: what each word
would be outside a name, then how each name that may begin there goes on. The network is the same and so are the names;
`tests/language/test_recognizer.py` compares them. spaCy 3.8 takes and gives back Python's lock at each look at a word:
21 of the 38 µs that a word's names took were such decisions; now they take 3.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from thinc.api import Model

FACTORY = "newstrace_ner"
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Name = tuple[int, int, str]
# The network looks at the word, at the first word of the open name, and at the word before.
_FEATURES = 3


class BatchRecognizer(EntityRecognizer):  # type: ignore[misc]
    """A trained `ner` component of spaCy's, read from the same files; where it can't decide at once, spaCy does."""

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The docs in order, with their entities. spaCy's own would take a quarter of a batch at a time."""
        on_error = self.get_error_handler()
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            group = list(batch)
            try:
                self.set_annotations(group, self.predict(group))
            except Exception as error:  # the handler decides, as in spaCy's components
                on_error(self.name, self, group, error)
            else:
                yield from group

    def predict(self, docs: Sequence[Doc]) -> Any:
        """The names of each doc as (first token, last + 1, label); the states of spaCy's machine where it must do."""
        group = [docs] if isinstance(docs, Doc) else list(docs)
        if not self._fits(group):
            return super().predict(group)
        # Not self.move_names: that leaves out "U-", so its places are not those of the classes.
        return _names(group, self.model, [self.moves.get_class_name(i) for i in range(self.moves.n_moves)])

    def set_annotations(self, docs: Sequence[Doc], found: Any) -> None:
        for doc, names in zip(docs, found, strict=True):
            if isinstance(names, list):
                doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names], default="outside")
            else:
                super().set_annotations([doc], [names])

    def _fits(self, docs: Sequence[Doc]) -> bool:
        """Whether the network and the docs are of the kind that can be decided at once."""
        lower = self.model.get_ref("lower")
        return (
            self.cfg.get("beam_width", 1) == 1
            and self.model.attrs["has_upper"]
            and lower.get_dim("nF") == _FEATURES
            and lower.get_dim("nP") > 1
            and not any(len(doc) and doc.has_annotation("ENT_IOB") for doc in docs)
        )


@dataclass(frozen=True)
class _Moves:
    """Which classes of the network mean what."""

    outside: Places
    begins: Flags
    units: Flags
    labels: tuple[str, ...]
    inner: dict[str, int]
    last: dict[str, int]

    @classmethod
    def of(cls, names: Sequence[str]) -> _Moves:
        """`names`: "O", "B-ORG", "I-ORG", … by class. "U-" stands for a word that must be in no name."""
        outside = [i for i, name in enumerate(names) if name == "O" or (name[0] in "BU" and len(name) > 2)]
        return cls(
            outside=np.asarray(outside),
            begins=np.asarray([names[i][0] == "B" for i in outside]),
            units=np.asarray([names[i][0] == "U" for i in outside]),
            labels=tuple(names[i][2:] for i in outside),
            inner={name[2:]: i for i, name in enumerate(names) if name[0] == "I"},
            last={name[2:]: i for i, name in enumerate(names) if name[0] == "L"},
        )


class _Scores:
    """Scores of the classes for words of a batch, seen outside a name or inside one."""

    def __init__(self, docs: Sequence[Doc], model: Model[Any, Any]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        vectors = model.get_ref("tok2vec").predict(docs)
        # One row before the first word stands for "no word".
        table = lower.predict(np.concatenate(vectors) if isinstance(vectors, list) else vectors)
        self._none, self._words = table[0], table[1:]
        self._lower_bias = np.asarray(lower.get_param("b"))
        self._weights = np.asarray(upper.get_param("W"))
        self._bias = np.asarray(upper.get_param("b"))

    def outside(self, classes: Places) -> Floats:
        """Scores of `classes` for every word as if no name were open, shape (words, classes)."""
        hidden = self._hidden(self._words[:, 0] + self._none[1] + self._none[2])
        scores: Floats = hidden @ self._weights[classes].T + self._bias[classes]
        return scores

    def inside(self, words: Places, firsts: Places, classes: Places) -> Floats:
        """The score of one class for each word in a name that began at `firsts`, shape (words,)."""
        hidden = self._hidden(self._words[words, 0] + self._words[firsts, 1] + self._words[words - 1, 2])
        scores: Floats = (hidden * self._weights[classes]).sum(-1) + self._bias[classes]
        return scores

    def _hidden(self, summed: Floats) -> Floats:
        hidden: Floats = (summed + self._lower_bias).max(-1)
        return hidden


def _names(docs: Sequence[Doc], model: Model[Any, Any], move_names: Sequence[str]) -> list[list[Name]]:
    sizes = [len(doc) for doc in docs]
    if not sum(sizes):
        return [[] for _ in docs]
    moves = _Moves.of(move_names)
    scores = _Scores(docs, model)
    flags = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]).reshape(-1, 2) for doc in docs])
    ends = np.cumsum(sizes)
    # A name stays in its sentence and begins with no space.
    closed = np.append(flags[1:, 0] == 1, True)
    closed[ends[ends > 0] - 1] = True
    space = flags[:, 1] == 1
    outside = scores.outside(moves.outside)
    forbidden = (closed | space)[:, None] & moves.begins | space[:, None] & moves.units
    choice = np.where(forbidden, -np.inf, outside).argmax(-1)
    chosen_begin, chosen_unit = moves.begins[choice], moves.units[choice]
    name_ends = _ends_of_names(scores, moves, np.flatnonzero(chosen_begin), choice, closed)
    found: list[list[Name]] = []
    for first, last in pairwise([0, *ends.tolist()]):
        names: list[Name] = []
        place = first
        for word in (first + np.flatnonzero((chosen_begin | chosen_unit)[first:last])).tolist():
            if word >= place:
                place = name_ends[word] if chosen_begin[word] else word + 1
                names.append((word - first, place - first, moves.labels[choice[word]]))
        found.append(names)
    return found


def _ends_of_names(scores: _Scores, moves: _Moves, firsts: Places, choice: Places, closed: Flags) -> dict[int, int]:
    """Where each name that would begin at one of `firsts` would end, a word of all of them at a time."""
    labels = [moves.labels[c] for c in choice[firsts].tolist()]
    inner = np.asarray([moves.inner[label] for label in labels], dtype=np.int64)
    last = np.asarray([moves.last[label] for label in labels], dtype=np.int64)
    words = firsts + 1
    ends: dict[int, int] = {}
    while len(firsts):
        more = scores.inside(words, firsts, inner) > scores.inside(words, firsts, last)
        goes_on = more & ~closed[words]
        ends.update(zip(firsts[~goes_on].tolist(), (words[~goes_on] + 1).tolist(), strict=True))
        firsts, words, inner, last = firsts[goes_on], words[goes_on] + 1, inner[goes_on], last[goes_on]
    return ends


@Language.factory(
    FACTORY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def create_recognizer(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Callable[..., Any] | None,
) -> BatchRecognizer:
    return BatchRecognizer(
        nlp.vocab,
        model,
        name=name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
