"""An event: what happened, who spoke about it, and who covers it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.benchmarks.synthetic.vocabulary import (
    COUNTED,
    ROLES,
    VERBS,
    Lexicon,
    make_lexicon,
    make_organization,
    make_person,
    make_place,
    make_sentence,
    make_thing,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Somebody did something to something, somewhere; ``number`` counts ``counted``."""

    subject: str
    is_organization: bool
    verb: tuple[str, str]  # base form and past form
    thing: str
    place: str
    number: int
    counted: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a person said, as sentences; ``name`` is empty for a source that stays unnamed."""

    name: str
    role: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """``weight`` is the number of articles about it."""

    day: int
    place: str
    facts: tuple[Fact, ...]
    utterances: tuple[Utterance, ...]
    lexicon: Lexicon
    weight: int


#: Chances of 1, 2 to 5, 6 to 15 and 16 to 50 articles about an event.
_SIZES = ((0.50, 1, 1), (0.30, 2, 5), (0.16, 6, 15), (0.04, 16, 50))


def make_event(random: Random, day: int) -> Event:
    """An event of its own names and things."""
    lexicon = make_lexicon(random)
    place, people = make_place(random), [make_person(random) for _ in range(4)]
    organizations = [make_organization(random) for _ in range(3)]
    things = [make_thing(random, lexicon) for _ in range(7)]
    facts = tuple(_fact(random, place, people, organizations, things) for _ in range(16))
    utterances = tuple(_utterance(random, name, things, lexicon) for name in (*people, ""))
    return Event(day, place, facts, utterances, lexicon, _size(random))


def _size(random: Random) -> int:
    chance = random.random()
    for share, least, most in _SIZES:
        if chance < share:
            return random.randint(least, most)
        chance -= share
    return 1


def _fact(random: Random, place: str, people: list[str], organizations: list[str], things: list[str]) -> Fact:
    is_organization = random.random() < 0.6
    return Fact(
        subject=random.choice(organizations if is_organization else people),
        is_organization=is_organization,
        verb=random.choice(VERBS),
        thing=random.choice(things),
        place=place if random.random() < 0.6 else make_place(random),
        number=random.choice((random.randint(3, 99), random.randint(2, 90) * 50)),
        counted=random.choice(COUNTED),
    )


def _utterance(random: Random, name: str, things: list[str], lexicon: Lexicon) -> Utterance:
    subjects = ("we", "they", "nobody here", f"the {random.choice(things)}", "")
    sentences = tuple(make_sentence(random, lexicon, random.choice(subjects)) for _ in range(random.randint(1, 3)))
    return Utterance(name, random.choice(ROLES), sentences)
