"""What a number counts: the noun phrase behind it, its head in the singular."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: Words between a number and its noun that say nothing of what is counted.
_EMPTY = word_set(
    "more additional other extra further such different new of the its his her their our these those separate so"
)
_LONGEST = 8


def counted_after(doc: Doc, start: int, end: int) -> str | None:
    """The noun phrase that the number at characters ``start`` to ``end`` counts, ``None`` where it counts none.

    "450 U.S. military personnel" -> "U.S. military personnel", "400 more troops" -> "troop", "72 unarmed Sunnis" ->
    "unarmed Sunni", "tens of thousands of Iraqis" -> "Iraqi". The last word is the head, in the singular; words
    keep the case of the text, so that names can be told.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return None
    head = _head_of(span[-1], span.end, doc)
    first = span.end
    if head is None:
        first = _after_of(span.end, doc)
        head = _last_noun(first, doc)
    if head is None:
        return None
    words = [token for token in doc[first : head.i] if token.lower_ not in _EMPTY and not token.is_space]
    while words and words[0].pos_ == "NUM":  # "three of the five hostages"
        words.pop(0)
    return _phrase(words, head)


def _head_of(number: Token, first: int, doc: Doc) -> Token | None:
    """The noun that the parser hangs the number on, if it stands close behind."""
    head = number.head
    is_noun = head.pos_ in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS")
    if number.dep_ != "nummod" or not is_noun or not first <= head.i < first + _LONGEST:
        return None
    between = doc[first : head.i]
    return None if any(token.is_punct and token.text != "-" for token in between) else head


def _after_of(first: int, doc: Doc) -> int:
    return first + 1 if doc[first].lower_ == "of" else first


def _last_noun(first: int, doc: Doc) -> Token | None:
    """The last noun of the run of nouns and adjectives that begins at ``first``."""
    last = None
    for token in doc[first : first + _LONGEST]:
        if token.pos_ in ("NOUN", "PROPN"):
            if last is not None and token.i - last.i > 1 and doc[last.i + 1].pos_ != "PUNCT":
                break
            last = token
        elif (
            not (token.pos_ in ("ADJ", "NUM") or token.lower_ in _EMPTY or token.text == "-" or token.tag_ == "VBN")
            or last is not None
        ):
            break
    return last


def _phrase(words: list[Token], head: Token) -> str:
    before = "".join(token.text_with_ws for token in words).strip("-– ")
    is_name = head.text[:1].isupper() and not head.text.isupper()
    last = singular(head.text)
    if is_name:
        last = last[:1].upper() + last[1:]
    elif head.text.isupper():
        last = head.text
    return f"{before} {last}".strip()
