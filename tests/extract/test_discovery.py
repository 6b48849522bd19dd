"""What a user would lose: articles never found, found twice, or a run that hangs in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.extract import find_inputs
from etl.records import Reject


def names(paths: list[str], root: Path) -> list[str]:
    return [str(Path(each).relative_to(root)) for each in find_inputs(paths) if isinstance(each, str)]


def rejects(paths: list[str]) -> list[Reject]:
    return [each for each in find_inputs(paths) if isinstance(each, Reject)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", ".hidden", ".git/e.txt", "Thumbs.db"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def test_a_folder_is_searched_to_the_bottom_in_sorted_order_without_hidden_files(folder: Path) -> None:
    assert names([str(folder)], folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]


def test_the_pictures_and_scripts_of_a_page_that_a_browser_saved_are_passed_over(tmp_path: Path) -> None:
    """One saved page would else be forty rejects, and every run would end with status 3."""
    for name in ("A page.html", "A page_files/ad.html", "A page_files/x.js", "old_files/a.txt", "b.htm", "b_files"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    assert names([str(tmp_path)], tmp_path) == ["A page.html", "b.htm", "b_files", "old_files/a.txt"]
    assert names([str(tmp_path / "A page_files")], tmp_path) == ["A page_files/ad.html", "A page_files/x.js"]


def test_the_order_and_overlap_of_arguments_do_not_matter(folder: Path) -> None:
    once = names([str(folder)], folder)
    again = names([str(folder / "sub" / "c.txt"), str(folder / "sub"), str(folder / "a.txt"), str(folder)], folder)
    assert again == once


def test_a_glob_finds_files_and_is_recursive(folder: Path) -> None:
    assert names([str(folder / "**" / "*.txt")], folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]
    assert names([str(folder / "?.txt")], folder) == ["a.txt", "b.txt"]


def test_a_name_with_glob_characters_is_a_name_first(folder: Path) -> None:
    (folder / "x[1].txt").write_text("text")
    assert names([str(folder / "x[1].txt")], folder) == ["x[1].txt"]


def test_relative_paths_come_out_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert list(find_inputs(["sub/../a.txt"])) == [str(folder / "a.txt")]


def test_standard_input_comes_first_and_once(folder: Path) -> None:
    assert list(find_inputs([str(folder / "a.txt"), "-", "-"])) == ["-", str(folder / "a.txt")]


def test_what_does_not_exist_or_fit_is_told(folder: Path) -> None:
    assert rejects([str(folder / "no.txt")])[0].reasons == ("it does not exist: check its name",)
    assert rejects([str(folder / "*.pdf")])[0].reasons == ("nothing fits it",)


def test_a_folder_that_links_to_itself_is_searched_once(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    assert names([str(folder)], folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]


def test_links_to_folders_elsewhere_are_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "z.txt").write_text("text")
    (folder / "link").symlink_to(elsewhere)
    assert "link/z.txt" in names([str(folder)], folder)


def test_deeply_nested_folders(tmp_path: Path) -> None:
    bottom = tmp_path.joinpath(*["d"] * 400)
    bottom.mkdir(parents=True)
    (bottom / "a.txt").write_text("text")
    assert list(find_inputs([str(tmp_path)])) == [str(bottom / "a.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_a_reject(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        assert "can't be listed" in rejects([str(folder)])[0].reasons[0]
    finally:
        (folder / "sub").chmod(0o755)


def test_sidecars_and_manifests_are_no_inputs(folder: Path) -> None:
    (folder / "a.meta.json").write_text("{}")
    (folder / "b.txt.meta.json").write_text("{}")
    (folder / "manifest.csv").write_text("file,url\na.txt,\n")
    assert names([str(folder)], folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]
    assert names([str(folder / "*.*")], folder) == ["a.txt", "b.txt"]
    assert rejects([str(folder)]) == []


def test_a_sidecar_without_its_file_is_told(folder: Path) -> None:
    (folder / "gone.meta.json").write_text("{}")
    assert rejects([str(folder)])[0].reasons == ("it belongs to no file: there is neither gone nor gone.txt",)


def test_a_manifest_row_for_a_missing_file_is_told_with_its_line(folder: Path) -> None:
    (folder / "manifest.csv").write_text("file,url\na.txt,https://example.org/a\nno.txt,\n,https://example.org\n")
    reasons = [each.reasons[0] for each in rejects([str(folder)])]
    assert reasons == ["row 3: it names 'no.txt', which is not in this folder", "row 4: it names no file"]


def test_a_broken_manifest_is_told_once_for_a_folder_and_for_single_files(folder: Path) -> None:
    (folder / "manifest.csv").write_text("name,url\na.txt,\n")
    for paths in ([str(folder)], [str(folder / "a.txt"), str(folder / "b.txt")]):
        assert [each.path for each in rejects(paths)] == [str(folder / "manifest.csv")]


def test_names_that_are_not_utf_8_are_found(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("text")
    assert list(find_inputs([str(tmp_path)])) == [str(tmp_path / name)]
