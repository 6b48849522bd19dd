"""What an article attributes to somebody: where it stands, and which words only say who said it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.records import Attribution, AttributionType, SpanRole

#: Rules of attributions whose content is a thing, not a statement.
_NO_STATEMENT = ("stance", "spoke-of", "hearsay")
#: Rules of attributions whose content is what is wanted, or what somebody or something is said to be or have done.
_NO_CLAUSE = frozenset(["called", "held", "intended", "requested", "requested-passive"])
#: The rule for an adverb that stands in place of a source.
_HEARSAY = "hearsay"
_BLOCK = 1000  # characters


@dataclass(frozen=True, slots=True)
class Content:
    """One range of an attribution's content, in characters of the document; ``attribution`` is its ordinal.

    ``parts`` are all ranges of that content, in order.
    """

    start: int
    end: int
    attribution: int
    parts: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> tuple[int, int]:
        return self.parts[0][0], self.parts[-1][1]

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """A clause's range without what lies outside the content, and does not lead from one part to another."""
        start, end = max(start, self.whole[0]), min(end, self.whole[1])
        for (_, before), (after, _) in pairwise(self.parts):
            if before < end <= after:
                end = before
            if before <= start < after:
                start = after
        return start, end


class Contents:
    """All that is attributed in an article, by the blocks of text that it touches: what holds a place needs no search.

    Each range knows that of all content of its attribution, which a clause around the cue may take.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by_block: defaultdict[int, list[Content]] = defaultdict(list)
        for ordinal, attribution in enumerate(attributions, start=1):
            spans = list(attribution.of_role(SpanRole.CONTENT))
            if attribution.rule == _HEARSAY or not spans:  # "reportedly": nobody says it, the clause is only hedged
                continue
            parts = tuple(sorted((span.start_char, span.end_char) for span in spans))
            for span in spans:
                for block in range(span.start_char // _BLOCK, span.end_char // _BLOCK + 1):
                    self._by_block[block].append(Content(span.start_char, span.end_char, ordinal, parts))

    def near(self, char: int) -> Sequence[Content]:
        """The contents in the block of a character."""
        return self._by_block.get(char // _BLOCK, ())

    def innermost(self, char: int) -> Content | None:
        """The shortest content that holds a character: the statement at the end of a chain of relays."""
        holding = [each for each in self.near(char) if each.start <= char < each.end]
        return min(holding, key=lambda each: (each.end - each.start, each.attribution), default=None)


def cue_characters(attributions: Sequence[Attribution], heads: Sequence[int]) -> frozenset[int]:
    """The characters of the cues that only say who said it; ``heads`` are those of all predicates, sorted.

    "Two thirds oppose the plan", "was accused of paying bribes", "urged both sides to “let it rest”" have a cue and a
    content as well, but each is a fact of its own: its content is no clause.
    """
    places: set[int] = set()
    for attribution in attributions:
        if _tells_of_a_deed(attribution) or not _holds_clause(attribution, heads):
            continue
        for span in attribution.of_role(SpanRole.CUE):
            places.update(range(span.start_char, span.end_char))
    return frozenset(places)


def deed_characters(attributions: Sequence[Attribution]) -> frozenset[int]:
    """The characters of the cues that say what somebody did: "*apologized for* his outburst", "*urged* a boycott"."""
    return frozenset(
        place
        for attribution in attributions
        if _tells_of_a_deed(attribution)
        for span in attribution.of_role(SpanRole.CUE)
        for place in range(span.start_char, span.end_char)
    )


def _tells_of_a_deed(attribution: Attribution) -> bool:
    return attribution.rule.startswith(_NO_STATEMENT) or attribution.rule in _NO_CLAUSE


def _holds_clause(attribution: Attribution, heads: Sequence[int]) -> bool:
    if attribution.type is not AttributionType.INDIRECT:
        return True
    spans = attribution.of_role(SpanRole.CONTENT)
    return any(bisect_left(heads, span.start_char) < bisect_left(heads, span.end_char) for span in spans)


def hedge_of_attribution(attribution: Attribution | None) -> str | None:
    """The cue of an attribution that leaves open whether it was said."""
    if attribution is None or not attribution.is_hedged:
        return None
    return next((span.text for span in attribution.of_role(SpanRole.CUE)), None)


def tags_within(attribution: Attribution) -> list[tuple[int, int]]:
    """Characters between two ranges of a content that hold nothing but who says it: "The case**, she said,** fell"."""
    spans = sorted(attribution.of_role(SpanRole.CONTENT), key=lambda span: span.start_char)
    cues = list(attribution.of_role(SpanRole.CUE))
    gaps = [(first.end_char, second.start_char) for first, second in pairwise(spans)]
    return [(start, end) for start, end in gaps if any(start <= cue.start_char < end for cue in cues)]
