"""Whether two full names are one thing's: a pure function of the two names.

``judge`` gives a score with its reason, or nothing where the names are merely different. ``conflict`` says that two
names cannot be one's, whatever else points to it ("George W. Bush", "George H. W. Bush").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from etl.link.background.frequency import bits
from etl.link.entity.known import canonical_name, is_known
from etl.link.entity.name import PersonName, full_given, initials_of, read_person, skeleton, sound
from etl.link.lexicon import word_set

#: From here on two names are taken for one thing's.
MERGE_FROM = 0.8
#: Letters of the shortest acronym: two are the initials of too many names. The reference data know the well-known ones.
SHORTEST = 3
#: Letters of the longest acronym.
_LONGEST_ACRONYM = 6
#: A last name as rare as this is enough beside an initial.
RARE_BITS = 17.5

_ORG_ENDINGS = word_set(
    """inc incorporated corp corporation ltd limited llc plc co company companies group holdings ag sa gmbh nv
    spa"""
)
_SMALL = word_set("""of the and for in on de du des la le""")
_SPELLINGS = {"defence": "defense", "centre": "center", "labour": "labor", "organisation": "organization"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """That two names are one thing's: how surely (0 to 1), and on what grounds."""

    score: float
    reason: str


def judge(name_class: str, name: str, other: str) -> Evidence | None:
    """The evidence that two folded names of one class name the same, if there is enough of it."""
    known, other_known = canonical_name(name_class, name), canonical_name(name_class, other)
    if known == other_known:
        return Evidence(0.99, "the reference data give both names to one")
    if is_known(name_class, name) and is_known(name_class, other):
        return None
    match name_class:
        case "PERSON":
            return _judge_persons(name, other)
        case "ORG":
            return _judge_organizations(name, other)
        case "PLACE" | "NORP" | "EVENT" | "PRODUCT":
            return _judge_spelling(name, other)
        case _:
            return None


def conflict(name_class: str, name: str, other: str) -> bool:
    """Whether two names cannot be one's, though a third name fits both."""
    if canonical_name(name_class, name) == canonical_name(name_class, other):
        return False
    if is_known(name_class, name) and is_known(name_class, other):
        return True
    if name_class == "PERSON":
        one, two = read_person(name), read_person(other)
        return (
            _given_score(one.given, two.given) is None
            or _last_score(one.last, two.last) is None
            or not _same_generation(one, two)
        )
    both_full = " " in name and " " in other
    return both_full and judge(name_class, name, other) is None


def blocks(name_class: str, name: str) -> Iterator[str]:
    """What a name is entered under, in an index in which :func:`sought` finds all that :func:`judge` may join."""
    yield from _likenesses(name_class, name)
    yield from _acronym(name_class, name, of_full_name="@", as_written="&")


def sought(name_class: str, name: str) -> Iterator[str]:
    """What a name is looked for under: an acronym among full names, and a full name among acronyms.

    Two full names of the same initials are not each other's: there are as many as there are names.
    """
    yield from _likenesses(name_class, name)
    yield from _acronym(name_class, name, of_full_name="&", as_written="@")


def _acronym(name_class: str, name: str, *, of_full_name: str, as_written: str) -> Iterator[str]:
    """A body's initials, each under the mark for where they come from."""
    if name_class != "ORG":
        return
    words = name.split()
    if len(words) > 1:
        yield of_full_name + initials_of(words)
    elif len(name) <= _LONGEST_ACRONYM:
        yield as_written + name


def _likenesses(name_class: str, name: str) -> Iterator[str]:
    yield f"={canonical_name(name_class, name)}"
    if name_class == "PERSON":
        person = read_person(name)
        for given in {full_given(each) for each in person.given}:
            yield f"{skeleton(person.last)} {skeleton(given)[:1]}"
        return
    words = _telling(name)
    yield " ".join(sorted(skeleton(word) for word in words))
    yield "".join(words)


def _judge_persons(name: str, other: str) -> Evidence | None:
    one, two = read_person(name), read_person(other)
    if not _same_generation(one, two):
        return None
    last = _last_score(one.last, two.last)
    given = _given_score(one.given, two.given)
    if last is None or given is None or not one.given or not two.given:
        return None
    if given[0] < 0.85 and bits(one.last) < RARE_BITS:
        return None
    score = last[0] * given[0]
    reasons = [reason for reason in (last[1], given[1]) if reason]
    return Evidence(round(score, 3), "; ".join(reasons) or "the same name") if score >= MERGE_FROM else None


def _same_generation(one: PersonName, two: PersonName) -> bool:
    """Whether two names may be of one of a family. "Jr." is left out only where the middle name is, too.

    "John G. Roberts Jr." is written John Roberts; but Donald Trump Jr. is the son of Donald Trump.
    """
    if one.generation == two.generation:
        return True
    if one.generation and two.generation:
        return False
    full, short = (one, two) if one.generation else (two, one)
    return len(full.given) > len(short.given)


def _last_score(one: str, two: str) -> tuple[float, str] | None:
    if one == two:
        return 1.0, ""
    if min(len(one), len(two)) >= 4 and sound(one) == sound(two):
        return 0.94, "last names that sound alike"
    return None


def _given_score(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[float, str] | None:
    """How well two lists of given names go together; ``None`` where they contradict each other."""
    if not one or not two:
        return 0.5, "a last name alone"
    if len(one) > len(two):
        one, two = two, one
    first = _same_given(one[0], two[0])
    if first is None:
        # "Wazir Shamary" for "Ali Wazir Shamary": the first of several given names is left out
        rest = [given for given in two[1:] if len(given) > 2]
        if any(_same_given(one[0], given) == (1.0, "") for given in rest) and len(one[0]) > 3:
            return 0.86, "the first given name left out"
        return None
    score, reason = first
    if any(_same_given(given, other) is None for given, other in zip(one[1:], two[1:], strict=False)):
        return None
    if len(one) != len(two):
        score, reason = score * 0.97, "; ".join(filter(None, (reason, "a middle name or initial left out")))
    return score, reason


def _same_given(one: str, two: str) -> tuple[float, str] | None:
    if one == two:
        return 1.0, ""
    if full_given(one) == full_given(two) or one == full_given(two) or full_given(one) == two:
        return 0.95, "a short form of the given name"
    if min(len(one), len(two)) <= 1:
        return (0.82, "an initial for the given name") if one[0] == two[0] else None
    if min(len(one), len(two)) >= 3 and sound(one) == sound(two):
        return 0.95, "given names that sound alike"
    return None


def _judge_organizations(name: str, other: str) -> Evidence | None:
    short, full = sorted((name, other), key=lambda each: (each.count(" "), len(each), each))
    words = full.split()
    if " " not in short and len(words) > 1 and initials_of(words) == short and len(short) >= SHORTEST:
        return Evidence(0.9, "the initials of the full name")
    if sorted(_telling(name)) == sorted(_telling(other)) and _telling(name):
        return Evidence(0.95, "the same words but for endings and small words")
    return _judge_spelling(name, other)


def _judge_spelling(name: str, other: str) -> Evidence | None:
    one, two = _telling(name), _telling(other)
    if one and "".join(one) == "".join(two):
        return Evidence(0.97, "the same name in one word and in several")
    if len(one) != len(two) or not one:
        return None
    pairs = list(zip(one, two, strict=True))
    if any(a != b and not _sounds_alike(a, b) for a, b in pairs):
        return None
    return Evidence(0.92, "names that sound alike")


def _sounds_alike(one: str, two: str) -> bool:
    if min(len(one), len(two)) < 4 or one[0] != two[0]:
        return False
    if sound(one) == sound(two):
        return True
    # short vowels of Arabic and Persian, which writers hear differently
    long = min(len(one), len(two)) >= 7
    return long and skeleton(one) == skeleton(two) and Levenshtein.distance(one, two) <= 2 and bits(one) > RARE_BITS


def _telling(name: str) -> list[str]:
    """The words of a name without endings, small words and the Arabic article."""
    words = [_SPELLINGS.get(word, word) for word in name.split()]
    kept = [word for word in words if word not in _SMALL and word not in _ORG_ENDINGS and word not in ("al", "el")]
    return kept or words
