"""What a user would lose: quotations that a page marks, and headings and tables that read like sentences."""

from __future__ import annotations

from pathlib import Path

from etl.extract import read_file
from etl.records import Span
from etl.transform.layout import lay_out
from tests.extract.pages import HEADLINE, PARAGRAPHS, QUOTED, page


def test_a_page_is_laid_out_by_its_markup(tmp_path: Path) -> None:
    after = f"""<h2>Who pays for it.</h2><blockquote><p>{QUOTED}</p></blockquote>
<ul><li>new footings for pillars two and four</li></ul>
<table><tr><th>Pillar</th><th>Cracks</th></tr><tr><td>Two</td><td>14</td></tr></table>
<p>The work begins in the second week of June and is to end before the schools open again in September.</p>"""
    (tmp_path / "a.html").write_text(page(after=after), encoding="utf-8")
    (document,) = read_file(str(tmp_path / "a.html")).documents
    layout = lay_out(document)
    roles = [(each.role.value, document.text[each.start_char : each.end_char]) for each in layout.paragraphs]
    assert roles == [
        ("headline", HEADLINE),
        *(("body", each) for each in PARAGRAPHS),
        ("heading", "Who pays for it."),
        ("block_quotation", QUOTED),
        ("body", "- new footings for pillars two and four"),
        ("caption", "Pillar | Cracks"),
        ("caption", "Two | 14"),
        (
            "body",
            "The work begins in the second week of June and is to end before the schools open again in September.",
        ),
    ]
    assert layout.headline == Span(0, len(HEADLINE), HEADLINE)
    assert [each.name for each in layout.authors] == ["Maria Okafor", "Jan de Wit"]
    assert layout.published is not None
    assert layout.published.at.isoformat() == "2024-05-02T17:05:00-04:00"
    assert layout.outlet == "The Riverton Courier"


def test_marks_that_nobody_wrote_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join((HEADLINE, *PARAGRAPHS)), encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"markup": "quotation 0 99999; <blockquote>"}')
    (document,) = read_file(str(tmp_path / "a.txt")).documents
    assert [each.role.value for each in lay_out(document).paragraphs] == ["headline", *["body"] * len(PARAGRAPHS)]
