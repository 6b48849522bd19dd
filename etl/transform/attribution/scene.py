"""A paragraph as the rules see it: its parse, its quotations, and which cues are taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import SPOKEN_WITH, SURE_FORMS, VERBS, Use, Verb
from etl.transform.quotation import Quotation

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_BE = frozenset(["is", "are", "was", "were", "been", "be", "'s", "’s", "'re", "’re"])


@dataclass(frozen=True, slots=True)
class Quoted:
    """An outermost quotation with marks: tokens ``start`` to ``end`` (exclusive), marks included."""

    ordinal: int
    quotation: Quotation
    start: int
    end: int

    @property
    def chars(self) -> Chars:
        return self.quotation.start_char, self.quotation.end_char


@dataclass(slots=True)
class Scene:
    text: str
    tree: Tree
    quoted: list[Quoted]
    drafts: list[Draft] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)  # tokens that are the head of a draft's cue
    placed: set[int] = field(default_factory=set)  # quotations that are in a draft's content

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        if draft.head is not None:
            self.taken.add(draft.head)
        for start, end in draft.content:
            for each in self._quoted_in(start, end):
                draft.quotations.append(each.ordinal)
                self.placed.add(each.ordinal)

    def _quoted_in(self, start: int, end: int) -> Iterator[Quoted]:
        """The quotations that share a character with a range."""
        place = bisect_right(self.quoted, start, key=lambda each: each.quotation.end_char)
        while place < len(self.quoted) and self.quoted[place].quotation.start_char < end:
            yield self.quoted[place]
            place += 1

    def verb(self, i: int, use: Use) -> tuple[Verb, Form] | None:
        """The lexicon's entry for token ``i``, if it is used as a verb and may be used so."""
        word = self.tree.lower[i]
        entry = VERBS.get(word)
        if word in SPOKEN_WITH and use & (Use.DIRECT | Use.CLAUSE):
            particle, spoken = SPOKEN_WITH[word]
            entry = spoken if self.tree.lower[i + 1 : i + 2] == [particle] else entry
        if entry is None or not entry[0].use & use or self._is_compound(i) or self._is_of_a_state(i):
            return None
        if entry[0].lemma == "put" and not self._puts(i, use):
            return None
        pos = self.tree.pos[i]
        if pos in ("VERB", "AUX") or not pos or self.tree.lower[i] in SURE_FORMS:
            return entry
        if (entry[1] is Form.ING and self._is_participle(i)) or (entry[1] is Form.PAST and self._is_perfect(i)):
            return entry
        if use & Use.INFINITIVE and entry[0].use & Use.INFINITIVE and self._opens_infinitive(i):
            return entry
        return entry if entry[0].use & Use.CLAUSE and use & Use.CLAUSE and self._acts_as_verb(i) else None

    def _is_of_a_state(self, i: int) -> bool:
        """ "An aide to *state* Senator Lind": no verb before a name."""
        following = self.tree.text[i + 1 : i + 2]
        return self.tree.lower[i] == "state" and bool(following) and following[0][0].isupper()

    def _puts(self, i: int, use: Use) -> bool:
        """ "As she *put* it", “…,” he *put to* her, or "*puts* the toll **at** 40": a number held to be right."""
        tree = self.tree
        if not use & Use.OBJECT:
            return tree.lower[i + 1 : i + 2] in (["it"], ["to"])
        at = next((j for j in range(i + 2, min(i + 12, tree.size - 1)) if tree.lower[j] == "at"), None)
        if at is None:
            return False
        parts = (j for j in range(i + 1, at) if tree.pos[j] in ("VERB", "PUNCT", "ADP"))
        number = range(at + 1, min(at + 5, tree.size))
        is_number = any(tree.pos[j] == "NUM" or tree.lower[j] in ("twice", "half") for j in number)
        return is_number and all(tree.lower[j] == "of" for j in parts)

    def _is_compound(self, i: int) -> bool:
        """Whether a hyphen joins a word to the one before: "Iran-*backed* militias"."""
        tree = self.tree
        return (
            i > 1
            and tree.text[i - 1] == "-"
            and tree.ends[i - 1] == tree.starts[i]
            and tree.quote[i] == tree.quote[i - 1]
        )

    def _is_participle(self, i: int) -> bool:
        """Whether a word in -ing, taken for a noun or adjective, is a verb: "is *promising* to", ", *warning* that"."""
        tree = self.tree
        if i == 0 or i + 2 >= tree.size or not (tree.text[i - 1] == "," or tree.lower[i - 1] in _BE):
            return False
        if tree.lower[i + 1] == "to" and tree.tag[i + 2] == "VB":
            return True
        return "that" in tree.lower[i + 1 : i + 3]

    def _is_perfect(self, i: int) -> bool:
        """Whether "has" stands before a form taken for an adjective: "has also *detailed* foundation spending"."""
        j = i - 1
        while j >= 0 and self.tree.pos[j] == "ADV":
            j -= 1
        return j >= 0 and self.tree.lower[j] in ("has", "have", "had") and self.tree.tag[i] == "JJ"

    def _opens_infinitive(self, i: int) -> bool:
        """Whether a plural that heads its sentence is a verb: "The campaign *plans* to …"."""
        tree = self.tree
        if tree.head[i] != i or tree.tag[i] != "NNS" or i + 2 >= tree.size:
            return False
        return tree.lower[i + 1] == "to" and tree.tag[i + 2] == "VB" and tree.pos[i - 1] in ("NOUN", "PROPN")

    def _acts_as_verb(self, i: int) -> bool:
        """Whether a word tagged as a noun is the verb of its sentence after all: "Some in the party fear that …"."""
        tree = self.tree
        if tree.tag[i] not in ("NN", "NNS") or i + 2 >= tree.size or tree.lower[i + 1] != "that":
            return False
        start = tree.sentence[i][0]
        if i == start or tree.pos[i - 1] in ("DET", "ADJ", "ADP") or tree.tag[i - 1] in ("PRP$", "POS"):
            return False
        return not any(tree.tag[j] in _FINITE for j in range(start, i))

    def chars(self, start: int, end: int) -> Chars:
        """Characters of a range of tokens, without white space and stops at its ends, and widened to whole
        quotations."""
        tree = self.tree
        while start < end and (tree.is_space[start] or (tree.text[start] in ",:;—–-" and not tree.quote[start])):
            start += 1
        while end > start and (tree.is_space[end - 1] or (tree.text[end - 1] in ".,:;—–-" and not tree.quote[end - 1])):
            end -= 1
        if end <= start:
            at = tree.starts[min(start, tree.size - 1)]
            return at, at
        first, last = tree.phrase(start, end)
        for each in self._quoted_in(first, last):
            first, last = min(first, each.quotation.start_char), max(last, each.quotation.end_char)
        return first, last
