"""What a number counts: the noun phrase behind it, its head in the singular."""

from __future__ import annotations

from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedParagraph
from etl.transform.singular import singular
from etl.transform.word import Word, Words

#: Words between a number and its noun that say nothing of what is counted.
_EMPTY = word_set(
    "more or additional other extra further such different new of the its his her their our these those separate so"
)
_LONGEST = 8


def counted_after(paragraph: ParsedParagraph, start: int, end: int) -> str | None:
    """The noun phrase that the number at characters ``start`` to ``end`` counts, ``None`` where it counts none.

    "450 U.S. military personnel" -> "U.S. military personnel", "400 more troops" -> "troop", "72 unarmed Sunnis" ->
    "unarmed Sunni", "tens of thousands of Iraqis" -> "Iraqi". The last word is the head, in the singular; words
    keep the case of the text, so that names can be told.
    """
    number = paragraph.covering(start, end)
    after = number[-1].after if number else None
    if after is None:
        return None
    head = _head_of(number[-1])
    first = after.i
    if head is None:
        first += after.lower == "of"
        head = _last_noun(paragraph.words[first : first + _LONGEST])
        head = None if head is None else _behind_possessor(head)
    if head is None:
        return None
    words = [token for token in paragraph.words[first : head.i] if token.lower not in _EMPTY and not token.is_space]
    owner = next((place for place, token in enumerate(words) if token.tag == "POS"), -1)
    words = words[owner + 1 :]
    while words and words[0].pos == "NUM":  # "three of the five hostages"
        words.pop(0)
    return _phrase(words, head)


def _head_of(number: Word) -> Word | None:
    """The noun that the parser hangs the number on, if it stands close behind."""
    head, first = number.head, number.i + 1
    is_noun = head.pos in ("NOUN", "PROPN") or head.tag in ("NNS", "NNPS")
    if number.dep != "nummod" or not is_noun or not first <= head.i < first + _LONGEST:
        return None
    between = number.words[first : head.i]
    return None if any(token.is_punct and token.text != "-" for token in between) else head


def _behind_possessor(noun: Word) -> Word:
    """What is counted, and not whose it is: "a third of the country's 50 *courts*"."""
    after = noun.after
    is_owner = after is not None and after.tag == "POS" and noun.dep == "nmod:poss"
    return noun.head if is_owner and noun.i < noun.head.i < noun.i + _LONGEST else noun


def _last_noun(words: Words) -> Word | None:
    """The last noun of the run of nouns and adjectives that ``words`` begin with."""
    last = None
    for token in words:
        if token.pos in ("NOUN", "PROPN"):
            if last is not None and token.i - last.i > 1 and words[last.i + 1 - words[0].i].pos != "PUNCT":
                break
            last = token
        elif (
            not (token.pos in ("ADJ", "NUM") or token.lower in _EMPTY or token.text == "-" or token.tag == "VBN")
            or last is not None
        ):
            break
    return last


def _phrase(words: list[Word], head: Word) -> str:
    before = "".join(token.text + " " * token.has_space for token in words).strip("-– ")
    is_name = head.text[:1].isupper() and not head.text.isupper()
    last = singular(head.text)
    if is_name:
        last = last[:1].upper() + last[1:]
    elif head.text.isupper():
        last = head.text
    return f"{before} {last}".strip()
