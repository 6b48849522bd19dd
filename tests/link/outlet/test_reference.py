"""A wrong row in the reference data credits the wrong publisher in every article that names it."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from etl.house import REFERENCE
from etl.load.names import fold_outlet_name

KINDS = {"newspaper", "agency", "broadcaster", "magazine", "website", "blog", "other"}


@pytest.fixture(scope="module")
def outlets() -> list[dict[str, str]]:
    with (REFERENCE / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names_of(outlet: dict[str, str]) -> set[str]:
    written = [outlet["name"], *filter(None, outlet["other_names"].split(";")), *filter(None, [outlet["domain"]])]
    return {fold_outlet_name(name) for name in written}


def test_there_are_enough_to_recognise_the_worlds_press(outlets: list[dict[str, str]]) -> None:
    assert len(outlets) >= 400
    agencies = {outlet["name"] for outlet in outlets if outlet["kind"] == "agency"}
    assert {"Associated Press", "Reuters", "Agence France-Presse", "United Press International"} <= agencies


def test_no_name_means_two_outlets(outlets: list[dict[str, str]]) -> None:
    owners = Counter(key for outlet in outlets for key in names_of(outlet))
    assert [key for key, number in owners.items() if number > 1] == []


def test_every_row_is_well_formed(outlets: list[dict[str, str]]) -> None:
    names = {outlet["name"] for outlet in outlets}
    for outlet in outlets:
        assert outlet["kind"] in KINDS, outlet
        assert re.fullmatch(r"[A-Z]{2}", outlet["country"]), outlet
        assert re.fullmatch(r"((?:[a-z0-9-]+\.)+[a-z]{2,})?", outlet["domain"]), outlet
        assert not outlet["parent"] or outlet["parent"] in names - {outlet["name"]}, outlet
        assert all(names_of(outlet)), outlet


def test_domains_lead_to_one_outlet(outlets: list[dict[str, str]]) -> None:
    domains = Counter(outlet["domain"] for outlet in outlets if outlet["domain"])
    assert [domain for domain, number in domains.items() if number > 1] == []
