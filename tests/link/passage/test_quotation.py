"""Quotation told from prose."""

from __future__ import annotations

from etl.link.passage.alignment import align, make_ready
from etl.link.passage.quotation import find_quotations, flag_quoted, part
from etl.link.words import find_words

INSULT = (
    "It’s an insult to the families of the American soldiers that were wounded and killed in battles in which the "
    "militias were the enemy"
)
DENIAL = "providing arms to them and supporting them is very hard for those families to understand"
PROSE = (
    "The intelligence community has reported that representatives of the extreme militias have been spying at Taqqadum"
)


def _parts(one: str, other: str) -> list[tuple[str, bool]]:
    first, second = find_words(one), find_words(other)
    quoted = [
        flag_quoted(words, find_quotations(text, [(0, len(text))], []))
        for text, words in ((one, first), (other, second))
    ]
    return [
        (one[first.starts[each.passage.first[0]] : first.ends[each.passage.first[1] - 1]], each.is_quotation)
        for passage in align(make_ready(first), make_ready(second))
        for each in part(passage, *quoted)
    ]


def test_words_that_both_quote_are_a_quotation() -> None:
    assert _parts(f"“{INSULT},” he said.", f'He told the paper: "{INSULT}."') == [(INSULT, True)]


def test_prose_that_another_prints_as_a_quotation_is_prose() -> None:
    """Who puts an article's own words in quotation marks took them from that article."""
    assert _parts(f"{PROSE}.", f"Bloomberg wrote: “{PROSE}.”") == [(PROSE, False)]


def test_a_passage_of_prose_and_quotation_is_parted() -> None:
    text = f"{PROSE}. “{INSULT},” he said."
    assert _parts(text, text) == [(PROSE, False), (INSULT, True)]


def test_the_tag_between_two_halves_does_not_part_a_quotation() -> None:
    one = f"“{INSULT},” John McCain told us. “Now, {DENIAL}.”"
    other = f"“{INSULT}. Now, {DENIAL}.”"
    ((words, is_quotation),) = _parts(one, other)
    assert is_quotation
    assert words.startswith("It’s an insult")
    assert words.endswith("to understand")


def test_a_scare_quote_stays_with_its_prose() -> None:
    text = f"{PROSE.replace('spying', '“spying”')}."
    assert [is_quotation for _, is_quotation in _parts(text, text)] == [False]


def test_marks_of_other_houses_are_known() -> None:
    for opening, closing in ("‘’", "‘”", "«»", "„“", "''"):
        assert _parts(f"He said: {opening}{INSULT}.{closing}", f"“{INSULT}.”") == [(INSULT, True)], opening


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = f"“{INSULT}\n{PROSE}."
    words = find_words(text)
    first_paragraph = (0, text.index("\n"))
    ranges = [first_paragraph, (first_paragraph[1] + 1, len(text))]
    quoted = flag_quoted(words, find_quotations(text, ranges, []))
    assert quoted.sum() == len(find_words(INSULT))


def test_what_the_article_attributes_as_direct_speech_counts_without_marks() -> None:
    text = f"{INSULT}."
    assert flag_quoted(find_words(text), find_quotations(text, [(0, len(text))], [(0, len(INSULT))])).all()


def test_a_post_that_a_page_embeds_is_a_quotation() -> None:
    post = f"{DENIAL}\n— Jo Tarn (@jotarn) July 15, 2018"
    words = find_words(post)
    end = post.index("\n")
    assert flag_quoted(words, find_quotations(post, [(0, end), (end + 1, len(post))], [])).sum() == len(DENIAL.split())
