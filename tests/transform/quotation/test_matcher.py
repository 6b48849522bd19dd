"""Quotation marks. If one of these fails, a user reads words as quoted that are not, or misses where speech ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.records import Paragraph, ParagraphRole, QuotationEnd
from etl.transform.quotation import Quotation, QuotationKind, find_quotations


def paragraphs_of(text: str, roles: Sequence[ParagraphRole] = ()) -> tuple[Paragraph, ...]:
    """One paragraph a line."""
    paragraphs = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            role = roles[number] if number < len(roles) else ParagraphRole.BODY
            paragraphs.append(Paragraph(at, at + len(line), role))
        at += len(line) + 1
    return tuple(paragraphs)


def quoted(text: str) -> list[str]:
    return [text[each.start_char : each.end_char] for each in find_quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("He said ‘no’ twice.", ["‘no’"]),
        ("Il a dit « non » deux fois.", ["« non »"]),
        ("Er sagte „nein“ und »doch«.", ["„nein“", "»doch«"]),
        ("''We go,'' she said.", ["''We go,''"]),
        ("``We go,'' she said.", ["``We go,''"]),
        # opened with one mark, closed with another
        ('It is "an insult to the families.”', ['"an insult to the families.”']),
        ("They wrote that, ‘Iran has leveraged militant groups – to take part.”", None),
        # nested
        ("“He told me ‘never’ again,” she said.", ["“He told me ‘never’ again,”", "‘never’"]),
        ("‘He told me “never” again,’ she said.", ["‘He told me “never” again,’", "“never”"]),
        # apostrophes are no marks
        ("It’s the voters’ choice, Mary's and the Joneses' too.", []),
        ("The '90s weren't the ‘60s, nor ’tis now.", []),
        ("‘The voters’ choice counts,’ he said.", ["‘The voters’ choice counts,’"]),
        # bracketed edits, omissions, inches
        ("“[O]fficials … say so,” he wrote.", ["“[O]fficials … say so,”"]),
        ("A 5'10\" man.", []),
    ],
)
def test_pairs(text: str, expected: list[str] | None) -> None:
    assert quoted(text) == (expected if expected is not None else [text[text.index("‘") :]])


def test_a_quotation_that_reopens_each_paragraph_is_one_chain() -> None:
    text = "Jones said: “One is here.\n“Two is here.\n“Three is here.”\nHe left."
    found = find_quotations(text, paragraphs_of(text))
    assert [each.end for each in found] == [QuotationEnd.REOPENED, QuotationEnd.REOPENED, QuotationEnd.CLOSED]
    assert [each.continues for each in found] == [None, 1, 2]


def test_whole_sentences_never_closed_end_with_the_paragraph() -> None:
    text = "“No control,” one said. “Even if they don’t attack us... it has begun. We helped it.\nThe next day he left."
    last = find_quotations(text, paragraphs_of(text))[-1]
    assert last.end is QuotationEnd.UNCLOSED_PARAGRAPH
    assert text[last.start_char : last.end_char] == "“Even if they don’t attack us... it has begun. We helped it."


def test_a_few_words_never_closed_end_with_the_sentence() -> None:
    text = "They called it “a complete failure of policy. The vote is on Monday."
    (only,) = find_quotations(text, paragraphs_of(text))
    assert only.end is QuotationEnd.UNCLOSED_SENTENCE
    assert text[only.start_char : only.end_char] == "“a complete failure of policy."


def test_a_mark_forgotten_before_a_speech_tag_ends_there() -> None:
    text = "“There is no plan, Mr. Jones said. The council meets on Monday."
    (only,) = find_quotations(text, paragraphs_of(text))
    assert text[only.start_char : only.end_char] == "“There is no plan,"


def test_halves_around_a_speech_tag_belong_together() -> None:
    text = "“I came,” he said, “and I saw.”"
    first, second = find_quotations(text, paragraphs_of(text))
    assert (first.continues, second.continues) == (None, 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Terrific,” he said.", QuotationKind.SPEECH),
        ("He said it “is a long way to go from here.”", QuotationKind.SPEECH),
        ("The “truce” held for a day.", QuotationKind.FRAGMENT),
        ("She sang in “The Sound of Music” last year.", QuotationKind.TITLE),
    ],
)
def test_speech_scare_quotes_and_titles(text: str, kind: QuotationKind) -> None:
    assert find_quotations(text, paragraphs_of(text))[0].kind is kind


def test_a_block_quotation_is_one_a_paragraph_and_holds_what_is_marked_in_it() -> None:
    text = "She adds:\nIt is bad. “Very bad,” says he.\nIt goes on."
    body, block = ParagraphRole.BODY, ParagraphRole.BLOCK_QUOTATION
    found = find_quotations(text, paragraphs_of(text, (body, block, block)))
    assert [(each.end, each.parent, each.continues) for each in found] == [
        (QuotationEnd.BLOCK, None, None),
        (QuotationEnd.CLOSED, 1, None),
        (QuotationEnd.BLOCK, None, 1),
    ]


def check(text: str, found: Sequence[Quotation]) -> None:
    """Ranges fit, parents hold their children, and what is continued comes before."""
    for ordinal, each in enumerate(found, 1):
        assert 0 <= each.start_char <= each.inner_start <= each.inner_end <= each.end_char <= len(text)
        assert each.continues is None or each.continues < ordinal
        if each.parent is not None:
            parent = found[each.parent - 1]
            assert parent.start_char <= each.start_char


@settings(max_examples=300)
@given(st.text(alphabet="\"'“”‘’«»„`,.:?! \nabS—…\u00a0", max_size=120))
def test_any_marks(text: str) -> None:
    check(text, find_quotations(text, paragraphs_of(text)))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text, find_quotations(text, paragraphs_of(text)))


@pytest.mark.parametrize("piece", ["“a ", "” b", "'x ", "“a” ", "« ", "‘“", 'said, "No. '])
def test_thousands_of_marks(piece: str) -> None:
    text = piece * 5_000
    check(text, find_quotations(text, paragraphs_of(text)))
