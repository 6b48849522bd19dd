"""Bylines: who wrote it, as the page has it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from etl.transform.layout.agency import agency_at
from etl.transform.layout.date import dates_of, embedded_dates
from etl.transform.layout.vocabulary import (
    CONTROLS,
    FUNCTION_WORDS,
    MONTHS,
    PAGE_WORDS,
    PUBLISHER_WORDS,
    RUBRICS,
    TRADE_QUALIFIERS,
    TRADES,
)

_MAX_CHARS = 240
_MAX_TRADE_CHARS = 80
_MAX_TRADE_WORDS = 5
_NO_FIRST_NAMES = frozenset({"the"}) | RUBRICS | CONTROLS | PAGE_WORDS
_OPENING = re.compile(
    r"\W{0,3}(?:(?:written|posted|reported|published|story|text|words|analysis|commentary|opinion|report|interview|review|column"
    r"|reporting|guest\s\w+|exclusive)\s+)?by:?\s+|\W{0,2}(?:authors?|writers?|reporters?|reporting|byline)\s*:\s*|[—–-]{1,2}\s*by\s+",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_PARTICLES = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "bint",
        "abu",
        "abd",
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "lo",
        "san",
        "st",
        "ter",
        "ten",
        "zu",
        "y",
        "e",
        "ap",
        "af",
    )
)
_NAME_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|&)\s+|,|;|\s(?:and|&|with|y|et|und)\s|\s&\s)\s*", re.IGNORECASE)
_CUT = re.compile(
    r"\s+(?:in|at|for|of|from|on|is|reports?|reporting|special\sto|via|contributor|photographs?|photos?|video)\s"
    r"|\s*[|•·/@<>()\[\]]|\s+[-–—]\s+|\s*:\s|\d",
    re.IGNORECASE,
)
#: What stands between two names that each have a place of their own.
_IN_PLACE = re.compile(
    r"\s(?:in|from|at)\s(?:[A-Z][\w.'’-]*|of|the|de|la)(?:\s(?:[A-Z][\w.'’-]*|of|the|de|la)){0,3}?(?:,\s+(?:and\s+)?|\s+and\s+)"
    r"(?=[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}\s(?:in|from|at)\s[A-Z])"
)
_BIOGRAPHY = re.compile(
    r"(?P<name>(?:(?:Dr|Prof|Mr|Ms|Mrs|Sen|Rep|Gen|Amb)\.?\s)?(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w.'’-]*)"
    r"(?:\s\([^)]{2,40}\)|,\s[^,]{3,60},)?\s"
    r"(?:is|was|are|has\sbeen|serves\sas|writes|covers|edits|teaches|reports)\s(?:[\w’',-]+\s+){0,9}?"
    r"(?:"
    + "|".join(
        sorted(
            {*TRADES, "president", "director", "scholar", "researcher", "lecturer", "founder", "chairman"},
            key=len,
            reverse=True,
        )
    )
    + r"|politics|for)\b"
    r"|^(?P<writer>(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.'’-]*)\swrites\s(?:about|on)\s"
)
_BULLETS = "•●*_–— \t"
_TELLS_WHO = re.compile(r"(?:,\s[^,]{3,60},)?\s(?:is|was|has|had|writes|covers|reports|edits|teaches|works|lives)\s")
_NAMES = (
    r"(?:(?:[A-Z][\w.'’-]*|and|&|also|de|van|von|bin|al|la|le|del|der|den|staff|the|of|in|at|from|with|news|writers?|reporters?|researchers?|editors?)"
    r",?\s+){1,30}"
)
_CONTRIBUTED = re.compile(
    rf"""\W{{0,2}}(?i:with\s)?(?i:additional\s|further\s)?(?i:reporting|editing|writing|research|translat(?:ion|ed)
      |compiled|graphics?|story)\s(?:\w+\s){{0,3}}by\s.*|(?i:contributing)\s?:\s.*
    |{_NAMES}contributed(?:\s(?:additional\s)?(?:reporting|research))?
      (?:\s(?:to|for)\s(?:this|the)\s(?:report|story|article|post|piece|column|dispatch))?(?:\s(?:from
      |in)\s[A-Z].{{2,60}})?\.?
    |{_NAMES}(?:reported|wrote)\sfrom\s[A-Z][^.]{{2,60}}(?:\.[A-Z.]{{0,6}})?\.?(?:\s[A-Z].{{0,160}}(?:reported
      |contributed).{{0,80}})?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a line, characters counted from the line's start."""

    name: str
    start: int
    end: int


def is_byline(line: str) -> bool:
    """Whether ``line`` opens as a byline does and names somebody (or an agency) right after it."""
    start = _names_start(line) if len(line) <= _MAX_CHARS else None
    if start is None:
        return False
    if any(True for _ in names_of(line)):
        return True
    return agency_at(line, start) is not None or _is_title(line[start:])


def _names_start(line: str) -> int | None:
    """Where the names of a byline begin: after "By", or after a date with "by" ("Posted on June 5, 2017 by")."""
    if opening := _OPENING.match(line):
        return opening.end()
    by = _BY.search(line)
    return by.end() if by and dates_of(line[: by.start()]) else None


def names_of(line: str) -> Iterator[FoundName]:
    """The names of people in a byline, in order: without trades, places, outlets and dates."""
    start = _names_start(line) or 0
    yield from _names_from(line, start)
    for place in _IN_PLACE.finditer(line, start):  # "By Anne Roe in Bergen *and Jan Dahl in Oslo*"
        yield from _names_from(line, place.end())


def _names_from(line: str, start: int) -> Iterator[FoundName]:
    cut = _CUT.search(line, start)
    dates = [date.start for date in embedded_dates(line) if date.start >= start]
    end = min([cut.start() if cut else len(line), *dates])
    place = start
    for separator in [*_SEPARATOR.finditer(line, start, end), None]:
        stop = separator.start() if separator else end
        raw = line[place:stop]
        left = place + len(raw) - len(raw.lstrip(" \t\u00a0.:*_"))
        name = raw.strip(" \t\u00a0:*_").rstrip(",")
        if name.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", name):
            name = name[:-1]
        if is_person_name(name):
            yield FoundName(name, left, left + len(name))
        elif place > start:
            break  # "By Anne Roe, Staff Writer, The Herald": what follows a trade names nobody
        place = separator.end() if separator else end


def is_person_name(name: str) -> bool:
    """Whether ``name`` is written as a person's: two to five capitalised words, no trade, no outlet."""
    tokens = name.split()
    if not 2 <= len(tokens) <= 5:
        return False
    capitals = 0
    for token in tokens:
        folded = token.casefold().strip(".")
        if folded in _PARTICLES:
            continue
        start = token.split("-", 1)[1] if folded.split("-", 1)[0] in _PARTICLES and "-" in token else token  # al-Masri
        if not _NAME_TOKEN.fullmatch(token) or not start[:1].isupper():
            return False
        if folded in TRADES or (folded in MONTHS and folded not in ("may", "april", "june", "august", "jan")):
            return False
        capitals += 1
    last = tokens[-1].casefold()
    return capitals >= 2 and last not in PUBLISHER_WORDS and tokens[0].casefold() not in _NO_FIRST_NAMES


def biography_name(line: str) -> str | None:
    """The last name in a line that may introduce an author ("Anne Roe is a staff writer at ..."), else ``None``."""
    line = line.lstrip(_BULLETS)
    match = _BIOGRAPHY.match(line) if len(line) <= 500 else None
    name = "" if match is None else match["name"] or match["writer"]
    return name.split()[-1] if name and name.split()[0].casefold() not in FUNCTION_WORDS else None


def is_note_on(line: str, authors: Collection[str]) -> bool:
    """Whether ``line`` begins with an author's name and tells who they are."""
    line = line.lstrip(_BULLETS)
    name = next((each for each in authors if line.startswith(each)), None)
    return name is not None and len(line) <= 500 and _TELLS_WHO.match(line, len(name)) is not None


def is_contribution(line: str) -> bool:
    """Whether ``line`` credits colleagues ("Roe reported from Cairo.", "Additional reporting by ...")."""
    if len(line) > 400 or not any(word in line for word in ("ontribut", " by ", "reported from", "wrote from")):
        return False
    return _CONTRIBUTED.fullmatch(line.strip("()[]*_ ")) is not None


def _is_title(words: str) -> bool:
    """Whether a byline's words are a desk: "By Our Foreign Staff"."""
    tokens = [token.casefold().strip(".,") for token in words.split()]
    return 1 <= len(tokens) <= 6 and tokens[-1] in (*TRADES, *PUBLISHER_WORDS, "board", "service", "services")


def is_name_with_trade(line: str) -> bool:
    """Whether ``line`` is a person's name and, behind a comma, their trade: "Ann Roe, Local Democracy Reporter"."""
    name, _, trade = line.partition(",")
    words = trade.split()
    is_last = bool(words) and words[-1].casefold() in TRADES - TRADE_QUALIFIERS
    return is_last and len(words) <= _MAX_TRADE_WORDS and len(line) <= _MAX_TRADE_CHARS and is_person_name(name)


def is_trade(line: str) -> bool:
    """Whether ``line`` is what stands under a name in a byline: "Chief Political Correspondent"."""
    if len(line) > _MAX_TRADE_CHARS:
        return False
    tokens = [token.casefold().strip(".,") for token in line.split()]
    named = sum(token in TRADES for token in tokens)
    return 0 < len(tokens) <= 7 and named * 2 >= len(tokens) and tokens[-1] in TRADES - TRADE_QUALIFIERS
