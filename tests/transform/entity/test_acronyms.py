"""An acronym and its long form are one body, though nobody puts one behind the other in brackets."""

from __future__ import annotations

import pytest

from etl.transform.article import Transformer


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Transport for the North backs it. A spokesman for TfN said so.", "TfN", "Transport for the North"),
        ("The Ministry of Defence confirmed it. The MoD named both men.", "MoD", "Ministry of Defence"),
        (
            "Infirmières Sans Bagages said its clinic was full. ISB nurse Grace Akello spoke of women.",
            "ISB",
            "Infirmières Sans Bagages",
        ),
    ],
)
def test_an_acronym_is_its_long_form(transformer: Transformer, text: str, short: str, long: str) -> None:
    found = {each.span.text: each for each in transformer.annotate_prose(text).mentions}
    assert found[short].chain == found[long].chain
    assert found[short].label == found[long].label == "ORG"


@pytest.mark.parametrize(
    "text",
    [
        "The court struck down the Defense of Markets Act in June. Before DOMA nobody had sued.",
        "The reporter William S. Sander met the governor. WSS : What do you think?",
        "He was Most Valuable Player twice. Nobody else was MVP so early.",
    ],
)
def test_initials_of_a_law_or_a_person_are_no_body(transformer: Transformer, text: str) -> None:
    found = transformer.annotate_prose(text).mentions
    assert not {each.span.text for each in found if each.label == "ORG"} & {"DOMA", "WSS", "MVP"}
