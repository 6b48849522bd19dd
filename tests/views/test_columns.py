"""Every view has the columns that dashboards and saved queries build on, explained in the database (DESIGN, 5)."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

#: Columns by view, beyond the common ones, as the design's table has them.
PROMISED = {
    "quote_provenance": "quote_id quote speaker speaker_kind source_as_written cue addressee medium relayed_via "
    "story_id seen_order content alteration similarity",
    "quote_conflicts": "quote_id quote aspect variant articles",
    "claim_support": "claim_id claim story_id articles outlets named_sources anonymous_sources independent_sources "
    "is_single_source origin first_seen_at hedged_occurrences",
    "claim_provenance": "claim_id claim asserted_by asserted_kind relayed_via origin is_hedged text",
    "passage_reuse": "article_id other_article_id text other_text other_start_char other_end_char words similarity "
    "direction",
    "article_originality": "words reused_words quoted_words attributed_words own_words originality",
    "article_lineage": "article_id depth derived_from_article_id derived_from_outlet prov_type evidence",
    "story_origins": "story_id origin origin_article_id is_in_corpus articles articles_tracing share",
    "source_transparency": "attributions named anonymous anonymous_share",
    "source_network": "source source_kind target target_kind weight",
    "story_coverage": "story_id title articles outlets first_published_at last_published_at claims quotes",
    "claim_coverage": "story_id claim_id claim is_covered",
    "story_omissions": "story_id claim_id claim carried_by",
    "exclusive_claims": "story_id claim_id claim",
    "entity_coverage": "entity_id entity label day mentions articles",
    "speaker_share": "speaker speaker_kind quotes words share",
    "pickup_lag": "story_id hours_after_first seen_order",
    "figure_discrepancies": "story_id counted value value_as_written is_approximate articles",
    "run_history": "run_id status started_at ended_at files documents rejects duration_s",
    "rejected_files": "path stage reason run_id",
    "metadata_gaps": "missing",
    "extraction_coverage": "sentences sentences_with_mentions attributions claims",
    "row_lineage": "row_kind row_id path sha256 run_id pipeline",
}
OF_AN_ARTICLE = {"article_id", "headline", "outlet", "published_at"}
OF_A_TEXT = {"path", "start_char", "end_char"}
#: Views whose rows are each about one article, and those whose rows are also about a place in its text.
ABOUT_ARTICLES = {
    "articles",
    "article_lineage",
    "article_originality",
    "extraction_coverage",
    "metadata_gaps",
    "pickup_lag",
    "source_transparency",
    "story_omissions",
}
ABOUT_TEXT = {
    "claim_coverage",
    "claim_provenance",
    "credits",
    "exclusive_claims",
    "near_claims",
    "passage_reuse",
    "quote_provenance",
    "row_lineage",
    "statements",
    "tolls",
}
#: Views whose rows count over articles, or are about none.
ABOUT_NEITHER = {
    "claim_sources",
    "claim_support",
    "entity_coverage",
    "figure_discrepancies",
    "quote_conflicts",
    "rejected_files",
    "run_history",
    "source_network",
    "speaker_share",
    "story_coverage",
    "story_network",
    "story_origins",
    "story_speakers",
}
#: What BI tools handle badly.
HARD_TYPES = {"ARRAY", "json", "jsonb", "interval", "int4range", "int8range", "timestamp without time zone"}


@pytest.fixture
def columns(database: Connection) -> dict[str, dict[str, str]]:
    """The type of each column of each view."""
    found: dict[str, dict[str, str]] = {}
    query = "select table_name, column_name, data_type from information_schema.columns where table_schema = 'report'"
    for view, column, kind in database.execute(text(query)):
        found.setdefault(view, {})[column] = kind
    return found


def test_it_is_settled_of_each_view_what_its_rows_are_about(columns: dict[str, dict[str, str]]) -> None:
    assert columns.keys() <= ABOUT_ARTICLES | ABOUT_TEXT | ABOUT_NEITHER
    for view in ABOUT_NEITHER & columns.keys():
        assert "article_id" not in columns[view], f"{view} is about articles"
    for view in (ABOUT_ARTICLES | ABOUT_NEITHER) & columns.keys():
        assert "start_char" not in columns[view], f"{view} is about text"


def test_rows_about_articles_say_which_and_rows_about_text_say_where(columns: dict[str, dict[str, str]]) -> None:
    lacking = {view: OF_AN_ARTICLE - columns[view].keys() for view in (ABOUT_ARTICLES | ABOUT_TEXT) & columns.keys()}
    lacking |= {f"{view} (place)": OF_A_TEXT - columns[view].keys() for view in ABOUT_TEXT & columns.keys()}
    assert {view: names for view, names in lacking.items() if names} == {}


def test_every_view_has_what_the_design_promises(columns: dict[str, dict[str, str]]) -> None:
    lacking = {view: set(names.split()) - columns[view].keys() for view, names in PROMISED.items()}
    assert {view: names for view, names in lacking.items() if names} == {}


def test_columns_are_of_types_that_bi_tools_show(columns: dict[str, dict[str, str]]) -> None:
    hard = {f"{view}.{name}" for view, types in columns.items() for name, kind in types.items() if kind in HARD_TYPES}
    assert hard == set()


def test_no_outlet_is_null(newsroom: Connection, columns: dict[str, dict[str, str]]) -> None:
    """Article 4 of the newsroom has neither outlet nor URL."""
    for view in sorted((ABOUT_ARTICLES | ABOUT_TEXT) & columns.keys()):
        assert newsroom.scalar(text(f"select count(*) from report.{view} where outlet is null")) == 0, view


def test_every_view_and_column_is_explained_in_the_database(database: Connection) -> None:
    query = """
        select format('%s.%s', class.relname, coalesce(attribute.attname, '(the view)'))
        from pg_class as class
        cross join lateral (
            select 0 as attnum, null as attname
            union all
            select attnum, attname from pg_attribute where attrelid = class.oid and attnum > 0
        ) as attribute
        where class.relnamespace = 'report'::regnamespace and class.relkind = 'v'
            and col_description(class.oid, attribute.attnum) is null
            and (attribute.attnum > 0 or obj_description(class.oid, 'pg_class') is null)
    """
    assert database.scalars(text(query)).all() == []
