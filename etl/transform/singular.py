"""The singular of an English noun, by spelling alone."""

from __future__ import annotations

from functools import lru_cache

from etl.transform.lexicon import word_set

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "thieves": "thief",
    "wolves": "wolf",
    "shelves": "shelf",
    "loaves": "loaf",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "theses": "thesis",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "houses": "house",
    "cases": "case",
    "purchases": "purchase",
    "nurses": "nurse",
    "horses": "horse",
    "causes": "cause",
    "movies": "movie",
    "cookies": "cookie",
    "rookies": "rookie",
    "zombies": "zombie",
    "prices": "price",
    "shoes": "shoe",
    "axes": "axe",
    "caches": "cache",
    "rupees": "rupee",
    "alumni": "alumnus",
    "dice": "die",
    "data": "data",
    "media": "media",
    "police": "police",
    "pence": "penny",
}

_UNCHANGED = word_set(
    """personnel series species headquarters means news politics economics aircraft spacecraft barracks crossroads
    gallows hertz sheep fish salmon deer offspring cattle goods thanks savings earnings proceeds mathematics
    physics statistics athletics ethics diabetes lens us this his its yes always perhaps sometimes congress
    chess business process access progress press success loss boss class glass grass mass pass cross dress
    stress address witness illness wilderness analysis basis crisis thesis bus gas virus status campus bonus
    census consensus focus surplus bias atlas canvas christmas tennis debris chassis metropolis trellis pelvis
    paris isis louis davis lewis iris pancreas"""
)


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """``noun`` in lower case and in the singular: "soldiers" -> "soldier", "people" -> "person".

    Words that are the same in both numbers ("personnel", "aircraft") are left alone.
    """
    word = noun.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        return f"{head}-{singular(tail)}"
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    is_plural = word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "sis", "itis", "ics"))
    return _without_ending(word) if is_plural and word not in _UNCHANGED else word


def _without_ending(plural: str) -> str:
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y"
    if plural.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return plural[:-2]
    return plural[:-1]
