"""Photo credits and captions."""

from __future__ import annotations

import re

_PHOTO = (
    r"(?:photo(?:graph|graphy|s)?|image|picture|pic|graphic|illustration|video|screen\s?(?:shot|grab|capture)|cartoon)"
)
_QUALIFIER = (
    r"(?:archive|archival|file|handout|stock|staff|pool|courtesy|aerial|satellite|undated|ap|afp|reuters|epa|upi)"
)
#: Agencies and collections whose mark alone says that a line is about a picture when a slash joins it to a name.
_AGENCY = (
    r"(?:AP|AFP|EPA|UPI|REUTERS|Reuters|Getty(?:\s?Images)?|Shutterstock|Alamy|iStock|Corbis|Flickr|Bloomberg|PA|PTI"
    r"|Wiki[Mm]edia(?:\sCommons)?|Wikipedia|TASS|Xinhua|Unsplash|Pixabay)"
)

#: A whole line that credits a picture.
_CREDIT = re.compile(
    rf"""\W{{0,2}}(?:
      (?i:(?:{_QUALIFIER}[\s-])?{_PHOTO}s?(?:\s(?:credits?|source|copyright|courtesy|illustration))?)\s*(?::|/|\||©
      |-\s|(?i:by|via|from|courtesy(?:\sof)?)\s).{{1,80}}
      |(?i:{_PHOTO}\ssource),?\s.{{1,80}}
      |(?i:{_PHOTO}\s(?:credit|copyright|courtesy)|copyright\s{_PHOTO})\b.{{0,80}}
      |(?i:credits?|courtesy(?:\sof)?)\s*(?::|(?i:of)\s).{{1,60}}
      |{_AGENCY}(?:\s(?:File\s)?(?i:photo))?(?:\s?/\s?.{{1,50}}|\s(?i:photo)\b.{{0,40}})
      |.{{2,50}}\s?(?:/|\||\sfor\s|\svia\s)\s?{_AGENCY}(?:/.{{1,30}})?(?:\s(?i:images|photo|file))?
      |(?:©|\(c\))\s?{_AGENCY}.{{0,30}}
      |Getty(?:\sImages)?|(?i:{_QUALIFIER}\s{_PHOTO}|stock\s(?:image|photo))
    )\W{{0,2}}""",
    re.VERBOSE,
)
#: A credit at the end of a caption.
_CREDIT_AT_END = re.compile(
    rf"""[(\[](?:[^()\[\]]{{0,30}}\b)?(?i:{_PHOTO}s?(?:\scredit)?\s?(?:[:/|©]|\bby\b|\bvia\b
      |\bcourtesy\b))[^()\[\]]{{0,80}}[)\]]\.?$
    |[(\[](?:{_AGENCY}|(?i:{_QUALIFIER}))\s(?i:{_PHOTO})\b[^()\[\]]{{0,60}}[)\]]\.?$
    |[(\[](?i:(?:photo\s)?credit|courtesy)\b[^()\[\]]{{0,80}}[)\]]\.?$
    |[(\[](?:{_AGENCY})\s?(?i:photo)?\s?[/|][^()\[\]]{{1,60}}[)\]]\.?$
    |[(\[][^()\[\]]{{2,60}}[/|]\s?(?:{_AGENCY})[^()\[\]]{{0,30}}[)\]]\.?$
    |(?:^|[.!?"”)]\s+)(?i:{_PHOTO}(?:\scredit)?\s?(?::|\bby\b))\s?[^.:]{{2,60}}\.?$
    |\s(?:Photo|PHOTO|Photograph|Image|Picture|Credit)(?i:\scredit)?\s?:\s?[^.:]{{2,60}}$
    |[.!?"”]\s+[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}}\s?/\s?[A-Z][\w&'’-]*(?:\s[A-Z&][\w&'’-]*){{0,4}}$
    |[\s.](?:{_AGENCY})\s?(?:/|\sPhoto)\s?[^.]{{2,50}}$
    |[\s.][^.]{{2,40}}/(?:{_AGENCY})[^.]{{0,30}}$
    |(?:Getty\sImages|©\s?[^.]{{2,40}})$""",
    re.VERBOSE,
)
_CAPTION_OPENING = re.compile(
    r"\W?(?:file\s?(?:[-–—:]|photo\b)|(?:photo|image|picture|video|media)\s?caption\b|caption\s?:|pictured\b[:,]?|(?:in\sthis|this)\s"
    r"(?:(?:undated|combination|handout|file|satellite|aerial|image|still|screen)\s|\w+\.?\s\d{1,2},\s\d{4},?\s)"
    r"(?:\w+\s)?(?:photo|image|picture|file|frame|combo|video))",
    re.IGNORECASE,
)
_MAX_CAPTION_CHARS = 900
_TAIL_CHARS = 140
#: Each form of a credit at the end holds one of these, or a slash; spares most lines the long pattern.
_CREDIT_TRIGGERS = (
    "photo", "image", "pic", "graphic", "illustration", "video", "screen", "cartoon", "credit", "courtesy", "©",
)  # fmt: skip


def is_credit(line: str) -> bool:
    """Whether ``line`` is nothing but the credit of a picture."""
    return len(line) <= 120 and _CREDIT.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether ``line`` is a picture's caption by its own words: it ends in a credit, or opens as captions do."""
    if len(line) > _MAX_CAPTION_CHARS:
        return False
    tail = line[-_TAIL_CHARS:]
    may_credit = "/" in tail or any(word in tail.casefold() for word in _CREDIT_TRIGGERS)
    return (may_credit and _CREDIT_AT_END.search(tail) is not None) or _CAPTION_OPENING.match(line) is not None
