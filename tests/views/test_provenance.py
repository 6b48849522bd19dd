"""Views of provenance on the newsroom of bridge.py; expected rows are read off its texts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.views.conftest import Ask

EIGHT = datetime(2024, 3, 1, 8, tzinfo=UTC)
HALF_PAST_TWELVE = datetime(2024, 3, 1, 12, 30, tzinfo=UTC)
WINTER = "We cannot wait another winter,"
CLOSE = "The old bridge will close in May"
REPAIRS = "Repairs will cost 4 million dollars"


def test_a_quote_shows_each_speaker_addressee_and_change(ask: Ask) -> None:
    rows = ask(
        "select article_id, outlet, speaker, source_as_written, cue, addressee, medium, relayed_via, seen_order, "
        "content, alteration, start_char, end_char "
        "from report.quote_provenance where quote_id = 1000001 order by article_id"
    )
    assert rows == [
        (
            1,
            "Harbour Post",
            "Ana Roy",
            "Mayor Ana Roy",
            "told",
            "Harbour Post",
            None,
            None,
            1,
            WINTER,
            "identical",
            52,
            82,
        ),
        (2, "Valley News", "Ana Roy", "Roy", "told", "Harbour Post", None, None, 2, WINTER, "identical", 80, 110),
        # known to the day only: nobody was surely earlier
        (
            3,
            "www.example.org",
            "Tom Lee",
            "Tom Lee",
            "told",
            "Valley News",
            "interview",
            None,
            1,
            "We cannot wait one more winter,",
            "reworded",
            17,
            48,
        ),
    ]


def test_articles_disagree_about_speaker_addressee_and_wording(ask: Ask) -> None:
    rows = ask(
        "select aspect, variant, articles, outlets, example_article_id, versions "
        "from report.quote_conflicts where quote_id = 1000001 order by aspect, articles desc"
    )
    assert rows == [
        ("addressee", "Harbour Post", 2, 2, 1, 2),
        ("addressee", "Valley News", 1, 1, 3, 2),
        ("speaker", "Ana Roy", 2, 2, 1, 2),
        ("speaker", "Tom Lee", 1, 1, 3, 2),
        ("wording", WINTER, 2, 2, 1, 2),
        ("wording", "We cannot wait one more winter,", 1, 1, 3, 2),
    ]


def test_a_number_before_the_addressees_makes_no_other_version(ask: Ask, newsroom: Connection) -> None:
    newsroom.execute(
        text(
            "update news.attributions set addressee_outlet_id = null, addressee_kind = 'group', "
            "addressee = case when article_id = 3 then 'Seven senators' else 'senators' end"
        )
    )
    assert ask("select variant from report.quote_conflicts where aspect = 'addressee'") == []


def test_an_addressee_with_more_words_is_no_other_version(ask: Ask, newsroom: Connection) -> None:
    newsroom.execute(
        text(
            "update news.attributions set addressee_outlet_id = null, addressee_kind = 'person', "
            "addressee = case when article_id = 3 then 'Mr. Jones, the lawyer' else 'Jones' end"
        )
    )
    assert ask("select variant from report.quote_conflicts where aspect = 'addressee'") == []
    newsroom.execute(text("update news.attributions set addressee = 'Mr. Smith' where article_id = 3"))
    rows = ask("select variant from report.quote_conflicts where aspect = 'addressee' order by variant")
    assert rows == [("Jones",), ("Mr. Smith",)]


def test_relays_of_one_outlet_are_one_source(ask: Ask) -> None:
    rows = ask(
        "select claim, story_id, articles, outlets, named_sources, anonymous_sources, independent_sources, "
        "is_single_source, origin, first_seen_at, hedged_occurrences from report.claim_support order by claim_id"
    )
    midnight = datetime(2024, 3, 1, tzinfo=UTC)
    assert rows == [
        (CLOSE, 1, 4, 4, 1, 0, 3, False, "Harbour Post", midnight, 1),
        (REPAIRS, 1, 2, 2, 0, 1, 1, True, "Harbour Post", EIGHT, 0),
        ("Buses will run every ten minutes", 1, 1, 1, 0, 0, 1, True, None, None, 0),
    ]


def test_each_article_tells_through_whom_it_got_a_claim(ask: Ask) -> None:
    rows = ask(
        "select claim_id, article_id, asserted_by, asserted_kind, relayed_via, origin, is_hedged, stance, text "
        "from report.claim_provenance order by claim_id, article_id"
    )
    assert rows == [
        (1000001, 1, "Harbour Post", "author", None, "Harbour Post", False, "agrees", CLOSE),
        (1000001, 2, "Harbour Post", "outlet", "Harbour Post", "Harbour Post", False, "agrees", CLOSE),
        (
            1000001,
            3,
            "www.example.org",
            "author",
            None,
            "www.example.org",
            False,
            "contradicts",
            "The old bridge will not close in May",
        ),
        (
            1000001,
            4,
            "unknown",
            "author",
            None,
            None,
            True,
            "agrees",
            "The old bridge will reportedly close in May",
        ),
        (1000002, 1, "a city official", "anonymous", None, "Harbour Post", False, "agrees", REPAIRS),
        (
            1000002,
            2,
            "a city official",
            "anonymous",
            "Harbour Post",
            "Harbour Post",
            False,
            "differs_in_number",
            "Repairs will cost 5 million dollars",
        ),
        (4000002, 4, "unknown", "author", None, None, False, "agrees", "Buses will run every ten minutes"),
    ]


def test_shared_words_are_shown_in_both_articles(ask: Ask) -> None:
    rows = ask(
        "select article_id, other_article_id, text, other_text, start_char, other_start_char, words, is_quotation, "
        "direction, outlet, other_outlet from report.passage_reuse order by passage_id"
    )
    assert rows == [
        (1, 2, CLOSE, CLOSE, 17, 18, 7, False, "article_first", "Harbour Post", "Valley News"),
        (1, 2, WINTER, WINTER, 52, 80, 5, True, "unknown", "Harbour Post", "Valley News"),
    ]


def test_every_word_of_an_article_is_of_one_kind(ask: Ask) -> None:
    rows = ask(
        "select article_id, words, quoted_words, reused_words, attributed_words, own_words, originality "
        "from report.article_originality order by article_id"
    )
    assert rows == [
        # had the shared sentence first: it is its own
        (1, 27, 5, 0, 6, 16, Decimal("0.593")),
        # the sentence that it shares is also attributed: reuse comes first
        (2, 35, 5, 7, 6, 17, Decimal("0.486")),
        (3, 19, 6, 0, 0, 13, Decimal("0.684")),
        (4, 14, 0, 0, 0, 14, Decimal("1.000")),
        (5, 4, 0, 0, 0, 4, Decimal("1.000")),
    ]


def test_lineage_climbs_to_an_outlet_that_is_not_loaded(ask: Ask) -> None:
    rows = ask(
        "select depth, step_article_id, derived_from_article_id, derived_from_outlet, derived_from_headline, prov_type "
        "from report.article_lineage where article_id = 4 order by depth"
    )
    assert rows == [
        (1, 4, 2, "Valley News", "Old bridge shuts", "wasDerivedFrom"),
        (2, 2, 1, "Harbour Post", "Bridge to close", "wasQuotedFrom"),
        (3, 1, None, "Coast Wire", None, "hadPrimarySource"),
    ]


def test_lineage_of_a_cycle_ends(ask: Ask) -> None:
    ask("update news.derivations set source_article_id = 4 where derivation_id = 1000001 returning 1")
    rows = ask("select depth, step_article_id from report.article_lineage where article_id = 4 order by depth")
    assert rows == [(1, 4), (2, 2), (3, 1)]


def test_a_story_came_from_an_outlet_that_is_not_loaded(ask: Ask) -> None:
    rows = ask(
        "select story_id, origin, origin_article_id, is_in_corpus, articles, articles_tracing, share "
        "from report.story_origins"
    )
    assert rows == [(1, "Coast Wire", None, False, 4, 3, Decimal("0.750"))]


def test_half_of_an_articles_statements_are_anonymous(ask: Ask) -> None:
    rows = ask(
        "select article_id, attributions, named, anonymous, anonymous_share from report.source_transparency "
        "order by article_id"
    )
    assert rows == [
        (1, 2, 1, 1, Decimal("0.500")),
        (2, 3, 2, 1, Decimal("0.333")),
        (3, 1, 1, 0, Decimal("0.000")),
        (4, 0, 0, 0, None),
        (5, 0, 0, 0, None),
    ]


def test_the_network_leads_from_sources_to_outlets(ask: Ask) -> None:
    expected = [
        # Roy in the Harbour Post, and again in Valley News; the official in the Harbour Post, once through Valley News
        ("Ana Roy", "person", "Harbour Post", "outlet", "statement", 1),
        ("Ana Roy", "person", "Valley News", "outlet", "statement", 1),
        ("Coast Wire", "outlet", "Harbour Post", "outlet", "derivation", 1),
        ("Harbour Post", "outlet", "Valley News", "outlet", "derivation", 1),
        ("Harbour Post", "outlet", "Valley News", "outlet", "statement", 1),
        ("Tom Lee", "person", "www.example.org", "outlet", "statement", 1),
        ("Valley News", "outlet", "article 4", "article", "derivation", 1),
        ("city official", "anonymous", "Harbour Post", "outlet", "statement", 2),
    ]
    columns = "source, source_kind, target, target_kind, relation, weight"
    order = 'order by source collate "C", target collate "C", relation'
    assert ask(f"select {columns} from report.source_network {order}") == expected
    assert ask(f"select {columns} from report.story_network where story_id = 1 {order}") == expected


def test_statements_hold_what_is_not_quoted_too(ask: Ask) -> None:
    rows = ask(
        "select type, speaker, speaker_kind, source_as_written, relayed_via, content, quote_id, start_char, end_char "
        "from report.statements where article_id = 2 order by start_char"
    )
    assert rows == [
        ("indirect", "Harbour Post", "outlet", "the Harbour Post", None, CLOSE, None, 18, 77),
        ("direct", "Ana Roy", "person", "Roy", None, WINTER, 1000001, 80, 120),
        (
            "indirect",
            None,
            "anonymous",
            "a city official",
            "Harbour Post",
            "Repairs will cost 5 million dollars",
            None,
            139,
            218,
        ),
    ]


def test_credits_lead_back_from_the_paper_to_its_name(ask: Ask) -> None:
    rows = ask(
        "select kind, credited_outlet, cited_article_id, text, start_char from report.credits "
        "where article_id = 2 order by start_char"
    )
    assert rows == [
        ("credit", "Harbour Post", 1, "the Harbour Post", 52),
        ("addressee", "Harbour Post", 1, "the Harbour Post", 121),
        ("reference", "Harbour Post", 1, "the paper", 176),
    ]


def test_the_sources_of_a_claim_are_named(ask: Ask) -> None:
    rows = ask(
        "select claim_id, source, source_kind, through, occurrences from report.claim_sources "
        "where claim_id in (1000001, 1000002) order by claim_id, ordinal"
    )
    assert rows == [
        (1000001, "Harbour Post", "outlet", "Harbour Post", 2),
        (1000001, "www.example.org", "author", None, 1),
        (1000001, "an unknown outlet", "author", None, 1),
        (1000002, "a city official", "anonymous", "Harbour Post", 2),
    ]


def test_a_source_whom_several_outlets_heard_speaks_through_none(ask: Ask, newsroom: Connection) -> None:
    newsroom.execute(
        text(
            "update news.claim_origins set origin_outlet_id = null, origin_article_id = 2 "
            "where claim_occurrence_id = 2000002"
        )
    )
    rows = ask("select source, through from report.claim_sources where claim_id = 1000002")
    assert rows == [("a city official", None)]
