"""Every statement of the five sample articles, from the file to the record.

If one of these fails, a user sees a quotation with the wrong words, speaker, listener, medium or origin.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.records import Article, Attribution, Document
from tests.transform.reading import name_of, pieces, transformer

_SAMPLES = Path(__file__).parents[3] / "seeds" / "articles"
_STATEMENTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "samples.toml").read_text())["statement"]


@cache
def _articles() -> dict[str, Article]:
    paths = sorted(_SAMPLES.glob("*.txt"))
    documents = [Document(path.read_bytes().decode()) for path in paths]
    return {path.name[:3]: article for path, article in zip(paths, transformer().annotate_many(documents), strict=True)}


def _find(article: Article, begins: str, ends: str = "") -> Attribution | None:
    for attribution in article.attributions:
        parts = pieces(attribution)
        if parts and parts[0].startswith(begins) and parts[-1].endswith(ends):
            return attribution
    return None


@pytest.mark.parametrize("expected", _STATEMENTS, ids=lambda each: f"{each['file']} {each['begins'][:40]}")
def test_statement(expected: dict[str, Any]) -> None:
    article = _articles()[expected["file"]]
    found = _find(article, expected["begins"], expected["ends"])
    assert found is not None, f"not found; there are {[pieces(each) for each in article.attributions]}"
    anonymous = found.anonymous
    carrier = article.attributions[found.relayed_by - 1] if found.relayed_by is not None else None
    actual = {
        "type": found.type,
        "cue": found.cue_lemma,
        "source": found.source_as_written,
        "kind": found.source_kind,
        "speaker": name_of(article, found.speaker) or "nobody",
        "number": anonymous.number if anonymous else None,
        "role": anonymous.role if anonymous else None,
        "addressee": found.addressee,
        "addressee_kind": found.addressee_kind,
        "medium": found.medium,
        "relay": found.relay,
        "pieces": len(pieces(found)),
        "quotation_end": found.quotation_end,
    }
    wanted = {key: value for key, value in expected.items() if key in actual}
    assert {key: actual[key] for key in wanted} == wanted
    if "relayed_by" in expected:
        assert carrier is not None
        assert pieces(carrier)[0].startswith(expected["relayed_by"])


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("000", "to again target U.S. troops"),  # what would be bad if it came so
        ("004", "the Prime Minister Haider al-Abadi"),  # the writer tells whom Amiri meant
    ],
)
def test_no_statement(file: str, words: str) -> None:
    assert (words,) not in [pieces(each) for each in _articles()[file].attributions]


def test_editors_brackets_stay_whole() -> None:
    sources = [each.source_as_written or "" for each in _articles()["004"].attributions]
    assert [each for each in sources if each.count("[") != each.count("]")] == []


def test_ranges_hold_their_words() -> None:
    for path, article in zip(sorted(_SAMPLES.glob("*.txt")), _articles().values(), strict=True):
        text = path.read_bytes().decode()
        for attribution in article.attributions:
            for each in attribution.spans:
                assert text[each.span.start_char : each.span.end_char] == each.span.text
