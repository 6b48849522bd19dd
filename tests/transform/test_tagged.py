"""Sentences whose last words only tell who says it, or whose second half is another's: if one of these fails, a scoop
is told in the article's own voice, or by a disease."""

from __future__ import annotations

import pytest

from etl.records import Article, SpanRole
from etl.transform.article import Transformer


def _said(article: Article) -> list[tuple[str | None, str]]:
    return [
        (each.source_as_written, " ".join(span.text for span in each.of_role(SpanRole.CONTENT)))
        for each in article.attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The head of the port kept private files on at least 40 members of the council, the weekly magazine Zenit "
            "reported on Sunday.",
            "the weekly magazine Zenit",
            "The head of the port kept private files on at least 40 members of the council",
        ),
        (
            "None of its 14 recommendations was carried out, a report by the ombudsman found in 2016.",
            "a report by the ombudsman",
            "None of its 14 recommendations was carried out",
        ),
        (
            "Farmers say the geese spread disease, and the harbour ministry, which has shot them since 2004, said it "
            "had no plans to stop.",
            "the harbour ministry",
            "it had no plans to stop",
        ),
        (
            "Prosecutors allege Mr Lund moved £3m to an account in Jersey; he denies wrongdoing.",
            "Prosecutors",
            "Mr Lund moved £3m to an account in Jersey",
        ),
        (
            "Farmers say the geese spread disease, and the harbour ministry, which has shot them since 2004, said it "
            "had no plans to stop.",
            "Farmers",
            "the geese spread disease",
        ),
    ],
)
def test_a_tag_is_no_part_of_what_is_said(transformer: Transformer, text: str, source: str, content: str) -> None:
    assert (source, content) in _said(transformer.annotate_prose(text))


def test_those_whom_a_paper_cites_say_the_same(transformer: Transformer) -> None:
    said = _said(
        transformer.annotate_prose(
            "The port kept files on forty councillors, the weekly magazine Zenit reported on Sunday, citing two "
            "serving officers and a former archivist."
        )
    )
    content = "The port kept files on forty councillors"
    assert said == [("the weekly magazine Zenit", content), ("two serving officers and a former archivist", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The council bought a plan, a report found in the cellar of the old town hall.",
        "He lives with his brother, the painter Zenit painted in 1988.",
    ],
)
def test_what_tells_more_of_a_noun_is_no_tag(transformer: Transformer, text: str) -> None:
    assert not _said(transformer.annotate_prose(text))


def test_a_claim_has_the_subject_that_an_aside_parts_from_it(transformer: Transformer) -> None:
    claims = transformer.annotate_prose(
        "Farmers say that geese eat the wheat, and the harbour ministry, which has shot them since 2004, said it had "
        "no plans to stop."
    ).claims
    assert [claim.statement for claim in claims] == [
        "Geese eat the wheat",
        "[The harbour ministry] has shot them since 2004",
        "[The harbour ministry] had no plans to stop",
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The minister has not commented.", "The minister has not commented"),
        ("The mayor declared three days of mourning.", "The mayor declared three days of mourning"),
        ("Nordkraft said in a filing that it had not known of the leak.", "not known of the leak"),
    ],
)
def test_deeds_and_silences_are_claims(transformer: Transformer, text: str, statement: str) -> None:
    assert any(statement in claim.statement for claim in transformer.annotate_prose(text).claims)
