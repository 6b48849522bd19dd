"""What a name is, by all that an article says of it: "he" must not become a company."""

from __future__ import annotations

import pytest

from etl.records import MentionKind
from etl.transform.article import Transformer


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Norvane chief executive Pieter van Rensburg denied it.", "Norvane", "ORG"),
        ("Shares in Norvane fell 18% in Johannesburg on Tuesday.", "Norvane", "ORG"),
        ("Valdis’s shareholders met on Monday. Valdis had lost half of its value.", "Valdis", "ORG"),
        # where somebody unnamed is from
        ("A 19-year-old Millbrook man was hurt. He told deputies that he had swerved.", "Millbrook", "GPE"),
        ("Mr Sander’s shares were sold, Sander said.", "Sander", "PERSON"),
        ("Warren Buffett sold. Buffett shares rose at once.", "Buffett", "PERSON"),
    ],
)
def test_a_name_with_shares_or_a_chief_executive_is_a_firm(
    transformer: Transformer, text: str, name: str, label: str
) -> None:
    found = [each for each in transformer.annotate_prose(text).mentions if each.kind is MentionKind.NAME]
    assert {each.label for each in found if each.span.text == name} == {label}


def test_a_person_with_a_title_is_no_short_name_of_his_administration(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Critics wrote to the Orwell Administration about the wall. Mr. Orwell said that he would not answer them. "
        "“I read their letters,” Mr. Orwell said."
    )
    labels = {mention.name: mention.label for mention in article.mentions if mention.label.is_name}
    assert (labels["Orwell"], labels["Orwell Administration"]) == ("PERSON", "ORG")
