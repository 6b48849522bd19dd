"""Whom a paper means that says what somebody is instead of the name: if one of these fails, words are given to nobody,
or to somebody who did not say them."""

from __future__ import annotations

import pytest

from etl.records import SourceKind
from etl.transform.article import Transformer
from tests.transform.reading import name_of, read


def _last_speaker(text: str) -> str | None:
    """The name of who makes the last statement, if that is known."""
    article = read(text)
    return name_of(article, article.attributions[-1].speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Liam Doyle turned on his players after the match. “I can’t defend that,” the Harbury manager said.",
            "Liam Doyle",
        ),
        ("Maria Olsen opened her campaign on Monday. The New Jersey businesswoman said she would win.", "Maria Olsen"),
        ("Anna Lund opened the new wing. “It was my dream,” the singer said.", "Anna Lund"),
        # a sentence about something else lies between
        ("Jan Dahl left the hall. Rain had begun to fall. “I am done,” the candidate said.", "Jan Dahl"),
    ],
)
def test_the_subject_goes_on_in_other_words(text: str, speaker: str) -> None:
    assert _last_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        # two subjects
        ("Jan Dahl left the hall and Petr Havel stayed. “I am done,” the candidate said."),
        # the article brought in another
        ("A candidate was hurt in the crowd. Jan Dahl drove her home. “I am fine,” the candidate said."),
        # somebody else is known to be one
        ("Candidate Petr Havel stayed at home. Jan Dahl left the hall. “I am done,” the Bergen candidate said."),
        # an office that the text brings in
        ("Jan Dahl left the hall. “He may go,” the Bergen judge said."),
        # the main clause is not his
        ("The council met after Jan Dahl had left the hall. “I am done,” the Bergen senator said."),
    ],
)
def test_where_another_may_be_meant_it_stays_open(text: str) -> None:
    assert _last_speaker(text) is None


def test_whose_lawyer_is_not_whose() -> None:
    assert (
        _last_speaker("Inga Moe heard nothing. Ms. Moe’s lawyer said it was over. She added that it was late.") is None
    )


def test_a_name_told_at_birth() -> None:
    text = "Dora Lund, who drew maps, has died. Dora Anne Fisk was born in May 1934. “He was hard,” she wrote of him."
    assert _last_speaker(text) == "Dora Lund"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A guard said that it was late. She added that the gate was open.", SourceKind.ANONYMOUS),
        ("Two officials said that it was late. They added that the gate was open.", SourceKind.ANONYMOUS),
        ("The company said that it was late. It added that the gate was open.", SourceKind.ORGANIZATION),
    ],
)
def test_a_pronoun_is_of_the_kind_of_whom_it_stands_for(text: str, kind: SourceKind) -> None:
    assert read(text).attributions[-1].source_kind is kind


def test_an_epithet_behind_another_name_is_nobody_for_sure(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Tom Lee is famous for his raids.\nHis support for Ann Roe came after the candidate had changed her mind."
    )
    lee = next(mention.chain for mention in article.mentions if mention.span.text == "Tom Lee")
    assert all(mention.chain != lee for mention in article.mentions if mention.span.text == "the candidate")
