"""The front of a page: the headline, and what stands around it before the first paragraph of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.records import ParagraphRole
from etl.transform.layout.block import Block
from etl.transform.layout.byline import is_person_name
from etl.transform.layout.place import dateline_of
from etl.transform.layout.reading import Reading
from etl.transform.layout.vocabulary import FINITE_VERBS, FUNCTION_WORDS, RUBRICS

_MAX_HEADLINE_WORDS = 32
_MAX_RUBRIC_WORDS = 4
_MAX_STANDFIRST_WORDS = 45
_MIN_SHARED = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_BREADCRUMB = re.compile(r"\S\s*[>›»|/•·]\s*\S")
_SEVERAL_SENTENCES = re.compile(r"[a-z]{3,}[.!?]['\"’”)]*\s+[A-Z“\"‘']")
_REPORTS = re.compile(
    r"\b(?:said|says|told|was|were|had|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
_ARTICLES = frozenset(("a", "an", "the"))


@dataclass(frozen=True, slots=True)
class Front:
    """Places among the blocks: the headline's, and where the article itself begins (the number of blocks, if never)."""

    headline: int | None
    lead: int


def find_front(readings: Sequence[Reading], supplied: str | None) -> Front:
    """Where the headline stands and the article begins; ``supplied`` is the headline that came with the document."""
    candidates: list[int] = []
    lead = len(readings)
    for place, reading in enumerate(readings):
        if reading.role is not None:
            continue
        if reading.is_prose and not (_has_no_headline(readings, candidates) and _may_head(readings, place)):
            lead = place
            break
        candidates.append(place)
    if supplied and (match := _supplied_place(readings[: lead + 1], supplied)) is not None:
        return Front(match, lead if match < lead else _next_plain(readings, match + 1))
    return Front(_choose(readings, candidates), lead)


def is_rubric(line: str) -> bool:
    """Whether ``line`` names a part of a paper ("World news", "Home > Politics")."""
    words = [word.casefold() for word in _WORD.findall(line)]
    if not words or len(words) > 8:
        return False
    named = sum(word in RUBRICS for word in words)
    if _BREADCRUMB.search(line):
        return named >= 1
    return len(words) <= _MAX_RUBRIC_WORDS and named >= 1 and all(w in RUBRICS or w in FUNCTION_WORDS for w in words)


def front_role(readings: Sequence[Reading], place: int, front: Front) -> ParagraphRole:
    """The role of a block before the lead that has none by itself and is not the headline."""
    line = readings[place].block.text
    if front.headline is None or place < front.headline:
        return ParagraphRole.SECTION if front.headline or is_rubric(line) else ParagraphRole.BODY
    if line == readings[front.headline].block.text:
        return ParagraphRole.HEADLINE
    if is_person_name(line.rstrip(",")) and _is_signed(readings, place):
        return ParagraphRole.BYLINE
    if is_rubric(line):
        return ParagraphRole.SECTION
    says = readings[place].block.words >= 9 or readings[place].block.ends_sentence or has_finite_verb(line)
    return ParagraphRole.SUBHEADLINE if says else ParagraphRole.CAPTION


def is_standfirst(readings: Sequence[Reading], front: Front) -> bool:
    """Whether the first paragraph is a standfirst: over the byline or dateline, or retold by the next one."""
    first = readings[front.lead].block
    if front.headline is None or first.words > _MAX_STANDFIRST_WORDS or _SEVERAL_SENTENCES.search(first.text):
        return False
    following = _next_plain(readings, front.lead + 1)
    while following < len(readings) and is_rubric(readings[following].block.text):
        following += 1
    if following >= len(readings) or not readings[following].is_prose:
        return False
    between = [reading.role for reading in readings[front.lead + 1 : following]]
    if ParagraphRole.BYLINE in between or ParagraphRole.DATELINE in between or None in between:
        return True
    second = readings[following].block
    return (
        dateline_of(second.source, second.start_char, second.end_char) is not None
        and dateline_of(first.source, first.start_char, first.end_char) is None
    ) or _shared(first, second) >= _MIN_SHARED


def has_finite_verb(line: str) -> bool:
    """Whether ``line`` holds one of the most frequent finite verbs."""
    return any(word.casefold() in FINITE_VERBS for word in _WORD.findall(line))


def normal(line: str) -> str:
    """``line`` for comparison of headlines: letters and digits in lower case."""
    return " ".join(_WORD.findall(line.casefold()))


def _has_no_headline(readings: Sequence[Reading], candidates: Sequence[int]) -> bool:
    return all(readings[place].block.words <= 3 for place in candidates)


def _may_head(readings: Sequence[Reading], place: int) -> bool:
    """Whether a block that ends as a sentence does is a headline all the same: one sentence, in headline style."""
    block = readings[place].block
    if block.words > _MAX_HEADLINE_WORDS or _SEVERAL_SENTENCES.search(block.text) or block.text.endswith(":"):
        return False
    following = _next_plain(readings, place + 1)
    if following >= len(readings) or dateline_of(block.source, block.start_char, block.end_char):
        return False
    words = _WORD.findall(block.text)
    long = [word for word in words if len(word) >= 4]
    in_title_case = sum(word[0].isupper() for word in long) >= 0.7 * len(long)
    score = 2 * in_title_case + (len(words) <= 14) + (not _ARTICLES & {word.casefold() for word in words})
    return score - 2 * bool(_REPORTS.search(block.text)) >= 2


def _choose(readings: Sequence[Reading], candidates: Sequence[int]) -> int | None:
    for number, place in enumerate(candidates):
        block = readings[place].block
        later = [readings[each].block.words for each in candidates[number + 1 : number + 4]]
        if block.words <= 3 and any(words > max(3, block.words) for words in later):
            continue
        if is_rubric(block.text) or block.words > _MAX_HEADLINE_WORDS:
            continue
        return place if _next_plain(readings, place + 1) < len(readings) else None
    return None


def _supplied_place(readings: Sequence[Reading], supplied: str) -> int | None:
    wanted = normal(supplied)
    for place, reading in enumerate(readings):
        if wanted and reading.block.words <= 2 * _MAX_HEADLINE_WORDS and normal(reading.block.text) == wanted:
            return place
    return None


def _next_plain(readings: Sequence[Reading], start: int) -> int:
    return next((place for place in range(start, len(readings)) if readings[place].role is None), len(readings))


def _is_signed(readings: Sequence[Reading], place: int) -> bool:
    """Whether a date or a byline's line stands next to a name."""
    near = readings[max(0, place - 2) : place + 3]
    return any(reading.role in (ParagraphRole.DATELINE, ParagraphRole.BYLINE) for reading in near)


def _shared(first: Block, second: Block) -> float:
    """The share of the first block's words that the second one repeats, by their first four letters."""
    stems = [
        {word[:4].casefold() for word in re.findall(r"[^\W\d_]{4,}", block.text[:2000])} - FUNCTION_WORDS
        for block in (first, second)
    ]
    return len(stems[0] & stems[1]) / len(stems[0]) if len(stems[0]) >= 4 else 0.0
