"""A name read wrongly credits a scoop to somebody else's paper."""

from __future__ import annotations

import pytest

from etl.link.outlet.address import plain_url, url_spellings
from etl.link.outlet.naming import resolve_name

KNOWN = {"times": 1, "los angeles times": 2, "new york times": 3, "bbc": 4, "reuters": 5, "wall street journal": 6}


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("the BBC's", 4),
        ("BBC", 4),
        ("Reuters news agency", 5),
        ("The Times", 1),
        ("the Wall Street Journal newspaper", 6),
        ("“Reuters”", 5),
        ("the BBC's Sunday with Ada Roe", 4),
        ("Korland's Channel 12", None),
        ("the Springfield Gazette", None),
        ("", None),
    ],
)
def test_a_name_is_found_without_what_hangs_on_to_it(name: str, outlet: int | None) -> None:
    assert resolve_name(name, KNOWN.get, ()) == outlet


def test_the_times_is_the_one_that_the_article_named() -> None:
    assert resolve_name("the Times", KNOWN.get, [("los angeles times", 2)]) == 2


def test_the_times_beside_two_of_that_name_is_the_one_called_so() -> None:
    assert resolve_name("the Times", KNOWN.get, [("los angeles times", 2), ("new york times", 3)]) == 1


def test_initials_mean_the_outlet_named_beside_them() -> None:
    assert resolve_name("WSJ", KNOWN.get, [("wall street journal", 6)]) == 6


def test_addresses_of_one_page_meet() -> None:
    one = "https://www.Example.com/a/b/?utm_source=x#top"
    assert plain_url(one) == "example.com/a/b"
    assert "http://example.com/a/b/" in url_spellings(one)
    assert plain_url("http://example.com/?id=7&utm_medium=y") == "example.com?id=7"
