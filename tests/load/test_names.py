"""One outlet under many spellings is one outlet; two outlets are never one."""

from __future__ import annotations

import pytest

from etl.load.names import fold_outlet_name, host_of, hosts_above


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Guardian", "guardian"),
        ("N.Y. Times", "NY  Times"),
        ("Ha'aretz", "Ha’aretz"),
        ("Ha'aretz", "Haaretz"),
        ("Le Figaró", "le figaro"),
        ("www.Example.com", "example.com"),
        ("Al-Monitor", "Al Monitor"),
        ("AT&T News", "at&t news"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold_outlet_name(one) == fold_outlet_name(other)


@pytest.mark.parametrize(("one", "other"), [("The Times", "Time"), ("Salon", "salon.com"), ("朝日新聞", "毎日新聞")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold_outlet_name(one) != fold_outlet_name(other)


@pytest.mark.parametrize("name", ["", "   ", "...", "!?"])
def test_what_is_no_name_folds_to_nothing(name: str) -> None:
    assert fold_outlet_name(name) == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.com/a?b=c", "example.com"),
        ("//News.Example.co.uk:8080/x", "news.example.co.uk"),
        ("example.com/story", "example.com"),
        ("not an address", None),
        ("http://[broken", None),
        ("http://localhost/x", None),
        ("", None),
        (None, None),
    ],
)
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


def test_a_section_host_leads_to_its_site() -> None:
    assert list(hosts_above("edition.news.example.com")) == [
        "edition.news.example.com",
        "news.example.com",
        "example.com",
    ]


@pytest.mark.parametrize("host", ["ann.substack.com", "bo.blogspot.co.uk", "cy.wordpress.com"])
def test_who_writes_on_a_site_for_everybody_is_not_that_site(host: str) -> None:
    """Else a thousand bloggers would be one source."""
    assert list(hosts_above(host)) == [host]


def test_a_site_for_everybody_is_itself() -> None:
    assert list(hosts_above("medium.com")) == ["medium.com"]
