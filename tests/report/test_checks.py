"""A fault in the data that nobody sees is one that a reader trusts: each check is shown the fault that it is for."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from etl.report.checks import find_faults, read_checks

#: What breaks the newsroom, for each check.
BREAKS = {
    "chain_broken": "update news.mentions set chain_mention_id = 2000003 where mention_id = 2000001",
    "content_differs_from_spans": "update news.attributions set content = 'x' where attribution_id = 1000001",
    "derived_from_later": "update news.articles set published_at = '2024-03-05Z' where article_id = 1",
    "figure_bounds": "update news.figures set value_high = 1 where figure_id = 1000001",
    "file_without_outcome": "update raw.files set status = 'rejected' where file_id = 1",
    "group_key_not_smallest": "update news.quote_occurrences set attribution_id = 1000002 "
    "where attribution_id = 1000001",
    "key_of_other_article": "update news.citations set citation_id = 3000009 where citation_id = 2000002",
    "layout_overlap": "update news.sentences set end_char = end_char + 5 where sentence_id = 1000001",
    "lineage_cycle": "update news.derivations set source_article_id = 4 where derivation_id = 1000001",
    "linked_without_group": "delete from news.story_articles where article_id = 5",
    "occurrence_disagrees": "update news.claim_origins set claim_id = 1000002 where claim_occurrence_id = 4000001",
    "part_outside_whole": "update news.sentences set start_char = start_char + 5 where sentence_id = 1000001",
    "range_outside_text": "update news.paragraphs set end_char = 9999 where paragraph_id = 1000002",
    "reference_to_other_article": "update news.figures set claim_occurrence_id = 4000001 where figure_id = 1000001",
    "relay_cycle": "update news.attributions set relayed_by_attribution_id = attribution_id "
    "where attribution_id = 1000001",
    "run_counts": "update raw.runs set documents = 6",
    "sense_of_other_story": "update news.claim_occurrences set sense_key = 5 where claim_occurrence_id = 4000001",
    "sources_counted_wrong": "update news.claims set independent_sources = 9 where claim_id = 1000001",
    "span_outside_paragraph": "update news.paragraphs set start_char = start_char + 1 where paragraph_id = 1000002",
    "summary_stale": "update news.story_claims set articles = 3 where claim_id = 1000001",
    "text_differs_from_range": "update news.mentions set start_char = start_char + 1, end_char = end_char + 1 "
    "where mention_id = 1000001",
}


def test_every_check_is_shown_its_fault() -> None:
    assert BREAKS.keys() == {check.name for check in read_checks()}
    assert all(check.question.endswith(("?", ".")) for check in read_checks())


def test_sound_data_have_no_faults(newsroom: Connection) -> None:
    assert list(find_faults(newsroom)) == []
    assert list(find_faults(newsroom, run_id=1)) == []


@pytest.mark.parametrize("check", BREAKS)
def test_a_fault_is_found(newsroom: Connection, check: str) -> None:
    assert newsroom.execute(text(BREAKS[check])).rowcount == 1
    for run_id in (None, 1):
        assert check in {fault.check for fault in find_faults(newsroom, run_id)}


def test_printings_of_a_source_are_counted_too(newsroom: Connection) -> None:
    newsroom.execute(text("update news.claim_sources set occurrences = 5 where claim_id = 1000002"))
    assert "sources_counted_wrong" in {fault.check for fault in find_faults(newsroom, 1)}


def test_a_run_that_touched_nothing_has_no_faults(newsroom: Connection) -> None:
    newsroom.execute(text(BREAKS["text_differs_from_range"]))
    assert list(find_faults(newsroom, run_id=2)) == []


def test_one_stretch_of_text_may_be_two_things(newsroom: Connection) -> None:
    """Who relays a statement may be who made it: the same characters stand in two rows."""
    doubled = """
        insert into news.attribution_spans (attribution_id, ordinal, article_id, role, start_char, end_char, text)
        select attribution_id, 100 + ordinal, article_id, 'relay', start_char, end_char, text
        from news.attribution_spans
        where role = 'source'
    """
    assert newsroom.execute(text(doubled)).rowcount
    assert "text_differs_from_range" not in {fault.check for fault in find_faults(newsroom)}
