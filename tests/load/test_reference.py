"""Reference outlets: known from the start, and one with those met in articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, select

from etl.errors import SchemaError
from etl.house import REFERENCE
from etl.load import reference
from etl.load.outlets import OutletBook
from etl.load.reference import load_reference, read_outlets
from etl.load.tables import deployments, outlet_names, outlets

HEAD = "name,kind,country,domain,other_names,parent\n"


@pytest.fixture
def csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reference file of the test's own."""
    monkeypatch.setattr(reference, "REFERENCE", tmp_path)
    return tmp_path / "outlets.csv"


@pytest.fixture
def bare(database: Connection) -> Connection:
    """A database without reference data."""
    for table in (outlet_names, outlets, deployments):
        database.execute(delete(table))
    return database


def names(connection: Connection) -> dict[str, str]:
    query = select(outlet_names.c.name_key, outlets.c.name).join_from(outlet_names, outlets)
    return {row.name_key: row.name for row in connection.execute(query)}


def test_a_new_database_knows_the_outlets_of_the_reference_data(database: Connection) -> None:
    lines = read_outlets(REFERENCE / "outlets.csv")
    assert database.scalar(select(func.count()).select_from(outlets)) == len(lines)
    book = OutletBook(database)
    for line in lines:
        by_name = book.find_or_enter(line.name, None)
        assert database.scalar(select(outlets.c.name).where(outlets.c.outlet_id == by_name)) == line.name


def test_an_outlet_met_before_becomes_the_reference_outlet(bare: Connection, csv: Path) -> None:
    """An article's outlet_id, and what a dashboard filters by, stays the same."""
    book = OutletBook(bare)
    by_name = book.find_or_enter("the HERALD", None)
    by_host = book.find_or_enter(None, "https://herald.example/1")
    other = book.find_or_enter("Courier", None)
    book.write()
    csv.write_text(HEAD + "Daily Herald,newspaper,US,herald.example,Herald;DH,\nGazette,newspaper,US,,,Daily Herald\n")
    assert load_reference(bare) == 2
    rows = {row.name: row for row in bare.execute(select(outlets))}
    assert rows.keys() == {"Daily Herald", "Gazette", "Courier"}
    herald = rows["Daily Herald"]
    assert herald.outlet_id in (by_name, by_host)
    assert (herald.is_reference, herald.kind, herald.domain) == (True, "newspaper", "herald.example")
    assert rows["Gazette"].parent_outlet_id == herald.outlet_id
    assert (rows["Courier"].outlet_id, rows["Courier"].is_reference) == (other, False)
    found = names(bare)
    for key in ("daily herald", "herald", "dh", "herald.example"):
        assert found[key] == "Daily Herald"


def test_loading_again_changes_nothing(bare: Connection, csv: Path) -> None:
    csv.write_text(HEAD + "Herald,newspaper,US,herald.example,The Daily Herald;DH,\n")
    load_reference(bare)
    before = bare.execute(select(outlets)).all(), bare.execute(select(outlet_names)).all()
    assert reference.is_current(bare)
    load_reference(bare)
    assert (bare.execute(select(outlets)).all(), bare.execute(select(outlet_names)).all()) == before


def test_a_name_that_two_outlets_swap_is_no_obstacle(bare: Connection, csv: Path) -> None:
    csv.write_text(HEAD + "Herald,newspaper,US,a.example,,\nCourier,newspaper,US,b.example,,\n")
    load_reference(bare)
    csv.write_text(HEAD + "Herald,newspaper,US,a.example,,\nNew Courier,newspaper,US,b.example,Courier,\n")
    assert not reference.is_current(bare)
    load_reference(bare)
    assert names(bare)["courier"] == "New Courier"
    assert names(bare)["b.example"] == "New Courier"
    assert bare.scalar(select(func.count()).select_from(outlets)) == 2


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("name,kind\nHerald,newspaper\n", "outlets.csv:1: the columns"),
        (HEAD + "Herald,newspaper,US\n", "outlets.csv:2: not a name"),
        (HEAD + ",newspaper,US,,,\n", "outlets.csv:2: not a name"),
        (HEAD + "Herald,newspaper,US,,,Nobody\n", "Herald belongs to Nobody"),
    ],
)
def test_a_fault_in_the_file_is_named_by_its_line(csv: Path, lines: str, message: str) -> None:
    csv.write_text(lines)
    with pytest.raises(SchemaError, match=message):
        read_outlets(csv)
