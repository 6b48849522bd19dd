"""Where a quotation that is never closed ends."""

from __future__ import annotations

import re

from etl.records import QuotationEnd

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
_NAME = r"(?:he|she|they|it|we|I|(?:the\s)?[\w.’'-]{1,30}(?:\s[\w.’'-]{1,30}){0,3})"
_SPEECH = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|asked|replied|continued|explained|noted|argued|stated|warned)"
)
#: A comma, a name, "said": the closing mark was forgotten before a speech tag.
_TAG = re.compile(rf"[,?!](?=\s(?:{_NAME}\s{_SPEECH}|{_SPEECH}\s{_NAME})\b)")


def end_unclosed(text: str, start: int, limit: int, *, at_sentence: bool) -> tuple[int, QuotationEnd]:
    """Where words quoted from ``start`` on end, at the latest at ``limit`` (a paragraph's end, or the next opening).

    Before a speech tag, if one follows; with the paragraph, where whole sentences are quoted; else with the sentence.
    """
    tag = _TAG.search(text, start, limit)
    if tag is not None:
        return tag.end(), QuotationEnd.UNCLOSED_SENTENCE
    if not at_sentence:
        sentence_end = _SENTENCE_END.search(text, start, limit)
        if sentence_end is not None:
            return sentence_end.end(), QuotationEnd.UNCLOSED_SENTENCE
    end = limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return end, QuotationEnd.UNCLOSED_PARAGRAPH
