"""Puts the tokens of ECB+ together again as their papers printed them.

ECB+ keeps neither spaces nor paragraphs. Its older half cuts words as a treebank does ("did n't", "`` No ''"), its
newer one (``plus``) at every hyphen, stroke, colon and point. Each rule below undoes one of these cuts. Two are not
undone surely:

- A hyphen and a dash are one token in the newer half. It is a dash if a word follows that seldom ends a compound
  ("the", "who"), unless it is inside one ("out-of-the-way").
- A paragraph is one sentence here, or several where a quotation goes on after the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARK = re.compile(r"``|''|[\"“”]")
_END_OF_CLAUSE = tuple(",.?!")
_CLINGS_LEFT = re.compile(r"[,;:!?%)\]…]|\.(?:-\S+)?|\.\.\.|['’]|'(?:s|S|re|ve|ll|d|m)|n't")
_CLINGS_RIGHT = re.compile(r"[(\[$£€#@‘]")
_AFTER_A_DASH = re.compile(
    "a|an|the|and|but|or|as|at|for|from|he|her|his|i|if|is|its|she|that|their|there|they|this|to|was|we|were|when|where"
    "|which|while|who|with|you",
    re.IGNORECASE,
)

#: What was cut inside a number, an abbreviation, a date or a word. Each is applied to a whole paragraph's line.
_SEAMS = (
    (re.compile(r"(?<=\d)([.:]) (?=\d)"), r"\1"),
    (re.compile(r"(?<=\d), (?=\d{3}(?!\d))"), ","),
    (re.compile(r"\b([a-z]{2,})\. (?=\d)"), r"\1 ."),
    (re.compile(r"\b([A-Za-z])\. (?=[A-Za-z]\.)"), r"\1."),
    (re.compile(r"(?<=\w) / (?=\w)"), "/"),
    (re.compile(r"(?<=\w’) (?=(?:s|S|t|re|ve|ll|d|m)\b)"), ""),
)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    opens: bool = False
    closes: bool = False


def typeset(sentences: Iterable[list[str]], *, cuts_hyphens: bool) -> str:
    """The text of an article from the tokens of its sentences, with an empty line between paragraphs.

    ``cuts_hyphens``: whether the tokens are those of the newer half.
    """
    paragraphs: list[str] = []
    is_open = False
    for tokens in sentences:
        pieces = list(_pieces(tokens, is_open))
        line = _line(_hyphenated(pieces) if cuts_hyphens else pieces)
        if is_open and not pieces[0].opens:
            paragraphs[-1] += ("" if pieces[0].closes else " ") + line
        else:
            paragraphs.append(line)
        is_open = next((each.opens for each in reversed(pieces) if each.opens or each.closes), is_open)
    return "\n\n".join(paragraphs)


def _pieces(tokens: list[str], is_open: bool) -> Iterator[_Piece]:
    """The tokens without the quotation marks on them, and these. ``is_open``: a quotation is open before the first."""
    before = ""
    for number, token in enumerate(tokens):
        is_last = number + 1 == len(tokens)
        if _MARK.fullmatch(token):
            closes = _closes(token, before, is_open)
            is_open = not closes
            yield _mark(token, closes=closes)
        elif token == "'" and is_open and (before.endswith(_END_OF_CLAUSE) or is_last):
            is_open = False
            yield _Piece(token, closes=True)
        elif not is_open and re.match(r"'[A-Z]", token):
            is_open = True
            yield _Piece("'", opens=True)
            yield _Piece(token[1:])
        else:
            start, end = _MARK.match(token), re.search(rf"(?:{_MARK.pattern})$", token)
            if start:
                yield _mark(start.group(), closes=False)
            yield _Piece(token[start.end() if start else 0 : end.start() if end else None])
            if end:
                yield _mark(end.group(), closes=True)
            is_open = not end and (bool(start) or is_open)
        before = token


def _closes(mark: str, before: str, is_open: bool) -> bool:
    """A straight mark that opens hangs on its word. Backticks after a comma are a slip of the older half."""
    if mark == '"':
        return is_open or bool(before)
    return mark in ("''", "”") or (is_open and before.endswith(_END_OF_CLAUSE))


def _mark(mark: str, *, closes: bool) -> _Piece:
    return _Piece(mark if mark == '"' else "”" if closes else "“", opens=not closes, closes=closes)


def _hyphenated(pieces: list[_Piece]) -> list[_Piece]:
    """The same with a compound in one piece, and two hyphens in a row in one."""
    joined: list[_Piece] = []
    awaits_more = False
    for number, piece in enumerate(pieces):
        after = [each.text for each in pieces[number + 1 : number + 3]] + ["", ""]
        if awaits_more:
            joined[-1] = _Piece(joined[-1].text + piece.text, closes=piece.closes)
        elif piece.text == "-" and joined and after[0] == "-":
            joined.append(piece)
        elif piece.text == "-" and joined and not _is_dash(joined[-1].text, after):
            joined[-1] = _Piece(joined[-1].text + "-", joined[-1].opens)
        else:
            joined.append(piece)
        hangs = piece.text == "-" and joined[-1].text not in ("-", "--")
        awaits_more = hangs or (joined[-1].text == "-" and after[0] == "-")
    return joined


def _is_dash(before: str, after: list[str]) -> bool:
    return "-" not in before and bool(_AFTER_A_DASH.fullmatch(after[0])) and after[1] != "-"


def _line(pieces: list[_Piece]) -> str:
    line = ""
    clings = True
    for piece in pieces:
        if not (clings or piece.closes or (not piece.opens and _CLINGS_LEFT.fullmatch(piece.text))):
            line += " "
        line += piece.text
        clings = piece.opens or bool(_CLINGS_RIGHT.fullmatch(piece.text))
    for seam, whole in _SEAMS:
        line = seam.sub(whole, line)
    return line
