"""Pairs the marks of an article: a stack a paragraph, and the links from one paragraph to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.records import Paragraph, ParagraphRole, QuotationEnd
from etl.transform.quotation.ending import end_unclosed
from etl.transform.quotation.kind import classify, opens_sentence
from etl.transform.quotation.mark import Family, Mark, find_marks
from etl.transform.quotation.quotation import Quotation, QuotationKind

#: A single mark opens speech that is never closed only before this many words.
_WORDS_OF_UNCLOSED_SINGLE = 4
#: Points that end no sentence.
_SHORTENED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon)\.")
#: The longest speech tag between two halves of one quotation, in characters.
_LONGEST_TAG = 160


@dataclass(frozen=True, slots=True)
class _Pair:
    opening: Mark
    inner_end: int
    end: int
    how: QuotationEnd


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Every quotation of the prose paragraphs, by where it starts (an outer one before what is nested in it).

    Paragraphs of role ``BLOCK_QUOTATION`` are a quotation each, with no marks, that holds what is marked in them.
    Time is linear in the text.
    """
    prose = [(ordinal, each) for ordinal, each in enumerate(paragraphs, 1) if each.role.is_prose]
    found: list[Quotation] = []
    open_before: int | None = None  # ordinal of a quotation that the paragraph before left open
    block_before: int | None = None
    for place, (ordinal, paragraph) in enumerate(prose):
        following = prose[place + 1][1] if place + 1 < len(prose) else None
        pairs = _pair(text, paragraph, following)
        first = len(found) + 1
        if paragraph.role is ParagraphRole.BLOCK_QUOTATION:
            found.append(_block(text, ordinal, paragraph, block_before))
            block_before = len(found)
        else:
            block_before = None
        _append(found, text, (ordinal, paragraph), pairs, open_before)
        open_before = next(
            (at for at in range(len(found), first - 1, -1) if found[at - 1].end is QuotationEnd.REOPENED), None
        )
    return tuple(found)


def _block(text: str, ordinal: int, paragraph: Paragraph, before: int | None) -> Quotation:
    start, end = paragraph.start_char, paragraph.end_char
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, start, end, ordinal, QuotationKind.SPEECH, QuotationEnd.BLOCK, continues=before)


def _append(
    found: list[Quotation], text: str, prose: tuple[int, Paragraph], pairs: list[_Pair], open_before: int | None
) -> None:
    """Adds a paragraph's pairs with their nesting and what they continue."""
    ordinal, paragraph = prose
    block = len(found) if found and found[-1].end is QuotationEnd.BLOCK and found[-1].paragraph == ordinal else None
    enclosing: list[int] = [block] if block else []
    previous: int | None = None  # the outermost quotation before, in this paragraph
    for pair in sorted(pairs, key=lambda pair: (pair.opening.start, -pair.end)):
        start = pair.opening.start
        while enclosing and found[enclosing[-1] - 1].end_char <= start:
            enclosing.pop()
        parent = enclosing[-1] if enclosing else None
        kind = classify(text, pair.opening.end, pair.inner_end, start, paragraph.start_char)
        continues = None
        is_outer = parent in (None, block)
        if is_outer and previous is None and open_before and not text[paragraph.start_char : start].strip():
            continues, kind = open_before, QuotationKind.SPEECH
        elif is_outer and previous and _is_split(text, found[previous - 1], start):
            continues, kind = previous, QuotationKind.SPEECH
        found.append(
            Quotation(
                start,
                pair.end,
                pair.opening.end,
                pair.inner_end,
                ordinal,
                kind,
                pair.how,
                depth=len(enclosing),
                parent=parent,
                continues=continues,
            )
        )
        enclosing.append(len(found))
        if is_outer:
            previous = len(found)


def _is_split(text: str, before: Quotation, start: int) -> bool:
    """Whether only a speech tag stands between: "…," he said, "…"."""
    between = text[before.end_char : start]
    if not before.is_speech or len(between) > _LONGEST_TAG or not between.strip():
        return False
    last = text[before.inner_end - 1 : before.inner_end]
    between = _SHORTENED.sub("", between)  # "John G. Roberts"
    return last in ",;?!—–" and between.rstrip()[-1] in ",;:" and not any(sign in between for sign in ".!?\n")


def _pair(text: str, paragraph: Paragraph, following: Paragraph | None) -> list[_Pair]:
    marks = list(find_marks(text, paragraph.start_char, paragraph.end_char))
    closers_left = _count_closers(marks)
    pairs: list[_Pair] = []
    stack: list[Mark] = []
    for place, mark in enumerate(marks):
        opener = _opener_of(stack, mark) if mark.can_close else None
        if opener is not None and mark.is_possessive and _another_closer(marks, place):
            continue
        if opener is not None:
            del stack[opener + 1 :]
            pairs.append(_Pair(stack.pop(), mark.start, mark.end, QuotationEnd.CLOSED))
        elif mark.can_open:
            open_doubles = sum(each.family is Family.DOUBLE for each in stack)
            if mark.family is Family.DOUBLE and open_doubles and closers_left[place] < open_doubles + 1:
                _leave(text, paragraph, stack, mark.start, pairs)
            if len(stack) < _DEEPEST:
                stack.append(mark)
    if stack:
        if following is not None and _reopens(text, following):
            _reopen(text, paragraph, stack, pairs)
        else:
            _leave(text, paragraph, stack, paragraph.end_char, pairs)
    return pairs


#: Deeper nesting than this is not language; it keeps the stack, and so the time, bounded.
_DEEPEST = 6


def _count_closers(marks: list[Mark]) -> list[int]:
    """For each mark, how many more double marks after it close than open (the surplus that could close the stack)."""
    counts = [0] * len(marks)
    surplus = 0
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if mark.family is Family.DOUBLE:
            counts[place] = surplus
            surplus += int(mark.can_close and not mark.can_open) - int(mark.can_open and not mark.can_close)
    return counts


def _opener_of(stack: list[Mark], mark: Mark) -> int | None:
    """The place in the stack of what a closing mark closes."""
    for place in range(len(stack) - 1, -1, -1):
        opener = stack[place]
        if opener.family is not mark.family:
            if mark.family is Family.SINGLE:
                return None  # a double mark stands open inside: this one is an apostrophe
            continue
        if mark.family is Family.ANGLE and opener.sign == mark.sign:
            return None
        return place
    # opened ‘ and closed ”: a slip, but its sense is plain
    if mark.family is Family.DOUBLE and stack and stack[-1].sign == "‘":
        return len(stack) - 1
    return None


def _another_closer(marks: list[Mark], place: int) -> bool:
    for later in marks[place + 1 : place + 1 + _DEEPEST]:
        if later.family is Family.SINGLE:
            return later.can_close
    return False


def _leave(text: str, paragraph: Paragraph, stack: list[Mark], limit: int, pairs: list[_Pair]) -> None:
    """Ends what stands open; single marks that nothing closed were apostrophes, unless they introduce speech."""
    opener = next((mark for mark in stack if mark.family is Family.DOUBLE or mark.family is Family.ANGLE), None)
    if opener is None:
        opener = next((mark for mark in stack if _opens_unclosed_single(text, paragraph, mark, limit)), None)
    stack.clear()
    if opener is not None:
        at_sentence = opens_sentence(text, opener.start, paragraph.start_char)
        end, how = end_unclosed(text, opener.end, limit, at_sentence=at_sentence)
        if end > opener.end:
            pairs.append(_Pair(opener, end, end, how))


def _opens_unclosed_single(text: str, paragraph: Paragraph, mark: Mark, limit: int) -> bool:
    if mark.sign != "‘" or not opens_sentence(text, mark.start, paragraph.start_char):
        return False
    return len(text[mark.end : min(limit, mark.end + 80)].split()) >= _WORDS_OF_UNCLOSED_SINGLE


def _reopens(text: str, following: Paragraph) -> bool:
    start = following.start_char
    while start < following.end_char and text[start].isspace():
        start += 1
    first = next(find_marks(text, start, min(start + 2, following.end_char)), None)
    return first is not None and first.start == start and first.can_open and first.family is not Family.SINGLE


def _reopen(text: str, paragraph: Paragraph, stack: list[Mark], pairs: list[_Pair]) -> None:
    opener = next((mark for mark in stack if mark.family is not Family.SINGLE), None)
    if opener is None:
        _leave(text, paragraph, stack, paragraph.end_char, pairs)
        return
    end = paragraph.end_char
    while end > opener.end and text[end - 1].isspace():
        end -= 1
    if end > opener.end:
        pairs.append(_Pair(opener, end, end, QuotationEnd.REOPENED))
    stack.clear()
