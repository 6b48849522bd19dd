"""The texts of ECB+ must read as in print, or claims are scored on what no paper would load."""

from __future__ import annotations

import pytest

from tests.accuracy.claims.typesetting import typeset


@pytest.mark.parametrize(
    ("tokens", "printed"),
    [
        ("The 40 - year - old fell at 2 : 56 .", "The 40-year-old fell at 2:56."),
        ("It cost $9 . 3 million ( 22 , 000 pounds ) .", "It cost $9.3 million (22,000 pounds)."),
        ("The U . S . office is Calif . - based .", "The U.S. office is Calif.-based."),
        ("A hit - and - run left traces - the car had gone .", "A hit-and-run left traces - the car had gone."),
        ("Sites - - or pages - - fell .", "Sites -- or pages -- fell."),
        ("He had . 09 percent on Sept . 15 .", "He had .09 percent on Sept. 15."),
        ("There ’ s “ no need ” for CPU / IO .", "There’s “no need” for CPU/IO."),
        ('"I\'m satisfied , " he said of "Who" .', '"I\'m satisfied," he said of "Who".'),
        ("She says 'We did it . '", "She says 'We did it.'"),
    ],
)
def test_what_the_newer_half_cuts_is_joined(tokens: str, printed: str) -> None:
    assert typeset([tokens.split()], cuts_hyphens=True) == printed


@pytest.mark.parametrize(
    ("tokens", "printed"),
    [
        ("`` I do n't , '' he said of the guards ' keys .", "“I don't,” he said of the guards' keys."),
        ("`` He 's ready , `` she said .", "“He's ready,” she said."),
        ("A record - 9-14 - cost $ 80 million .", "A record - 9-14 - cost $80 million."),
    ],
)
def test_what_the_older_half_cuts_is_joined(tokens: str, printed: str) -> None:
    assert typeset([tokens.split()], cuts_hyphens=False) == printed


def test_a_quotation_of_two_sentences_is_one_paragraph() -> None:
    """Else its end is nobody's, as the next paragraph opens none."""
    sentences = ['"I called .', 'Nobody came , " she said .', '"It rang . "', "He left ."]
    assert typeset(map(str.split, sentences), cuts_hyphens=True) == (
        '"I called. Nobody came," she said.\n\n"It rang."\n\nHe left.'
    )
