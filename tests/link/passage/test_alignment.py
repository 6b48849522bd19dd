"""Shared stretches of two texts, word by word."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.link.passage.alignment import Passage, align, make_ready
from etl.link.words import find_words
from tests.benchmarks.synthetic.vocabulary import everyday

AGENCY = (
    "Two senior officials confirmed that soldiers and militia groups are both using the Taqqadum military base in "
    "Anbar, the same base where the president is sending an additional 450 military personnel to train local forces."
)


def _align(one: str, other: str) -> list[tuple[str, str]]:
    first, second = find_words(one), find_words(other)
    return [
        (
            one[first.starts[each.first[0]] : first.ends[each.first[1] - 1]],
            other[second.starts[each.second[0]] : second.ends[each.second[1] - 1]],
        )
        for each in align(make_ready(first), make_ready(second))
    ]


def test_a_copied_sentence_is_found_with_both_ranges() -> None:
    one = f"The minister was away on Tuesday. {AGENCY} Nobody answered the telephone."
    other = f"Rain fell. {AGENCY} The harbour is closed."
    copied = AGENCY.removesuffix(".")
    assert _align(one, other) == [(copied, copied)]


def test_words_changed_on_the_way_do_not_part_a_passage() -> None:
    reworded = AGENCY.replace("an additional 450 military personnel", "450 more troops").replace("senior ", "")
    ((one, other),) = _align(AGENCY, reworded)
    assert one.startswith("Two senior officials")
    assert one.endswith("local forces")
    assert "450 more troops" in other


def test_letter_case_accents_points_and_possessives_do_not_hide_a_copy() -> None:
    one = "The U.S. ambassador praised Iran’s Shi'ite militias near Ramadi; the façade of unity held for months."
    other = "THE US AMBASSADOR PRAISED IRAN'S SHIITE MILITIAS NEAR RAMADI THE FACADE OF UNITY HELD FOR MONTHS"
    assert len(_align(one, other)) == 1


def test_names_and_titles_alone_are_no_passage() -> None:
    """Every article about a summit names the two presidents; that is not copying."""
    one = "In Helsinki, President Donald Trump and Russian President Vladimir Putin shook hands before lunch."
    other = "Nobody expects much of President Donald Trump and Russian President Vladimir Putin this week."
    assert _align(one, other) == []


def test_two_copied_stretches_far_apart_are_two_passages() -> None:
    other_part = (
        "Cooperation is more direct when commanders of hardline militias sit in on briefings that were meant for "
        "government forces, a practice that the embassy would not discuss."
    )
    filler = " ".join(everyday().nouns[:60])
    assert len(_align(f"{AGENCY} {filler} {other_part}", f"{AGENCY} {other_part}")) == 2


def test_paragraphs_in_another_order_are_all_found() -> None:
    parts = [" ".join(everyday().nouns[start : start + 20]) for start in (0, 20, 40)]
    assert len(_align(" ".join(parts), " ".join(reversed(parts)))) == 3


@given(st.integers())
@settings(max_examples=60)
def test_passages_are_disjoint_agree_and_rise_in_both_texts(seed: int) -> None:
    """Ranges that overlap would count words twice in the reports."""
    random = Random(seed)
    phrases = [" ".join(random.choices(everyday().nouns[:400], k=random.randint(3, 14))) for _ in range(12)]
    first, second = (find_words(" ".join(random.choices(phrases, k=14))) for _ in range(2))
    passages = align(make_ready(first), make_ready(second))
    for passage in passages:
        _check_blocks(passage)
        for block in passage.blocks:
            here = first.folded[block.first : block.first + block.length]
            assert here == second.folded[block.second : block.second + block.length]
    for side in ("first", "second"):
        ranges = sorted(getattr(passage, side) for passage in passages)
        assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def _check_blocks(passage: Passage) -> None:
    for before, after in pairwise(passage.blocks):
        assert before.first + before.length <= after.first
        assert before.second + before.length <= after.second
