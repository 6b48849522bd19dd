"""The roles of a page's blocks, from its front, its middle and its end."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etl.records import ParagraphRole
from etl.transform.layout.block import Block
from etl.transform.layout.block_quotation import block_quotations
from etl.transform.layout.byline import biography_name, is_note_on, is_person_name, names_of
from etl.transform.layout.debris import Debris
from etl.transform.layout.headline import Front, find_front, front_role, is_rubric, is_stamped
from etl.transform.layout.reading import Reading, before_place, is_chronicle, read
from etl.transform.layout.release import is_portrait

_MAX_HEADING_WORDS = 12
_MIN_PROSE_BEFORE_COMMENTS = 3
_MIN_PROSE_BEFORE_END = 2
#: Blocks in which a sender's portrait of itself and the mark after it stand.
_MAX_PORTRAIT_BLOCKS = 8
#: What no line of the article stands after.
_LAST = (Debris.COMMENTS, Debris.END)
_MAX_BIOGRAPHIES = 6
_TOP_BLOCKS = 40
_OPENS_WITH = re.compile(r"[\"“”„«‘'‹(\[*•▪►‣–—-]|\d{1,2}[.)]\s|[a-z]|(?:Q|A)[.:]|[A-Z][A-Z .'’-]{2,30}:")
_NO_HEADING_END = re.compile(r"[,;:—–-]$")
#: "2:10 p.m.:" in a running report, "WHAT WE KNOW:"
_LABEL = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?[:.]?|(?=.*[A-Z]{3})[A-Z\d][A-Z\d\s'’&,-]{2,60}[:.?!]?"
)
_SIGNATURE = re.compile(r"[-–—]{1,2}\s?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}\.?")


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where the prose ends, where readers' comments and lists of links begin after it, and who wrote it."""

    last: int
    comments: int
    links: int
    authors: frozenset[str]


def roles_of(blocks: Sequence[Block], supplied_headline: str | None = None) -> tuple[list[ParagraphRole], Front]:
    """The role of each block, in order, and where the headline and the article begin."""
    readings = read(blocks)
    front = find_front(readings, supplied_headline)
    readings, authors = _sign(readings, front)
    ends = _find_ends(readings, front, authors)
    roles = [_role(readings, place, front, ends) for place in range(len(readings))]
    for place in block_quotations(blocks, roles):
        roles[place] = ParagraphRole.BLOCK_QUOTATION
    return roles, front


def _sign(readings: list[Reading], front: Front) -> tuple[list[Reading], frozenset[str]]:
    """The blocks, a name alone under the headline being a byline, and the names of the authors.

    A name of whom the article tells is none; what begins with it at the end may be a note on the author.
    """
    start = 0 if front.headline is None else front.headline + 1
    authors: set[str] = set()
    for place in range(start, min(front.lead, len(readings))):
        reading = readings[place]
        if reading.role is None and place != front.standfirst and _is_told_by(reading.block.text, readings, front.lead):
            reading = readings[place] = Reading(reading.block, ParagraphRole.BYLINE)
        if reading.role is ParagraphRole.BYLINE:
            authors.update(each.name for each in names_of(reading.block.text))
    return readings, frozenset(authors)


def _is_told_by(line: str, readings: Sequence[Reading], lead: int) -> bool:
    """Whether ``line`` is the name of a person of whom no paragraph tells that does not begin with it."""
    name = before_place(line)
    if not is_person_name(name) or is_rubric(line):
        return False
    last = name.split()[-1]
    return not any(_tells_of(last, each) for each in readings[lead:] if not is_note_on(each.block.text, [name]))


def _role(readings: Sequence[Reading], place: int, front: Front, ends: _Ends) -> ParagraphRole:
    if place == front.headline:
        return ParagraphRole.HEADLINE
    if place < front.lead:
        return readings[place].role or front_role(readings, place, front)
    return _middle_role(readings, place) if place <= ends.last else _back_role(readings[place], place, ends)


def _find_ends(readings: Sequence[Reading], front: Front, authors: Collection[str]) -> _Ends:
    count = len(readings)
    article = range(front.lead, _comments(readings, front.lead))
    last = max((place for place in article if readings[place].is_prose), default=front.lead - 1)
    last = _before_biographies(readings, front.lead, last, authors)
    for place in range(last + 1, article.stop):  # short sentences that follow without debris between belong to it
        if readings[place].debris is not None:
            break
        if readings[place].is_sentence and _noted(readings[place].block.text, authors) is None:
            last = place
    after = range(last + 1, count)
    return _Ends(
        last,
        min(article.stop, next((place for place in after if readings[place].debris in _LAST), count)),
        next((place for place in after if readings[place].debris is Debris.LINKS), count),
        frozenset(authors),
    )


def _middle_role(readings: Sequence[Reading], place: int) -> ParagraphRole:
    reading = readings[place]
    match reading.role:
        case None if is_stamped(reading.block.text):
            return ParagraphRole.BODY
        case None if is_rubric(reading.block.text):
            return ParagraphRole.SECTION
        case None if _is_heading(readings, place) or _is_linked(readings, place):
            return ParagraphRole.BOILERPLATE if _is_linked(readings, place) else ParagraphRole.HEADING
        case None:
            return ParagraphRole.BODY
        case ParagraphRole.DATELINE if not _is_near_top(readings, place):
            return ParagraphRole.HEADING
        case role:
            return role


def _is_near_top(readings: Sequence[Reading], place: int) -> bool:
    """Whether a date still belongs to the front: little prose stands above it, and it is no chronicle's."""
    if place > _TOP_BLOCKS or sum(reading.is_prose for reading in readings[:place]) > 2:
        return False
    return not is_chronicle(readings)


def _back_role(reading: Reading, place: int, ends: _Ends) -> ParagraphRole:
    """After the last prose: what readers or other articles say is boilerplate, as is whatever is no sentence."""
    if place >= ends.comments:
        return ParagraphRole.BOILERPLATE
    if reading.role is not None:
        return reading.role
    if _noted(reading.block.text, ends.authors) or _SIGNATURE.fullmatch(reading.block.text):
        return ParagraphRole.BYLINE
    is_sentence = reading.block.ends_sentence or reading.block.words > _MAX_HEADING_WORDS
    return ParagraphRole.BODY if is_sentence and place < ends.links else ParagraphRole.BOILERPLATE


def _noted(line: str, authors: Collection[str]) -> str | None:
    """The last name of the author of whom a note at the end tells, else ``None``."""
    named = next((each for each in authors if is_note_on(line, [each])), None)
    return named.split()[-1] if named is not None else biography_name(line)


def _before_biographies(readings: Sequence[Reading], lead: int, last: int, authors: Collection[str]) -> int:
    """The last prose before the notes on the authors: the page names them there and nowhere above but in a byline."""
    for place in range(last, max(lead, last - _MAX_BIOGRAPHIES), -1):
        name = _noted(readings[place].block.text, authors)
        if name is None or any(_tells_of(name, reading) for reading in readings[lead:place]):
            return place
        last = place - 1
    return last


def _tells_of(name: str, reading: Reading) -> bool:
    return reading.role is not ParagraphRole.BYLINE and name in reading.block.text


def _comments(readings: Sequence[Reading], lead: int) -> int:
    """Where readers' comments begin: a heading for them, with an article before it; else the end."""
    total = sum(reading.is_prose for reading in readings[lead:])
    prose = 0
    for place in range(lead, len(readings)):
        prose += readings[place].is_prose
        if readings[place].debris is Debris.COMMENTS and prose >= max(_MIN_PROSE_BEFORE_COMMENTS, total / 3):
            return place
        if prose >= max(_MIN_PROSE_BEFORE_END, total / 3) and _ends_release(readings, place):
            return place
    return len(readings)


def _ends_release(readings: Sequence[Reading], place: int) -> bool:
    """Whether a press release ends at ``place``: by its mark, or by a portrait of the sender with the mark after it."""
    if readings[place].debris is Debris.END:
        return True
    following = readings[place + 1 : place + _MAX_PORTRAIT_BLOCKS]
    return is_portrait(readings[place].block.text) and any(each.debris is Debris.END for each in following)


def _is_heading(readings: Sequence[Reading], place: int) -> bool:
    """Whether a short line inside the article heads what follows."""
    block = readings[place].block
    if len(block.text) <= 70 and _LABEL.fullmatch(block.text):
        return True
    return (
        block.words <= _MAX_HEADING_WORDS
        and not block.ends_sentence
        and not _OPENS_WITH.match(block.text)
        and not _NO_HEADING_END.search(block.text)
        and any(each.role is None for each in readings[place + 1 : place + 3])
    )


def _is_linked(readings: Sequence[Reading], place: int) -> bool:
    """Whether a line that is no sentence belongs to a list of links that begins above it."""
    if readings[place].is_prose or readings[place].block.ends_sentence:
        return False
    for earlier in range(place - 1, max(-1, place - 8), -1):
        if readings[earlier].debris is not None:
            return readings[earlier].debris is Debris.LINKS
        if readings[earlier].is_prose or readings[earlier].block.ends_sentence:
            return False
    return False
