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
_NUMBER = (
    rf"(?:(?:{_DIGITS})(?:[ -](?:{_BIG})|(?:k|m|mn|bn|tn)\b)?|{_WORDS}"
    rf"|(?:a|an|half a) (?:{_BIG}|dozen))"
)
_RANGE = rf"{_NUMBER}(?:(?: ?[-–] ?| to | or ){_NUMBER})?"

_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|"
    r"Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.|Tue\.|Tues\.|Wed\.|Thu\.|Thurs\.|Fri\."
    r"|Sat\.|Sun\."
)
_SEASON = r"spring|summer|autumn|fall|winter"
_PERIOD = r"(?:decade|centurie|century|year|month|week|weekend|day|quarter|semester|season)s?"
_PART = r"(?:morning|afternoon|evening|night)"
_WHEN = r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Ff]ollowing|[Cc]oming)"
_TH = r"(?:st|nd|rd|th)?"
_MONTH_ANY = rf"(?:{_MONTH}|March|Mar|May|Jun|Jul)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "MONEY",
        rf"(?:US|A|C|HK|NZ|S)?[$£€¥₪]\s?{_RANGE}(?: (?:{_BIG})\b)?"
        rf"|{_RANGE} (?:US |U\.S\. |Canadian |Australian |Iraqi |Iranian )?"
        r"(?:dollars?|euros?|pounds sterling|yen|rubles?|roubles?|rupees?|dinars?|rials?|riyals?|"
        r"shekels?|francs?|pesos?|yuan|cents?|USD|EUR|GBP)\b",
    ),
    ("PERCENT", rf"{_RANGE}\s?(?:%|percent\b|per cent\b|percentage points?\b)"),
    (
        "QUANTITY",
        rf"{_RANGE}[ -](?:(?:square|cubic|nautical) )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|"
        r"centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?|"
        r"hectares?|kilograms?|kilos?|grams?|tons?|tonnes?|pounds?|ounces?|lit(?:er|re)s?|gallons?|"
        r"barrels?|degrees?|megawatts?|gigawatts?|kilowatts?|watts?|km|mph|kph|kg|mm|cm|sq ?km|mi|"
        r"ft|lbs?|MW|GW|kW)\b",
    ),
    (
        "TIME",
        r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]\.?m\.?|AM|PM))?"
        r"(?: (?:GMT|UTC|EST|EDT|CET|PST|PDT|BST)\b)?"
        r"|\d{1,2} ?(?:[ap]\.m\.|[ap]m\b|AM\b|PM\b)|(?:noon|midnight)\b"
        rf"|{_RANGE}[ -](?:hours?|minutes?|seconds?)\b(?: ago| earlier| later)?"
        rf"|(?:this|last|tomorrow|yesterday|{_DAY}) {_PART}\b|(?:tonight|overnight)\b",
    ),
    (
        "DATE",
        rf"(?:(?:{_DAY}),? )?{_MONTH_ANY} \d{{1,2}}{_TH}\b(?!\d)(?:,? ?(?:1[5-9]|20)\d\d\b)?"
        rf"|(?:(?:{_DAY}),? )?\d{{1,2}}{_TH}(?: of)? {_MONTH_ANY}\b\.?(?:,? (?:1[5-9]|20)\d\d\b)?"
        rf"|(?:[Ee]arly |[Ll]ate |[Mm]id[- ])?{_MONTH_ANY},? (?:of )?(?:1[5-9]|20)\d\d\b"
        r"|(?:1[5-9]|20)\d\d-\d\d-\d\d\b|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b"
        rf"|(?:{_WHEN} |[Ee]arly |[Ll]ate |[Mm]id-)(?:{_MONTH_ANY}|{_DAY})(?!\w)"
        rf"|(?:[Ee]arlier |[Ll]ater )?(?:{_WHEN}) (?:(?:{_RANGE}|few|several|couple of) )?"
        rf"(?:{_PERIOD}|{_SEASON})\b"
        rf"|(?:{_RANGE}|[Aa]|(?:[Aa] )?[Ff]ew|[Ss]everal|[Mm]any|[Aa] couple of|[Rr]ecent)[ -]"
        rf"{_PERIOD}\b"
        r"(?:[- ]old\b| ago\b| earlier\b)?"
        rf"|(?:[Ee]arly |[Ll]ate |[Mm]id-)?(?:1[5-9]|20)?\d0s\b|\d{{1,2}}{_TH} century\b"
        r"|(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Nn]owadays)\b"
        rf"|(?:{_DAY})(?!\w)|{_MONTH}(?!\w)"
        r"|(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=\b[Bb]y )|(?<=\b[Ss]ince ))"
        r"(?:March|May)\b"
        r"|(?:[Ee]arly |[Ll]ate |[Mm]id-)?(?:1[6-9]|20)\d\d(?:[-–](?:\d\d|(?:1[6-9]|20)\d\d))?"
        rf"\b(?![,.]\d|%|-\w| (?:{_BIG}|people|men|women|children|troops|soldiers|members|jobs))",
    ),
    (
        "CARDINAL",
        rf"{_RANGE}\b|(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
        r"(?: of (?:hundreds|thousands|millions|billions))?\b",
    ),
)
_COMPILED = tuple((label, re.compile(pattern, 0 if label == "DATE" else re.IGNORECASE)) for label, pattern in _PATTERNS)
# Where a quantity can begin. Each pattern is tried at these places only: trying all of them at
# every character took a seventh of the whole pipeline's time.
_ANCHOR = re.compile(
    rf"(?<![\w$£€])(?:(?:US|A|C|HK|NZ|S)?[$£€¥₪]|\d|(?:{_SMALL}|an?|half|{_MONTH_ANY}|{_DAY}|yesterday|"
    r"today|tomorrow|tonight|overnight|nowadays|noon|midnight|last|next|this|past|previous|following|"
    r"coming|early|late|mid|earlier|later|few|several|many|recent|tens|dozens|scores|hundreds|"
    r"thousands|millions|billions)(?![^\W_]))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|roughly|approximately|at least|at most|up to|"
    r"as many as|as much as|more than|less than|fewer than|close to|an estimated) $",
    re.IGNORECASE,
)
_INSIDE_WORD = re.compile(r"[^\W_][-/]$")  # "F-16"
_THE = re.compile(r"\b[Tt]he $")
_DETERMINED = re.compile(r"past|last|next|previous|following|coming|\d+(?:st|nd|rd|th) century|.*\d0s$")


class Quantities:
    """Adds the spans to `doc.ents`; earlier labels in `LABELS` win over later ones."""

    labels = LABELS

    def __call__(self, doc: Doc) -> Doc:
        added: list[Span] = []
        taken: list[bool] | None = None
        for start, end, label in find_quantities(doc.text):
            span = doc.char_span(start, end, label=label)
            if span is None or (label == "CARDINAL" and not _counts(span)):
                continue
            if taken is None:
                taken = [token.ent_iob in (1, 3) for token in doc]
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = [True] * len(span)
                added.append(span)
        if added:
            doc.set_ents([*doc.ents, *added])
        return doc


def find_quantities(text: str) -> Iterator[tuple[int, int, str]]:
    """Character ranges `[start, end)` and labels, left to right, none overlapping another."""
    position = 0
    while anchor := _ANCHOR.search(text, position):
        start = anchor.start()
        position = max(anchor.end(), start + 1)
        for label, pattern in _COMPILED:
            match = pattern.match(text, start)
            if match is None:
                continue
            if label == "CARDINAL" and _INSIDE_WORD.search(text[max(0, start - 2) : start]):
                continue
            end = match.end()
            before = text[max(0, start - 20) : start]
            hedge = _ABOUT.search(before) if label != "TIME" else None
            if hedge is None and label == "DATE" and _DETERMINED.match(text[start:end]):
                hedge = _THE.search(before)
            yield start - (len(before) - hedge.start() if hedge else 0), end, label
            position = end
            break


def _counts(span: Span) -> bool:
    """Whether it is a number and not the pronoun "one"."""
    return len(span) > 1 or span[0].lower_ != "one" or bool(span[0].dep_ == "nummod")


@Language.factory(FACTORY, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def create_quantities(nlp: Language, name: str) -> Quantities:
    return Quantities()
