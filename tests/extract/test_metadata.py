"""What a user would lose: the outlet and the time of an article, which every report needs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract import read_file
from etl.records import ExtractedFile, SuppliedMetadata

ALL = {
    "url": "https://example.org/a",
    "outlet": "The Example",
    "author": "Anne Roe; John Doe",
    "published_at": "2015-06-22T21:05:00+03:00",
    "language": "en-GB",
    "headline": "A headline, with a comma",
}


def read(folder: Path, **files: str | bytes) -> ExtractedFile:
    (folder / "a.txt").write_text("A text.")
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(str(folder / "a.txt"))


def metadata(extracted: ExtractedFile) -> SuppliedMetadata:
    (document,) = extracted.documents
    return document.metadata


def reasons(extracted: ExtractedFile) -> list[str]:
    return [reason for reject in extracted.rejects for reason in reject.reasons]


@pytest.mark.parametrize("name", ["a__meta__json", "a__txt__meta__json"])
def test_a_sidecar_with_and_without_the_extension(tmp_path: Path, name: str) -> None:
    extracted = read(tmp_path, **{name: json.dumps(ALL)})
    assert metadata(extracted) == SuppliedMetadata(**ALL)
    assert extracted.rejects == ()


def test_other_fields_are_kept_as_text(tmp_path: Path) -> None:
    extracted = read(tmp_path, a__meta__json='{"desk": "foreign", "words": 120, "tags": ["x", "y"], "paywall": null}')
    assert metadata(extracted).other == {"desk": "foreign", "words": "120", "tags": '["x", "y"]'}
    assert extracted.rejects == ()


def test_a_list_of_authors_is_joined(tmp_path: Path) -> None:
    assert metadata(read(tmp_path, a__meta__json='{"author": ["Anne Roe", "John Doe"]}')).author == "Anne Roe; John Doe"


def test_wrong_values_are_all_told_and_the_text_still_loads(tmp_path: Path) -> None:
    wrong = {"url": "example.org", "outlet": 3, "published_at": "yesterday", "language": "English (US)", "author": [1]}
    extracted = read(tmp_path, a__meta__json=json.dumps({**wrong, "headline": "Kept"}))
    assert metadata(extracted).headline == "Kept"
    assert metadata(extracted).url is None
    assert metadata(extracted).other["published_at"] == "yesterday"
    assert len(reasons(extracted)) == 5
    assert "metadata of a.txt: url 'example.org' is no http or https address" in reasons(extracted)
    assert "metadata of a.txt: outlet is a number, not text" in reasons(extracted)
    assert extracted.rejects[0].path == str(tmp_path / "a.meta.json")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"url": ', "it is no JSON: Expecting value at line 1, column 9"),
        ("[]", "it must hold one JSON object"),
        ('{"url": null, "url": "https://example.org"}', "it holds url more than once"),
        ("[" * 100_000, "it is nested too deeply"),
        (b"\xff\xfe{\x00", "it is no JSON"),
        ("", "it is no JSON"),
    ],
)
def test_a_broken_sidecar_is_told_and_the_text_still_loads(tmp_path: Path, content: str | bytes, told: str) -> None:
    extracted = read(tmp_path, a__meta__json=content)
    assert metadata(extracted) == SuppliedMetadata()
    assert told in reasons(extracted)[0]


def test_a_manifest_describes_the_files_of_its_folder(tmp_path: Path) -> None:
    header = "File,url,outlet,author,published_at,language,headline,desk\r\n"
    row = "{},"
    row += "https://example.org/a,The Example,Anne Roe; John Doe,2015-06-22T21:05:00+03:00,en-GB,"
    row += '"A headline, with a comma",foreign\r\n'
    extracted = read(tmp_path, manifest__csv=header + row.format("b.txt") + row.format("a.txt"))
    assert metadata(extracted) == SuppliedMetadata(**ALL, other={"desk": "foreign"})
    assert extracted.rejects == ()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_manifests_as_spreadsheets_save_them(tmp_path: Path, delimiter: str) -> None:
    content = "\ufefffile,outlet\na.txt,Über\n".replace(",", delimiter)
    assert metadata(read(tmp_path, manifest__csv=content.encode())).outlet == "Über"


def test_absent_columns_and_empty_cells_are_absent_values(tmp_path: Path) -> None:
    assert metadata(read(tmp_path, manifest__csv="file,outlet,url\na.txt,,\n")) == SuppliedMetadata()


def test_a_sidecar_wins_over_the_manifest_field_by_field(tmp_path: Path) -> None:
    manifest = "file,outlet,headline\na.txt,From the manifest,Its headline\n"
    extracted = read(tmp_path, manifest__csv=manifest, a__meta__json='{"outlet": "From the sidecar"}')
    assert (metadata(extracted).outlet, metadata(extracted).headline) == ("From the sidecar", "Its headline")


def test_two_sidecars_are_told(tmp_path: Path) -> None:
    extracted = read(tmp_path, a__txt__meta__json='{"outlet": "One"}', a__meta__json='{"outlet": "Two"}')
    assert metadata(extracted).outlet == "One"
    assert "a.txt.meta.json describes a.txt too" in reasons(extracted)[0]


def test_two_rows_for_one_file_are_told(tmp_path: Path) -> None:
    extracted = read(tmp_path, manifest__csv="file,outlet\na.txt,One\nb.txt,\na.txt,Two\n")
    assert metadata(extracted).outlet == "One"
    assert "rows 2, 4 all describe 'a.txt': row 2 was used, delete the others" in reasons(extracted)[0]


def test_a_row_with_too_many_cells_is_told(tmp_path: Path) -> None:
    extracted = read(tmp_path, manifest__csv="file,headline\na.txt,Fire, flood and war\n")
    assert "row 2: it has 3 cells, the header 2" in reasons(extracted)[0]


def test_wrong_values_in_a_row_name_the_row(tmp_path: Path) -> None:
    extracted = read(tmp_path, manifest__csv="file,published_at\na.txt,06/05/2015\n")
    assert "row 2: published_at '06/05/2015' is no ISO 8601 date" in reasons(extracted)[0]


def test_the_encoding_may_be_named_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Łódź liegt in Polen".encode("cp1250"))
    (tmp_path / "a.meta.json").write_text('{"encoding": "windows-1250"}')
    assert read_file(str(tmp_path / "a.txt")).documents[0].text == "Łódź liegt in Polen"


def test_a_changed_manifest_is_read_again(tmp_path: Path) -> None:
    assert metadata(read(tmp_path, manifest__csv="file,outlet\na.txt,One\n")).outlet == "One"
    assert metadata(read(tmp_path, manifest__csv="file,outlet\na.txt,Number two\n")).outlet == "Number two"


@pytest.mark.parametrize(
    "value", ["2015", "2015-06", "2015-06-22", "2015-06-22 21:05", "Mon, 22 Jun 2015 21:05:00 GMT"]
)
def test_times_as_feeds_and_databases_write_them(tmp_path: Path, value: str) -> None:
    extracted = read(tmp_path, a__meta__json=json.dumps({"published_at": value}))
    assert metadata(extracted).published_at == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(), st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists)))
def test_any_json_object_loads(tmp_path: Path, values: dict[str, object]) -> None:
    extracted = read(tmp_path, a__meta__json=json.dumps(values))
    assert len(extracted.documents) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_manifest_loads(tmp_path: Path, content: str) -> None:
    extracted = read(tmp_path, manifest__csv=("file,url\na.txt," + content).encode("utf-8", "replace"))
    assert len(extracted.documents) == 1
