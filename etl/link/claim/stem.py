"""Words brought to what they have in common: inflections, derivations, and words that news uses alike.

The link stage has no parser (a stage imports nothing of its siblings), so that this is done by rule and by list. The
lists beside this file are word groups in plain text: ``same.txt`` (one thing under several words: a country, its
people), ``near.txt`` (near synonyms), ``opposites.txt``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from etl.link.lexicon import word_set

#: Before a number that counts nothing, which is a word among others: a year, a score, the time of day.
NO_COUNT = "@"

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "say": "said says",
        "send": "sent",
        "shoot": "shot",
        "fall": "fell fallen",
        "rise": "rose risen",
        "hold": "held",
        "lose": "lost",
        "win": "won",
        "begin": "began begun",
        "strike": "struck stricken",
        "steal": "stole stolen",
        "leave": "left",
        "meet": "met",
        "speak": "spoke spoken",
        "take": "took taken",
        "give": "gave given",
        "know": "knew known",
        "buy": "bought",
        "sink": "sank sunk",
        "lead": "led",
        "fight": "fought",
        "draw": "drew drawn",
        "break": "broke broken",
        "choose": "chose chosen",
        "run": "ran",
        "tell": "told",
        "make": "made",
        "pay": "paid",
        "sell": "sold",
        "see": "saw seen",
        "go": "went gone",
        "come": "came",
        "get": "got gotten",
        "find": "found",
        "build": "built",
        "burn": "burnt",
        "flee": "fled",
        "hide": "hid hidden",
        "drive": "drove driven",
        "write": "wrote written",
        "grow": "grew grown",
        "throw": "threw thrown",
        "fly": "flew flown",
        "show": "shown",
        "think": "thought",
        "bring": "brought",
        "catch": "caught",
        "teach": "taught",
        "keep": "kept",
        "sleep": "slept",
        "feel": "felt",
        "deal": "dealt",
        "mean": "meant",
        "spend": "spent",
        "lend": "lent",
        "lie": "lay lain lying",
        "die": "died dying",
        "become": "became",
        "swear": "swore sworn",
        "wear": "wore worn",
        "shake": "shook shaken",
        "forget": "forgot forgotten",
        "understand": "understood",
        "stand": "stood",
        "retake": "retook retaken",
        "overthrow": "overthrew overthrown",
        "withdraw": "withdrew withdrawn",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "serviceman": "servicemen",
    }.items()
    for form in forms.split()
}
_KEPT = word_set(
    "news series species politics physics economics iris crisis basis analysis always perhaps during evening"
)
_VOWELS = set("aeiouy")
_CONTRARY = ("un", "in", "im", "ir", "il", "dis", "non")
_LONG = 6


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:  # noqa: PLR0911, one line an ending
    """A folded English word without its inflection: ``militias`` militia, ``stopped`` stop, ``bodies`` body."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _KEPT or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return stem(word[:-1]) if word.endswith("ings") else word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and _VOWELS.intersection(bare):
            return _restore(bare)
    return word


def _restore(bare: str) -> str:
    """The base form of a verb whose ending was cut: ``stopp`` stop, ``shar`` share, ``carri`` carry."""
    if bare.endswith("i"):
        return bare[:-1] + "y"
    if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz":
        return bare[:-1]
    is_cvc = len(bare) > 2 and bare[-1] not in _VOWELS | set("wx") and bare[-2] in _VOWELS and bare[-3] not in _VOWELS
    if bare.endswith(
        ("at", "iz", "is", "us", "ur", "ir", "ag", "ang", "ak", "ar", "uc", "rg", "v", "rc", "nc", "dg", "ov")
    ):
        return bare + "e"
    if is_cvc and bare[-1] in "dkltpnmg" and len(bare) == 3:
        return bare + "e"
    return bare


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    return {word: group[0] for group in _groups("same.txt") for word in group}


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """The canonical words for countries: the groups of ``same.txt`` up to the line of Africa."""
    names = [group[0] for group in _groups("same.txt")]
    return frozenset(names[: names.index("africa")])


@lru_cache(maxsize=1)
def _near() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_groups("near.txt")):
        for word in group:
            lines[stem(word)].add(number)
            lines[word].add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in _groups("opposites.txt"):
        one, two = stem(group[0]), stem(group[1])
        found[one].add(two)
        found[two].add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _groups(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def canonical(word: str) -> str:
    """The word that stands for all that mean the same as a folded word: its stem, or the first of its group."""
    return _same().get(word) or _same().get(stem(word)) or stem(word)


@lru_cache(maxsize=1 << 16)
def kinship(one: str, two: str) -> float:
    """How alike two canonical words are, 0 to 1: the same, of one root ("impeach", "impeachment"), or near in sense."""
    if one == two:
        return 1.0
    if one[:1] == two[:1] == NO_COUNT:
        return 0.0  # years and scores are never near
    if _near().get(one, frozenset()) & _near().get(two, frozenset()):
        return 0.85
    shorter, longer = sorted((one, two), key=len)
    root = max(4, len(longer) - 4)
    if len(shorter) >= 5 and shorter[:root] == longer[:root]:
        return 0.9
    return 0.0


@lru_cache(maxsize=1 << 16)
def kin_keys(word: str) -> frozenset[str]:
    """What a canonical word shares with every word of which :func:`kinship` thinks more than nothing."""
    keys = {word, *(f"#{group}" for group in _near().get(word, ()))}
    return frozenset(keys | {f"{word[:4]}*"} if len(word) >= 5 else keys)


@lru_cache(maxsize=1 << 16)
def family(word: str) -> str:
    """What a canonical word shares with its near synonyms: the first group that it is in, itself if in none."""
    groups = _near().get(word)
    return f"#{min(groups)}" if groups else word


def are_opposite(one: str, two: str) -> bool:
    """Whether two canonical words say the contrary of each other."""
    return two in opposites_of(one)


@lru_cache(maxsize=1 << 16)
def opposites_of(word: str) -> frozenset[str]:
    """The canonical words that say the contrary of one: by list, and by prefix ("accurate", "inaccurate")."""
    found = set(_opposites().get(word, ()))
    # Shorter words have nothing to do with each other: "come" and "income", "form" and "inform".
    if len(word) >= _LONG:
        found |= {prefix + word for prefix in _CONTRARY}
    found |= {bare for prefix in _CONTRARY if len(bare := word.removeprefix(prefix)) >= _LONG and bare != word}
    return frozenset(found)
