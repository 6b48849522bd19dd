"""DATE, TIME, MONEY, PERCENT, QUANTITY and CARDINAL by rules.

No openly licensed corpus of ours marks them as OntoNotes does, and they are regular enough to be
written down. Names that the recognizer found are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

FACTORY = "newstrace_quantities"
LABELS = ("MONEY", "PERCENT", "QUANTITY", "TIME", "DATE", "CARDINAL")

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_SMALL = "|".join(sorted(_UNITS.split(), key=len, reverse=True))
_BIG = r"hundred|thousand|million|billion|trillion"
_WORDS = rf"(?:{_SMALL})(?:[- ](?:{_SMALL}|{_BIG}|and(?= (?:{_SMALL}))))*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:(?:{_DIGITS})(?:[ -](?:{_BIG})|(?:k|m|mn|bn|tn)\b)?|{_WORDS}|(?:a|an|half a) (?:{_BIG}|dozen))"
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|over|roughly|approximately|at least|at most|up to|"
    r"as many as|as much as|more than|less than|fewer than|close to|an estimated) )?"
)
_RANGE = rf"{_NUMBER}(?:(?: ?[-–] ?| to | or ){_NUMBER})?"

_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|"
    r"Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.|Tue\.|Tues\.|Wed\.|Thu\.|Thurs\.|Fri\.|Sat\.|Sun\."
_SEASON = r"spring|summer|autumn|fall|winter"
_PERIOD = r"(?:decade|centurie|century|year|month|week|weekend|day|quarter|semester|season)s?"
_PART = r"(?:morning|afternoon|evening|night)"
_WHEN = r"(?:last|next|this|the past|past|the previous|previous|the following|the coming|the last|the next|coming)"
_TH = r"(?:st|nd|rd|th)?"
_MONTH_ANY = rf"(?:{_MONTH}|March|Mar|May|Jun|Jul)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "MONEY",
        rf"{_ABOUT}(?:US|A|C|HK|NZ|S)?[$£€¥₪]\s?{_RANGE}(?: (?:{_BIG}))?"
        rf"|{_ABOUT}{_RANGE} (?:US |U\.S\. |Canadian |Australian |Iraqi |Iranian )?"
        r"(?:dollars?|euros?|pounds sterling|yen|rubles?|roubles?|rupees?|dinars?|rials?|riyals?|"
        r"shekels?|francs?|pesos?|yuan|cents?|USD|EUR|GBP)\b",
    ),
    ("PERCENT", rf"{_ABOUT}{_RANGE}\s?(?:%|percent\b|per cent\b|percentage points?\b)"),
    (
        "QUANTITY",
        rf"{_ABOUT}{_RANGE}[ -](?:(?:square|cubic|nautical) )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|"
        r"centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?|"
        r"hectares?|kilograms?|kilos?|grams?|tons?|tonnes?|pounds?|ounces?|lit(?:er|re)s?|gallons?|"
        r"barrels?|degrees?|megawatts?|gigawatts?|kilowatts?|watts?|km|mph|kph|kg|mm|cm|sq ?km|mi|"
        r"ft|lbs?|MW|GW|kW)\b",
    ),
    (
        "TIME",
        r"(?:at )?\b\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]\.?m\.?|AM|PM))?"
        r"(?: (?:GMT|UTC|EST|EDT|CET|PST|PDT|BST)\b)?"
        r"|\b\d{1,2} ?(?:[ap]\.m\.|[ap]m\b|AM\b|PM\b)|\b(?:noon|midnight)\b"
        rf"|{_ABOUT}{_RANGE}[ -](?:hours?|minutes?|seconds?)\b(?: ago| earlier| later)?"
        rf"|\b(?:this|last|tomorrow|yesterday|{_DAY}) {_PART}\b|\b(?:tonight|overnight)\b",
    ),
    (
        "DATE",
        rf"(?:(?:{_DAY}),? )?{_MONTH_ANY} \d{{1,2}}{_TH}\b(?!\d)(?:,? ?(?:1[5-9]|20)\d\d\b)?"
        rf"|(?:(?:{_DAY}),? )?\d{{1,2}}{_TH}(?: of)? {_MONTH_ANY}\b\.?(?:,? (?:1[5-9]|20)\d\d\b)?"
        rf"|\b(?:early |late |mid[- ])?{_MONTH_ANY},? (?:of )?(?:1[5-9]|20)\d\d\b"
        r"|\b(?:1[5-9]|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})\b"
        rf"|\b(?:{_WHEN} |early |late |mid-)(?:{_MONTH_ANY}|{_DAY})(?!\w)"
        rf"|\b(?:earlier |later )?(?:{_WHEN}) (?:(?:{_RANGE}|few|several|couple of) )?(?:{_PERIOD}|{_SEASON})\b"
        rf"|{_ABOUT}(?:{_RANGE}|(?:a|a few|several|many|a couple of|recent))[ -]{_PERIOD}"
        r"(?:[- ]old\b| ago\b| earlier\b| later\b)?"
        rf"|\b(?:the |early |late |mid-)?(?:1[5-9]|20)?\d0s\b|\b(?:the )?\d{{1,2}}{_TH} century\b"
        r"|\b(?:yesterday|today|tomorrow|nowadays)\b"
        rf"|\b(?:{_DAY})(?!\w)|\b{_MONTH}(?!\w)|(?<=\b[Ii]n )(?:March|May)\b|(?<=\b[Oo]f )(?:March|May)\b"
        r"|(?<=\b[Ss]ince )(?:March|May)\b|(?<=\b[Bb]y )(?:March|May)\b"
        rf"|(?<![$£€\d.,-])\b(?:early |late |mid-)?(?:1[6-9]|20)\d\d(?:[-–](?:\d\d|(?:1[6-9]|20)\d\d))?\b(?![,.]\d|%|-\w)"
        rf"(?! (?:{_BIG}|people|men|women|children|troops|soldiers|members|jobs))",
    ),
    (
        "CARDINAL",
        rf"{_ABOUT}(?:\b|(?<=[ (])){_RANGE}\b"
        r"|\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
        r"(?: of (?:hundreds|thousands|millions|billions))?\b",
    ),
)
# Most paragraphs hold no number at all; this cheap look spares them the rest.
_HINT = re.compile(
    rf"\d|day|yester|morrow|night|noon|week|month|year|season|spring|summer|fall|winter|quarter|"
    rf"decade|centur|{_MONTH}|\b(?:{_SMALL}|{_BIG}|dozens?|tens|scores)s?\b",
    re.IGNORECASE,
)
_COMPILED = tuple((label, re.compile(pattern, re.IGNORECASE if label != "DATE" else 0)) for label, pattern in _PATTERNS)
_PRONOUNS = frozenset({"one"})


class Quantities:
    """Adds the spans to `doc.ents`; earlier labels in `LABELS` win over later ones."""

    labels = LABELS

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        if not _HINT.search(text):
            return doc
        taken = [token.ent_iob in (1, 3) for token in doc]
        added: list[Span] = []
        for span in _candidates(doc, text):
            if any(taken[span.start : span.end]):
                continue
            taken[span.start : span.end] = [True] * len(span)
            added.append(span)
        if added:
            doc.set_ents([*doc.ents, *added])
        return doc


def _candidates(doc: Doc, text: str) -> Iterator[Span]:
    for label, pattern in _COMPILED:
        for match in pattern.finditer(text):
            start, end = match.span()
            while end > start and text[end - 1] in " ,":
                end -= 1
            span = doc.char_span(start, end, label=label)
            if span is None or (label == "CARDINAL" and not _counts(span)):
                continue
            yield span


def _counts(span: Span) -> bool:
    """Whether it is a number: not the pronoun "one", nor a number inside a word like "F-16"."""
    first = span[0]
    if first.i > 0 and first.nbor(-1).text in {"-", "/"} and not first.nbor(-1).whitespace_:
        return False
    if len(span) == 1 and first.lower_ in _PRONOUNS:
        return first.pos_ == "NUM" and first.dep_ == "nummod"
    return True


@Language.factory(FACTORY, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def create_quantities(nlp: Language, name: str) -> Quantities:
    return Quantities()
