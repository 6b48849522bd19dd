"""Numbers that count nothing: labels, scores, parts of names and of words."""

from __future__ import annotations

from typing import Final

from etl.transform.claim.number import Number
from etl.transform.claim.place import DASHES, Place
from etl.transform.claim.unit import DURATIONS, SHORT_DURATIONS, UNITS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: Words right before a number that make it a name's part: "Article 5", "page 12", "No. 1".
_LABELS: Final = word_set(
    """article section chapter page room no number route flight channel phase level grade version act rule resolution
    title week day game round stage type category class line item step apartment suite highway interstate
    proposition amendment gate platform unit size top figure table exhibit appendix district precinct ward
    volume vol issue episode season pier track lot box bus train tier group area zone camp unit # § point
    formula layer"""
)
_SCORE_NOUNS: Final = word_set(
    "decision vote ruling win victory loss majority record split lead score defeat margin draw tie drubbing count"
)
#: Nouns after "one" with which it counts nothing: "one day", "on the one hand".
_NOT_ONE: Final = word_set(
    """day time point thing way hand side word part reason another other of more or step example case moment such and
    last who that which whose"""
)
_NOT_HALF_AFTER: Final = word_set("first second last latter other better opening final front back")


def is_no_figure(number: Number, place: Place) -> bool:
    return (
        _is_inside_word(number, place)
        or _is_label(number, place)
        or _is_score(number, place)
        or _is_idle_one(number, place)
        or _is_idle_part(number, place)
        or _is_part_of_name(number, place)
    )


def _is_inside_word(number: Number, place: Place) -> bool:
    """ "F-16", "MH17", "3rd", "1.2.3", "555-1234"."""
    first, last = number.first, number.last
    if place.is_tight(first - 1):
        before = place.low(first - 1)
        is_joined = before in DASHES or before in ("/", ".", "'", "’", "#", "@", "_", ":")
        if before.isalnum() or (is_joined and place.is_tight(first - 2)) or before in ("#", "@", "_"):
            return True
    if place.is_tight(last - 1):
        after = place.low(last)
        if after in ("st", "nd", "rd", "th", "s") or after in ("/", ":", "_", "'", "’", "@"):
            return place.low(last + 1)[:1].isalnum() or after.isalpha()
        if after in DASHES and place.is_tight(last) and place.low(last + 1)[:1].isdigit():
            return True
        is_unit = after in UNITS or after in SHORT_DURATIONS or after in ("pc", "pct")
        if after.isalpha() and not number.is_word and not is_unit:
            return True
        return after == "." and place.is_tight(last) and place.low(last + 1)[:1].isdigit()
    return False


def _is_label(number: Number, place: Place) -> bool:
    before = number.first - 1
    if place.low(before) == "." and place.low(before - 1) in ("no", "nos", "vol"):
        return True
    is_item = number.first == 0 and place.low(number.last) in (".", ")") and not number.is_word
    is_labelled = place.low(before) in _LABELS and not (place.low(before) in ("day", "week") and number.is_word)
    return is_item or (is_labelled and singular(place.low(number.last)) not in DURATIONS)


def _is_score(number: Number, place: Place) -> bool:
    """ "A 5-4 decision", "lost 2-1"."""
    words = [place.low(each) for each in range(number.first, number.last)]
    if not any(word in DASHES for word in words) or number.has_scale:
        return False
    after = place.low(number.last)
    before = place.low(number.first - 1)
    verbs = ("won", "lost", "beat", "tied", "drew", "voted", "defeated", "win", "led")
    return after in _SCORE_NOUNS or before in verbs or len(words) > 3


def _is_idle_one(number: Number, place: Place) -> bool:
    if place.low(number.first) != "one" or number.last - number.first > 1:
        return False
    after = place.low(number.last)
    before = place.low(number.first - 1)
    if before in (",", "reportedly", "allegedly") and _is_person(place, number.last):
        return True  # ", one Jan Holt, saw it": a certain Jan Holt
    return (not after.isalpha() and after != "-") or after in _NOT_ONE or before in ("no", "the", "this", "that", "any")


def _is_person(place: Place, at: int) -> bool:
    if at >= len(place.lexemes):
        return False
    words = place.paragraph.covering(place.lexemes[at].start, place.lexemes[at].end)
    return bool(words) and words[0].pos == "PROPN" and words[0].label in ("PERSON", "")


def _is_idle_part(number: Number, place: Place) -> bool:
    """ "The second half", "half-brother", "a third party": no share of anything."""
    if not number.is_part:
        return False
    before, after = place.low(number.first - 1), place.low(number.last)
    if place.low(number.first) == "half":
        is_tight = place.is_tight(number.last - 1) and after == "-"
        return before in _NOT_HALF_AFTER or is_tight or after not in ("of", "the", "its", "their", "his", "her", "our")
    return place.low(number.first) in ("a", "an", "one") and after not in ("of",)


def _is_part_of_name(number: Number, place: Place) -> bool:
    """ "Boeing 747", "Apollo 11": bare digits right behind a capitalised word that they hang on."""
    lexeme = place.lexemes[number.first]
    words = place.paragraph.covering(lexeme.start, lexeme.end)
    if words and words[0].label == "PERSON" and words[0].before is not None and words[0].before.label == "PERSON":
        return True  # "Erik *ten* Hag"
    if number.is_word or number.has_scale or number.last - number.first > 1 or "," in lexeme.low or "." in lexeme.low:
        return False
    if number.first == 0 or lexeme.start - place.lexemes[number.first - 1].end != 1:
        return False
    before = place.lexemes[number.first - 1]
    if not place.text[before.start].isupper():
        return False
    token = words[0]
    if number.first == 1 and token.before is not None and token.before.pos != "PROPN":
        return False
    return not (token.dep == "nummod" and token.head.i > token.i)
