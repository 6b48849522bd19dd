"""One printing of a quote: its quoted words, and how they differ from the fullest printing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from etl.link.words import fold_words
from etl.records import Alteration, AttributionType

#: A mixed attribution's quoted stretch this short is a word held with tongs, not an utterance.
LEAST_WORDS = 3

#: What must be left of a quotation when those inside it are taken out.
_LEAST_LEFT = 0.4

_MARKED = (
    re.compile(r"“([^“”]+)(?:”|$)"),
    re.compile(r'"([^"]+)(?:"|$)'),
    re.compile(r"«([^«»]+)(?:»|$)"),
    re.compile(r"(?<![^\W_])[‘']([^‘]+?)(?:['’](?![^\W_])|$)"),
)
#: What joins a quotation to its tag and is not quoted: "that" in ‘said that “we will go”’.
_JOINT = re.compile(r"(?:that|whether|if)\W*?(?=[“\"«‘'])", re.IGNORECASE)
_MARKS = " \t\r\n\"“”„«»‘’'"


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open stretch of the document's text.

    ``is_block``: a paragraph of a block quotation, which has no marks. ``is_resumed``: another's words, which stand
    before it, were taken out.
    """

    start_char: int
    end_char: int
    text: str
    is_block: bool = False
    is_resumed: bool = False


@dataclass(frozen=True, slots=True)
class Printing:
    """The quoted words of one attribution, whose whole content has ``content_chars``. ``ranges`` is never empty."""

    attribution_id: int
    article_id: int
    ranges: tuple[Range, ...]
    speaker: str
    content_chars: int = 0

    @property
    def content(self) -> str:
        """The quoted words alone, without the tag between them; for another's words inside them stands […]."""
        texts = [each.text for each in self.ranges]
        parts = [_ended(text, following) for text, following in zip(texts, [*texts[1:], ""], strict=True)]
        return " ".join(
            f"[…] {part}" if each.is_resumed else part for each, part in zip(self.ranges, parts, strict=True)
        )

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for each in self.ranges for word in fold_words(each.text))


def _ended(text: str, following: str) -> str:
    """A stretch with a full stop for the comma of its tag, where the next is a new sentence: “It is late,” he said. “We
    left.” At the end nothing stands for it."""
    if not following:
        return text.removesuffix(",")
    first = following.split(" ", 1)[0]
    is_new = first[:1].isupper() and first[:2].rstrip("'’") != "I"
    return f"{text[:-1]}." if is_new and text.endswith(",") else text


def quoted_ranges(kind: str, contents: Sequence[Range]) -> list[Range]:
    """The quoted stretches in the content of an attribution of this type, without their marks.

    The content of a direct attribution is a quotation from end to end, with or without its marks; that of a mixed
    one holds some, in marks. A quotation that is opened and not closed runs to the end of its span.
    """
    if kind == AttributionType.DIRECT:
        stretches = [(each, _joint_end(each.text), len(each.text)) for each in contents]
    else:
        stretches = [
            (each, start, end)
            for each in contents
            for start, end in ([(0, len(each.text))] if each.is_block else _marked(each.text))
        ]
        stretches = stretches or [(each, 0, len(each.text)) for each in contents]
    trimmed = (_trim(each, start, end) for each, start, end in stretches)
    return [each for each in trimmed if each is not None]


def _joint_end(text: str) -> int:
    joint = _JOINT.match(text)
    return joint.end() if joint else 0


def is_utterance(kind: str, ranges: Sequence[Range]) -> bool:
    """Whether quoted words say something, and are not a word or two held with tongs."""
    words = sum(len(fold_words(each.text)) for each in ranges)
    return words >= (1 if kind == AttributionType.DIRECT else LEAST_WORDS)


def without_inner(printings: Sequence[Printing]) -> list[Printing]:
    """The printings without the words of other quotations inside them, which are those speakers'.

    One of which little is left goes: it is the same quotation read twice. So does the wider of two statements that
    quote the very same words: "the report said that Clapper wrote ..." quotes Clapper.
    """
    closest: dict[tuple[int, tuple[Range, ...]], Printing] = {}
    for printing in printings:
        place = (printing.article_id, printing.ranges)
        if place not in closest or printing.content_chars < closest[place].content_chars:
            closest[place] = printing
    printings = [each for each in printings if closest[each.article_id, each.ranges] is each]
    kept = []
    for printing in printings:
        inner = [
            each
            for other in printings
            if other.article_id == printing.article_id and other.attribution_id != printing.attribution_id
            for each in other.ranges
        ]
        ranges = tuple(part for whole in printing.ranges for part in _subtract(whole, inner))
        left = sum(len(each.text) for each in ranges) / sum(len(each.text) for each in printing.ranges)
        if left >= _LEAST_LEFT:
            kept.append(replace(printing, ranges=ranges))
    return kept


def _subtract(whole: Range, inner: Sequence[Range]) -> Iterable[Range]:
    """What is left of a stretch without the smaller ones that lie within it."""
    start = whole.start_char
    within = [
        each
        for each in inner
        if whole.start_char <= each.start_char
        and each.end_char <= whole.end_char
        and each.end_char - each.start_char < whole.end_char - whole.start_char
    ]
    for each in sorted(within, key=lambda each: (each.start_char, -each.end_char)):
        if each.start_char > start:
            yield from _part(whole, start, each.start_char)
        start = max(start, each.end_char)
    yield from _part(whole, start, whole.end_char)


def _part(whole: Range, start: int, end: int) -> Iterable[Range]:
    if start > whole.start_char:  # what closes the words that were taken out is no part of the rest
        words = whole.text[start - whole.start_char : end - whole.start_char]
        start += len(words) - len(words.lstrip(f"{_MARKS},;"))
    part = _trim(whole, start - whole.start_char, end - whole.start_char)
    if part is not None and len(fold_words(part.text)):
        yield replace(part, is_resumed=start > whole.start_char or whole.is_resumed)


def _marked(text: str) -> Iterable[tuple[int, int]]:
    for marks in _MARKED:
        found = [match.span(1) for match in marks.finditer(text)]
        if found:
            return found
    return []


def _trim(whole: Range, start: int, end: int) -> Range | None:
    text = whole.text[start:end]
    left = len(text) - len(text.lstrip(_MARKS))
    bare = text.strip(_MARKS)
    first = whole.start_char + start + left
    return Range(first, first + len(bare), bare) if bare else None


@dataclass(frozen=True, slots=True)
class Difference:
    """How a printing differs from the canonical form; ``similarity`` is 2 x shared words / words of both."""

    alteration: Alteration
    similarity: float


def differ(printed: tuple[str, ...], canonical: tuple[str, ...]) -> Difference:
    """What a printing did to the canonical form, both as folded words.

    Trimmed: all of its words stand in the canonical form, which has more. Extended: the other way round. Reworded:
    each has words that the other lacks.
    """
    if printed == canonical:
        return Difference(Alteration.IDENTICAL, 1.0)
    similarity = round(Indel.normalized_similarity(printed, canonical), 4)
    steps = Indel.opcodes(canonical, printed)
    lacks = any(step.tag == "delete" for step in steps)
    adds = any(step.tag == "insert" for step in steps)
    if lacks and not adds:
        return Difference(Alteration.TRIMMED, similarity)
    if adds and not lacks:
        return Difference(Alteration.EXTENDED, similarity)
    return Difference(Alteration.REWORDED, similarity)
