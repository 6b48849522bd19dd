"""Whether two printings assert the same: a pure function of their contents.

Words are matched with their likes (:func:`etl.link.claim.stem.kinship`) and weighed by a fixed background table. The
part of each claim that the other has counts, the smaller part more, so that a detail more does not part them and a
shared topic does not join them. Then come the reasons against: other names, roles turned round, another predicate.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from etl.link.claim.content import DENY, Content, weight
from etl.link.claim.stem import are_opposite, countries, kin_keys, kinship, opposites_of
from etl.link.lexicon import word_set

#: Predicates that say nothing of what happens.
_LIGHT = word_set("be have do make take get give hold use carry") | {""}

_RULERS = word_set(
    "president primeminister minister government administration whitehouse premier chancellor pentagon king"
)

#: From here on two printings assert the same.
SAME_FROM = 0.6

#: The most that two with different numbers can be alike.
_MOST_DIFFERING = 0.97

#: The part of what a claim tells that another must have to contradict it.
_NEARLY_ALL = 0.85

#: Smaller numbers are given as they are ...
_LEAST_ROUNDED = 1000
#: ... and what is more apart is not rounded.
_MOST_ROUNDED = 1.05


class Stance(StrEnum):
    """How a printing stands to another of the same claim."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    DIFFERS_IN_NUMBER = "differs_in_number"


@dataclass(frozen=True, slots=True)
class Match:
    """The parts of each claim that the other has (0 to 1), and the pairs of words matched."""

    one: float
    two: float
    pairs: tuple[tuple[str, str, float], ...]


def match_words(one: Content, two: Content) -> Match:
    """Each word with its best like in the other claim; greedy from the best pair on, each word once."""
    shared = one.by_kin.keys() & two.by_kin.keys()
    near = {(a, b) for key in shared for a in one.by_kin[key] for b in two.by_kin[key]}
    likes = sorted((-found * (weight(a) + weight(b)), a, b, found) for a, b in near if (found := kinship(a, b)) > 0)
    left: set[str] = set()
    right: set[str] = set()
    pairs = []
    for _, a, b, found in likes:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append((a, b, found))
    return Match(
        _part(one, {a: found for a, _, found in pairs}), _part(two, {b: found for _, b, found in pairs}), tuple(pairs)
    )


def _part(content: Content, matched: dict[str, float]) -> float:
    total = content.information
    return sum(weight(word) * found for word, found in matched.items()) / total if total else 0.0


def score(one: Content, two: Content) -> float:
    """How surely two printings assert the same, 0 to 1, whatever their numbers, polarity and hedges."""
    found = match_words(one, two)
    if len(found.pairs) < 2:
        return 0.0
    least, most = sorted((found.one, found.two))
    value = 0.55 * least + 0.45 * most
    value -= _other_names(one, two, found) + _other_roles(one, two) + _other_predicate(one, two)
    value -= _denies_another(one, two)
    if _numbers_agree(one, two):
        value += 0.08
    elif _are_far_apart(one, two):
        value -= 0.25
    elif _share(one.counted, two.counted) and _same_event(one, two):
        value += 0.15
        if _same_doer(one, two) and not _other_names_after(one, two):
            value = max(value, SAME_FROM + 0.02)
    # Wordings that agree in number are joined first.
    return max(0.0, min(_MOST_DIFFERING if differ_in_number(one, two) else 1.0, value))


def _other_names(one: Content, two: Content, found: Match) -> float:
    """What names on either side that the other lacks speak against the two: most where both have some."""
    matched = {a for a, _, _ in found.pairs} | {b for _, b, _ in found.pairs}
    left = [name for name in one.names if name not in matched]
    right = [name for name in two.names if name not in matched]
    if left and right:
        return 0.2
    return 0.0


def _other_roles(one: Content, two: Content) -> float:
    """What the subjects speak against the two: another's name, or the roles turned round."""
    if not one.subject or not two.subject:
        return 0.0
    shared = _share(one.subject, two.subject)
    if one.is_passive == two.is_passive:
        if shared:
            return 0.0
        if _are_crossed(one, two):
            return 0.45
        named = set(one.subject) & set(one.names) and set(two.subject) & set(two.names)
        return 0.3 if named and not _is_rule(one, two) else 0.0
    return 0.3 if shared and one.predicate == two.predicate and not _are_crossed(one, two) else 0.0


def _are_crossed(one: Content, two: Content) -> bool:
    """Whether each claim's subject stands behind the other's."""
    return _share(one.subject, _rest(two)) and _share(two.subject, _rest(one))


def _are_far_apart(one: Content, two: Content) -> bool:
    """Whether each counts something, but in numbers that no two reports of one thing give: 12 dead, 2 million dead."""
    return bool(one.numbers and two.numbers) and not _are_of_one_size(one.numbers, two.numbers)


def _same_doer(one: Content, two: Content) -> bool:
    return _share(one.subject, two.subject) or _is_rule(one, two)


def _other_names_after(one: Content, two: Content) -> bool:
    """Whether each claim names, after its subject, something that the other does not: another place, another victim."""

    def names(content: Content, other: Content) -> set[str]:
        places = [content.words.index(word) for word in content.subject if word in content.words]
        after = content.words[min(places, default=0) :]
        return {n for n in content.names if n in after and n not in content.subject and not _share((n,), other.words)}

    return bool(names(one, two)) and bool(names(two, one))


def _is_rule(one: Content, two: Content) -> bool:
    """Whether one subject is a country and the other who rules it: "the US", "President Obama"."""
    left, right = set(one.subject), set(two.subject)
    return bool((left & countries() and right & _RULERS) or (right & countries() and left & _RULERS))


def _same_event(one: Content, two: Content) -> bool:
    """Whether what happens is the same, so that two numbers of one kind of thing tell against each other."""
    return bool(one.predicate) and one.predicate not in _LIGHT and kinship(one.predicate, two.predicate) > 0


def _share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if _all_kin_keys(one).isdisjoint(_all_kin_keys(two)):
        return False
    return any(kinship(a, b) > 0 for a in one for b in two)


@lru_cache(maxsize=1 << 14)
def _all_kin_keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(kin_keys, words))


def _rest(content: Content) -> tuple[str, ...]:
    return tuple(word for word in content.words if word not in content.subject and word != content.predicate)


def _other_predicate(one: Content, two: Content) -> float:
    """What the predicates speak against the two: what happens in one claim does not in the other."""
    if one.predicate in _LIGHT or two.predicate in _LIGHT or kinship(one.predicate, two.predicate) > 0:
        return 0.0
    if are_opposite(one.predicate, two.predicate):
        return 0.0
    if _share((one.predicate,), two.words) or _share((two.predicate,), one.words):
        return 0.0
    return 0.17


def _denies_another(one: Content, two: Content) -> float:
    """What speaks against a denial and a statement of different doings: "were active", "have not clashed"."""
    if one.is_negated == two.is_negated:
        return 0.0
    return 0.0 if _tell_of_one_doing(one, two) else 0.2


def _numbers_agree(one: Content, two: Content) -> bool:
    return any(_is_same_number(a, b) for a in one.numbers for b in two.numbers)


@lru_cache(maxsize=1 << 14)
def _is_same_number(one: str, two: str) -> bool:
    """Whether two numbers are equal, or one is the other rounded: "nearly $15 million", "$14,959,450"."""
    if one == two:
        return True
    least, most = sorted((number_of(one), number_of(two)))
    if least < _LEAST_ROUNDED or most > _MOST_ROUNDED * least:
        return False
    rounded, exact = sorted((least, most), key=_digits)
    return f"{exact:.{_digits(rounded) - 1}e}" == f"{rounded:.{_digits(rounded) - 1}e}"


def _digits(value: float) -> int:
    """How many digits a number has from the first to the last that is not 0."""
    return len(f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def stance_of(printed: Content, canonical: Content) -> Stance:
    """How a printing stands to its claim's canonical form."""
    is_denied = printed.is_negated != canonical.is_negated and _tell_of_one_doing(printed, canonical)
    # "Was not accurate" and "was inaccurate" agree: two denials are none.
    if is_denied != _opposed(printed, canonical) and _one_tells_all_of_the_other(printed, canonical):
        return Stance.CONTRADICTS
    if differ_in_number(printed, canonical):
        return Stance.DIFFERS_IN_NUMBER
    return Stance.AGREES


def _one_tells_all_of_the_other(one: Content, two: Content) -> bool:
    """Whether one has nearly all that the other tells, its contrary included.

    "I don't welcome leaks" is no denial of "I welcome this debate".
    """
    found = match_words(one, two)
    left, right = ({pair[side] for pair in found.pairs} for side in (0, 1))
    for words, others, matched in ((one.words, two.words, left), (two.words, one.words, right)):
        contrary = {word for word in words if not opposites_of(word).isdisjoint(others)}
        told = sum(weight(word) for word in words if word in matched or word in contrary)
        if told >= _NEARLY_ALL * sum(map(weight, words)):
            return True
    return False


def differ_in_number(one: Content, two: Content) -> bool:
    """Whether both count something, but not to the same number; not where it is known that each counts other things.

    Money counts nothing: "$1.4 billion" and "55 miles" do not differ.
    """
    if not one.numbers or not two.numbers or _numbers_agree(one, two):
        return False
    if one.counted and two.counted:
        return _share(one.counted, two.counted)
    return bool(one.counted) == bool(two.counted) or _are_of_one_size(one.numbers, two.numbers)


def _are_of_one_size(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether some number of the one is within three times of one of the other."""
    left, right = ([value for each in numbers if (value := number_of(each)) > 0] for numbers in (one, two))
    return any(max(a, b) <= 3 * min(a, b) for a in left for b in right)


def number_of(written: str) -> float:
    """The value of one of a content's numbers; 0 where it has none."""
    try:
        return float(written)
    except ValueError:
        return 0.0


def _tell_of_one_doing(one: Content, two: Content) -> bool:
    """Whether a denial and a statement are of the same doing, as far as is known.

    "Drivers, who settled their dispute, did not cross the line" does not deny that they settled it.
    """
    if not one.predicate or not two.predicate or DENY in (one.predicate, two.predicate):
        return True
    if kinship(one.predicate, two.predicate) > 0 or are_opposite(one.predicate, two.predicate):
        return True
    return _share((one.predicate,), two.words) and _share((two.predicate,), one.words)


def _opposed(one: Content, two: Content) -> bool:
    return any(
        other in two.words and other not in one.words
        for word in one.words
        if word not in two.words
        for other in opposites_of(word)
    )
