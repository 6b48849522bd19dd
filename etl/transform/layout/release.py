"""Press releases: what stands over and under their text by custom."""

from __future__ import annotations

import re

#: "FOR IMMEDIATE RELEASE", "Embargoed until 00:01 GMT", "Contact: press@county.example".
_OPENING = re.compile(
    r"""for\s(?:immediate\s)?release\b.{0,60}|(?:strictly\s|under\s)?embargo(?:ed)?\b.{0,80}|not\sfor\s(?:publication|release)\b.{0,60}
    |(?:(?:media|press|news|investor)\s)?(?:contacts?|enquiries|inquiries)\s?:.{0,160}""",
    re.IGNORECASE | re.VERBOSE,
)
#: What ends the text; all under it is about whoever sent it.
_END = re.compile(
    r"""\#(?:\s?\#)+|[-–—\s]*(?:30|ends?)[-–—\s]*|(?:notes?\sto|information\sfor)\s(?:editors?|journalists?)\s?:?
    |(?:media|press|investor)\s(?:contacts?|enquiries|inquiries|relations)\s?:?""",
    re.IGNORECASE | re.VERBOSE,
)
#: "About Riverton County": the sender's portrait of itself.
_PORTRAIT = re.compile(r"About\s(?:the\s)?[A-Z][\w&.'’-]*(?:\s(?:[A-Z][\w&.'’-]*|of|the|and|&|for|in)){0,7}:?")
_NUMBER_ALONE = re.compile(r"\d+")


def opens_release(line: str) -> bool:
    """Whether ``line`` stands over a press release: its terms, or whom to ask."""
    return len(line) <= 200 and _OPENING.fullmatch(line) is not None


def ends_release(line: str) -> bool:
    """Whether ``line`` says that the text ends here."""
    is_number = _NUMBER_ALONE.fullmatch(line.strip())
    return len(line) <= 60 and is_number is None and _END.fullmatch(line) is not None


def is_portrait(line: str) -> bool:
    """Whether ``line`` heads what a sender says of itself; under an article it may head anything."""
    return len(line) <= 80 and _PORTRAIT.fullmatch(line) is not None
