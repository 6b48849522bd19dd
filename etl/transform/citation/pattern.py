"""Credits that have a fixed form, wherever they stand on the page: links, "h/t", "originally appeared in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from etl.records import CitationKind
from etl.transform.outlets import is_outlet, known_outlet

#: A name: capitalised words, small words between them, or a domain.
_NAME: Final = (
    r"(?P<name>(?:[tT]he\s+)?(?:@?[A-Z0-9][\w&'’.-]*|[a-z0-9-]+\.(?:com|org|net|co\.uk))"
    r"(?:[ \t]+(?:(?:of|and|the|for|&)[ \t]+)?[A-Z0-9][\w&'’.-]*){0,5})"
)
_OTHER_NAME: Final = _NAME.replace("?P<name>", "?P<other>")
_HAT_TIP: Final = re.compile(rf"(?<!\w)(?:[hH]/[tT]|[hH]at[- ][tT]ip)\s*:?\s*(?:to\s+)?{_NAME}")
#: "Via the Echo:", "(via the Echo)": the first words of a paragraph or of a bracket.
_VIA: Final = re.compile(rf"(?:^|\()[vV]ia\s+{_NAME}(?=\s*[:)]|$)")
#: "…, the Echo reports." Where a plural noun may stand the parse is often wrong.
_TAG: Final = re.compile(rf"(?:,|^As)\s+{_NAME}\s+(?:first\s+)?reports?(?=[,.]|\s+[A-Z]|$)")
_REPRINT: Final = re.compile(
    r"(?:[oO]riginally|[fF]irst)\s+(?P<verb>appeared|published|posted|ran|reported|aired)\s+"
    r"(?:on|in|at|by|as|with|from|via)\s+"
    rf"(?:the\s+(?:site|website|pages)\s+of\s+)?{_NAME}"
    r"|(?:[rR]epublished|[rR]eprinted|[rR]eposted|[sS]yndicated|[cC]ross-?posted)"
    r"(?:\s+here)?(?:\s+with\s+permission)?\s+(?:from|of|by|at|on)\s+"
    rf"{_OTHER_NAME}"
)
#: Who had a part in the article and no more: "The Associated Press contributed to this report", "(with AFP)".
_PART: Final = re.compile(
    rf"{_NAME}\s+(?:also\s+)?contributed\s+(?:reporting\s+)?to\s+this\s+(?:report|article|story|dispatch)"
    r"|(?:^|[(/–—]\s*|^[^.]{0,40}\s)(?:[wW]ith|[aA]dditional)\s+(?:(?:additional\s+)?reporting\s+(?:by|from)|files\s+from|"
    rf"inputs?\s+from|material\s+from)?\s*{_OTHER_NAME}\W*$"
)
_MAX_PART_CHARS: Final = 80
#: What runs up to a reprint's mark: nothing, or the text that speaks of itself. Before it "the plan was" tells news.
_OF_ITSELF: Final = re.compile(
    r"(?:^|[.!?:;(\[—–-]\s*|\b(?i:this|the|an?)\s+(?i:\w+\s+){0,2}?"
    r"(?i:article|story|piece|post|column|essay|op-ed|editorial|interview|review|commentary|version|report|excerpt)\s+"
    r"(?i:(?:was|is|has|been|that|which)\s+)*)$"
)
_WIRE: Final = re.compile(r"\((?P<name>[A-Z][A-Za-z.&]*(?:[ \t][A-Z][A-Za-z.&]*){0,2})\)")
_URL: Final = re.compile(r"\bhttps?://[^\s<>\"“”‘’\])]+|\bwww\.[^\s<>\"“”‘’\])]+", re.IGNORECASE)
_READ_MORE: Final = re.compile(
    r"\b(?:[rR]ead|[sS]ee|[vV]iew)\s+(?:the\s+|[A-Z][\w’']*(?:\s+[A-Z][\w’']*){0,3}['’]s?\s+)?"
    r"(?:full|entire|whole|rest\s+of\s+the|original|complete)\s+"
    r"(?:story|article|report|piece|post|text|interview|column|transcript)"
    rf"(?:\s+(?:here|at|on|in)(?:\s+{_NAME})?)?"
    rf"|\b[rR]ead\s+more\s+(?:at|on|in)\s+{_OTHER_NAME}"
)
_URL_END: Final = ".,;:!?)"
#: Behind a word too long for an abbreviation ("St. Petersburg Times").
_SENTENCE_END: Final = re.compile(r"(?<=\w{4})\.[ \t]")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit found by its form; characters of the text that was searched."""

    start: int
    end: int
    kind: CitationKind
    outlet: str | None
    url: str | None = None


def find_patterns(text: str) -> Iterator[Credit]:
    """The credits of ``text`` that have a fixed form, by kind."""
    for match in _HAT_TIP.finditer(text):
        name, end = _name_in(match)
        yield Credit(match.start(), end, CitationKind.HAT_TIP, name)
    yield from _find_known(text)
    for match in _REPRINT.finditer(text):
        name, end = _name_in(match)
        if name is not None and (is_outlet(name) or not _is_time(name)):
            kind = CitationKind.REPRINT if _is_reprint(match, text) else CitationKind.CREDIT
            yield Credit(match.start(), end, kind, name)
    for match in _WIRE.finditer(text):
        if _is_agency(match.group("name")):
            yield Credit(*match.span(), CitationKind.WIRE, match.group("name"))
    for match in _URL.finditer(text):
        url = match.group().rstrip(_URL_END)
        yield Credit(match.start(), match.start() + len(url), CitationKind.LINK, _host_outlet(url), url)
    for match in _READ_MORE.finditer(text):
        name, end = _name_in(match)
        yield Credit(match.start(), end, CitationKind.LINK, name)


def _find_known(text: str) -> Iterator[Credit]:
    """Credits that hold only with a name that is known for an outlet's."""
    for match in _VIA.finditer(text):
        name, end = _name_in(match)
        if name is not None and is_outlet(name):
            yield Credit(match.start("name"), end, CitationKind.CREDIT, name)
    for match in _TAG.finditer(text):
        name, _ = _name_in(match)
        if name is not None and known_outlet(name) is not None:
            yield Credit(match.start("name"), match.end("name"), CitationKind.CREDIT, name)
    for match in _PART.finditer(text):
        name, end = _name_in(match)
        is_line = match.group("name") is not None or len(text) <= _MAX_PART_CHARS
        if is_line and name is not None and known_outlet(name) is not None:
            yield Credit(match.start("name" if match.group("name") else "other"), end, CitationKind.CREDIT, name)


def _is_reprint(match: re.Match[str], text: str) -> bool:
    """Whether the article itself was printed there before; else only what it tells was.

    "The grand jury was first reported by the Echo" speaks of news, and so does "the story was first reported by".
    """
    verb = match.group("verb")
    if verb is None:  # "Reprinted with permission from …"
        return True
    return verb != "reported" and _OF_ITSELF.search(text[: match.start()]) is not None


def _name_in(match: re.Match[str]) -> tuple[str | None, int]:
    """The name that was found, up to the end of its sentence, and where the credit ends with it."""
    group = "name" if match.group("name") else "other"
    given = match.group(group)
    if not given:
        return None, match.end()
    ends = _SENTENCE_END.search(given)
    if ends is None or known_outlet(_clean(given)) is not None:
        return _clean(given), match.end()
    return _clean(given[: ends.start()]), match.start(group) + ends.start()


def _clean(name: str) -> str:
    return name.strip(" .,;:'’-@")


_TIME: Final = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d"
)


def _is_time(name: str) -> bool:
    return _TIME.match(name) is not None


def _is_agency(name: str) -> bool:
    outlet = known_outlet(name)
    return outlet is not None and outlet.kind == "agency"


def _host_outlet(url: str) -> str | None:
    """The outlet that a link leads to, if its domain is known."""
    host = re.sub(r"^(?:https?://)?(?:www\.|m\.|edition\.)?", "", url, flags=re.IGNORECASE)
    host = re.split(r"[/?#:]", host, maxsplit=1)[0].lower()
    while host.count("."):
        outlet = known_outlet(host)
        if outlet is not None:
            return outlet.name
        host = host.partition(".")[2]
    return None
