"""The quoted words of an attribution: without the joint before them, and once where two statements quote them."""

from __future__ import annotations

from etl.link.quote.printing import Printing, Range, quoted_ranges, without_inner
from etl.records import AttributionType


def test_the_joint_before_the_marks_is_not_quoted() -> None:
    text = "that, “we will go.”"
    assert quoted_ranges(AttributionType.DIRECT, [Range(100, 100 + len(text), text)]) == [
        Range(107, 118, "we will go.")  # behind «that, “», before the closing mark
    ]


def test_a_quotation_that_begins_with_that_keeps_it() -> None:
    text = "“that is all.”"
    assert quoted_ranges(AttributionType.DIRECT, [Range(0, len(text), text)]) == [Range(1, 13, "that is all.")]


def test_words_that_a_statement_inside_another_quotes_are_its_alone() -> None:
    words = (Range(40, 50, "we will go"),)
    report = Printing(1, 1, words, "the report", content_chars=60)
    minister = Printing(2, 1, words, "the minister", content_chars=20)
    assert without_inner([report, minister]) == [minister]


def test_words_of_another_inside_a_quotation_show_as_left_out() -> None:
    text = "He was plain. “Nobody climbed the wall,” an engineer told me. So it went."
    inner = text.index("“Nobody")
    whole = Printing(1, 5, (Range(0, len(text), text, is_block=True),), "", len(text))
    engineer = Printing(2, 5, (Range(inner + 1, inner + 24, "Nobody climbed the wall,"[:23]),), "", 23)
    kept = without_inner([whole, engineer])
    assert [each.content for each in kept] == [
        "He was plain. […] an engineer told me. So it went.",
        "Nobody climbed the wall",
    ]


def test_the_comma_before_a_tag_is_not_quoted() -> None:
    text = "“We respect him very much,”"
    (words,) = quoted_ranges(AttributionType.DIRECT, [Range(0, len(text), text)])
    assert Printing(1, 5, (words,), "").content == "We respect him very much"
