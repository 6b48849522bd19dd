"""Pages and archives of pages as a newsroom loads them: once, whole, and linked with the texts that it has already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.cli.conftest import Command
from tests.extract.pages import HEADLINE, PARAGRAPHS, page
from tests.extract.warcs import compressed, info, response
from tests.snapshot import take_snapshot

OTHER = (
    "The county fair at Lowell opens on Saturday with eleven bands, two circuses and a contest for the longest carrot.",
    "“It will be the largest that we ever had,” said Ida Brandt, who has led the fair’s committee for nine years.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same article as a text and as a page, and an archive with another one, a redirect and a damaged record."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bridge.txt").write_text("\n\n".join((HEADLINE, *PARAGRAPHS)), encoding="utf-8")
    (folder / "bridge.html").write_text(page(), encoding="utf-8")
    address = "https://courier.example/2024/05/03/fair"
    fair = page(linked=None, headline="Fair opens at Lowell with eleven bands", paragraphs=OTHER)
    members = compressed(
        info(),
        response(address, b"", status="302 Found", headers="Location: /fair\r\n"),
        response(address, fair.replace("https://courier.example/2024/05/02/bridge", address).encode()),
        response(f"{address}/2", fair.encode()),
    )
    (folder / "crawl.warc.gz").write_bytes(b"".join(members)[:-100])
    return folder


def test_pages_and_archives_are_loaded_and_linked(newstrace: Command, folder: Path, database: Connection) -> None:
    outcome = newstrace("run", folder)
    assert outcome.status == 3, outcome.err
    rows = database.execute(
        text(
            """
            select split_part(reader, ' ', 1) as reader, view.headline, outlet, view.published_at::date::text as day
            from report.articles as view
            join news.articles using (article_id)
            join raw.documents using (document_id)
            order by reader
            """
        )
    ).all()
    assert [tuple(row) for row in rows] == [
        ("html/1", HEADLINE, "The Riverton Courier", "2024-05-02"),
        ("text/1", HEADLINE, "unknown", None),
        ("warc/1", "Fair opens at Lowell with eleven bands", "courier.example", "2024-05-03"),
    ]
    reason = database.scalar(text("select reason from raw.rejects"))
    assert "record at byte" in reason
    assert "breaks off" in reason
    shared = database.scalar(text("select count(*) from news.passages"))
    assert shared, "the page and the text hold the same words"


def test_a_second_run_reads_no_page_again(
    newstrace: Command, folder: Path, database: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    newstrace("load", folder)
    before = take_snapshot(database)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was read again")

    monkeypatch.setattr("etl.extract.page.read_page", refuse)
    again = newstrace("load", folder)
    assert "3 files taken up before" in again.out
    assert take_snapshot(database) == before


def test_metadata_corrected_beside_a_page_are_taken_over(
    newstrace: Command, folder: Path, database: Connection
) -> None:
    newstrace("load", folder)
    sidecar = folder / "bridge.html.meta.json"
    outlets = text("select supplied_outlet from raw.documents where reader like 'html%'")
    for outlet in ("The Courier", "Riverton Courier"):
        sidecar.write_text(json.dumps({"outlet": outlet}))
        newstrace("load", folder)
        assert database.scalar(outlets) == outlet
        database.commit()
    sidecar.unlink()
    newstrace("load", folder)
    assert database.scalar(outlets) == "The Riverton Courier"
