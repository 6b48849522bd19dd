"""What the index keeps of an article."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from etl.link.passage.fingerprint import SHINGLE, WINDOW, select
from etl.link.words import find_words
from tests.benchmarks.synthetic.vocabulary import everyday


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(everyday().nouns, k=count))


@given(st.integers())
def test_texts_that_share_eight_words_in_a_row_share_a_fingerprint(seed: int) -> None:
    """Else a copied sentence goes unseen, depending on what stands around it."""
    random = Random(seed)
    shared = _words(random, SHINGLE + WINDOW - 1)
    one = find_words(f"{_words(random, 30)} {shared} {_words(random, 9)}")
    other = find_words(f"{_words(random, 3)} {shared} {_words(random, 40)}")
    assert set(select(one)) & set(select(other))


def test_everyday_phrases_are_not_kept() -> None:
    """Else every pair of articles would have to be compared."""
    assert not len(select(find_words("and it was to be one of the")))


@given(st.text(max_size=200))
def test_any_text_has_fingerprints(text: str) -> None:
    """A strange text must not stop a run."""
    assert len(select(find_words(text))) <= max(0, len(find_words(text)) - SHINGLE + 1)
