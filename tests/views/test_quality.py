"""Views of quality on the newsroom of bridge.py; expected rows are read off its texts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.views import bridge

if TYPE_CHECKING:
    from tests.views.conftest import Ask


def test_a_run_tells_what_it_did_and_how_long_it_took(ask: Ask) -> None:
    rows = ask(
        "select run_id, status, started_at, ended_at, duration_s, files, documents, rejects, version "
        "from report.run_history"
    )
    started, ended = datetime(2024, 4, 2, 6, tzinfo=UTC), datetime(2024, 4, 2, 6, 1, 30, 500_000, tzinfo=UTC)
    assert rows == [(1, "done_with_rejects", started, ended, Decimal("90.500"), 6, 5, 1, "0.1.0")]


def test_a_run_that_was_killed_has_no_duration(ask: Ask) -> None:
    ask("update raw.runs set ended_at = null, status = 'killed' returning 1")
    assert ask("select status, ended_at, duration_s from report.run_history") == [("killed", None, None)]


def test_a_rejected_file_tells_why(ask: Ask) -> None:
    rows = ask("select path, stage, reason, run_id, is_open, state from report.rejected_files")
    assert rows == [("/news/6.txt", "extract", "the file is empty", 1, True, "open")]


def test_a_reject_that_was_loaded_later_or_dismissed_is_closed(ask: Ask) -> None:
    ask("update raw.rejects set dismissed_at = '2024-04-03T06:00:00Z', dismissed_reason = 'a test' returning 1")
    states = "select is_open, state, dismissed_reason from report.rejected_files"
    assert ask(states) == [(False, "dismissed", "a test")]
    ask("update raw.rejects set resolved_at = '2024-04-04T06:00:00Z' returning 1")
    assert ask(states) == [(False, "loaded", "a test")]


def test_gaps_are_a_row_each(ask: Ask) -> None:
    rows = ask("select article_id, missing from report.metadata_gaps order by article_id, missing")
    assert rows == [
        (2, "author"),
        (3, "author"),
        (3, "outlet"),
        (4, "author"),
        (4, "date"),
        (4, "headline"),
        (4, "outlet"),
        (5, "author"),
    ]


def test_where_extraction_found_nothing(ask: Ask) -> None:
    rows = ask(
        "select article_id, sentences, sentences_with_mentions, mentions, attributions, claims "
        "from report.extraction_coverage order by article_id"
    )
    assert rows == [(1, 3, 1, 1, 2, 2), (2, 3, 2, 3, 3, 2), (3, 2, 1, 2, 1, 1), (4, 2, 0, 0, 0, 2), (5, 1, 0, 0, 0, 0)]


def test_a_row_leads_back_to_its_bytes_and_its_run(ask: Ask) -> None:
    rows = ask(
        "select article_id, path, sha256, run_id, pipeline, version, start_char, end_char "
        "from report.row_lineage where row_kind = 'quote' and row_id = 1000001 order by article_id"
    )
    digests = {key: sha256(text.encode()).hexdigest() for key, text in bridge.TEXTS.items()}
    assert rows == [
        (1, "/news/1.txt", digests[1], 1, "en-1", "0.1.0", 52, 82),
        (2, "/news/2.txt", digests[2], 1, "en-1", "0.1.0", 80, 110),
        (3, "/news/3.txt", digests[3], 1, "en-1", "0.1.0", 17, 48),
    ]


def test_every_kind_of_row_leads_back(ask: Ask) -> None:
    kinds = [kind for (kind,) in ask("select distinct row_kind from report.row_lineage order by 1")]
    assert kinds == [
        "article",
        "attribution",
        "citation",
        "claim",
        "claim_occurrence",
        "entity",
        "figure",
        "mention",
        "paragraph",
        "passage",
        "quote",
        "sentence",
        "story",
    ]
