"""The parts of a person's name: who has a given name is somebody, a last name alone may be many."""

from __future__ import annotations

import pytest

from etl.link.entity.evidence import conflict, judge
from etl.link.entity.name import fold_name, read_person


@pytest.mark.parametrize("name", ["Ben Carson", "Ben Smith", "Al Gore", "Al Franken", "Van Jones", "Benyamin Cohen"])
def test_a_given_name_that_looks_like_a_particle_is_one(name: str) -> None:
    assert not read_person(fold_name(name, "PERSON")).is_bare


@pytest.mark.parametrize("name", ["Ben Gurion", "Ben Ali", "al-Amiri", "al-Hassan", "van Dijk", "bin Laden"])
def test_a_particle_is_no_given_name(name: str) -> None:
    assert read_person(fold_name(name, "PERSON")).is_bare


def test_the_same_full_name_in_two_articles_is_one_person() -> None:
    assert read_person(fold_name("Ben Carson", "PERSON")).last == "carson"
    assert read_person(fold_name("Zine El Abidine Ben Ali", "PERSON")).last == "ali"


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("Carl Dresner Jr.", "Carl Dresner", False),
        ("Carl Dresner Jr.", "Carl Dresner Sr.", False),
        ("Carl Dresner Jr.", "Carl Dresner Junior", True),
        # formal style writes both the middle initial and "Jr.", or neither
        ("Carl G. Dresner Jr.", "Carl Dresner", True),
        ("Joseph R. Biden Jr.", "Joe Biden", True),
        ("Donald J. Trump Jr.", "Donald J. Trump", False),
    ],
)
def test_father_and_son_of_one_name_are_two(name: str, other: str, is_one: bool) -> None:
    one, two = fold_name(name, "PERSON"), fold_name(other, "PERSON")
    assert (one == two or judge("PERSON", one, two) is not None) is is_one
    assert conflict("PERSON", one, two) is not is_one
