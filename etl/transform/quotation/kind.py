"""Speech, a fragment, or a title: what a pair of marks does, from the words in it and around it."""

from __future__ import annotations

import re

from etl.transform.quotation.quotation import QuotationKind

_SET_OFF = re.compile(r"(?:^|[,:;.!?…—–)\]\"”’])\s*$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…:][\"”’')\]]*)\s*$")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of on or over the to up vs with".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W_][\w’'.-]*")
#: A quotation this long is speech even in the middle of the author's sentence.
_LONG = 6
_LOOK = 60  # characters looked at on either side; titles are read no further than this many words' worth


def classify(text: str, inner_start: int, inner_end: int, start: int, paragraph_start: int) -> QuotationKind:
    """``start`` is where the opening mark stands."""
    before = text[max(paragraph_start, start - _LOOK) : start]
    words = _WORD.findall(text, inner_start, min(inner_end, inner_start + 200))
    last = text[inner_end - 1] if inner_end > inner_start else ""
    ends_as_speech = last in ",?!"
    is_set_off = not before or _SET_OFF.search(before) is not None
    if _is_title(words) and not (is_set_off and (ends_as_speech or last == ".")):
        return QuotationKind.TITLE
    if len(words) >= _LONG:
        return QuotationKind.SPEECH
    is_capital = bool(words) and words[0][0].isupper()
    if is_set_off and is_capital and (ends_as_speech or last in ".…"):
        return QuotationKind.SPEECH
    return QuotationKind.FRAGMENT


def opens_sentence(text: str, start: int, paragraph_start: int) -> bool:
    """Whether whole sentences may begin at an opening mark: it opens the paragraph, or follows a full stop, a colon,
    or a comma before a capital."""
    before = text[max(paragraph_start, start - _LOOK) : start]
    if not before.strip() or _SENTENCE_BEFORE.search(before):
        return True
    return before.rstrip().endswith(",") and text[start + 1 : start + 2].isupper()


def _is_title(words: list[str]) -> bool:
    if len(words) < 2 or len(words) > 12:
        return False
    content = [word for word in words if word.lower() not in _SMALL_WORDS]
    return (
        len(content) >= 2 and words[0][0].isupper() and all(word[0].isupper() or word[0].isdigit() for word in content)
    )
