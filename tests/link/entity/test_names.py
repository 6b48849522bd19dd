"""The parts of a person's name: who has a given name is somebody, a last name alone may be many."""

from __future__ import annotations

import pytest

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
