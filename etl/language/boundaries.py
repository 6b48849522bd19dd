"""Sentence boundaries that marks alone decide; the parser finds the others around them.

A small parser errs most where a quotation ends: it puts the closing mark into the next sentence, and where a
full stop ends an abbreviation and no sentence ("Capt. Rogers", "No. 10"), or both ("at 5 p.m. The talks failed").
Each rule was made on GUM's and EWT's dev sets and on texts written for it; the README has what they brought.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from etl.language.word_lists import words_of

FACTORY = "newstrace_boundaries"

_ENDS = frozenset(".!?")
_CLOSING = frozenset({'"', "”", "''", "’", "'", ")", "]", "»"})
_OPENING_QUOTES = frozenset({'"', "“", "``", "‘"})
_BRACKETS = {"(": ")", "[": "]"}
_DOTS = frozenset({"...", "…", "...."})
# A full stop behind these ends no sentence where a name follows.
_TITLES = frozenset(
    words_of(
        """
gen sen sens rep reps gov govs lt capt cpt col cols sgt ssgt maj adm cpl pvt cmdr brig cdr spc
smt coun cllr engr barr adv dr drs mr mrs ms messrs mme mlle prof profs rev revs hon rt pres supt insp det amb fr mt ft
"""
    )
)
# Nor behind these where a number follows.
_NUMBERED = frozenset(words_of("no nos art arts fig figs vol vols sec ch pp p para par"))
# Abbreviations that stand inside a sentence.
_MIDDLES = frozenset(words_of("e.g i.e vs cf viz approx incl"))
# With a small letter behind them they begin a sentence, also after "p.m." and "Inc.".
_STARTERS = frozenset(
    words_of(
        """
The A An He She It They We I You This That These Those There His Her Its Their Our My Your But And Or So If When
While Although Though Because Since After Before In On At As For From By With Under During Despite Until Once Both
Some Many Most Several No Not What Who Why How Where Now Then Meanwhile However Yet Still Even Only
"""
    )
)
# A cue behind a quotation's "?" or "!": “Why?” Haddad asked.
_CUES = frozenset(
    words_of(
        """
said says asked asks told wrote replied answered added cried shouted yelled screamed exclaimed wondered demanded
joked quipped insisted tweeted responded recalled
"""
    )
)
_ALTERED = re.compile(r"[A-Z]\]")  # what spaCy leaves of "[T]he" behind the bracket
_SMILEY = re.compile(r"[:;=][-'^o]?[()DPp/\\|*\]\[]+|<3")
_ADDRESS = re.compile(r"https?:|www\.|\S+@\S+\.\w")


class Boundaries:
    """Presets `is_sent_start` where it is certain, before the parser, which keeps to it."""

    def __call__(self, doc: Doc) -> Doc:
        words = [t.text for t in doc]
        spaced = [True, *(bool(t.whitespace_) or t.is_space for t in doc)]
        last = ""
        ended = quoted = begun = False  # a full stop came; marks closed after it; the word before begins a sentence
        for i, word in enumerate(words):
            if i and word.isspace():
                continue
            if ended and _closes_late(words, spaced, i):
                doc[i].is_sent_start, quoted = False, True
                continue
            start = _decide(words, spaced, i, ended=ended, quoted=quoted, last=last)
            if begun and last in _OPENING_QUOTES and words[:i].count(last) % 2 == 1:
                start = False
            if i and start is not None:
                doc[i].is_sent_start = start
            if ended and not spaced[i] and word in _CLOSING:
                quoted = True
                continue
            begun = start is True
            last, quoted = word, False
            ended = word in _ENDS and not _abbreviates(words, spaced, i)
        return doc


def _decide(words: list[str], spaced: list[bool], i: int, *, ended: bool, quoted: bool, last: str) -> bool | None:
    """Whether word `i` begins a sentence; None where the marks do not say. `spaced[i]`: a space stands before it."""
    if not spaced[i]:
        belongs = (ended and words[i] in _CLOSING) or _opens(words, spaced, i - 1) or _repeats(words, i) or last == "#"
        return False if belongs else None
    if not ended and (not last or last[-1].isalpha()):
        return None
    if _goes_on(words, i, last):
        return False
    if not ended:
        return True if _ends_both(last) and _surely_starts(words, i) else None
    return _after_end(words, spaced, i, quoted=quoted, last=last)


def _after_end(words: list[str], spaced: list[bool], i: int, *, quoted: bool, last: str) -> bool | None:
    """The same behind a full stop, a question or an exclamation mark, after which marks may have closed."""
    cue = _cue_at(words, i) if quoted else 0
    # After '?”' the sentence may go on; after '.”' it does so only by mistake ('a trial." Pelosi said.').
    if quoted and last != ".":
        return False if cue or words[i].islower() else None
    if cue and words[cue + 1 : cue + 2] == ["."]:
        return False
    return True if _can_start(words, spaced, i) else None


def _goes_on(words: list[str], i: int, last: str) -> bool:
    """Whether the word belongs to what stands before it: a name to its title, a number to "No.", a smiley, a link."""
    word = words[i]
    if last.endswith("."):
        stem = words[i - 2] if last == "." and i > 1 else last[:-1]
        if stem.lower() in _TITLES and stem[0].isupper():
            return word[0].isupper() and not _surely_starts(words, i)
        if word[0].isdigit() and _numbers(words, i - 1):
            return True
        if last == "." and _is_marker(words, i - 2):
            return True
    if last.isdigit():
        return _numbers(words, i - 2)
    if last == ":":
        return bool(_ADDRESS.match(word))
    return bool(last) and last[-1] in ".!?" and bool(_SMILEY.fullmatch(word))


def _numbers(words: list[str], i: int) -> bool:
    """Whether an abbreviation ends at word `i` that a number follows: "No. 10"; "Did he? No." is none."""
    at = i - 1 if i > 0 and words[i] == "." else i
    stem = words[at].removesuffix(".") if at >= 0 and (at < i or words[at].endswith(".")) else ""
    return stem.lower() in _NUMBERED and stem != "no" and (at == 0 or words[at - 1] != "?")


def _is_marker(words: list[str], i: int) -> bool:
    """Whether a number begins a sentence: "1. Open the door. 2. Close it." """
    is_first = i == 0 or (i > 0 and words[i - 1] in _ENDS)
    return is_first and words[i].isdigit() and len(words[i]) < 3 and words[i + 1 : i + 2] == ["."]


def _abbreviates(words: list[str], spaced: list[bool], i: int) -> bool:
    """Whether a full stop belongs to a title before a name: "Capt. Rogers", which spaCy cuts into three."""
    return words[i] == "." and i > 0 and not spaced[i] and words[i - 1].lower() in _TITLES and words[i - 1][0].isupper()


def _ends_both(word: str) -> bool:
    """Whether a sentence may end with this word's own full stop: "p.m.", "Inc.", "…", but no initial."""
    is_abbreviation = len(word) > 2 and word[-1] == "." and word[:-1].lower() not in _TITLES | _MIDDLES
    return word in _DOTS or is_abbreviation


def _surely_starts(words: list[str], i: int) -> bool:
    """A word that no name begins with, in capitals, and a small letter behind it: no headline, no name."""
    return words[i] in _STARTERS and i + 1 < len(words) and words[i + 1][0].islower()


def _opens(words: list[str], spaced: list[bool], i: int) -> bool:
    """Whether a quotation mark or a bracket stands before a word and behind nothing: the sentence begins with it."""
    is_free = spaced[i] or words[i - 1] in _OPENING_QUOTES
    return is_free and (words[i] in _OPENING_QUOTES or words[i] in _BRACKETS)


def _repeats(words: list[str], i: int) -> bool:
    """Whether it goes on with a line of marks: "====", "* * *" without the spaces."""
    return not words[i][0].isalnum() and words[i - 1] == words[i]


def _can_start(words: list[str], spaced: list[bool], i: int) -> bool:
    word = words[i]
    if word in _BRACKETS:
        return i + 1 < len(words) and not spaced[i + 1] and _is_sentence_in_brackets(words, i)
    return word[0].isupper() or word in _OPENING_QUOTES or _is_marker(words, i)


def _is_sentence_in_brackets(words: list[str], i: int) -> bool:
    """ "(Laughter.)", "(He had to.)", and a quotation that begins with an altered word: "[T]he law is bad." """
    if _ALTERED.match(words[i + 1]):
        return True
    close = next((j for j in range(i + 1, len(words)) if words[j] == _BRACKETS[words[i]]), None)
    return close is not None and words[close - 1] in _ENDS and words[i + 1][0].isupper()


def _cue_at(words: list[str], i: int) -> int:
    """Where a verb of saying stands behind one to three names that begin at word `i` ("Mr. Haddad asked"); else 0."""
    for j in range(i, min(i + 4, len(words))):
        if j > i and words[j] in _CUES:
            return j
        if not words[j][0].isupper():
            return 0
    return 0


def _closes_late(words: list[str], spaced: list[bool], i: int) -> bool:
    """Whether a plain mark with spaces around it closes what an earlier one opened: "'It is over.' \" "."""
    is_apart = spaced[i] and (i + 1 == len(words) or spaced[i + 1])
    return words[i] == '"' and is_apart and words[:i].count('"') % 2 == 1


@Language.factory(FACTORY, assigns=["token.is_sent_start"])
def create_boundaries(nlp: Language, name: str) -> Boundaries:
    return Boundaries()
