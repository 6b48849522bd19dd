"""The forms of the lexicon's verbs, so that cues are found by form and don't hang on a lemmatizer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from etl.transform.lexicon import word_set


class Form(Enum):
    BASE = "base"
    THIRD = "third"  # says
    PAST = "past"  # said, written
    ING = "ing"


_IRREGULAR_PAST = {
    "say": ("said",),
    "tell": ("told",),
    "foretell": ("foretold",),
    "write": ("wrote", "written"),
    "think": ("thought",),
    "know": ("knew", "known"),
    "feel": ("felt",),
    "find": ("found",),
    "hold": ("held",),
    "see": ("saw", "seen"),
    "foresee": ("foresaw", "foreseen"),
    "hear": ("heard",),
    "show": ("showed", "shown"),
    "mean": ("meant",),
    "read": ("read",),
    "put": ("put",),
    "go": ("went", "gone"),
    "begin": ("began", "begun"),
    "swear": ("swore", "sworn"),
    "understand": ("understood",),
    "forget": ("forgot", "forgotten"),
    "learn": ("learned", "learnt"),
    "speak": ("spoke", "spoken"),
    "seek": ("sought",),
    "choose": ("chose", "chosen"),
    "shoot": ("shot",),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "make": ("made",),
    "lay": ("laid",),
    "back": ("backed",),
    "bring": ("brought",),
    "cast": ("cast",),
    "forecast": ("forecast", "forecasted"),
    "bet": ("bet",),
    "dream": ("dreamed", "dreamt"),
    "withdraw": ("withdrew", "withdrawn"),
    "forbid": ("forbade", "forbidden"),
    "overrule": ("overruled",),
    "decry": ("decried",),
    "fight": ("fought",),
    "set": ("set",),
    "sing": ("sang", "sung"),
    "spell": ("spelled", "spelt"),
}
#: Of several syllables; a verb of one follows the rule ("beg", "begged").
_DOUBLED = word_set(
    """admit permit commit submit omit quip prefer confer infer refer defer concur compel expel rebel aver deter demur
    allot regret control"""
)
_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")


def forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb, regular ones by English spelling."""
    yield lemma, Form.BASE
    yield _third(lemma), Form.THIRD
    stem = lemma + lemma[-1] if lemma in _DOUBLED or _SHORT.fullmatch(lemma) else lemma
    if lemma.endswith("ie"):
        yield lemma[:-2] + "ying", Form.ING
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        yield lemma[:-1] + "ing", Form.ING
    else:
        yield stem + "ing", Form.ING
    if lemma in _IRREGULAR_PAST:
        for past in _IRREGULAR_PAST[lemma]:
            yield past, Form.PAST
    elif lemma.endswith("e"):
        yield lemma + "d", Form.PAST
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield lemma[:-1] + "ied", Form.PAST
    elif lemma.endswith(("el", "al")) and lemma[-3] not in _VOWELS and stem == lemma:
        yield lemma + "ed", Form.PAST
        yield lemma + "led", Form.PAST  # British: "labelled", "signalling"
        yield lemma + "ling", Form.ING
    else:
        yield stem + "ed", Form.PAST


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
