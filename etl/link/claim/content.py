"""What a claim's printing says, as far as words, names and numbers tell: the record that pairs are judged by."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from etl.link.background.frequency import bits
from etl.link.claim.stem import NO_COUNT, canonical, countries, family, kin_keys, stem
from etl.link.lexicon import word_set
from etl.link.rows import hash_key, mix
from etl.link.words import fold, fold_words, split_words

_STOP = word_set(
    """a an the this that these those of in on at by for from with to into onto over under off out up down as than and
    or but nor if then when while where which who whom whose what why how be have do will would can could may might must
    shall should not no never it its he she they them his her their him we our us i you your me my there here also just
    only both either each all any some other such same own so very too more most much many few less least several
    one said report reportedly say tell decide decides decided decision
    according still yet already now ago about around nearly almost approximately
    after before since until during between among against through because although though however per via"""
)
_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL_NUMBERS.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ORDINAL_ENDINGS = word_set("st nd rd th")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_NEGATIONS = word_set(
    "not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent"
)
_DENIALS = word_set("deny denied denies denying")
#: The predicate that is a denial itself, whatever is denied.
DENY = canonical("deny")
_NO_DOUBT = re.compile(r"\bno (?:question|doubt|denying|mistake|secret) (?:that|about)\b", re.I)
_VOTES = word_set("vote votes voted voting")
_PHRASES = {
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("islamic", "state"): "is",
    ("saudi", "arabia"): "saudi",
    ("north", "korea"): "northkorea",
    ("north", "korean"): "northkorea",
    ("south", "korea"): "southkorea",
    ("south", "korean"): "southkorea",
    ("new", "delhi"): "india",
    ("white", "house"): "whitehouse",
    ("prime", "minister"): "primeminister",
    ("chief", "executive"): "ceo",
    ("air", "strike"): "airstrike",
    ("air", "strikes"): "airstrike",
    ("step", "down"): "resign",
    ("stepped", "down"): "resign",
    ("steps", "down"): "resign",
    ("stepping", "down"): "resign",
    ("turned", "down"): "reject",
    ("turn", "down"): "reject",
    ("handed", "over"): "give",
    ("hand", "over"): "give",
    ("turned", "over"): "give",
    ("turn", "over"): "give",
    ("broke", "off"): "sever",
    ("break", "off"): "sever",
    ("put", "to"): "execute",
    ("walk", "out"): "strike",
    ("walked", "out"): "strike",
    ("sit", "in"): "attend",
    ("sat", "in"): "attend",
    ("carried", "out"): "do",
    ("locked", "out"): "lock",
}
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\b(?:\s+\w+){0,2}\s+\w+(?:ed|en|wn|un|ung|elt|ent|eft|old|ght|id|ot)\b", re.I
)

#: A first word as rare as this is taken for a name where it has a capital.
_NAME_BITS = 14.0

#: Telling words that go into a fingerprint.
_KEYS = 6


@dataclass(frozen=True)
class Content:
    """A claim's words, canonical, in text order; those of its subject; its numbers; whether it denies.

    ``counted`` are what the numbers count, canonical words. ``is_passive``: whether who did it stands behind.
    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    subject: tuple[str, ...]
    predicate: str
    numbers: tuple[str, ...]
    is_negated: bool
    is_passive: bool
    counted: tuple[str, ...] = ()

    @cached_property
    def key(self) -> int:
        return hash_key(self.written)

    @cached_property
    def written(self) -> str:
        """The record as the database keeps it."""
        fields = (
            self.words, self.names, self.subject, self.predicate, self.numbers, self.is_negated, self.is_passive,
            self.counted,
        )  # fmt: skip
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def information(self) -> float:
        """What its words tell."""
        return sum(map(weight, self.words))

    @cached_property
    def by_kin(self) -> dict[str, tuple[str, ...]]:
        """Its words by what like words of another claim share with them."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.words:
            for key in kin_keys(word):
                found[key] = (*found.get(key, ()), word)
        return found

    @staticmethod
    @lru_cache(maxsize=1 << 13)
    def from_json(written: str) -> Content:
        """The record that :attr:`written` gave; those met last are kept, for wordings of the news come again."""
        words, names, subject, predicate, numbers, is_negated, is_passive, counted = json.loads(written)
        return Content(
            tuple(words),
            tuple(names),
            tuple(subject),
            predicate,
            tuple(numbers),
            is_negated,
            is_passive,
            tuple(counted),
        )


def read_content(
    text: str,
    *,
    subject: str | None = None,
    predicate: str | None = None,
    is_negated: bool | None = None,
    numbers: Sequence[str] | None = None,
    counted: Sequence[str] = (),
) -> Content:
    """The content of a claim's words, with what the transform stage knows of it where it is known."""
    words, names, found = _read(text)
    if numbers is not None:
        words += tuple(f"{NO_COUNT}{each}" for each in dict.fromkeys(found) if each not in numbers)
    folded = set(fold_words(text))
    negated = (bool(folded & _NEGATIONS) if is_negated is None else is_negated) and not _NO_DOUBT.search(text)
    # "Fifteen were Saudis, but Riyadh denies any role" is no denial that they were.
    denies = _main_verb(predicate) == DENY if predicate else bool(folded & _DENIALS)
    denied = denies or ("against" in folded and bool(folded & _VOTES))
    return Content(
        words=words,
        names=names,
        subject=_read(subject)[0] if subject else (),
        predicate=_main_verb(predicate),
        numbers=tuple(sorted(set(found if numbers is None else numbers))),
        is_negated=negated != denied,
        is_passive=_is_passive(predicate) if predicate else _PASSIVE.search(text) is not None,
        counted=tuple(sorted({word for each in counted for word in _read(each)[0][-1:]})),
    )


def _is_passive(predicate: str) -> bool:
    """Whether a predicate in base form ("be killed", "be able") is a passive."""
    words = predicate.split()
    return len(words) > 1 and words[0] == "be" and stem(words[1]) != words[1]


def _main_verb(predicate: str | None) -> str:
    """The word that says what happens: ``decide to deploy`` deploy, ``be killed`` kill, ``step down`` resign."""
    words = [word for word in fold_words(predicate or "") if word not in ("be", "to")]
    if not words:
        return ""
    phrase = _PHRASES.get((words[0], words[1])) if len(words) > 1 else None
    is_chain = " to " in (predicate or "")
    return phrase or canonical(words[-1] if is_chain else words[0])


def content_words(text: str) -> frozenset[str]:
    """The canonical words of a text that tell what it speaks of; numbers are none of them."""
    return frozenset(_read(text)[0])


def _read(text: str) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    """Canonical telling words, those of them that are names, and numbers."""
    written = split_words(text)
    folded = tuple(map(fold, written))
    words: dict[str, None] = {}
    names: dict[str, None] = {}
    numbers: list[str] = []
    skip = False
    for i, word in enumerate(folded):
        if skip:
            skip = False
            continue
        raw = written[i]
        if word.isdigit() and i + 1 < len(folded) and folded[i + 1] in _ORDINAL_ENDINGS:
            words[f"{word}th"] = None  # the 12th minute is another one than the 94th
            skip = True
            continue
        if word[:1].isdigit() or word in _NUMBERS or word in _SCALES:
            _add_number(word, raw, numbers, after=i > 0 and _is_number(folded[i - 1]))
            continue
        if word == "is" and not raw.isupper():
            continue  # the verb, not the Islamic State
        phrase = _PHRASES.get((word, folded[i + 1])) if i + 1 < len(folded) else None
        skip = phrase is not None
        is_capital = raw[:1].isupper() and (i > 0 or raw.isupper() or bits(word) >= _NAME_BITS)
        if phrase is None and word in _STOP and not (word == "us" and raw[:1] == "U"):
            continue
        key = canonical(phrase) if phrase else canonical(word)
        if key in _STOP and key not in ("us", "is"):
            continue
        words[key] = None
        if is_capital:
            names[key] = None
    return tuple(words), tuple(names), numbers


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in _NUMBERS or word in _SCALES


def _add_number(word: str, raw: str, numbers: list[str], *, after: bool) -> None:
    if word in _SCALES:
        if after and numbers:
            numbers[-1] = f"{float(numbers[-1]) * _SCALES[word]:g}"
        return
    try:
        value = float(_NUMBERS[word]) if word in _NUMBERS else float(raw.replace(",", ""))
    except ValueError:
        numbers.append(word)
        return
    numbers.append(f"{value:g}")


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """What a canonical word tells: its bits above common words, within bounds, for names are rare in any table."""
    if word.startswith(NO_COUNT):
        return 2.0 if len(word) <= 2 else 5.0  # a digit is in many dates and scores
    return min(max(bits(word) - 6.0, 1.0), 9.0)


def _most_telling(words: Sequence[str]) -> Sequence[str]:
    """The word of a subject that says most, the last of equals: a name before "group", a last name before a first."""
    return [max(reversed(words), key=weight)] if words else []


def fingerprints(content: Content) -> set[int]:
    """Hashes of three of the most telling words: two printings of one claim nearly always share some.

    A claim with a number is found by what it counts, too: what happens to that, and whose it is.
    """
    ranked = sorted(content.words, key=lambda word: (-weight(word), word))[:_KEYS]
    keys = sorted({family(word) for word in ranked})
    found = {mix(three) for three in combinations(keys, 3)} or {mix(keys)}
    whose = [word for word in content.words if word in countries()] or _most_telling(content.subject)
    if content.predicate:
        found.update(
            mix(("count", family(content.predicate), family(counted), each))
            for counted in content.counted
            for each in whose
        )
    return found
