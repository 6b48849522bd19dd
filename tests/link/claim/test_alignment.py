"""Two reporters tell one fact in words of their own: it must be one claim all the same, and nothing else must be."""

from __future__ import annotations

from itertools import permutations

import pytest

from etl.link.claim.abreast import FIRST, NEXT, pairs_of
from etl.link.claim.alignment import Told, align, find_repeated
from etl.link.claim.content import read_content
from etl.link.claim.grouping import JOIN_FROM, KEEP_FROM

# Two reports of one council meeting, written for this test; what is told by both stands under the same number.
CALL = {
    1: "The council of Marrow voted on Monday to tear down the Harlow dam.",
    2: "The work will cost $14.2 million, to be taken from the flood reserve.",
    3: "Some 3,400 households below the dam were told to leave in February.",
    4: "Engineers found cracks in the spillway in January.",
    5: "The mayor of Marrow thanked the fire service.",
    6: "Trout have come back to the river.",
}
TRIBUNE = {
    11: "Harlow dam is to be demolished, the Marrow council decided by nine votes to four.",
    12: "Marrow will draw $14.2 million from its reserve against floods.",
    13: "In February 3,400 families living downstream had to abandon their homes in Marrow.",
    14: "The spillway had shown cracks, which engineers discovered in January.",
    15: "The council of Marrow meets again in April.",
    16: "A hotel owner in Marrow called it a disgrace.",
}


def told(texts: dict[int, str], opening: int | None = None) -> dict[int, Told]:
    return {key: Told(read_content(text), key == opening) for key, text in texts.items()}


def joined(scores: dict[tuple[int, int], float]) -> set[tuple[int, int]]:
    return {pair for pair, score in scores.items() if score >= JOIN_FROM}


def test_what_both_tell_is_paired_and_nothing_else() -> None:
    found = align(told(CALL), told(TRIBUNE))
    assert set(found) == {(1, 11), (2, 12), (3, 13), (4, 14)}
    assert all(JOIN_FROM <= score <= 1 for score in found.values())


def test_it_does_not_matter_which_article_comes_first() -> None:
    there = align(told(CALL), told(TRIBUNE))
    back = align(told(TRIBUNE), told(CALL))
    assert {(b, a): score for (a, b), score in back.items()} == there


def test_numbers_that_are_nearly_the_same_speak_for_one_fact() -> None:
    other = TRIBUNE | {12: "Marrow will draw $14.6 million from its reserve against floods."}
    assert (2, 12) in align(told(CALL), told(other))
    far = TRIBUNE | {12: "Marrow will draw $92 million from its reserve against floods."}
    assert align(told(CALL), told(far)).get((2, 12), 0) < align(told(CALL), told(TRIBUNE))[2, 12]


def test_a_number_alone_is_no_fact() -> None:
    one = {1: "The virus had reached more than 1,000,000 patients by Thursday.", 2: "Hospitals in the north are full."}
    two = {11: "Over 1,000,000 voters asked for absentee ballots.", 12: "The polls close at nine."}
    assert align(told(one), told(two)) == {}


def test_what_both_articles_open_with_is_rather_one_thing() -> None:
    other = TRIBUNE | {11: "After years of argument Marrow voted on Monday to remove the dam."}
    assert (1, 11) not in joined(align(told(CALL), told(other)))
    assert (1, 11) in joined(align(told(CALL, opening=1), told(other, opening=11)))
    assert (1, 11) not in joined(align(told(CALL, opening=1), told(other, opening=12)))


def test_what_only_comes_near_is_kept_and_joins_nothing() -> None:
    other = TRIBUNE | {13: "The fire service asked all households to leave."}
    assert KEEP_FROM <= align(told(CALL), told(other))[3, 13] < JOIN_FROM


def test_an_article_that_speaks_of_one_person_all_along_does_not_repeat_itself() -> None:
    article = told(
        {
            1: "Raj K. Chohan was outside the bakery.",
            2: "Raj K. Chohan saw her on the floor.",
            3: "Raj K. Chohan had moved about a mile away six years ago.",
            4: "About a mile away Raj K. Chohan had moved six years ago, to Ozone Park.",
        }
    )
    found = find_repeated(article)
    assert set(found) == {(3, 4)}
    assert KEEP_FROM <= found[3, 4] < JOIN_FROM


def test_a_wording_that_both_print_is_not_paired_with_itself() -> None:
    one, two = told(CALL), told(TRIBUNE | {2: CALL[2]})
    assert (2, 2) not in align(one, two)


@pytest.mark.parametrize("size", [0, 1, 2, FIRST, FIRST + NEXT + 5])
def test_an_article_is_compared_with_the_first_ones_and_with_its_neighbours(size: int) -> None:
    members = [100 + 7 * i for i in range(size)]
    expected = {
        (members[i], members[j]) for i in range(size) for j in range(size) if i <= j and (i < FIRST or j - i <= NEXT)
    }
    assert pairs_of(members) == expected


def test_the_pairs_of_a_story_grow_with_its_articles_and_not_with_their_square() -> None:
    members = list(range(300))
    assert len(pairs_of(members)) <= len(members) * (1 + FIRST + NEXT)


def test_more_claims_of_an_article_may_be_told_by_one_of_another() -> None:
    one = {
        1: "Engineers found cracks in the spillway in January.",
        2: "The reserve against floods holds $14.2 million.",
    }
    two = {11: "Cracks in the spillway, found by engineers in January, will eat up the flood reserve of $14.2 million."}
    for left, right in permutations((told(one), told(two))):
        assert len(align(left, right)) == 2
