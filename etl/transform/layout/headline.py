"""The front of a page: the headline, and what stands around it before the first paragraph of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.records import ParagraphRole
from etl.transform.layout.block import Block
from etl.transform.layout.debris import Debris
from etl.transform.layout.place import dateline_of, is_colon_dateline
from etl.transform.layout.reading import Reading, is_chronicle
from etl.transform.layout.vocabulary import FINITE_VERBS, FUNCTION_WORDS, RUBRICS

_MAX_HEADLINE_WORDS = 32
_MAX_PLAIN_HEADLINE_WORDS = 18
_FEW_WORDS = 12
#: "14:32 The river has reached the school": an entry of a running report.
_STAMPED = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[-–—:|]?\s+[A-Z“\"‘']")
_MARKED = re.compile(r"\([A-Z]{2,5}\)")  # "(AP) The court ..."
#: A point of what an agency sums up under its headline: "* Now sees sales down 2%".
_ITEM = re.compile(r"[*•▪‣·]\s")
_MAX_FURNITURE = 60
_MAX_RUBRIC_WORDS = 4
_MAX_STANDFIRST_WORDS = 45
_MIN_SHARED = 0.5
_MIN_ALIKE = 0.6
_FIRST_BONUS = 0.75
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_BREADCRUMB = re.compile(r"\S\s*[>›»|/•·]\s*\S")
_SEVERAL_SENTENCES = re.compile(r"[a-z]{3,}[.!?]['\"’”)]*\s+[A-Z“\"‘']")
_REPORTS = re.compile(r"\b(?:said|told|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_NARRATES = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """Places among the blocks: the headline's, the standfirst's, and where the article itself begins.

    ``lead`` is the number of blocks where it never does.
    """

    headline: int | None
    lead: int
    standfirst: int | None = None


def find_front(readings: Sequence[Reading], supplied: str | None) -> Front:
    """Where the headline stands and the article begins; ``supplied`` is the headline that came with the document."""
    candidates, lead = _walk(readings, supplied)
    front = Front(_choose(readings, candidates, lead), lead)
    if supplied and (match := _supplied_place(readings[: lead + 1], supplied)) is not None:
        front = Front(match, lead if match < lead else _next_plain(readings, match + 1))
    if front.headline is None or front.lead >= len(readings):
        return front
    following = _next_prose(readings, front.lead + 1)
    return Front(front.headline, following, front.lead) if _is_standfirst(readings, front.lead, following) else front


def _walk(readings: Sequence[Reading], supplied: str | None) -> tuple[list[int], int]:
    """The lines that could be the headline, and the first paragraph of the article after them."""
    candidates: list[int] = []
    is_terse = not any(reading.is_prose for reading in readings)
    is_headed = False  # a line of more than a few words was seen: not just a section or a name
    for place, reading in enumerate(readings):
        if reading.role is not None:
            # "Poll: ...", "Watch: ..." at the very top
            if is_headed or reading.debris is not Debris.TEASER or not _is_labelled_headline(readings, place):
                continue
        elif is_headed:
            if reading.is_prose or reading.block.text.endswith(":") or (is_terse and reading.is_sentence):
                return candidates, place
        elif is_stamped(reading.block.text) or (reading.is_prose and not _may_head(readings, place, supplied)):
            return candidates, place
        candidates.append(place)
        is_headed = is_headed or reading.block.words > 3
    return candidates, len(readings)


def is_rubric(line: str) -> bool:
    """Whether ``line`` names a part of a paper ("World news", "Home > Politics")."""
    words = [word.casefold() for word in _WORD.findall(line)]
    if not words or len(words) > 8:
        return False
    named = sum(word in RUBRICS for word in words)
    if _BREADCRUMB.search(line):
        return named >= 1
    return len(words) <= _MAX_RUBRIC_WORDS and named >= 1 and all(w in RUBRICS or w in FUNCTION_WORDS for w in words)


def is_stamped(line: str) -> bool:
    """Whether ``line`` is an entry of a running report, words behind a clock."""
    return _STAMPED.match(line) is not None


def front_role(readings: Sequence[Reading], place: int, front: Front) -> ParagraphRole:
    """The role of a block before the lead that has none by itself and is not the headline."""
    line = readings[place].block.text
    if front.headline is None or place < front.headline:
        return ParagraphRole.SECTION if front.headline or is_rubric(line) else ParagraphRole.BODY
    if line == readings[front.headline].block.text:
        return ParagraphRole.HEADLINE
    if place == front.standfirst:
        return ParagraphRole.SUBHEADLINE
    if is_rubric(line):
        return ParagraphRole.SECTION
    if readings[place].block.words <= 3 and not has_finite_verb(line) and _is_in_title_case(line):
        return ParagraphRole.SECTION if readings[place].block.ends_sentence else ParagraphRole.CAPTION
    says = readings[place].block.words >= 9 or readings[place].block.ends_sentence or has_finite_verb(line)
    return ParagraphRole.SUBHEADLINE if says else ParagraphRole.CAPTION


def has_finite_verb(line: str) -> bool:
    """Whether ``line`` holds one of the most frequent finite verbs."""
    return any(word.casefold() in FINITE_VERBS for word in _WORD.findall(line))


def normal(line: str) -> str:
    """``line`` for comparison of headlines: letters and digits in lower case."""
    return " ".join(_WORD.findall(line.casefold()))


def _is_labelled_headline(readings: Sequence[Reading], place: int) -> bool:
    """Whether a line that opens as a teaser does is the headline: the article follows right after."""
    following = _next_plain(readings, place + 1)
    return (
        readings[place].block.words >= 5
        and (":" in readings[place].block.text or readings[place].block.text.split()[0].isupper())  # "WATCH What ..."
        and following < len(readings)
        and readings[following].is_prose
    )


def _may_head(readings: Sequence[Reading], place: int, supplied: str | None) -> bool:
    """Whether a block that ends as a sentence does is a headline all the same.

    Most pages begin with one. Against it speak length and the tenses of reporting; for it capitals, a dateline in the
    next paragraph, and a next paragraph that tells the same. A text that came with its headline beside it mostly begins
    with the article: there only capitals tell, or nearly the same words.
    """
    block = readings[place].block
    if supplied and not _is_in_title_case(block.text) and not _is_nearly(block.text, supplied):
        return False
    following = _next_plain(readings, place + 1)
    if block.words > _MAX_HEADLINE_WORDS or block.text.endswith(":") or following >= len(readings):
        return False
    dateline = dateline_of(block.source, block.start_char, block.end_char)
    if (dateline is not None and not is_colon_dateline(dateline)) or _MARKED.match(block.text):
        return False  # a colon stands behind labels of headlines too: "BUSTED: "
    return _reads_as_headline(block, readings[following].block)


def _reads_as_headline(block: Block, second: Block) -> bool:
    if dateline_of(second.source, second.start_char, second.end_char) is not None or is_rubric(second.text):
        return True
    if _is_in_title_case(block.text):
        return True
    if block.words <= _FEW_WORDS:
        return not _REPORTS.search(block.text)
    if block.words > _MAX_PLAIN_HEADLINE_WORDS or _SEVERAL_SENTENCES.search(block.text):
        return False
    reports = _REPORTS.search(block.text) or _NARRATES.search(block.text)
    return not reports or _shared(block, second) >= _MIN_SHARED


def _is_nearly(line: str, supplied: str) -> bool:
    one, other = set(normal(line).split()), set(normal(supplied).split())
    return len(one & other) >= _MIN_ALIKE * len(one | other)


def _is_in_title_case(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) >= 4]
    return sum(1 for word in long if word[0].isupper()) >= 0.75 * len(long)


def _choose(readings: Sequence[Reading], candidates: Sequence[int], lead: int) -> int | None:
    """The headline among ``candidates``: the one that the article tells more about, the first before the others."""
    few = [place for place in candidates[:_MAX_FURNITURE] if _may_be_headline(readings[place].block)]
    if any(not _ITEM.match(readings[place].block.text) for place in few):
        few = [place for place in few if not _ITEM.match(readings[place].block.text)]
    if any(_outdoes(readings[place].block) for place in few):
        few = [place for place in few if readings[place].block.words > 3]
    if len(few) < 2:
        return few[0] if few and _next_plain(readings, few[0] + 1) < len(readings) else None
    article = frozenset().union(*(_stems(readings[place].block) for place in range(lead, min(lead + 8, len(readings)))))

    def promise(place: int) -> float:
        block = readings[place].block
        stems = _stems(block)
        told = len(stems & article) / max(len(stems), 3)
        rank = _FIRST_BONUS if place == few[0] else -_FIRST_BONUS * block.ends_sentence  # a deck is a sentence
        return 3 * told + min(block.words, 8) / 8 + rank

    return max(few, key=promise)


def _may_be_headline(block: Block) -> bool:
    return block.words <= _MAX_HEADLINE_WORDS and not is_rubric(block.text)


def _outdoes(block: Block) -> bool:
    """Whether a later line is more of a headline than a few words above it, which then name a section."""
    return block.words > 3 and (not block.ends_sentence or _is_in_title_case(block.text))


def _is_standfirst(readings: Sequence[Reading], lead: int, following: int) -> bool:
    """Whether the first paragraph is a standfirst: over the byline or dateline, or retold by the next one."""
    first = readings[lead].block
    if first.words > _MAX_STANDFIRST_WORDS or following >= len(readings):
        return False
    between = {reading.role for reading in readings[lead + 1 : following]}
    if between & {ParagraphRole.BYLINE, None} or (ParagraphRole.DATELINE in between and not is_chronicle(readings)):
        return True
    if _SEVERAL_SENTENCES.search(first.text):
        return False
    second = readings[following].block
    is_under_dateline = dateline_of(second.source, second.start_char, second.end_char) is not None
    if is_under_dateline and dateline_of(first.source, first.start_char, first.end_char) is None:
        return True
    return _shared(first, second) >= _MIN_SHARED


def _next_prose(readings: Sequence[Reading], start: int) -> int:
    """The next paragraph of prose, over furniture and labels; the number of blocks, if something else comes first."""
    for place in range(start, min(start + _MAX_FURNITURE, len(readings))):
        if readings[place].is_prose:
            return place
        if readings[place].role is None and not is_rubric(readings[place].block.text):
            break
    return len(readings)


def _supplied_place(readings: Sequence[Reading], supplied: str) -> int | None:
    wanted = normal(supplied)
    for place, reading in enumerate(readings):
        if wanted and reading.block.words <= 2 * _MAX_HEADLINE_WORDS and normal(reading.block.text) == wanted:
            return place
    return None


def _next_plain(readings: Sequence[Reading], start: int) -> int:
    """The next block without a role of its own, looked for in the next few only; else the number of blocks."""
    few = range(start, min(start + _MAX_FURNITURE, len(readings)))
    return next((place for place in few if readings[place].role is None), len(readings))


def _shared(first: Block, second: Block) -> float:
    """The share of the first block's words that the second one repeats; 0 where it has too few to tell."""
    stems = _stems(first)
    return len(stems & _stems(second)) / len(stems) if len(stems) >= 4 else 0.0


def _stems(block: Block) -> frozenset[str]:
    """The beginnings of a block's longer words: enough to meet "sharing" in "share"."""
    words = re.findall(r"[^\W\d_]{4,}", block.source[block.start_char : min(block.end_char, block.start_char + 2000)])
    return frozenset(word[:4].casefold() for word in words) - FUNCTION_WORDS
