"""What a user would lose: an archive's export, or a thousand rows to one that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.extract import read_file
from etl.records import ExtractedFile, SuppliedMetadata


def read(folder: Path, content: str, name: str = "export.csv", encoding: str = "utf-8") -> ExtractedFile:
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return read_file(str(path))


def reasons(extracted: ExtractedFile) -> list[str]:
    return [reason for reject in extracted.rejects for reason in reject.reasons]


def test_a_row_is_an_article_with_its_metadata(tmp_path: Path) -> None:
    table = (
        "id,Title,URL,Publish Date,media_name,Author,Text\r\n"
        '7,Mayor quits,https://example.org/a,2015-06-22,The Example,Anne Roe,"She said:\r\n\r\n""No, never."""\r\n'
        "8,,,,,,Only a text.\r\n"
    )
    extracted = read(tmp_path, table)
    first, second = extracted.documents
    assert extracted.rejects == ()
    assert (first.text, first.position, first.reader) == ('She said:\r\n\r\n"No, never."', 0, "table/1")
    assert first.metadata == SuppliedMetadata(
        url="https://example.org/a",
        outlet="The Example",
        author="Anne Roe",
        published_at="2015-06-22",
        headline="Mayor quits",
        other={"id": "7"},
    )
    assert (second.text, second.position, second.metadata) == (
        "Only a text.",
        1,
        SuppliedMetadata(other={"id": "8"}),
    )


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [("a.csv", ";", "utf-8-sig"), ("a.tsv", "\t", "utf-16"), ("a.csv", "|", "cp1252"), ("A.CSV", ",", "utf-8")],
)
def test_delimiters_and_encodings_of_spreadsheets_are_told(
    tmp_path: Path, name: str, delimiter: str, encoding: str
) -> None:
    table = delimiter.join(("headline", "text")) + "\n" + delimiter.join(("Café shut", '"A café, an old one; shut."'))
    (document,) = read(tmp_path, table, name, encoding).documents
    assert (document.text, document.metadata.headline) == ("A café, an old one; shut.", "Café shut")


def test_broken_rows_are_rejects_with_their_line_and_the_others_load(tmp_path: Path) -> None:
    table = (
        'text,date\n"One.\nGoes on.",2015-06-22\nTwo, and more,2015-06-22\n\n,2015-06-23\nThree.,06/05/2015\nFour.\n'
    )
    extracted = read(tmp_path, table)
    assert [each.text for each in extracted.documents] == ["One.\nGoes on.", "Three.", "Four."]
    assert [reason.partition(" ")[2][:34] for reason in reasons(extracted)] == [
        "4: it has 3 cells, the header 2: a"[:34],
        "6: it has no text: one of the fields"[:34],
        "7: its metadata: published_at '06/05"[:34],
    ]


def test_a_quotation_mark_that_is_never_closed_is_told_and_what_stands_before_it_loads(tmp_path: Path) -> None:
    extracted = read(tmp_path, 'text\nOne.\n"Two.\nThree.\n')
    assert [each.text for each in extracted.documents] == ["One."]
    assert reasons(extracted) == ["line 3: it is no row, and nothing after it was read: unexpected end of data"]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("id,url\n1,https://example.org\n", "none of its columns holds the articles' texts: name one text (its first "),
        ("text,Text\na,b\n", "it has the column text more than once"),
        ("text,url\n", "it holds no records"),
    ],
)
def test_a_table_without_texts_says_what_it_lacks(tmp_path: Path, table: str, reason: str) -> None:
    extracted = read(tmp_path, table)
    assert extracted.documents == ()
    assert reasons(extracted)[0].startswith(reason)


def test_a_long_article_in_a_cell_is_read(tmp_path: Path) -> None:
    long = "A sentence of some length. " * 10_000
    (document,) = read(tmp_path, f'text\n"{long}"\n').documents
    assert document.text == long
